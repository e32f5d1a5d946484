"""What all talks taught together: themes, open questions, two sides, and how much is new.

Everything is read from the debriefs of a day; nothing is kept beside them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.records import Debrief
from netgraph.model.text import clean, fold
from netgraph.talks.debriefs import debriefs_on, texts_of
from netgraph.talks.marks import marks_in
from netgraph.talks.question_bank import theme_of, themes
from netgraph.titles.occupations import fields

ENOUGH: Final = 3
"""Talks from which on their share of new themes is quoted, and how many the share is taken of."""

LITTLE: Final = 0.25
"""A share of new themes up to this says that more talks would teach little."""


class Heard(Record, frozen=True):
    """A theme in one talk: who spoke of it, when, where they work, for or against, in which words.

    ``theme`` is the key of a theme of the question bank, or the user's own word, folded.
    """

    theme: str
    word: str
    person: str
    day: date | None
    company: str
    fields: tuple[str, ...]
    stance: str
    words: str


class Contradiction(Record, frozen=True):
    """A theme on which people differ, with what each side said."""

    theme: str
    word: str
    for_it: tuple[Heard, ...]
    against: tuple[Heard, ...]


class Saturation(Record, frozen=True):
    """How much is new: themes of each talk in order, those new in it, and what that says.

    ``share`` is that of new themes among all of the last three talks, None before there were
    three with a theme.
    """

    talks: tuple[tuple[str, int, int], ...]
    share: float | None
    words: str


@part
def heard_on(view: AsOf) -> tuple[Heard, ...]:
    """Return every theme of every talk up to the day, each once a talk, the oldest first."""
    return tuple(h for debrief in debriefs_on(view) for h in _heard(view, debrief))


def times_heard(view: AsOf) -> dict[str, int]:
    """Return in how many talks each theme of the question bank came up.

    >>> from netgraph.model.records import Ledger, Person
    >>> said = (Debrief("d", "ana", None, learned="#Gehalt is fine, #pay too, #tides"),)
    >>> book = Ledger({"ana": Person("ana", "Ana")}, debriefs=said)
    >>> times_heard(AsOf(book, date(2026, 5, 1)))
    {'pay': 1}
    """
    talks = {(h.theme, h.person, h.day) for h in heard_on(view) if theme_of(h.theme)}
    return dict(Counter(theme for theme, _, _ in sorted(talks, key=str)))


def unanswered(view: AsOf) -> list[str]:
    """Return the themes of the question bank that no talk touched, in their order."""
    known = times_heard(view)
    return [theme.key for theme in themes() if theme.key not in known]


def themes_by(view: AsOf, what: str) -> dict[str, dict[str, int]]:
    """Return how many talks touched each theme, by ``field`` or ``employer``; both by name."""
    found: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for h in heard_on(view):
        for place in h.fields if what == "field" else (h.company,):
            found[place or "not known"].add((h.word, h.person, str(h.day)))
    return {
        place: dict(sorted(Counter(word for word, _, _ in found[place]).items()))
        for place in sorted(found)
    }


def contradictions(view: AsOf) -> list[Contradiction]:
    """Return the themes that different people spoke for and against, by name."""
    sides: defaultdict[str, dict[str, list[Heard]]] = defaultdict(lambda: {"+": [], "-": []})
    for h in heard_on(view):
        if h.stance:
            sides[h.theme][h.stance].append(h)
    return [
        Contradiction(theme, side["+"][0].word, tuple(side["+"]), tuple(side["-"]))
        for theme, side in sorted(sides.items())
        if side["+"]
        and side["-"]
        and {h.person for h in side["+"]} != {h.person for h in side["-"]}
    ]


def saturation(view: AsOf) -> Saturation:
    r"""Return how much that is new the talks still bring.

    .. math:: s = \frac{\sum_{i=n-2}^{n} |T_i \setminus \bigcup_{j<i} T_j|}{\sum_{i=n-2}^{n} |T_i|}

    with :math:`T_i` the themes of the i-th talk that had any. In [0, 1]; None with fewer than
    three such talks. As new themes fade, interviews reach saturation (Guest, Bunce and Johnson,
    Field Methods 18, 2006).
    """
    talks = _talks(heard_on(view))
    seen: set[str] = set()
    rows: list[tuple[str, int, int]] = []
    for person, found in talks:
        rows.append((person, len(found), len(found - seen)))
        seen |= found
    last = rows[-ENOUGH:]
    if len(last) < ENOUGH:
        return Saturation(tuple(rows), None, "too few talks with themes to say")
    share = sum(new for _, _, new in last) / sum(count for _, count, _ in last)
    words = (
        "three more talks here would teach little; look where you have not been"
        if share <= LITTLE
        else "talks still bring much that is new"
    )
    return Saturation(tuple(rows), round(share, 4), words)


def _talks(heard: Sequence[Heard]) -> list[tuple[str, set[str]]]:
    """Return the themes of each talk, in order."""
    rows: dict[tuple[str, date | None], set[str]] = {}
    for h in heard:
        rows.setdefault((h.person, h.day), set()).add(h.theme)
    return [(person, found) for (person, _), found in rows.items()]


def _heard(view: AsOf, debrief: Debrief) -> Iterator[Heard]:
    """Yield the themes of one talk, each once; one with a stance goes before one without."""
    person = view.ledger.people.get(debrief.person)
    company = person.company if person else ""
    of = tuple(sorted(fields(person.title))) if person else ()
    found: dict[tuple[str, str], Heard] = {}
    for text in texts_of(debrief):
        for mark in marks_in(text, as_of=debrief.day or view.day):
            if mark.kind == "theme":
                key = theme_of(mark.text) or fold(mark.text)
                line = _line_of(text, mark.start)
                one = Heard(
                    key, mark.text, debrief.person, debrief.day, company, of, mark.stance, line
                )
                found.setdefault((key, mark.stance), one)
    stated = {key for key, stance in found if stance}
    yield from (h for (key, stance), h in found.items() if stance or key not in stated)


def _line_of(text: str, at: int) -> str:
    """Return the line around a place, without its marks of themes."""
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)]
    return clean(line, limit=200)
