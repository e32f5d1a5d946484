"""Every section of the page as a picture, to be looked at: python -m docs.page_screenshots OUT

Of four networks: an empty one, one of three people, the demo's, and one of 30,000 (that takes
minutes), in four widths, light and dark. A part of it: ``--sizes sample --widths 390``; ``--store
FILE`` is for a network of one's own. It needs Chromium, as the tests of the page do.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from cli.demo import PARTS
from netgraph.model.records import EGO
from netgraph.store import Store
from tests.benchmarks.scale import write_export
from tests.web.served import DAY, ROOT, Served

WIDTHS = (1440, 1024, 390, 320)
SCHEMES = ("light", "dark")
PAGES = [
    "today=",
    "people=people?q=data",
    "person=people/WHO",
    "why=people/WHO/why",
    "write=people/WHO/write/request",
    "prepare=people/WHO/prepare",
    "debrief=people/WHO/debrief",
    "forget=people/WHO/forget",
    "employers=employers",
    "employer=employers/FIRM",
    "goals=goals",
    "goal=goals/g1",
    "applications=applications",
    "numbers=numbers",
    "learned=learned",
    "import=import",
    "closeness=closeness",
    "doors=doors",
    "same=same",
    "ties=ties",
    "history=history",
    "settings=settings",
    "letters=settings/letters",
    "map=map",
    "tree=tree",
    "report=report",
]
DRAWN = 1500
"""Milliseconds that a picture needs to be drawn."""

PATIENCE = 180_000
"""Milliseconds that a page of 30,000 people may take the first time."""


def command(store: Path, *words: str) -> None:
    """Run a command on a store."""
    line = [sys.executable, "-m", "cli", "--store", str(store), "--as-of", DAY, *words]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True)  # noqa: S603


def empty(store: Path) -> None:
    """Make the network of somebody who has just begun."""
    with Store.open(store):
        pass


def three(store: Path) -> None:
    """Make a network of three people."""
    for line in ("Ana Silva (Acme)", "Ben Ode (Acme)", "Cy Dee (Best)"):
        command(store, "add", line)
    command(store, "goal", "add", "nurse", "--company", "Best")


def sample(store: Path) -> None:
    """Make the network of the demo."""
    for part in PARTS:
        command(store, "import", str(ROOT / "sample_data" / part))


def large(store: Path) -> None:
    """Make a network of 30,000 people."""
    export = write_export(store.parent / "export", connections=30_000, messages=100_000, seed=1)
    command(store, "import", str(export))
    command(store, "goal", "add", "data scientist in climate tech")


SIZES: dict[str, Callable[[Path], None]] = {
    "empty": empty,
    "three": three,
    "sample": sample,
    "large": large,
}


def stores(folder: Path, sizes: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Yield stores of some sizes."""
    for size in sizes:
        path = folder / f"{size}.db"
        SIZES[size](path)
        yield size, path


def shoot(
    browser: Browser,
    store: Path,
    name: str,
    out: Path,
    widths: Sequence[int],
    schemes: Sequence[str],
) -> None:
    """Write the pictures of one store."""
    who, firm = subjects(store)
    for served in Served.serving(store):
        for width in widths:
            for scheme in schemes:
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme,
                    reduced_motion="reduce",
                )  # fmt: skip
                page = context.new_page()
                page.set_default_timeout(PATIENCE)
                page.goto(served.fresh())
                for called, _, address in (entry.partition("=") for entry in PAGES):
                    found = address.replace("WHO", who).replace("FIRM", firm)
                    page.goto(f"{served.here}/{found}")
                    drawn = called in ("map", "tree", "report")
                    page.wait_for_timeout(DRAWN if drawn else 0)
                    path = out / f"{name}-{called}-{width}-{scheme}.png"
                    page.screenshot(path=path, full_page=not drawn)
                context.close()


def subjects(store: Path) -> tuple[str, str]:
    """Return whom most is known of, and the employer of most people."""
    with Store.open(store) as opened:
        ledger = opened.ledger()
    seen = Counter(i for e in ledger.events for i in (e.giver, e.taker) if i != EGO)
    firms = Counter(p.company for p in ledger.people.values() if p.company)
    some = min(ledger.people.keys() - {EGO}, default="nobody")
    who = max(seen, key=lambda i: (seen[i], i), default=some)
    return who, max(firms, key=lambda name: (firms[name], name), default="Acme")


def main() -> None:
    """Write all pictures."""
    options = argparse.ArgumentParser()
    options.add_argument("out", type=Path)
    options.add_argument("--store", type=Path)
    options.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    options.add_argument("--widths", nargs="+", type=int, default=WIDTHS)
    options.add_argument("--schemes", nargs="+", choices=SCHEMES, default=SCHEMES)
    said = options.parse_args()
    said.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        own = [("own", said.store)] if said.store else stores(Path(folder), said.sizes)
        for name, store in own:
            shoot(browser, store, name, said.out, said.widths, said.schemes)


if __name__ == "__main__":
    main()
