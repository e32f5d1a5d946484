"""``netgraph report``: one page for a meeting with an adviser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import output
from .actions import writer
from .options import Session, json_option, pass_session
from .pages import html_option, keep, keep_key, open_option, place, veil_options

if TYPE_CHECKING:
    from netgraph.pages.redaction import Hidden


@click.command()
@html_option
@open_option
@click.option("--goal", default="", metavar="GOAL", help="Which goal, if you have several.")
@veil_options
@json_option
@pass_session
def report(
    session: Session,
    /,
    *,
    html: Path | None,
    open_page: bool,
    goal: str,
    pseudonymous: bool,
    hide: tuple[Hidden, ...],
    key: Path | None,
    as_json: bool,
) -> None:
    """Show how things stand; with --html or --open as one page with the map and the tree.

    The page has whom to ask next, what is due and how it went. Give it to an adviser with
    --pseudonymous, which hides every name.
    """
    if as_json and not (html or open_page):
        _print(session, goal)
        return
    html = place(session, "report.html", html, open_page=open_page)
    if not html:
        from .home import home

        home(session)
        if not session.path.exists():
            return
        output.say("\nAll of it on one page: netgraph report --open (--html FILE writes it there)")
        return
    from netgraph.graph.build import network_on
    from netgraph.pages import report_html
    from netgraph.views.beside import gather

    view = session.view()
    page = report_html(
        network_on(view),
        view.ledger,
        **gather(view, goal=goal),
        pseudonymous=pseudonymous,
        hide=hide,
    )
    keep_key(session, key, hidden=pseudonymous or bool(hide))
    keep(html, page, open_page=open_page)
    if as_json:
        output.as_json({"report": {"file": str(html)}})


def _print(session: Session, goal: str) -> None:
    """Print what the page says, as one JSON document."""
    from netgraph.views.whole_report import report_document

    view = session.view()
    output.as_json(report_document(view, goal=goal), writer(view.ledger))
