"""``netgraph pool find``, ``ask``, ``answer`` and ``fairness``: what a pool is good for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import output
from .options import Session, json_option, pass_session
from .pool_words import FILE, SHOWN, command, file_argument, pool_option
from .words import count

if TYPE_CHECKING:
    from netgraph.pools.fairness import Fairness
    from netgraph.pools.finding import Found, Way


@click.command("find")
@click.argument("target")
@pool_option
@click.option(
    "--engine",
    type=click.Choice(["memory", "duckdb", "spark", "postgresql"]),
    help="Where to ask; a small pool is asked in memory, a large one by DuckDB.",
)
@click.option("-n", "limit", type=click.IntRange(min=1), help="How many.")
@json_option
@pass_session
def find_ways(
    session: Session, /, *, target: str, name: str, engine: str | None, limit: int | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Show which members know somebody at TARGET: an employer, a school, a field of work.

    Whom they know stays theirs to tell: ask for an introduction with netgraph pool ask. Whoever
    should be left alone for now comes last, with the reason.
    """
    from netgraph.pools.finding import find
    from netgraph.pools.kept import kept_pool
    from netgraph.pools.membership import member_of

    view = session.view()
    with session.store() as store:
        member = member_of(store, name)
        pool = kept_pool(store, member, lambda: view, session.as_of)
    found = find(pool, member, view, target, engine=engine or "", limit=limit)
    output.show(found, lambda: _ways(found, name), json_wanted=as_json)


def _ways(found: Found, name: str) -> Iterator[str]:
    """Yield the ways to a target."""
    if not found.found:
        yield f"Nobody in {name} knows anybody at {found.target} whom you do not know yourself."
    for way in found.found[:SHOWN]:
        yield f"{way.member} knows {_somebody(way)}. Contact {way.contact}"
        if way.waits:
            yield f"     not now: {way.waits}"
    if len(found.found) > SHOWN:
        yield f"... and {len(found.found) - SHOWN} more."
    ready = next((way for way in found.found if not way.waits), None)
    if ready:
        ask = command("ask", ready.contact, "FILE", "--why", "WHY", name)
        yield f"Ask {ready.member} to introduce you: {ask}"


def _somebody(way: Way) -> str:
    """Say as much of a contact as the member shares."""
    at = f" at {way.employer}" if way.employer else ""
    word = ", by their own word" if way.stated else ""
    work = ", ".join(filter(None, (way.function, way.level)))
    return f"{way.name or 'somebody'}{at} ({'; '.join(filter(None, (work, way.how_well)))}{word})"


@click.command("ask")
@click.argument("contact")
@file_argument
@pool_option
@click.option("--through", default="", help="Which member to ask, if several know the contact.")
@click.option("--why", default="", help="Why you would like to meet, for that member alone.")
@json_option
@pass_session
def ask_member(
    session: Session, /, *, contact: str, file: Path, name: str, through: str, why: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Write a request for CONTACT, as netgraph pool find names them, to FILE.

    Send it to the member who knows them. Only that member can read it; it counts as one ask of that
    person, for the whole pool.
    """
    from netgraph.model.private_files import write_private
    from netgraph.pools.kept import kept_pool
    from netgraph.pools.membership import member_of
    from netgraph.pools.requests import ask

    view = session.view()
    with session.store() as store:
        member = member_of(store, name)
        pool = kept_pool(store, member, lambda: view, session.as_of)
        data, to = ask(store, pool, member, view, contact, through=through, why=why)
        write_private(file, data)
    told = (
        f"Written to {file}: send it to {to}, who answers with a file.\n"
        f"When that has come: {command('join', 'REPLY', name)}"
    )
    output.done(
        {"ask": {"file": str(file), "to": to, "contact": contact}}, told, json_wanted=as_json
    )


@click.command("answer")
@click.argument("request", type=FILE)
@click.argument("file", required=False, type=FILE)
@pool_option
@click.option("--yes/--no", "yes", default=None, help="Whether you will introduce them.")
@click.option("--said", default="", help="A word with it, for who asked alone.")
@json_option
@pass_session
def answer_request(
    session: Session, /, *, request: Path, file: Path | None, name: str, yes: bool | None,
    said: str, as_json: bool,
) -> None:  # fmt: skip
    """Read a REQUEST for an introduction; with --yes or --no, write the answer to FILE.

    Ask the person first. With --yes who asked learns their name; with --no they learn nothing.
    """
    from netgraph.model.private_files import write_private
    from netgraph.pools.files import read
    from netgraph.pools.kept import kept_pool
    from netgraph.pools.membership import member_of
    from netgraph.pools.requests import answer, read_request

    if yes is not None and file is None:
        raise click.UsageError("name the file to write the answer to")
    view = session.view()
    with session.store() as store:
        member = member_of(store, name)
        asking = read_request(read(request, member.key), member, view)
        if yes is not None and file is not None:
            pool = kept_pool(store, member, lambda: view, session.as_of)
            write_private(file, answer(asking, pool, member, view, yes=yes, said=said))
    who, person = asking.request.called, asking.person
    meant = person.name if person else "somebody whom you no longer know"
    document = {
        "request": {
            "from": who,
            "person": person and {"id": person.id, "name": person.name},
            "why": asking.why,
        },
        "answer": {"yes": yes, "file": str(file)} if yes is not None else None,
    }
    if yes is not None:
        told = f"Written to {file}: send it to {who}."
        if yes:
            told += f"\nOnce you have introduced them: {_introduced(meant, who)}"
    else:
        words = f"\nThey say: {asking.why}" if asking.why else ""
        reply = command("answer", str(request), "FILE", "--yes", name)
        told = f"{who} asks you to introduce them to {meant}.{words}\n" + (
            f"Ask {meant} first. Then: {reply} (or --no)"
        )
    output.done(document, told, json_wanted=as_json)


def _introduced(person: str, to: str) -> str:
    """Return the command that writes an introduction down."""
    import shlex

    return shlex.join(["netgraph", "refer", "me", person, "--to", to, "--new"])


@click.command("fairness")
@pool_option
@json_option
@pass_session
def show_fairness(session: Session, name: str, as_json: bool) -> None:
    """Show how evenly the pool asks: whether a few people carry what all want."""
    from netgraph.model.records import EGO
    from netgraph.pools.fairness import how_even
    from netgraph.pools.finding import counted
    from netgraph.pools.kept import kept_pool
    from netgraph.pools.membership import member_of

    view = session.view()
    with session.store() as store:
        member = member_of(store, name)
        pool = kept_pool(store, member, lambda: view, session.as_of)
    me = member.own.member, view.ledger.people[EGO].name
    found = how_even(counted(pool, member, view), me, session.as_of)
    output.show(found, lambda: _fairness(found, name), json_wanted=as_json)


def _fairness(found: Fairness, name: str) -> Iterator[str]:
    """Yield it as text."""
    people = count(found.people, "person", "people")
    yield f"In the last quarter {people} got {count(found.asks, 'ask')} from {name}."
    if found.asks:
        share = f"{found.most_asked:.0%}".replace("%", " %")
        yield f"  the most asked of them got {share}; Gini {found.gini:.2f} (0 is even)"
        yield f"  {found.at_limit} of them got as many as they should get"
        yield f"Requests to introduce somebody, by member (Gini {found.gini_members:.2f}):"
        for load in found.members:
            yield f"  {load.member}: got {load.through}, asked {load.asked}"
    yield f"Who may be asked now: {command('find', 'TARGET', name)}"
