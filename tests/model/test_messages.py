"""Messages as columns: each is the event that it would be alone."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netgraph.model import ids
from netgraph.model.messages import Messages
from netgraph.model.records import Event, EventKind

MINUTES = st.sampled_from(["2024-03-19 14:02", "2024-03-19 14:03", "2024-04-01 14:02", "soon", ""])
WRITTEN = st.lists(st.tuples(st.sampled_from(["ana", "ben"]), st.booleans(), MINUTES))


def day_of(minute: str) -> date | None:
    return date.fromisoformat(minute[:10]) if len(minute) > 10 else None


def messages(written: list[tuple[str, bool, str]]) -> Messages:
    found = Messages("linkedin")
    for line, (who, sent, minute) in enumerate(written, start=2):
        pair = ("me", who) if sent else (who, "me")
        found.between(*pair).append(found.moment(minute, day_of(minute)), line)
    return found


@given(WRITTEN)
def test_every_message_is_an_event_with_an_id_of_its_own(
    written: list[tuple[str, bool, str]],
) -> None:
    expected, met = set(), list[tuple[str, ...]]()
    for who, sent, minute in written:
        giver, taker = ("me", who) if sent else (who, "me")
        met.append((minute, giver, taker))
        i = ids.event("linkedin", minute, giver, taker, str(met.count(met[-1])))
        day = day_of(minute)
        expected.add(Event(i, EventKind.MESSAGE, day, giver, taker, source="linkedin"))

    found = messages(written)

    assert expected == set(found.events())
    assert len(expected) == len(written) == len(found)
    assert {d for w in written if (d := day_of(w[2]))} == found.days()
    assert [n for n, w in enumerate(written, start=2) if not day_of(w[2])] == sorted(
        found.undated()
    )


@given(WRITTEN)
def test_whom_nothing_is_to_be_heard_of_takes_their_pairs_along(
    written: list[tuple[str, bool, str]],
) -> None:
    found = messages(written)
    silent = found.naming({"ana": "forgotten"})

    left = found.but(silent)

    assert {"forgotten"} >= set(silent.values())
    assert {n for n, w in enumerate(written, start=2) if w[0] == "ben"} == left.lines()


def test_a_moment_is_put_together_from_its_day_and_its_time() -> None:
    some = Messages("linkedin")
    first = some.moment("2024-03-19 14:02", date(2024, 3, 19))
    other = some.moment("2024-04-01 09:00", date(2024, 4, 1))

    day, time = some.parts(first)[0], some.parts(other)[1]

    assert some.moment("2024-03-19 09:00", date(2024, 3, 19)) == day | time
