"""Write the files that come from the code, or ``--check`` that they have not drifted: make docs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docs import api_page, commands_page, formats_page, schema_page
from netgraph.identity import companies
from netgraph.titles import ready_words

ROOT = Path(__file__).parents[1]
PAGES: Mapping[str, Callable[[], str]] = {
    "docs/api.md": api_page.page,
    "docs/commands.md": commands_page.page,
    "docs/formats.md": formats_page.page,
    "docs/schema.md": schema_page.page,
    f"netgraph/data/{companies.READY}": companies.written,
    f"netgraph/data/{ready_words.READY}": ready_words.written,
}
"""Each file that is written, and what writes it."""


def drifted() -> list[str]:
    """Return the names of the pages that are not what the code says."""
    return [
        name
        for name, page in PAGES.items()
        if not (ROOT / name).exists() or (ROOT / name).read_text(encoding="utf-8") != page()
    ]


def main() -> int:
    """Write the pages, or compare them."""
    if "--check" in sys.argv:
        found = drifted()
        for name in found:
            print(f"{name} is not what the code says: run make docs", file=sys.stderr)
        return len(found)
    for name, page in PAGES.items():
        (ROOT / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
