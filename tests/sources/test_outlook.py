"""Outlook's contacts as CSV, in the languages it speaks and the code pages of its users."""

from __future__ import annotations

from typing import Final

import pytest

from netgraph.model.records import Tie
from netgraph.sources.outlook import LAYOUT, LEAST
from tests.sources.books import OUTLOOK, headers, one, people, read, table

IN_EACH_LANGUAGE: Final = {
    "British": (
        "cp1252",
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street"
        ",Business City,Business Country/Region,Business Phone,Home Phone,Mobile Phone"
        ",E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Categories,Web Page",
        ("Zoë", "Ward"), "Oak Ltd", "Baker", "Leeds",
    ),
    "German": (
        "cp1252",
        "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position"
        ",Straße geschäftlich,Ort geschäftlich,Land/Region geschäftlich,Telefon geschäftlich"
        ",Telefon privat,Mobiltelefon,E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name"
        ",E-Mail 2: Adresse,Kategorien,Webseite",
        ("Jürgen", "Großmann"), "Öko AG", "Geschäftsführer", "Köln",
    ),
    "French": (
        "cp1252",
        "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre professionnel,Rue (bureau)"
        ",Ville (bureau),Pays/Région (bureau),Téléphone (bureau),Téléphone (domicile),Tél. mobile"
        ",Adresse de messagerie,Type de messagerie,Nom complet de l'adresse de messagerie"
        ",Adresse de messagerie 2,Catégories,Page Web",
        ("Hélène", "Garnier"), "Garnier & Fils", "Directrice", "Orléans",
    ),
    "Spanish": (
        "cp1252",
        "Título,Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Departamento,Puesto"
        ",Calle del trabajo,Ciudad de trabajo,País o región del trabajo,Teléfono del trabajo"
        ",Particular,Móvil,Dirección de correo electrónico,Tipo de correo electrónico"
        ",Nombre para mostrar de correo electrónico,Dirección de correo electrónico 2,Categorías"
        ",Página web",
        ("Íñigo", "Peña Ruiz"), "Peña SA", "Jefe", "León",
    ),
    "Italian": (
        "cp1252",
        "Titolo,Nome,Secondo nome,Cognome,Titolo straniero,Società,Reparto,Posizione,Via (uff.)"
        ",Città (uff.),Paese/Area geografica (uff.),Telefono (uff.),Telefono (ab.),Cellulare"
        ",Indirizzo posta elettronica,Tipo posta elettronica"
        ",Nome visualizzato posta elettronica,Indirizzo posta elettronica 2,Categorie,Pagina Web",
        ("Niccolò", "De Santis"), "Santità srl", "Direttore", "Forlì",
    ),
    "Portuguese": (
        "cp1252",
        "Título,Nome,Segundo nome,Sobrenome,Sufixo,Empresa,Departamento,Cargo"
        ",Rua do endereço comercial,Cidade do endereço comercial"
        ",País/Região do endereço comercial,Telefone comercial,Telefone residencial"
        ",Telefone celular,Endereço de email,Tipo de email,Nome para exibição do email"
        ",Endereço de email 2,Categorias,Página da Web",
        ("Inês", "Moura"), "Pão Lda", "Gestora", "São Paulo",
    ),
    "Dutch": (
        "cp1252",
        "Titel,Voornaam,Middelste naam,Achternaam,Achtervoegsel,Bedrijf,Afdeling,Functie"
        ",Werkadres straat,Werkadres plaats,Land/regio (werk),Telefoon op werk,Telefoon thuis"
        ",Mobiele telefoon,E-mailadres,E-mailtype,E-mailweergavenaam,E-mailadres 2,Categorieën"
        ",Webpagina",
        ("Loïs", "van der Berg"), "Kaas BV", "Directeur", "Gouda",
    ),
    "Polish": (
        "cp1250",
        "Tytuł,Imię,Drugie imię,Nazwisko,Sufiks,Firma,Dział,Stanowisko,Adres służbowy - ulica"
        ",Adres służbowy - miejscowość,Kraj/region (służbowe),Telefon służbowy,Telefon domowy"
        ",Telefon komórkowy,Adres e-mail,Typ e-mail,Nazwa wyświetlana e-mail,Adres e-mail 2"
        ",Kategorie,Strona sieci Web",
        ("Łukasz", "Żółć"), "Jabłko", "Księgowy", "Kraków",
    ),
    "Swedish": (
        "cp1252",
        "Titel,Förnamn,Mellannamn,Efternamn,Suffix,Företag,Avdelning,Befattning"
        ",Gatuadress (arbete),Ort (arbete),Land/region (arbete),Telefon arbete,Telefon hem"
        ",Mobiltelefon,E-postadress,E-posttyp,Visningsnamn för e-post,E-postadress 2,Kategorier"
        ",Webbsida",
        ("Åsa", "Öberg"), "Ärlig AB", "Kamrer", "Malmö",
    ),
    "Danish": (
        "cp1252",
        "Titel,Fornavn,Mellemnavn,Efternavn,Suffiks,Firma,Afdeling,Stilling,Gade (arbejde)"
        ",By (arbejde),Land/område (arbejde),Telefon (arbejde),Telefon (privat),Mobiltelefon"
        ",E-mail-adresse,E-mail-type,Vist navn for e-mail,E-mail-adresse 2,Kategorier,Webside",
        ("Søren", "Kjær"), "Ærø ApS", "Chef", "Århus",
    ),
    "Norwegian": (
        "cp1252",
        "Tittel,Fornavn,Mellomnavn,Etternavn,Suffiks,Firma,Avdeling,Stilling,Gateadresse arbeid"
        ",Poststed arbeid,Land/område arbeid,Telefon arbeid,Telefon privat,Mobiltelefon"
        ",E-postadresse,E-posttype,Visningsnavn for e-post,E-postadresse 2,Kategorier,Webside",
        ("Åse", "Øvergård"), "Fisk AS", "Sjef", "Tromsø",
    ),
    "Finnish": (
        "cp1252",
        "Titteli,Etunimi,Toinen nimi,Sukunimi,Loppuliite,Yritys,Osasto,Tehtävänimike"
        ",Katuosoite (työ),Postitoimipaikka (työ),Maa (työ),Työpuhelin,Kotipuhelin,Matkapuhelin"
        ",Sähköpostiosoite,Sähköpostin tyyppi,Sähköpostin näyttönimi,Sähköpostiosoite 2,Luokat"
        ",Web-sivu",
        ("Päivi", "Mäkelä"), "Metsä Oy", "Johtaja", "Jyväskylä",
    ),
    "Czech": (
        "cp1250",
        "Titul,Jméno,Další jméno,Příjmení,Přípona,Společnost,Oddělení,Funkce,Ulice (práce)"
        ",Město (práce),Země (práce),Telefon do zaměstnání,Telefon domů,Mobilní telefon"
        ",E-mailová adresa,Typ e-mailu,Zobrazované jméno e-mailu,E-mailová adresa 2,Kategorie"
        ",Webová stránka",
        ("Jiří", "Dvořák"), "Škoda", "Účetní", "Plzeň",
    ),
    "Russian": (
        "cp1251",
        "Обращение,Имя,Отчество,Фамилия,Суффикс,Организация,Отдел,Должность,Улица (раб. адрес)"
        ",Город (раб. адрес),Страна или регион (раб. адрес),Рабочий телефон,Домашний телефон"
        ",Телефон переносной,Адрес эл. почты,Тип эл. почты,Краткое имя эл. почты"
        ",Адрес 2 эл. почты,Категории,Веб-страница",
        ("Фёдор", "Семёнов"), "Ромашка", "Директор", "Москва",
    ),
    "Turkish": (
        "cp1254",
        "Unvan,Ad,İkinci Ad,Soyadı,Sonek,Şirket,Bölüm,İş Unvanı,İş Adresi - Sokak"
        ",İş Adresi - Şehir,İş Ülke/Bölge,İş Telefonu,Ev Telefonu,Cep Telefonu,E-posta Adresi"
        ",E-posta Türü,E-posta Görünen Adı,E-posta 2 Adresi,Kategoriler,Web Sayfası",
        ("Işıl", "Yıldırım"), "Işık", "Müdür", "İstanbul",
    ),
    "Japanese": (
        "cp932",
        "敬称,名,ミドル ネーム,姓,肩書き,会社名,部署,役職,番地 (会社),市区町村 (会社)"
        ",国/地域 (会社),会社電話,自宅電話,携帯電話,電子メール アドレス,電子メールの種類"
        ",電子メール表示名,電子メール 2 アドレス,分類,Web ページ",
        ("花子", "山田"), "トヨタ", "課長", "東京",
    ),
    "Chinese": (
        "gb18030",
        "称谓,名,中间名,姓,后缀,单位,部门,职务,商务地址 街道,商务地址 市/县,商务地址 国家/地区"
        ",商务电话,住宅电话,移动电话,电子邮件地址,电子邮件类型,电子邮件显示名称"
        ",电子邮件 2 地址,类别,网页",
        ("小明", "王"), "华为", "工程师", "深圳",
    ),
}  # fmt: skip
"""Language -> code page, header, name, firm, job and town of one contact."""


def test_in_outlook_the_title_is_no_job() -> None:
    row = "Dr,Ana,,Silva,,Acme,Sales,Engineer,1 Main St,Leeds,UK,+442079460018,,Rowing;Friends,"
    person = one(f"{OUTLOOK}\n{row}ana@example.org,SMTP,b@example.org,www.linkedin.com/in/ana-s\n")

    assert ("Ana Silva", "Acme", "Engineer") == (person.name, person.company, person.title)
    assert ("ana@example.org", "b@example.org") == person.emails
    assert ("+442079460018",) == person.phones
    assert ("https://www.linkedin.com/in/ana-s",) == person.urls
    assert ("Rowing", "Friends") == person.tags


def test_an_address_of_exchange_is_no_e_mail() -> None:
    row = ",Ana,,Silva,,Acme,,,,,,,,,/o=ExchangeLabs/ou=x/cn=ana,EX,,\n"

    assert () == one(f"{OUTLOOK}\n{row}").emails


def test_outlook_in_the_letters_of_old_windows() -> None:
    text = f"{OUTLOOK}\n,Zoë,,Müller,,,,,,,,,,,zoe@example.org,SMTP,,\n"

    assert "Zoë Müller" == one(text.encode("cp1252")).name


def test_a_linkedin_export_of_2017_under_another_name() -> None:
    header = (
        '"Title","First Name","Middle Name","Last Name","Suffix","E-mail Address",'
        '"E-mail 2 Address","Company","Job Title","Business Phone","Web Page"'
    )

    person = one(f'{header}\n"","Ana","","Silva","","ana@example.org","","Acme","CTO","",""\n')

    assert ("Ana Silva", "Acme", "CTO") == (person.name, person.company, person.title)


@pytest.mark.parametrize("language", IN_EACH_LANGUAGE)
def test_outlook_says_the_same_in_every_language(language: str) -> None:
    page, header, (first, last), firm, job, town = IN_EACH_LANGUAGE[language]
    row = (
        f",{first},,{last},Jr.,{firm},,{job},,{town},,+44 20 7946 0018,+44 20 7946 0019"
        f",+44 20 7946 0020,one@example.org,SMTP,{first},two@example.org,Mentor,"
    )

    reading = read(f"{header}\n{row}\n".encode(page))
    (found,) = people(reading)

    assert ("outlook", True) == (reading.kind, any(isinstance(f, Tie) for f in reading.facts))
    assert (f"{first} {last} Jr.", firm, job) == (found.name, found.company, found.title)
    assert (town, ("Mentor",)) == (found.place, found.tags)
    assert ("one@example.org", "two@example.org") == found.emails
    assert ("+442079460018", "+442079460019", "+442079460020") == found.phones


@pytest.mark.parametrize(
    ("columns", "outlook"),
    [
        ("firstname lastname jobtitle emailaddress homephone", True),
        ("firstname lastname jobtitle emailaddress", False),
        ("firstname lastname jobtitle emailaddress displayname", False),
        (
            "vorname nachname emailadresse firma telefongeschaftlich suffix kategorien webseite",
            True,
        ),
        ("vorname nachname emailadresse firma telefongeschaftlich suffix kategorien", False),
        ("vorname nachname emailadresse firma telefon suffix kategorien webseite", False),
        ("vorname nachname emailadresse firma telefongeschaftlich ort land webseite", False),
        ("vorname nachname x firma telefongeschaftlich suffix kategorien webseite", False),
        ("vorname x emailadresse firma telefongeschaftlich suffix kategorien webseite", False),
    ],
)
def test_a_header_is_outlooks_if_it_has_what_only_outlook_writes(
    columns: str, outlook: bool
) -> None:
    assert outlook == LAYOUT.is_header(frozenset(columns.split()))


def test_fewer_columns_than_people_use_are_no_book() -> None:
    eight = "vorname nachname emailadresse firma telefongeschaftlich suffix kategorien webseite"
    cells = eight.split()

    assert LEAST == len(cells)
    assert not LAYOUT.is_header(frozenset(cells[:-1]))


def test_a_telex_an_office_and_mr_are_neither_number_nor_place_nor_job() -> None:
    columns = ("title", "jobtitle", "telex", "businessphone", "officelocation", "肩書き")
    places = LAYOUT.places(columns)

    assert ([1], [3], [], [5]) == tuple(map(list, (
        places["title"], places["phone"], places["place"], places["suffix"],
    )))  # fmt: skip


SAID: Final = {
    "first": "Ana", "middle": "Q", "last": "Silva", "suffix": "Jr.", "company": "Acme",
    "department": "Sales", "job": "Director", "street": "1 Main St", "city": "Leeds",
    "title": "Dr", "profession": "Teacher", "assistant": "Bob Help", "manager": "Max Boss",
    "email": "one@example.org", "email2": "two@example.org", "email3": "three@example.org",
    "type": "SMTP", "disp": "Ana (one@example.org)", "disp2": "Two", "spouse": "Sam Silva",
    "location": "Nowhere", "office": "Room 5", "birthday": "1980-01-02", "notes": "a note",
    "categories": "Mentor;Old Friends", "web": "http://www.linkedin.com/in/ana-silva",
    **{name: f"+44 20 7946 000{i}" for i, name in enumerate(
        ("bphone", "bphone2", "hphone", "hphone2", "mobile", "primary", "other", "car")
    )},
    **{name: f"+44 20 7946 009{i}" for i, name in enumerate(("aphone", "bfax", "hfax", "main"))},
}  # fmt: skip
"""What each column of Outlook's says of one contact; telephones in 009 are of others, or faxes."""


@pytest.mark.parametrize("language", headers("outlook"))
def test_all_columns_of_outlook_say_the_same_in_every_language(language: str) -> None:
    columns, called = headers("outlook")[language]

    reading = read(table(called, [SAID.get(column, "") for column in columns]))
    (found,) = people(reading)

    assert ("outlook", True) == (reading.kind, any(isinstance(f, Tie) for f in reading.facts))
    assert ("Ana Q Silva Jr.", "Acme", "Director") == (found.name, found.company, found.title)
    assert ("one@example.org", "two@example.org", "three@example.org") == found.emails
    assert {f"+4420794600{i:02}" for i in range(8)} == set(found.phones)
    assert (("Mentor", "Old Friends"), "Leeds") == (found.tags, found.place.partition(",")[0])
    assert ("https://www.linkedin.com/in/ana-silva",) == found.urls
