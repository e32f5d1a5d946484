"""What was written down after a talk: five answers, as text and as kept, and those of a day.

`netgraph.talks.debrief_facts` makes facts of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Final

from netgraph.journal.goals import goals_on
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    Debrief,
)
from netgraph.model.text import fold

ANSWERS: Final[Mapping[str, str]] = {
    "learned": "What did you learn?",
    "fits": "Did it fit your values, interests, personality and skills?",
    "named": "Whom did they name? @Name (Company)",
    "promised": "What did you promise, or they? !friday send my notes",
    "then": "What will you do next?",
}
"""The five questions, in order, by the field that takes the answer."""

_HEADS: Final = {
    "learned": ("learned", "learnt", "gelernt"),
    "fits": ("fits", "fit", "passt"),
    "named": ("named", "names", "genannt", "namen"),
    "promised": ("promised", "promises", "versprochen"),
    "then": ("next", "then", "weiter", "nächstes"),
}
_HEAD = re.compile(r"[ \t]*(?:[-*#]+[ \t]*)?(\w+)[ \t]*:[ \t]*", re.UNICODE)


def answers_of(text: str) -> dict[str, str]:
    """Return the answers in a text: what stands after ``Learned:``, ``Next:`` ..., else the note.

    Put together in the order of the text they are the text; the heads alone are left out.

    >>> answers_of("Good talk.\\nLearned: it is hard\\nreally\\nNext: read")
    {'note': 'Good talk.', 'learned': 'it is hard\\nreally', 'then': 'read'}
    """
    found: dict[str, list[str]] = {}
    now = "note"
    for line in text.split("\n"):
        head = _HEAD.match(line)
        word = fold(head[1]) if head else ""
        field = next((f for f, words in _HEADS.items() if word in map(fold, words)), None)
        if head and field:
            now, line = field, line[head.end() :]
        found.setdefault(now, []).append(line)
    joined = {field: "\n".join(lines).strip("\n") for field, lines in found.items()}
    return {field: answer for field, answer in joined.items() if answer.strip()}


def texts_of(debrief: Debrief) -> Iterator[str]:
    """Yield what was typed, answer by answer."""
    for field in fields(debrief):
        if field.name in (*ANSWERS, "note") and (text := getattr(debrief, field.name)):
            yield text


def as_written(debrief: Debrief) -> str:
    """Return a debrief as a text file that `answers_of` reads again.

    >>> as_written(Debrief("d", "ana", None, learned="a lot", note="Nice."))
    'Nice.\\nlearned: a lot\\n'
    """
    note = [debrief.note] if debrief.note else []
    heads = {"then": "next"}
    rest = [
        f"{heads.get(field, field)}: {text}"
        for field in ANSWERS
        if (text := getattr(debrief, field))
    ]
    return "\n".join([*note, *rest]) + "\n"


def debriefs_on(view: AsOf) -> list[Debrief]:
    """Return the debriefs that were there on a day, the oldest first."""
    known = [d for d in view.ledger.debriefs if d.day is None or d.day <= view.day]
    return sorted(known, key=lambda d: (d.day or date.min, d.id))


def last_debrief(view: AsOf, person: str) -> Debrief | None:
    """Return the newest debrief of a talk with a person."""
    of_them = [d for d in debriefs_on(view) if d.person == person]
    return of_them[-1] if of_them else None


def hypotheses_on(view: AsOf) -> list[str]:
    """Return what the user believes and wants to test, numbered from 1 as h1, h2, ..."""
    return [h for goal in goals_on(view) for h in goal.hypotheses]
