"""``netgraph suggest``: whom to ask next, for what, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from . import lists, output
from .actions import advised, writer
from .home import goal_step, nobody_yet
from .options import Session, json_option, pass_session
from .words import count

if TYPE_CHECKING:
    from collections.abc import Callable

    from netgraph.model.actions import Action
    from netgraph.model.as_of import AsOf
    from netgraph.model.records import Goal, Ledger
    from netgraph.suggestions.recommendations import Recommendations
    from netgraph.suggestions.suggestion import Suggestion

SHOWN = 3
"""How many debts and how many people to leave alone are shown as text."""


@click.command()
@click.option("--goal", default="", help="Which goal: id or part of its text (all open ones).")
@click.option("--explain", "who", default="", help="The whole sum for this person, asked or not.")
@click.option(
    "-n", "limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many."
)
@json_option
@pass_session
def suggest(session: Session, goal: str, who: str, limit: int, as_json: bool) -> None:
    """Say whom to ask next, for what, how likely it works, and why.

    The asks are chosen together: they do not all go to the same circle or employer. With -n 5
    they make a good week.
    """
    from netgraph.journal.goals import find_goal, goals_meant, open_goals

    view = session.view()
    ledger = view.ledger
    if not as_json and nobody_yet(ledger):
        return
    if not (goal or who or as_json or open_goals(ledger)):
        output.say(f"Whom to ask depends on what you look for.\nNext: {goal_step(ledger)}")
        return
    goals = goals_meant(ledger, goal) or [find_goal(ledger)]
    if who:
        from netgraph.pools.advice import employers_of

        _explain(session.with_pools(view, employers_of(goals)), goals, who, as_json)
        return
    told, view = session.recommend(view, goals, limit)
    ledger = view.ledger
    lists.keep(session, told.suggestions)
    if as_json:
        from netgraph.views.documents import suggestions_document

        output.as_json(suggestions_document(told, view), writer(ledger))
    else:
        _print(told, view)


def _print(told: Recommendations, view: AsOf) -> None:
    """Print the answer for a person."""
    ledger = view.ledger
    write = writer(ledger)
    output.say(f"You look for: {'; '.join(g.text for g in told.goals)}.")
    for hint in told.about_goals:
        output.say(f"  ({advised(hint, write)})")
    _print_in_hand(told)
    _print_first(told, ledger, write)
    owed = {d.person for d in told.first if d.kind == "thank"}
    for n, s in enumerate(told.suggestions, 1):
        _show(n, s, write, thanks=s.person in owed)
    _print_not_now(told, ledger)
    _print_end(told, view.ledger)


def _print_in_hand(told: Recommendations) -> None:
    """Print what is under way at the employers that the goals name."""
    if told.in_hand:
        output.say("\nIn hand:")
    for progress in told.in_hand:
        output.say(f"  {progress.name}: {progress.words}")


def _print_first(told: Recommendations, ledger: Ledger, write: Callable[[Action], str]) -> None:
    """Print what comes before a new ask."""
    planned = [due for due in told.first if due.kind == "ask"]
    first = [due for due in told.first if due.kind != "ask"]
    for head, found in (("First, before you ask anybody new", first), ("You planned", planned)):
        if found:
            output.say(f"\n{head}:")
        for due in found[:SHOWN]:
            output.say(f"  {due.kind} {ledger.people[due.person].name}: {due.why}")
            output.say(f"    $ {write(due.action)}")
        if len(found) > SHOWN:
            output.say(f"  and {len(found) - SHOWN} more: netgraph today")


def _print_not_now(told: Recommendations, ledger: Ledger) -> None:
    """Print whom to leave alone."""
    if told.not_now:
        output.say("\nLeave alone for now:")
    for rest in told.not_now[:SHOWN]:
        until = f" until {rest.until}" if rest.until else ""
        output.say(f"  {ledger.people[rest.person].name}{until}: {rest.why}")
    if len(told.not_now) > SHOWN:
        output.say(f"  and {len(told.not_now) - SHOWN} more")


def _show(n: int, s: Suggestion, write: Callable[[Action], str], *, thanks: bool) -> None:
    """Print one suggestion."""
    from netgraph.model.text import job_words
    from netgraph.suggestions.wording import helpful, likely
    from netgraph.talks.letter_choice import letter_to_ask

    job = job_words(s.title, s.company)
    output.say(f"\n{n}. {s.sentence}")
    if job:
        output.say(f"   {job}")
    if s.waits_for:
        output.say(f"   from {s.ready_on} on: {s.waits_for}")
    known = helpful(s.knows, s.parts) if s.kind == "introduction" else ""
    output.say("   " + "; ".join(filter(None, (likely(s.chance), known))))
    if thanks:
        output.say("   - thank them first")
    for reason in s.reasons:
        output.say(f"   - {reason}")
    output.say(f"   to write: {write(letter_to_ask(s))}")
    output.say(f"   $ {write(s.action)}")


def _nobody(ledger: Ledger) -> str:
    """Say why nobody is suggested, and the way out."""
    from netgraph.suggestions.closeness_round import unsaid

    if maybe := unsaid(ledger):
        people = count(len(maybe), "person", "people")
        return (
            f"Nobody can be asked yet: nothing says which of {people} in your tables you know.\n"
            "Next: say it of those who matter, one key each: netgraph closeness"
        )
    return "Everybody you know is to be left alone for now.\nNext: what is due: netgraph today"


def _print_end(told: Recommendations, ledger: Ledger) -> None:
    """Print what to do next."""
    if not told.suggestions and not told.not_now:
        output.say(f"\n{_nobody(ledger)}")
        return
    if told.short:
        output.say(f"\n{told.short[:1].upper()}{told.short[1:]}.")
    if not told.suggestions:
        return
    if told.calibration.shift:
        output.say(f"\nYour own asks so far: {told.calibration.words}.")
    output.say(
        "\nPick one or two, write to them, and write it down with the line that starts with $."
    )


def _explain(view: AsOf, goals: list[Goal], who: str, as_json: bool) -> None:
    """Print the whole sum for one person."""
    from netgraph.journal.lookup import find_person
    from netgraph.suggestions.recommendations import explanation

    told = explanation(view, goals, find_person(view.ledger, who))
    if as_json:
        output.as_json({"explanation": told}, writer(view.ledger))
        return
    goal = next(g.text for g in goals if g.id == told.goal)
    output.say(f"{told.name}, for: {goal}")
    rank = (
        f"place {told.rank} of {told.of} by score"
        if told.rank
        else f"not now, {advised(told.why_not, writer(view.ledger))}"
    )
    output.say(f"  {rank}")
    for name, value, lines in (
        ("likely to say yes", told.chance, told.willing),
        ("likely to know the right people", told.knows, told.evidence),
    ):
        output.say(f"\n  {name}: {value:.0%}")
        for line in lines:
            if line.value:
                output.say(f"    {line.value:+6.2f}  {line.words}")
    output.say(f"\n  worth of asking them (again): {told.worth:.2f}")
    output.say(f"  score {told.score:.3f} = chance x knows x worth; the numbers are log-odds")
    for reason in told.reasons:
        output.say(f"  - {reason}")
