"""Which column of any table says what: guessed, or as the user chose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import InvalidInput
from netgraph.model.records import Ledger, Statement
from netgraph.sources.column_mapping import (
    about_people,
    choose,
    guess,
    is_of_names,
    likely,
    remember,
    remembered,
    shape,
    without_salutations,
)
from tests.sources.books import people, read


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Name;Vorname;Firma;E-Mail", "Price;Gwen;Oak;g@example.org"),
        ("Name,First Name,Company,Email", "Price,Gwen,Oak,g@example.org"),
        ("Nom;Prénom;Société;Email", "Price;Gwen;Oak;g@example.org"),
        ("Nome;Cognome;Azienda;E-mail", "Gwen;Price;Oak;g@example.org"),
        ("Nombre;Apellidos;Empresa;Correo", "Gwen;Price;Oak;g@example.org"),
        ("Nombre completo;Empresa;Correo", "Gwen Price;Oak;g@example.org"),
        ("Nome;Apelido;Empresa;E-mail", "Gwen;Price;Oak;g@example.org"),
        ("Nome;Empresa;E-mail", "Gwen Price;Oak;g@example.org"),
        ("Naam;Voornaam;Bedrijf;E-mailadres", "Price;Gwen;Oak;g@example.org"),
        ("Imię i nazwisko;Firma;Adres e-mail", "Gwen Price;Oak;g@example.org"),
        ("Namn;Förnamn;Företag;E-post", "Price;Gwen;Oak;g@example.org"),
        ("Fornavn;Efternavn;Firma;Mailadresse", "Gwen;Price;Oak;g@example.org"),
        ("Fornavn;Etternavn;Arbeidsgiver;E-post", "Gwen;Price;Oak;g@example.org"),
        ("Nimi;Etunimi;Yritys;Sähköposti", "Price;Gwen;Oak;g@example.org"),
        ("Jméno;Příjmení;Zaměstnavatel;E-mail", "Gwen;Price;Oak;g@example.org"),
        ("Фамилия;Имя;Компания;Почта", "Price;Gwen;Oak;g@example.org"),
        ("Ad;Soyad;Şirket;E-posta", "Gwen;Price;Oak;g@example.org"),
        ("姓;名;会社;メール", "Price;Gwen;Oak;g@example.org"),
        ("姓名;公司;邮箱", "Gwen Price;Oak;g@example.org"),
        ("Name;Vorname;Firma;E-Mail", "Gwen Price;Gwen;Oak;g@example.org"),
        ("E-Mail;Nachname;Vorname;Firma", "g@example.org;Price;Gwen;Oak"),
    ],
)
def test_a_name_beside_a_part_of_it_is_the_other_part(header: str, row: str) -> None:
    (found,) = people(read(f"{header}\n{row}\n"))

    assert ("Gwen Price", "Oak", ("g@example.org",)) == (found.name, found.company, found.emails)


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ("Full Name|Name|Email", {"name": [0], "email": [2]}),
        ("Name|Vorname|Firma", {"first": [1], "last": [0], "company": [2]}),
        ("Name|Nachname|Firma", {"first": [0], "last": [1], "company": [2]}),
        ("Name|Vorname|Nachname", {"name": [0], "first": [1], "last": [2]}),
        ("Email|Email 2|City", {"email": [0, 1], "place": [2]}),
        ("Name|Title|Job Title", {"name": [0], "title": [2]}),
        ("Name|Title", {"name": [0], "title": [1]}),
        ("Shoe size", {}),
    ],
)
def test_columns_are_guessed_by_their_names(columns: str, found: dict[str, list[int]]) -> None:
    assert found == guess(columns.split("|"))


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        ([("Gwen Price", "Gwen")], True),
        ([("Price", "Gwen")], False),
        ([("Gwen Price", "Gwen"), ("Price", "Gwen")], False),  # half are not most
        ([("Gwen Price", "Gwen"), ("Price", "Gwen"), ("Al Oak", "Al")], True),
        ([("Gwen", "Gwen")], False),
        ([("Gwen Price", "")], False),
        ([("Gwen Price",)], False),
    ],
)
def test_a_name_is_whole_if_most_cells_have_more_than_the_part(
    rows: list[tuple[str, ...]], whole: bool
) -> None:
    assert ({"name", "first"} if whole else {"first", "last"}) == set(
        guess(("Name", "Vorname"), rows)
    )


@pytest.mark.parametrize(
    ("columns", "about"),
    [
        ("Name|Employer", True),
        ("Name|Licence|Url", False),
        ("Name", False),
        ("First name|Last name|Phone", True),
        ("First name|Email|City|Notes", True),
        ("Vorname|Telefon", False),
        ("Email", True),
        ("Email|a|b", True),
        ("Email|a|b|c", False),
        ("First Name|Last Name|Email|Verification Type", False),
    ],
)
def test_a_table_is_about_people_if_it_has_names_and_something_more(
    columns: str, about: bool
) -> None:
    assert about == about_people(columns.split("|"))


def test_whole_names_are_one_column_or_two() -> None:
    assert is_of_names(("Name",))
    assert is_of_names(("Nome", "Cognome"))
    assert not is_of_names(("Vorname", "Ort"))


def test_a_header_near_to_a_word_may_mean_it() -> None:
    assert {"company": "Werkgevr", "email": "Mailadres"} == likely(
        ("Wer", "Werkgevr", "Mailadres", "Seit", "Employer")
    )
    assert {"company": "Employr", "phone": "Telefphone"} == likely(("Employr", "Telefphone"))
    assert {} == likely(("Shoe size", "xyz"))


@pytest.mark.parametrize(
    ("titles", "kept"),
    [
        (["Mr", "Dr."], {"name": [0]}),
        (["Mr", "Engineer"], {"name": [0], "title": [1]}),
        (["", ""], {"name": [0], "title": [1]}),
    ],
)
def test_a_title_that_is_always_mr_or_dr_is_no_job(
    titles: list[str], kept: dict[str, list[int]]
) -> None:
    rows = [("Ana", title) for title in titles]

    assert kept == without_salutations({"name": [0], "title": [1]}, rows)
    assert {"name": [0], "title": [1]} == without_salutations({"name": [0], "title": [1]}, [("A",)])


def test_the_users_choice_goes_before_the_guess() -> None:
    columns = ("Who", "Employer", "Town")
    guessed = {"first": [0], "last": [2], "company": [1]}

    assert ({"company": [1], "name": [0]}, {}) == choose(columns, guessed, {"name": "WHO"})
    assert ({"first": [0], "last": [2]}, {"company": "Hill"}) == choose(
        columns, guessed, {"company": "= Hill "}
    )
    assert ({"first": [0], "last": [2]}, {}) == choose(columns, guessed, {"company": ""})
    assert ({"first": [0], "company": [1], "place": [2]}, {}) == choose(
        columns, guessed, {"place": "town"}
    )


def test_a_choice_that_cannot_be_followed_says_what_there_is() -> None:
    with pytest.raises(InvalidInput, match="there is no field 'nam': choose from name, first"):
        choose(("Who",), {}, {"nam": "Who"})
    with pytest.raises(InvalidInput, match="there is no column 'Whom'; there are: Who, Town"):
        choose(("Who", "", "Town"), {}, {"name": "Whom"})


def test_a_choice_is_remembered_for_tables_of_the_same_columns() -> None:
    said = remember(("Who", "Employer"), {"name": "Who", "company": "Employer"})
    other = Statement("s", "p1", "title", ("x", "y"))

    assert {shape(("employer", "WHO")): {"company": "Employer", "name": "Who"}} == remembered(
        Ledger(statements=(said, other))
    )
    assert said.id == remember(("EMPLOYER", "who"), {"name": ""}).id


@given(st.permutations(["Name", "Employer", "E-mail", "Town"]))
def test_a_shape_has_no_order(columns: list[str]) -> None:
    assert shape(columns) == shape(("Name", "Employer", "E-mail", "Town"))
    assert shape(columns) != shape(columns[1:])
