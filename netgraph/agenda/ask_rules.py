"""What is due about asks, rule by rule: to make them, follow them up, and let them go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace

from netgraph.agenda.colleagues import employers_waiting
from netgraph.agenda.day_facts import DayFacts
from netgraph.agenda.duty import LAPSE, THANK_WITHIN, Due
from netgraph.agenda.guesses import guesses_on
from netgraph.agenda.names_given import FORGOTTEN, FRESH, names_given_on, spoken_day
from netgraph.journal.asks import Standing
from netgraph.journal.limits import rests_on
from netgraph.model.actions import Action
from netgraph.model.records import EventKind
from netgraph.model.text import fold

K = EventKind

GUESSES: Final = 3
"""So many letters that may have been asks are asked about, the newest."""

FOLLOW_UP_AFTER: Final = 7
"""Business days without an answer."""


def write_to(facts: DayFacts) -> Iterator[Due]:
    """Write to whom ego was introduced, or whose name was given, within two weeks."""
    for name in names_given_on(facts.view):
        if facts.as_of - name.day <= FRESH:
            introducer = facts.name(name.introducer)
            thanks = f"answer at once, and thank {introducer} in the same breath"
            how = thanks if name.introduced else f"say that {introducer} sent you"
            on = name.day if name.introduced else name.day + THANK_WITHIN
            late = facts.as_of > on + THANK_WITHIN
            ask = Action("ask", (name.person,), {"via": name.introducer})
            why = f"{name.words}: {how}."
            yield Due(on, "write to", name.person, why, late, ask, name.referral)


def let_go(facts: DayFacts) -> Iterator[Due]:
    """Let a name go of which nothing has come in two weeks, or write to them now."""
    for name in names_given_on(facts.view):
        if facts.as_of - name.day > FRESH:
            why = f"{name.words}, and nothing has come of it: write now, or let it go."
            over = Action("refer", (name.introducer, name.person), {"status": "silent"})
            ask = Action("ask", (name.person,), {"via": name.introducer})
            on = name.day + FRESH
            yield Due(on, "let go?", name.person, why, False, over, name.referral, (ask,))


def follow_up(facts: DayFacts) -> Iterator[Due]:
    """Ask once more after seven business days without an answer; after seven more, let it be."""
    for state in facts.asks:
        if not state.asked or state.standing != Standing.WAITING:
            continue
        ask, asked = state.ask, state.asked
        on = facts.after(asked[-1], FOLLOW_UP_AFTER)
        again = Action("ask", (ask.person,), {"target": ask.target} if ask.target else {})
        since = f"No answer since {asked[-1]}"
        if len(asked) == 1 and facts.as_of - on <= LAPSE:
            why, late = f"{since}: write once more, then let it be.", facts.as_of > on
            yield Due(on, "follow up", ask.person, why, late, again, ask.id)
        else:
            why, over = f"{since}, and that is fine.", {**again.fields, "outcome": "silent"}
            settled = replace(again, fields=over)
            yield Due(on, "let go", ask.person, why, False, settled, ask.id)


def no_day_found(facts: DayFacts) -> Iterator[Due]:
    """Write once more to whoever said yes to a talk two weeks ago, or let it go."""
    for state in facts.asks:
        ask, since = state.ask, state.since
        wanted = state.standing == Standing.AGREED and ask.want == "interview"
        old = since is not None and FRESH < facts.as_of - since <= FORGOTTEN
        if wanted and since and old and not facts.done(ask.person, {K.PLANNED}, since):
            told = {"target": ask.target} if ask.target else {}
            over = Action("ask", (ask.person,), {**told, "outcome": "silent"})
            yes = f"{facts.name(ask.person)} said yes to a talk on {spoken_day(since)}"
            why = f"{yes}, and no day was found: write once more, or let it go."
            yield Due(since + FRESH, "let go?", ask.person, why, False, over, ask.id)


def planned_ask(facts: DayFacts) -> Iterator[Due]:
    """Ask whom one planned to ask."""
    for state in facts.asks:
        if state.standing == Standing.PLANNED:
            ask, last = state.ask, state.steps[-1]
            target = {"target": ask.target} if ask.target else {}
            day = last.day or facts.as_of
            about = f": {_of_target(facts, ask.target)}" if ask.target else ""
            note = f" ({last.note})" if last.note else ""
            why = f"You planned to ask them for {_WANTED[ask.want]}{about}{note}."
            now = Action("ask", (ask.person,), {"want": ask.want, **target})
            yield Due(day, "ask", ask.person, why, False, now, ask.id)


_WANTED: Final[Mapping[str, str]] = {
    "interview": "a talk",
    "introduction": "an introduction",
    "help": "help",
}


def _of_target(facts: DayFacts, target: str) -> str:
    """Return the name of what an ask is for."""
    known = facts.ledger.people.get(target) or facts.ledger.organisations.get(target)
    return known.name if known else target


def answered(facts: DayFacts) -> Iterator[Due]:
    """Say whether what came from somebody who was asked was a yes, a no, or something else."""
    for state in facts.asks:
        if state.standing == Standing.ANSWERED and state.sign:
            ask, sign = state.ask, state.sign
            name = facts.name(ask.person)
            why = f"{name} {sign.words} on {sign.day}: was that yes, no, or about something else?"
            told = {"target": ask.target} if ask.target else {}
            ways = [
                Action("ask", (ask.person,), {**told, "outcome": outcome, "day": day})
                for outcome, day in (
                    ("agreed", f"{sign.day}"),
                    ("declined", f"{sign.day}"),
                    ("waiting", f"{facts.as_of}"),
                )
            ]
            yield Due(
                sign.day, "answered", ask.person, why, False, ways[0], ask.id, tuple(ways[1:])
            )


def guessed(facts: DayFacts) -> Iterator[Due]:
    """Say of a letter that may have been an ask whether it was one."""
    for one in guesses_on(facts.view)[:GUESSES]:
        why = f"{one.words[:1].upper()}{one.words[1:]}"
        yield Due(one.wrote, "was it an ask?", one.person, why, False, one.action, f"{one.wrote}")


def second_person(facts: DayFacts) -> Iterator[Due]:
    """Ask somebody else at an employer after business days of silence, one at a time."""
    for waiting in employers_waiting(facts.view):
        busy = facts.open_asks() | rests_on(facts.view).keys()
        people = facts.ledger.people
        gave = {r.introducer for r in facts.ledger.referrals if r.person == waiting.asked}
        free = [i for i in waiting.people if i not in busy | gave and not people[i].gone]
        if waiting.alone and free:
            i = min(free, key=lambda i: _distance(facts, i))
            why = (
                f"{facts.name(waiting.asked)} has not answered since {waiting.day}; "
                f"{facts.name(i)} is at {facts.ledger.people[i].company} too."
            )
            again = Action("ask", (i,))
            yield Due(waiting.until, "second person", i, why, False, again, waiting.ask)


def _distance(facts: DayFacts, i: str) -> tuple[int, str, str]:
    """Return a key that puts whom ego was in touch with last first."""
    last = facts.last_contact(i) or date.min
    return -last.toordinal(), fold(facts.name(i)), i
