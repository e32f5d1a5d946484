"""Tables of people as they are kept in many languages, and as programs write their contacts."""

from __future__ import annotations

from typing import Final

import pytest

from tests.sources.books import people, read

TABLES: Final = {
    # a name beside a part of it
    "German, name and given name": ("Name;Vorname;E-Mail", "Groß;Uwe;u@g.example"),
    "German, the other way round": ("Vorname;Name;E-Mail", "Uwe;Groß;u@g.example"),
    "French, in capitals": ("NOM,PRENOM,MAIL", "LE GOFF,Zoé,z@l.example"),
    "Dutch": ("Naam,Voornaam,E-mail", "de Vries,Jan,j@v.example"),
    "Dutch with a tussenvoegsel": (
        "Voornaam,Tussenvoegsel,Achternaam,E-mail", "Jan,van der,Berg,j@v.example"),
    "Danish": ("Navn;Fornavn;E-mail", "Hansen;Bo;b@h.example"),
    "Swedish": ("Namn;Förnamn;E-post", "Berg;Åsa;a@b.example"),
    "Norwegian": ("Etternavn;Navn;E-post", "Berg;Åse;a@b.example"),
    "Finnish": ("Nimi;Etunimi;Sähköposti", "Mäki;Aino;a@m.example"),
    "Spanish": ("Nombre;Apellidos;Correo", "José;Peña Gil;j@p.example"),
    "Spanish, two surnames": (
        "Nombre,Primer apellido,Segundo apellido,Correo electrónico", "José,Peña,Gil,j@p.example"),
    "Mexican, two surnames": (
        "Apellido paterno,Apellido materno,Nombres,Correo", "Peña,Gil,José,j@p.example"),
    "Portuguese": ("Nome;Apelido;E-mail", "Inês;Moura;i@m.example"),
    "Czech": ("Jméno;Příjmení;E-mail", "Jan;Novák;j@n.example"),
    "Polish": ("Nazwisko;Imię;E-mail", "Żak;Ewa;e@z.example"),
    "Russian": ("Фамилия;Имя;Отчество;Почта", "Иванов;Иван;Петрович;i@i.example"),
    "Turkish": ("Adı;Soyadı;Mail", "Ayşe;Yılmaz;a@y.example"),
    "Hungarian": ("Vezetéknév;Keresztnév;E-mail", "Nagy;Éva;e@n.example"),
    "Romanian": ("Nume;Prenume;Companie;Email", "Popescu;Ana;Dacia;a@p.example"),
    "Greek": ("Όνομα;Επώνυμο;Εταιρεία;Email", "Ελένη;Παππά;ΔΕΗ;e@p.example"),
    "Ukrainian": ("Прізвище;Ім'я;Електронна пошта", "Коваль;Олена;o@k.example"),
    "Japanese": ("姓,名,メール", "山田,花子,h@y.example"),
    "English, whole beside a part": ("Name,First Name,Email", "Gwen Price,Gwen,g@p.example"),
    # whole names
    "German, first and last name": ("Vorname Nachname;E-Mail", "Uwe Groß;u@g.example"),
    "French, nom et prénom": ("Nom et prénom;Courriel", "Zoé Le Goff;z@l.example"),
    "Italian, nominativo": ("Nominativo;Indirizzo email", "Ada Rossi;a@r.example"),
    "Polish, imię i nazwisko": ("Imię i nazwisko;E-mail", "Ewa Żak;e@z.example"),
    "Russian, ФИО": ("ФИО;Эл. почта", "Иван Иванов;i@i.example"),
    "Chinese": ("姓名,公司,电子邮箱", "王小明,华为,w@x.example"),
    "Korean": ("이름,회사,이메일", "김민준,삼성,k@m.example"),
    # as programs write them
    "Yahoo": (
        "First,Middle,Last,Nickname,Email,Category,Home,Work,Mobile,Other,Yahoo! Phone,Primary"
        ",Alternate Email 1,Title,Company",
        "Ana,,Silva,,a@x.example,Friends,,,,,,,,Chef,Acme"),
    "Evolution": (
        "First Name,Last Name,id,File As,Email 1,Email 2,Primary Phone,Assistant Phone"
        ",Business Phone,Organization,Office,Title,Role",
        'Ana,Silva,x1,"Silva, Ana",a@x.example,,,,,Acme,,Chef,'),
    "KAddressBook": (
        "Formatted Name,Family Name,Given Name,Honorific Prefixes,Nick Name,Home Phone"
        ",Email Address,Title,Role,Organization",
        "Ana Silva,Silva,Ana,,,,a@x.example,Chef,,Acme"),
    "Zimbra": (
        "company,email,email2,firstName,fullName,jobTitle,lastName,mobilePhone",
        "Acme,a@x.example,,Ana,Ana Silva,Chef,Silva,"),
    "Windows Live Mail, German": (
        "Vorname;Nachname;Zweiter Vorname;Name;Rufname;E-Mail-Adresse;Rufnummer (privat);Firma",
        "Uwe;Groß;;Uwe Groß;;u@g.example;;Öko AG"),
    "Yandex": ("Имя,Фамилия,Отчество,e-mail", "Иван,Иванов,,i@i.example"),
    "Naver": ("이름,이메일,휴대폰,그룹", "김민준,k@m.example,010-5555-0100,친구"),
    "QQ": ("姓名,昵称,电子邮件,手机", "王小明,小明,w@x.example,13800000100"),
    "addresses with a name before them": ("Emails", "Ana Silva <a@x.example>"),
}  # fmt: skip
"""What it is -> its header and a row."""

NAMES: Final = {
    "u@g.example": "Uwe Groß", "z@l.example": "Zoé Le Goff", "j@v.example": "Jan",
    "b@h.example": "Bo Hansen", "a@b.example": "Berg", "a@m.example": "Aino Mäki",
    "j@p.example": "José Peña Gil", "i@m.example": "Inês Moura", "j@n.example": "Jan Novák",
    "e@z.example": "Ewa Żak", "i@i.example": "Иванов", "a@y.example": "Ayşe Yılmaz",
    "e@n.example": "Éva Nagy", "a@p.example": "Ana Popescu", "e@p.example": "Ελένη Παππά",
    "o@k.example": "Олена Коваль", "h@y.example": "花子 山田", "g@p.example": "Gwen Price",
    "a@r.example": "Ada Rossi", "w@x.example": "王小明", "k@m.example": "김민준",
    "a@x.example": "Ana Silva",
}  # fmt: skip
"""Whose each address is: the name, or what must be in it."""


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_says_who_is_meant_in_every_language(kind: str) -> None:
    header, row = TABLES[kind]

    (found,) = people(read(f"{header}\n{row}\n"))
    (address,) = found.emails

    assert NAMES[address].casefold() in found.name.casefold()
    assert len(found.name.split()) > 1 or found.name in ("王小明", "김민준")


@pytest.mark.parametrize(
    ("header", "row", "title", "phones"),
    [
        ("Name,Home,Work,Email", "Ana Silva,+44 20 7946 0001,,a@x.example", "",
         ("+442079460001",)),
        ("Name,Home,Email", "Ana Silva,yes,a@x.example", "", ()),
        ("Name,Title,Role,Email", "Ana Silva,Dr.,Chef,a@x.example", "Chef", ()),
        ("Nom,Titre,Mail", "Ana Silva,Mme,a@x.example", "", ()),
        ("Namn,Titel,E-post", "Ana Silva,Kock,a@x.example", "Kock", ()),
    ],
)  # fmt: skip
def test_a_word_with_two_meanings_means_what_its_rows_say(
    header: str, row: str, title: str, phones: tuple[str, ...]
) -> None:
    (found,) = people(read(f"{header}\n{row}\n"))

    assert (title, phones) == (found.title, found.phones)
