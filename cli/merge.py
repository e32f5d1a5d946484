"""``netgraph merge``: make one of two, or take one apart."""

from __future__ import annotations

import click

from . import output
from .options import Session, json_option, pass_session


@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--apart", is_flag=True, help="Say that they are two; take a wrong merge apart.")
@click.option("--company", is_flag=True, help="A and B are companies, schools or clubs.")
@json_option
@pass_session
def merge(session: Session, a: str, b: str, apart: bool, company: bool, as_json: bool) -> None:
    """Say that A and B are one person, and remember it.

    Nothing is lost: the records stay, and `netgraph undo` or `--apart` takes the merge back.
    """
    if company:
        merge_companies(session, a, b, apart=apart, as_json=as_json)
    elif apart:
        take_apart(session, a, b, as_json=as_json)
    else:
        join(session, a, b, as_json=as_json)


def join(session: Session, a: str, b: str, *, as_json: bool) -> None:
    """Make one person of two."""
    from netgraph.recording.decisions import record_same

    with session.change(f"merge {a!r} {b!r}") as (store, change):
        one, _ = record_same(store.ledger(), change, a, b)
        now = store.ledger()
        person = now.people[now.alias.get(one, one)]
    said = f"One person: {person.name} [{person.id}]. Take it back with: netgraph undo"
    found = {"id": person.id, "name": person.name}
    output.done({"person": found}, said, json_wanted=as_json)


def take_apart(session: Session, a: str, b: str, *, as_json: bool) -> None:
    """Make sure that two records are two people, now and after every import."""
    from netgraph.journal.naming import describe
    from netgraph.recording.decisions import record_apart

    with session.change(f"merge --apart {a!r} {b!r}") as (store, change):
        two = record_apart(store.ledger(), change, a, b)
        now = store.ledger()
        people = [now.people[now.alias.get(i, i)] for i in two]
    shown = " and ".join(map(describe, people))
    said = f"Two people: {shown}. This is remembered; take it back with: netgraph undo"
    found = [{"id": person.id, "name": person.name} for person in people]
    output.done({"people": found}, said, json_wanted=as_json)


def merge_companies(session: Session, a: str, b: str, *, apart: bool, as_json: bool) -> None:
    """Make one firm of two, or two of one."""
    from netgraph.recording.decisions import record_one_employer, record_two_employers

    with session.change(f"merge --company {a!r} {b!r}") as (store, change):
        if apart:
            two = record_two_employers(change, a, b)
            said = "Two companies. This is remembered; take it back with: netgraph undo"
            output.done({"companies": list(two)}, said, json_wanted=as_json)
            return
        one, _ = record_one_employer(store.ledger(), change, a, b)
        now = store.ledger()
        firm = now.organisations[now.alias.get(one, one)]
    others = [s for s in firm.spellings if s != firm.name]
    also = f", also written {', '.join(others)}" if others else ""
    said = f"One company: {firm.name}{also}. Take it back with: netgraph undo"
    found = {"id": firm.id, "name": firm.name, "spellings": firm.spellings}
    output.done({"company": found}, said, json_wanted=as_json)
