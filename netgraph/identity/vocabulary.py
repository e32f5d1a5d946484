"""The word lists that names are read with: text files a person can read and add to.

A file holds sections under a heading in square brackets; a section holds phrases, one a line or
several with semicolons between them. A line that begins with `#` is a remark.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def phrases(file: str, section: str) -> tuple[str, ...]:
    """Return the phrases of one section, as written, in the order of the file."""
    return tuple(
        phrase.strip()
        for line in _sections(file)[section]
        for phrase in line.split(";")
        if phrase.strip()
    )


@cache
def entries(file: str, section: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the lines of one section that read `name = other, other`."""
    pairs = (line.partition("=") for line in _sections(file)[section])
    return tuple(
        (name.strip(), tuple(other.strip() for other in others.split(",") if other.strip()))
        for name, _, others in pairs
    )


@cache
def _sections(file: str) -> dict[str, tuple[str, ...]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    text = files("netgraph").joinpath("data", file).read_text("utf-8")
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("[") and line.endswith("]"):
            lines = sections.setdefault(line[1:-1], [])
        elif not line.startswith("#"):
            lines.append(line)
    return {section: tuple(lines) for section, lines in sections.items()}
