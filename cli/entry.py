"""What the commands that write something down share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from . import output
from .actions import advised, writer
from .options import DAY, Session

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from netgraph.model.actions import Hint
    from netgraph.model.records import Ledger
    from netgraph.store import Change

T = TypeVar("T")

on_option = click.option("--on", type=DAY, help="From when on (today): 2026-05-01, last friday ...")
new_option = click.option("--new", is_flag=True, help="Write down who is not there yet.")


class Word(click.ParamType[str]):
    """One of some words that the library knows, fetched when they are needed."""

    name = "word"

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or say which there are."""
        known = [str(word) for word in self.words()]
        if value not in known:
            self.fail(f"{value!r} is not one of: {', '.join(known)}", param, ctx)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the words that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(str(w)) for w in self.words() if str(w).startswith(incomplete)]


def _logged() -> Iterable[str]:
    """Return what can be logged."""
    from netgraph.journal.log import WORDS

    return WORDS


LOGGED = Word(_logged)
"""What happened, in a word: met, talked, helped ..."""


def write(
    session: Session, said: str, action: Callable[[Ledger, Change, bool], T], *, new: bool
) -> T:
    """Run an action in one change; on a terminal, offer to write down who is not there yet."""
    from netgraph.model.errors import UnknownName

    try:
        with session.change(said) as (store, change):
            return action(store.ledger(), change, new)
    except UnknownName as error:
        if new:
            raise
        if not sys.stdin.isatty():
            raise UnknownName(f"{error} (somebody new? add --new)") from None
        if not click.confirm(f"{error}\nWrite them down as somebody new?", err=True):
            raise
    return write(session, said, action, new=True)


def date_of(session: Session, day: Any) -> Any:
    """Return the day something happened, today unless said, never a day to come."""
    if day and day > session.as_of:
        raise click.UsageError(f"{day} is still to come: log it then, or give a --by date")
    return day or session.as_of


def say_next(session: Session, hint: Hint | None, ledger: Ledger | None = None) -> None:
    """Say in one line what comes next, if anything does; ``ledger`` says how people are named."""
    if hint:
        output.say(f"Next: {advised(hint, writer(ledger or session.ledger()))}")
