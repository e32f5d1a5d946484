"""firms: the words of a company mean one firm, whoever reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.graph.build import network
from netgraph.identity.firms import firms_of
from netgraph.journal.goals import make_goal
from netgraph.journal.lookup import find_target
from netgraph.model.errors import AmbiguousName, UnknownName
from netgraph.model.records import Goal, Ledger, Organisation, Person
from netgraph.suggestions.criteria import wants_of

DAY = date(2026, 5, 1)
ROBOTICS = Organisation("o1", "Ridgeline Robotics", spellings=("Ridgeline Robotics, Inc.",))
BOOK = Ledger(
    {"ana": Person("ana", "Ana Silva", company="Ridgeline Robotics, Inc.")},
    {"o1": ROBOTICS, "o2": Organisation("o2", "Acme", spellings=("Acme",))},
    spelling={"Ridgeline Robotics, Inc.": "o1", "Acme": "o2"},
)
TWO = replace(
    BOOK,
    organisations={**BOOK.organisations, "o3": Organisation("o3", "Ridgeline Books")},
)


@pytest.mark.parametrize(
    "words", ["Ridgeline", "ridgeline robotics", "RIDGELINE ROBOTICS INC", "o1"]
)
def test_all_who_read_a_company_mean_the_same_one(words: str) -> None:
    goal = make_goal(BOOK, Goal("", "engineer", companies=(words,)), day=DAY)
    G = network(BOOK, as_of=DAY)

    assert "o1" == firms_of(BOOK).find(words) == find_target(BOOK, words)
    for firms in (None, firms_of(BOOK)):
        assert {"Ridgeline Robotics"} == wants_of(goal, G, firms=firms).firm[0].values


def test_the_first_words_of_two_companies_are_asked_about() -> None:
    with pytest.raises(AmbiguousName) as found:
        firms_of(TWO).find("ridgeline")
    assert ("Ridgeline Books", "Ridgeline Robotics") == found.value.candidates
    with pytest.raises(AmbiguousName):
        make_goal(TWO, Goal("", "engineer", companies=("Ridgeline",)), day=DAY)


def test_a_part_of_a_word_means_nobody() -> None:
    with pytest.raises(UnknownName, match="did you mean Ridgeline Robotics"):
        firms_of(BOOK).find("Ridge")


def test_a_company_that_is_not_known_stays_as_it_was_said() -> None:
    assert ("Globex",) == make_goal(BOOK, Goal("", "x", companies=("Globex",)), day=DAY).companies


def test_a_person_goes_before_a_company_that_only_begins_so() -> None:
    people = {**BOOK.people, "r": Person("r", "Ridgeline")}

    assert "r" == find_target(replace(BOOK, people=people), "Ridgeline")
