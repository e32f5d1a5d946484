"""What is written down after a talk, read for its marks; every character keeps its place.

``@Name (Company)`` is somebody who was named, ``#theme`` what it was about (``#theme+`` and
``#theme-`` speak for and against it), ``!date text`` what ego promised and ``!them date text`` what
they promised, up to the end of the line; ``+h1 text`` and ``-h1 text`` speak for and against the
first hypothesis. Anything else is a note: "C#", an e-mail address, an exclamation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from netgraph.model.base_record import Record
from netgraph.model.dates import spoken_date
from netgraph.model.text import LIMIT, clean, fold

LONGEST: Final = 20_000
"""Characters that are read for marks; what is longer is kept and not read."""

MOST_PROMISES: Final = 100
"""Promises that are looked for in one text."""

MOST_IN_BRACKETS: Final = 300
"""Characters that the name of a company may have."""

MOST_WORDS: Final = 4
"""Words that a name, or a day in words, may have."""

_BEGINS = r"(?:(?<=^)|(?<=[\s(\[\"'“„«,;:]))"
_MARK = re.compile(
    _BEGINS + r"(?:(?P<name>@(?=[^\W\d_]))|(?P<theme>\#(?=[^\W\d_]))|(?P<promise>!(?=[\w]))"
    r"|(?P<for>[+-])h(?P<number>\d{1,3})(?=\s))",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'\-‐·][^\W\d_]+)*")
_INITIAL = re.compile(r"[^\W\d_]\.(?=\s)")
_SMALL = re.compile(r"(?:[^\W\d_A-Z]+[ \t]+){2,3}\(")
_POSSESSIVE = re.compile(r"[’']s$")
_NO_NAME = re.compile(r"[\w@/\\]|\.\w|:/")
_PARTICLES = frozenset(
    "al bin da de del della der di dos du el ibn la le ten ter van von zu zur".split()  # noqa: SIM905
)
_THEME = re.compile(r"#([^\W\d_][\w]*(?:-\w+)*)([+-]?)(?![\w+#])")
_THEM = re.compile(r"(?:them|they|sie|ihr)[ \t]+", re.IGNORECASE)


class Mark(Record, frozen=True):
    """One mark: what ``kind`` it is, its place in the text, and what it says.

    ``kind`` is name, theme, mine, theirs, for or against. ``text`` is the name, the theme, what
    was promised or said; ``company`` goes with a name, ``day`` with a promise, ``number`` with a
    hypothesis; ``stance`` of a theme is ``+``, ``-`` or empty.
    """

    kind: str
    start: int
    end: int
    text: str
    company: str = ""
    day: date | None = None
    number: int = 0
    stance: str = ""


def marks_in(text: str, *, as_of: date) -> list[Mark]:
    """Return the marks of a text in order; none overlaps another but in a promise.

    A promise has names and themes in it that count as well. Days in words are read as of
    ``as_of``, as those to come.

    >>> said = "She likes C#. See @Ana Silva (Acme (Berlin)), #open-data+. !friday send my notes"
    >>> [(m.kind, m.text, m.company) for m in marks_in(said, as_of=date(2026, 5, 6))][:2]
    [('name', 'Ana Silva', 'Acme (Berlin)'), ('theme', 'open-data', '')]
    >>> marks_in(said, as_of=date(2026, 5, 6))[2].day.isoformat()
    '2026-05-08'
    """
    return list(_marks(text[:LONGEST], as_of))


def without_marks(text: str, *, as_of: date) -> str:
    """Return a text as somebody else may read it: signs go, and promises, which are for ego alone.

    >>> said = "#pay- is low, says @Ana Silva (Acme); !friday send my notes on #models"
    >>> without_marks(said, as_of=date(2026, 5, 6))
    'pay is low, says Ana Silva (Acme)'
    """
    told, place = "", 0
    for mark in marks_in(text, as_of=as_of):
        if mark.start < place:
            continue  # within a promise
        told += text[place : mark.start]
        if mark.kind in ("mine", "theirs"):
            told = told.rstrip(" \t,;:(-")
        elif mark.kind == "name":
            told += text[mark.start + 1 : mark.end]
        else:
            told += mark.text
        place = mark.end
    return told + text[place:]


def _marks(text: str, as_of: date) -> Iterator[Mark]:
    """Yield the marks."""
    promises = 0
    for found in _MARK.finditer(text):
        at = found.start()
        promises += bool(found["promise"])
        if found["name"]:
            mark = _name(text, at)
        elif found["theme"]:
            mark = _theme(text, at)
        elif found["promise"]:
            mark = _promise(text, at, as_of) if promises <= MOST_PROMISES else None
        else:
            mark = _evidence(text, found)
        if mark:
            yield mark


def _name(text: str, at: int) -> Mark | None:
    """Read the name after an ``@``, and the company in brackets behind it."""
    end = place = at + 1
    words = 0
    typed_small = _SMALL.match(text, end) is not None
    while words < MOST_WORDS and (word := _INITIAL.match(text, place) or _WORD.match(text, place)):
        if words and not (_goes_on(word[0]) or typed_small):
            break
        place = word.end()
        particle = word[0].lower() in _PARTICLES and words > 0
        words += 1
        end = end if particle else place
        blank = re.match(r"[ \t]+", text[place : place + 3])
        if not blank:
            break
        place += blank.end()
    if end == at + 1 or _NO_NAME.match(text, end):
        return None
    company, end_of_all = _bracketed(text, end)
    name = _POSSESSIVE.sub("", clean(text[at + 1 : end]))
    return Mark("name", at, end_of_all, name, company=company)


def _goes_on(word: str) -> bool:
    """Return whether a word can go on with a name: capitalised, without case, or a particle."""
    return word[0].lower() in _PARTICLES or word in _PARTICLES or not word[0].islower()


def _bracketed(text: str, at: int) -> tuple[str, int]:
    """Return what stands in brackets behind a name, brackets in it included, and where that ends.

    Nothing if no bracket opens there, or it is not closed soon in the same line.
    """
    opened = re.match(r"[ \t]{0,2}\(", text[at : at + 3])
    if not opened:
        return "", at
    begin = place = at + opened.end()
    depth, last = 1, min(len(text), begin + MOST_IN_BRACKETS)
    while place < last and text[place] != "\n":
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        place += 1
        if not depth:
            inside = clean(text[begin : place - 1])
            return (inside, place) if fold(inside) else ("", at)
    return "", at


def _theme(text: str, at: int) -> Mark | None:
    """Read the theme after a ``#``."""
    found = _THEME.match(text, at)
    if not found or not fold(found[1]):
        return None
    return Mark("theme", at, found.end(), clean(found[1]), stance=found[2])


def _promise(text: str, at: int, as_of: date) -> Mark | None:
    """Read the day and the rest of the line after a ``!``."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    them = _THEM.match(text, at + 1, end)
    begin = them.end() if them else at + 1
    words = re.findall(r"\S+\s*", text[begin : min(end, begin + LIMIT)])[: MOST_WORDS + 1]
    for count in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        said = "".join(words[:count])
        rest = clean(text[begin + len(said) : min(end, begin + 2 * LIMIT)])
        day = _day(said, as_of)
        if count > 1 and day == _day("".join(words[: count - 1]), as_of):
            continue  # the last word adds nothing to the day: it is the beginning of what follows
        if fold(rest) and day:
            return Mark("theirs" if them else "mine", at, end, rest, day=day)
    return None


def _day(words: str, as_of: date) -> date | None:
    """Return the day that words mean, None if they mean none."""
    try:
        return spoken_date(words.strip(" \t,:"), as_of=as_of, ahead=True)
    except ValueError:
        return None


def _evidence(text: str, found: re.Match[str]) -> Mark:
    """Read what speaks for or against a hypothesis: the rest of the line."""
    end = text.find("\n", found.end())
    end = len(text) if end < 0 else end
    kind = "for" if found["for"] == "+" else "against"
    said = clean(text[found.end() : end])
    return Mark(kind, found.start(), end, said, number=int(found["number"]))
