"""Which column of any table says what: guessed from its header, or as the user chose.

A choice is written ``field=Column``. ``field="=Text"`` says the same of every row, ``field=``
says that no column is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.ids import identifier
from netgraph.model.records import Ledger, Statement
from netgraph.model.text import fold
from netgraph.sources.tables import column_key

_KIND = (
    "(?:current|present|primary|preferred|work|business|office|personal|private|home|main|"
    "contact|alternate|secondary|your|my|person)?"
)
_WHOSE = "(?:alumn[a-z]*|member|volunteer|contact|student|graduate|participant|mentor|person)?"

FIELDS: Final[Mapping[str, str]] = {
    "name": rf"{_WHOSE}(?:full|display|complete)?name|contact|person|volunteer|member|alumn(?:us|a)"
    r"|nomecompleto|nombrecompleto|nombreyapellidos?|nomcomplet|nomprenom|vollstandigername"
    r"|vorundnachname|imieinazwisko|nominativo|naam",
    "first": rf"{_WHOSE}(?:first|given|fore|preferredfirst)(?:name)?|vorname|prenom|nombres?"
    r"|primeironome|voornaam|imie|fornavn|fornamn|etunimi",
    "middle": "middle(?:name|initial)?",
    "last": rf"{_WHOSE}(?:last|family|sur)(?:name)?|nachname|familienname|nomdefamille|apellidos?"
    r"|sobrenome|cognome|achternaam|nazwisko|etternavn|efternamn|sukunimi",
    "email": rf"{_KIND}e?mail(?:id|address|addresses)?\d?|{_KIND}emails|correo(?:electronico)?"
    r"|courriel|adressemail|adresseemail|emailadresse|enderecodeemail|posta|sahkoposti",
    "phone": rf"{_KIND}(?:mobile|phone|tele?phone|tel|cell|handphone|whatsapp|direct)"
    r"(?:phone|number|no|num|nr)?\d?|telefono?|telefone|telefon\w*|handy|movil|celular|portable",
    "company": rf"{_KIND}(?:company|employer|organi[sz]ation|firm|workplace|affiliation"
    r"|placeofwork)(?:name)?|firma|unternehmen|arbeitgeber|empresa|entreprise|societe|employeur"
    r"|azienda|bedrijf|werkgever|firmanavn|foretag|yritys|pracodawca",
    "title": rf"{_KIND}(?:job|position)?(?:title|role|position|designation|occupation|profession)"
    r"|jobtitle|job|beruf|stelle|cargo|puesto|poste|fonction|ruolo|functie|stanowisko|stilling",
    "place": rf"{_KIND}(?:city|town|location|place)|based(?:in)?|stadt|ort|wohnort|ciudad|cidade"
    r"|ville|lieu|citta|plaats|miasto",
    "country": rf"{_KIND}country(?:region)?|land|pais|pays|paese|kraj",
    "class_year": r"(?:social|preferred|primary)?class(?:year|of)|class|(?:year|date)of"
    r"(?:graduation|passing|passout|completion)|(?:graduation|grad|passing|passout|batch|degree"
    r"|completion|end)(?:ing)?(?:year|date)?|graduated(?:in)?|batch|cohort|vintage|year|yog|yop"
    r"|jahrgang|abschlussjahr|promotion|promocion|anneedediplome|ano|anno",
    "school": r"(?:school|university|college|institut(?:e|ion)|almamater|faculty|campus)(?:name)?"
    r"|hochschule|universitat|schule|universidad|universidade|universite|ecole|universita",
    "degree": r"(?:academic)?degree(?:code|name|type)?|program(?:me)?|qualification|abschluss",
    "major": r"(?:current)?major(?:description)?|branch|fieldofstudy|concentration|course"
    r"|discipline|stream|specialization|specialisation|studiengang|carrera|curso|filiere",
    "url": r"(?:person|member|public)?linkedin(?:profile|member)?(?:url|link|page|address|id)?"
    r"|(?:default)?profileurl|(?:linkedin)?profile(?:link)?|linkedinurlpublic",
    "tags": "tags?|labels?|categor(?:y|ies)|groups?|list|lists",
    "relation": r"relation(?:ship)?|howiknow\w*|howweknow\w*|howdoyouknow\w*|knownfrom|closeness"
    r"|beziehung|relacion",
}  # fmt: skip
"""What can be said of a person -> the names, folded, of columns that mean it."""

TELLING: Final = frozenset(
    {"email", "phone", "company", "title", "class_year", "school", "degree", "major", "url"}
)
"""A table is about people if it has their names and one of these."""

_PATTERNS: Final = {field: re.compile(names) for field, names in FIELDS.items()}
_ABOUT_EGO = frozenset({"verificationtype"})  # LinkedIn's check of the owner's own passport
_SALUTATIONS = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam herr frau m mme mlle sr sra srta".split()  # noqa: SIM905
)


def guess(columns: Sequence[str]) -> dict[str, list[int]]:
    """Return which columns seem to say what, by their names alone.

    >>> guess(("Full Name", "Email ID", "Year of passing", "Branch", "Mobile", "Hostel"))
    {'name': [0], 'email': [1], 'phone': [4], 'class_year': [2], 'major': [3]}
    """
    names = [fold(column).replace(" ", "") for column in columns]
    found: dict[str, list[int]] = {}
    taken: set[int] = set()
    for field, pattern in _PATTERNS.items():
        where = [at for at, n in enumerate(names) if at not in taken and pattern.fullmatch(n)]
        if where:
            found[field] = where
            taken.update(where)
    if len(found.get("title", ())) > 1:  # beside "Job Title", "Title" is Mr or Dr
        found["title"] = [at for at in found["title"] if names[at] != "title"] or found["title"]
    return found


def about_people(columns: Sequence[str]) -> bool:
    """Whether a header is one of a table of people.

    >>> about_people(("Name", "Employer")), about_people(("Name", "Licence", "Url"))
    (True, False)
    """
    found = guess(columns)
    named = "name" in found or {"first", "last"} <= found.keys()
    alien = {fold(c).replace(" ", "") for c in columns} & _ABOUT_EGO
    return named and not alien and bool(TELLING & found.keys())


def without_salutations(
    where: Mapping[str, Sequence[int]], rows: Iterable[Sequence[str]]
) -> dict[str, list[int]]:
    """Return the columns without a title that is Mr or Dr in all of some rows."""
    rows = list(rows)
    kept = {field: list(some) for field, some in where.items()}
    for at in where.get("title", ()):
        words = {fold(row[at]) for row in rows if at < len(row)} - {""}
        if words and words <= _SALUTATIONS:
            kept["title"].remove(at)
    return {field: some for field, some in kept.items() if some}


def choose(
    columns: Sequence[str], guessed: Mapping[str, list[int]], chosen: Mapping[str, str]
) -> tuple[dict[str, list[int]], dict[str, str]]:
    """Return which columns say what, the user's choice before the guess, and what all rows say.

    >>> choose(("Who", "Employer"), {"company": [1]}, {"name": "who", "school": "=Hill College"})
    ({'company': [1], 'name': [0]}, {'school': 'Hill College'})

    Raises
    ------
    InvalidInput
        If there is no such field, or the table has no such column.
    """
    keys = [column_key(column) for column in columns]
    where = {field: list(some) for field, some in guessed.items() if field not in chosen}
    constants: dict[str, str] = {}
    if "name" in chosen:
        where = {f: some for f, some in where.items() if f not in ("first", "middle", "last")}
    for field, column in chosen.items():
        if field not in FIELDS:
            raise InvalidInput(f"there is no field {field!r}: choose from {', '.join(FIELDS)}")
        if column.startswith("="):
            constants[field] = column[1:].strip()
        elif column and column_key(column) not in keys:
            shown = ", ".join(c for c in columns[:30] if c)
            raise InvalidInput(f"there is no column {column!r}; there are: {shown}")
        elif column:
            at = keys.index(column_key(column))
            where = {f: [p for p in some if p != at] for f, some in where.items()}
            where[field] = [at]
    return {field: some for field, some in where.items() if some}, constants


def shape(columns: Iterable[str]) -> str:
    """Return what names a header of these columns, whatever their order.

    >>> shape(("Name", "Employer")) == shape(("employer", "NAME"))
    True
    """
    return identifier("columns:", *sorted({column_key(column) for column in columns}))


def remember(columns: Sequence[str], chosen: Mapping[str, str]) -> Statement:
    """Return the user's choice as a fact, for the next file with these columns."""
    subject = shape(columns)
    value = tuple(chain.from_iterable(sorted(chosen.items())))
    return Statement(ids.statement(subject, "mapping", None), subject, "mapping", value)


def remembered(known: Ledger) -> dict[str, dict[str, str]]:
    """Return the choices made for earlier files, by the shape of their header."""
    found: dict[str, dict[str, str]] = {}
    for statement in known.statements:
        if statement.field == "mapping" and isinstance(statement.value, tuple):
            fields, columns = statement.value[::2], statement.value[1::2]
            found[statement.subject] = dict(zip(fields, columns, strict=False))
    return found
