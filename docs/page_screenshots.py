"""Every section of the page as a picture, to be looked at: python -m docs.page_screenshots OUT

Empty, with three people and with the demo's, in four widths, light and dark; with ``--store FILE``
of a store of one's own. It needs Chromium, as the tests of the page do.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from cli.demo import PARTS
from netgraph.importing.importer import read_in
from netgraph.importing.report import record
from netgraph.model.records import EGO
from netgraph.store import Store
from tests.web.served import ROOT, Served
from tests.web.user import DAY, NOW

WIDTHS = (1440, 1024, 390, 320)
PAGES = [
    "today=",
    "people=people?q=data",
    "person=people/WHO",
    "why=people/WHO/why",
    "write=people/WHO/write/request",
    "prepare=people/WHO/prepare",
    "debrief=people/WHO/debrief",
    "employers=employers",
    "goals=goals",
    "goal=goals/g1",
    "applications=applications",
    "numbers=numbers",
    "learned=learned",
    "import=import",
    "closeness=closeness",
    "same=same",
    "ties=ties",
    "history=history",
    "settings=settings",
    "map=map",
    "tree=tree",
    "report=report",
]
DRAWN = 1500
"""Milliseconds that a picture needs to be drawn."""


def stores(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield stores of three sizes."""
    sample = [ROOT / "sample_data" / part for part in PARTS]
    (folder / "three.csv").write_text("Name,Employer\nAna Silva,Acme\nBen Ode,Acme\nCy Dee,Best\n")
    for name, paths in (("empty", []), ("three", [folder / "three.csv"]), ("sample", sample)):
        store = folder / f"{name}.db"
        for path in paths:
            with (
                Store.open(store) as opened,
                opened.change(f"import {path.name}", at=NOW) as change,
            ):
                record(read_in([path], change.facts_but_events(), as_of=DAY), change)
        yield name, store


def shoot(browser: Browser, store: Path, name: str, out: Path) -> None:
    """Write the pictures of one store."""
    with Store.open(store) as opened:
        people = opened.ledger().people.keys() - {EGO}
    who = min(people, default="nobody")
    for served in Served.serving(store):
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme,
                    reduced_motion="reduce",
                )  # fmt: skip
                page = context.new_page()
                page.goto(served.fresh())
                for called, _, address in (entry.partition("=") for entry in PAGES):
                    page.goto(f"{served.here}/{address.replace('WHO', who)}")
                    drawn = called in ("map", "tree", "report")
                    page.wait_for_timeout(DRAWN if drawn else 0)
                    path = out / f"{name}-{called}-{width}-{scheme}.png"
                    page.screenshot(path=path, full_page=not drawn)
                context.close()


def main() -> None:
    """Write all pictures."""
    options = argparse.ArgumentParser()
    options.add_argument("out", type=Path)
    options.add_argument("--store", type=Path)
    said = options.parse_args()
    said.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for name, store in [("own", said.store)] if said.store else stores(Path(folder)):
            shoot(browser, store, name, said.out)


if __name__ == "__main__":
    main()
