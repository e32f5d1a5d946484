"""Whom a name and an address in an export mean."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netgraph.model import ids
from netgraph.model.records import (
    CONNECTION,
    EGO,
    Ledger,
    Origin,
    Person,
    Position,
    Tie,
)
from netgraph.sources.tables import HiddenRow, UnusableRow
from tests.sources.exports import (
    ANA,
    BO,
    ME,
    account,
)


def test_an_address_says_who_it_is_whatever_the_name() -> None:
    people = account()
    first = people.who("Ana Silva", ANA)

    assert (
        Person(ids.profile("linkedin", "ana-silva"), "Ana Silva", "linkedin", urls=(ANA,)) == first
    )
    assert first is people.who("Somebody Else", f"{ANA}/?x=1")
    assert first.id == people.id_of("ana-silva")
    assert people.id_of("bo") == ids.profile("linkedin", "bo")


def test_a_name_learnt_later_takes_the_place_of_an_address() -> None:
    people = account()

    assert "ana-silva" == people.who("", ANA).name
    assert "Ana Silva" == people.who("Ana Silva", ANA).name
    assert "Ana Silva" == people.who("Other", ANA).name
    assert "Ana Silva" == people.who("", ANA).name


def test_a_name_alone_is_a_record_of_its_own_by_firm() -> None:
    people = account()
    people.who("Ana Silva", ANA)
    named, at = people.who("Ana Silva"), people.who("ANA SILVA", company="Acme")

    assert Origin.MENTIONED == named.origin == at.origin
    assert ids.mention("linkedin", "Ana Silva") == named.id
    assert ("Acme", 3) == (at.company, len({named.id, at.id, people.who("Ana Silva", ANA).id}))


def test_of_two_spellings_of_a_name_one_is_kept_in_whichever_order() -> None:
    shown = set()
    for names in (["ana silva", "Ana Silva"], ["Ana Silva", "ana silva"]):
        people = account()
        for name in names:
            people.who(name)
        shown.add(people.who("ANA SILVA").name)

    assert {"ana silva"} == shown


def test_a_member_who_is_gone_is_hidden_and_a_letter_is_nobody() -> None:
    people = account()

    with pytest.raises(HiddenRow):
        people.who("LinkedIn Member")
    for name in ("", "A", "--"):
        with pytest.raises(UnusableRow, match="it names nobody"):
            people.who(name)
    assert "Bo" == people.who("Bo").name


def test_the_owner_is_known_by_address_before_the_name() -> None:
    people = account()

    assert people.is_owner("", ME)
    assert people.is_owner("ROBIN OSTROW", "")
    assert people.is_owner("Robin Ostrow", "urn:li:member:1")
    assert not people.is_owner("Robin Ostrow", ANA)
    assert not people.is_owner("", "")


def test_only_people_of_the_account_are_known_and_the_owner_is_none_of_them() -> None:
    known = Ledger(
        {
            EGO: Person(EGO, "Robin", "linkedin"),
            "a": Person("a", "Ana Silva", "linkedin", urls=(ANA,)),
            "b": Person("b", "Bo Chen", "google", urls=(BO,)),
        },
        ties=(
            Tie("t1", EGO, "a", kind=CONNECTION, since=date(2020, 1, 1), source="linkedin"),
            Tie("t2", EGO, "b", kind=CONNECTION, source="bo-linkedin"),
            Tie("t3", EGO, "c", source="linkedin"),
        ),
    )
    people = account(known=known)

    assert ["a"] == list(people.records) == [p.id for p in people.called("ana SILVA")]
    assert {"a": date(2020, 1, 1)} == people.since
    assert "a" == people.who("x", ANA).id


def test_a_former_job_is_last_seen_when_any_export_showed_it() -> None:
    people = account()
    (first,) = people.formerly("a", "Acme", "Nurse", date(2024, 1, 1))
    (second,) = people.formerly("a", "Acme", "Nurse", date(2023, 1, 1))
    (third,) = people.formerly("a", "Acme", "Nurse", date(2025, 1, 1))

    assert [date(2024, 1, 1), date(2024, 1, 1), date(2025, 1, 1)] == [
        p.seen for p in (first, second, third)
    ]
    assert Origin.FORMER == first.origin
    assert [] == people.formerly("a", "", "", date(2024, 1, 1))


def test_the_present_job_is_the_latest_of_the_newest_list() -> None:
    old, new = date(2024, 1, 1), date(2025, 1, 1)

    def job(i: str, start: str, **more: Any) -> Position:
        said: dict[str, Any] = {"current": True, "seen": new, "source": "linkedin", **more}
        return Position(i, EGO, f"Firm {i}", f"Title {i}", start=start, **said)

    def present(*jobs: Position) -> tuple[str, str] | None:
        return account(known=Ledger(positions=jobs)).present_job()

    assert present() is None
    assert present(job("a", "2020", source="google")) is None
    assert present(job("a", "2020", kind="school")) is None
    assert ("Firm b", "Title b") == present(job("a", "2020"), job("b", "2021"))
    assert ("Firm a", "Title a") == present(job("a", "2020"), job("b", "2021", seen=old))
    assert ("", "") == present(job("a", "2020", current=False), job("b", "2021", seen=old))
