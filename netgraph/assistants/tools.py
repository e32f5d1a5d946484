"""What an assistant can ask for, as tools: their words and fields are what it reads of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from netgraph.assistants import answer_records as records
from netgraph.assistants import answers
from netgraph.assistants.desk import Desk
from netgraph.journal.log import WORDS
from netgraph.model.actions import Action

Who = Annotated[str, Field(description="id of a person, as in the answers")]
WhoOrName = Annotated[str, Field(description="id of who was named, or the name if new")]
Third = Annotated[str, Field(description="id of a third person, if any")]
New = Annotated[bool, Field(description="person is new: a name as the user said it")]
Few = Annotated[int, Field(ge=1, le=50, description="at most so many")]
Note = Annotated[str, Field(max_length=2000, description="what was said, in the user's words")]
Kind = Annotated[str, Field(description=f"one of: {', '.join(WORDS)}")]
Want = Annotated[str, Field(description="interview, introduction or help")]
For = Annotated[str, Field(description="an employer or id the ask is for")]
Outcome = Annotated[
    str, Field(description="how it came out, if it did: answered, agreed, declined, silent, done")
]
Status = Annotated[
    str,
    Field(
        description="how far it came: named, asked, agreed, introduced, met, closed, declined, "
        "silent"
    ),
]


def about_the_whole(desk: Desk) -> tuple[Callable[..., Any], ...]:
    """Return the tools that look at the whole."""

    def suggest(goal: str = "", limit: Few = 5) -> records.Suggestions:
        """Whom to ask next for a talk or an introduction, for what, how likely a yes is and why;
        what comes first, and whom to leave alone. Without a goal: for all that are open. What
        members of the user's pools share counts: "through ..., who shares contacts in ...".
        """
        return answers.suggestions(desk.view_with_pools(), goal=goal, limit=limit)

    def today(days: Annotated[int, Field(ge=0, le=365)] = 7, limit: Few = 10) -> records.DueList:
        """What is due now and in the next days: thanks, promises, reports, follow-ups."""
        return answers.due_list(desk.view(), days=days, limit=limit)

    def people(query: str = "", fit: str = "", limit: Few = 20) -> records.People:
        """People the user knows: those with all words of the query in their title, employer or
        name, or those who fit a goal such as "data scientist", best first.
        """
        return answers.found_people(desk.view(), query=query, fit=fit, limit=limit)

    def stats() -> records.Numbers:
        """How the search goes: asks, answers, talks, names given, blind spots. Small numbers come
        with an interval, or it is said that they are too few.
        """
        return answers.numbers(desk.view())

    return suggest, today, people, stats


def about_persons(desk: Desk) -> tuple[Callable[..., Any], ...]:
    """Return the tools that look at one person or employer."""

    def show(who: Who) -> records.Page:
        """One person: job, what happened, ties, names passed on, and what is open with them."""
        return answers.page(desk.view(), who)

    def employer(name: str) -> records.Employer:
        """One employer: who is there, who was, who may know somebody, what is in hand."""
        return answers.employer(desk.view(), name)

    def path(
        target: Annotated[str, Field(description="an employer, or the id of a person")],
        limit: Annotated[int, Field(ge=1, le=10)] = 3,
    ) -> records.Ways:
        """The likeliest chains of introductions to an employer or a person, and what each rests
        on. A link that is a guess says so; "somebody" is whom a member of a pool knows.
        """
        return answers.ways(desk.view_with_pools(target), target, limit=limit)

    def brief(
        who: Who, minutes: Annotated[int, Field(ge=10, le=90)] = 20, language: str = "en"
    ) -> records.Brief:
        """The page before a talk: how the two are tied, what to look up, ten questions, and how
        the time goes. Blanks only the user can fill. language: en or de.
        """
        return answers.talk_brief(desk.view(), who, minutes=minutes, language=language)

    return show, employer, path, brief


def that_write(desk: Desk) -> tuple[Callable[..., Any], ...]:
    """Return the tools that write."""

    def log(
        kind: Kind,
        who: Who,
        note: Note = "",
        day: date | None = None,
        about: Third = "",
    ) -> str:
        """Write down something that happened with a person. Ask the user first."""
        fields = {"kind": kind, "note": note, "about": about and desk.who(about)}
        return desk.do(Action("log", (desk.who(who),), fields | _on(day)))

    def ask(
        who: Who,
        want: Want = "",
        outcome: Outcome = "",
        target: For = "",
        note: Note = "",
        day: date | None = None,
    ) -> str:
        """Write down that the user asked a person, or what became of it. Nothing is sent. Ask the
        user first.
        """
        aim = desk.who(target) if target.lower().startswith("contact-") else target
        fields = {"want": want, "outcome": outcome, "target": aim, "note": note}
        return desk.do(Action("ask", (desk.who(who),), fields | _on(day)))

    def refer(
        introducer: Who,
        person: WhoOrName,
        status: Status = "",
        new: New = False,
        note: Note = "",
        day: date | None = None,
    ) -> str:
        """Write down that a person passed on a name, or how far that came. Ask the user
        first.
        """
        named = person if new else desk.who(person)
        fields = {"status": status, "note": note, "new": "yes" if new else ""}
        return desk.do(Action("refer", (desk.who(introducer), named), fields | _on(day)))

    def undo() -> str:
        """Take back the last thing that was written from here. Ask the user first."""
        return desk.undo()

    return log, ask, refer, undo


def _on(day: date | None) -> dict[str, str]:
    """Return the field of a day that was said."""
    return {"day": day.isoformat()} if day else {}
