"""``netgraph export``: the ledger and the graph for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from . import output
from .options import Session, json_option, pass_session


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--pseudonymous", is_flag=True, help="Leave out names, addresses and words.")
@json_option
@pass_session
def export(session: Session, /, *, file: Path, pseudonymous: bool, as_json: bool) -> None:
    """Write everything to FILE for other programs.

    \b
    FILE.json     the whole ledger; `netgraph import` reads it back
    FILE.vcf      the people as vCards 4.0, for telephones and address books
    FILE.csv      the people, one a row, for a spreadsheet
    FILE.google.csv, FILE.outlook.csv, FILE.linkedin.csv
                  the people as those programs write them
    FILE.graphml  who is tied to whom, for networkx, Gephi, yEd, igraph
    FILE.gexf     the same, for Gephi
    """
    from netgraph.exporting.formats import export as write

    with session.store() as store:
        write(file, store.facts(), as_of=session.as_of, pseudonymous=pseudonymous)
    if as_json:
        output.as_json({"export": {"file": str(file), "pseudonymous": pseudonymous}})
        return
    whose = "Names are left out." if pseudonymous else "It holds private data."
    output.note(f"Written to {file}. {whose}")
