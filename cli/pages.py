"""What the commands that write a page share: where it goes, who is hidden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from . import output

F = TypeVar("F", bound=Callable[..., Any])

html_option = click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page with interactive pictures.",
)
open_option = click.option(
    "--open", "open_page", is_flag=True, help="Open the page in the browser."
)


def veil_options(command: F) -> F:
    """Add the options that take names out."""
    command = click.option(
        "--hide",
        multiple=True,
        type=click.Choice(["titles", "companies"]),
        help="Leave these out as well; may be given twice.",
    )(command)
    return click.option("--pseudonymous", is_flag=True, help="Show nobody's name.")(command)


def keep(path: Path, page: str, *, open_page: bool) -> None:
    """Write a page and say where it is."""
    from netgraph.pages import write_page

    write_page(path, page)
    output.note(f"The page is in {path}: open it in a browser. It holds everybody in the picture.")
    if open_page:
        click.launch(path.resolve().as_uri())
