"""What all address books share: each entry is a person, and whose book it is knows them.

An entry is a `Person` without an id. Its id comes from its first e-mail address, else its profile,
else its name with its telephone or company, so the same entry has the same id in every file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Final

from netgraph.identity.addresses import is_desk, profile_url, slug_of
from netgraph.identity.companies import company_key, ends_in_form
from netgraph.identity.given_names import is_given_name
from netgraph.identity.names import generation_in, is_all_in_brackets, key, parse, spoken
from netgraph.model import ids
from netgraph.model.records import EGO, Basis, Fact, Person, Source, Tie
from netgraph.model.statements import value_of
from netgraph.model.text import clean, fold
from netgraph.sources.protocol import Context, Reading, Skip
from netgraph.sources.updates import newest

MOST = 50
"""E-mail addresses, telephones or labels of one entry that are kept."""

STRANGER: Final = "stranger"
"""Said by an entry of somebody whom the owner of the book does not know."""

ROUNDED: Final = 11
"""Digits from which a number that ends in five zeros was rounded."""

SHORTEST: Final = 5
"""Digits of the shortest telephone number; shorter is an extension, or a mark for none."""

_QUOTES: Final = frozenset({"''", '""', "“”", "‘’", "„“", "„”", "«»", "»«", "『』", "「」"})
_AS_TEXT: Final = "='\""
"""Signs with which a spreadsheet is told that a cell is no number."""

_EMAIL = re.compile(r"[^\s@,;:<>()\[\]\"\\]{1,64}+@[^\s@,;:<>()\[\]\"\\]{1,255}")
_SEPARATORS = re.compile(r" ::: |[,;\n]")
_SCIENTIFIC = re.compile(r"\+?(\d)(?:[.,](\d{1,15}))?[eE]\+?(\d{1,2})")
_AMOUNT = re.compile(r"(\d{1,3}(?:([,.])\d{3})(?:\2\d{3}){2,}|\d{7,})(?:[.,]0{1,3})?")
_TOO_WIDE = re.compile(r"#{2,}")
_NOT_ONE = re.compile(r"(\d)\1*|0?123456789?0?")
_NO_DIGIT = re.compile(r"\D+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file: where it stands, who it is, the row itself, what else it says.

    ``spoiled`` is a telephone number of which a spreadsheet has kept the beginning only.
    """

    line: int
    person: Person
    row: tuple[str, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)
    spoiled: str = ""


def source_of(kind: str, context: Context, *, label: str = "") -> Source:
    """Return the source that a kind of file of one owner is.

    >>> from datetime import date
    >>> source_of("google", Context(date(2026, 5, 1), owner="p7")).id
    'google:p7'
    """
    i = kind if context.owner == EGO else f"{kind}:{context.owner}"
    return Source(i, kind.partition(":")[0], context.owner, label)


def read_book(
    path: str,
    kind: str,
    entries: Iterable[Entry | Skip],
    source: Source,
    context: Context,
    *,
    more: Callable[[Entry, str], Iterable[Fact]] = lambda entry, person: (),
    tie: bool = True,
    day: date | None = None,
) -> Reading:
    """Return what the entries of one book say: people, and a tie of its owner to each.

    ``more`` adds to an entry's facts what only its format knows, ``day`` is that of the file if it
    says one. Entries of one person are joined, and all but the first are reported.
    """
    read = list(entries)
    skipped = [entry for entry in read if isinstance(entry, Skip)]
    groups = _by_person([entry for entry in read if isinstance(entry, Entry)], source, context)
    own = owner_emails(context)
    day = _past(day, context)
    facts: list[Fact] = [replace(source, snapshot=day)]
    jobs = {p.id: p for p in context.known.positions}
    lines: dict[str, int] = {}
    for i, group in groups.items():
        first = group[0]
        person = _joined(group)
        person = replace(person, id=i, source=source.id, seen=day or _past(person.seen, context))
        lines[i] = first.line
        facts += newest(context.known.people.get(i), person, jobs)
        if tie and STRANGER not in first.said and own.isdisjoint(person.emails):
            facts.append(_tie(source, i))
        facts.extend(fact for entry in group for fact in more(entry, i))
        skipped += [
            Skip(e.line, f"the same person as in line {first.line}: joined with it", e.row)
            for e in group[1:]
        ]
    skipped.sort(key=lambda skip: skip.line)
    note = _spoiled_note([e for e in read if isinstance(e, Entry) and e.spoiled])
    return Reading(path, kind, len(read), 0, tuple(skipped), tuple(facts), note, lines=lines)


def _spoiled_note(entries: Sequence[Entry]) -> str:
    """Say which telephone numbers a spreadsheet has spoiled."""
    if not entries:
        return ""
    numbers = "1 telephone number" if len(entries) == 1 else f"{len(entries)} telephone numbers"
    first = f"line {entries[0].line}, {clean(entries[0].spoiled, limit=40)!r}"
    return (
        f"{numbers} spoiled by a spreadsheet and left out (first: {first}): "
        "make the column text there, enter them again, and import the file once more"
    )


def _past(day: date | None, context: Context) -> date | None:
    """Return a day, unless it is still to come: then nothing follows from it."""
    return day if day and day <= context.as_of else None


def _tie(source: Source, person: str) -> Tie:
    """Return that the owner has somebody in their book, which says nothing of how close."""
    i = ids.in_book(source.id, source.owner, person)
    return Tie(i, source.owner, person, Basis.OBSERVED, "address book", source=source.id)


def _by_person(
    entries: Sequence[Entry], source: Source, context: Context
) -> Mapping[str, list[Entry]]:
    """Gather the entries by the id of their person, in the order of the file."""
    shared: defaultdict[str, list[list[Entry]]] = defaultdict(list)
    for entry in entries:
        groups = shared[person_key(entry.person)]
        name = fold(entry.person.name)
        for group in groups:
            if _one_name(name, fold(group[0].person.name)):
                group.append(entry)
                break
        else:
            groups.append([entry])
    of_group: dict[int, str] = {}
    for said_by, groups in shared.items():
        plain = ids.entry(source.id, said_by)
        known = context.known.people.get(plain)
        said = fold(known.name) if known else ""
        ranked = sorted(
            ((fold(group[0].person.name), group) for group in groups),
            key=lambda item: (not (said and _one_name(item[0], said)), item[0]),
        )
        for place, (name, group) in enumerate(ranked):  # a couple may share an address
            of_group[id(group)] = ids.entry(source.id, said_by, name) if place else plain
    in_order = sorted(chain.from_iterable(shared.values()), key=lambda group: group[0].line)
    return {of_group[id(group)]: group for group in in_order}


def _one_name(a: str, b: str) -> bool:
    """Whether two folded names beside one address can be one person's, not two of a family's."""
    one, other = set(a.split()), set(b.split())
    if one == other:
        return True
    first, second = parse(a), parse(b)
    is_one_given = first.given == second.given or 1 in (len(one), len(other))
    return first.generation == second.generation and is_one_given and (one <= other or other <= one)


def person_key(person: Person) -> str:
    """Return what tells an entry from all others of its source.

    >>> person_key(Person("", "Ana", emails=("a@example.org", "b@example.org")))
    'a@example.org'
    >>> person_key(Person("", "Ana Silva", phones=("+15550100",)))
    'ana silva|+15550100'
    """
    if person.emails:
        return person.emails[0]
    for url in person.urls:
        if slug := slug_of(url):
            return f"in/{slug}"
    return f"{fold(person.name)}|{next(iter(person.phones), '') or fold(person.company)}"


def _joined(group: Sequence[Entry]) -> Person:
    """Return one person for several entries: the first that says something is heard."""
    people = [entry.person for entry in group]
    if len(people) == 1:
        return people[0]

    def text(name: str) -> str:
        return next((value for p in people if (value := getattr(p, name))), "")

    def merged(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(chain.from_iterable(getattr(p, name) for p in people)))[:MOST]

    job = next((p for p in people if p.company or p.title), people[0])
    return replace(
        people[0],
        name=max((p.name for p in people), key=lambda name: ("@" not in name, len(name), name)),
        emails=merged("emails"),
        urls=merged("urls"),
        phones=merged("phones"),
        tags=merged("tags"),
        company=job.company,
        title=job.title,
        place=text("place"),
        seen=max((p.seen for p in people if p.seen), default=None),
    )


def with_suffix(name: str, suffix: str) -> str:
    """Return a name with what tells father and son apart, if that is what the suffix says.

    >>> with_suffix("Robert Hale", "Jr."), with_suffix("Robert Hale", "PhD")
    ('Robert Hale Jr.', 'Robert Hale')
    """
    generation = generation_in(suffix)
    return f"{name} {generation}" if name and generation and not parse(name).generation else name


def is_firm(name: str, company: str, emails: Iterable[str] = (), *, in_parts: bool) -> bool:
    """Whether an entry of this name is a firm's: called like its company, or as only firms are.

    One without a name is if nobody but a desk of the firm's reads its mail.

    ``in_parts`` says that the entry has a given name and a surname, as only people do.

    >>> is_firm("Orchard Ltd", "Orchard Limited", in_parts=False)
    True
    >>> is_firm("Jane Doe", "Jane Doe", in_parts=False), is_firm("Oak", "Oak", in_parts=True)
    (False, False)
    """
    if not fold(name):
        addresses = list(email_addresses(" ::: ".join(emails)))
        return bool(company and addresses) and all(map(is_desk, addresses))
    if ends_in_form(name):
        return True
    same = fold(name) == fold(company) or company_key(name) == company_key(company) != ""
    return same and not in_parts and not is_given_name(key(parse(name).given))


def make_person(
    name: str = "",
    *,
    emails: Iterable[str] = (),
    urls: Iterable[str] = (),
    phones: Iterable[str] = (),
    tags: Iterable[str] = (),
    company: str = "",
    title: str = "",
    place: str = "",
) -> Person | None:
    """Return an entry's person from cells as they are, or None if it names nobody.

    Of an entry without a name, the e-mail address is the name.
    """
    addresses = _all(emails, email_addresses)
    shown = spoken(_unquoted(clean(name)))
    if not fold(shown) or is_all_in_brackets(shown):
        shown = addresses[0] if addresses else ""
    if not shown:
        return None
    return Person(
        "",
        shown,
        emails=addresses,
        urls=_all(urls, profiles),
        phones=_all(phones, phone_numbers),
        company=clean(company),
        title=clean(title),
        place=clean(place),
        tags=_all(tags, _labels),
    )


def _unquoted(name: str) -> str:
    """Return a name without the quotes around the whole of it.

    >>> _unquoted("“Ben Oak”"), _unquoted("'Ben Oak'"), _unquoted('Ben "Benny" Oak')
    ('Ben Oak', 'Ben Oak', 'Ben "Benny" Oak')
    """
    inside = name[1:-1].strip()
    whole = name[:1] + name[-1:] in _QUOTES and not {name[0], name[-1]} & {*inside}
    return inside if inside and whole else name


def _all(texts: Iterable[str], parse: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Parse every text and return what was found, each thing once."""
    return tuple(dict.fromkeys(found for text in texts if text for found in parse(text)))[:MOST]


def _labels(text: str) -> Iterator[str]:
    """Yield a label, unless everybody has it."""
    label = clean(text, limit=100)
    if label and fold(label) not in ("mycontacts", "my contacts"):
        yield label


def email_addresses(text: str) -> Iterator[str]:
    """Yield the e-mail addresses in a cell, in lower case.

    >>> list(email_addresses("Ana <Ana@Example.org> ::: mailto:b@example.org; /o=Exchange/cn=x"))
    ['ana@example.org', 'b@example.org']
    """
    for found in _EMAIL.findall(text[:10_000]):
        if address := clean(found).lower().strip(".'"):
            yield address


def profiles(text: str) -> Iterator[str]:
    """Yield the LinkedIn profiles in a cell, in the one form that is kept.

    >>> list(profiles("https://ana.example.org ::: http://de.linkedin.com/in/Ana-Silva/"))
    ['https://www.linkedin.com/in/ana-silva']
    """
    if "linkedin" in text[:10_000].lower():
        for part in _SEPARATORS.split(text[:10_000]):
            if slug := slug_of(part.replace("\\:", ":")):
                yield profile_url(slug)


def phone_numbers(text: str) -> Iterator[str]:
    """Yield the telephone numbers in a cell: in full if the country is said, else their digits.

    >>> list(phone_numbers("+44 (0)20 7946 0018 ::: (555) 010-0199"))
    ['+442079460018', '5550100199']
    """
    for cell in text[:10_000].split(" ::: "):
        whole = _as_typed(cell.strip())
        for part in _SEPARATORS.split(whole):
            if part.startswith("ext="):
                continue
            number = _phone_number(part.strip()[:60])
            digits = number.removeprefix("+")
            if len(digits) >= SHORTEST and not _NOT_ONE.fullmatch(digits):
                yield number


def is_spoiled(text: str) -> bool:
    """Whether a spreadsheet has taken a telephone number for an amount and lost its end.

    >>> is_spoiled("4.79176E+11"), is_spoiled("4.47900900123E+11"), is_spoiled("########")
    (True, False, True)
    """
    return any(bool(cell.strip()) and not _as_typed(cell.strip()) for cell in text.split(" ::: "))


@lru_cache(maxsize=1 << 14)
def _as_typed(text: str) -> str:
    """Return a number as it was before a spreadsheet took it for an amount; empty if it is lost.

    >>> _as_typed("447900900123.0"), _as_typed("4,79E+11"), _as_typed("447,900,900,123")
    ('447900900123', '', '447900900123')
    >>> _as_typed("'+447900900123"), _as_typed('="0044 7900"')
    ('+447900900123', '0044 7900')
    """
    text = text.strip(_AS_TEXT)
    if found := _SCIENTIFIC.fullmatch(text):
        whole, rest, exponent = found[1], found[2] or "", int(found[3])
        return whole + rest.ljust(exponent, "0") if len(rest) >= exponent else ""
    if found := _AMOUNT.fullmatch(text):
        text = _NO_DIGIT.sub("", found[1])
        return "" if len(text) >= ROUNDED and text.endswith("00000") else text
    return "" if _TOO_WIDE.fullmatch(text) else text


@lru_cache(maxsize=1 << 16)
def _phone_number(text: str) -> str:
    """Return one number."""
    text = text.removeprefix("tel:")
    if text.startswith("+"):
        import phonenumbers  # noqa: PLC0415 - heavy, and most entries have no such number

        with suppress(phonenumbers.NumberParseException):
            number = phonenumbers.parse(text)
            number.extension = None
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return _NO_DIGIT.sub("", clean(text))


def owner_emails(context: Context) -> frozenset[str]:
    """Return the e-mail addresses that are known to be those of whose data it is."""
    known, owner = context.known, context.owner
    same = {owner}
    for match in known.matches:
        if match.same and owner in (match.a, match.b):
            same |= {match.a, match.b}
    found = {e for i in same if (person := known.people.get(i)) for e in person.emails}
    for i in same:
        found |= set(value_of(known.statements, i, "email") or ())
    return frozenset(e.lower() for e in found if e)
