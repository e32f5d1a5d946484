from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput, NetgraphError
from netgraph.pages import Page, map_html, page, report_html, tree_html, write_page
from netgraph.pages.page import LIBRARY_SHA256
from tests.pages import networks
from tests.pages.static_check import faults

G = networks.network(60)
LEDGER = networks.named(networks.ledger(G), G)
PAGES: dict[str, Callable[[], Page]] = {
    "map": lambda: networks.whole_map(G),
    "tree": lambda: tree_html(LEDGER, as_of=networks.AS_OF),
    "report": lambda: report_html(G, LEDGER, due=networks.due(G), fit=networks.fit(G)),
}
SCRIPT = """
from hashlib import sha256
from tests.pages import networks
from tests.pages.test_page import PAGES
print(sha256("".join(make() for make in PAGES.values()).encode()).hexdigest())
"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_on_a_page_can_run_or_load_but_what_its_policy_names(name: str) -> None:
    assert [] == faults(PAGES[name]())


def test_bytes_are_the_same_under_another_hash_seed_and_locale() -> None:
    def digest(seed: str, locale: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Asia/Tokyo"}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert digest("1", "C") == digest("4711", "tr_TR.UTF-8")


def test_a_page_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text("older, readable by all")

    write_page(path, "<p>Zoë</p>\n")

    assert "<p>Zoë</p>\n".encode() == path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_page_cannot_be_written_through_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("mine")
    (tmp_path / "map.html").symlink_to(kept)

    write_page(tmp_path / "map.html", "page")

    assert kept.read_text() == "mine"


def test_another_drawing_library_than_the_one_checked_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page, "LIBRARY_SHA256", LIBRARY_SHA256[::-1])

    with pytest.raises(NetgraphError, match=r"pip install --force-reinstall pyvis==0\.3\.2"):
        map_html(G)


def test_a_pyvis_without_the_library_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "LIBRARY", "templates/lib/other.js")

    with pytest.raises(NetgraphError, match="pyvis"):
        map_html(G)


def test_a_notebook_shows_a_page_in_a_frame_of_its_own() -> None:
    frame = Page('<p title="a&b">')._repr_html_()

    assert 'srcdoc="&lt;p title=&quot;a&amp;b&quot;&gt;"' in frame
    assert "allow-same-origin" not in frame


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot write"):
        write_page(tmp_path / "nowhere" / "map.html", "page")
