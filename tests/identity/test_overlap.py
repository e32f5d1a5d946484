"""What several exports of one account tell of one person, told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.overlap import (
    as_shown,
    between_two,
    correspondence_once,
    former_jobs,
    past,
    shown_by_name,
    told_once,
)
from netgraph.model import ids
from netgraph.model.records import (
    CONNECTION,
    EGO,
    Correspondence,
    Event,
    EventKind,
    Origin,
    Person,
    Position,
    Tie,
)

D1, D2, D3 = date(2024, 1, 1), date(2024, 2, 2), date(2024, 3, 3)
OLD = Person("a", "Ana", "linkedin", ("a@x.org",), phones=("1",), company="Acme", seen=D1)
NEW = Person("b", "Ana", "linkedin", ("b@x.org",), ("in/ana",), ("2",), "Delta", "CTO", seen=D2)


def test_the_newest_list_of_a_source_is_shown_with_all_addresses() -> None:
    (one,) = as_shown([OLD, NEW])

    assert ("b", "Delta", D2) == (one.id, one.company, one.seen)
    assert (("a@x.org", "b@x.org"), ("in/ana",), ("2", "1")) == (one.emails, one.urls, one.phones)


def test_of_lists_of_one_day_the_profile_is_shown_and_a_lead_last() -> None:
    assert ["b"] == [p.id for p in as_shown([replace(OLD, seen=D2), NEW])]
    assert ["a"] == [p.id for p in as_shown([OLD, replace(NEW, lead=True)])]
    assert [True] == [p.lead for p in as_shown([replace(OLD, lead=True), replace(NEW, lead=True)])]


def test_records_of_several_sources_or_without_days_stay() -> None:
    assert [OLD, replace(NEW, source="google")] == list(
        as_shown([OLD, replace(NEW, source="google")])
    )
    undated = [replace(OLD, seen=None), replace(NEW, seen=None)]
    assert undated == list(as_shown(undated))


def test_a_job_of_an_older_list_is_a_former_one() -> None:
    (job,) = former_jobs([NEW, OLD], "p")

    assert (
        Position(
            ids.job("p", "Acme", ""), "p", "Acme", seen=D1, source="linkedin", origin=Origin.FORMER
        )
        == job
    )
    assert [] == list(former_jobs([NEW, replace(OLD, company="Delta", title="CTO")], "p"))
    assert [] == list(former_jobs([NEW, replace(OLD, company="")], "p"))
    assert [] == list(former_jobs([NEW, replace(OLD, seen=None)], "p"))
    assert [] == list(former_jobs([NEW, replace(OLD, source="google")], "p"))


def test_a_past_job_is_told_once_as_last_seen_and_not_if_it_is_the_present_one() -> None:
    job = Position("w1", "a", "Acme", "", seen=D1, origin=Origin.FORMER)
    later = replace(job, id=ids.job("b", "Acme", ""), person="b", seen=D3)
    listed = Position("w3", "a", "Delta", "CTO")
    now = replace(job, id="w4", organisation="Delta", title="CTO")

    found = past([job, later, listed, now], {"b": NEW}, {"a": "b"})

    assert [("b", "Acme", D3)] == [
        (p.person, p.organisation, p.seen) for p in found if p.origin == Origin.FORMER
    ]
    assert [replace(listed, person="b")] == [p for p in found if p.origin == Origin.LISTED]


def test_without_aliases_past_jobs_stay_in_their_order() -> None:
    jobs = [Position("w2", "a", "Acme"), Position("w1", "a", "Delta")]

    assert tuple(jobs) == past(jobs, {}, {})


def test_a_connection_in_two_lists_is_one_since_the_first_day() -> None:
    def tie(i: str, v: str, since: date | None) -> Tie:
        return Tie(i, EGO, v, kind=CONNECTION, since=since, source="linkedin")

    ties = [tie(ids.connection("linkedin", "b"), "b", D2), tie("t2", "a", D1), tie("t3", "c", None)]

    found = between_two(ties, {"a": "b"})

    assert [("b", D1), ("c", None)] == [(t.v, t.since) for t in found]
    assert [("b", D2)] == [
        (t.v, t.since) for t in between_two([ties[0], tie("x", "a", None)], {"a": "b"})
    ]


def test_a_tie_of_two_records_of_one_person_goes() -> None:
    stated = Tie("t1", "a", "b")

    assert () == between_two([stated], {"a": "b"})
    assert (replace(stated, u="c"),) == between_two([stated], {"a": "c"})


def test_whom_an_older_export_shows_by_name_has_no_profile_and_stands_behind_one() -> None:
    people = {"a": OLD, "b": NEW, "c": replace(OLD, id="c")}

    assert {"a"} == shown_by_name(people, {"a": "b"})
    assert set() == shown_by_name(people, {"a": "c"})
    assert set() == shown_by_name(people, {"b": "a"})
    assert set() == shown_by_name({**people, "a": replace(OLD, source="google")}, {"a": "b"})
    assert set() == shown_by_name(people, {"gone": "b"})


def letters(giver: str, *days: date | None) -> Correspondence:
    return Correspondence(EventKind.MESSAGE, giver, EGO, days, "linkedin")


def test_of_a_day_the_export_that_shows_most_of_it_shows_all() -> None:
    old, new = letters("a", None, D1, D1, D2), letters("b", None, D1, D3)

    (one,) = correspondence_once((old, new), {"a"}, {"a": "b"})

    assert ("b", (None, None, D1, D1, D2, D3)) == (one.giver, one.days)


def test_letters_of_two_records_of_one_export_are_all_there() -> None:
    both = (letters("a", D1), letters("b", D1))

    (one,) = correspondence_once(both, set(), {"a": "b"})
    assert (D1, D1) == one.days
    assert both == correspondence_once(both, set(), {})
    assert both == correspondence_once(both, set(), {"z": "y"})


def event(i: str, giver: str, day: date | None, count: int = 1) -> Event:
    return Event(i, EventKind.MESSAGE, day, giver, EGO, count=count, source="linkedin")


def test_an_event_of_both_exports_is_told_by_the_newer_one_alone() -> None:
    events = (event("e1", "a", D1), event("e2", "b", D1), event("e3", "a", D2))

    assert ["e2", "e3"] == [e.id for e in told_once(events, {"a"}, {"a": "b"})]
    assert events == told_once(events, set(), {"a": "b"})


def test_what_the_older_export_has_more_of_a_day_is_added() -> None:
    events = (event("e1", "a", D1, 3), event("e2", "b", D1, 2))

    assert [("e2", 3)] == [(e.id, e.count) for e in told_once(events, {"a"}, {"a": "b"})]
    fewer = (event("e1", "a", D1, 1), event("e2", "b", D1, 2))
    assert [("e2", 2)] == [(e.id, e.count) for e in told_once(fewer, {"a"}, {"a": "b"})]


def test_an_event_without_a_day_is_never_taken_for_another() -> None:
    events = (event("e1", "a", None), event("e2", "b", None))

    assert events == told_once(events, {"a"}, {"a": "b"})


days = st.lists(st.sampled_from([D1, D2, D3]), max_size=6)


@given(days, days)
def test_of_every_day_there_is_the_greater_number_whoever_tells(
    older: list[date], newer: list[date]
) -> None:
    most = {d: max(older.count(d), newer.count(d)) for d in (D1, D2, D3)}
    alias = {"a": "b"}

    told = told_once(
        (
            *(event(f"o{n}", "a", d) for n, d in enumerate(older)),
            *(event(f"n{n}", "b", d) for n, d in enumerate(newer)),
        ),
        {"a"},
        alias,
    )
    (written,) = correspondence_once(
        (letters("a", *sorted(older)), letters("b", *sorted(newer))), {"a"}, alias
    )

    assert most == {d: sum(e.count for e in told if e.day == d) for d in most}
    assert most == {d: written.days.count(d) for d in most}


def test_of_two_lists_of_one_day_the_one_with_profiles_shows_the_present_job() -> None:
    by_name = replace(OLD, id="z", seen=D2)

    (job,) = former_jobs([by_name, NEW], "p")

    assert ("Acme", D2) == (job.organisation, job.seen)
