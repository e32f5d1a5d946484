"""``netgraph closeness``: be asked what only you can answer, one key each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import click

from . import output
from .actions import writer
from .doors import ask_about_doors, print_doors
from .home import goal_step, nobody_yet
from .options import Session, json_option, pass_session
from .question_round import Ended, Questions, ask_round

if TYPE_CHECKING:
    from netgraph.suggestions.closeness_round import ClosenessQuestion

KEYS = {"c": "close", "k": "warm", "b": "barely", "d": "unknown", "l": "alone"}
"""What each key says of somebody."""

HELP = "c close, k know, b barely, d do not remember, l leave alone, s skip, u undo, q enough"

MOST = 20
"""So many questions in a round, unless more are wanted."""


@click.command()
@click.option(
    "-n", "limit", type=click.IntRange(min=1), default=MOST, show_default=True, help="How many."
)
@click.option(
    "--doors", is_flag=True, help="Only: who may know somebody where you know nobody yet?"
)
@json_option
@pass_session
def closeness(session: Session, limit: int, doors: bool, as_json: bool) -> None:
    """Be asked how well you know the people whose answer changes your suggestions most.

    Then, for employers of your goals where you know nobody: might one of your people know somebody
    there? One key each. It ends by itself when no answer would change much, and says what it
    changed. Your word counts more than what files show.
    """
    from netgraph.journal.goals import open_goals

    ledger = session.ledger()
    if as_json and doors:
        print_doors(session, limit)
    elif as_json:
        _print(session, limit)
    elif nobody_yet(ledger):
        return
    elif not open_goals(ledger):
        output.say(f"Closeness matters for whom to ask. First {goal_step(ledger)}")
    else:
        if doors:
            ask_about_doors(session, limit)
        else:
            ask_both(session, limit)
        output.say("\nNext: see whom to ask: netgraph suggest")


def ask_both(session: Session, limit: int = MOST) -> None:
    """Ask how close people are and then, unless that was enough, who may open which door."""
    if not ask_about_closeness(session, limit).enough:
        ask_about_doors(session, limit, silent=True)


def ask_about_closeness(session: Session, limit: int = MOST) -> Ended:
    """Ask how well people are known."""
    questions = Questions(
        opening="How well do you know ...?",
        help=HELP,
        none="There is nobody whose closeness would change the list: no questions.",
        keys=KEYS,
        skips="s",
        following=lambda passed: _following(session, passed),
        subject=lambda question: question.person,
        card=lambda question, number: _card(session, question, number),
        write_down=lambda question, said: _write_down(session, question.person, said),
    )
    return ask_round(session, questions, limit)


def _print(session: Session, limit: int) -> None:
    """Print the questions as JSON."""
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.closeness_round import closeness_questions
    from netgraph.views.documents import closeness_document

    view = session.view()
    asked = closeness_questions(view, open_goals(view.ledger), n=limit)
    output.as_json(closeness_document(view.ledger, asked), writer(view.ledger))


def _following(session: Session, passed: Collection[str]) -> ClosenessQuestion | None:
    """Return the most telling question that is left."""
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.closeness_round import closeness_questions

    view = session.view()
    found = closeness_questions(view, open_goals(view.ledger), passed=passed)
    return found[0] if found else None


def _card(session: Session, question: ClosenessQuestion, number: int) -> Iterator[str]:
    """Yield what is known of a person, and why they are asked about."""
    from netgraph.model.text import job_words

    person = session.view().ledger.people[question.person]
    job = job_words(person.title, person.company)
    yield f"\n{number}. {person.name}{f', {job}' if job else ''}"
    yield f"   {'; '.join(question.recorded) or 'nothing is recorded between you two'}"
    yield f"   asked because: {_because(question)}"


def _because(question: ClosenessQuestion) -> str:
    """Say why somebody is asked about."""
    close = f"number {question.place_if_close} of your list if you are close"
    if question.place is None:
        return f"nothing says yet that you know them; {close}"
    if question.place <= question.place_if_close:
        return f"number {question.place} of your list, and how sure that is hangs on you"
    return f"{close}, else number {question.place}"


def _write_down(session: Session, person: str, said: str) -> None:
    """Write one answer down, as a change of its own, so that nothing is lost and each is undone."""
    from netgraph.recording.actions import perform
    from netgraph.suggestions.closeness_round import answers

    with session.change(f"closeness {person}: {said}") as (store, change):
        perform(store.ledger(), change, answers(person)[said], day=session.as_of)
