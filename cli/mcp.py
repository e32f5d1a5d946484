"""``netgraph mcp``: the tools of an assistant, over standard input and output."""

from __future__ import annotations

import gc
import sys

import click

from . import output
from .options import Session, json_option, pass_session


@click.command()
@click.option("--write", is_flag=True, help="Let it write down what you agreed to.")
@click.option("--names", is_flag=True, help="Let it see names and notes.")
@click.option("--who", metavar="CONTACT", help="Say who is meant by a contact-... of an answer.")
@json_option
@pass_session
def mcp(session: Session, write: bool, names: bool, who: str | None, as_json: bool) -> None:
    """Answer an assistant on this machine (Model Context Protocol), if you set it up.

    The assistant starts this itself. What it is told goes to whoever runs the assistant: people
    are called contact-... unless you say --names, and nothing is written without --write.
    """
    if who is not None:
        _say_who(session, who, as_json)
        return
    try:
        from netgraph.assistants.server import assistants_server
    except ModuleNotFoundError as error:
        from netgraph.model.errors import InvalidInput

        message = "this part is not installed: python -m pip install 'netgraph-toolkit[mcp]'"
        raise InvalidInput(message) from error
    from netgraph import __version__
    from netgraph.assistants.desk import Desk, key_beside

    key = None if names else key_beside(session.path)
    desk = Desk(session.path, lambda: session.as_of, lambda: session.now, key)
    if sys.stdin.isatty():
        output.note("An assistant is to start this, not a person: see --help. Ctrl-C ends it.")
    gc.enable()  # it lives as long as the assistant does
    server = assistants_server(
        desk, version=__version__, unveils="netgraph mcp --who contact-...", write=write
    )
    server.run("stdio")


def _say_who(session: Session, shown: str, as_json: bool) -> None:
    """Say who an assistant means."""
    from netgraph.assistants.desk import key_beside, named
    from netgraph.journal.naming import describe

    ledger = session.ledger()
    person = ledger.people[named(ledger, key_beside(session.path), shown)]
    row = {"id": person.id, "name": person.name, "title": person.title, "company": person.company}
    output.done({"person": row}, describe(person), json_wanted=as_json)
