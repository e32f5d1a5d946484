"""Address books in the languages that Outlook and Thunderbird speak, as their users save them."""

from __future__ import annotations

import io
from datetime import date
from typing import Final

import pytest

from netgraph.model.records import Person, Tie
from netgraph.sources import FORMATS, Context, Document, Reading
from netgraph.sources.column_words import meaning

OUTLOOK: Final = {
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

THUNDERBIRD: Final = {
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


def read(text: str, page: str = "utf-8") -> Reading:
    data = text.encode(page)
    file = Document("a.csv", "a.csv", "a.csv", len(data), data[:16384], lambda: io.BytesIO(data))
    form, kind = next((f, k) for f in FORMATS if (k := f.claims(file)))
    return next(iter(form.read([(kind, file)], Context(date(2026, 5, 1)))))


def person(reading: Reading) -> Person:
    (found,) = (fact for fact in reading.facts if isinstance(fact, Person))
    return found


def has_tie(reading: Reading) -> bool:
    return any(isinstance(fact, Tie) for fact in reading.facts)


@pytest.mark.parametrize("language", OUTLOOK)
def test_outlook_says_the_same_in_every_language(language: str) -> None:
    page, header, (first, last), firm, job, town = OUTLOOK[language]
    row = (
        f",{first},,{last},Jr.,{firm},,{job},,{town},,+44 20 7946 0018,+44 20 7946 0019"
        f",+44 20 7946 0020,one@example.org,SMTP,{first},two@example.org,Mentor,"
    )

    reading = read(f"{header}\n{row}\n", page)
    found = person(reading)

    assert ("outlook", True) == (reading.kind, has_tie(reading))
    assert (f"{first} {last} Jr.", firm, job) == (found.name, found.company, found.title)
    assert (town, ("Mentor",)) == (found.place, found.tags)
    assert ("one@example.org", "two@example.org") == found.emails
    assert ("+442079460018", "+442079460019", "+442079460020") == found.phones


@pytest.mark.parametrize("language", THUNDERBIRD)
def test_thunderbird_says_the_same_in_every_language(language: str) -> None:
    row = (
        "Gwen,Price,Gwen Price,,one@example.org,two@example.org,,+44 20 7946 0018"
        ",+44 20 7946 0019,+44 20 7946 0020,Leeds,,Baker,Price Ltd"
    )

    reading = read(f"{THUNDERBIRD[language]}\n{row}\n")
    found = person(reading)

    assert ("thunderbird", True) == (reading.kind, has_tie(reading))
    assert ("Gwen Price", "Price Ltd", "Baker") == (found.name, found.company, found.title)
    assert (("one@example.org", "two@example.org"), "Leeds") == (found.emails, found.place)
    assert ("+442079460018", "+442079460019", "+442079460020") == found.phones


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
    found = person(read(f"{header}\n{row}\n"))

    assert ("Gwen Price", "Oak", ("g@example.org",)) == (found.name, found.company, found.emails)


def test_words_that_are_of_somebody_else_mean_nothing() -> None:
    others = ["Assistant's Phone", "Name Assistent", "Manager's Name", "Business Fax", "Telex",
              "Telefon Assistent", "Nom de l'assistant(e)", "Spouse", "E-mail Type"]  # fmt: skip

    assert {"", "display"} == set(map(meaning, others))
