"""``netgraph tie``: say who knows whom, and be asked the questions that tell most."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import output
from .actions import writer
from .entry import date_of, new_option, on_option, write
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.records import Ledger, Person
    from netgraph.suggestions.elicitation import Question


@click.command()
@click.argument("a", required=False)
@click.argument("b", required=False)
@click.option("--closeness", type=click.Choice(["close", "warm", "barely"]), help="How well.")
@click.option(
    "--as", "role", default="", help="What A is to B: manager, mentor, family, or your own word."
)
@click.option("--inverse", default="", help="How your own word reads the other way round.")
@click.option("--knows-at", metavar="EMPLOYER", help="A may know somebody at this employer.")
@click.option(
    "--not",
    "denied",
    is_flag=True,
    help="It is not so: they do not know each other, or nobody there.",
)
@click.option("--interview", is_flag=True, help="Be asked about the pairs that matter most.")
@click.option(
    "-n", "limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many."
)
@on_option
@new_option
@json_option
@pass_session
def tie(
    session: Session,
    /,
    *,
    a: str | None,
    b: str | None,
    closeness: str | None,
    role: str,
    inverse: str,
    knows_at: str | None,
    denied: bool,
    interview: bool,
    limit: int,
    on: date | None,
    new: bool,
    as_json: bool,
) -> None:
    """Say that A and B know each other ("me" is you), or with --not that they do not.

    Your word beats every file and every guess. With --as you say what A is to B: netgraph tie Ana
    me --as manager; two people may be several things to one another, and with --not it is so no
    longer. With --knows-at you say that A may know somebody at an employer (netgraph tie Ana
    --knows-at Watershed), with --not that they do not. With --interview, netgraph asks about the
    pairs whose answer would change its suggestions most.
    """
    if interview:
        if a or closeness or role or denied or new or on or knows_at is not None:
            raise click.UsageError("--interview asks you: it goes with -n and --json only")
        _interview(session, limit, as_json=as_json)
        return
    if knows_at is not None:
        if not a or b or closeness or role or inverse:
            raise click.UsageError(
                "--knows-at says it of one person: netgraph tie WHO --knows-at X"
            )
        _door(session, a, knows_at, date_of(session, on), may=not denied, new=new, as_json=as_json)
        return
    if not (a and b):
        raise click.UsageError("name two people, or let netgraph ask you: netgraph tie --interview")
    from netgraph.recording.people import record_tie

    line = shlex.join(["tie", a, b, *(["--not"] if denied else [])])
    day = date_of(session, on)
    if role or inverse:
        if closeness and denied:
            raise click.UsageError("--closeness is not for what is so no longer")
        said = {"known": not denied, "closeness": closeness or "", "inverse": inverse, "day": day}
        _relate(session, line, (a, role, b), said, new=new, as_json=as_json)
        return
    ties, names = write(
        session,
        line,
        lambda ledger, change, new: record_tie(
            ledger, change, (a, b), new=new, known=not denied, closeness=closeness or "", day=day
        ),
        new=new,
    )
    if as_json:
        output.as_json({"tie": ties[0]})
    else:
        verb = "do not know each other" if denied else "know each other"
        output.say(f"Written down: {names[0]} and {names[1]} {verb}.")
        output.say("Next: whom to ask now: netgraph suggest")


def _door(
    session: Session, who: str, employer: str, day: date, *, may: bool, new: bool, as_json: bool
) -> None:
    """Write down whether somebody may know people at an employer."""
    from netgraph.recording.people import record_door

    line = shlex.join(["tie", who, "--knows-at", employer, *([] if may else ["--not"])])
    said, name, at = write(
        session,
        line,
        lambda ledger, change, new: record_door(
            ledger, change, who, employer, day=day, new=new, may=may
        ),
        new=new,
    )
    if as_json:
        output.as_json({"statements": said})
    else:
        where = "may know somebody" if may else "knows nobody"
        output.say(f"Written down: {name} {where} at {at}, by your word.")
        output.say("Next: whom to ask now: netgraph suggest")


def _relate(
    session: Session,
    line: str,
    words: tuple[str, str, str],
    said: dict[str, Any],
    *,
    new: bool,
    as_json: bool,
) -> None:
    """Write down what somebody is to somebody."""
    from netgraph.recording.relations import record_relation

    said |= dict(zip(("a", "role", "b"), words, strict=True))
    found = write(session, line, lambda *s: record_relation(*s, **said), new=new)
    if as_json:
        output.as_json({"relation": found.relation})
    else:
        output.say(f"Written down: {found.words}.")


def _interview(session: Session, limit: int, *, as_json: bool) -> None:
    """Ask on a terminal; elsewhere print the questions with the commands that answer them."""
    from netgraph.suggestions.elicitation import questions
    from netgraph.views.documents import ties_document

    view = session.view()
    ledger, asked = view.ledger, questions(view, n=limit)
    if as_json:
        output.as_json(ties_document(ledger, asked), writer(ledger))
    elif not asked:
        output.say("Nothing to ask: netgraph has no guess yet who might know whom.")
    elif sys.stdin.isatty():
        _ask(session, ledger, asked)
    else:
        for question in asked:
            output.say(_wording(ledger, question))
            output.say(f"  $ {writer(ledger)(question.action)}    (if not, add --not)")


def _wording(ledger: Ledger, question: Question) -> str:
    """Return a question in words, with what lets us think so."""
    one, other = (_with_job(ledger.people[person]) for person in (question.u, question.v))
    return f"Does {one} know {other}? ({'; '.join(question.why)}: {question.confidence:.0%})"


def _with_job(person: Person) -> str:
    """Return the name, with the job in brackets if it is known."""
    from netgraph.model.text import job_words

    job = job_words(person.title, person.company)
    return f"{person.name} ({job})" if job else person.name


HELP = "y yes, n no, s I do not know, u take the last answer back, q enough"
MEANT = {"yes": "y", "no": "n", "": "s", "?": "s", "maybe": "s", "undo": "u", "quit": "q"}
"""What is typed besides the letters."""


def _ask(session: Session, ledger: Ledger, asked: Sequence[Question]) -> None:
    """Ask until the questions or the patience end, and write the answers down as one change."""
    answers: dict[int, bool] = {}
    output.say(HELP)
    number = 0
    while number < len(asked):
        output.say(f"{number + 1}/{len(asked)} {_wording(ledger, asked[number])}")
        said = _said()
        if said == "q":
            break
        if said == "u":
            number = max(number - 1, 0)
            answers.pop(number, None)
            continue
        if said != "s":
            answers[number] = said == "y"
        number += 1
    if answers:
        pairs = {(asked[n].u, asked[n].v): known for n, known in answers.items()}
        _write_down(session, pairs)
    output.say(
        f"Written down: {sum(answers.values())} know each other, "
        f"{len(answers) - sum(answers.values())} do not."
    )
    output.say("Next: whom to ask now: netgraph suggest")


def _said() -> str:
    """Return what was answered: a letter of `HELP`."""
    while True:
        try:
            typed = click.prompt("y/n/s/u/q", default="", show_default=False).strip().lower()
        except click.Abort:
            return "q"
        if (key := MEANT.get(typed, typed)) in ("y", "n", "s", "u", "q"):
            return key
        output.say(HELP)


def _write_down(session: Session, answers: dict[tuple[str, str], bool]) -> None:
    """Put all answers."""
    from netgraph.journal.who_knows_whom import answer

    with session.change("tie --interview") as (store, change):
        ledger = store.ledger()
        for (u, v), known in answers.items():
            change.put(answer(ledger, u, v, known=known, day=session.as_of))
