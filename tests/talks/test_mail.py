"""A draft for a mail program: a message file, and a link."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.as_of import AsOf
from netgraph.talks.drafts import Draft, draft
from netgraph.talks.language import Language
from netgraph.talks.mail import mailto, message
from tests.story import DAYS, story

DAY = date(2026, 5, 1)
STORY = story()


@given(st.text(min_size=1), st.text(), st.text(alphabet='ab@.\r\n:<>" ,', max_size=20))
def test_no_name_gets_a_header_into_a_message(name: str, subject: str, email: str) -> None:
    letter = Draft("thanks", "p", name, email, "en", subject, "Hi", 1, (), 0.0, ())

    mail = message_from_bytes(message(letter), policy=policy.SMTP)

    assert set(mail.keys()) <= {
        "X-Unsent", "Subject", "To", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert "1" == mail["X-Unsent"]
    assert len(mail.get_all("To", [])) <= 1


def test_a_message_has_the_letter_in_it() -> None:
    letter = draft(AsOf(STORY, DAYS[4]), "thanks", "ben", Language("de"))
    letter = replace(letter, email="ben@example.org")

    mail = message_from_bytes(message(letter, sender="robin@example.org"), policy=policy.default)

    assert "Ben Ode <ben@example.org>" == mail["To"]
    assert letter.text == mail.get_content().replace("\r\n", "\n").strip()
    assert mailto(letter).startswith("mailto:ben@example.org?subject=Danke&body=Hallo%20Ben")
    assert "" == mailto(replace(letter, email="no address"))


def letter(**more: object) -> Draft:
    plain_ = Draft(
        "thanks", "p", "Ana", "ana@example.org", "en", "Hi & so", "One\nTwo", 1, (), 1.0, ()
    )
    return replace(plain_, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("email", ["", "ana", "a b@x.org", "a@x.org\nBcc: b@x.org", "a@"])
def test_what_is_no_address_is_left_out_for_the_user(email: str) -> None:
    mail = message_from_bytes(message(letter(email=email)), policy=policy.default)

    assert mail["To"] is None
    assert mail["Bcc"] is None
    assert "" == mailto(letter(email=email))


def test_a_message_is_unsent_and_from_who_writes_it() -> None:
    mail = message_from_bytes(message(letter(), sender="me@example.org"), policy=policy.default)

    assert ("1", "Hi & so", "me@example.org") == (mail["X-Unsent"], mail["Subject"], mail["From"])
    assert message_from_bytes(message(letter()), policy=policy.default)["From"] is None


def test_a_link_has_the_letter_in_it_unless_it_would_be_too_long() -> None:
    link = "mailto:ana@example.org?subject=Hi%20%26%20so"

    assert f"{link}&body=One%0D%0ATwo" == mailto(letter())
    room = 1800 - len(f"{link}&body=")
    assert 1800 == len(mailto(letter(text="x" * room)))
    assert link == mailto(letter(text="x" * (room + 1)))
