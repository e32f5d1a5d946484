"""How the id of every fact is made: one function for each recipe, from what makes it that fact.

The same parts give the same id on every machine, so reading a file again makes no second fact.
What kind of record something is stands in a field of it; nobody looks at an id to find out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from hashlib import blake2b
from struct import unpack

from netgraph.model.records import EGO, YOU
from netgraph.model.text import fold

_BASE_32 = "abcdefghijklmnopqrstuvwxyz234567"
_BYTES = 8
_PAIRS = [a + b for a in _BASE_32 for b in _BASE_32]


def identifier(kind: str, *parts: str) -> str:
    """Make the id of a fact from what makes it that fact.

    The same parts give the same id on every machine; ten characters of base 32 (50 bits) keep
    60,000 people apart with odds of 600,000 to 1.

    >>> identifier("p", "linkedin", "ana-silva")
    'pi3wtofys6n'
    >>> identifier("p", "ab", "c") == identifier("p", "a", "bc")
    False
    """
    return _identified(kind, ("\x1f".join(parts),))[0]


def _identified(kind: str, texts: Iterable[str]) -> list[str]:
    """Make the ids of many facts of a kind, each of all that makes it that fact as one text."""
    said = b"".join([
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
        for text in texts
    ])  # fmt: skip
    pairs = _PAIRS  # two letters at once: an import makes some 200,000 ids
    return [
        f"{kind}{pairs[n >> 54]}{pairs[n >> 44 & 1023]}{pairs[n >> 34 & 1023]}"
        f"{pairs[n >> 24 & 1023]}{pairs[n >> 14 & 1023]}"
        for n in unpack(f">{len(said) // _BYTES}Q", said)
    ]


def numbered(prefix: str, parts: tuple[str, ...], taken: Collection[str]) -> str:
    """Return the first id for these parts that is not taken, counting those alike.

    >>> first = numbered("p", ("you", "ana"), ())
    >>> numbered("p", ("you", "ana"), {first}) == first
    False
    """
    count = 1
    while (found := identifier(prefix, *parts, str(count))) in taken:
        count += 1
    return found


def profile(source: str, slug: str) -> str:
    """Return the id of a person by what is individual in their profile's address."""
    return identifier("p", source, slug)


def mention(source: str, name: str, company: str = "") -> str:
    """Return the id of somebody of whom a source tells only the name.

    >>> mention("linkedin", "Ana Silva") == mention("linkedin", "ana  silva")
    True
    """
    return identifier("p", source, "", fold(name), *filter(None, [fold(company)]))


def unprofiled(source: str, name: str, since: date | None, taken: Collection[str]) -> str:
    """Return the id of a connection without a profile's address, by name and day."""
    return numbered("p", (source, "", name, since.isoformat() if since else "undated"), taken)


def entry(source: str, *key: str) -> str:
    """Return the id of a person in an address book, by address or number, or else by name."""
    return identifier("p", source, *key)


def lender(name: str) -> str:
    """Return the id of a friend whose export it is."""
    return identifier("p", YOU, "owner", fold(name))


def typed(name: str, taken: Collection[str]) -> str:
    """Return the id of somebody whom the user wrote down."""
    return numbered("p", (YOU, fold(name)), taken)


def job(person: str, company: str, title: str) -> str:
    """Return the id of a job that somebody had by an older file."""
    return identifier("w", person, company, title)


def position(person: str, sort: str, organisation: str, title: str, first: str) -> str:
    """Return the id of a job, school or club of a profile, by what and since when it was."""
    return identifier("w", person, sort, organisation, title, first)


def connection(source: str, person: str) -> str:
    """Return the id of the tie to somebody in the list of a LinkedIn account."""
    return identifier("t", source, person)


def in_book(source: str, owner: str, person: str) -> str:
    """Return the id of the tie to somebody in an address book."""
    return identifier("t", source, owner, person)


def related(source: str, u: str, v: str) -> str:
    """Return the id of the tie between two people of an address book, in whichever order.

    >>> related("book", "ben", "ana") == related("book", "ana", "ben")
    True
    """
    return identifier("t", source, "related", *sorted((u, v)))


def stated_tie(u: str, v: str, day: date | None) -> str:
    """Return the id of what the user says of two people on a day, in whichever order.

    >>> stated_tie("ben", "ana", None) == stated_tie("ana", "ben", None)
    True
    """
    u, v = (EGO, v if u == EGO else u) if EGO in (u, v) else sorted((u, v))
    return identifier("t", YOU, u, v, *([day.isoformat()] if day else []))


def relation(u: str, v: str, role: str, day: date | None, source: str = YOU) -> str:
    """Return the id of what somebody is to somebody, by whom it was said and on which day."""
    return identifier("l", source, u, v, fold(role), *([day.isoformat()] if day else []))


def statement(subject: str, field: str, day: date | None) -> str:
    """Return the id of what the user says of something on a day."""
    return identifier("s", subject, field, *([day.isoformat()] if day else []))


def event(source: str, *key: str) -> str:
    """Return the id of an event that a file tells, by what makes it one: who, when, which one."""
    return identifier("e", source, *key)


def messages(source: str, giver: str, taker: str, when: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids of what one wrote to another, by minutes and which of its minute each is.

    >>> messages("x", "ana", "me", [("12:00", "1")]) == [event("x", "12:00", "ana", "me", "1")]
    True
    """
    both = f"\x1f{giver}\x1f{taker}\x1f"
    return _identified("e", [f"{source}\x1f{minute}{both}{number}" for minute, number in when])


def note(kind: str, day: date, words: str) -> str:
    """Return the id of what the user wrote down on a day about the search as a whole."""
    return identifier("e", YOU, kind, day.isoformat(), words)


def gathering(source: str, *key: str) -> str:
    """Return the id of a meeting or circle of several, by its own name or by who belongs to it."""
    return identifier("g", source, *key)


def conversation(source: str, key: str) -> str:
    """Return the id of a conversation of several, by the file's own name for it."""
    return identifier("c", source, key)


def wish(source: str, sort: str, firm: str, title: str, when: str) -> str:
    """Return the id of a firm or job that somebody has an eye on."""
    return identifier("h", source, sort, firm, title, when)


def columns(keys: Collection[str]) -> str:
    """Return what a table is remembered by: the names of its columns, in whichever order.

    >>> columns(["name", "firm"]) == columns(["firm", "name"])
    True
    """
    return identifier("columns:", *sorted(set(keys)))


def match(a: str, b: str) -> str:
    """Return the id of what is known of two records, in whichever order."""
    return identifier("m", *sorted((a, b)))


def organisation(kind: str, key: str) -> str:
    """Return the id of a firm, school or club by the key of its name."""
    return identifier("o", kind, key)


def debrief(person: str, day: date | None, taken: Collection[str]) -> str:
    """Return the id of what was written down after a talk."""
    return numbered("d", (YOU, person, day.isoformat() if day else ""), taken)


def evidence(person: str, day: date | None, hypothesis: str, taken: Collection[str]) -> str:
    """Return the id of what somebody said about a hypothesis in a talk."""
    return numbered("v", (YOU, person, day.isoformat() if day else "", hypothesis), taken)


def application(firm: str, title: str, taken: Collection[str]) -> str:
    """Return the id of a place that ego applies for."""
    return numbered("j", (YOU, fold(firm), fold(title)), taken)


def appointment(plan: str) -> str:
    """Return the id of the hour and place of a planned talk: each has one."""
    return identifier("k", plan)


def task(kind: str, person: str, about: str) -> str:
    """Return what a calendar knows something due by, so that a newer file updates it."""
    return identifier("due", kind, person, about)


def talk(plan: str) -> str:
    """Return what a calendar knows a planned talk by."""
    return identifier("talk", plan)


def shuffled(key: str) -> str:
    """Return what sorts words in an order that says nothing of them."""
    return identifier("", key)
