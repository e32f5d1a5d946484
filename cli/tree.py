"""``netgraph tree``: who opened which door."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import output
from .options import Session, json_option, pass_session
from .pages import html_option, keep, open_option, place, veil_options
from .words import spoken

if TYPE_CHECKING:
    from netgraph.measures.lineage_measures import Generation
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
    as_json: bool,
) -> None:
    """Show who opened which door: the referral tree and what came of it."""
    from netgraph.measures.referrals import lineage

    ledger = session.ledger()
    found = lineage(ledger, as_of=session.as_of)
    html = place(session, "tree.html", html, open_page=open_page)
    if html:
        from netgraph.pages import tree_html

        page = tree_html(ledger, as_of=session.as_of, pseudonymous=pseudonymous, hide=hide)
        keep(html, page, open_page=open_page)
    if as_json:
        output.as_json(_document(ledger, found))
    elif not html:
        for line in _text(ledger, found):
            output.say(line)
        if found.roots:
            output.say("To look at it: netgraph tree --open")


def _document(ledger: Ledger, found: Lineage) -> dict[str, Any]:
    """Return the tree for --json."""
    from netgraph.measures.lineage_measures import branches, ended, generations

    return {
        "roots": [_node(ledger, found, u) for u in found.roots],
        "generations": [_generation(g) for g in generations(found)],
        "leads": [_person(ledger, v) for v in found.first if v not in found.met],
        "branches": [
            {**_person(ledger, b.root), "people": b.people, "met": b.met}
            | {"talks": b.talks, "interviews": b.interviews, "generations": b.generations}
            for b in branches(ledger, found)
        ],
        "ended": [
            {**_person(ledger, e.person), "introducer": _person(ledger, e.introducer)}
            | {"why": e.why, "since": e.since}
            for e in ended(found)
        ],
        "loops": [
            {"introducer": _person(ledger, r.introducer), "person": _person(ledger, r.person)}
            for r in found.loops
        ],
    }


def _person(ledger: Ledger, i: str) -> dict[str, str]:
    """Return a person's id and name."""
    return {"id": i, "name": _name(ledger, i)}


def _name(ledger: Ledger, i: str) -> str:
    """Return a name, the id if there is none."""
    return ledger.people[i].name if i in ledger.people else i


def _node(ledger: Ledger, found: Lineage, u: str) -> dict[str, Any]:
    """Return one person of the tree with all below."""
    return {
        **_person(ledger, u),
        "status": found.status(u),
        "named_on": found.named(u),
        "met_on": found.met.get(u),
        "met": u in found.met,
        "also_named_by": [_person(ledger, w) for w in _others(found, u)],
        "children": [_node(ledger, found, v) for v in found.children(u)],
    }


def _others(found: Lineage, u: str) -> list[str]:
    """Return the introducers of a person but the first."""
    others = [w for w in found.G.predecessors(u) if w != found.first.get(u)]
    return others + [r.introducer for r in found.late if r.person == u]


def _generation(g: Generation) -> dict[str, Any]:
    """Return one generation for --json; no number where there are no cases."""
    estimate = g.branching
    known = estimate.value is not None
    return {
        "generation": g.generation,
        "people": g.people,
        "met": g.met,
        "branching": estimate.value,
        "branching_low": estimate.low if known else None,
        "branching_high": estimate.high if known else None,
        "days_to_meet": g.days,
    }


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
    children = found.children(u)
    for v in children:
        last = v == children[-1]
        met = found.met.get(v)
        state = f"met {met}" if met else "met" if v in found.met else spoken(found.status(v))
        also = "".join(f", named by {_name(ledger, w)} too" for w in _others(found, v))
        yield f"{indent}{'└── ' if last else '├── '}{_name(ledger, v)}  ({state}{also})"
        yield from _below(ledger, found, v, indent + ("    " if last else "│   "))


def _count(n: int, one: str, many: str = "") -> str:
    """Say how many."""
    return f"{n} {one if n == 1 else many or one + 's'}"
