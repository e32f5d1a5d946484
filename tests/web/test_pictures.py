"""Map, tree and report inside the frame, with and without names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.user import User


@pytest.mark.parametrize("address", ["/pictures/map", "/pictures/tree", "/pictures/report"])
def test_the_pictures_answer(stocked: User, address: str) -> None:
    assert "Ana Silva" in stocked.get(address).text or "tree" in address
    assert "Ana Silva" not in stocked.get(f"{address}?names=no").text


def test_who_looks_on_without_names_sees_no_name(stocked: User, path: Path) -> None:
    guest = User.at(path, pseudonymous=True, read_only=True)

    assert "/map" == guest.get("/").headers["Location"]
    for address in ("/map", "/tree", "/report"):
        assert "Ana Silva" not in guest.get(address).text
        assert 404 == guest.get(f"{address}.json").status_code
        picture = guest.get(f"/pictures{address}").text
        assert "Ana Silva" not in picture
    for address in ("/people", "/people/ana", "/today.json", "/settings/export/json"):
        assert 404 == guest.get(address).status_code


def test_people_in_a_picture_lead_to_their_pages_but_not_in_a_file(stocked: User) -> None:
    for picture in ("map", "report"):
        assert "/people/ana" in stocked.get(f"/pictures/{picture}").text
        assert "/people/ana" not in stocked.get(f"/pictures/{picture}?download=yes").text
        assert "/people/ana" not in stocked.get(f"/pictures/{picture}?names=no").text


def test_an_empty_picture_says_what_would_fill_it(user: User) -> None:
    for picture, words in (("map", "Everybody you know"), ("tree", "Who opened which door")):
        shown = user.get(f"/{picture}").text
        assert (words in shown, "<iframe" in shown) == (True, False)
    assert "Bring people in" in user.get("/report").text
