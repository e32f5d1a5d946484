"""Who the owner of an export is, from what gives it away."""

from __future__ import annotations

from pathlib import Path

from netgraph.model import ids
from netgraph.sources.linkedin.ego import from_invitations, from_messages
from netgraph.sources.linkedin.people import People
from tests.sources.exports import (
    ANA,
    BO,
    ME,
    MESSAGES,
    TODAYS,
    Network,
    account,
    folder,
    message,
    names,
    opened,
    table,
)


def test_ego_is_the_one_in_every_conversation(network: Network, tmp_path: Path) -> None:
    rows = table(
        MESSAGES,
        message("1", "Ana Silva", ANA, "R. O.", ME, "2024-03-19 14:02:11 UTC"),
        message("2", "Cy Dee", f"{ANA}-cy", "R. O.", ME, "2024-03-20 14:02:11 UTC"),
        message("2", "R. O.", ME, "Cy Dee", f"{ANA}-cy", "2024-03-20 14:02:11 UTC"),
    )
    network.take(folder(tmp_path, "x", {"Connections.csv": TODAYS, "messages.csv": rows}))

    assert names(network.ledger()) == ["Ana Silva", "Bo Chen", "Cy Dee"]
    assert network.ledger().people["me"].urls == (ME,)


def test_when_either_could_be_ego_nothing_is_guessed(network: Network, tmp_path: Path) -> None:
    rows = table(
        MESSAGES, message("1", "Ann", f"{ANA}-x", "Ben", f"{ANA}-y", "2024-03-19 14:02:11 UTC")
    )
    files = {"Connections.csv": TODAYS, "messages.csv": rows}
    report = network.take(folder(tmp_path, "export", files))
    (file,) = [f for f in report.files if f.kind == "messages"]

    assert "cannot be told who of the two is you" in file.skipped[0].reason


INVITED = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"


def invited(*rows: tuple[str, str, str, str, str]) -> People:
    """Return an account that has read who, whom, which way, and their addresses."""
    people = account(owner="")
    cells = [(a, b, "", "", way, a_url, b_url) for a, b, way, a_url, b_url in rows]
    from_invitations(opened("invitations", table(INVITED, *cells)), people)
    return people


def test_the_owner_is_on_the_side_that_the_direction_says() -> None:
    people = invited(
        ("Robin Ostrow", "Ana Silva", "OUTGOING", ME, ANA),
        ("Bo Chen", "Robin Ostrow", "INCOMING", BO, ME),
    )

    assert ({"robin-ostrow"}, {"robin ostrow"}) == (people.owner_slugs, people.owner_names)


def test_half_of_the_rows_are_no_majority() -> None:
    people = invited(
        ("Robin Ostrow", "Ana Silva", "OUTGOING", ME, ANA),
        ("Bo Chen", "Robin", "INCOMING", BO, ME),
        ("Bo Chen", "Cy Dee", "INCOMING", BO, ANA),
    )

    assert {"robin-ostrow"} == people.owner_slugs  # two of three
    assert set() == people.owner_names  # each name one of three
    tied = invited(("R", "A", "OUTGOING", ME, ANA), ("B", "R", "INCOMING", BO, ANA))
    assert (set(), {"r"}) == (tied.owner_slugs, tied.owner_names)


def test_rows_without_a_direction_say_nothing_of_the_owner() -> None:
    people = invited(("Robin Ostrow", "Ana Silva", "", ME, ANA))

    assert (set(), set()) == (people.owner_slugs, people.owner_names)


def learnt(people: People, *pairs: tuple[str, str, str, str, str]) -> tuple[set[str], set[str]]:
    rows = [message(c, a, a_url, b, b_url, "") for c, a, a_url, b, b_url in pairs]
    from_messages(opened("messages", table(MESSAGES, *rows)), people)
    return people.owner_slugs, people.owner_names


def test_who_has_the_owners_name_has_the_owners_address() -> None:
    people = account(owner="")
    people.owner_names.add("robin ostrow")

    found = learnt(people, ("1", "Robin Ostrow", ME, "Ana Silva", ANA))

    assert ({"robin-ostrow"}, {"robin ostrow"}) == found


def test_who_has_the_owners_address_has_the_owners_name() -> None:
    people = account(owner="")
    people.owner_slugs.add("robin-ostrow")

    assert {"r o"} == learnt(people, ("1", "R. O.", ME, "Ana Silva", ANA))[1]


def test_a_stranger_in_more_conversations_than_any_other_is_the_owner() -> None:
    pairs = [("1", "Ana", ANA, "Rob", ME), ("2", "Bo", BO, "Rob", ME)]

    assert {"robin-ostrow"} == learnt(account(owner=""), *pairs)[0]
    assert set() == learnt(account(owner=""), pairs[0])[0]  # either may be
    ties = account(owner="")
    ties.since[ids.profile("linkedin", "ana-silva")] = None
    assert {"robin-ostrow"} == learnt(ties, pairs[0])[0]


def test_a_stranger_in_less_than_half_of_the_conversations_is_nobody() -> None:
    others = [(str(n), f"A{n}", f"{ANA}-{n}", f"B{n}", f"{BO}-{n}") for n in range(3)]
    pairs = [("8", "Rob", ME, "Ana", ANA), ("9", "Rob", ME, "Bo", BO)]

    assert set() == learnt(account(owner=""), *others, *pairs)[0]  # two of five
    assert {"robin-ostrow"} == learnt(account(owner=""), *others[:2], *pairs)[0]
