"""``netgraph add``: somebody you know, or only heard of."""

from __future__ import annotations

import shlex
from typing import Any

import click

from . import output
from .entry import date_of, on_option, say_next
from .options import Session, json_option, pass_session


@click.command()
@click.argument("name")
@click.option("--company", default="", help="Where they work.")
@click.option("--title", default="", help="What they do there.")
@click.option("--email", multiple=True, help="An e-mail address (again for more).")
@click.option("--url", multiple=True, help="A profile's address (again for more).")
@click.option("--phone", multiple=True, help="A phone number (again for more).")
@click.option("--place", default="", help="Where they live.")
@click.option("--closeness", type=click.Choice(["close", "warm", "barely"]), help="How well.")
@click.option("--lead", is_flag=True, help="You only know their name so far.")
@on_option
@json_option
@pass_session
def add(session: Session, /, *, name: str, lead: bool, on: Any, as_json: bool, **said: Any) -> None:
    """Add a person: netgraph add "Ana Silva" --company Watershed --closeness warm."""
    from netgraph.model.records import Ledger
    from netgraph.recording.people import record_person
    from netgraph.views.next_steps import after_person

    with session.change(shlex.join(["add", name])) as (store, change):
        said["closeness"] = said["closeness"] or ""
        day = date_of(session, on)
        ledger, shown = store.ledger(), store.ledger(as_of=session.as_of)
        person = record_person(ledger, change, name, lead=lead, day=day, **said)
    if as_json:
        output.as_json({"person": person})
    else:
        output.say(f"Added {person.name}.")
        now = Ledger({**shown.people, person.id: person})
        say_next(session, after_person(person, known=bool(said["closeness"])), now)
