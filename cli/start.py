"""``netgraph start``: the first hour, step by step, from nothing to the first three asks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import output
from .closeness import ask_both
from .dialogue import Enough, asked, confirmed
from .options import Session, pass_session
from .words import by_day, count

if TYPE_CHECKING:
    from netgraph.model.records import Goal, Ledger
    from netgraph.suggestions.goal_proposals import Employer, GoalProposal

EXPORTS = ("*LinkedIn*.zip", "*linkedin*.zip", "Connections*.csv", "*LinkedIn*")
"""What LinkedIn's downloads are called, the whole export first."""

ASKS = 3
FILES = 3
EMPLOYERS = 12
"""How many asks, files and employers are shown."""

GET_IT = """\
LinkedIn gives you your data. On linkedin.com:
  Me > Settings & Privacy > Data privacy > Get a copy of your data
Choose the larger download and "Request archive". A link comes by e-mail: the
contacts in about ten minutes, everything else within a day or two. Download
the ZIP and come back: netgraph start"""


@click.command()
@pass_session
@click.pass_context
def start(ctx: click.Context, session: Session) -> None:
    """Begin here: your data, your goal, how well you know people, and your first three asks.

    It takes about ten minutes. Enter goes on, q stops; nothing is lost, and every step can be
    done again.
    """
    output.say("Five short steps. Enter goes on, q stops; what you said until then is kept.")
    try:
        _data(session)
        _goal(session)
        _closeness(session)
        _asks(ctx, session)
        _map(ctx)
    except Enough:
        output.say("\nStopped; everything so far is kept. Go on any time with: netgraph start")


def _data(session: Session) -> None:
    """Step 1: bring data in, or people by hand."""
    output.say("\n1. Your data")
    if number := _known(session):
        output.say(f"You have {count(number, 'person', 'people')} already.")
        if not confirmed("Read in another file?", default=False):
            return
    for path in exports(Path.home() / "Downloads", Path.cwd()):
        output.say(f"Found {path.name}, saved on {by_day(_day_of(path, session))}.")
        if confirmed("Read it in?"):
            if _read(session, path):
                return
            break
    while not _known(session) or confirmed("Read in another file?", default=False):
        said = asked("Which file? (Enter if you have none yet)")
        if not said:
            break
        if _read(session, Path(said.strip("'\"")).expanduser()):
            return
    if not _known(session):
        output.say(GET_IT)
        _by_hand(session)


def exports(*folders: Path) -> list[Path]:
    """Return what looks like a download of LinkedIn's in the folders, the newest first."""
    found = {
        path
        for folder in folders
        if folder.is_dir()
        for pattern in EXPORTS
        for path in folder.glob(pattern)
        if path.suffix.lower() in (".zip", ".csv") or "export" in path.name.lower()
    }
    return sorted(found, key=lambda p: (-p.stat().st_mtime, p.name))[:FILES]


def _day_of(path: Path, session: Session) -> date:
    """Return the day on which a file was saved."""
    return datetime.fromtimestamp(path.stat().st_mtime, tz=session.now.tzinfo).date()


def _known(session: Session) -> int:
    """Return how many people there are."""
    if not session.path.exists():
        return 0
    return len(session.ledger().people.keys() - {"me"})


def _read(session: Session, path: Path) -> bool:
    """Read a file in and say what came of it; say so if it cannot be read."""
    from netgraph.model.errors import NetgraphError

    from .import_ import bring_in

    try:
        bring_in(session, path, ask=True)
    except NetgraphError as error:
        output.say(f"That did not work: {error}")
        return False
    return True


def _by_hand(session: Session) -> None:
    """Take people down one by one."""
    from netgraph.journal.people import acquaintance

    output.say("\nMeanwhile you can begin with people you think of, one a line, such as:")
    output.say("Ana Silva (Watershed). Enter when you are done.")
    while line := asked("Who?"):
        with session.change("add") as (store, change):
            change.put(acquaintance(store.ledger(), line))


def _goal(session: Session) -> None:
    """Step 2: what is looked for."""
    from netgraph.journal.goals import open_goals

    output.say("\n2. What you look for")
    ledger = session.ledger()
    if goals := open_goals(ledger):
        output.say(f"You look for: {'; '.join(map(_in_words, goals))}.")
        if not confirmed("Add another goal?", default=False):
            return
    if goal := _chosen_goal(ledger):
        _add_goal(session, goal)


def _in_words(goal: Goal) -> str:
    """Return a goal with its companies."""
    return f"{goal.text} at {', '.join(goal.companies)}" if goal.companies else goal.text


def _chosen_goal(ledger: Ledger) -> Goal | None:
    """Return the goal that is picked from the data, or said in own words."""
    from netgraph.model.records import Goal
    from netgraph.suggestions.goal_proposals import propose_goals

    proposed = propose_goals(ledger)
    for number, line in enumerate(map(_proposal, proposed), 1):
        output.say(f"  {number}. {line}")
    if proposed:
        question = "A number, or in your own words (Enter: later):"
    else:
        output.say('A kind of work that people can picture, such as "nurse in a children\'s ward".')
        question = "In your own words (Enter: later):"
    said = asked(question)
    if not said:
        return None
    if said.isdigit() and 0 < int(said) <= len(proposed):
        goal = proposed[int(said) - 1].goal
    else:
        goal = Goal("", said)
    return _with_companies(ledger, goal)


def _proposal(proposal: GoalProposal) -> str:
    """Return a proposed goal in words."""
    fits = count(proposal.fitting, "person", "people")
    return f"{proposal.goal.text}: {proposal.why}; {fits} you know fit"


def _with_companies(ledger: Ledger, goal: Goal) -> Goal:
    """Return the goal with the companies that are picked, those of the data shown with counts."""
    from netgraph.suggestions.closeness_round import unsaid
    from netgraph.suggestions.goal_proposals import employers, wished_employers

    wished, common = wished_employers(ledger), employers(ledger)
    known = [*wished, *(e for e in common if e.name not in {w.name for w in wished})][:EMPLOYERS]
    if not known:
        return goal
    output.say("\nCompanies you would love? In your data:")
    of_whom = "in your table:" if unsaid(ledger) else "you know"
    for number, employer in enumerate(known, 1):
        output.say(f"  {number:>2}. {_employer(employer, of_whom)}")
    usual = ", ".join(goal.companies)
    said = asked(f"Numbers or names, with commas (Enter: {usual or 'none'}):")
    if not said:
        return goal
    return replace(goal, companies=tuple(_picked(said, known)))


def _employer(employer: Employer, of_whom: str) -> str:
    """Return an employer with what is known of it."""
    wish = {"dream": "on your wish list", "application": "you applied", "saved job": "job saved"}
    parts = [f"{of_whom} {employer.people}" if employer.people else "you know nobody yet"]
    parts += [wish[employer.wish]] if employer.wish in wish else []
    return f"{employer.name}: {', '.join(parts)}"


def _picked(said: str, known: list[Employer]) -> Iterator[str]:
    """Yield the companies that numbers or names mean."""
    numbers = said.replace(",", " ").split()
    if all(n.isdigit() and 0 < int(n) <= len(known) for n in numbers):
        yield from (known[int(n) - 1].name for n in numbers)
    else:
        yield from filter(None, (part.strip() for part in said.split(",")))


def _add_goal(session: Session, goal: Goal) -> None:
    """Write a goal down."""
    from netgraph.journal.goals import make_goal
    from netgraph.model.errors import NetgraphError

    try:
        with session.change("goal add") as (store, change):
            made = make_goal(store.ledger(), goal, day=session.as_of)
            change.put([made])
    except NetgraphError as error:
        output.say(f"That did not work: {error}")
        return
    output.say(f"You look for: {_in_words(made)}.")


def _closeness(session: Session) -> None:
    """Step 3: how well people are known."""
    from netgraph.journal.goals import open_goals

    output.say("\n3. How well you know people")
    if not open_goals(session.ledger()):
        output.say("That comes once you have a goal.")
        return
    output.say("Only you know this, and it changes the list more than anything else.")
    ask_both(session)


def _asks(ctx: click.Context, session: Session) -> None:
    """Step 4: the first asks."""
    from netgraph.journal.goals import open_goals

    from .suggest import suggest

    output.say("\n4. Your first asks")
    if open_goals(session.ledger()):
        ctx.invoke(suggest, goal="", who="", limit=ASKS, as_json=False)
        _letter(session)
    else:
        output.say('They come once you have a goal: netgraph goal add "..."')


def _letter(session: Session) -> None:
    """Show the letters for the first asks, as far as they are wanted."""
    from netgraph.journal.goals import open_goals
    from netgraph.talks.letter_choice import letter_to_ask

    from .draft import show_letter

    view = session.view()
    found = session.recommend(view, open_goals(view.ledger), ASKS)[0].suggestions
    while found and (said := asked(f"A letter to start from? 1 to {len(found)} (Enter: later)")):
        if said.isdigit() and 0 < int(said) <= len(found):
            output.say("")
            show_letter(session, letter_to_ask(found[int(said) - 1]))
            output.say("\nPut it into your own words, and send it yourself.")


def _map(ctx: click.Context) -> None:
    """Step 5: the picture."""
    from .map import map_

    output.say("\n5. The picture")
    if confirmed("Open the map of your network in the browser?", default=sys.stdin.isatty()):
        ctx.invoke(map_, open_page=True)
    output.say("\nThat was it. From now on: netgraph (alone) says how things stand.")
