"""The right ask for each person: a talk with them, an introduction by name, a guess, or no ask.

Whoever fits, or works at an employer that is looked for, is asked for a talk about their own work.
Whoever could open a named person is asked for that introduction, and who may know somebody at an
employer, by the user's word, for one there. Whoever has helped already, with
a talk or otherwise, hears first what came of it, and is then asked whom else to talk to. Everybody
else is asked whom they know, and nobody for somebody at an employer where ego knows people or has
something in hand.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Literal

from netgraph.model.base_record import Record
from netgraph.suggestions.goal_specificity import FITS
from netgraph.titles.occupations import is_role

if TYPE_CHECKING:
    from netgraph.suggestions.criteria import Criteria
    from netgraph.suggestions.reasons import Facts

Kind = Literal["talk", "introduction", "report back", "catch up"]


class Target(Record, frozen=True):
    """What an ask is for: a person, a company or a field; the id is None for what is no node."""

    kind: str
    id: str | None
    name: str


class Aim(Record, frozen=True):
    """What to ask somebody for, towards whom or what, and how it is known that they can help."""

    kind: Kind
    target: Target
    basis: str

    @property
    def ask(self) -> str:
        """What is written down as asked for: interview or introduction."""
        return "introduction" if self.kind == "introduction" else "interview"


def aim(facts: Facts, i: int) -> Aim:
    """Return the right ask for somebody."""
    G, p, wants = facts.context.G, facts.ids[i], facts.view.wants
    own = _own_basis(facts, p)
    if wants.person == p:
        return Aim("talk", Target("person", p, G.nodes[p]["name"]), own)
    here = _company(facts, i, now=True)
    if facts.view.past.helped[i] and p not in facts.context.via:
        if not facts.context.talked.get(p):
            return Aim("report back", here or _field(wants), own)
    elif here or facts.view.match.fits[i] or p in facts.context.via:
        return Aim("talk", here or _field(wants), own)
    if (other := facts.target(i)) is not None:
        target = Target("person", other, G.nodes[other]["name"])
        return Aim("introduction", target, G.adj[p][other]["basis"])
    if wants.person is not None and wants.person in G:
        target = Target("person", wants.person, G.nodes[wants.person]["name"])
        return Aim("introduction", target, "inferred")
    if door := facts.door(i):
        return Aim("introduction", Target("company", None, door), "stated")
    if facts.view.match.title[i] >= FITS and not facts.view.past.helped[i]:
        return Aim("talk", _field(wants), own)
    if facts.dormant(i):
        return Aim("catch up", _field(wants), own)
    was = _company(facts, i, now=False)
    free = was if was and was.name not in facts.context.reserved else None
    return Aim("introduction", free or _closed_company(facts, i) or _field(wants), "inferred")


def _own_basis(facts: Facts, p: str) -> str:
    """Return how the tie by which ego reaches somebody is known."""
    known_by = facts.context.via.get(p, facts.context.G.graph["ego"])
    tie = facts.context.G.get_edge_data(known_by, p)
    return str(tie["basis"]) if tie else "stated"


def _company(facts: Facts, i: int, *, now: bool) -> Target | None:
    """Return the wanted company that somebody is, or was, at."""
    node, G = facts.node(i), facts.context.G
    those = (node["traits"] if now else node["past"]).get("company", frozenset())
    for want in facts.view.wants.firm:
        for values in (want.values, want.near) if want.kind == "company" else ():
            for name in sorted(those & values):
                ids = (n for n in G.adj[facts.ids[i]] if G.nodes[n]["name"] == name)
                return Target("company", next(ids, None), name)
    return None


def _closed_company(facts: Facts, i: int) -> Target | None:
    """Return the first wanted company where ego knows nobody and has nothing in hand.

    One at which the user says that they know nobody either is passed over.
    """
    shut, p = facts.context.doors.shut, facts.ids[i]
    closed = [n for n in facts.closed_companies() if not shut(p, n)]
    return Target("company", None, closed[0]) if closed else None


def _field(wants: Criteria) -> Target:
    """Return the field that is looked for, in the goal's own words."""
    named = wants.words.fields + wants.words.roles if wants.words else ()
    traits = (name for want in wants.firm for name in sorted(want.values))
    return Target("field", None, wants.text or next(chain(named, traits), ""))


def said(name: str, kind: Kind, target: Target) -> str:
    """Say an ask as one sentence.

    >>> said("Ana", "talk", Target("company", "o1", "Acme"))
    'Ask Ana for a talk about working at Acme'
    >>> said("Ana", "introduction", Target("company", None, "Acme"))
    'Ask Ana whom they know at Acme'
    >>> said("Ana", "introduction", Target("field", None, "nurse"))
    'Ask Ana whom they know who works as nurse'
    >>> said("Ana", "report back", Target("field", None, "nurse"))
    'Tell Ana what came of their help'
    """
    if kind == "report back":
        return f"Tell {name} what came of their help"
    if kind == "catch up":
        return f"Write to {name} again, and say what you look for"
    if kind == "talk":
        here = (
            f" about working at {target.name}" if target.kind == "company" else " about their work"
        )
        return f"Ask {name} for a talk{here}"
    if target.kind == "person":
        return f"Ask {name} for an introduction to {target.name}"
    if target.kind == "company":
        return f"Ask {name} whom they know at {target.name}"
    if is_role(target.name or ""):
        return f"Ask {name} whom they know who works as {target.name}"
    return f"Ask {name} whom to talk to about: {target.name}"
