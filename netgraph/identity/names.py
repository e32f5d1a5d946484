"""The names of people, taken apart as people write them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from netgraph.identity.given_names import is_given_name
from netgraph.model.base_record import Record
from netgraph.model.text import clean, fold
from netgraph.model.vocabulary import entries, phrases

CACHED = 1 << 17
FILE = "names.toml"

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


RANKS: Final = {"jr": "Jr.", "sr": "Sr.", "2": "II", "3": "III", "4": "IV"}
"""Generation -> how it is written behind a name."""


class PersonName(Record, frozen=True):
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


@lru_cache(maxsize=CACHED)
def key(part: str) -> str:
    """Return a part of a name as it is compared: folded, without blanks."""
    return fold(part).replace(" ", "")


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
    bracketed = ""
    for match in _BRACKETED.finditer(text):
        bracketed = bracketed or _generations().get(key(generation_in(match[1])), "")
        if not bracketed and _is_name(inside := match[1].strip()):
            nicknames.append(inside)
            maiden.append(inside)
    text = _BRACKETED.sub(" ", text)
    text = next((part for part in _BREAK.split(text) if any(map(str.isalpha, part))), "")
    given, middle, family, generation = _arranged(text)
    generation = generation or bracketed
    return PersonName(given, middle, family, tuple(nicknames), tuple(maiden), generation)


def spoken(name: str) -> str:
    """Return a name that is written surname first in the order in which it is spoken.

    >>> spoken("Silva, Ana"), spoken("Ben Oak, PhD"), spoken("Robert Hale, Jr."), spoken("Ana")
    ('Ana Silva', 'Ben Oak, PhD', 'Robert Hale, Jr.', 'Ana')
    """
    family, comma, given = name.partition(",")
    if not comma or "," in given:
        return name
    read = parse(name)
    turned = f"{given.strip()} {family.strip()}"
    same = f"{read.given} {read.middle} {read.family}".split() == turned.split()
    return turned if same and read.family else name


def is_all_in_brackets(name: str) -> bool:
    """Whether a name has nothing but a remark: no name at all.

    >>> is_all_in_brackets("(Acme)"), is_all_in_brackets("Ana (Acme)")
    (True, False)
    """
    return name.startswith(("(", "[")) and not fold(_BRACKETED.sub(" ", name))


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
    word = key(words[0])
    if word not in _set("titles") and not (word[:2] == "dr" and "-" in words[0]):
        return False
    marked = words[0].endswith(".") or (words[0].isupper() and not words[-1].isupper())
    return word not in _set("titles only with a dot") or (marked and len(words) > 2)


def _credentials_at_end(words: list[str]) -> int:
    """Return how many words at the end are one credential."""
    for size in (2, 1):
        if len(words) <= size or (tail := key("".join(words[-size:]))) not in _set("credentials"):
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
    if key("".join(words)) in known:
        return True
    return all(key(word) in known or _looks_awarded(word) for word in words)


def is_title_behind(text: str) -> bool:
    """Whether what stands behind a comma belongs to the name before it, and is none itself.

    >>> is_title_behind("PhD"), is_title_behind("Jr."), is_title_behind("BO CHEN")
    (True, True, False)
    """
    words = text.split()
    if not _without_generation(words, least=0)[0]:
        return True
    return _is_credential(words) and (len(words) == 1 or key("".join(words)) in _set("credentials"))


@lru_cache(maxsize=1024)
def generation_in(suffix: str) -> str:
    """Return what a suffix says of father and son, in words that `parse` knows; empty if nothing.

    >>> generation_in("Jr."), generation_in("PhD, III"), generation_in("d. J."), generation_in("MD")
    ('Jr.', 'III', 'Jr.', '')
    """
    for piece in suffix.split(","):
        said = key(piece)
        if said in _generations():
            return piece.strip()
        for usual, others in entries(FILE, "generations of their own"):
            if said in map(key, others):
                return usual
    return ""


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
    long = word.isupper() and len(word) > 3 and "-" not in word and is_given_name(key(word))
    return mixed or word.startswith(("Mc", "Mac", "De", "Le", "La", "Di")) or long


def _is_role(words: list[str]) -> bool:
    return any(key(word) in _set("roles") for word in words)


def _without_generation(words: list[str], *, least: int) -> tuple[list[str], str]:
    """Split off a "Jr." at the end when at least so many words stay."""
    if len(words) > least and (found := _generations().get(key(words[-1]))):
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
    return key(word) in _set("particles") and (len(word) > 1 or word.islower())


@cache
def _set(section: str) -> frozenset[str]:
    return frozenset(map(key, phrases(FILE, section)))


@cache
def _special() -> frozenset[str]:
    sections = ("titles", "credentials", "particles")
    return frozenset().union(*map(_set, sections), _generations())


@cache
def _generations() -> dict[str, str]:
    table = entries(FILE, "generations")
    return {key(word): usual for usual, others in table for word in (usual, *others)}
