"""Names of people, taken apart and compared."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.identity.names import Grade, PersonName, compatible, parse, short_forms

any_name = st.text(
    st.one_of(st.characters(), st.sampled_from("Jane van Doe, PhD. (\"'|Dr. MA é-/")), max_size=40
)


@pytest.mark.parametrize(
    ("written", "given", "middle", "family"),
    [
        ("Jane Doe", "Jane", "", "Doe"),
        ("  jane   doe ", "jane", "", "doe"),
        ("JANE DOE, CPA", "JANE", "", "DOE"),
        ("Jane Doe, PhD, MBA", "Jane", "", "Doe"),
        ("Jane Doe Ph.D.", "Jane", "", "Doe"),
        ("Jane Doe, M.Ed., LPC", "Jane", "", "Doe"),
        ("Jane Doe, PMP®, CSM", "Jane", "", "Doe"),
        ("Jane Doe, SHRM-CP", "Jane", "", "Doe"),
        ("Jane Doe MA", "Jane", "", "Doe"),
        ("Jack Ma", "Jack", "", "Ma"),
        ("Kim Do", "Kim", "", "Do"),
        ("Dr. Jane Doe", "Jane", "", "Doe"),
        ("Dr.-Ing. Hans Müller", "Hans", "", "Müller"),
        ("Ing. Jan Novák, Ph.D.", "Jan", "", "Novák"),
        ("Prof. Dr. med. Anna Schmidt", "Anna", "", "Schmidt"),
        ("CA Rahul Sharma", "Rahul", "", "Sharma"),
        ("Md. Rahman", "Md", "", "Rahman"),
        ("Gen Tanaka", "Gen", "", "Tanaka"),
        ("Jane Doe (she/her)", "Jane", "", "Doe"),
        ("Jane (she/her/hers) Doe", "Jane", "", "Doe"),
        ("Jane Doe, she/her", "Jane", "", "Doe"),
        ("🚀 Jane Doe ✨", "Jane", "", "Doe"),
        ("𝐉𝐚𝐧𝐞 𝐃𝐨𝐞", "Jane", "", "Doe"),
        ("Ja\u200bne Doe\u202c", "Jane", "", "Doe"),
        ("Jane Doe | Hiring!", "Jane", "", "Doe"),
        ("Jane Doe - Product Manager", "Jane", "", "Doe"),
        ("Jane Doe, Director of Sales", "Jane", "", "Doe"),
        ("Doe, Jane", "Jane", "", "Doe"),
        ("DOE, JOHN, MD", "JOHN", "", "DOE"),
        ("Doe, J. R.", "J", "R", "Doe"),
        ("van der Berg, Anna", "Anna", "", "van der Berg"),
        ("Garcia Lopez, Maria", "Maria", "", "Garcia Lopez"),
        ("J.R. Smith", "J", "R", "Smith"),
        ("Jane D.", "Jane", "", "D"),
        ("Jean-Luc Picard", "Jean-Luc", "", "Picard"),
        ("Ludwig van Beethoven", "Ludwig", "", "van Beethoven"),
        ("Maria de la Cruz", "Maria", "", "de la Cruz"),
        ("Ana Paula da Silva Santos", "Ana", "Paula", "da Silva Santos"),
        ("Juan Ortega y Gasset", "Juan", "", "Ortega y Gasset"),
        ("Tim O’Reilly", "Tim", "", "O’Reilly"),
        ("jane.doe@example.org", "jane", "", "doe"),
        ("Madonna", "Madonna", "", ""),
        ("李明", "李明", "", ""),
        ("", "", "", ""),
        (", ,", "", "", ""),
    ],
)
def test_a_name_is_taken_apart(written: str, given: str, middle: str, family: str) -> None:
    name = parse(written)

    assert (name.given, name.middle, name.family) == (given, middle, family)


def test_a_nickname_stands_in_quotes() -> None:
    assert parse('William "Bill" Smith').nicknames == ("Bill",)


def test_what_stands_in_brackets_may_be_a_nickname_or_a_maiden_name() -> None:
    assert parse("Jane (Roe) Doe") == PersonName("Jane", "", "Doe", ("Roe",), ("Roe",))


def test_a_maiden_name_follows_its_mark() -> None:
    assert parse("Jane Smith née Doe") == PersonName("Jane", "", "Smith", (), ("Doe",))


@pytest.mark.parametrize(
    ("written", "generation"),
    [
        ("John Smith Jr.", "jr"),
        ("John Smith, Sr.", "sr"),
        ("Smith, John, Jr.", "jr"),
        ("Robert J. Smith III, Esq.", "3"),
        ("João Silva Junior", "jr"),
        ("John Smith", ""),
    ],
)
def test_generations_are_kept_apart(written: str, generation: str) -> None:
    assert parse(written).generation == generation


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


words = st.sampled_from(
    ["Jane", "Doe", "Bill", "William", "Smith", "J.", "M.", "Müller", "Mueller", "van", "Berg"]
    + ["Garcia", "García-Lopez", "Ann", "Mary", "Madonna", "(Roe)", "Jr."]
)


@given(st.lists(words, min_size=1, max_size=4), st.lists(words, min_size=1, max_size=4))
@settings(deadline=None, max_examples=400)
def test_the_grade_of_likely_names_is_symmetric(a: list[str], b: list[str]) -> None:
    first, second = parse(" ".join(a)), parse(" ".join(b))

    assert compatible(first, second).grade == compatible(second, first).grade
