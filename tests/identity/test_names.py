"""Names of people, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.identity.names import PersonName, parse

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
        ("Jane Doe Ph. D.", "Jane", "", "Doe"),
        ("Jane Doe, QXZ", "Jane", "", "Doe"),
        ("Doe, Qxz", "Qxz", "", "Doe"),
        ("Doe, ABCDEFGHI", "ABCDEFGHI", "", "Doe"),
        ("Jane☕Doe", "Jane", "", "Doe"),
        ("Ana Maria Silva, Berlin", "Ana", "Maria", "Silva"),
        ("Van Thi Nguyen", "Van", "Thi", "Nguyen"),
        ("Jane Doe, M.Ed., LPC", "Jane", "", "Doe"),
        ("Jane Doe, PMP®, CSM", "Jane", "", "Doe"),
        ("Jane Doe, SHRM-CP", "Jane", "", "Doe"),
        ("Jane Doe MA", "Jane", "", "Doe"),
        ("Jack Ma", "Jack", "", "Ma"),
        ("Kim Do", "Kim", "", "Do"),
        ("Dr. Jane Doe", "Jane", "", "Doe"),
        ("Dr. Doe", "Doe", "", ""),
        ("Dr.-Ing. Hans Müller", "Hans", "", "Müller"),
        ("Ing. Jan Novák, Ph.D.", "Jan", "", "Novák"),
        ("Prof. Dr. med. Anna Schmidt", "Anna", "", "Schmidt"),
        ("CA Rahul Sharma", "Rahul", "", "Sharma"),
        ("CA RAHUL Sharma", "RAHUL", "", "Sharma"),
        ("MD RAHUL SHARMA", "MD", "RAHUL", "SHARMA"),
        ("Jane D. M A", "Jane", "D M", "A"),
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
        ("Doe, McKenna", "McKenna", "", "Doe"),
        ("Doe, MacKay", "MacKay", "", "Doe"),
        ("Doe, DeShawn", "DeShawn", "", "Doe"),
        ("Doe, LeBron", "LeBron", "", "Doe"),
        ("Doe, LaToya", "LaToya", "", "Doe"),
        ("Doe, DiAnne", "DiAnne", "", "Doe"),
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


@given(any_name)
@settings(deadline=None)
def test_every_string_can_be_taken_apart(text: str) -> None:
    name = parse(text)

    assert name.given or not name.family


@pytest.mark.parametrize(
    ("name", "generation"),
    [("José Peña (padre)", "sr"), ("José Peña (hijo)", "jr"), ("Ana (Acme) Silva", "")],
)
def test_who_is_father_and_who_is_son_may_stand_in_brackets(name: str, generation: str) -> None:
    assert generation == parse(name).generation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana née Roe Silva", PersonName("Ana", "", "Silva", (), ("Roe",))),
        ("Wei (David) Zhang", PersonName("Wei", "", "Zhang", ("David",), ("David",))),
        ("Ana (PhD) Silva", PersonName("Ana", "", "Silva")),
        ("Ana (she her) Silva", PersonName("Ana", "", "Silva")),
        ("Ana (the great) Silva", PersonName("Ana", "", "Silva")),
        ("Ana (2020) Silva", PersonName("Ana", "", "Silva")),
    ],
)
def test_what_stands_between_two_names_parts_them_and_is_a_name_only_if_it_can_be(
    text: str, expected: PersonName
) -> None:
    assert expected == parse(text)
