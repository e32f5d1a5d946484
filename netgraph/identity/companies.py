"""One firm, one key: which spellings of a company's name mean the same company.

The key is exact, never fuzzy. Two spellings of one firm differ in case, punctuation, blanks, legal
form and a few habits ("The", "& Co", ".com", "Group"); two firms differ in anything else. Names no
rule can bring together stand in `data/companies.toml`, and so does what people write where they
have no company (freelance, retired, looking).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from netgraph.model.text import clean, fold
from netgraph.model.vocabulary import entries, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

CACHED = 1 << 17
LONGEST_FORM = 6  # words
FILE = "companies.toml"

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
    key = _reduced(name) or _phrase(name).replace(" ", "")
    return _aliases().get(key, key)


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
    phrase = _phrase(name)
    if not phrase or phrase in _no_company() or _WITHOUT_WORK.match(phrase):
        return False
    words = set(_BATCH.sub("", phrase.replace("self employed", "selfemployed")).split())
    idle = _set("no employer")
    return not words & idle or not words <= idle | _set("beside no employer")


def ends_in_form(name: str) -> bool:
    """Whether a name ends in a legal form that is nobody's surname.

    >>> ends_in_form("Orchard Ltd."), ends_in_form("Bäckerei Roth GmbH & Co. KG")
    (True, True)
    >>> ends_in_form("Maria Sa")
    False
    """
    words = fold(name).split()
    forms = _set("forms of firms only")
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


def _reduced(name: str) -> str:
    """Take from a name all that does not tell one firm from another."""
    words = _words(_without_asides(html.unescape(clean(name))))
    if len(words) > 1 and words[0].folded == "the":
        words = words[1:]
    return _joined(_without_habits(_without_forms(words))) or fold(name).replace(" ", "")


def _without_asides(name: str) -> str:
    """Drop brackets that repeat or comment the name, web decoration and eastern legal forms."""
    if not name.isascii():
        name = _EASTERN_FORMS.sub(" ", unicodedata.normalize("NFKC", name))
    if "." in name:
        generic = _set("generic")
        bare = _WWW.sub("", name)
        name = _DOT_COM.sub(lambda site: site[fold(site[1]) not in generic], bare)
    if "(" not in name and "[" not in name:
        return name
    rest = fold(_BRACKETS.sub(" ", name))
    return _BRACKETS.sub(lambda found: " " if _is_aside(found[1], rest) else f" {found[1]} ", name)


def _is_aside(inside: str, rest: str) -> bool:
    """Whether what stands in brackets adds nothing to the rest of the name."""
    words = fold(inside)
    if not words or not rest:
        return not words
    if words in _set("places"):
        return not _OF_A_COUNTRY.search(rest)
    return bool(_ASIDE.match(words)) or _initials(words) == rest or _initials(rest) == words


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split() if word not in {"and", "of", "the", "for"})


def _words(name: str) -> list[_Word]:
    """Split a name into words, each folded and as written."""
    usual = _usual_words()
    written = _WORD.findall(name.translate(_SIGNS))
    found = ((fold(word).replace(" ", ""), word) for word in written)
    return [_Word(usual.get(folded, folded), word) for folded, word in found if folded]


def _without_forms(words: list[_Word]) -> list[_Word]:
    """Take legal forms from both ends as long as a name is left."""
    whole, capitals = len(words), all(word.written.isupper() for word in words)
    while size := _form_at_end(words, capitals):
        words = words[:-size]
    first = words[0].folded if words else ""
    if len(words) > 1 and first in {"ooo", "oao", "zao", "pao"}:
        return words[1:]
    if len(words) > 1 and whole > 2 and first == "pt" and words[0].written.isupper():
        return words[1:]
    return words


def _form_at_end(words: list[_Word], capitals: bool) -> int:
    """Return how many words at the end are one legal form, the longest there is."""
    if _joined(words) in _kept_apart():
        return 0
    for size in range(min(LONGEST_FORM, len(words) - 1), 0, -1):
        form = _joined(words[-size:])
        if form in _forms() and (size > 1 or capitals or _is_meant(form, words[-1].written)):
            return size
    return 0


def _is_meant(form: str, written: str) -> bool:
    """Tell the SpA from the spa."""
    plain = len(form) > 3 or form in _set("legal forms in any case")
    return plain or sum(map(str.isupper, written)) > 1


def _without_habits(words: list[_Word]) -> list[_Word]:
    """Take a trailing "group" or "holding", and the legal form before it."""
    while len(words) > 1 and words[-1].folded in _set("habits"):
        telling = len(words) > 2 or words[0].folded not in _set("generic")
        if not telling or _joined(words) in _kept_apart():
            break
        words = _without_forms(words[:-1])
    return words


def _joined(words: list[_Word]) -> str:
    return "".join(word.folded for word in words)


@cache
def _set(section: str) -> frozenset[str]:
    return frozenset(map(fold, phrases(FILE, section)))


@cache
def _forms() -> frozenset[str]:
    """Legal forms without dots and blanks."""
    from cleanco.termdata import terms_by_country, terms_by_type  # noqa: PLC0415 - few see a firm

    tables = (*terms_by_type.values(), *terms_by_country.values(), phrases(FILE, "legal forms"))
    forms = {_joined(_words(term)) for table in tables for term in table}
    return frozenset(forms - _set("not legal forms") - {""})


@cache
def _usual_words() -> dict[str, str]:
    return {other: usual for usual, others in entries(FILE, "spellings") for other in others}


@cache
def _kept_apart() -> frozenset[str]:
    """Names in the alias table that the rules would cut too short."""
    table = entries(FILE, "aliases")
    return frozenset(_joined(_words(name)) for usual, others in table for name in (usual, *others))


@cache
def _aliases() -> dict[str, str]:
    """Which key stands for which."""
    table = entries(FILE, "aliases")
    return {_reduced(other): _reduced(usual) for usual, others in table for other in others}


@cache
def _no_company() -> frozenset[str]:
    return frozenset(map(_phrase, phrases(FILE, "no company")))
