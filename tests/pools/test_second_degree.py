from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from netgraph.graph.build import network_on
from netgraph.journal.limits import rests_on
from netgraph.model.as_of import AsOf
from netgraph.model.records import Ask, Goal, Origin, Statement, Step
from netgraph.pools.joining import join
from netgraph.pools.membership import member_of
from netgraph.pools.second_degree import unsaid, with_pools
from netgraph.pools.shares import Chosen
from netgraph.store import Store
from netgraph.suggestions.recommendations import recommend
from netgraph.views.routes import find_routes
from tests.pools.people import AT, MAY_1, POOL, contact, exported, store_of, view_of

CARA = contact("Cara Weiss", "Siemens", "Head of Marketing")
BEN, EVA = contact("Ben Ode", "TU Wien", ""), contact("Eva Ling", "Acme")
GOAL = Goal("g", "marketing", companies=("Siemens",), steps=(Step(MAY_1, "open"),))


@pytest.fixture
def ben(tmp_path: Path) -> Path:
    return store_of(tmp_path / "ben.db", "Ben Ode", *CARA)


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    return store_of(tmp_path / "ana.db", "Ana Silva", *BEN, *EVA, GOAL)


def enriched(path: Path, *files: Path, wanted: tuple[str, ...] = ("Siemens",)) -> AsOf:
    with Store.open(path) as store:
        join(store, member_of(store, POOL), files)
        return with_pools(view_of(store), store, wanted=wanted)


def test_a_contact_who_is_a_member_leads_to_whom_they_share(
    ana: Path, ben: Path, tmp_path: Path
) -> None:
    view = enriched(ana, exported(ben, tmp_path / "b.pool"))

    (route,) = find_routes(view, "siemens").paths
    assert ["Ben Ode", "somebody in marketing at Siemens"] == [p.name for p in route.people[1:]]
    assert ("through Ben Ode, who shares contacts in Spring cohort",) == route.evidence[1].evidence
    assert "observed" == route.evidence[1].basis


def test_the_member_is_the_one_to_ask_first(ana: Path, ben: Path, tmp_path: Path) -> None:
    view = enriched(ana, exported(ben, tmp_path / "b.pool"))

    found = unsaid(recommend(view, [GOAL]).suggestions, view)

    assert "Ask Ben Ode whom they know at Siemens" == found[0].sentence
    said = "through Ben Ode, who shares contacts in Spring cohort"
    assert any(said in reason for reason in found[0].reasons)
    assert "Siemens" == found[0].action.fields["target"]


def test_a_shared_name_is_asked_for_by_the_name(ana: Path, ben: Path, tmp_path: Path) -> None:
    view = enriched(ana, exported(ben, tmp_path / "b.pool", chosen=Chosen(names=True)))

    found = unsaid(recommend(view, [GOAL]).suggestions, view)

    assert "Ask Ben Ode for an introduction to Cara Weiss" == found[0].sentence
    assert "Cara Weiss" == found[0].action.fields["target"]


def test_nobody_of_them_is_in_the_store(ana: Path, ben: Path, tmp_path: Path) -> None:
    view = enriched(ana, exported(ben, tmp_path / "b.pool"))
    shared = [p for p in view.ledger.people.values() if p.origin == Origin.SHARED]

    assert ["somebody in marketing at Siemens"] == [p.name for p in shared]
    assert not {p.id for p in shared} & network_on(view).adj["me"].keys()
    with Store.open(ana) as store:
        assert {"me", "ben-ode", "eva-ling"} == store.ledger().people.keys()


def test_without_a_pool_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Store.open(path) as store:
        view = AsOf(store.ledger(), MAY_1)

        assert view is with_pools(view, store)


def test_whom_classmates_asked_rests(ana: Path, tmp_path: Path) -> None:
    dan = store_of(tmp_path / "dan.db", "Dan Roe", *EVA)
    with Store.open(dan) as store, store.change("x", at=AT) as change:
        change.put([Ask("a", "eva-ling", steps=(Step(MAY_1, "asked"),))])

    view = enriched(ana, exported(dan, tmp_path / "d.pool"))

    until, why = rests_on(view)["eva-ling"]
    assert date(2026, 5, 22) == until
    assert "somebody in your pool asked them on 2026-05-01" in why
    assert "ben-ode" not in rests_on(view)


def test_who_got_as_many_asks_as_they_bear_rests_for_the_quarter(ana: Path, tmp_path: Path) -> None:
    days = [MAY_1 - timedelta(d) for d in (30, 40, 50)]
    dan = store_of(tmp_path / "dan.db", "Dan Roe", *EVA)
    with Store.open(dan) as store, store.change("x", at=AT) as change:
        change.put(
            Ask(f"a{n}", "eva-ling", steps=(Step(d, "asked"), Step(d, "done")))
            for n, d in enumerate(days)
        )

    until, why = rests_on(enriched(ana, exported(dan, tmp_path / "d.pool")))["eva-ling"]

    assert days[-1] + timedelta(91) == until
    assert "3 times this quarter" in why


def test_ones_own_never_goes_before(ana: Path, tmp_path: Path) -> None:
    dan = store_of(tmp_path / "dan.db", "Dan Roe", *EVA)
    for path in (dan, ana):
        with Store.open(path) as store, store.change("x", at=AT) as change:
            asked = Ask("a", "eva-ling", steps=(Step(MAY_1, "asked"),))
            change.put([asked if path == dan else Statement("s", "eva-ling", "never_ask", True)])

    view = enriched(ana, exported(dan, tmp_path / "d.pool"))

    assert (None, "you noted not to ask them") == rests_on(view)["eva-ling"]


def test_whom_one_knows_oneself_is_nobody_new(ben: Path, tmp_path: Path) -> None:
    ana = store_of(tmp_path / "a.db", "Ana Silva", *BEN, *CARA)

    view = enriched(ana, exported(ben, tmp_path / "b.pool"))

    assert not [p for p in view.ledger.people.values() if p.origin == Origin.SHARED]
