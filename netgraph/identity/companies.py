"""One firm, one key: which spellings of a company's name mean the same company.

The key is exact, never fuzzy. Two spellings of one firm differ in case, punctuation, blanks, legal
form and a few habits ("The", "& Co", ".com", "Group"); two firms differ in anything else. Names no
rule can bring together stand in `data/companies.toml`, and so does what people write where they
have no company (freelance, retired, looking).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import field
from msgspec.structs import replace

from netgraph.model.text import clean, fold
from netgraph.model.vocabulary import Ready, digest, entries, phrases, ready, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

CACHED = 1 << 17
LONGEST_FORM = 6  # words
FILE, READY = "companies.toml", "companies.json"
SETS = (
    "beside no employer",
    "forms of firms only",
    "generic",
    "habits",
    "legal forms in any case",
    "no employer",
    "not legal forms",
    "places",
)
"""Sections that are words, each by itself."""

_WORD = re.compile(r"[^\W_]+(?:['’`ʼ][^\W_]+)*")
_SIGNS = str.maketrans({"&": " and ", "+": " plus ", "@": " at "})
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_WWW = re.compile(r"^(?:https?://)?www\.", re.IGNORECASE)
_DOT_COM = re.compile(r"(\w+)\.com\b", re.IGNORECASE)
_EASTERN_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|\([株有]\)|股份有限公司|有限责任公司|有限公司|주식회사|\(주\)"
)
_ASIDE = re.compile(
    r"(?:formerly|former|previously|fka|f k a|ex|now|acquired|part of|an? \w+ company|yc"
    r"|y combinator|nasdaq|nyse|lse|tsx|bse|nse|contract|contractor|consultant|intern|internship"
    r"|remote|part time|full time|freelance|pvt|p|pty|private|publ|haftungsbeschrankt)\b"
)
# Bodies of which every country has its own.
_OF_A_COUNTRY = re.compile(
    r"\b(?:ministry|government|embassy|department|army|navy|police|parliament|national|federal"
    r"|central|supreme|university|college|institute|council|authority|chamber|association)\b"
)
_WITHOUT_WORK = re.compile(
    r"(?:actively |currently |now |still )?(?:looking|searching|on the lookout) (?:for|to)\b"
    r"|(?:actively |currently )?seeking(?: (?:a|my|the|new|next|full|part|work|job|jobs|employment"
    r"|opportunit\w*|position|positions|role|roles|challenge\w*|internship\w*)\b|$)"
    r"|(?:actively|currently) (?:looking|searching|interviewing|unemployed|available|between|on)\b"
    r"|open (?:to|for) (?:new|work|offers|job|jobs|opportunit\w*|roles)\b"
    r"|in between (?:jobs|roles)\b|(?:en|em) (?:busca|busqueda|procura) de\b|buscando\b"
    r"|a procura de\b|(?:en|a la) recherche d|a lecoute\b"
    r"|auf (?:der )?(?:suche|jobsuche|stellensuche)\b|(?:in cerca|alla ricerca) di\b"
    r"|op zoek naar\b|poszukuje\b|hledam\b|retired (?:from|after)\b|(?:x{2,}|0+)$"
)
_BATCH = re.compile(r"\byc [wsfx]\d\d\b")  # of an accelerator


class FirmWords(Ready, frozen=True):
    """The words that names of firms are read with.

    Folded ``sets`` by section, the ``usual`` for other spellings, names of ``no_company``, legal
    ``forms`` without dots and blanks, names kept ``apart`` as the rules would cut them too short,
    and which key stands for which (``aliases``).
    """

    sets: dict[str, frozenset[str]]
    usual: dict[str, str]
    no_company: frozenset[str]
    forms: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    aliases: dict[str, str] = field(default_factory=dict)


class _Word(NamedTuple):
    folded: str
    written: str


@lru_cache(maxsize=CACHED)
def company_key(name: str) -> str:
    """Return the key under which spellings of one firm meet; empty where there is no firm.

    The name is folded; words in brackets that only repeat or comment it, the legal form at either
    end, a leading "The" and a trailing "Group" or "Holding" go, unless nothing telling is left;
    the rest is written without blanks.

    Examples
    --------
    >>> {company_key(name) for name in ("Google LLC", "GOOGLE", "Google, Inc.", "google.com")}
    {'google'}
    >>> company_key("Delta Air Lines, Inc."), company_key("Delta Dental")
    ('deltaairlines', 'deltadental')
    >>> company_key("Self-employed")
    ''
    """
    if not is_company(name):
        return ""
    known = _known()
    key = _reduced(name, known) or _phrase(name).replace(" ", "")
    return known.aliases.get(key, key)


@lru_cache(maxsize=CACHED)
def is_company(name: str) -> bool:
    """Return whether `name` names an employer, in any of some thirty languages.

    Examples
    --------
    >>> [is_company(name) for name in ("Stealth Startup", "à l'écoute du marché", "N/A", "")]
    [False, False, False, False]
    >>> [is_company(name) for name in ("Stealth Communications", "Seeking Alpha", "X")]
    [True, True, True]
    """
    phrase, known = _phrase(name), _known()
    if not phrase or phrase in known.no_company or _WITHOUT_WORK.match(phrase):
        return False
    words = set(_BATCH.sub("", phrase.replace("self employed", "selfemployed")).split())
    idle = known.sets["no employer"]
    return not words & idle or not words <= idle | known.sets["beside no employer"]


def ends_in_form(name: str) -> bool:
    """Whether a name ends in a legal form that is nobody's surname.

    >>> ends_in_form("Orchard Ltd."), ends_in_form("Bäckerei Roth GmbH & Co. KG")
    (True, True)
    >>> ends_in_form("Maria Sa")
    False
    """
    words = fold(name).split()
    forms = _known().sets["forms of firms only"]
    return any(" ".join(words[-size:]) in forms for size in range(1, min(4, len(words))))


def display_name(spellings: Iterable[str]) -> str:
    """Return the best of the given spellings; the empty string where there is none.

    In mixed case rather than all capitals or all small, then the most frequent, then not cut short
    by a point, then the shortest, then the first in the alphabet; the order of `spellings` plays no
    part. They may be a mapping that says how often each is there.

    Examples
    --------
    >>> display_name(["GOOGLE", "Google LLC", "google", "Google"])
    'Google'
    """
    counts: Counter[str] = Counter()
    for name, often in Counter(spellings).items():
        counts[clean(name)] += often
    del counts[""]
    return min(
        counts,
        key=lambda name: (_carelessness(name), -counts[name], name.endswith("."), len(name), name),
        default="",
    )


def _carelessness(name: str) -> bool:
    """Whether a name is all small, or all capitals and too long for an abbreviation."""
    return name.islower() or (name.isupper() and sum(map(str.isalpha, name)) > 4)


def _phrase(name: str) -> str:
    """Fold Latin letters; leave other scripts as they are, lest 无 (none) become the firm Wu."""
    if name.isascii():
        return fold(name)
    words = " ".join(_WORD.findall(unicodedata.normalize("NFKC", clean(name)).casefold()))
    latin = all(c < "\u0370" or "\u1e00" <= c <= "\u1eff" or not c.isalpha() for c in words)
    return fold(words) if latin else words


def _reduced(name: str, known: FirmWords) -> str:
    """Take from a name all that does not tell one firm from another."""
    words = _words(_without_asides(_unescaped(clean(name)), known), known)
    if len(words) > 1 and words[0].folded == "the":
        words = words[1:]
    return _joined(_without_habits(_without_forms(words, known), known)) or fold(name).replace(
        " ", ""
    )


def _unescaped(name: str) -> str:
    """Undo what a web page writes for a sign: "AT&amp;T"."""
    if "&" not in name:
        return name
    import html  # noqa: PLC0415 - brings a long table, and few names have a sign

    return html.unescape(name)


def _without_asides(name: str, known: FirmWords) -> str:
    """Drop brackets that repeat or comment the name, web decoration and eastern legal forms."""
    if not name.isascii():
        name = _EASTERN_FORMS.sub(" ", unicodedata.normalize("NFKC", name))
    if "." in name:
        generic = known.sets["generic"]
        bare = _WWW.sub("", name)
        name = _DOT_COM.sub(lambda site: site[fold(site[1]) not in generic], bare)
    if "(" not in name and "[" not in name:
        return name
    rest = fold(_BRACKETS.sub(" ", name))
    return _BRACKETS.sub(
        lambda found: " " if _is_aside(found[1], rest, known) else f" {found[1]} ", name
    )


def _is_aside(inside: str, rest: str, known: FirmWords) -> bool:
    """Whether what stands in brackets adds nothing to the rest of the name."""
    words = fold(inside)
    if not words or not rest:
        return not words
    if words in known.sets["places"]:
        return not _OF_A_COUNTRY.search(rest)
    return bool(_ASIDE.match(words)) or _initials(words) == rest or _initials(rest) == words


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split() if word not in {"and", "of", "the", "for"})


def _words(name: str, known: FirmWords) -> list[_Word]:
    """Split a name into words, each folded and as written."""
    written = _WORD.findall(name.translate(_SIGNS))
    found = ((fold(word).replace(" ", ""), word) for word in written)
    return [_Word(known.usual.get(folded, folded), word) for folded, word in found if folded]


def _without_forms(words: list[_Word], known: FirmWords) -> list[_Word]:
    """Take legal forms from both ends as long as a name is left."""
    whole, capitals = len(words), all(word.written.isupper() for word in words)
    while size := _form_at_end(words, capitals, known):
        words = words[:-size]
    first = words[0].folded if words else ""
    if len(words) > 1 and first in {"ooo", "oao", "zao", "pao"}:
        return words[1:]
    if len(words) > 1 and whole > 2 and first == "pt" and words[0].written.isupper():
        return words[1:]
    return words


def _form_at_end(words: list[_Word], capitals: bool, known: FirmWords) -> int:
    """Return how many words at the end are one legal form, the longest there is."""
    if _joined(words) in known.apart:
        return 0
    for size in range(min(LONGEST_FORM, len(words) - 1), 0, -1):
        form = _joined(words[-size:])
        meant = size > 1 or capitals or _is_meant(form, words[-1].written, known)
        if form in known.forms and meant:
            return size
    return 0


def _is_meant(form: str, written: str, known: FirmWords) -> bool:
    """Tell the SpA from the spa."""
    plain = len(form) > 3 or form in known.sets["legal forms in any case"]
    return plain or sum(map(str.isupper, written)) > 1


def _without_habits(words: list[_Word], known: FirmWords) -> list[_Word]:
    """Take a trailing "group" or "holding", and the legal form before it."""
    while len(words) > 1 and words[-1].folded in known.sets["habits"]:
        telling = len(words) > 2 or words[0].folded not in known.sets["generic"]
        if not telling or _joined(words) in known.apart:
            break
        words = _without_forms(words[:-1], known)
    return words


def _joined(words: list[_Word]) -> str:
    return "".join(word.folded for word in words)


@cache
def _known() -> FirmWords:
    """Return the words that names are read with."""
    return ready(READY, FirmWords, of=_digest()) or made()


def made() -> FirmWords:
    """Return the words as their files say them."""
    usual = {other: usual for usual, others in entries(FILE, "spellings") for other in others}
    sets = {section: frozenset(map(fold, phrases(FILE, section))) for section in SETS}
    none = frozenset(map(_phrase, phrases(FILE, "no company")))
    plain = FirmWords(_digest(), sets, usual, none)
    forms = {_joined(_words(term, plain)) for term in _terms()} - sets["not legal forms"] - {""}
    same = entries(FILE, "aliases")
    apart = {_joined(_words(name, plain)) for usual, others in same for name in (usual, *others)}
    known = replace(plain, forms=frozenset(forms), apart=frozenset(apart))
    keys = {_reduced(o, known): _reduced(usual, known) for usual, others in same for o in others}
    return replace(known, aliases=keys)


def written() -> str:
    """Return what the file that is ready has to hold, one table a line."""
    encoded = msgspec.json.encode(made(), order="deterministic").decode()
    return encoded.replace('],"', '],\n"').replace('},"', '},\n"') + "\n"


def _terms() -> set[str]:
    """Return the legal forms of the world as they are written."""
    from cleanco.termdata import terms_by_country, terms_by_type  # noqa: PLC0415 - ready, mostly

    tables = (*terms_by_type.values(), *terms_by_country.values(), phrases(FILE, "legal forms"))
    return set(chain(*tables))


def _digest() -> str:
    """Return what says of which words the file that is ready comes."""
    forms = find_spec("cleanco")
    origin = forms.origin if forms else None
    terms = Path(origin).with_name("termdata.py").read_text("utf-8") if origin else ""
    return digest(text_of(FILE), terms)
