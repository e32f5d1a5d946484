"""Write the pages that come from the code, or ``--check`` that they have not drifted: make docs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docs import api_page, commands_page, schema_page

FOLDER = Path(__file__).parent
PAGES: Mapping[str, Callable[[], str]] = {
    "api.md": api_page.page,
    "commands.md": commands_page.page,
    "schema.md": schema_page.page,
}
"""Each page that is written, and what writes it."""


def main() -> int:
    """Write the pages, or compare them."""
    written = {FOLDER / name: page() for name, page in PAGES.items()}
    if "--check" not in sys.argv:
        for path, text in written.items():
            path.write_text(text, encoding="utf-8")
        return 0
    drifted = [
        path.name
        for path, text in written.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for name in drifted:
        print(f"docs/{name} is not what the code says: run make docs", file=sys.stderr)
    return len(drifted)


if __name__ == "__main__":
    raise SystemExit(main())
