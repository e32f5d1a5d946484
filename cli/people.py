"""``netgraph people``: search and list."""

from __future__ import annotations

import click

from . import output
from .options import Session, json_option, pass_session


@click.command()
@click.argument("query", nargs=-1)
@click.option("--fit", metavar="TEXT", help='Who fits a goal, best first, as in "data scientist".')
@click.option("-n", "limit", type=click.IntRange(min=1), help="At most this many.")
@json_option
@pass_session
def people(
    session: Session, query: tuple[str, ...], fit: str | None, limit: int | None, as_json: bool
) -> None:
    """Search and list the people you know.

    QUERY is any words of a name, company, title or place.
    """
    from netgraph.views.people import roll

    rows = roll(session.view(), query=" ".join(query), fit=fit)[:limit]
    if as_json:
        output.as_json({"people": rows})
    elif not rows:
        output.note(_nobody(" ".join(query), is_empty=len(session.ledger().people) < 2))
    else:
        columns = ["name", "title", "company", *([">fit"] if fit else []), ">strength", "last"]
        output.table(columns, [_cells(row) for row in rows])


def _nobody(query: str, *, is_empty: bool) -> str:
    """Say why nobody is listed, and what to do."""
    if is_empty or not query:
        return "Nobody found. Bring your contacts in with: netgraph import PATH"
    return (
        f"Nobody you know has {query!r} in name, company, title, place, label or e-mail. "
        "Try fewer words, or a part of one."
    )


def _cells(row: dict[str, object]) -> list[object]:
    """Return one person's cells of the table."""
    numbers = [row[key] for key in ("fit", "strength") if key in row]
    shown = ["" if number is None else f"{number:.2f}" for number in numbers]
    return [row["name"], row["title"], row["company"], *shown, row["last_contact"]]
