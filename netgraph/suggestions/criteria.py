"""What a goal asks of people: traits to have, words a title should answer, one named person.

`Criteria` is what suggestions understand. It is made from a `netgraph.model.records.Goal`, or by
hand for any kind of trait that a graph brings along.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from netgraph.graph.build import network_arcs_on
from netgraph.graph.schema import adjacency
from netgraph.identity.firms import Firms
from netgraph.model.as_of import AsOf, growing, shelved
from netgraph.model.base_record import Record
from netgraph.model.records import Organisation
from netgraph.model.text import fold
from netgraph.suggestions.features import features_on
from netgraph.suggestions.goal_specificity import FITS, wanted
from netgraph.titles.fit import Titles, Wanted

if TYPE_CHECKING:
    from netgraph.graph.schema import AnyTies
    from netgraph.model.records import Goal, Ledger
    from netgraph.suggestions.features import Flags, Floats, NetworkFeatures, Trait

HINT: Final = 0.5
"""What a soft hint weighs beside a firm wish."""

NEAR: Final = 0.5
"""What a company near the goal counts beside one of the goal's own."""


class Criterion(Record, frozen=True):
    """One wish: a trait of this kind with one of these values; ``near`` values count half."""

    kind: str
    values: frozenset[str]
    near: frozenset[str] = frozenset()

    def traits(self) -> list[Trait]:
        """Return the wanted traits, sorted."""
        return sorted((self.kind, value) for value in self.values)


class Criteria(Record, frozen=True):
    """A goal as suggestions read it.

    ``firm`` wishes must be met to fit, ``hints`` only help; ``words`` is what a title should
    answer, one more firm wish; ``person`` is the id of the one who is wanted.
    """

    firm: tuple[Criterion, ...] = ()
    hints: tuple[Criterion, ...] = ()
    words: Wanted | None = None
    person: str | None = None
    id: str = ""
    text: str = ""


class Match(Record, frozen=True):
    """What each person meets of a goal, in wishes; a hint counts half.

    ``now`` and ``before`` are firm wishes met now and met only before, ``hint`` the soft ones,
    ``full`` what meeting everything comes to. ``title`` is how well their title fits, in [0, 1],
    ``fits`` who fits the goal as a whole.
    """

    now: Floats
    before: Floats
    hint: Floats
    full: float
    title: Floats
    fits: Flags

    def likeness(self) -> Floats:
        """Return the share of the goal that each person meets, in [0, 1]."""
        return (self.now + self.before + self.hint) / (self.full or 1.0)


class Resumes(Record, frozen=True, eq=False):
    """The present and past titles of everybody among them, read once for any number of goals."""

    present: Titles
    past: Titles
    owners: tuple[int, ...]
    shape: object = None


def wants_of(goal: Goal, G: AnyTies, *, firms: Firms | None = None) -> Criteria:
    """Return what a goal asks of the people in a graph.

    Companies are found as `netgraph.identity.firms` finds them, in ``firms`` or, if that is None,
    among those in the graph. Text, roles and fields are what
    a title should answer; places are hints. A goal that is one person wants all that this person
    is and was.

    Examples
    --------
    >>> import networkx as nx
    >>> from netgraph.model.records import Goal
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_node("o1", kind="organisation", name="Acme")
    >>> wants_of(Goal("g1", "", companies=("ACME Inc.",)), G).firm[0].values
    frozenset({'Acme'})
    """
    if goal.person and goal.person in G:
        node = G.nodes[goal.person]
        both = (*node["traits"].items(), *node["past"].items())
        traits = tuple(Criterion(kind, values) for kind, values in both)
        return Criteria(traits, person=goal.person, id=goal.id, text=goal.text)
    firms = firms or _firms_in(G)
    named, near = _called(goal.companies, firms), _called(goal.near, firms)
    firm = (Criterion("company", named, near - named),) if goal.companies else ()
    places = (Criterion("place", _places(goal.places, G)),) if goal.places else ()
    words = wanted(goal)
    says = any((fold(words.text), words.roles, words.fields))
    return Criteria(firm, places, words if says else None, id=goal.id, text=goal.text)


def _firms_in(G: AnyTies) -> Firms:
    """Return the organisations of a graph."""
    nodes = G.nodes.items()
    return Firms(Organisation(n, d["name"]) for n, d in nodes if d["kind"] == "organisation")


def _called(names: Sequence[str], firms: Firms) -> frozenset[str]:
    """Return how the firms that are meant are called, the names themselves where none is."""
    found = ((firms.exactly(name) or (firms.one(name),), name) for name in names)
    return frozenset(firms.by_id[i].name if i else name for those, name in found for i in those)


def _places(names: Sequence[str], G: AnyTies) -> frozenset[str]:
    """Return the places of people that have all words of a wanted one."""
    known = {p for d in G.nodes.values() for p in d.get("traits", {}).get("place", ())}
    words = [set(fold(name).split()) for name in names]
    return frozenset(p for p in known if any(w and w <= set(fold(p).split()) for w in words))


def resumes(G: AnyTies, b: NetworkFeatures) -> Resumes:
    """Read the titles of everybody in it."""
    around, nodes = adjacency(G), [G.nodes[p] for p in b.people]
    past = [
        (i, edge["role"], G.nodes[firm]["name"])
        for (p, i), node in zip(b.people.items(), nodes, strict=True)
        if node["past"] or "school" in node["traits"]
        for firm, edge in around[p].items()
        if edge["kind"] == "member" and not edge["current"] and edge["role"]
    ]
    return Resumes(
        Titles([n["title"] for n in nodes], companies=[n["company"] for n in nodes]),
        Titles([title for _, title, _ in past], companies=[firm for _, _, firm in past]),
        tuple(i for i, _, _ in past),
        b.shape,
    )


def _of_one_shape(was: Resumes, _: Ledger, view: AsOf) -> Resumes | None:
    """Return the titles read before, if people and places are the same."""
    shape = features_on(view).shape
    return was if shape is not None and shape is was.shape else None


def _packed(read: Resumes) -> bytes:
    """Write titles down as they were read."""
    return msgspec.msgpack.encode((read.present.packed(), read.past.packed(), read.owners))


def _unpacked(view: AsOf, data: memoryview) -> Resumes:
    """Return the titles of a view as they were written down."""
    present, past, owners = _PACKED.decode(data)
    shape = features_on(view).shape
    return Resumes(Titles.unpacked(present), Titles.unpacked(past), owners, shape)


_PACKED: Final = msgspec.msgpack.Decoder(tuple[bytes, bytes, tuple[int, ...]])


@growing(_of_one_shape)
@shelved("resumes", _packed, _unpacked)
def resumes_on(view: AsOf) -> Resumes:
    """Read the titles of everybody in a view."""
    return resumes(network_arcs_on(view), features_on(view))


def match(b: NetworkFeatures, wants: Criteria, read: Resumes | None = None) -> Match:
    """Measure what everybody in it meets of a goal."""
    now, before, hint = np.zeros((3, b.size))
    for want in wants.firm:
        met = _met(b, want, now=True)
        now += met
        before += np.maximum(_met(b, want) - met, 0.0)
    for want in wants.hints:
        hint += HINT * _met(b, want)
    firm = len(wants.firm)
    title, earlier = _by_title(b, wants, read)
    full = np.equal(now, firm)
    if wants.words and read:
        now += title
        before += np.maximum(earlier - title, 0.0)
        full &= title >= FITS
        firm += 1
    if wants.person is not None:
        full = b.mark([wants.person])
    elif not firm:
        full = np.zeros(b.size, bool)
    return Match(now, before, hint, firm + HINT * len(wants.hints), title, full)


def _met(b: NetworkFeatures, want: Criterion, *, now: bool = False) -> Floats:
    """Return how far each person meets a wish: 1, half for a near value, or 0."""
    met = b.having(want.traits(), now=now)
    if want.near:
        near = b.having(((want.kind, value) for value in sorted(want.near)), now=now)
        met = np.maximum(met, NEAR * near)
    return met


def _by_title(b: NetworkFeatures, wants: Criteria, read: Resumes | None) -> tuple[Floats, Floats]:
    """Return how well the present, and the best past title of each person fits."""
    if not wants.words or read is None:
        return np.zeros(b.size), np.zeros(b.size)
    earlier = np.zeros(b.size)
    np.maximum.at(earlier, np.array(read.owners, np.int64), read.past.scores(wants.words))
    return np.array(read.present.scores(wants.words)), earlier
