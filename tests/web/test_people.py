"""One person: labels, roles, names that were given, forgotten for good."""

from __future__ import annotations

from pathlib import Path

from netgraph.model.records import Person
from netgraph.store import Store
from tests.pools.people import exported
from tests.pools.test_advice import of_a_member
from tests.web.user import NOW, User, ledger_of


def test_a_name_that_was_given_becomes_a_lead(stocked: User, path: Path) -> None:
    said = {"verb": "refer", "who": ["ana", "Zoe Quist (Acme)"], "field-new": "yes"}
    stocked.send("/do", **said)

    with Store.open(path) as store:
        leads = [p.name for p in store.ledger().people.values() if p.lead]
    assert ["Zoe Quist"] == leads


def test_labels_and_what_they_are_to_one_are_put_on_and_taken_off(
    stocked: User, path: Path
) -> None:
    stocked.send("/do", verb="edit", who="ana", **{"field-tags": "rowing, Kiel"})
    stocked.send("/do", verb="edit", who="ana", **{"field-untags": "Kiel"})
    stocked.send("/do", verb="tie", who=["ana", "me"], **{"field-role": "mentor"})
    shown = stocked.get("/people/ana").text
    assert "Take the label rowing off" in shown
    assert "Mentor of you" in shown
    assert ("rowing",) == ledger_of(path).people["ana"].tags

    no_more = {"field-role": "mentor of", "field-not": "yes"}
    stocked.send("/do", verb="tie", who=["ana", "me"], **no_more)
    assert "Mentor of you" not in stocked.get("/people/ana").text


def test_somebody_is_forgotten_only_if_it_is_said_twice(stocked: User, path: Path) -> None:
    assert "cannot be taken back" in stocked.get("/people/ana/forget").text
    stocked.send("/people/ana/forget", sure="no")
    with Store.open(path) as store:
        assert "ana" in store.ledger().people
    stocked.send("/people/ana/forget", sure="yes")
    with Store.open(path) as store:
        assert "ana" not in store.ledger().people


def test_whoever_is_forgotten_is_to_leave_pools_too(tmp_path: Path) -> None:
    path = of_a_member(tmp_path)
    exported(path, tmp_path / "mine.pool")
    with Store.open(path) as store:
        (eva,) = (i for i, p in store.ledger().people.items() if p.name == "Eva Ling")
        store.backup(tmp_path / "copy.db")
    (tmp_path / "copy.db").unlink()

    told = User.at(path).send(f"/people/{eva}/forget", sure="yes").text
    assert "Forgotten for good. So that Spring cohort forgets them too, write your file" in told
    assert "A copy was not where it had been written" in told


def test_a_planned_talk_has_its_hour_and_place(stocked: User, path: Path) -> None:
    plan = {"field-kind": "planned", "field-due": "2026-05-08", "field-time": "15:00"}
    stocked.send("/do", verb="log", who="ana", **plan, **{"field-place": "Café Rosa"})
    assert [("15:00", "Café Rosa")] == [(a.time, a.place) for a in ledger_of(path).appointments]
    wrong = {"field-kind": "met", "field-time": "15:00"}
    assert 400 == stocked.send("/do", verb="log", who="ana", **wrong).status_code


def test_people_are_found_by_employer_however_it_is_written(stocked: User, path: Path) -> None:
    with Store.open(path) as store, store.change("ben", at=NOW) as change:
        change.put([Person("ben", "Ben Ode", company="Best")])
    shown = stocked.get("/people?company=ACME+Inc.").text
    assert ("Ana Silva" in shown, "Ben Ode" in shown) == (True, False)
    document = stocked.get("/people.json?company=Best").json
    assert document is not None
    assert ["ben"] == [row["id"] for row in document["people"]]
