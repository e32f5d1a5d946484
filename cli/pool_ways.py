"""``netgraph pool find``, ``ask``, ``answer`` and ``fairness``: what a pool is good for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import output
from .options import Session, json_option, pass_session
from .pool_words import FILE, SHOWN, command, file_argument, open_pool, pool_option
from .words import count

if TYPE_CHECKING:
    from netgraph.pools.fairness import Fairness
    from netgraph.pools.finding import Found, Way


WAITING = 3
"""So many are shown whom to leave alone for the same reason."""


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

    with open_pool(session, name) as at:
        pool = at.put_together()
    found = find(pool, at.member, at.view, target, engine=engine or "", limit=limit)
    output.show(found, lambda: _ways(found, name, limit or SHOWN), json_wanted=as_json)


def _ways(found: Found, name: str, shown: int) -> Iterator[str]:
    """Yield the ways to a target."""
    if not found.found:
        yield f"Nobody in {name} knows anybody at {found.target} whom you do not know yourself."
    ready = [way for way in found.found if not way.waits]
    yield from _few(ready, shown)
    waiting: dict[str, list[Way]] = {}
    for way in found.found:
        if way.waits:
            waiting.setdefault(way.waits, []).append(way)
    for why, some in waiting.items():
        yield f"Not now: {why}"
        yield from _few(some, min(WAITING, shown), "  ")
    if ready:
        ask = command("ask", ready[0].contact, "FILE", "--why", "WHY", name)
        yield f"Ask {ready[0].member} to introduce you: {ask}"
    elif found.found:
        yield f"Newer files of the others may change that: {command('join', 'FILES', name)}"
    else:
        yield f"What you share with the others: {command('export', 'FILE', name)}"


def _few(ways: list[Way], shown: int, before: str = "") -> Iterator[str]:
    """Yield the first of some ways, and how many there are besides."""
    for way in ways[:shown]:
        yield f"{before}{way.member} knows {_somebody(way)}. Contact {way.contact}"
    if len(ways) > shown:
        yield f"{before}... and {len(ways) - shown:,} more (--json lists them)"


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
    from netgraph.pools.requests import ask

    with open_pool(session, name) as at:
        data, to = ask(
            at.store, at.put_together(), at.member, at.view, contact, through=through, why=why
        )
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
    from netgraph.pools.requests import answer, read_request

    if yes is not None and file is None:
        raise click.UsageError("name the file to write the answer to")
    with open_pool(session, name) as at:
        asking = read_request(read(request, at.member.key), at.member, at.view)
        if yes is not None and file is not None:
            pool = at.put_together()
            write_private(file, answer(asking, pool, at.member, at.view, yes=yes, said=said))
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

    with open_pool(session, name) as at:
        pool = at.put_together()
    me = at.member.own.member, at.view.ledger.people[EGO].name
    found = how_even(counted(pool, at.member, at.view), me, at.view.day)
    output.show(found, lambda: _fairness(found, name), json_wanted=as_json)


def _fairness(found: Fairness, name: str) -> Iterator[str]:
    """Yield it as text."""
    people = count(found.people, "person", "people")
    yield f"In the last quarter {people} got {count(found.asks, 'ask')} from {name}."
    if found.asks:
        share = f"{found.most_asked:.0%}".replace("%", " %")
        yield f"  the most asked of them got {share}; Gini {found.gini:.2f} (0 is even)"
        yield f"  {found.at_limit} of them got as many as they should get"
        yield f"By member (Gini of the requests {found.gini_members:.2f}):"
        for load in found.members:
            got = count(load.through, "request")
            yield f"  {load.member} got {got} to introduce somebody, asked {_often(load.asked)}"
    yield f"Who may be asked now: {command('find', 'TARGET', name)}"


def _often(number: int) -> str:
    """Say how often."""
    return {0: "nobody", 1: "once", 2: "twice"}.get(number, f"{number:,} times")
