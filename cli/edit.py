"""``netgraph edit``: put right what is known of a person, or an event that was written down."""

from __future__ import annotations

import shlex
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import output
from .entry import LOGGED
from .options import DAY, DAY_AHEAD, Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.records import Event, Fact, Ledger
    from netgraph.store import Change

TEXTS = (
    "name",
    "company",
    "title",
    "place",
    "email",
    "phone",
    "url",
    "needs",
    "offers",
    "country",
    "introduction",
)
LIMITS = ("not_before", "asks_per_quarter", "never_ask", "keep_in_touch", "hub")
OF_EVENTS = ("word", "day", "due", "note", "value", "about")


@click.command()
@click.argument("who")
@click.argument("event_id", required=False)
@click.option("--name", help="What they are called.")
@click.option("--company", help="Where they work.")
@click.option("--title", help="What they do there.")
@click.option("--place", help="Where they live.")
@click.option("--email", help="One more e-mail address.")
@click.option("--phone", help="One more phone number.")
@click.option("--url", help="One more profile.")
@click.option("--closeness", type=click.Choice(["close", "warm", "barely"]), help="How well.")
@click.option("--hub/--no-hub", default=None, help="Whether they know many people.")
@click.option("--not-before", type=DAY_AHEAD, help="Do not ask them before this day.")
@click.option("--asks-per-quarter", type=click.IntRange(min=0), help="No more asks than these.")
@click.option("--never-ask/--may-ask", default=None, help="Whether to leave them alone.")
@click.option(
    "--keep-in-touch", type=click.IntRange(0, 3650), help="Days between contacts; 0: none."
)
@click.option("--needs", help="What they look for.")
@click.option("--offers", help="What they can help others with.")
@click.option("--country", help="Whose holidays you keep (netgraph edit me --country DE).")
@click.option("--introduction", help="Who you are, in a sentence (netgraph edit me ...).")
@click.option("--kind", "word", type=LOGGED, help="Event: what it was.")
@click.option("--on", "day", type=DAY, help="When it was (today).")
@click.option("--by", "due", type=DAY_AHEAD, help="Event: when it is due.")
@click.option("--note", help="Event: what to remember.")
@click.option("--value", type=float, help="Event: what it is worth, in talks.")
@click.option("--about", help="Event: whom it was about.")
@click.option("--remove", is_flag=True, help="Event: it never happened.")
@json_option
@pass_session
def edit(
    session: Session, /, *, who: str, event_id: str | None, as_json: bool, **said: Any
) -> None:
    """Put right a person (netgraph edit WHO --title ...) or an event (netgraph edit event ID ...).

    An empty text takes back what you said. "me" is you.
    """
    of_event = who == "event" and event_id is not None
    _check_options(said, of_event, event_id)
    with session.change(shlex.join(["edit", who, *filter(None, [event_id])])) as (store, change):
        action = _event if of_event else _person
        found = action(store.ledger(), change, event_id or who, said, session.as_of)
    if as_json:
        output.as_json({"event" if of_event else "said": found})
    else:
        output.say("Put right." if not said["remove"] else "Taken out.")


def _check_options(said: dict[str, Any], of_event: bool, event_id: str | None) -> None:
    """Refuse options that do not belong to what is edited."""
    given = [name for name, value in said.items() if value not in (None, False)]
    wrong = [n for n in given if n != "day" and (n in (*OF_EVENTS, "remove")) != of_event]
    if event_id and not of_event:
        raise click.UsageError(f"one person at a time: put {event_id!r} in quotes with the name")
    if given == ["day"] and not of_event:
        raise click.UsageError("a day alone changes nothing: say what to change, such as --company")
    if wrong:
        what = "an event" if of_event else "a person, but for: netgraph edit event ID"
        option = {"word": "kind", "day": "on", "due": "by"}.get(wrong[0], wrong[0])
        raise click.UsageError(f"--{option.replace('_', '-')} is not for {what}")


def _person(
    ledger: Ledger, change: Change, who: str, said: dict[str, Any], today: date
) -> list[Fact]:
    """Put what is said of a person."""
    from netgraph.journal.edits import statements
    from netgraph.journal.lookup import find_person

    fields = {f: _text(said[f]) for f in (*TEXTS, *LIMITS) if said[f] is not None}
    facts = statements(
        ledger,
        find_person(ledger, who, allow_ego=True),
        fields,
        day=said["day"] or today,
        closeness=said["closeness"] or "",
    )
    change.put(facts)
    return facts


def _text(value: Any) -> str:
    """Return a value as a statement holds it."""
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value)


def _event(
    ledger: Ledger, change: Change, event_id: str, said: dict[str, Any], today: date
) -> Event:
    """Put the corrected event, or take it out."""
    from netgraph.journal.edits import corrected, stored_behind
    from netgraph.journal.lookup import find_person
    from netgraph.model import records
    from netgraph.model.errors import UnknownName

    events = stored_behind(ledger, change.facts(records.Event), event_id)
    if not events:
        raise UnknownName(f"there is no event {event_id!r}; netgraph show WHO lists them")
    if said["remove"]:
        change.drop(records.Event, [event.id for event in events])
        return events[0]
    changes = {name: said[name] for name in OF_EVENTS}
    if changes["about"]:
        changes["about"] = find_person(ledger, changes["about"])
    events = [corrected(event, changes) for event in events]
    if (day := events[0].day) and day > today:
        raise click.UsageError(f"{day} is still to come")
    change.put(events)
    return events[0]
