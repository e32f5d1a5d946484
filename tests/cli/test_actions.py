"""What can be done next, written as a command, is one that the program takes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.actions import advised, writer, written
from netgraph.agenda.due_list import due
from netgraph.agenda.give_back import ideas
from netgraph.graph.build import network_on
from netgraph.model.actions import Action, Hint
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ledger, Person
from netgraph.suggestions.elicitation import questions
from netgraph.suggestions.recommendations import recommend
from tests.cli.parsing import parsed
from tests.story import story

DAYS = [date(2025, 6, 10), date(2025, 9, 1), date(2026, 1, 15), date(2026, 5, 1)]
NAME = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)


def actions(ledger: Ledger, day: date) -> list[Action]:
    """Return everything that the library says can be done on a day."""
    view = AsOf(ledger, day)
    G = network_on(view)
    told = recommend(view, ledger.goals, limit=None)
    found = [d.action for d in (*due(view, days=365), *told.first)]
    found += [s.action for s in told.suggestions]
    found += [q.action for q in questions(view)]
    found += [hint.action for hint in told.about_goals if hint.action]
    people = [i for i in ledger.people if i != EGO]
    return found + [o.action(i) for i in people for o in ideas(ledger, G, i, limit=None)]


@pytest.mark.parametrize("day", DAYS)
def test_every_action_of_a_story_is_a_command(day: date) -> None:
    ledger = story(until=day)
    write = writer(ledger)

    found = actions(ledger, day)

    assert len(found) > 10
    for action in found:
        assert parsed(write(action))


@given(NAME, NAME, st.sampled_from(["interview", "introduction", "help"]))
def test_whatever_somebody_is_called_the_command_names_them(
    name: str, target: str, want: str
) -> None:
    said = parsed(written(Action("ask", (name,), {"want": want, "target": target})))

    assert (name, want, target) == (said["who"], said["want"], said["target"])


@given(NAME)
def test_a_note_reaches_the_log_as_it_was_written(note: str) -> None:
    said = parsed(written(Action("log", ("Ana",), {"kind": "helped", "note": note})))

    assert note == said["text"] + said["note"]


def test_people_are_named_and_by_id_where_the_name_is_not_enough() -> None:
    people = {"a": Person("a", "-x"), "b": Person("b", "Ben O'Day"), EGO: Person(EGO, "Robin")}
    write = writer(Ledger(people))

    assert """netgraph tie a 'Ben O'"'"'Day'""" == write(Action("tie", ("a", "b")))
    assert "netgraph refer me a --to x" == write(Action("refer", (EGO, "a"), {"to": "x"}))
    twins = writer(Ledger(people | {"c": Person("c", "Ben O'Day")}))
    assert "netgraph path b" == twins(Action("path", ("b",)))


def test_a_field_of_several_values_is_an_option_for_each() -> None:
    action = Action("goal edit", ("g1",), {"company": ("Acme", "Blue River")})

    assert "netgraph goal edit g1 --company Acme --company 'Blue River'" == written(action)
    assert ("Acme", "Blue River") == parsed(written(action))["companies"]


def test_advice_ends_with_what_follows_it() -> None:
    again = Action("goal edit", ("g1",))

    assert "look at it: netgraph goal edit g1" == advised(Hint("look at it", again))
    assert "does it hold? netgraph goal edit g1" == advised(Hint("does it hold?", again))
    assert "just so" == advised(Hint("just so"))
