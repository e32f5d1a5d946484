"""The page before a talk: who they are, how we are tied, what to ask, how the time goes.

Its words are the template ``brief.j2`` of a language, which may be the user's own; a line of it is
a heading (``##``), a point (``-``), something to tick off (``- [ ]``) or plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO
from netgraph.talks.brief_facts import facts_for_page
from netgraph.talks.drafts import BLANK, filters
from netgraph.talks.language import Language
from netgraph.talks.learning import times_heard
from netgraph.talks.letter_facts import Aim, facts_for_letter
from netgraph.talks.question_bank import Question, chosen_questions
from netgraph.talks.sandbox import render

MINUTES: Final = range(10, 91)


class Line(Record, frozen=True):
    """One line of the page: ``kind`` is point, box or text."""

    kind: str
    text: str


class Section(Record, frozen=True):
    """A heading and what stands below it."""

    title: str
    lines: tuple[Line, ...]


class Brief(Record, frozen=True):
    """The page: of whom, for how many minutes, and what it says."""

    person: str
    name: str
    as_of: date
    minutes: int
    language: str
    title: str
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    agenda: tuple[Mapping[str, Any], ...]
    goal: str
    introduction: str
    blanks: tuple[str, ...]


def brief(
    view: AsOf,
    person: str,
    language: Language,
    *,
    minutes: int = 20,
    heard: Mapping[str, int] | None = None,
) -> Brief:
    """Return the page before a talk with a person.

    Parameters
    ----------
    view
        The facts and the day.
    person
        Their id.
    language
        From `netgraph.talks.language.language_of`.
    minutes
        How long the talk is to be, one of `MINUTES`.
    heard
        How many talks touched each theme of the question bank; those heard least come first.
        None for what the debriefs say.

    Raises
    ------
    InvalidInput
        If the talk is too short or too long, it is with ego, or the user's template does more
        than read facts.

    Examples
    --------
    >>> from netgraph.model.records import Ledger, Person
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", company="Acme")})
    >>> page = brief(AsOf(book, date(2026, 5, 1)), "ana", Language("en"))
    >>> page.title, len(page.questions), page.sections[0].lines[0].text
    ('Before the talk with Ana Silva', 10, 'Acme')
    """
    if minutes not in MINUTES:
        raise InvalidInput(f"plan {MINUTES[0]} to {MINUTES[-1]} minutes, such as 20")
    if person == EGO:
        raise InvalidInput("a talk is with somebody other than you")
    heard = times_heard(view) if heard is None else heard
    questions = chosen_questions(heard, language=language.code)
    facts = facts_for_letter(view, person, Aim()) | facts_for_page(view, person, minutes)
    facts["questions"] = tuple({"theme": q.title, "text": q.text} for q in questions)
    name = f"{language.code}/brief.j2"
    written = render(language.template("brief.j2"), facts, name=name, filters=filters(language))
    blanks = tuple(dict.fromkeys(BLANK.findall(written)))
    title, sections = _read(BLANK.sub(r"[\1]", written), name)
    goal = facts["goal"]["text"] if facts["goal"] else ""
    return Brief(
        person, view.ledger.people[person].name, view.day, minutes, language.code, title, sections,
        tuple(questions), facts["agenda"], goal, facts["me"]["introduction"], blanks,
    )  # fmt: skip


def as_markdown(page: Brief) -> str:
    """Return the page as Markdown; what was imported stands there as plain text."""
    return "\n".join(_marked(page, _escaped, "# ", "## ")) + "\n"


def as_text(page: Brief) -> str:
    """Return the page as plain text."""
    return "\n".join(_marked(page, str, "", "")) + "\n"


_MARKS: Final[Mapping[str, str]] = {"point": "- ", "box": "- [ ] ", "text": ""}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!])")


def _marked(page: Brief, put: Any, first: str, second: str) -> Iterator[str]:
    """Yield the lines of the page."""
    yield f"{first}{put(page.title)}"
    for section in page.sections:
        yield from ("", f"{second}{put(section.title)}")
        if second:
            yield ""
        yield from (f"{_MARKS[line.kind]}{put(line.text)}" for line in section.lines)


def _escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", text)


def _read(written: str, name: str) -> tuple[str, tuple[Section, ...]]:
    """Return the title and the sections that a filled-in template has; empty ones go."""
    lines = [" ".join(line.split()) for line in written.splitlines() if line.strip()]
    if not lines or not lines[0].startswith("# "):
        raise InvalidInput(
            f"the template {name} must begin with a line such as '# Before the talk'"
        )
    sections: list[Section] = []
    for line in lines[1:]:
        if line.startswith("## "):
            sections.append(Section(line[3:], ()))
        elif sections:
            last = sections[-1]
            sections[-1] = Section(last.title, (*last.lines, _line(line)))
    return lines[0][2:], tuple(section for section in sections if section.lines)


def _line(text: str) -> Line:
    """Return one line by its mark."""
    for kind in ("box", "point"):
        if text.startswith(_MARKS[kind]):
            return Line(kind, text[len(_MARKS[kind]) :])
    return Line("text", text)
