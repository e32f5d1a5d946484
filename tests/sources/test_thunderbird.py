"""Thunderbird's address book as CSV, in the languages it speaks."""

from __future__ import annotations

from typing import Final

import pytest

from netgraph.model.records import Tie
from netgraph.sources.thunderbird import LAYOUT, LEAST
from tests.sources.books import THUNDERBIRD, headers, one, people, read, table

IN_EACH_LANGUAGE: Final = {
    "British": "First Name,Last Name,Display Name,Nickname,Email,Secondary Email,Screen Name"
    ",Work Phone,Home Phone,Mobile Number,Home City,Home County,Job Title,Organisation",
    "German": "Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse"
    ",Sekundäre E-Mail-Adresse,Messenger-Name,Tel. dienstlich,Tel. privat,Mobil-Tel.-Nr."
    ",Privat: Ort,Privat: Bundesland,Arbeitstitel,Organisation",
    "French": "Prénom,Nom de famille,Nom à afficher,Surnom,Première adresse électronique"
    ",Adresse électronique secondaire,Pseudo,Tél. professionnel,Tél. personnel,Portable"
    ",Ville (domicile),Région,Profession,Société",
    "Spanish": "Nombre,Apellidos,Nombre en pantalla,Apodo,Dirección de correo electrónico principal"
    ",Dirección de correo electrónico secundaria,Mensajería,Teléfono (Trabajo),Teléfono particular"
    ",Teléfono móvil,Ciudad de residencia,Provincia,Cargo,Organización",
    "Italian": "Nome,Cognome,Nome visualizzato,Soprannome,Email principale,Email secondaria"
    ",Nome chat,Telefono lavoro,Telefono di casa,Numero cellulare,Città di residenza,Provincia"
    ",Qualifica,Organizzazione",
    "Brazilian": "Primeiro nome,Último nome,Nome de exibição,Alcunha,E-mail primário"
    ",E-mail secundário,Chat,Telefone de trabalho,Telefone residencial,Celular,Cidade de casa"
    ",Estado,Cargo,Organização",
}
"""Language -> header, in the order of the English one."""


def test_thunderbird_has_an_empty_last_column() -> None:
    person = one(
        f"{THUNDERBIRD}\nAna,Silva,Ana Silva,,ana@example.org,b@example.org,,+442079460018,CTO,,"
        "Acme,,,\n"
    )

    assert ("Ana Silva", "thunderbird") == (person.name, person.source)
    assert ("ana@example.org", "b@example.org") == person.emails
    assert ("Acme", "CTO") == (person.company, person.title)


@pytest.mark.parametrize("language", IN_EACH_LANGUAGE)
def test_thunderbird_says_the_same_in_every_language(language: str) -> None:
    row = (
        "Gwen,Price,Gwen Price,,one@example.org,two@example.org,,+44 20 7946 0018"
        ",+44 20 7946 0019,+44 20 7946 0020,Leeds,,Baker,Price Ltd"
    )

    reading = read(f"{IN_EACH_LANGUAGE[language]}\n{row}\n")
    (found,) = people(reading)

    assert ("thunderbird", True) == (reading.kind, any(isinstance(f, Tie) for f in reading.facts))
    assert ("Gwen Price", "Price Ltd", "Baker") == (found.name, found.company, found.title)
    assert (("one@example.org", "two@example.org"), "Leeds") == (found.emails, found.place)
    assert ("+442079460018", "+442079460019", "+442079460020") == found.phones


@pytest.mark.parametrize(
    ("columns", "ours"),
    [
        ("firstname lastname displayname primaryemail", True),
        ("firstname lastname displayname", False),
        ("vorname nachname anzeigename spitzname primareemailadresse teldienstlich a b", True),
        ("vorname name anzeigename spitzname primareemailadresse teldienstlich a b", True),
        ("vorname nachname anzeigename spitzname primareemailadresse teldienstlich a", False),
        ("vorname nachname anzeigename x primareemailadresse teldienstlich a b", False),
        ("vorname nachname x spitzname primareemailadresse teldienstlich a b", False),
        ("vorname nachname anzeigename spitzname x teldienstlich a b", False),
        ("vorname nachname anzeigename spitzname primareemailadresse mobil a b", False),
        ("vorname x anzeigename spitzname primareemailadresse teldienstlich a b", False),
    ],
)
def test_a_header_is_thunderbirds_if_it_has_a_nickname_and_a_name_to_display(
    columns: str, ours: bool
) -> None:
    assert LEAST == 8
    assert ours == LAYOUT.is_header(frozenset(columns.split()))


SAID: Final = {
    "first": "Gwen", "last": "Price", "display": "Gwen Price", "nick": "gp", "screen": "gwen2",
    "email": "one@example.org", "email2": "two@example.org", "wphone": "+44 20 7946 0001",
    "hphone": "+44 20 7946 0002", "mobile": "+44 20 7946 0003", "fax": "+44 20 7946 0091",
    "pager": "+44 20 7946 0092", "haddr": "1 Home St", "waddr": "2 Work St", "wcity": "Leeds",
    "job": "Baker", "dept": "Bread", "org": "Price Ltd", "notes": "a note", "by": "1980",
    "web1": "https://www.linkedin.com/in/gwen",
}  # fmt: skip
"""What each column of Thunderbird's says of one contact."""


@pytest.mark.parametrize("language", headers("thunderbird"))
def test_all_columns_of_thunderbird_say_the_same_in_every_language(language: str) -> None:
    columns, called = headers("thunderbird")[language]
    row = [SAID.get(column, "") for column in columns]

    reading = read(table([*called, ""], [*row, ""]))
    (found,) = people(reading)

    assert ("thunderbird", True) == (reading.kind, any(isinstance(f, Tie) for f in reading.facts))
    assert ("Gwen Price", "Price Ltd", "Baker") == (found.name, found.company, found.title)
    assert (("one@example.org", "two@example.org"), "Leeds") == (found.emails, found.place)
    assert {f"+44207946000{i}" for i in (1, 2, 3)} == set(found.phones)
    assert (("https://www.linkedin.com/in/gwen",), ()) == (found.urls, found.tags)
