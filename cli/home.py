"""``netgraph`` alone: how things stand, on one screen, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import output
from .actions import advised, writer, written
from .words import by_day, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgraph.model.as_of import AsOf
    from netgraph.model.records import Goal, Ledger
    from netgraph.suggestions.goal_proposals import GoalProposal

    from .options import Session

SHOWN = 3
"""How many things due and how many asks are shown."""

SAID = 3
"""After so many answers the closeness round is not the next step any more."""

EMPTY = """\
Nothing is here yet. Three steps:

  1. Get your data. On linkedin.com: Me > Settings & Privacy > Data privacy >
     Get a copy of your data. Choose the larger download. A link comes by
     e-mail: your contacts in ten minutes, everything within a day or two.
     A table of contacts (CSV, Excel) or an address book works too.
  2. Read it in and say what you look for, step by step: netgraph start
  3. See whom to ask, and why:                           netgraph suggest

Everything stays on this computer. Only want to look around? netgraph demo"""


def home(session: Session) -> None:
    """Say how things stand; without anything in the store, how to begin."""
    from netgraph.journal.goals import open_goals
    from netgraph.model.records import EGO

    ledger = session.ledger() if session.path.exists() else None
    if ledger is None or not ledger.people.keys() - {EGO}:
        output.say(EMPTY)
        return
    _say_coverage(session, ledger)
    if goals := open_goals(ledger):
        _say_standing(session, ledger, goals)
    else:
        output.say("\nYou have not said yet what you look for.")
        output.say(f"\nNext: {goal_step(ledger)}")


def nobody_yet(ledger: Ledger) -> bool:
    """Say how to begin if there is nobody yet; return whether that is so."""
    from netgraph.model.records import EGO

    if ledger.people.keys() - {EGO}:
        return False
    output.say("Nobody is in your network yet.\nNext: begin here, step by step: netgraph start")
    return True


def _say_coverage(session: Session, ledger: Ledger) -> None:
    """Say how many people are known, and how old what is known of them is."""
    from netgraph.views.coverage import coverage_of, months_old

    from .import_words import old

    known = coverage_of(ledger, as_of=session.as_of)
    whose = f"{known.owner}: " if known.owner else ""
    output.say(f"{whose}{count(known.people, 'person', 'people')} in your network.")
    if known.last and (months := months_old(known.last, session.as_of)):
        output.say(old(months))
    elif known.last:
        output.say(f"The data reaches to {by_day(known.last)}.")


def _say_standing(session: Session, ledger: Ledger, goals: list[Goal]) -> None:
    """Say what is looked for, what is due, whom to ask, and the next step."""
    from netgraph.agenda.due_list import due
    from netgraph.model.as_of import AsOf
    from netgraph.views.where_one_is import what_is_open

    output.say(f"You look for: {'; '.join(g.text for g in goals)}.")
    view = AsOf(ledger, session.as_of)
    waiting = due(view, days=0)
    told, _ = session.recommend(view, goals, SHOWN)
    if opened := what_is_open(view, waiting):
        output.say(f"Open: {'; '.join(opened)}.")
    _say_few("In hand", [f"{p.name}: {p.words}" for p in told.in_hand], "suggest")
    names = ledger.people
    _say_few("Due", [f"{d.kind}: {names[d.person].name}. {d.why}" for d in waiting], "today")
    asks = [f"{n}. {s.sentence}" for n, s in enumerate(told.suggestions, 1)]
    _say_few("Whom to ask", asks, "suggest")
    output.say(f"\nNext: {_next(view, bool(waiting), bool(told.suggestions))}")


def _say_few(head: str, lines: Sequence[str], command: str) -> None:
    """Print the first lines under a head, and the command that has the rest."""
    if lines:
        output.say(f"\n{head}:")
    for line in lines[:SHOWN]:
        output.say(f"  {line}")
    if len(lines) > SHOWN:
        output.say(f"  and {len(lines) - SHOWN} more: netgraph {command}")


def _next(view: AsOf, waiting: bool, asks: bool) -> str:
    """Return the step that comes first."""
    from netgraph.views.where_one_is import to_settle

    if waiting:
        return "settle what is due, and tick it off: netgraph today"
    if hint := to_settle(view):
        return advised(hint, writer(view.ledger))
    if step := closeness_step(view):
        return step
    if asks:
        return "see why these, pick one and write to them: netgraph suggest"
    return "say of those who matter how well you know them: netgraph closeness"


def next_step(view: AsOf) -> str:
    """Say what comes after people were brought in."""
    from netgraph.journal.goals import open_goals

    if not open_goals(view.ledger):
        return goal_step(view.ledger)
    return closeness_step(view) or "see whom to ask: netgraph suggest"


def closeness_step(view: AsOf) -> str:
    """Say to tell how close people are; "" if that was done for some, or no answer counts."""
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.closeness_round import closeness_questions, said_close

    if len(said_close(view.ledger.ties)) >= SAID:
        return ""
    if not closeness_questions(view, open_goals(view.ledger)):
        return ""
    return "say how well you know those who matter, one key each: netgraph closeness"


def goal_step(ledger: Ledger) -> str:
    """Say how to set a goal: as the data proposes it, else with an example."""
    from netgraph.suggestions.goal_proposals import propose_goals

    found = propose_goals(ledger, most=1)
    if not found:
        return 'say what you look for, such as: netgraph goal add "data scientist in climate tech"'
    return f"say what you look for. From your data: {goal_command(found[0])}"


def goal_command(proposal: GoalProposal) -> str:
    """Return the command that adds a proposed goal."""
    from netgraph.model.actions import Action

    goal = proposal.goal
    fields = {"company": goal.companies, "place": goal.places}
    return written(Action("goal add", (goal.text,), fields))
