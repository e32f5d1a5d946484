"""What one card says of other cards, and what netgraph itself wrote into one."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.model.records import EGO, YOU, Event, EventKind, Ledger, Person, Source
from netgraph.sources.contentlines import Property
from netgraph.sources.own_facts import uid
from netgraph.sources.protocol import Context
from netgraph.sources.related_cards import EVENT, TYPES, RelatedCards

SOURCE = Source("vcard", "vcard")
LOGGED = {"ID": ["e1"], "KIND": ["MET"], "BY": ["me"]}


def cards(known: Ledger | None = None) -> RelatedCards:
    return RelatedCards(SOURCE, Context(date(2026, 5, 1), known=known or Ledger()))


def card(i: str, *related: tuple[str, str], events: list[Property] | None = None) -> dict[
    str, list[Property]
]:  # fmt: skip
    return {
        "UID": [Property("UID", {}, i)],
        "RELATED": [Property("RELATED", {"TYPE": [kind]}, to) for to, kind in related],
        **({EVENT: events} if events else {}),
    }


def test_a_card_has_one_id_for_one_person() -> None:
    assert "urn:uuid:68879de6-4c74-5a7a-b6ca-d8d34d9f3e22" == uid(EGO)
    assert uid("a") != uid("b")


@pytest.mark.parametrize(
    ("kind", "closeness"),
    [*((kind, closeness) for closeness, kind in TYPES.items()), ("FRIEND", "close"), ("kin", "")],
)
def test_a_relation_to_a_card_of_the_file_is_a_tie_with_its_closeness(
    kind: str, closeness: str
) -> None:
    file = cards()
    assert [] == [*file.add(card("1", ("2", kind)), "b"), *file.add(card("2"), "a")]

    assert [("a", "b", closeness)] == [(t.u, t.v, t.closeness) for t in file.ties()]


def test_a_relation_to_oneself_or_to_no_card_is_none_and_one_to_ego_is() -> None:
    file = cards()
    list(file.add(card("1", ("1", "friend"), ("9", "friend"), (f" {uid(EGO)} ", "friend")), "a"))

    assert [("a", EGO)] == [(t.u, t.v) for t in file.ties()]


def test_who_says_it_first_plays_no_part() -> None:
    found = []
    for order in (("1", "2"), ("2", "1")):
        file = cards()
        for i in order:
            other = {"1": "2", "2": "1"}[i]
            list(file.add(card(i, (other, "friend")), f"p{i}"))
        found.append({t.id for t in file.ties()})

    assert found[0] == found[1]
    assert 1 == len(found[0])


def logged(value: str = "at\\nthe fair", **params: str) -> list[Event]:
    said = {**LOGGED, **{name: [text] for name, text in params.items()}}
    found = cards().add(card("1", events=[Property(EVENT, said, value)]), "a")
    return [fact for fact in found if isinstance(fact, Event)]


def test_what_was_logged_with_somebody_comes_back() -> None:
    assert [Event("e1", EventKind.MET, None, EGO, "a", "at the fair", source=YOU)] == logged()
    assert [
        Event(
            "e1", EventKind.PROMISED, date(2026, 4, 1), "a", EGO, "x", 3, due=date(2026, 5, 2),
            value=2.5, source=YOU,
        )
    ] == logged(
        "x", BY="them", KIND="promised", DAY="2026-04-01", DUE="2026-05-02", COUNT="3", VALUE="2.5"
    )  # fmt: skip


@pytest.mark.parametrize(
    "params", [{"KIND": "danced"}, {"DAY": "soon"}, {"COUNT": "x"}, {"VALUE": "x"}]
)
def test_an_event_that_cannot_be_one_is_left_out(params: dict[str, str]) -> None:
    assert [] == logged(**params)


def test_of_cards_of_this_very_store_nothing_follows() -> None:
    known = Ledger({"a": Person("a", "Ana"), EGO: Person(EGO, "Robin")})
    file = cards(known)
    event = [Property(EVENT, LOGGED, "x")]

    assert [] == list(file.add(card(uid("a"), (uid(EGO), "friend"), events=event), "a"))
    assert [] == list(file.ties())
    assert 1 == len(list(file.add(card(uid(EGO), events=event), "z")))
