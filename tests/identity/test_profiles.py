"""One profile, however its address is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.addresses import profile_key, profile_url, slug_of


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/inês-silva",
        "https://www.linkedin.com/in/in%C3%AAs-silva",
        "https://www.linkedin.com/in/In%C3%AAs-Silva/",
        "http://pt.linkedin.com/in/in%c3%aas-silva?trk=x#top",
        "www.linkedin.com/in/in%C3%AAs-silva",
        "linkedin.com/in/inês-silva/en",
        "  https://www.linkedin.com/in/ine\u0302s-silva ",
    ],
)
def test_one_profile_written_in_many_ways(url: str) -> None:
    assert slug_of(url) == "inês-silva"
    assert profile_key(url) == "in/inês-silva"


@pytest.mark.parametrize(
    "url",
    ["", "urn:li:member:1234", "https://www.linkedin.com/company/acme", "https://example.org/in/x",
     "https://evil.example/?https://www.linkedin.com/in/ana", "https://www.linkedin.com/in/",
     "https://www.linkedin.com/in/a%22b%3Cscript%3E"],
)  # fmt: skip
def test_what_is_no_profile(url: str) -> None:
    assert slug_of(url) == ""


@given(st.text(max_size=60))
def test_an_address_once_made_canonical_stays_so(text: str) -> None:
    slug = slug_of(f"https://www.linkedin.com/in/{text}")

    assert slug_of(profile_url(slug)) in (slug, "")


def test_the_old_form_of_a_profile_is_the_same_profile() -> None:
    old = "http://uk.linkedin.com/pub/ana-silva/1/234/56a"

    assert "in/ana-silva-56a234001" == profile_key(old) == profile_key("/in/Ana-Silva-56a234001")


def test_a_profile_inside_another_address_is_not_that_of_a_member() -> None:
    url = "https://evil.example/?https://www.linkedin.com/in/ana"

    assert "evil.example" == profile_key(url)
