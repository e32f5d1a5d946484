"""One page for a meeting with an adviser: what is next and due, how it went, map and tree."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from netgraph.agenda.day_facts import facts_on
from netgraph.journal.log import TALKS
from netgraph.measures.give_and_take import given_and_taken
from netgraph.measures.lineage_measures import generations as generations_of
from netgraph.measures.referrals import Lineage, lineage
from netgraph.model.as_of import AsOf
from netgraph.model.records import Goal, Ledger
from netgraph.pages import charts
from netgraph.pages.map import arrangement_of
from netgraph.pages.map_data import LIFE, map_parts
from netgraph.pages.marks import STANDINGS, Route, Suggested, standings
from netgraph.pages.page import Page, assemble
from netgraph.pages.redaction import Hidden, veil
from netgraph.pages.safe import NAME, shown
from netgraph.pages.tree import tree_parts
from netgraph.suggestions.wording import likely
from netgraph.views.stages import funnel
from netgraph.views.statistics import gaps_on

if TYPE_CHECKING:
    from markupsafe import Markup

    from netgraph.graph.schema import TieGraph

STYLES = ("page.css", "map.css", "tree.css", "report.css")
MONTHS = 12
_NEXT = 5
_DUE = 6
_TOLD = 2
_IN_HAND = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its heading and a sentence below."""

    title: str
    chart: Markup
    note: str


def report_html(
    G: TieGraph,
    ledger: Ledger,
    *,
    suggestions: Sequence[Suggested] = (),
    fit: Mapping[str, Mapping[str, float]] | None = None,
    due: Mapping[str, Sequence[str]] | None = None,
    paths: Sequence[Route] = (),
    goals: Sequence[Goal] = (),
    employers: Mapping[str, Sequence[str]] | None = None,
    title: str = "My search",
    pseudonymous: bool = False,
    hide: Collection[Hidden] = (),
    links: str = "",
) -> Page:
    """Return one page with suggestions, what is due, charts, map and referral tree.

    The parameters are those of `map_html` and `tree_html`; the ledger's people must be merged
    and the graph be made from it.

    Returns
    -------
    Page
        The document, a `str` that a notebook displays.  Equal input gives equal bytes.
    """
    hidden = veil(G, hide=hide) if pseudonymous or hide else None
    arranged = arrangement_of(G, ledger, suggestions, goals, fit or {}, LIFE)
    G = hidden.graph(G) if hidden else G
    name = G.nodes
    family = lineage(ledger, as_of=G.graph["as_of"])
    map_data, map_nodes, map_edges = map_parts(
        G, arranged, ledger=ledger, suggestions=suggestions, fit=fit, due=due, paths=paths,
        outlook=employers, by=LIFE, hidden=hidden, links=links,
    )  # fmt: skip
    tree_data, tree_nodes, tree_edges = tree_parts(
        hidden.ledger(ledger) if hidden else ledger, family, links="" if hidden else links
    )
    say = hidden.text if hidden else str
    return assemble(
        "report.html",
        title=shown(title),
        data={"map": map_data, "tree": tree_data},
        nodes=[*map_nodes, *tree_nodes],
        edges=[*map_edges, *tree_edges],
        start="report_page.js",
        styles=STYLES,
        context={
            "as_of": G.graph["as_of"].isoformat(),
            "goals": [shown(say(goal)) for goal in fit or ()],
            "next": [
                _called(name[s.person], hidden=bool(hidden)) | _ask(s, say)
                for s in suggestions[:_NEXT]
                if s.person in name
            ],
            "in_hand": _in_hand(G, ledger, hidden=bool(hidden)),
            "due": [
                _called(name[person], hidden=bool(hidden))
                | {"lines": [shown(say(x)) for x in lines]}
                for person, lines in list((due or {}).items())[:_DUE]
                if person in name
            ],
            "blind": [shown(say(line)) for line in gaps_on(AsOf(ledger, family.as_of)).words],
            "later": max(0, len(due or {}) - _DUE),
            "figures": list(_figures(ledger, family)),
        },
    )


def _called(person: Mapping[str, str], *, hidden: bool) -> dict[str, object]:
    """Return what somebody is called and what they do; without names the role comes first."""
    work = shown(", ".join(part for part in (person["title"], person["company"]) if part))
    name = shown(person["name"], limit=NAME)
    return {"name": work, "work": name} if hidden and work else {"name": name, "work": work}


def _ask(s: Suggested, say: Callable[[str], str]) -> dict[str, object]:
    """Return one ask in words: for what, how likely, and why."""
    return {
        "what": f"{shown(say(s.sentence)) or f'Ask for an {shown(s.ask)}'}; {likely(s.chance)}.",
        "reasons": [shown(say(reason)) for reason in s.reasons[:_TOLD]],
    }


def _in_hand(G: TieGraph, ledger: Ledger, *, hidden: bool) -> list[tuple[str, str]]:
    """Return how far asks have come that are open, the furthest first, and who was asked."""
    stands = standings(ledger, as_of=G.graph["as_of"])
    found = []
    for standing in (3, 2, 1):
        there = [G.nodes[p] for p, state in stands.items() if state == standing and p in G]
        names = sorted(_with_work(person, hidden=hidden) for person in there)
        if names:
            more = f" and {len(names) - _IN_HAND} more" if len(names) > _IN_HAND else ""
            found.append((STANDINGS[standing], "; ".join(names[:_IN_HAND]) + more))
    return found


def _with_work(person: Mapping[str, str], *, hidden: bool) -> str:
    """Return somebody's name, or role, with the employer."""
    role = shown(person["title"]) if hidden and person["title"] else ""
    name, company = shown(person["name"], limit=NAME), shown(person["company"], limit=NAME)
    about = ", ".join(part for part in ((company, name) if role else (company,)) if part)
    return f"{role or name} ({about})" if about else role or name


def _figures(ledger: Ledger, family: Lineage) -> Iterable[Figure]:
    """Yield the charts that there is something to show in."""
    stages = [
        charts.Stage(row.stage.capitalize(), row.hits, row.cases, row.low, row.high)
        for row in funnel(facts_on(AsOf(ledger, family.as_of)))
        if row.way == "all"
    ]
    if any(stage.cases for stage in stages):
        yield Figure(
            "From an ask to the next door",
            charts.funnel(stages, title="From an ask to the next door"),
            "How many went on at every step, and between which shares the true one may well lie.",
        )
    months = exchanged(AsOf(ledger, family.as_of))
    if any(given or taken for _, given, taken in months):
        yield Figure(
            "Give and take, month by month",
            charts.give_and_take(months, title="Give and take in talks"),
            "In talks: half an hour that one person gives another. Time spent together is in "
            "neither.",
        )
    rows = [
        ("First doors" if not g.generation else f"Generation {g.generation}", g.people, g.met)
        for g in generations_of(family)
    ]
    if rows:
        yield Figure(
            "Generations of introductions",
            charts.generations(rows, title="Generations of introductions"),
            "Each generation was named by the one above it.",
        )
    totals = named_by_talk(ledger, family)
    if len(totals) > 2:
        yield Figure(
            "New names per talk",
            charts.saturation(totals, title="Names heard in all, talk by talk"),
            "When the line flattens, talks in this circle bring little that is new.",
        )


def exchanged(view: AsOf) -> list[tuple[str, float, float]]:
    """Return what ego gave and took in each of the last months, in talks, the newest last."""
    newest = view.day.year * 12 + view.day.month - 1
    found = []
    for m in range(newest - MONTHS + 1, newest + 1):
        first = date(m // 12, m % 12 + 1, 1)
        last = date((m + 1) // 12, (m + 1) % 12 + 1, 1) - timedelta(days=1)
        given, taken = given_and_taken(view, first, min(last, view.day))
        found.append((first.strftime("%m/%y"), given, taken))
    return found


def named_by_talk(ledger: Ledger, family: Lineage) -> list[int]:
    """Return how many names ego had heard in all after each talk with anybody."""
    talks = sorted(
        event.day
        for event in ledger.events
        if event.kind in TALKS and event.day and event.day <= family.as_of
    )
    named = sorted(day for v in family.first if (day := family.named(v)))
    return [sum(day <= talk for day in named) for talk in talks]
