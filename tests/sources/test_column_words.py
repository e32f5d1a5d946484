"""What the header of a column means, in the languages that address books speak."""

from __future__ import annotations

import pytest

from netgraph.sources.column_words import MEANINGS, is_at_work, meaning, usual_words


def test_words_that_are_of_somebody_else_mean_nothing() -> None:
    others = ["Assistant's Phone", "Name Assistent", "Manager's Name", "Business Fax", "Telex",
              "Telefon Assistent", "Nom de l'assistant(e)", "Spouse", "E-mail Type"]  # fmt: skip

    assert {"", "display"} == set(map(meaning, others))


@pytest.mark.parametrize(
    ("column", "means"),
    [
        ("E-Mail 2: Adresse", "email"),
        ("Téléphone (bureau)", "phone"),
        ("Soyadı", "last"),
        ("First Name", "first"),
        ("FULL_NAME", "full"),
        ("Year of passing", "class_year"),
        ("Job Title", "title"),
        ("Company 2", "company"),
        ("Name 2", ""),
        ("Telefon Assistent", ""),
        ("E-mail Type", "display"),
        ("", ""),
        ("Shoe size", ""),
        ("Degree", "degree"),
        ("Degree year", "class_year"),
        ("Graduation", "class_year"),
    ],
)
def test_a_header_means_what_all_of_it_says(column: str, means: str) -> None:
    assert means == meaning(column)


@pytest.mark.parametrize(
    ("column", "at_work"),
    [
        ("Ort geschäftlich", True),
        ("Home Phone 2", True),
        ("Téléphone (bureau)", True),
        ("Mobile Phone", False),
        ("City", False),
        ("Business", False),
    ],
)
def test_a_book_says_of_a_place_or_number_whether_it_is_at_work(column: str, at_work: bool) -> None:
    assert at_work == is_at_work(column)


def test_every_usual_word_means_what_the_list_says() -> None:
    words = usual_words()

    assert set(words.values()) <= set(MEANINGS)
    assert "company" == words["employer"] == words["organization"] == words["arbeitgeber"]
    assert "degree" == words["degree"]
    assert {} == {word: means for word, means in words.items() if not meaning(word)}
