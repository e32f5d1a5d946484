"""Who is meant: from what somebody types to the one person it names.

A person is named by id, profile URL, e-mail address, by the name or any part of it that only they
have, and by the name with the company: ``Ana Silva (Acme)``. Nobody is guessed: where several
fit, all of them are listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import Final

from netgraph.journal.naming import describe
from netgraph.journal.texts import found_in, has_all
from netgraph.model.actions import Action
from netgraph.model.errors import AmbiguousName, UnknownName
from netgraph.model.records import EGO, Ledger, Person, Source
from netgraph.model.text import asked_for, fold, search_keys

MYSELF: Final = frozenset({"me", "ego", "myself"})
"""Words for ego, where ego can be meant."""

SUGGESTED: Final = 3
LIKE_ENOUGH: Final = 70.0

_URL = re.compile(r"^(?:https?://|www\.|/?in/)|^[\w-]+(?:\.[\w-]+)+/", re.IGNORECASE)
_WITH_COMPANY = (re.compile(r"(.+?)\s*\(([^()]+)\)\s*"), re.compile(r"(.+?)\s*,\s*([^,]+)"))


def find_person(ledger: Ledger, words: str, *, allow_ego: bool = False) -> str:
    """Return the id of the one person that ``words`` name.

    Tried in turn: the id (one that was merged into another, too), the profile URL, the e-mail
    address, the whole name, whole words of it, any part of it, the name with a company. The first
    of these that fits anybody decides.

    Parameters
    ----------
    ledger
        People, one each.
    words
        What somebody typed. Case, accents and punctuation make no difference.
    allow_ego
        Whether the user may be meant, by "me" or their own name.

    Raises
    ------
    UnknownName
        If nobody is meant; the message has up to three names that are alike.
    AmbiguousName
        If several are; ``candidates`` lists them.

    Examples
    --------
    >>> book = Ledger({"p1": Person("p1", "Ana Silva"), "p2": Person("p2", "Ben Ode")})
    >>> find_person(book, "silva")
    'p1'
    >>> find_person(book, "Anna Silva")
    Traceback (most recent call last):
    netgraph.model.errors.UnknownName: nobody is called 'Anna Silva'; did you mean Ana Silva?
    """
    words = " ".join(words.split())
    if words.lower() in MYSELF:
        return _ego(allow_ego, words)
    known = ledger.alias.get(words, words)
    if known in ledger.people:
        return known if known != EGO else _ego(allow_ego, words)
    likely = _likely(ledger, words)
    people = [p for p in likely if allow_ego or p.id != EGO]
    for way in (_by_address, _by_name, _by_name_and_company):
        if found := way(people, words):
            return _only(found, words)
    alike = _alike([p for p in ledger.people.values() if allow_ego or p.id != EGO], words)
    look = None if alike else Action("people")
    raise UnknownName(f"nobody is called {words!r}{alike}", action=look)


def find_target(ledger: Ledger, words: str) -> str:
    """Return the id of the one organisation or person that ``words`` name.

    An organisation is meant by its id, any of its spellings or the first words of its name; see
    `netgraph.identity.firms`. A person whose name it is goes before one that only begins so.

    Raises
    ------
    UnknownName, AmbiguousName
        As `find_person`, if no organisation is called that.

    Examples
    --------
    >>> from netgraph.model.records import Organisation
    >>> firm = Organisation("o1", "Acme", spellings=("Acme", "Acme Inc."))
    >>> find_target(Ledger(organisations={"o1": firm}), "ACME, inc")
    'o1'
    """
    from netgraph.identity.firms import firms_of  # noqa: PLC0415 - few look for a firm

    firms = firms_of(ledger)
    if exact := firms.exactly(ledger.alias.get(words, words)):
        return exact[0]
    try:
        return find_person(ledger, words)
    except UnknownName:
        if not firms.meant(words):
            raise
    return firms.find(words)


def find_source(ledger: Ledger, words: str) -> str:
    """Return the id of the one source that is meant: by its id or label, or by who lent it.

    Raises
    ------
    UnknownName
        If there is none; the message names all there are.
    AmbiguousName
        If several are meant.

    Examples
    --------
    >>> from netgraph.model.records import Source
    >>> lent = Source("linkedin:p3", "linkedin", owner="p3")
    >>> find_source(Ledger({"p3": Person("p3", "Ada Nwosu")}, sources=(lent,)), "ada nwosu")
    'linkedin:p3'
    """
    names = {s.id: {fold(s.id), fold(s.label), _owner(ledger, s)} - {""} for s in ledger.sources}
    found = [i for i in names if i == words] or [i for i, n in names.items() if fold(words) in n]
    if len(found) == 1:
        return found[0]
    known = [_described(ledger, s) for s in sorted(ledger.sources, key=lambda s: s.id)]
    if found:
        raise AmbiguousName(f"{words!r} could be several sources; name one by its id", known)
    raise UnknownName(f"no source is called {words!r}; there are: {', '.join(known) or 'none'}")


def _owner(ledger: Ledger, source: Source) -> str:
    """Return the folded name of a friend who lent a source, "" if it is ego's own."""
    lender = ledger.people.get(ledger.alias.get(source.owner, source.owner))
    return fold(lender.name) if lender and source.owner != EGO else ""


def _described(ledger: Ledger, source: Source) -> str:
    """Return a source with whose it is."""
    lender = ledger.people.get(ledger.alias.get(source.owner, source.owner))
    return f"{source.id} (of {lender.name})" if lender and source.owner != EGO else source.id


def search(ledger: Ledger, query: str = "") -> list[Person]:
    """Return everybody but ego who has all words of a query, by name.

    Names, companies, titles, places, tags, e-mail addresses, former jobs and notes are searched; a
    word may be a part of theirs, in any form in which it is typed (`search_keys`). An empty query
    finds everybody.

    >>> book = Ledger({"p1": Person("p1", "Ana Silva", company="Acme"), "p2": Person("p2", "Al")})
    >>> [p.name for p in search(book, "ACME ana")], [p.name for p in search(book)]
    (['Ana Silva'], ['Al', 'Ana Silva'])
    """
    people, words = ledger.people, asked_for(query)
    return [people[i] for i in found_in(ledger, words)]


def _ego(allowed: bool, words: str) -> str:
    """Return ego, if ego can be meant here."""
    if not allowed:
        raise UnknownName(f"{words!r} is you: name somebody else here")
    return EGO


def _likely(ledger: Ledger, words: str) -> Collection[Person]:
    """Return all who can be meant by a name with a company: who has all words anywhere, and ego.

    Everybody, where nothing is kept that says so without a look at each, or words are an address.
    """
    texts = None if "@" in words or _URL.search(words) else ledger.texts()
    if texts is None:
        return ledger.people.values()
    people, asked = ledger.people, asked_for(words)
    ego = [people[EGO]] if EGO in people else []
    return [*ego, *(people[i] for i, text in texts if has_all(text, asked))]


def _by_address(people: Iterable[Person], words: str) -> list[Person]:
    """Return who has this e-mail address or profile."""
    if "@" not in words and not _URL.search(words):
        return []
    from netgraph.identity.addresses import email_key, profile_key  # noqa: PLC0415 - few type one

    if "@" in words and "/" not in words:
        address = email_key(words)
        return [p for p in people if address and address in map(email_key, p.emails)]
    if not _URL.search(words):
        return []
    key = profile_key(words)
    return [p for p in people if any(profile_key(url) == key for url in p.urls)]


def _by_name(people: Iterable[Person], words: str) -> list[Person]:
    """Return whose name it is, or else who has these words in it, or else this part."""
    wanted = fold(words)
    if not wanted:
        return []
    parts = set(wanted.split())
    people = list(people)
    names = [(fold(p.name), p) for p in people]
    tiers: tuple[Callable[[str], bool], ...] = (
        lambda name: name == wanted,
        lambda name: parts <= set(name.split()),
        lambda name: wanted in name,
        lambda name: all(part in name for part in parts),
    )
    for fits in tiers:
        if found := [p for name, p in names if fits(name)]:
            return found
    return [p for p in people if _is_typed(p.name, words)]


def _is_typed(name: str, words: str) -> bool:
    """Whether a name has all words in one of the forms in which they are typed."""
    keys = "\n".join(search_keys(name))
    return all(any(form in keys for form in forms) for forms in asked_for(words))


def _by_name_and_company(people: Iterable[Person], words: str) -> list[Person]:
    """Return who has the name, at the company that stands after it."""
    for form in _WITH_COMPANY:
        if match := form.fullmatch(words):
            company = fold(match[2]).split()
            there = [p for p in people if all(w in fold(p.company) for w in company)]
            if found := _by_name(there, match[1]):
                return found
    return []


def _only(found: list[Person], words: str) -> str:
    """Return the one person found."""
    if len(found) == 1:
        return found[0].id
    found.sort(key=lambda p: (fold(p.name), p.id))
    raise AmbiguousName(
        f"{len(found)} people fit {words!r}: say which by id, e-mail or company",
        [f"{describe(p)} [{p.id}]" for p in found],
        [p.id for p in found],
    )


def _alike(people: Iterable[Person], words: str) -> str:
    """Return a question that names who is called almost so, "" if nobody is."""
    names = {p.id: fold(p.name) for p in people}
    called = {p.id: p.name for p in people}
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for what is not known

    close = process.extract(
        fold(words), names, scorer=fuzz.WRatio, score_cutoff=LIKE_ENOUGH, limit=SUGGESTED
    )
    if not close:
        return ""
    return f"; did you mean {' or '.join(dict.fromkeys(called[i] for _, _, i in close))}?"
