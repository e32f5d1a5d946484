"""Names of people, compared by what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.identity.given_names import short_forms
from netgraph.identity.name_comparison import Grade, compatible
from netgraph.identity.names import parse

any_name = st.text(
    st.one_of(st.characters(), st.sampled_from("Jane van Doe, PhD. (\"'|Dr. MA é-/")), max_size=40
)


@pytest.mark.parametrize(
    ("a", "b", "grade"),
    [
        ("Jane Doe", "Jane Doe", Grade.SAME),
        ("Jane Doe", "DOE, JANE, PhD", Grade.SAME),
        ("William Smith", "Bill Smith", Grade.SAME),
        ('William "Bo" Smith', "Bo Smith", Grade.SAME),
        ("Wei (David) Zhang", "David Zhang", Grade.SAME),
        ("Kasia Nowak", "Katarzyna Nowak", Grade.SAME),
        ("Sasha Ivanov", "Aleksandr Ivanov", Grade.SAME),
        ("Pepe García", "Jose Garcia", Grade.SAME),
        ("Jürgen Müller", "Juergen Mueller", Grade.SAME),
        ("Jürgen Müller", "Jurgen Muller", Grade.SAME),
        ("Søren Ørsted", "Soeren Oersted", Grade.SAME),
        ("Иван Петров", "Ivan Petrov", Grade.SAME),
        ("Mary Ann Smith", "Maryann Smith", Grade.SAME),
        ("Jean-Luc Picard", "Jean Luc Picard", Grade.SAME),
        ("John Michael Smith", "John M. Smith", Grade.SAME),
        ("John Michael Smith", "John Smith", Grade.SAME),
        ("Anna de Souza", "Anna DeSouza", Grade.SAME),
        ("Liam O'Brien", "Liam OBrien", Grade.SAME),
        ("李明", "李明", Grade.SAME),
        ("Wei Zhang", "Zhang Wei", Grade.REVERSED),
        ("Jane Doe", "J. Doe", Grade.INITIAL),
        ("Jane Doe", "Jane D.", Grade.INITIAL),
        ("J. Doe", "J. Doe", Grade.INITIAL),
        ("Sara Lee", "Sarah Lee", Grade.VARIANT),
        ("Muhammad Ali", "Mohamed Ali", Grade.VARIANT),
        ("Bill Smith", "Will Smith", Grade.VARIANT),
        ("Bob Smith", "Rob Smith", Grade.SAME),
        ("Bill Smith", "Robert Smith", Grade.VARIANT),
        ("Ursula von der Leyen", "Ursula Leyen", Grade.VARIANT),
        ("李明", "Li Ming", Grade.VARIANT),
        ("Gabriel García Márquez", "Gabriel García", Grade.PARTIAL),
        ("Jane Smith-Jones", "Jane Jones", Grade.PARTIAL),
        ("Jane Smith née Doe", "Jane Doe", Grade.PARTIAL),
        ("F. Scott Fitzgerald", "Scott Fitzgerald", Grade.PARTIAL),
        ("Jane", "Jane Doe", Grade.PARTIAL),
        ("John Smith Jr.", "John Smith", Grade.PARTIAL),
        ("", "Jane Doe", Grade.PARTIAL),
        ("John Smith Jr.", "John Smith Sr.", Grade.DIFFERENT),
        ("John M. Smith", "John D. Smith", Grade.DIFFERENT),
        ("Daniel Roy", "Danielle Roy", Grade.DIFFERENT),
        ("Paul Roy", "Paula Roy", Grade.DIFFERENT),
        ("Jane Doe", "Jane Roe", Grade.DIFFERENT),
        ("Jane Doe", "Joan Doe", Grade.DIFFERENT),
        ("J. Doe", "Kate Doe", Grade.DIFFERENT),
        ("Jan Kowalski", "Jana Kowalska", Grade.DIFFERENT),
        ("Mario Rossi", "Maria Rossi", Grade.DIFFERENT),
        ("Wei Zhang", "Wei Zhao", Grade.DIFFERENT),
    ],
)
def test_names_are_compared_by_what_they_mean(a: str, b: str, grade: Grade) -> None:
    assert grade == compatible(parse(a), parse(b)).grade
    assert grade == compatible(parse(b), parse(a)).grade


def test_the_reason_is_given_in_words() -> None:
    verdict = compatible(parse("Kasia Nowak"), parse("Katarzyna Nowak"))

    assert verdict.reason == "Kasia is short for Katarzyna"


def test_a_name_that_stands_by_itself_is_no_short_form() -> None:
    assert "andrew" not in short_forms("andrea")


@given(any_name)
@settings(deadline=None)
def test_every_string_is_a_name_that_agrees_with_itself(text: str) -> None:
    name = parse(text)

    assert compatible(name, name).grade != Grade.DIFFERENT


@given(any_name, any_name)
@settings(deadline=None)
def test_the_grade_is_symmetric(a: str, b: str) -> None:
    assert compatible(parse(a), parse(b)).grade == compatible(parse(b), parse(a)).grade


words = st.from_regex(
    r"(Jane|Doe|Bill|William|Smith|J\.|M\.|Müller|Mueller|van|Garcia|Ann|Mary|\(Roe\)|Jr\.)",
    fullmatch=True,
)


@given(st.lists(words, min_size=1, max_size=4), st.lists(words, min_size=1, max_size=4))
@settings(deadline=None, max_examples=400)
def test_the_grade_of_likely_names_is_symmetric(a: list[str], b: list[str]) -> None:
    first, second = parse(" ".join(a)), parse(" ".join(b))

    assert compatible(first, second).grade == compatible(second, first).grade


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Nikos Papadakis", "Nikolaos Papadakis"),
        ("Pippa Hargreaves", "Philippa Hargreaves"),
        ("Tobi Lehmann", "Tobias Lehmann"),
        ("Henk Mulder", "Hendrik Mulder"),
        ("Laci Kiss", "László Kiss"),
        ("Juanma Prieto", "Juan Manuel Prieto"),
        ("Maite Soler", "María Teresa Soler"),
    ],
)
def test_short_forms_of_europe_are_the_same_name(short: str, long: str) -> None:
    assert Grade.SAME == compatible(parse(short), parse(long)).grade


def test_a_short_form_in_one_language_may_be_of_the_name_in_another() -> None:
    assert Grade.VARIANT == compatible(parse("Nikos Dimou"), parse("Nicholas Dimou")).grade


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Jane Doe", "", "one has no name"),
        ("John Smith Jr.", "John Smith III", "two generations"),
        ("John Smith Jr.", "John Smith", "only one is called jr"),
        ("John Michael Smith", "John Peter Smith", "different middle names"),
        ("Wei Zhang", "Zhang Wei", "the same words in another order"),
        ("Bill Smith", "Smith William", "much the same words in another order"),
        ("Madonna", "Madonna", "equal single names"),
        ("Madonna", "Madonna Smith", "one is a single name"),
        ("Ana", "Ben", "different names"),
        ("annasilva", "Anna Silva", "the same letters"),
        ("Jane Doe", "Jane D.", "an initial for the surname"),
        ("Ana García López", "Ana García", "one surname in common"),
        ("Jane Doe", "Jane Roe", "different surnames"),
        ("Jane D.", "Jane Roe", "different surnames"),
        ("J. Doe", "Jane Doe", "an initial for the given name"),
        ("JM Smith", "John Michael Smith", "initials for the given names"),
        ("Mary Ann Smith", "Maryann Smith", "equal given names"),
        ("Mary Ann Smith", "Ann Smith", "one given name in common"),
        ("Peter Smith", "Jane Smith", "different given names"),
        ('William "Bo" Smith', "Bo Smith", "the name in quotes or brackets"),
        ("Bill Smith", "William Smith", "Bill is short for William"),
    ],
)
def test_each_reason_is_said_in_these_words(a: str, b: str, reason: str) -> None:
    assert reason == compatible(parse(a), parse(b)).reason
