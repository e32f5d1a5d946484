"""Small networks, and what an experienced adviser would say of each, and never say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.graph.build import network_on
from netgraph.identity.firms import firms_on
from netgraph.measures.give_and_take import standings_on
from netgraph.measures.paths import introduction_paths
from netgraph.model.records import Goal, Position
from netgraph.suggestions.recommendations import chances_on
from netgraph.views.statistics import stats
from tests.scenes.scene import TODAY, Scene, later, person, scene

CORVID = Goal("g1", "head of customer success", companies=("Corvid AI", "Ridgeline Robotics"))
NURSE = Goal("g1", "nurse")
PRIYA = person("priya", "Head of Customer Success", "Corvid AI", "close")
AISHA = person("aisha", "Account Executive", "Corvid AI")
HANA = person("hana", "Engineer", "Ridgeline Robotics")
KOFI = person("kofi", "Carpenter", "Brightwater")
OTTO = person("otto")
WORK = [PRIYA, AISHA, HANA, KOFI, OTTO]


# Who is on the list


def test_the_friend_who_has_the_very_job_comes_first_and_is_asked_for_a_talk() -> None:
    found = scene(WORK, goal=CORVID)

    assert "priya" == found.asked()[0]
    assert "Ask Priya Moss for a talk about working at Corvid AI" == found.about("priya").sentence


def test_a_stranger_of_whom_nothing_can_be_said_never_comes_before_one_who_fits() -> None:
    order = scene(WORK, goal=CORVID).asked()

    assert order.index("otto") == len(order) - 1


def test_a_nurse_whose_contacts_are_all_colleagues_is_told_twelve_names_one_after_the_other() -> (
    None
):
    ward = [person(f"n{k}", "Nurse", "St Mary Hospital") for k in range(12)]
    told = scene(ward, goal=NURSE).told(12)

    assert 12 == len(told.suggestions)
    days = [s.ready_on for s in told.suggestions]
    assert sorted(set(days)) == days
    assert "has not answered by" in told.suggestions[1].waits_for


def test_a_student_with_thirty_contacts_at_four_employers_gets_an_answer_at_once() -> None:
    firms = ("Acme", "Blue", "Cove", "Dune")
    people = [person(f"p{k}", "Analyst", firms[k % 4]) for k in range(30)]
    found = scene(people, goal=Goal("g1", "data analyst"))

    assert 25 == len(set(found.asked(25)))
    assert found.asked(25)[:10] == found.asked(10)


def test_who_has_one_friend_only_is_told_that_this_is_all() -> None:
    told = scene([person("ana", "Baker")], goal=NURSE).told(5)

    assert ["ana"] == [s.person for s in told.suggestions]
    assert "these are all who can be asked" == told.short


def test_when_everybody_was_asked_the_reason_is_said_and_nobody_is_invented() -> None:
    lines = "\n".join(f"2026-08-10 ask {i}" for i in ("priya", "aisha", "hana", "kofi", "otto"))
    told = scene(WORK, lines, goal=CORVID).told()

    assert () == told.suggestions
    assert "these are all who can be asked; 5 are to be left alone for now" == told.short


def test_former_staff_count_and_are_said_to_be_former() -> None:
    was = Position("x", "kofi", "Corvid AI", "Analyst", end="2024")
    found = scene([KOFI, OTTO], goal=CORVID, was=(was,)).about("kofi")

    assert "Ask Kofi Moss whom they know at Corvid AI" == found.sentence
    assert "was at Corvid AI until 2024" in found.reasons


# In hand


PLANNED = "2026-08-12 ask priya\n2026-08-13 planned priya by=2026-08-20"


def test_while_a_talk_is_planned_nobody_else_there_is_asked_before_it() -> None:
    found = scene(WORK, PLANNED, goal=CORVID)
    told = found.told()

    assert "you talk with Priya Moss on Thursday 20 August" == told.in_hand[0].words
    assert "priya" not in found.asked()
    assert found.about("aisha").ready_on > date(2026, 8, 20)
    assert "in hand" in found.about("aisha").waits_for


def test_after_the_talk_one_waits_two_weeks_and_then_the_employer_is_open_again() -> None:
    found = scene(WORK, "2026-08-12 ask priya\n2026-08-14 interview priya", goal=CORVID)

    assert "priya" not in later(found, date(2026, 8, 20)).asked()
    assert later(found, date(2026, 8, 20)).about("aisha").ready_on == date(2026, 8, 29)
    assert later(found, date(2026, 8, 30)).about("aisha").ready_on == date(2026, 8, 30)


def test_nobody_is_asked_for_somebody_at_an_employer_where_one_knows_people() -> None:
    sentences = [s.sentence for s in scene(WORK, goal=CORVID).told().suggestions]

    assert not [s for s in sentences if "whom they know at" in s]


def test_an_outsider_is_asked_about_the_employer_where_nobody_is_known() -> None:
    found = scene([PRIYA, KOFI], goal=CORVID)

    assert "Ask Kofi Moss whom they know at Ridgeline Robotics" == found.about("kofi").sentence


INTRODUCED = "2026-08-12 refer ben dora outcome=introduced"
BEN = person("ben", "Baker", "", "warm")
DORA = person("dora", "Designer", "Corvid AI", None)


def test_an_introduction_is_the_first_thing_of_the_day_and_its_giver_rests() -> None:
    found = scene([BEN, DORA, OTTO], INTRODUCED, goal=CORVID)

    assert ("write to", "dora") == (found.today()[0].kind, found.today()[0].person)
    assert "write to" == found.told().first[0].kind
    assert "ben" not in found.asked()
    assert not [s for s in found.told().suggestions if "Dora" in s.sentence]


def test_a_name_is_not_forgotten_and_after_two_weeks_may_be_let_go() -> None:
    found = scene([BEN, DORA], "2026-08-12 refer ben dora", goal=CORVID)

    assert ["write to"] == found.lines("dora")
    assert ["let go?"] == later(found, date(2026, 8, 28)).lines("dora")


def test_an_introducer_who_is_on_leave_is_in_no_list() -> None:
    lines = INTRODUCED + "\n2026-08-13 say ben not_before=2026-10-01"
    found = scene([BEN, DORA], lines, goal=CORVID)

    assert [] == found.lines("ben", 30)
    assert "ben" not in found.asked()


def test_whoever_helped_hears_what_came_of_it_and_is_not_asked_the_same_again() -> None:
    lines = "2026-03-02 ask kofi\n2026-03-09 interview kofi\n2026-03-10 thanked kofi"
    found = scene([KOFI, OTTO], lines, goal=CORVID).about("kofi")

    assert "report back" == found.kind
    assert "Tell Kofi Moss what came of their help" == found.sentence


# What happened is what the data shows


def test_nobody_who_answered_is_said_to_be_silent() -> None:
    found = scene([KOFI], "2026-07-20 ask kofi\n2026-07-22 heard-from kofi", goal=CORVID)

    assert ["answered"] == found.lines("kofi", 60)
    assert "in 1" not in str(stats(found.view))


def test_a_planned_talk_is_a_yes_and_nobody_writes_once_more() -> None:
    found = scene([KOFI], "2026-08-01 ask kofi\n2026-08-03 planned kofi by=2026-08-20", goal=CORVID)

    assert ["prepare"] == found.lines("kofi")


def test_silence_is_followed_up_once_and_then_it_is_fine() -> None:
    found = scene([KOFI], "2026-08-03 ask kofi", goal=CORVID)

    assert ["follow up"] == later(found, date(2026, 8, 12)).lines("kofi", 0)
    twice = scene([KOFI], "2026-07-01 ask kofi\n2026-07-13 ask kofi", goal=CORVID)
    assert ["let go"] == twice.lines("kofi")


def test_a_refusal_is_left_in_peace() -> None:
    found = scene(
        [KOFI, OTTO], "2026-08-01 ask kofi\n2026-08-03 ask kofi outcome=declined", goal=CORVID
    )

    assert "kofi" not in found.asked()
    assert [] == found.lines("kofi")


def test_a_talk_that_was_asked_for_is_theirs_to_have_given_whatever_it_is_called() -> None:
    asked = scene([KOFI], "2026-08-01 ask kofi\n2026-08-10 talked kofi", goal=CORVID)
    coffee = scene([KOFI], "2026-08-10 talked kofi", goal=CORVID)

    assert standings_on(asked.view)["kofi"].taken > 0.9
    assert 0.0 == standings_on(coffee.view)["kofi"].taken


# Chances and reasons


def test_a_friend_who_writes_every_week_is_far_likelier_than_a_stranger() -> None:
    chances = chances_on(scene(WORK, goal=CORVID, letters={"hana": 40}).view)

    assert chances["otto"] < 0.35
    assert chances["hana"] > 2 * chances["otto"]


def test_path_and_suggest_tell_one_chance_for_one_person() -> None:
    found = scene(WORK, goal=CORVID, letters={"hana": 40})
    firm = firms_on(found.view).find("Ridgeline")
    [chain] = introduction_paths(network_on(found.view), firm, k=1, willing=chances_on(found.view))

    assert pytest.approx(chain.chance) == found.about("hana").chance


def test_a_shared_past_is_the_reason_to_write_to_a_former_colleague() -> None:
    was = (
        Position("1", "me", "Brightwater", start="2019", end="2022"),
        Position("2", "kofi", "Brightwater", start="2018", current=True),
    )
    found = scene([KOFI], goal=CORVID, was=was).about("kofi")

    assert "you were at Brightwater too (until 2022)" in found.reasons


def test_titles_are_quoted_as_they_are() -> None:
    found = scene([person("wes", "VP Customer Success", "Meridian")], goal=CORVID).about("wes")

    assert any(r.startswith("works as VP Customer Success") for r in found.reasons)


def test_no_word_needs_to_be_looked_up() -> None:
    told = scene(WORK, PLANNED, goal=CORVID, letters={"hana": 9}).told()
    said = " ".join(
        [*(r for s in told.suggestions for r in (s.sentence, s.waits_for, *s.reasons))]
        + [d.why for d in told.first]
        + [p.words for p in told.in_hand]
    )

    for word in ("half-li", "kappa", "log-odds", "strength", "load", "invitation", "inferred"):
        assert word not in said


# Goals


def test_two_goals_bring_up_people_for_each() -> None:
    goals = (CORVID, Goal("g2", "nurse"))
    found = scene([PRIYA, person("nia", "Nurse", "St Mary Hospital")], goal=goals)

    assert {("priya", "g1"), ("nia", "g2")} == {
        (s.person, s.goal) for s in found.told().suggestions
    }


def test_a_career_changer_hears_of_an_old_contact_who_does_what_they_want_to_do() -> None:
    nia = person("nia", "Registered Nurse", "St Mary Hospital")
    found = scene([person(f"b{k}", "Banker", f"Bank {k}") for k in range(8)] + [nia], goal=NURSE)

    assert "nia" == found.asked()[0]
    assert "talk" == found.about("nia").kind


def test_a_vague_goal_is_told_so() -> None:
    told = scene([OTTO], goal=Goal("g1", "open to anything")).told()

    assert "being open to anything gives people nothing to hold on to" in told.about_goals[0].words


def test_the_first_words_of_a_company_mean_it() -> None:
    goal = Goal("g1", "engineer", companies=("Ridgeline",))
    found = scene([HANA, KOFI], goal=goal).about("hana")

    assert "Ask Hana Moss for a talk about working at Ridgeline Robotics" == found.sentence


# What holds for all


def test_a_fact_of_tomorrow_changes_nothing_today() -> None:
    tomorrow = TODAY + timedelta(days=1)
    plain = scene(WORK, goal=CORVID)
    more = scene(
        WORK,
        f"{tomorrow} ask priya\n{tomorrow} interview aisha\n{tomorrow} refer kofi otto",
        goal=CORVID,
    )

    assert plain.told() == more.told()
    assert plain.today() == more.today()


def test_the_order_in_which_facts_are_written_changes_nothing() -> None:
    turned = scene(list(reversed(WORK)), PLANNED, goal=CORVID)

    def said(one: Scene) -> set[tuple[str, str, str]]:
        return {(s.person, s.sentence, s.waits_for) for s in one.told().suggestions}

    assert said(turned) == said(scene(WORK, PLANNED, goal=CORVID))


def test_a_close_friend_is_given_time_before_a_colleague_is_asked() -> None:
    people = [person("ana", "Nurse", "Acme", "close"), person("ben", "Nurse", "Acme", "warm")]
    other = [person("cy", "Nurse", "Acme", "warm"), person("dan", "Nurse", "Acme", "warm")]
    goal = Goal("g", "nurse")

    friend = scene(people, "2026-08-12 ask ana", goal=goal)
    colleague = scene(other, "2026-08-12 ask cy", goal=goal)

    assert {"ben": date(2026, 8, 21)} == {
        d.person: d.on for d in friend.today(10) if d.kind == "second person"
    }
    assert {"dan": date(2026, 8, 17)} == {
        d.person: d.on for d in colleague.today(10) if d.kind == "second person"
    }


def test_at_an_employer_of_the_goal_who_does_the_work_is_asked_before_who_left() -> None:
    people = [
        person("ana", "Nurse", "Acme", "barely"),
        person("ben", "Cook", "Blue", "barely"),
        person("cy", "Cook", "Acme", "barely"),
    ]
    was = (Position("w", "ben", "Acme", "Nurse", end="2024"),)
    asked = scene(people, goal=Goal("g", "nurse", ("Acme",)), was=was).asked()

    assert "ana" == asked[0]
    assert asked.index("ana") < asked.index("cy")


def test_whoever_gave_a_talk_hears_what_came_of_it_and_is_then_asked_for_others() -> None:
    people = [person("ana", "Nurse", "Acme", "warm"), person("ben", "Cook", "Blue", "warm")]
    lines = "2026-06-01 interview ana"
    goal = Goal("g", "nurse", ("Acme",))

    assert "report back" == scene(people, lines, goal=goal).about("ana").kind
    told = scene(people, lines + "\n2026-06-20 reported ana", goal=goal).about("ana")
    assert "introduction" == told.kind


def test_a_yes_of_which_no_day_came_is_not_forgotten() -> None:
    people = [person("ana", "Nurse", "Acme", "warm")]
    goal = Goal("g", "nurse", ("Acme",))
    yes = scene(people, "2026-07-20 ask ana\n2026-07-22 ask ana outcome=agreed", goal=goal)
    lines = "2026-07-20 ask ana\n2026-07-22 ask ana outcome=agreed"
    planned = scene(people, lines + "\n2026-07-23 planned ana by=2026-08-20", goal=goal)

    assert ["let go?"] == yes.lines("ana")
    assert "let go?" not in planned.lines("ana")


def test_who_may_know_somebody_at_an_employer_without_a_door_is_asked_for_that_door() -> None:
    people = [person(f"p{k}", "Cook", f"Firm {k}", "barely") for k in range(8)]
    goal = Goal("g1", "", companies=("Watershed", "Oak"))
    before = scene(people, goal=goal)
    may = scene(people, "2026-08-01 say p5 may_know_at=Watershed", goal=goal)
    nobody = scene(people, "2026-08-01 say p0 knows_nobody_at=Oak", goal=goal)

    assert "p5" != before.asked()[0]
    assert "p5" == may.asked()[0]
    assert "Ask P5 Moss whom they know at Watershed" == may.about("p5").sentence
    assert "you said that they may know somebody at Watershed" in may.about("p5").reasons
    assert "stated" == may.about("p5").basis
    assert "Ask P0 Moss whom they know at Oak" == before.about("p0").sentence
    assert "Ask P0 Moss whom they know at Watershed" == nobody.about("p0").sentence
    assert nobody.about("p0").knows < before.about("p0").knows
