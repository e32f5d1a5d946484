"""What is written down after a talk, read for its marks."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.talks.marks import LONGEST, MOST_PROMISES, without_marks
from tests.talks.talked_with import read


@pytest.mark.parametrize(
    ("text", "name", "company"),
    [
        ("@Fia Berg (Bosch)", "Fia Berg", "Bosch"),
        ("see @Fia.", "Fia", ""),
        ("(@Fia Berg)", "Fia Berg", ""),
        ("@Zoë van der Berg knows", "Zoë van der Berg", ""),
        ("@José María Ñandú-Ortiz (C&A)", "José María Ñandú-Ortiz", "C&A"),
        ("@Ana Lund (Acme (Berlin) GmbH) said", "Ana Lund", "Acme (Berlin) GmbH"),
        ("@Fia Berg (not closed", "Fia Berg", ""),
        ("@J. R. Smith", "J. R. Smith", ""),
        ("@Sean O'Neill (X)", "Sean O'Neill", "X"),
        ("@fia berg (bosch)", "fia berg", "bosch"),
        ("@fia said (maybe)", "fia said", "maybe"),
        ("@Petra's team", "Petra", ""),
        ("@李小龙 (腾讯)", "李小龙", "腾讯"),
    ],
)
def test_a_name_ends_where_it_ends(text: str, name: str, company: str) -> None:
    [mark] = read(text)

    assert ("name", name, company) == (mark.kind, mark.text, mark.company)


@pytest.mark.parametrize(
    "text",
    [
        "write to me@example.org", "@ana@example.org", "@example.org", "a @ b", "@", "@1", "C#",
        "F# minor", "#1", "a#b", "&#39;", "##", "Great! Really", "!important thing", "! friday x",
        "!", "!2026-05-08", "h1 is true", "+h1", "+1", "1+h1 x", "https://x.org/#top", "@ana_b",
    ],
)  # fmt: skip
def test_what_is_no_mark_stays_a_note(text: str) -> None:
    assert [] == read(text)


def test_themes_have_a_stance() -> None:
    found = [(m.text, m.stance) for m in read("#pay, #remote+ and #open-data- (#Gehalt)")]

    assert [("pay", ""), ("remote", "+"), ("open-data", "-"), ("Gehalt", "")] == found


def test_promises_have_a_day_and_a_side() -> None:
    text = "!friday send my notes\n!them in 2 weeks the slides\n!2026-05-20: call @Fia"
    found = [(m.kind, str(m.day), m.text) for m in read(text) if m.day]

    assert [
        ("mine", "2026-05-08", "send my notes"),
        ("theirs", "2026-05-20", "the slides"),
        ("mine", "2026-05-20", "call @Fia"),
    ] == found


def test_ten_thousand_marks_are_read_in_no_time() -> None:
    for text in ("@A " * 9000, "!friday x " * 5000, "(" * 20000, "@A (" * 9000, "#" * 20000):
        assert len(read(text)) < 10_000


def test_a_mark_has_its_place_in_the_text() -> None:
    text = "See @Ana Silva (Acme), #pay-"
    name, theme = read(text)

    assert "@Ana Silva (Acme)" == text[name.start : name.end]
    assert "#pay-" == text[theme.start : theme.end]
    assert ("pay", "-") == (theme.text, theme.stance)


@pytest.mark.parametrize(
    ("text", "kind", "said", "day"),
    [
        ("!friday send my notes", "mine", "send my notes", date(2026, 5, 8)),
        ("!them friday write to me", "theirs", "write to me", date(2026, 5, 8)),
        ("!2026-06-01 call", "mine", "call", date(2026, 6, 1)),
    ],
)
def test_a_promise_is_of_one_side_with_its_day(text: str, kind: str, said: str, day: date) -> None:
    [mark] = read(text)

    assert (kind, said, day) == (mark.kind, mark.text, mark.day)


@pytest.mark.parametrize(
    ("text", "kind", "number", "said"),
    [
        ("+h1 she said so", "for", 1, "she said so"),
        ("-h12 not at all", "against", 12, "not at all"),
    ],
)
def test_what_speaks_for_and_against_a_hypothesis(
    text: str, kind: str, number: int, said: str
) -> None:
    [mark] = read(f"{text}\nand more")

    assert (kind, number, said) == (mark.kind, mark.number, mark.text)


def test_only_the_first_twenty_thousand_letters_are_read() -> None:
    assert 1 == len(read(" " * (LONGEST - 5) + "#pay "))
    assert 0 == len(read(" " * LONGEST + "#pay "))


def test_only_a_hundred_promises_are_looked_for() -> None:
    many = "\n".join(["!friday x"] * (MOST_PROMISES + 1))

    assert MOST_PROMISES == len(read(many))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("#pay is low", "pay is low"),
        ("low: “#pay-”, high:#growth+.", "low: “pay”, high:growth."),
        ("ask @Fia Berg (Bosch) of it", "ask Fia Berg (Bosch) of it"),
        ("+h1 a degree helps", "a degree helps"),
        ("tides; !2026-05-08 send my notes on #models", "tides"),
        ("tides (!them 2026-05-08 send theirs)\nand more", "tides\nand more"),
        ("!2026-05-08 send my notes", ""),
        ("C# and a#b, x@y.org, A+ and B-", "C# and a#b, x@y.org, A+ and B-"),
        ("", ""),
    ],
)
def test_others_read_it_without_signs_and_promises(text: str, told: str) -> None:
    assert told == without_marks(text, as_of=date(2026, 5, 1))
