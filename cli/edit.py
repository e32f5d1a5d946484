"""``netgraph edit``: say what is true of a person, of all who are found, or of an event."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import output
from .entry import LOGGED
from .options import DAY, DAY_AHEAD, Session, json_option, pass_session
from .words import count

if TYPE_CHECKING:
    from netgraph.model.records import Event, Fact, Ledger, Person
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


ONE_ONLY = ("name", "email", "phone", "url", "introduction", "country")
SHOWN = 12
"""So many of those found are named before all of them are changed."""


@click.command()
@click.argument("who", default="")
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
@click.option("--tag", "tags", multiple=True, help="Put a label on (again for more).")
@click.option("--untag", "untags", multiple=True, help="Take a label off (again for more).")
@click.option("--as", "role", help="What they are to you: manager, mentor, family, your own word.")
@click.option("--inverse", help="How your own word reads the other way round.")
@click.option("--search", help="All whom netgraph people SEARCH finds, in the place of WHO.")
@click.option("--tagged", multiple=True, help="All who have this label, in the place of WHO.")
@click.option("--yes", is_flag=True, help="Do not ask before several are changed.")
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

    An empty text takes back what you said. "me" is you. With --search or --tagged it is for all
    who are found, at once, and undone at once.
    """
    which = {name: said.pop(name) for name in ("search", "tagged", "yes")}
    if which["search"] is not None or which["tagged"]:
        _several(session, who, which, said, as_json=as_json)
        return
    if not who:
        raise click.UsageError("say of whom: netgraph edit WHO, or all at once with --search WORDS")
    of_event = who == "event" and event_id is not None
    _check_options(said, of_event, event_id)
    with session.change(shlex.join(["edit", who, *filter(None, [event_id])])) as (store, change):
        action = _event if of_event else _person
        found = action(store.ledger(), change, event_id or who, said, session.as_of)
    if as_json:
        output.as_json({"event" if of_event else "said": found})
    else:
        output.say("Put right." if not said["remove"] else "Taken out.")
        if not of_event:
            output.say(f"Next: see it all: {shlex.join(['netgraph', 'show', who])}")


def _check_options(said: dict[str, Any], of_event: bool, event_id: str | None) -> None:
    """Refuse options that do not belong to what is edited."""
    given = [name for name, value in said.items() if value not in (None, False, ())]
    wrong = [n for n in given if n != "day" and (n in (*OF_EVENTS, "remove")) != of_event]
    if event_id and not of_event:
        raise click.UsageError(f"one person at a time: put {event_id!r} in quotes with the name")
    if given == ["day"] and not of_event:
        raise click.UsageError("a day alone changes nothing: say what to change, such as --company")
    if wrong:
        what = "an event" if of_event else "a person, but for: netgraph edit event ID"
        option = {"word": "kind", "day": "on", "due": "by"}.get(wrong[0], wrong[0])
        raise click.UsageError(f"--{option.replace('_', '-')} is not for {what}")


def _several(
    session: Session,
    who: str,
    which: dict[str, Any],
    said: dict[str, Any],
    *,
    as_json: bool,
) -> None:
    """Say the same of all who are found, after they were shown."""
    if who:
        raise click.UsageError(f"either {who!r} or all who are found: leave one of both out")
    _check_options(said, False, None)
    if wrong := [name for name in ONE_ONLY if said[name] is not None]:
        raise click.UsageError(f"--{wrong[0]} is for one person: netgraph edit WHO --{wrong[0]}")
    found = _found(session.ledger(), which["search"] or "", which["tagged"])
    _confirm([person.name for person in found], yes=which["yes"])
    with session.change(f"edit {count(len(found), 'person', 'people')}") as (store, change):
        ledger = store.ledger()
        facts = [f for p in found for f in _person(ledger, change, p.id, said, session.as_of)]
    if as_json:
        output.as_json({"said": facts})
    else:
        output.say(f"Put right: {count(len(found), 'person', 'people')}.")


def _found(ledger: Ledger, query: str, tags: Iterable[str]) -> list[Person]:
    """Return whom a search and labels find; raise if that is nobody."""
    from netgraph.journal.lookup import search
    from netgraph.journal.tags import with_tag

    people = search(ledger, query)
    for tag in tags:
        people = with_tag(ledger, people, tag)
    if not people:
        raise click.UsageError(f"nobody is found: try netgraph people {shlex.quote(query)}")
    return people


def _confirm(names: Sequence[str], *, yes: bool) -> None:
    """Show who is found, and ask whether all are meant."""
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    output.note(f"{count(len(names), 'person', 'people')}: {', '.join(names[:SHOWN])}{more}")
    if yes:
        return
    if not sys.stdin.isatty():
        raise click.UsageError("nothing was changed: are all of these meant? Then add --yes")
    click.confirm("Change all of them?", default=True, abort=True, err=True)


def _person(
    ledger: Ledger, change: Change, who: str, said: dict[str, Any], today: date
) -> list[Fact]:
    """Put what is said of a person."""
    from netgraph.recording.people import record_edit

    return record_edit(
        ledger,
        change,
        who,
        {f: _text(said[f]) for f in (*TEXTS, *LIMITS) if said[f] is not None},
        day=said["day"] or today,
        closeness=said["closeness"] or "",
        tags=said["tags"],
        untags=said["untags"],
        role=said["role"] or "",
        inverse=said["inverse"] or "",
    )


def _text(value: Any) -> str:
    """Return a value as a statement holds it."""
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value)


def _event(
    ledger: Ledger, change: Change, event_id: str, said: dict[str, Any], today: date
) -> Event:
    """Put the corrected event, or take it out."""
    from netgraph.model.errors import UnknownName
    from netgraph.recording.people import record_correction

    try:
        return record_correction(ledger, change, event_id, said, today=today, remove=said["remove"])
    except UnknownName as error:
        raise UnknownName(f"{error}; netgraph show WHO lists them") from None
