"""Be asked who may know somebody at the employers of your goals where you know nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from . import output
from .actions import writer
from .question_round import Ended, Questions, ask_round

if TYPE_CHECKING:
    from netgraph.suggestions.door_gain import Pair
    from netgraph.suggestions.door_round import DoorQuestion

    from .options import Session

KEYS = {"y": "may", "n": "nobody"}
"""What each key says of somebody and an employer."""

HELP = "y yes, n perhaps not, d don't know, u undo, q stop"


def ask_about_doors(session: Session, limit: int, *, silent: bool = False) -> Ended:
    """Ask who may know somebody where; ``silent`` if nothing is to be said without questions."""
    questions = Questions(
        opening="\nMight they know somebody ...?",
        help=HELP,
        none="" if silent else _why_none(session),
        keys=KEYS,
        skips="ds",
        following=lambda passed: _following(session, passed),
        subject=lambda question: (question.person, question.employer),
        card=lambda question, number: _card(session, question, number),
        write_down=lambda question, said: _write_down(session, question, said),
    )
    return ask_round(session, questions, limit)


def print_doors(session: Session, limit: int) -> None:
    """Print the questions as JSON."""
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.door_round import door_questions
    from netgraph.views.documents import doors_document

    view = session.view()
    asked = door_questions(view, open_goals(view.ledger), n=limit)
    output.as_json(doors_document(view.ledger, asked), writer(view.ledger))


def _why_none(session: Session) -> str:
    """Say why nothing is asked."""
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.door_round import why_none

    view = session.view()
    return why_none(view, open_goals(view.ledger))


def _following(session: Session, passed: Collection[Pair]) -> DoorQuestion | None:
    """Return the most telling question that is left."""
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.door_round import door_questions

    view = session.view()
    found = door_questions(view, open_goals(view.ledger), passed=passed)
    return found[0] if found else None


def _card(session: Session, question: DoorQuestion, number: int) -> Iterator[str]:
    """Yield the question, what is known of the person, and why it is asked."""
    from netgraph.model.text import job_words

    person = session.view().ledger.people[question.person]
    job = job_words(person.title, person.company)
    who = f"{person.name} ({job})" if job else person.name
    yield f"\n{number}. Might {who} know somebody at {question.employer}?"
    if question.known:
        yield f"   {'; '.join(question.known)}"
    yield f"   asked because: {_because(question)}"


def _because(question: DoorQuestion) -> str:
    """Say why it is asked."""
    if question.place == question.place_if_yes:
        return (
            f"number {question.place} of all you could ask, and whether that is right hangs on it"
        )
    if_so = f"number {question.place_if_yes} of all you could ask"
    return f"{if_so} if they do, number {question.place} as long as nothing is said"


def _write_down(session: Session, question: DoorQuestion, said: str) -> None:
    """Write one answer down, as a change of its own, so that nothing is lost and each is undone."""
    from netgraph.recording.actions import perform
    from netgraph.suggestions.door_round import answers

    action = answers(question)[said]
    line = writer(session.ledger())(action).removeprefix("netgraph ")
    with session.change(line) as (store, change):
        perform(store.ledger(), change, action, day=session.as_of)
