"""``netgraph forget``: remove somebody from everything."""

from __future__ import annotations

import click

from . import lists, output
from .options import Session, json_option, pass_session
from .words import count


@click.command()
@click.argument("who", required=False)
@click.option("--source", help="Forget all that came from a source, such as a lent export.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
@json_option
@pass_session
def forget(session: Session, who: str | None, source: str | None, yes: bool, as_json: bool) -> None:
    """Remove a person from everything, history and backups included. This cannot be undone."""
    from netgraph.journal.lookup import find_person, find_source
    from netgraph.journal.naming import records_of
    from netgraph.store.pooled import shared_in

    from .pool_words import command

    if (who is None) == (source is None):
        raise click.UsageError("name a person, or a source with --source")
    with session.store() as store:
        ledger = store.ledger()
        if who is not None:
            person = find_person(ledger, who)
            _confirm(yes, ledger.people[person].name)
            reached, missing = store.forget(records_of(ledger, person))
        else:
            meant = find_source(ledger, str(source))
            _confirm(yes, f"everything from {source}")
            reached, missing = store.forget_source(meant)
        shared = shared_in(store)
    lists.drop(session)
    backups = f", also in {count(len(reached), 'backup')}" if reached else ""
    said = (
        f"Forgotten{backups}.\n"
        "Pages, exports and calendars that you made before still show them: delete those."
    )
    found = {"backups": list(map(str, reached)), "missing": list(map(str, missing))}
    output.done({"forgotten": found}, said, json_wanted=as_json)
    for name in shared:
        anew = command("export", "FILE", name)
        output.note(
            f"So that {name} forgets them too, write your file anew, for the others to join: {anew}"
        )
    for path in missing:
        output.note(f"A backup was not where it had been written: {path}. Delete it by hand.")


def _confirm(yes: bool, what: str) -> None:
    """Ask whether to go on; without a terminal the answer must be on the command line."""
    if not yes:
        click.confirm(output.safe(f"Forget {what} for good?"), abort=True, err=True)
