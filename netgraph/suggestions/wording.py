"""How what speaks for somebody is said to a person: reasons, chances and places in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

_PLACES: Final = {"company": "at", "school": "at", "club": "in", "place": "in", "field": "in"}
_DAY = re.compile(r", last (\d{4})-(\d{2})-\d{2}$")
_MANY = re.compile(r"^\d{4,}(?= )")
_YOU_SAID: Final = "you said: "
_SAID: Final = {
    "you said: acquaintance": "you know them, you said",
    "you said: close": "you said that you are close",
    "you said: warm": "you said that you know them",
    "you said: barely": "you said that you hardly know them",
}
"""How the user's word for closeness is given back."""


def spoken(evidence: str) -> str:
    """Say a piece of evidence as one would, its day as a month.

    >>> spoken("1200 messages, last 2026-03-14"), spoken("you said: warm")
    ('1,200 messages, last in March 2026', 'you said that you know them')
    >>> spoken("you said: school friend")
    'your word for them: school friend'
    """
    if evidence.startswith(_YOU_SAID):
        own = f"your word for them: {evidence.removeprefix(_YOU_SAID)}"
        return _SAID.get(evidence, own)
    dated = _DAY.sub(lambda m: f", last in {date(int(m[1]), int(m[2]), 1):%B %Y}", evidence)
    return _MANY.sub(lambda m: f"{int(m[0]):,}", dated)


def as_told(told: Sequence[str]) -> str:
    """Say what is between two people, the user's own word for itself."""
    said = [spoken(words) for words in told if words.startswith(_YOU_SAID)]
    shown = "; ".join(spoken(words) for words in told if not words.startswith(_YOU_SAID))
    return "; ".join([*said, *([f"between you two: {shown}"] if shown else [])])


def title_words(title: str, said: str) -> str:
    """Quote somebody's own title, and say how it answers what is wanted.

    >>> title_words("Care Lead", "'care' counts as 'customer success'")
    'works as Care Lead, which is as good as customer success'
    >>> title_words("Nurse", "title matches 'nurse'")
    'works as Nurse'
    """
    for verb, words in (("counts as", "which is as good as"), ("is close to", "close to")):
        if f"' {verb} '" in said:
            return f"works as {title}, {words} {said.rpartition(f' {verb} ')[2].strip(chr(39))}"
    if said.startswith("same field"):
        return f"works as {title}, in the {said}"
    return f"works as {title}"


def door_words(firm: str) -> str:
    """Say that the user thinks that somebody may know people at a firm.

    >>> door_words("Acme")
    'you said that they may know somebody at Acme'
    """
    return f"you said that they may know somebody at {firm}"


def located(kind: str, value: str) -> str:
    """Put a trait into words.

    >>> located("company", "Acme"), located("office", "Boston")
    ('at Acme', 'office Boston')
    """
    return f"{_PLACES.get(kind, kind)} {value}"


def listed(names: Sequence[str]) -> str:
    """Name two people, and how many there are besides.

    >>> listed(["Ana"]), listed(["Ana", "Ben"]), listed(["Ana", "Ben", "Cleo"])
    ('Ana', 'Ana and Ben', 'Ana, Ben and 1 more')
    """
    if len(names) <= 2:
        return " and ".join(names)
    return f"{', '.join(names[:2])} and {len(names) - 2} more"


def likely(chance: float, what: str = "say yes") -> str:
    """Say how likely a yes is, or that a chain of introductions works out.

    >>> likely(0.62), likely(0.3), likely(0.06, "work out")
    ('likely to say yes (62 %)', 'may say yes (30 %)', 'a long shot to work out (6 %)')
    """
    words = "very likely to" if chance >= 0.75 else "likely to" if chance >= 0.5 else "may"
    if chance < 0.25:
        words = "a long shot to"
    return f"{words} {what} ({chance:.0%})".replace("%)", " %)")


def helpful(knows: float, parts: Mapping[str, float]) -> str:
    """Say how likely they are to know, or lead to, somebody who fits; no number where none is due.

    Where nothing is known of whom they know, only that they move elsewhere can be said.

    >>> helpful(0.41, {"walk": 0.5}), helpful(0.62, {"opens": 1.7})
    ('may well know the right people (41 %)', 'moves in circles you do not know yet')
    """
    if not any(parts.get(part, 0.0) > 0 for part in _OF_WHOM):
        return "moves in circles you do not know yet" if parts.get("opens", 0.0) > 0 else ""
    words = "very likely knows" if knows >= 0.75 else "probably knows" if knows >= 0.5 else ""
    words = words or ("may well know" if knows >= 0.25 else "may know")
    return f"{words} the right people ({knows:.0%})".replace("%)", " %)")


_OF_WHOM: Final = ("now", "before", "hint", "walk", "known_ties", "hub", "door")
"""Parts of the sum that say something of whom somebody knows."""
