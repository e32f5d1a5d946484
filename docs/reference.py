"""Write the pages that come from the code, or ``--check`` that they have not drifted: make docs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docs import api_page, commands_page, formats_page, schema_page

FOLDER = Path(__file__).parent
PAGES: Mapping[str, Callable[[], str]] = {
    "api.md": api_page.page,
    "commands.md": commands_page.page,
    "formats.md": formats_page.page,
    "schema.md": schema_page.page,
}
"""Each page that is written, and what writes it."""


def drifted() -> list[str]:
    """Return the names of the pages that are not what the code says."""
    return [
        name
        for name, page in PAGES.items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text(encoding="utf-8") != page()
    ]


def main() -> int:
    """Write the pages, or compare them."""
    if "--check" in sys.argv:
        found = drifted()
        for name in found:
            print(f"docs/{name} is not what the code says: run make docs", file=sys.stderr)
        return len(found)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
