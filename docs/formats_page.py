"""The page of the formats: what was tried, and what is called by its name, as tests and code say.

All else in the page is written by hand; what stands between two marks is written anew.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Final

from netgraph.sources.foreign import WAYS

PAGE: Final = Path(__file__).parent / "formats.md"
TRIED: Final = Path(__file__).parents[1] / "tests" / "data"
_BLOCK: Final = re.compile(r"(<!-- begin: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def page() -> str:
    """Return the page with every block as the tests and the code have it now."""
    blocks = {"tried": _tried, "foreign": _foreign}
    return _BLOCK.sub(
        lambda found: f"{found[1]}{blocks[found[2]]()}{found[3]}", PAGE.read_text("utf-8")
    )


def _tried() -> str:
    """Return a row for each program that calls things by the words of a language."""
    rows = [
        (f"{program.capitalize()}: every column of its CSV", _languages(program))
        for program in ("outlook", "thunderbird")
    ]
    folders: defaultdict[str, list[str]] = defaultdict(list)
    for line in (TRIED / "folders.txt").read_text("utf-8").splitlines():
        program, _, language = line.partition("|")[0].rpartition(" ")
        name, code = (program, language) if program and language[:1].islower() else (
            f"{program} {language}".strip(), "")  # fmt: skip
        folders[name].append(code)
    for name, codes in sorted(folders.items(), key=lambda item: (-len(item[1]), item[0])):
        said = ", ".join(filter(None, codes))
        rows.append((f"{name}: drafts, spam, trash, sent mail", said or "its own words"))
    lines = [f"| {what} | {languages} |\n" for what, languages in rows]
    return "".join(("| program | tried in |\n", "|---|---|\n", *lines))


def _languages(program: str) -> str:
    """Return the languages in which the whole header of a program was tried."""
    _, *lines = (TRIED / "headers" / f"{program}.txt").read_text("utf-8").splitlines()
    return ", ".join(sorted(line.partition("|")[0] for line in lines))


def _foreign() -> str:
    """Return what is said of each kind of file that is not read."""
    lines = [f"| `{end}` | {way} |\n" for end, way in sorted(WAYS.items())]
    return "".join(("| file | what is said of it |\n", "|---|---|\n", *lines))
