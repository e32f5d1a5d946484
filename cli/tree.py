"""``netgraph tree``: who opened which door."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import output
from .options import Session, json_option, pass_session
from .pages import html_option, keep, keep_key, open_option, place, veil_options
from .plain import is_plain
from .words import spoken

if TYPE_CHECKING:
    from netgraph.measures.referrals import Lineage
    from netgraph.model.records import Ledger
    from netgraph.pages.redaction import Hidden


@click.command()
@html_option
@open_option
@veil_options
@json_option
@pass_session
def tree(
    session: Session,
    /,
    *,
    html: Path | None,
    open_page: bool,
    pseudonymous: bool,
    hide: tuple[Hidden, ...],
    key: Path | None,
    as_json: bool,
) -> None:
    """Show who opened which door: the referral tree and what came of it."""
    from netgraph.measures.referrals import lineage
    from netgraph.views.lineage_document import tree_document

    ledger = session.ledger()
    found = lineage(ledger, as_of=session.as_of)
    html = place(session, "tree.html", html, open_page=open_page)
    if html:
        from netgraph.pages import tree_html

        page = tree_html(ledger, as_of=session.as_of, pseudonymous=pseudonymous, hide=hide)
        keep_key(session, key, hidden=pseudonymous or bool(hide))
        keep(html, page, open_page=open_page)
    if as_json:
        output.as_json(tree_document(ledger, found))
    elif not html:
        for line in _text(ledger, found):
            output.say(line)
        if found.roots:
            output.say("To look at it: netgraph tree --open")


def _name(ledger: Ledger, i: str) -> str:
    """Return a name, the id if there is none."""
    return ledger.people[i].name if i in ledger.people else i


def _text(ledger: Ledger, found: Lineage) -> Iterator[str]:
    """Yield the tree and what came of it as lines."""
    from netgraph.measures.lineage_measures import branches, ended, generations

    if not found.roots:
        yield "Nobody has passed a name on yet; when they do: netgraph refer INTRODUCER PERSON"
        return
    for root, branch in zip(found.roots, branches(ledger, found), strict=True):
        talks = _count(branch.talks, "talk")
        yield f"{_name(ledger, root)}  ({_count(branch.people, 'name')} from here, {talks})"
        yield from _below(ledger, found, root, "")
    yield ""
    for g in generations(found):
        people = _count(g.people, "person", "people")
        onward = f"met through them: {g.branching.each}"
        yield f"Generation {g.generation}: {people}, {g.met} met; {onward}"
    names = [f"{_name(ledger, e.person)} ({spoken(e.why)})" for e in ended(found)]
    if names:
        yield f"Came to an end: {', '.join(names)}"
    for r in found.loops:
        yield (
            f"Left out of the tree: {_name(ledger, r.introducer)} named {_name(ledger, r.person)}, "
            f"who comes before them in the chain ({r.id})"
        )


def _below(ledger: Ledger, found: Lineage, u: str, indent: str) -> Iterator[str]:
    """Yield the lines below one person."""
    from netgraph.views.lineage_document import others_who_named

    children = found.children(u)
    for v in children:
        last = v == children[-1]
        met = found.met.get(v)
        state = f"met {met}" if met else "met" if v in found.met else spoken(found.status(v))
        also = "".join(f", named by {_name(ledger, w)} too" for w in others_who_named(found, v))
        if is_plain():
            yield f"{_name(ledger, u)} named {_name(ledger, v)}: {state}{also}"
        else:
            yield f"{indent}{'└── ' if last else '├── '}{_name(ledger, v)}  ({state}{also})"
        yield from _below(ledger, found, v, indent + ("    " if last else "│   "))


def _count(n: int, one: str, many: str = "") -> str:
    """Say how many."""
    return f"{n} {one if n == 1 else many or one + 's'}"
