"""``netgraph brief``: the page before a talk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import output
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.talks.briefs import Brief


@click.command()
@click.argument("who")
@click.option(
    "--minutes",
    type=click.IntRange(10, 90),
    default=20,
    show_default=True,
    help="How long the talk is to be.",
)
@click.option("--language", default="en", show_default=True, help="en, de, or one of your own.")
@click.option("--markdown", is_flag=True, help="Print Markdown.")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page to print, on one sheet.",
)
@json_option
@pass_session
def brief(
    session: Session,
    /,
    *,
    who: str,
    minutes: int,
    language: str,
    markdown: bool,
    html: Path | None,
    as_json: bool,
) -> None:
    """Prepare a talk with WHO on one page: ties, goal, what to look up, time, ten questions."""
    from netgraph.journal.lookup import find_person
    from netgraph.talks import briefs
    from netgraph.talks.language import language_of

    view = session.view()
    spoken = language_of(language, own=session.path.parent / "templates")
    page = briefs.brief(view, find_person(view.ledger, who), spoken, minutes=minutes)
    if html:
        _write(html, page)
    if as_json:
        output.as_json({"brief": page})
    elif markdown:
        output.say(briefs.as_markdown(page))
    else:
        output.say(briefs.as_text(page))
    if not as_json and not page.introduction:
        output.note('Say once who you are, and it is kept: netgraph edit me --introduction "..."')


def _write(path: Path, page: Brief) -> None:
    """Write the page for paper."""
    from netgraph.pages.page import write_page
    from netgraph.pages.printed import brief_html

    write_page(path, brief_html(page))
    output.note(f"The page is in {path}: open it in a browser and print it.")
