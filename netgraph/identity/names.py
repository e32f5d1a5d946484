"""The names of people: taken apart as people write them, and compared by what they mean.

A given name is never compared by its letters alone: Daniel and Danielle, Paul and Paula are two
people, Bill and William may be one. What counts is the surname, the given name or a known short
form of it, and that no other part contradicts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from nicknames import NickNamer

from netgraph.identity.vocabulary import entries, phrases
from netgraph.text import clean, fold

CACHED = 1 << 17
FILE = "names.txt"

_PLAIN = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
_PRONOUN = r"(?:she|he|they|ze|xe|it|ella|él|el|elle|elles|iel|lei|lui|sie|er|hij|zij|ela|ele|any)"
_PRONOUNS = re.compile(
    rf"[(\[]\s*{_PRONOUN}\s*(?:[/|,&][^)\]]*)?[)\]]|\b{_PRONOUN}\s*[/|]\s*\w{{2,6}}(?:\s*[/|]\s*\w{{2,6}})*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|(?<!\w)['‘’]([^'‘’]+)['‘’](?!\w)")
_BRACKETED = re.compile(r"[(\[{（【]([^()\[\]{}（）【】]*)[)\]}）】]?")
_BORN = re.compile(
    r"(?<=.)[,;]?\s*\b(?:née|nee|né|born|geb\.|geb|geborene|formerly|maiden name|z domu|roz\."
    r"|rozená)(?=[\s:])[\s:]*([\w'’-]+)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s*[|•·–—‖★☆✦»>~]+\s*|\s+[-/:]+\s+|\s+@\s*")
_INITIALS = re.compile(r"(?<![^\s.])([^\W\d_])\.(?=[^\W\d_](?:\.|\s|$))")
_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe",
     "å": "aa", "Å": "Aa"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, as written but for capitals, marks and decoration.

    `family` has its particles ("von der Leyen"); `nicknames` are what stood in quotes or brackets;
    `maiden` what stood in brackets or after "née", for a bracket may be either; `generation` is
    "jr", "sr", "2", "3", "4" or empty. Any part may be empty.
    """

    given: str = ""
    middle: str = ""
    family: str = ""
    nicknames: tuple[str, ...] = ()
    maiden: tuple[str, ...] = ()
    generation: str = ""


_BY_PARTS = attrgetter("family", "given", "middle", "nicknames", "maiden", "generation")


class Grade(StrEnum):
    """How far two names can be of one person, the surest first."""

    SAME = "same"  # equal, or a known short form
    REVERSED = "reversed"  # equal once given name and surname change places
    VARIANT = "variant"  # another spelling or short form of the same name
    INITIAL = "initial"  # an initial stands for a name
    PARTIAL = "partial"  # what both have agrees, but one has less or another surname beside it
    DIFFERENT = "different"


_TURNED = (Grade.SAME, Grade.VARIANT, Grade.PARTIAL)


class Verdict(NamedTuple):
    """How two names compare, and why, in words."""

    grade: Grade
    reason: str


@lru_cache(maxsize=CACHED)
def parse(name: str) -> PersonName:
    """Take a name apart; titles, credentials, pronouns, emoji and what follows a bar are left out.

    Examples
    --------
    >>> parse("Dr. Ursula von der Leyen, PhD").family
    'von der Leyen'
    >>> parse('Smith, William "Bill" J., Jr. (he/him)')
    PersonName(given='William', middle='J', family='Smith', nicknames=('Bill',), maiden=(), \
generation='jr')
    """
    if _PLAIN.fullmatch(name):
        given, family = name.split()
        if given.lower() not in _special() and family.lower() not in _special():
            return PersonName(given, "", family)
    return _parse(_plain(name))


def compatible(a: PersonName, b: PersonName) -> Verdict:
    """Say whether two names can be of one person.

    The verdict is the same whichever name comes first. A name without letters agrees partially
    with every other.

    Examples
    --------
    >>> compatible(parse("William Smith"), parse("Bill SMITH, MBA"))
    Verdict(grade=<Grade.SAME: 'same'>, reason='Bill is short for William')
    >>> compatible(parse("Daniel Roy"), parse("Danielle Roy")).grade
    <Grade.DIFFERENT: 'different'>
    """
    if a == PersonName() or b == PersonName():
        return Verdict(Grade.PARTIAL, "one has no name")
    a, b = sorted((a, b), key=_BY_PARTS)
    if a.generation and b.generation and a.generation != b.generation:
        return Verdict(Grade.DIFFERENT, "two generations")
    verdict = _in_order(a, b)
    if verdict.grade == Grade.DIFFERENT and a.family and b.family:
        verdict = _turned(a, b) or verdict
    if a.generation != b.generation and verdict.grade in (Grade.SAME, Grade.REVERSED):
        return Verdict(Grade.PARTIAL, f"only one is called {a.generation or b.generation}")
    return verdict


# Taking apart


def _plain(name: str) -> str:
    """Return letters people can type: no emoji, no mathematical letters, no e-mail address."""
    text = unicodedata.normalize("NFKC", clean(name))
    if not text.isascii():
        text = "".join(" " if unicodedata.category(c) in ("So", "Sk", "Co") else c for c in text)
    if "@" in text and " " not in text.strip():
        text = re.sub(r"[._+\d-]+", " ", text.partition("@")[0])
    return text


def _parse(text: str) -> PersonName:
    """Take apart a name that is more than two plain words."""
    text = _PRONOUNS.sub(" ", text)
    nicknames: list[str] = []
    maiden: list[str] = []
    for match in _BORN.finditer(text):
        maiden.append(match[1])
    text = _BORN.sub(" ", text)
    for match in _QUOTED.finditer(text):
        nicknames.append((match[1] or match[2]).strip())
    text = _QUOTED.sub(" ", text)
    for match in _BRACKETED.finditer(text):
        if _is_name(inside := match[1].strip()):
            nicknames.append(inside)
            maiden.append(inside)
    text = _BRACKETED.sub(" ", text)
    text = next((part for part in _BREAK.split(text) if any(map(str.isalpha, part))), "")
    given, middle, family, generation = _arranged(text)
    return PersonName(given, middle, family, tuple(nicknames), tuple(maiden), generation)


def _is_name(inside: str) -> bool:
    """Whether what stands in brackets can be a name: one word that is no credential."""
    words = inside.split()
    return len(words) == 1 and inside[0].isalpha() and not _is_credential(words)


def _arranged(text: str) -> tuple[str, str, str, str]:
    """Return given, middle and family name and generation, whichever order they are in."""
    head, *pieces = (
        piece.split() for piece in text.replace("،", ",").replace("，", ",").split(",")
    )
    generation = ""
    first: list[str] = []
    for piece in pieces:
        piece, found = _without_generation(piece, least=0)
        generation = generation or found
        if piece and not first and not _is_credential(piece) and not _is_role(piece):
            first = _core(piece)
    head, found = _without_generation(head, least=2)
    generation = generation or found
    words = _core(head)
    if not generation:
        words, generation = _without_generation(words, least=2)
    if first and words:
        if len(words) > 2 and len(first) == 1 and not _is_particle(words[0]):
            return (*_in_parts(words), generation)
        return first[0], " ".join(first[1:]), " ".join(words), generation
    return (*_in_parts(words or first), generation)


def _core(words: list[str]) -> list[str]:
    """Drop titles before and credentials behind; set initials apart."""
    words = [word for word in words if any(map(str.isalpha, word))]
    while len(words) > 1 and _is_title(words):
        words = words[1:]
    while len(words) > 1 and (size := _credentials_at_end(words)):
        words = words[:-size]
    spread = _INITIALS.sub(r"\1. ", " ".join(words)).split()
    return [core for word in spread if (core := word.strip(".,;:*_#!?'’‘&+-\"“”"))]


def _is_title(words: list[str]) -> bool:
    """Whether the first word is a title; ambiguous ones need a dot and a name behind."""
    word = _key(words[0])
    if word not in _set("titles") and not (word[:2] == "dr" and "-" in words[0]):
        return False
    marked = words[0].endswith(".") or (words[0].isupper() and not words[-1].isupper())
    return word not in _set("titles only with a dot") or (marked and len(words) > 2)


def _credentials_at_end(words: list[str]) -> int:
    """Return how many words at the end are one credential."""
    for size in (2, 1):
        if len(words) <= size or (tail := _key("".join(words[-size:]))) not in _set("credentials"):
            continue
        if size == 2 and not any("." in word for word in words[-2:]):
            continue
        written = words[-1]
        sure = tail not in _set("credentials that are surnames") and len(words) - size > 1
        dotted = "." in written and len(tail) > 1
        shouting = all(word.isupper() for word in words)
        capitals = written.isupper() and not shouting and len(words) - size > 1
        if (sure and len(tail) > 2) or dotted or capitals:
            return size
    return 0


def _is_credential(words: list[str]) -> bool:
    """Whether all words behind a comma are credentials, known or looking like it."""
    known = _set("credentials")
    if _key("".join(words)) in known:
        return True
    return all(_key(word) in known or _looks_awarded(word) for word in words)


def _looks_awarded(word: str) -> bool:
    """Whether a word looks like PMP, MEd, SHRM-CP or CFA®, not like a name or an initial."""
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 2 or (word.endswith(".") and len(letters) < 3):
        return False
    inner = any(c.isupper() for c in letters[1:])
    return inner and len(letters) <= 8 and not word[1:].islower() and not _is_mixed_name(word)


def _is_mixed_name(word: str) -> bool:
    """Whether capitals inside a word are those of McDonald, Jean-Luc or JOHN."""
    parts = re.split(r"[-'’]", word)
    mixed = any(len(part) > 2 and part[0].isupper() and part[1:].islower() for part in parts)
    long = word.isupper() and len(word) > 3 and "-" not in word and _key(word) in _given_names()
    return mixed or word.startswith(("Mc", "Mac", "De", "Le", "La", "Di")) or long


def _is_role(words: list[str]) -> bool:
    return any(_key(word) in _set("roles") for word in words)


def _without_generation(words: list[str], *, least: int) -> tuple[list[str], str]:
    """Split off a "Jr." at the end when at least so many words stay."""
    if len(words) > least and (found := _generations().get(_key(words[-1]))):
        return words[:-1], found
    return words, ""


def _in_parts(words: list[str]) -> tuple[str, str, str]:
    """Share out words in western order; a surname begins at its first particle."""
    if len(words) < 2:
        return (words[0] if words else ""), "", ""
    begin = len(words) - 1
    for i in range(1, len(words) - 1):
        if _is_particle(words[i]):
            linked = words[i] in ("y", "e", "i") and i > 1
            begin = i - 1 if linked else i
            break
    return words[0], " ".join(words[1:begin]), " ".join(words[begin:])


def _is_particle(word: str) -> bool:
    return _key(word) in _set("particles") and (len(word) > 1 or word.islower())


# Comparing


def _in_order(a: PersonName, b: PersonName) -> Verdict:
    """Compare two names part by part."""
    if not (a.family and b.family):
        return _one_word(a, b)
    surname = _surnames(a, b)
    if surname.grade == Grade.DIFFERENT:
        return surname
    given = _given(a, b)
    if given.grade == Grade.DIFFERENT:
        return given
    if given.grade != Grade.PARTIAL and surname.grade != Grade.PARTIAL and _contradict(a, b):
        return Verdict(Grade.DIFFERENT, "different middle names")
    if surname.grade == Grade.SAME:
        return given
    if given.grade == Grade.SAME:
        return surname
    return Verdict(Grade.PARTIAL, f"{given.reason}; {surname.reason}")


def _turned(a: PersonName, b: PersonName) -> Verdict | None:
    """Compare as if one of the two had the surname first."""
    if _forms(a.given) & _forms(b.family) and _forms(a.family) & _forms(b.given):
        if not _contradict(a, b):
            return Verdict(Grade.REVERSED, "the same words in another order")
    elif any(
        _in_order(PersonName(name.family, name.middle, name.given), other).grade in _TURNED
        for name, other in ((a, b), (b, a))
    ):
        return Verdict(Grade.PARTIAL, "much the same words in another order")
    if sorted(_words(a)) == sorted(_words(b)):
        return Verdict(Grade.PARTIAL, "the same words in another order")
    return None


def _one_word(a: PersonName, b: PersonName) -> Verdict:
    """Compare where one of the names is a single word."""
    single, other = (a, b) if not a.family else (b, a)
    word = _key(single.given)
    whole = _key(other.given + other.middle + other.family)
    if not other.family and word == whole:
        known = any(unicodedata.category(c) == "Lo" for c in single.given)
        return Verdict(Grade.SAME if known else Grade.PARTIAL, "equal single names")
    if word in (whole, _key(other.family + other.given)):
        return Verdict(Grade.VARIANT, "the same letters")
    given = _given(single, other)
    if given.grade in (Grade.SAME, Grade.INITIAL) or _forms(single.given) & _forms(other.family):
        return Verdict(Grade.PARTIAL, "one is a single name")
    return Verdict(Grade.DIFFERENT, "different names")


def _surnames(a: PersonName, b: PersonName) -> Verdict:
    """Compare surnames: equal, an initial, with and without particle, or one of two."""
    if _forms(a.family) & _forms(b.family):
        return Verdict(Grade.SAME, "equal surnames")
    cores = _surname_words(a.family), _surname_words(b.family)
    if any(len(core) == 1 and len(core[0]) == 1 for core in cores):
        first, second = ("".join(core) for core in cores)
        if first[:1] == second[:1] or _key(a.family)[:1] == _key(b.family)[:1]:
            return Verdict(Grade.INITIAL, "an initial for the surname")
    if cores[0] == cores[1] or _without_e(a.family) == _without_e(b.family):
        return Verdict(Grade.VARIANT, "surnames that differ in spelling")
    every = _every_surname(a, cores[0]), _every_surname(b, cores[1])
    if every[0] & set(cores[1]) or every[1] & set(cores[0]):
        return Verdict(Grade.PARTIAL, "one surname in common")
    return Verdict(Grade.DIFFERENT, "different surnames")


def _every_surname(name: PersonName, core: tuple[str, ...]) -> set[str]:
    """Return all words of a name that may serve as its surname."""
    found = {*core, *map(_key, name.maiden), *map(_key, name.middle.split())}
    return {word for word in found if len(word) > 1}


def _given(a: PersonName, b: PersonName) -> Verdict:
    """Compare given names."""
    first, second = _key(a.given), _key(b.given)
    if not first or not second:
        return Verdict(Grade.PARTIAL, "one has no given name")
    if _key(a.given + a.middle) == _key(b.given + b.middle) and len(first + second) > 2:
        return Verdict(Grade.SAME, "equal given names")
    if len(first) == 1 or len(second) == 1:
        return _initial(a, b)
    if _forms(a.given) & _forms(b.given):
        return Verdict(Grade.SAME, "equal given names")
    if first in map(_key, b.nicknames) or second in map(_key, a.nicknames):
        return Verdict(Grade.SAME, "the name in quotes or brackets")
    short, long = sorted((a.given, b.given), key=lambda name: (len(name), name))
    if _key(long) in short_forms(_key(short)) and _key(short) not in short_forms(_key(long)):
        short, long = long, short
    if _key(short) in short_forms(_key(long)):
        return Verdict(Grade.SAME, f"{short} is short for {long}")
    if first in _variants(second) or second in _variants(first):
        return Verdict(Grade.VARIANT, f"{a.given} and {b.given} may be one name")
    return _partly(a, b)


def _initial(a: PersonName, b: PersonName) -> Verdict:
    """Compare given names one of which is a letter."""
    names = [_key(n) for n in (a.given, *a.nicknames)], [_key(n) for n in (b.given, *b.nicknames)]
    if {n[:1] for n in names[0]} & {n[:1] for n in names[1]}:
        return Verdict(Grade.INITIAL, "an initial for the given name")
    return _partly(a, b)


def _partly(a: PersonName, b: PersonName) -> Verdict:
    """Compare given names that are not equal as a whole."""
    if _key(a.given) == _key(b.given + b.middle) or _key(b.given) == _key(a.given + a.middle):
        return Verdict(Grade.SAME, "equal given names")
    first, second = (fold(f"{n.given} {n.middle}").split() for n in (a, b))
    if _key(a.given) in second or _key(b.given) in first or first[0] == second[0]:
        return Verdict(Grade.PARTIAL, "one given name in common")
    if _key(a.given) == "".join(w[0] for w in second) or _key(b.given) == "".join(
        w[0] for w in first
    ):
        return Verdict(Grade.INITIAL, "initials for the given names")
    return Verdict(Grade.DIFFERENT, "different given names")


def _contradict(a: PersonName, b: PersonName) -> bool:
    """Whether the middle names of two people of one given name cannot be of one person."""
    if _key(a.given + a.middle) == _key(b.given + b.middle):
        return False
    if (
        _key(a.given) != _key(b.given)
        and _key(a.given)[:1] == _key(b.given)[:1]
        and (_key(a.given) == _key(b.given + b.middle) or _key(b.given) == _key(a.given + a.middle))
    ):
        return False
    few, many = sorted((fold(a.middle).split(), fold(b.middle).split()), key=len)
    rest = iter(many)
    return not all(any(_agree(word, other) for other in rest) for word in few)


def _agree(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return word == other or other in short_forms(word) or word in short_forms(other)


def _words(name: PersonName) -> list[str]:
    return fold(f"{name.given} {name.middle} {name.family}").split()


@lru_cache(maxsize=CACHED)
def _surname_words(family: str) -> tuple[str, ...]:
    """Return the folded words of a surname but for its particles."""
    words = fold(family).split()
    return tuple(w for w in words if w not in _set("particles") or len(words) == 1) or tuple(words)


@lru_cache(maxsize=CACHED)
def _forms(part: str) -> frozenset[str]:
    """Return the spellings under which a part is compared: Müller is Muller and Mueller."""
    return frozenset({_key(part), _key(part.translate(_GERMAN))})


@lru_cache(maxsize=CACHED)
def _key(part: str) -> str:
    return fold(part).replace(" ", "")


def _without_e(part: str) -> str:
    """Write ae, oe and ue as one letter."""
    return re.sub(r"(?<=[aou])e", "", _key(part))


@lru_cache(maxsize=CACHED)
def short_forms(name: str) -> frozenset[str]:
    """Return the short forms of a folded given name, one way only: William has Bill.

    Examples
    --------
    >>> "kasia" in short_forms("katarzyna"), "robert" in short_forms("bob")
    (True, False)
    """
    own, wrong = _set("names of their own"), _wrong_short_forms()
    known = {short for short in _nicknames().nicknames_of(name) if short not in own}
    known = {short for short in known if name not in wrong.get(short, ())}
    return frozenset(known | _more_short_forms().get(name, frozenset()))


@lru_cache(maxsize=CACHED)
def _variants(name: str) -> frozenset[str]:
    """Return names that may be the same: other spellings, forms of one name, doubtful nicknames."""
    siblings = {s for long in _nicknames().canonicals_of(name) for s in short_forms(long)}
    doubtful = _nicknames().nicknames_of(name) | _nicknames().canonicals_of(name)
    return frozenset(siblings | doubtful | _spellings().get(name, frozenset()))


# Vocabulary


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(_nicknames().nickname_lookup) | frozenset(_more_short_forms())


@cache
def _set(section: str) -> frozenset[str]:
    return frozenset(map(_key, phrases(FILE, section)))


@cache
def _special() -> frozenset[str]:
    sections = ("titles", "credentials", "particles")
    return frozenset().union(*map(_set, sections), _generations())


@cache
def _generations() -> dict[str, str]:
    table = entries(FILE, "generations")
    return {_key(word): usual for usual, others in table for word in (usual, *others)}


@cache
def _more_short_forms() -> dict[str, frozenset[str]]:
    return {_key(n): frozenset(map(_key, short)) for n, short in entries(FILE, "short forms")}


@cache
def _wrong_short_forms() -> dict[str, tuple[str, ...]]:
    return dict(entries(FILE, "not short forms"))


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """Return for each name all others of its lines."""
    found: dict[str, set[str]] = {}
    for usual, others in entries(FILE, "spellings"):
        line = set(map(_key, (usual, *others)))
        for name in line:
            found.setdefault(name, set()).update(line - {name})
    return {name: frozenset(others) for name, others in found.items()}
