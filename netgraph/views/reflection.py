"""What all talks taught, to think about: themes, open questions, two sides, beliefs, the goal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from netgraph.journal.goals import goals_on
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import Evidence, Goal
from netgraph.talks.debriefs import debriefs_on
from netgraph.talks.hypotheses import verdicts
from netgraph.talks.learning import (
    Heard,
    contradictions,
    saturation,
    themes_by,
    times_heard,
    unanswered,
)
from netgraph.talks.question_bank import themes
from netgraph.views.blind_spots import coverage_by_talks
from netgraph.views.doors import Thanks, made_possible
from netgraph.views.names import Named, name_of
from netgraph.views.stages import StageRow
from netgraph.views.ways import ways_of_asking

PROMPTED_WITHIN: Final = timedelta(days=14)
"""A talk so long before a change of the goal may have prompted it."""


class OpenQuestion(Record, frozen=True):
    """A theme that no talk touched, with a question to ask."""

    theme: str
    title: str
    question: str


class Voice(Named, frozen=True):
    """What somebody said, and when."""

    day: date | None
    words: str


class TwoSides(Record, frozen=True):
    """A theme on which people differ."""

    theme: str
    for_it: tuple[Voice, ...]
    against: tuple[Voice, ...]


class Belief(Record, frozen=True):
    """A hypothesis with the voices for and against it."""

    number: int
    hypothesis: str
    chance: float
    words: str
    for_it: tuple[Voice, ...]
    against: tuple[Voice, ...]


class TalkRow(Named, frozen=True):
    """A talk: how many themes it had, how many of them were new."""

    themes: int
    new: int


class Newness(Record, frozen=True):
    """How much is new; see `netgraph.talks.learning.saturation`."""

    share: float | None
    words: str
    talks: tuple[TalkRow, ...]


class Revision(Record, frozen=True):
    """A step of a goal, and the talks shortly before it."""

    goal: str
    day: date | None
    what: str
    after_talks_with: tuple[Named, ...]


class Reflection(Record, frozen=True):
    """Everything to think about; see `reflection`."""

    talks: int
    heard: Mapping[str, int]
    by_field: Mapping[str, Mapping[str, int]]
    by_employer: Mapping[str, Mapping[str, int]]
    open_questions: tuple[OpenQuestion, ...]
    contradictions: tuple[TwoSides, ...]
    saturation: Newness
    hypotheses: tuple[Belief, ...]
    revisions: tuple[Revision, ...]
    ways: tuple[StageRow, ...]
    not_covered: tuple[str, ...]
    thanks: tuple[Thanks, ...]


def reflect(view: AsOf) -> Reflection:
    """Return what the talks up to a day taught, as typed rows.

    Examples
    --------
    >>> from netgraph.model.records import Ledger
    >>> found = reflect(AsOf(Ledger(), date(2026, 5, 1)))
    >>> found.talks, found.saturation.words, len(found.open_questions)
    (0, 'too few talks with themes to say', 9)
    """
    ledger = view.ledger
    new = saturation(view)
    return Reflection(
        talks=len(debriefs_on(view)),
        heard=times_heard(view),
        by_field=themes_by(view, "field"),
        by_employer=themes_by(view, "employer"),
        open_questions=tuple(_open(view)),
        contradictions=tuple(
            TwoSides(c.word, _voices(view, c.for_it), _voices(view, c.against))
            for c in contradictions(view)
        ),
        saturation=Newness(
            new.share,
            new.words,
            tuple(TalkRow(i, name_of(ledger, i), count, fresh) for i, count, fresh in new.talks),
        ),
        hypotheses=tuple(
            Belief(
                t.number,
                t.hypothesis,
                t.chance,
                t.words,
                _said(view, t.for_it),
                _said(view, t.against),
            )
            for t in verdicts(view)
        ),
        revisions=tuple(r for goal in view.ledger.goals for r in _revisions(view, goal)),
        ways=tuple(ways_of_asking(view)),
        not_covered=coverage_by_talks(view).words,
        thanks=tuple(made_possible(view)) if _is_over(view) else (),
    )


def _is_over(view: AsOf) -> bool:
    """Return whether a goal is reached, and none is open."""
    steps = [s for g in view.ledger.goals for s in g.steps if not s.day or s.day <= view.day]
    return not goals_on(view) and any(s.status == "done" for s in steps)


def _open(view: AsOf) -> Iterator[OpenQuestion]:
    """Yield the themes that are open, with their first question."""
    still = set(unanswered(view))
    for theme in themes():
        if theme.key in still:
            yield OpenQuestion(theme.key, theme.title["en"], theme.questions[0]["en"])


def _voices(view: AsOf, heard: tuple[Heard, ...]) -> tuple[Voice, ...]:
    """Return who said what of a theme."""
    return tuple(Voice(h.person, name_of(view.ledger, h.person), h.day, h.words) for h in heard)


def _said(view: AsOf, evidence: tuple[Evidence, ...]) -> tuple[Voice, ...]:
    """Return who said what of a hypothesis."""
    return tuple(Voice(e.person, name_of(view.ledger, e.person), e.day, e.quote) for e in evidence)


def _revisions(view: AsOf, goal: Goal) -> Iterator[Revision]:
    """Yield how a goal changed, with the talks that may have prompted it."""
    for step in (s for s in goal.steps if not s.day or s.day <= view.day):
        near = [
            d
            for d in debriefs_on(view)
            if step.day and d.day and step.day - PROMPTED_WITHIN <= d.day <= step.day
        ]
        who = dict.fromkeys(d.person for d in near)
        yield Revision(
            goal.text,
            step.day,
            step.note or step.status,
            tuple(Named(i, name_of(view.ledger, i)) for i in who),
        )
