"""``netgraph people``: search and list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from . import output
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf
    from netgraph.views.people import PersonRow


@click.command()
@click.argument("query", nargs=-1)
@click.option("--tag", multiple=True, help="Who has this label (again: all of them).")
@click.option("--fit", metavar="TEXT", help='Who fits a goal, best first, as in "data scientist".')
@click.option("--level", metavar="LEVEL", help="beginning, experienced, leading or top.")
@click.option("--field", metavar="FIELD", help='In which field, by their title, as in "data".')
@click.option("-n", "limit", type=click.IntRange(min=1), help="At most this many.")
@json_option
@pass_session
def people(
    session: Session,
    /,
    *,
    query: tuple[str, ...],
    tag: tuple[str, ...],
    fit: str | None,
    level: str | None,
    field: str | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Search and list the people you know.

    QUERY is any words of a name, company, title, place, former job or note. Labels (--tag) are put
    on with: netgraph edit WHO --tag LABEL.
    """
    view = session.view()
    narrowed = {"tags": tag, "fit": fit, "level": level or "", "field": field or ""}
    rows = _rows(view, " ".join(query), narrowed)[:limit]
    if as_json:
        output.as_json({"people": rows})
    elif not rows:
        output.note(_nobody(" ".join(query), is_empty=len(view.ledger.people) < 2))
    else:
        before = bool(query) and any(row.was for row in rows)
        columns = ["name", "title", "company", *(["before"] if before else [])]
        columns += [*([">fit"] if fit else []), "last contact"]
        output.table(columns, [_cells(row, before=before) for row in rows])


def _rows(view: AsOf, query: str, narrowed: Mapping[str, Any]) -> Sequence[PersonRow]:
    """Return the rows; nothing is worked out for an empty store."""
    if not narrowed["tags"] and not view.ledger.people.keys() - {"me"}:
        return ()
    from netgraph.views.people import people_rows

    return people_rows(view, query=query, **narrowed)


def _nobody(query: str, *, is_empty: bool) -> str:
    """Say why nobody is listed, and what to do."""
    if is_empty:
        return "Nobody found. Bring your contacts in with: netgraph import PATH"
    if not query:
        return "Nobody you know is like that. Try fewer conditions, or: netgraph people"
    return (
        f"Nobody you know has {query!r} in name, company, title, place, label, e-mail, former job "
        "or note. Try fewer words, or a part of one."
    )


def _cells(row: PersonRow, *, before: bool) -> list[object]:
    """Return one person's cells of the table; former employers only in answer to a query."""
    from netgraph.views.people import FittingRow

    fit = [f"{row.fit:.2f}"] if isinstance(row, FittingRow) else []
    was = [", ".join(dict.fromkeys(row.was))] if before else []
    return [row.name, row.title, row.company, *was, *fit, row.last_contact]
