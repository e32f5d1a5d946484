"""``netgraph favours``: what a favour is worth to you."""

from __future__ import annotations

import click

from . import output
from .options import Session, json_option, pass_session


@click.command()
@click.argument("name", required=False)
@click.argument("value", required=False)
@json_option
@pass_session
def favours(session: Session, /, *, name: str | None, value: str | None, as_json: bool) -> None:
    """Show what each kind of favour is worth, in talks, or set it: netgraph favours review 2.

    An empty value ("") brings the default back. half-life and the other settings are in days.
    """
    from netgraph.model.parameters import SETTINGS, parameters_from

    if name and value is not None:
        _set(session, name, value)
    model = parameters_from(session.ledger().statements, as_of=session.as_of)
    found = {str(kind): worth for kind, worth in model.values.items()}
    found |= {setting: getattr(model, setting.replace("-", "_")) for setting in SETTINGS}
    if as_json:
        output.as_json({"favours": found})
    else:
        output.table(["favour", ">worth"], found.items())


def _set(session: Session, name: str, value: str) -> None:
    """Put the user's own value, once it is known that it can be meant."""
    from netgraph.model.parameters import setting

    said = setting(name, value, session.as_of)
    with session.change(f"favours {name}") as (_, change):
        change.put([said])
