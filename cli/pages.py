"""What the commands that write a page share: where it goes, who is hidden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from . import output

if TYPE_CHECKING:
    from .options import Session

F = TypeVar("F", bound=Callable[..., Any])

html_option = click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page with interactive pictures to this file.",
)
open_option = click.option(
    "--open",
    "open_page",
    is_flag=True,
    help="Open the page in the browser; without --html it lies beside your data.",
)


def veil_options(command: F) -> F:
    """Add the options that take names out."""
    command = click.option(
        "--hide",
        multiple=True,
        type=click.Choice(["titles", "companies"]),
        help="Leave these out as well; may be given twice.",
    )(command)
    command = click.option(
        "--key",
        type=click.Path(dir_okay=False, path_type=Path),
        help="With --pseudonymous: write for you alone who is behind which number.",
    )(command)
    return click.option("--pseudonymous", is_flag=True, help="Show nobody's name.")(command)


def keep_key(session: Session, key: Path | None, *, hidden: bool) -> None:
    """Write who is behind which number on a page without names, readable by its owner alone."""
    if key is None:
        return
    if not hidden:
        raise click.UsageError("--key goes with --pseudonymous: else the page has the names")
    from netgraph.model.private_files import write_private
    from netgraph.pages.redaction import key_of

    write_private(key, key_of(session.ledger()))
    output.note(f"Who is behind which number is in {key}: keep it, and do not send it along.")


def place(session: Session, name: str, html: Path | None, *, open_page: bool) -> Path | None:
    """Return where a page goes: where it is said, beside the store to be opened, else nowhere."""
    return html or (session.path.with_name(name) if open_page else None)


def keep(path: Path, page: str, *, open_page: bool) -> None:
    """Write a page and say where it is."""
    from netgraph.pages import write_page

    write_page(path, page)
    output.note(f"The page is in {path}: open it in a browser. It holds everybody in the picture.")
    if open_page:
        click.launch(path.resolve().as_uri())
