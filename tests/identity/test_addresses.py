"""Addresses: one profile, one mailbox and one telephone, however they are written; and desks.

Mailboxes, calendars and comparison have one rule for what is a desk's or a machine's address.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.addresses import (
    REMEMBERED,
    _slug,
    domain_key,
    email_key,
    is_address,
    is_desk,
    is_household,
    is_personal,
    phone_key,
    profile_key,
    profile_url,
    slug_of,
)
from netgraph.sources.correspondents import is_person

DESKS = """admissions alumni bounces+ana=x.org bounce-77123 calendar-notification careers contact
    customerservice do-not-reply donotreply enquiries events feedback hello helpdesk hr hr-team info
    info+tag invitations invoices it jobs kontakt listserv mail mailer-daemon majordomo-owner
    members messages-noreply news newsletter-42 no-reply no.reply noreply7 notifications+8 notify
    office orders post postmaster presse press privacy receipts reception recruiting root sales
    secretary service support system team unsubscribe updates webmaster welcome ne-pas-repondre"""
PEOPLE = """ana ana.silva a.silva asilva ana-info silva.press newsom marketa hr.mueller
    hello.kitty rooter teamer noreen.plyer jobson.ana me.news order-ana"""


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


@pytest.mark.parametrize("local", DESKS.split())
def test_a_desk_is_no_person_whoever_asks(local: str) -> None:
    assert is_desk(f"{local}@example.org")
    assert not is_person(f"{local.upper()}@example.org")


@pytest.mark.parametrize("local", PEOPLE.split())
def test_a_person_is_one_whoever_asks(local: str) -> None:
    assert not is_desk(f"{local}@example.org")
    assert is_person(f"{local}@example.org")


def test_an_old_profile_has_its_numbers_filled_up_to_three_digits() -> None:
    assert "ana-cc0bb00a" == slug_of("linkedin.com/pub/ana/a/bb/cc")
    assert "ana" == slug_of("linkedin.com/pub/ana/1/234")


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("HTTPS://www.Example.org/Ana/?lang=en#top", "example.org/ana"),
        ("//example.org/ana%20silva", "example.org/ana silva"),
        ("/in/Ana-Silva", "in/ana-silva"),
        ("", ""),
    ],
)
def test_an_address_on_the_web_is_compared_without_what_may_differ(url: str, key: str) -> None:
    assert key == profile_key(url)


@pytest.mark.parametrize(
    ("key", "personal"),
    [
        ("in/ana", True),
        ("github.com/ana", True),
        ("pt.xing.com/ana", True),
        ("orcid.org/0000-0001", True),
        ("github.com/orgs/acme", False),
        ("facebook.com/pages/acme", False),
        ("github.com/", False),
        ("acme.com/ana", False),
        ("notgithub.com/ana", False),
    ],
)
def test_only_an_account_can_be_one_persons(key: str, personal: bool) -> None:
    assert personal == is_personal(key)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        (" Ana@Example.ORG ", "ana@example.org"),
        ("mailto:ana@example.org", "ana@example.org"),
        ("ana+jobs@example.org", "ana@example.org"),
        ("+tag@example.org", "+tag@example.org"),
        ("a.n.a@example.org", "a.n.a@example.org"),
        ("a.n.a+x@googlemail.com", "ana@gmail.com"),
        ("ana", ""),
        ("@example.org", ""),
        ("ana@", ""),
        ("", ""),
    ],
)
def test_one_mailbox_is_one_however_it_is_written(written: str, key: str) -> None:
    assert key == email_key(written)


@given(st.emails())
def test_the_key_of_a_mailbox_is_its_own_key(email: str) -> None:
    assert email_key(email_key(email)) == email_key(email) != ""


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("<ana@example.org>", True),
        ("mailto:ana@example.org", True),
        ("ana@localhost", False),
        ("Ana ana@example.org", False),
        ("ana.example.org", False),
    ],
)
def test_a_name_that_is_an_address_says_nothing_of_a_name(name: str, address: bool) -> None:
    assert address == is_address(name)


@pytest.mark.parametrize(
    ("email", "family", "all_of_them"),
    [
        ("smith@example.org", "Smith", True),
        ("thesmiths2@example.org", "Smith", True),
        ("familie.meier@example.org", "", True),
        ("ana.and.bo@example.org", "Silva", True),
        ("johannes@example.org", "Johanne", True),
        ("muellere@example.org", "Müller", False),
        ("jsmith@example.org", "Smith", False),
        ("sandy@example.org", "", False),
    ],
)
def test_an_address_that_a_whole_family_may_read(
    email: str, family: str, all_of_them: bool
) -> None:
    assert all_of_them == is_household(email, family)


@pytest.mark.parametrize(
    ("email", "firm"),
    [
        ("ana@acme.com", "acme"),
        ("ana@mail.acme.com", "acme"),
        ("ana@acme.co.uk", "acme"),
        ("ana@co.uk", "co"),
        ("ana@blue-river.org", "blueriver"),
        ("ana@yahoo.co.uk", ""),
        ("ana@localhost", ""),
    ],
)
def test_a_domain_tells_of_a_firm_but_for_free_mail(email: str, firm: str) -> None:
    assert firm == domain_key(email)


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("+44 20 7946 0018", "079460018"),
        ("7946 001", "7946001"),
        ("794 600", ""),
        ("111 1111", ""),
        ("0123456", ""),
        ("ext.", ""),
    ],
)
def test_telephones_are_compared_by_their_last_nine_digits(phone: str, digits: str) -> None:
    assert digits == phone_key(phone)


def test_an_address_as_long_as_a_book_is_read_but_not_remembered() -> None:
    _slug.cache_clear()
    assert "ana" == slug_of("https://www.linkedin.com/in/ana?" + "x" * REMEMBERED)
    assert 0 == _slug.cache_info().currsize
    assert "ana" == slug_of("https://www.linkedin.com/in/ana")
    assert 1 == _slug.cache_info().currsize
