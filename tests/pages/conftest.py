"""A browser for the tests that need one, and pages that report every trouble they make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page

CANARY = """
window.__ran = [];
window.__pwned = (where) => window.__ran.push(String(where));
document.addEventListener("securitypolicyviolation", (e) => window.__ran.push(e.violatedDirective));
window.print = () => (window.__printed = (window.__printed || 0) + 1);
"""


@dataclass
class Opened:
    """A page in the browser and what went wrong with it."""

    page: Page
    troubles: list[str] = field(default_factory=list)

    def quiet(self) -> list[str]:
        """Return everything that ran, loaded or failed and should not have."""
        ran: list[str] = self.page.evaluate("window.__ran")
        return [*self.troubles, *ran]


Opener = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open a page of ours from a file, as a person would."""
    with ExitStack() as stack:

        def opener(html: str, *, fragment: str = "", **options: Any) -> Opened:
            options = {"viewport": {"width": 1280, "height": 800}} | options
            context = browser.new_context(reduced_motion="reduce", **options)
            stack.callback(context.close)
            context.add_init_script(CANARY)
            page = context.new_page()
            opened = Opened(page)
            note = opened.troubles.append
            path = tmp_path / "page.html"
            path.write_text(html, encoding="utf-8", newline="\n")
            here = path.as_uri()
            page.on("console", lambda m: note(m.text) if m.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: note(str(error)))
            page.on("dialog", lambda dialog: _dismiss(dialog, note))
            page.on("popup", lambda popup: note(popup.url))
            page.on("request", lambda r: None if _own(r.url, here) else note(r.url))
            page.goto(here + fragment)
            return opened

        yield opener


def _dismiss(dialog: Dialog, note: Callable[[str], None]) -> None:
    """Note a dialog and close it."""
    note(dialog.message)
    dialog.dismiss()


def _own(url: str, page: str) -> bool:
    """Return whether a request is for the page itself or for what it made."""
    return url.split("#")[0] == page or url.startswith(("data:", "blob:"))
