"""The referral tree: ego, those who opened doors, and everybody behind them, in generations."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from netgraph.measures.lineage_measures import branches, ended
from netgraph.measures.referrals import lineage
from netgraph.model.records import EGO
from netgraph.pages.folding import plain_letters
from netgraph.pages.page import Page, assemble, edge, node
from netgraph.pages.person_columns import month
from netgraph.pages.redaction import Hidden, veil_of
from netgraph.pages.safe import NAME, NAMELESS, addresses, shown

if TYPE_CHECKING:
    from netgraph.measures.referrals import Lineage
    from netgraph.model.records import Ledger

OUTCOMES = (
    "Opened the first doors",
    "Met",
    "On the way",
    "Named, not asked yet",
    "Came to an end",
)
"""What became of a person in the tree, in the order in which it is shown."""

STYLES = ("page.css", "map.css", "tree.css")


def tree_html(
    ledger: Ledger,
    *,
    as_of: date,
    title: str = "Who opened which door",
    pseudonymous: bool = False,
    hide: Collection[Hidden] = (),
    links: str = "",
) -> Page:
    """Return the referral tree of a ledger as one HTML page that needs nothing else.

    Everybody hangs from whoever named them first; further introducers are dashed lines.

    Parameters
    ----------
    ledger
        Facts with their people merged, as `netgraph.identity.resolve` gives them.
    as_of
        The day up to which steps count.
    title
        Heading of the page.
    pseudonymous
        Show nobody's name.
    hide
        Leave out ``titles`` or ``companies`` too; implies the former.
    links
        What the address of a person's own page begins with, as in `netgraph.pages.map_html`.

    Returns
    -------
    Page
        The document, a `str` that a notebook displays.  Equal input gives equal bytes.

    Raises
    ------
    NetgraphError
        If the installed pyvis does not carry the library that was checked.

    Examples
    --------
    >>> from netgraph.model.records import Ledger
    >>> "<title>Who opened which door</title>" in tree_html(Ledger(), as_of=date(2026, 5, 1))
    True
    """
    family = lineage(ledger, as_of=as_of)
    if pseudonymous or hide:
        ledger, links = veil_of(ledger, hide=hide).ledger(ledger), ""
    data, nodes, edges = tree_parts(ledger, family, links=links)
    return assemble(
        "tree.html",
        title=shown(title),
        data={"tree": data},
        nodes=nodes,
        edges=edges,
        start="tree_page.js",
        styles=STYLES,
    )


def tree_parts(
    ledger: Ledger, tree: Lineage, *, links: str = ""
) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the data of a tree, and its nodes and edges for pyvis."""
    order = _order(tree)
    index = {person: i for i, person in enumerate(order)}
    over = {e.person: e.why for e in ended(tree)}
    parents = [index[tree.first[p]] if p in tree.first else -1 for p in order]
    others = [
        (index[u], index[v]) for v in order for u in tree.G.predecessors(v) if tree.first[v] != u
    ]
    names = [_name(ledger, person) for person in order]
    works = [_work(ledger, person) for person in order]
    data = {
        "as_of": tree.as_of.isoformat(),
        "outcomes": OUTCOMES,
        "names": names,
        "works": works,
        "companies": [_company(ledger, person) for person in order],
        "plain": plain_letters(map(" ".join, zip(names, works, strict=True))),
        "parents": parents,
        "others": others,
        "outcome": [_outcome(tree, over, person) for person in order],
        "status": [shown(over.get(person) or tree.status(person)) for person in order],
        "named": [month(tree.named(person)) for person in order],
        "met": [month(tree.met.get(person)) for person in order],
        "yields": [
            [index[b.root], b.people, b.met, b.talks, b.interviews] for b in branches(ledger, tree)
        ],
        "links": addresses(links, order),
        "loops": [[_name(ledger, r.introducer), _name(ledger, r.person)] for r in tree.loops],
    }
    return data, *_objects(parents, others)


def _order(tree: Lineage) -> list[str]:
    """Return everybody, parents before children, each branch in one piece."""
    order: list[str] = []
    waiting = list(reversed(tree.roots))
    while waiting:
        person = waiting.pop()
        order.append(person)
        waiting.extend(reversed(tree.children(person)))
    return order


def _name(ledger: Ledger, person: str) -> str:
    """Return a name, the id if there is none."""
    known = ledger.people.get(person)
    return shown(known.name if known else person, limit=NAME) or NAMELESS


def _work(ledger: Ledger, person: str) -> str:
    """Return title and company."""
    known = ledger.people.get(person)
    if known is None:
        return ""
    return shown(", ".join(part for part in (known.title, known.company) if part))


def _company(ledger: Ledger, person: str) -> str:
    """Return the company alone."""
    known = ledger.people.get(person)
    return shown(known.company, limit=NAME) if known else ""


def _outcome(tree: Lineage, over: Mapping[str, str], person: str) -> int:
    """Return the position in `OUTCOMES` of what became of a person."""
    if person not in tree.first:
        return 0
    if person in tree.met:
        return 1
    if person in over:
        return 4
    return 3 if tree.status(person) == "named" else 2


def _objects(
    parents: Sequence[int], others: Sequence[tuple[int, int]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return pyvis's nodes and edges: solid from the first introducer, dashed from others."""
    nodes = [node(f"b{EGO}", x=0, y=0)] + [node(f"b{i}") for i in range(len(parents))]
    edges = [
        edge(f"b{i}", f"b{EGO}" if parent < 0 else f"b{parent}", f"b{i}")
        for i, parent in enumerate(parents)
    ]
    edges += [edge(f"o{k}", f"b{u}", f"b{v}", dashes=True) for k, (u, v) in enumerate(others)]
    return nodes, edges
