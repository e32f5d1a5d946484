"""``netgraph pool``: introductions through people who put together whom they know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import output
from .options import Session, json_option, pass_session
from .pool_ways import answer_request, ask_member, find_ways, show_fairness
from .pool_words import FILE, SHOWN, command, file_argument, pool_option
from .words import count

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf
    from netgraph.pools.joining import Joined
    from netgraph.pools.membership import Fellow, Membership
    from netgraph.pools.requests import Answered
    from netgraph.pools.shares import Chosen, Shared
    from netgraph.store import Store


FEW = 3
"""So many names, or files that say nothing new, are told one by one."""


@click.group()
def pool() -> None:
    """Find introductions with others, without showing anybody your address book."""


@pool.command("new")
@click.argument("name")
@click.option(
    "--key", type=FILE, help="Write the pool's key to this file, or take the one that is in it."
)
@json_option
@pass_session
def new_pool(session: Session, name: str, key: Path | None, as_json: bool) -> None:
    """Make the pool NAME, or come into it with the key that its founder gave you.

    Who has the key can read what the pool's files say and take part: give it to members alone.
    """
    from netgraph.pools.keys import read_phrase
    from netgraph.pools.membership import begin

    there = key is not None and key.exists()
    given = read_phrase(_text_of(key)) if key is not None and there else None
    with session.store() as store:
        made = begin(store, name, given)
        if key is not None and not there:
            _write_key(store, made, key)
    said = [f"You are in the pool {made.name}, with the key in {key}."]
    if not there:
        where = f", also in {key}" if key else ""
        said = [f"You founded the pool {made.name}.", f"Its key{where}, for members alone:"]
        said.append(f"  {made.key.phrase}")
    said.append(f"Choose what you share: {command('export', 'FILE', made.name)}")
    document = {
        "pool": {"name": made.name, "key": made.key.phrase, "file": str(key) if key else None}
    }
    output.done(document, "\n".join(said), json_wanted=as_json)


def _write_key(store: Store, made: Membership, key: Path) -> None:
    """Write the key of a new pool to a file; there is no pool if that cannot be."""
    from netgraph.model.errors import NetgraphError
    from netgraph.model.private_files import write_private
    from netgraph.pools.membership import left

    try:
        write_private(key, f"{made.key.phrase}\n".encode())
    except NetgraphError:
        left(store, made)
        raise


def _text_of(path: Path) -> str:
    """Return what a key file says."""
    from netgraph.model.errors import UnreadableFile

    try:
        return path.read_text(encoding="utf-8", errors="replace")[:1000]
    except OSError as error:
        raise UnreadableFile(f"cannot read {path}: {error.strerror}") from error


@pool.command("list")
@json_option
@pass_session
def list_pools(session: Session, as_json: bool) -> None:
    """Show the pools you are in, and who shares how much in each."""
    from netgraph.pools.membership import fellows, member_of
    from netgraph.store.pooled import pools

    with session.store() as store:
        members = [member_of(store, row.name) for row in pools(store)]
        held = [(one, fellows(store, one)) for one in members]
    document = {
        "pools": [
            {
                "name": one.name,
                "files": one.number,
                "members": [
                    {"member": f.shares.called, "people": len(f.shares.people), "day": f.day}
                    for f in others
                ],
            }
            for one, others in held
        ]
    }
    output.show(document, lambda: _pools(held), json_wanted=as_json)


def _pools(held: list[tuple[Membership, list[Fellow]]]) -> Iterator[str]:
    """Yield the pools as text."""
    for one, others in held:
        yield f"{one.name}: {count(len(others), 'other member')}"
        for fellow in others:
            people = count(len(fellow.shares.people), "person", "people")
            yield f"  {fellow.shares.called} shares {people}, since {fellow.day}"
        if one.number == 0:
            yield f"  You share nothing yet: {command('export', 'FILE', one.name)}"
        elif others:
            yield f"  Who knows somebody there: {command('find', 'TARGET', one.name)}"
        else:
            yield f"  What they share: {command('join', 'FILES', one.name)}"
    if not held:
        yield "You are in no pool. To make one: netgraph pool new NAME --key FILE"


@pool.command("export")
@file_argument
@pool_option
@click.option(
    "--names/--no-names", default=None, help="Whether to write the names of your contacts, too."
)
@click.option(
    "--at-least",
    type=click.Choice(["barely", "warm", "close"]),
    help="How well you know those you share, at least.",
)
@click.option("--without", multiple=True, metavar="WHO", help="Not this person (again for more).")
@click.option("--with", "back", multiple=True, metavar="WHO", help="This person, after all.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
@json_option
@pass_session
def export_shares(
    session: Session, /, *, file: Path, name: str, as_json: bool, **said: Any
) -> None:
    """Write what you share with a pool to FILE: you see it first, and choose.

    Never in it: addresses, titles, messages, notes. Send the file to the others, or put it where
    all of you can read it; your next file takes its place. What you choose holds for your next
    files, too, until you choose anew.
    """
    from netgraph.model.private_files import write_private
    from netgraph.pools.membership import member_of, next_file, shares
    from netgraph.pools.shares import shared_people

    view = session.view()
    with session.store() as store:
        member = member_of(store, name)
        chosen = _chosen(view, member.chosen, **said)
        people = shared_people(view, member.key.secret, chosen)
        body = shares(view, member, people, chosen)
        if not said["yes"]:
            _show_shares(people, names=chosen.names)
            question = f"Write this to {file}, in your name ({body.called})?"
            click.confirm(output.safe(question), abort=True, err=True)
        write_private(file, next_file(store, member, body, view.day, chosen))
    document = {
        "export": {
            "file": str(file), "pool": name, "called": body.called, "people": len(people),
            "names": chosen.names,
        }
    }  # fmt: skip
    told = (
        f"Written to {file}: {count(len(people), 'person', 'people')}, as {body.called}.\n"
        f"Send it to the others, and join theirs: {command('join', 'FILES', name)}"
    )
    output.done(document, told, json_wanted=as_json)


def _chosen(
    view: AsOf,
    before: Chosen,
    *,
    names: bool | None,
    at_least: str | None,
    without: tuple[str, ...],
    back: tuple[str, ...],
    **_: Any,
) -> Chosen:
    """Return what is chosen: what was before, but for what is said now."""
    from netgraph.journal.lookup import find_person
    from netgraph.pools.shares import BAND_WORDS, Chosen

    bands = {word: band for band, word in BAND_WORDS.items()}
    left_out = before.without | {find_person(view.ledger, who) for who in without}
    return Chosen(
        before.names if names is None else names,
        bands[at_least] if at_least else before.at_least,
        left_out - {find_person(view.ledger, who) for who in back},
    )


def _show_shares(people: list[Shared], *, names: bool) -> None:
    """Show what would be written, beside whom it is about: that you see, the file does not say."""
    from netgraph.pools.shares import BAND_WORDS

    rows = [
        (
            shared.person.name,
            shared.known.employer,
            shared.known.function,
            shared.known.level,
            shared.known.school,
            BAND_WORDS[shared.known.band],
        )
        for shared in people[:SHOWN]
    ]
    whose = "who (written, too)" if names else "who (not written)"
    output.table([whose, "employer", "field", "level", "school", "how well"], rows)
    if len(people) > SHOWN:
        output.say(f"... and {len(people) - SHOWN} more, in the same way.")
    output.say("Of each, keyed marks of their addresses go with it, by which members' lists meet.")


@pool.command("join")
@click.argument("files", nargs=-1, required=True, type=FILE)
@pool_option
@json_option
@pass_session
def join_pool(session: Session, files: tuple[Path, ...], name: str, as_json: bool) -> None:
    """Read the FILES that other members wrote; a newer one of a member replaces the older."""
    from netgraph.pools.finding import new_in
    from netgraph.pools.joining import join
    from netgraph.pools.kept import kept_pool
    from netgraph.pools.membership import member_of
    from netgraph.pools.requests import read_replies

    new: list[str] = []
    with session.store() as store:
        member = member_of(store, name)
        joined = join(store, member, files)
        if joined.shared or joined.left:  # put together now, so that whoever looks need not wait
            view, member = session.view(), member_of(store, name)
            new = new_in(kept_pool(store, member, lambda: view, session.as_of), member)
        answers, strange = read_replies(joined.replies, store, member)
        joined.refused.extend(strange)
    document = {
        "joined": {
            "shared": [{"member": m, "people": n} for m, n in joined.shared],
            "left": joined.left,
            "answers": answers,
            "requests": [str(path) for path in joined.requests],
            "old": joined.old,
            "refused": joined.refused,
        }
    }
    output.show(document, lambda: _joined(joined, answers, new, name), json_wanted=as_json)
    for line in (*_old(joined.old), *joined.refused):
        output.note(line)
    if joined.refused and not (joined.came or joined.old or answers):
        click.get_current_context().exit(1)


def _old(lines: list[str]) -> list[str]:
    """Return what is said of files that say nothing new: of many, how many they are."""
    return lines if len(lines) <= FEW else [f"{len(lines)} files say nothing new to you."]


def _joined(joined: Joined, answers: list[Answered], new: list[str], name: str) -> Iterator[str]:
    """Yield what came of the files."""
    for one in answers:
        yield from _answer(one)
    for member, people in joined.shared:
        yield f"{member} shares {count(people, 'person', 'people')}."
    for member in joined.left:
        yield f"{member} left and took back what they had shared."
    for path in joined.requests:
        read = command("answer", str(path), name)
        yield f"{path} asks you for an introduction. To read it: {read}"
    if new:
        export = command("export", "FILE", name)
        yield f"Your next file lets {_some(new)} ask, too: {export}"
    if joined.came or (joined.old and not (answers or joined.refused)):
        yield f"Who knows somebody there: {command('find', 'TARGET', name)}"


def _some(names: list[str]) -> str:
    """Return a few names, and how many there are besides."""
    from netgraph.model.text import clean

    more = len(names) - FEW
    shown = [clean(name) for name in (names if more <= 0 else names[:FEW])]
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def _answer(one: Answered) -> Iterator[str]:
    """Yield what a member answered, and what comes next."""
    import shlex

    word = one.word
    words = f" They say: {word.said}" if word.said else ""
    if not word.yes:
        yield f"{one.member} cannot introduce you this time.{words}"
        return
    job = ", ".join(filter(None, (word.title, word.employer)))
    yield f"{one.member} will introduce you to {word.name}{f' ({job})' if job else ''}.{words}"
    who = f"{word.name} ({word.employer})" if word.employer else word.name
    refer = ["netgraph", "refer", one.member, who, "--status", "agreed", "--new"]
    yield f"Write it down: {shlex.join(refer)}"


@pool.command("leave")
@click.argument("file", type=FILE)
@pool_option
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
@json_option
@pass_session
def leave_pool(session: Session, file: Path, name: str, yes: bool, as_json: bool) -> None:
    """Leave a pool: FILE, once the others join it, takes back all you shared.

    What others shared goes from your own store at once. Copies of files that others keep are
    beyond reach.
    """
    from netgraph.model.private_files import write_private
    from netgraph.pools.membership import leaving, left, member_of

    view = session.view()
    with session.store() as store:
        member = member_of(store, name)
        if not yes:
            click.confirm(output.safe(f"Leave {name} for good?"), abort=True, err=True)
        write_private(file, leaving(view, store, member))
        left(store, member)
    told = (
        f"You have left {name}. Send {file} to the others: whoever joins it has nothing of yours "
        "any more.\nCopies of your files that somebody keeps are beyond reach."
    )
    output.done({"left": {"pool": name, "file": str(file)}}, told, json_wanted=as_json)


for one in (find_ways, ask_member, answer_request, show_fairness):
    pool.add_command(one)
