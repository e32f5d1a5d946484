"""The story of a year as of five days: every number worked out by hand beside it."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.agenda.due_list import due
from netgraph.agenda.reports import untold
from netgraph.graph.ties import tie_graph
from netgraph.journal.limits import asked_in_quarter, rests
from netgraph.measures.give_and_take import standings
from netgraph.measures.lineage_measures import branches, credit, ended, generations
from netgraph.measures.referrals import lineage
from netgraph.model.as_of import AsOf
from netgraph.model.intervals import share
from netgraph.views.statistics import stats
from tests.story import DAYS, story

STORY = story()
Row = tuple[str, str, str, bool]


def day(text: str) -> date:
    return date.fromisoformat(text)


def rows(as_of: date, country: str) -> list[Row]:
    found = due(AsOf(STORY, as_of), days=7, country=country)
    return [(d.on.isoformat(), d.kind, d.person, d.overdue) for d in found]


def test_today_in_the_first_week() -> None:
    # Lou was asked on Friday 2 May; seven business days later is Tuesday the 13th,
    # but Monday the 5th was a holiday in Britain.
    follow_up = {"DE": "2025-05-13", "GB": "2025-05-14", "US": "2025-05-13"}
    for country, on in follow_up.items():
        expected = [
            ("2025-05-08", "thank", "maya", False),  # the talk was today; reflect in the same line
            ("2025-05-09", "write to", "tom", False),  # whom she named
            ("2025-05-12", "promise", "eli", False),
            (on, "follow up", "lou", False),
        ]

        assert expected == rows(DAYS[0], country)


def test_today_in_summer() -> None:
    # Gus was asked on Thursday 26 June: 27, 30, 1, 2, 3, 4, 7 July; the 4th is free in the US.
    # Fay, also at Delta, rests until 24 July, so that Jon is the second person there:
    # 27 and 30 June, 1 July.
    follow_up = {"DE": "2025-07-07", "GB": "2025-07-07", "US": "2025-07-08"}
    for country, on in follow_up.items():
        expected = [
            ("2025-06-17", "thank", "tom", True),  # he introduced Ana on 16 June
            ("2025-06-30", "promise", "hana", True),
            ("2025-07-01", "second person", "jon", False),
            ("2025-07-02", "prepare", "ana", False),  # the talk is on the 3rd
            (on, "follow up", "gus", False),
        ]

        assert expected == rows(DAYS[1], country)


def test_today_in_autumn() -> None:
    # Gus said yes to Hana on Thursday 2 October; Friday the 3rd is free in Germany.
    introduce = {
        "DE": ("2025-10-06", False),
        "GB": ("2025-10-03", True),
        "US": ("2025-10-03", True),
    }
    for country, (on, overdue) in introduce.items():
        expected = [
            ("2025-10-06", "promise", "eli", False),  # 29 September and a week
            (on, "introduce", "gus", overdue),
            ("2025-07-10", "report", "maya", True),  # Ana met on 3 July and a week
            ("2025-09-11", "report", "ana", True),  # Dora met on 4 September and a week
            ("2025-09-11", "report", "tom", True),
            ("2025-09-23", "keep in touch", "maya", False),  # 26 May and 120 days
            ("2025-09-30", "keep in touch", "eli", False),  # 1 August and 60 days
        ]

        assert expected == rows(DAYS[2], country)


def test_today_after_the_holidays() -> None:
    # Kay was asked on Friday 19 December. Germany and Britain: 22, 23, 24, 29, 30, 31, 2 January;
    # in the US the 26th is no holiday: 22, 23, 24, 26, 29, 30, 31.
    follow_up = {
        "DE": ("2026-01-02", False),
        "GB": ("2026-01-02", False),
        "US": ("2025-12-31", True),
    }
    for country, (on, overdue) in follow_up.items():
        expected = [
            (on, "follow up", "kay", overdue),
            ("2025-11-08", "keep in touch", "gus", False),  # 11 July and 120 days
            ("2025-12-06", "keep in touch", "eli", False),  # 7 October and 60 days
            ("2026-01-03", "keep in touch", "dora", False),  # 5 September and 120 days
        ]

        assert expected == rows(DAYS[3], country)


def test_today_at_the_end() -> None:
    # Jon was asked on Wednesday 22 April: 23, 24, 27, 28, 29, 30, then 1 May, free in Germany.
    # Gus is at Delta too and was in touch last: 23, 24, 27 April.
    follow_up = {
        "DE": ("2026-05-04", False),
        "GB": ("2026-05-01", True),
        "US": ("2026-05-01", True),
    }
    for country, (on, overdue) in follow_up.items():
        expected = [
            ("2026-05-01", "thank", "ben", True),  # his advice was on 30 April
            ("2026-02-09", "report", "maya", True),  # Dora's offer on 2 February
            ("2026-05-04", "report", "ana", False),  # the goal was reached on 27 April
            ("2026-05-04", "report", "ben", False),
            ("2026-05-04", "report", "tom", False),
            ("2026-04-30", "write down", "dora", False),
            (on, "follow up", "jon", overdue),
            ("2026-04-27", "second person", "gus", False),
            ("2026-05-08", "promise", "kay", False),
            ("2026-05-10", "keep in touch", "gus", False),  # 10 January and 120 days
        ]

        assert expected == rows(DAYS[4], country)


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_what_comes_later_changes_nothing(as_of: date) -> None:
    before = story(until=as_of)

    assert due(AsOf(before, as_of)) == due(AsOf(STORY, as_of))
    assert rests(before, as_of=as_of) == rests(STORY, as_of=as_of)
    assert untold(before, lineage(before, as_of=as_of)) == untold(
        STORY, lineage(STORY, as_of=as_of)
    )
    assert stats(AsOf(before, as_of)).funnel == stats(AsOf(STORY, as_of)).funnel
    assert stats(AsOf(before, as_of)).lineage == stats(AsOf(STORY, as_of)).lineage


def test_what_was_asked_of_whom_by_july() -> None:
    expected = {
        "lou": 1.0,
        "maya": 1.5,  # asked once, and Tom in her name
        "tom": 1.5,  # asked once, and Ana in his name
        "fay": 2.0,  # asked and reminded
        "ana": 1.0,
        "gus": 1.0,
    }

    assert expected == asked_in_quarter(STORY, as_of=DAYS[1])


def test_who_rests_in_july() -> None:
    expected = {
        "eli": (None, "you noted not to ask them"),
        # 14 May and 91 days: until then 1 or 0.5 of the one ask that you noted is used
        "maya": (day("2025-08-13"), "asked enough for now: you noted 1 a quarter"),
        "kay": (day("2025-12-01"), "you noted not before 2025-12-01"),
        # 12 June and twice 21 days, for the silence
        "fay": (day("2025-07-24"), "you asked on 2025-06-12: let it rest"),
        "ana": (day("2025-07-09"), "you asked on 2025-06-18: let it rest"),  # and 21 days
        "gus": (day("2025-07-17"), "you asked on 2025-06-26: let it rest"),
    }

    assert expected == rests(STORY, as_of=DAYS[1])


def test_who_led_to_whom() -> None:
    tree = lineage(STORY, as_of=DAYS[4])

    assert ("maya", "ben") == tree.roots
    assert {"tom": "maya", "ana": "tom", "cleo": "ben", "dora": "ana"} == tree.first
    assert ["dora"] == [r.introducer for r in tree.loops]  # she named Maya, where it all began
    assert ["ben"] == [r.introducer for r in tree.late]  # he named Tom, whom we had met


def test_generations() -> None:
    found = generations(lineage(STORY, as_of=DAYS[4]))

    expected = [
        (0, 2, 2, 1, 2, None),  # Maya and Ben led to Tom, whom we met; Cleo declined
        (1, 2, 1, 1, 1, 14),  # Tom: named on 8 May, met on the 22nd
        (2, 1, 1, 1, 1, 41),  # Ana: 23 May to 3 July
        (3, 1, 1, 0, 1, 15),  # Dora: 20 August to 4 September
    ]
    assert expected == [
        (g.generation, g.people, g.met, g.branching.hits, g.branching.cases, g.days) for g in found
    ]


def test_what_came_of_each_branch() -> None:
    found = branches(STORY, lineage(STORY, as_of=DAYS[4]))

    expected = [
        ("maya", 3, 3, 3, 3, 3),  # Tom, Ana, Dora, an interview each
        ("ben", 1, 0, 0, 0, 1),  # Cleo declined; Tom had been met when Ben named him
    ]
    assert expected == [
        (b.root, b.people, b.met, b.talks, b.interviews, b.generations) for b in found
    ]


def test_what_came_to_an_end() -> None:
    [cleo] = ended(lineage(STORY, as_of=DAYS[4]))

    assert ("cleo", "ben", "declined") == (cleo.person, cleo.introducer, cleo.why)
    assert day("2025-07-21") == cleo.since


def test_who_made_the_offer_possible() -> None:
    expected = {"ana": 1 / 3, "tom": 1 / 3, "maya": 1 / 3}

    found = credit(lineage(STORY, as_of=DAYS[4]), "dora")

    assert expected == pytest.approx(found)
    assert ["ana", "tom", "maya"] == list(found)


def test_who_has_not_heard() -> None:
    in_autumn = untold(STORY, lineage(STORY, as_of=DAYS[2]))
    at_the_end = untold(STORY, lineage(STORY, as_of=DAYS[4]))

    assert [
        ("maya", ["ana", "dora"]),  # she last heard on 26 May
        ("ana", ["dora"]),
        ("tom", ["dora"]),  # he heard of Ana on 14 July; Ben named him after we had met
    ] == [(u.person, [n.about for n in u.news]) for u in in_autumn]
    assert [
        ("maya", ["they made me an offer", "data scientist in climate tech"]),
        ("ana", ["data scientist in climate tech"]),
        ("ben", ["data scientist in climate tech"]),
        ("tom", ["data scientist in climate tech"]),
    ] == [(u.person, [n.what for n in u.news]) for u in at_the_end]


def test_what_went_both_ways_with_maya() -> None:
    # Days from then to 4 May 2026: 8 May 361, 9 May 360, 13 May 356, 26 May 343,
    # 7 October 209, 16 March 49.
    given = (
        0.25 * 2 ** (-360 / 180)  # thanked
        + 0.25 * 2 ** (-343 / 180)  # reported
        + 0.25 * 2 ** (-209 / 180)  # reported
        + 1.0 * 2 ** (-49 / 180)  # found a speaker
    )
    taken = 1.0 * 2 ** (-361 / 180) + 5.0 * 2 ** (-356 / 180)  # a talk; Tom, whom we met

    maya = standings(tie_graph(STORY, as_of=DAYS[4]))["maya"]

    assert given == pytest.approx(maya.given)
    assert taken == pytest.approx(maya.taken)
    assert (given - taken) / (given + taken + 2) == pytest.approx(maya.balance)


def test_what_went_both_ways_with_hana() -> None:
    # Days from then to 4 May 2026: 5 July 303, 7 October 209, 3 November 182, 4 November 181.
    given = 1.0 * 2 ** (-303 / 180) + 5.0 * 2 ** (-209 / 180) + 0.25 * 2 ** (-181 / 180)
    taken = 1.0 * 2 ** (-182 / 180)

    hana = standings(tie_graph(STORY, as_of=DAYS[4]))["hana"]

    assert (given, taken) == pytest.approx((hana.given, hana.taken))
    assert (given - taken) / (given + taken + 2) == pytest.approx(hana.balance)


def test_the_search_in_numbers() -> None:
    found = stats(AsOf(STORY, DAYS[4]))

    expected = [
        ("all", "answered", share(8, 9)),  # ten asks; Fay was silent; Jon has time
        ("all", "agreed", share(6, 8)),  # Lou and Cleo declined
        ("all", "talked", share(6, 6)),
        ("introduced", "answered", share(4, 4)),  # Tom, Ana, Cleo, Dora
        ("introduced", "agreed", share(3, 4)),
        ("introduced", "talked", share(3, 3)),
        ("directly", "answered", share(4, 5)),  # Lou, Maya, Gus, Kay; not Fay
        ("directly", "agreed", share(3, 4)),
        ("directly", "talked", share(3, 3)),
        ("all", "named", share(4, 7)),  # Maya, Tom, Ana, Dora; not Eli, Gus, Kay
        ("all", "met", share(3, 4)),  # Tom, Ana, Dora; not Cleo
    ]
    assert [(way, stage, e.hits, e.cases, e.low, e.high) for way, stage, e in expected] == [
        (r.way, r.stage, r.hits, r.cases, r.low, r.high) for r in found.funnel
    ]
    assert 15 == found.lineage.days_to_meet  # of 14, 41 and 15
    assert 0.1 == found.gaps.most_asked_share  # ten asks to ten people
    assert 1 == found.gaps.not_met_yet  # Cleo


def test_an_employer_where_nobody_is_known_is_a_gap() -> None:
    # The goal names Watershed, where Dora is, and Tarnfield; it was reached on 27 April.
    while_looking = stats(AsOf(STORY, DAYS[2])).gaps

    assert () == while_looking.employers_without_anyone
