"""``netgraph goal``: what you look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from . import output
from .actions import advised, writer
from .entry import date_of, on_option
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netgraph.model.actions import Action
    from netgraph.model.records import Goal, Ledger
    from netgraph.views.goal_reached import Arrival


THANKED = 6
CHAINS = 4
"""So many people to thank, and chains, are named when a goal is reached."""


@click.group(invoke_without_command=True)
@click.pass_context
def goal(context: click.Context) -> None:
    """Say what you look for, and hear how specific it is; alone, list what you said."""
    if context.invoked_subcommand is None:
        context.invoke(list_goals)


def _wishes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a goal is."""
    many = {
        "--company": ("companies", "A company you would love (again for more)."),
        "--role": ("roles", "A kind of work (again for more)."),
        "--field": ("fields", "A field (again for more)."),
        "--place": ("places", "Where (again for more)."),
        "--near": ("near", "A company close to the goal, such as a competitor (again for more)."),
        "--hypothesis": ("hypotheses", "Something you believe and want to test (again for more)."),
    }
    for flag, (name, text) in reversed(many.items()):
        command = click.option(flag, name, multiple=True, help=text)(command)
    command = click.option("--seniority", default="", help="At what level: junior, lead ...")(
        command
    )
    return click.option("--person", default="", help="One person you want to reach.")(command)


@goal.command("add")
@click.argument("text", default="")
@_wishes
@on_option
@json_option
@pass_session
def add_goal(session: Session, /, *, text: str, on: Any, as_json: bool, **said: Any) -> None:
    """Add a goal: netgraph goal add "data scientist in climate tech" --company Watershed."""
    from netgraph.recording.goals import record_goal

    with session.change("goal add") as (store, change):
        made = record_goal(store.ledger(), change, text, day=date_of(session, on), **said)
    _show(session, [made.id], as_json)
    _make_ready(session)


def _make_ready(session: Session) -> None:
    """Work out what `suggest` needs of a large network while the user reads on."""
    from netgraph.model.as_of import lacks
    from netgraph.store.shelf import has_place

    if has_place(session.path) and lacks(view := session.view(), "signs"):
        from netgraph.suggestions.recommendations import make_ready

        make_ready(view)


@goal.command("list")
@click.option("--all", "closed", is_flag=True, help="Also those that are done.")
@json_option
@pass_session
def list_goals(session: Session, closed: bool, as_json: bool) -> None:
    """List your goals with how specific they are and what would sharpen them."""
    from netgraph.journal.goals import open_goals

    ledger = session.ledger()
    goals = ledger.goals if closed else open_goals(ledger)
    _show(session, [g.id for g in goals], as_json)


@goal.command("edit")
@click.argument("which")
@click.option("--text", help="Say it in other words.")
@_wishes
@on_option
@json_option
@pass_session
def edit_goal(
    session: Session, /, *, which: str, text: str | None, on: Any, as_json: bool, **said: Any
) -> None:
    """Change a goal; a list that is given takes the place of the old one."""
    from netgraph.recording.goals import record_rewording

    with session.change("goal edit") as (store, change):
        wishes = {"text": text, **said}
        new = record_rewording(store.ledger(), change, which, wishes, day=date_of(session, on))
    _show(session, [new.id], as_json)


@goal.command("done")
@click.argument("which")
@click.option("--note", default="", help="How it ended.")
@on_option
@json_option
@pass_session
def finish_goal(session: Session, which: str, note: str, on: Any, as_json: bool) -> None:
    """Close a goal, and hear who made it possible; it stays in the history."""
    from netgraph.recording.goals import record_end
    from netgraph.suggestions.goal_specificity import specificity
    from netgraph.views.documents import goal_document
    from netgraph.views.goal_reached import arrival

    with session.change("goal done") as (store, change):
        old = record_end(store.ledger(), change, which, day=date_of(session, on), note=note)
    view = session.view()
    found = arrival(view)
    if as_json:
        goals = [goal_document(g, specificity(view.ledger, g)) for g in _same(view.ledger, old.id)]
        output.as_json({"goals": goals, "arrival": found}, writer(view.ledger))
        return
    output.say(f"Done: {old.text}. Well done! It stays in your history.")
    for line in _celebration(found, writer(view.ledger)):
        output.say(line)


def _same(ledger: Ledger, i: str) -> list[Goal]:
    """Return the goal of an id, in a list."""
    return [g for g in ledger.goals if g.id == i]


def _celebration(found: Arrival, write: Callable[[Action], str]) -> Iterator[str]:
    """Yield who made it possible, a letter for each, and for whom a door can be opened now."""
    if not found.thanks:
        yield "Next: tell those who helped you, and say what you look for now: netgraph goal add"
        return
    at = f" at {', '.join(found.companies)}" if found.companies else ""
    yield f"\nWho made it possible{at}:"
    for chain in found.chains[:CHAINS]:
        yield f"  You > {' > '.join(who.name for who in chain)}"
    yield "\nThank each of them, those who opened the first doors too:"
    for one in found.thanks[:THANKED]:
        yield f"  {one.name}, who {one.why}"
        yield f"    $ {write(one.action)}" if one.action else ""
    if len(found.thanks) > THANKED:
        yield f"  and {len(found.thanks) - THANKED} more: netgraph today"
    yield "\nAnd for whom can you open a door now?"
    for door in found.doors:
        yield f"  {door.name}: {door.why}"
        yield f"    $ {write(door.action)}"
    if not found.doors:
        yield "  Ask those whom you thank what they look for."
    first = found.thanks[0].action
    yield f"\nNext: {write(first)}" if first else ""


def _show(session: Session, ids: list[str], as_json: bool) -> None:
    """Print goals with what sharpens them."""
    from netgraph.suggestions.goal_specificity import specificity
    from netgraph.views.documents import goal_document

    ledger = session.ledger()
    goals = {g.id: g for g in ledger.goals}
    seen = [(goals[i], specificity(ledger, goals[i])) for i in ids]
    if as_json:
        output.as_json({"goals": [goal_document(goal, measured) for goal, measured in seen]})
        return
    if not seen:
        output.note('No goal yet. Say one with: netgraph goal add "data scientist in climate tech"')
    for one, measured in seen:
        unsaid = [c for c in one.companies if c.casefold() not in one.text.casefold()]
        where = f" at {', '.join(unsaid)}" if unsaid else ""
        output.say(f"{one.id}  {one.text}{where}")
        for believed in one.hypotheses:
            output.say(f"    you believe: {believed}")
        output.say(
            f"    specific: {measured.specificity:.0%}; people you know who fit: {measured.fitting}"
        )
        for line in measured.advice:
            output.say(f"    - {advised(line)}")
