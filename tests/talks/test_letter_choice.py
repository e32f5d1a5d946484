"""A letter goes with what is due only where writing settles it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from netgraph.agenda.duty import Due
from netgraph.model.actions import Action
from netgraph.model.records import Ask, Step
from netgraph.talks.letter_choice import draft_kind, letter_for

DAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("due", "letter"), [("thank", "thanks"), ("prepare", "confirm"), ("second person", "request")]
)
def test_what_is_settled_by_writing_has_its_letter(due: str, letter: str) -> None:
    found = letter_for(Due(DAY, due, "ana", "", False, Action("log")))

    assert Action("draft", ("ana",), {"kind": letter}) == found


def test_nothing_is_written_to_reflect_on_a_talk() -> None:
    assert letter_for(Due(DAY, "reflect", "ana", "", False, Action("debrief"))) is None


def test_who_was_asked_twice_gets_a_follow_up() -> None:
    twice = Ask("a", "ana", steps=(Step(DAY, "asked"), Step(DAY.replace(day=9), "asked")))

    assert {"kind": "follow-up"} == draft_kind(twice)


@pytest.mark.parametrize(
    ("command", "unused"),
    [
        ("netgraph.agenda.due_list netgraph.talks.letter_choice", "numpy jinja2 pandas dateparser"),
        (
            "netgraph.views.next_steps netgraph.recording.asks netgraph.recording.events",
            "networkx numpy jinja2 pandas",
        ),
    ],
)
def test_what_is_asked_every_day_starts_without_what_it_does_not_need(
    command: str, unused: str
) -> None:
    code = (
        f"import sys, {', '.join(command.split())}\n"
        f"print(*(set({unused.split()}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "" == done.stdout.strip()
