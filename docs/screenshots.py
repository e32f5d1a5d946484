"""The pictures of the sample network for the README and the docs: python -m docs.screenshots

It makes the demo anew in a folder of its own and needs Chromium, as the tests of the pages do.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from cli.tables import broken
from tests.web.served import Served

OUT = Path(__file__).parent / "pictures"
AS_OF = "2026-05-01"
COLOURS = 256
WIDE = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 760}, "has_touch": True, "is_mobile": True}
SHOTS: dict[str, tuple[str, dict[str, Any]]] = {
    "map": ("map", WIDE),
    "map-dark": ("map", WIDE | {"color_scheme": "dark"}),
    "map-phone": ("map", PHONE),
    "tree": ("tree", WIDE),
    "report": ("report", WIDE),
    "suggestion": ("suggestion", {"viewport": {"width": 840, "height": 100}}),
    "page": ("page", {"viewport": {"width": 1200, "height": 750}}),
}
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 18px 22px; background: #1f262d; color: #e8e6e1 }
pre { margin: 0; font: 15px/1.45 "DejaVu Sans Mono", monospace; white-space: pre-wrap }
b { color: #8fd0ff }
</style><pre>"""
"""What a terminal looks like, before its text."""


def pages(folder: Path) -> None:
    """Write the pages of the demo into a folder."""
    run = [sys.executable, "-m", "netgraph.cli"]
    subprocess.run([*run, "demo", folder / "demo"], check=True, capture_output=True)  # noqa: S603
    store = ["--store", str(folder / "demo" / "network.db"), "--as-of", AS_OF]
    for name in ("map", "tree", "report"):
        page = ["--html", str(folder / f"{name}.html")]
        subprocess.run([*run, *store, name, *page], check=True, capture_output=True)  # noqa: S603
    words = [*run, *store, "suggest", "-n", "3"]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    text = terminal(done.stdout)
    (folder / "suggestion.html").write_text(text, encoding="utf-8")


def terminal(said: str) -> str:
    """Return a page that shows the asks of ``suggest`` as a terminal does."""
    start = said.index("\n1. ")
    asks = said[start : said.index("\nLeave alone", start)].strip("\n").splitlines()
    shown = [
        f"<b>{escape(line)}</b>" if line[:1].isdigit() else escape(line)
        for whole in asks
        if not whole.lstrip().startswith(("to write", "$ "))
        for line in broken(whole, 84)
    ]
    return "\n".join([f"{TERMINAL}$ netgraph suggest", "", *shown])


def shoot(browser: Browser, folder: Path) -> None:
    """Photograph every page as it opens: those that are files, and the one that is served."""
    for served in Served.serving(folder / "demo" / "network.db"):
        for name, (page_name, options) in SHOTS.items():
            written = folder / f"{page_name}.html"
            context = browser.new_context(reduced_motion="reduce", **options)
            page = context.new_page()
            page.goto(written.as_uri() if written.exists() else served.fresh())
            page.wait_for_timeout(300)
            keep(page.screenshot(full_page=name == "suggestion"), OUT / f"{name}.png")
            context.close()


def keep(shot: bytes, path: Path) -> None:
    """Write a picture with as many colours as an eye needs, which is a quarter of the size."""
    few = (
        Image.open(BytesIO(shot))
        .convert("RGB")
        .quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    )
    few.save(path, optimize=True)


def main() -> None:
    """Write all pictures."""
    OUT.mkdir(exist_ok=True)
    chromium = shutil.which("chromium")
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        pages(Path(name))
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        shoot(browser, Path(name))
        browser.close()
    for path in sorted(OUT.glob("*.png")):
        print(f"{path.name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
