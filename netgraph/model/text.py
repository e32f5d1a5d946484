"""Strings as people write them, made safe to show (`clean`) and fit to compare (`fold`).

Every imported string is taken to be hostile: it may carry terminal escapes, marks that reverse the
reading direction, invisible characters, or be a megabyte long.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from netgraph.model.sounding import bare, heard, sounds

LIMIT = 1000

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x80-\x9f]*+(?:\x07|\x1b\\|\x9c)"  # OSC, DCS
    r"|\x1b[ -/]*+[0-Z\\-~]"  # the short ones
)
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"  # look empty, count as letters or symbols
_UNSEEN_MARKS = re.compile("[\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_TO_BLANK = str.maketrans(dict.fromkeys(_BLANK_LETTERS, " "))
_APOSTROPHES = "'`\u00b4\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02be\u02bf\u2032\u05f3\uff07"
_MARKS_OF_TRADE = "™℠®©"
_DROPPED = str.maketrans("", "", _APOSTROPHES + _MARKS_OF_TRADE)
_ASCII_FOLD = {
    code: None if chr(code) == "'" or chr(code) == "`" else " "
    for code in range(128)
    if not chr(code).isalnum()
}


_SPELLINGS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
     "Ø": "Oe", "Å": "Aa", "æ": "ae", "Æ": "Ae", "đ": "dj", "Đ": "Dj"}
)  # fmt: skip
"""What people type who have no key for the letter."""
_HYPHENS = re.compile("(?<=[^\\W\\d])[-\u2010\u2011](?=[^\\W\\d])")
_SPELT_OUT = re.compile(r"(?<=[aou])e|(?<=a)a")
_NOT_LATIN = "[\u0370-\u1dbf\u2c80-\ufdff]"


def clean(text: str, *, limit: int = LIMIT) -> str:
    """Return `text` fit to show on one line: nothing hidden in it, nothing that steers a terminal.

    Terminal escapes, controls, bidi overrides and isolates, zero-width marks, variation selectors,
    byte order marks and lone surrogates go; every run of white space (no-break blanks, line and
    paragraph separators, tabs and newlines among it) becomes one blank; what is left is NFC. Over
    `limit` characters (at least 1) the end is cut and marked with an ellipsis. Cleaning twice
    changes nothing more.

    Examples
    --------
    >>> clean("  Ada\\u00a0\\u200bLove\\x1b[31mlace\\n")
    'Ada Lovelace'
    >>> clean("Grace Hopper", limit=6)
    'Grace…'
    """
    if not (text.isascii() and text.isprintable()):
        text = _seen(text)
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def fold(text: str) -> str:
    """Return `text` as it is compared and searched: ASCII letters and digits in lower case.

    Mathematical and full-width letters become plain ones (NFKC), other scripts are transliterated,
    diacritics, apostrophes and emoji go, and punctuation separates words. Folding twice changes
    nothing more; a string without a letter or digit folds to the empty string.

    Examples
    --------
    >>> fold("Zoë O’Brien-Müller 🚀")
    'zoe obrien muller'
    >>> fold("𝐉𝐚𝐧𝐞 Иванова")
    'jane ivanova'
    """
    return _fold(text) if len(text) <= LIMIT else _folded(text)


@lru_cache(maxsize=1 << 17)
def search_keys(text: str) -> tuple[str, ...]:
    """Return the folded forms in which a text is found, as people type it; `fold`'s is the first.

    Who has no key for it types ue for ü, oe for ö and ø, aa for å; who has it finds "Mueller" by ü
    or u. A hyphen may be missing. Chinese, Japanese and Korean names are typed surname first,
    without a blank. Names of other alphabets are also found by how they sound (`sounds`).

    Examples
    --------
    >>> search_keys("Jürgen Ødegård"), search_keys("Ana Mueller")
    (('jurgen odegard', 'juergen oedegaard'), ('ana mueller', 'ana muller'))
    >>> search_keys("花子 山田")
    ('huazi shantian', 'huazishantian', 'shantianhuazi')
    """
    plain = fold(text)
    if not plain:
        return ()
    if text.isascii() and "-" not in text:
        short = _SPELT_OUT.sub("", plain)
        return (plain,) if short == plain else (plain, short)
    joined = fold(_HYPHENS.sub("", text))  # Annemarie, whose name is Anne-Marie
    if text.isascii():
        return tuple(dict.fromkeys((plain, _SPELT_OUT.sub("", plain), joined)))
    forms = [plain, fold(unicodedata.normalize("NFC", text).translate(_SPELLINGS))]
    forms += [_SPELT_OUT.sub("", plain), joined]
    if _eastern().search(text):
        words = plain.split()
        forms += ["".join(words), "".join(reversed(words))]
    forms += filter(None, (fold(bare(text)), sounds(text, fold)))
    return tuple(dict.fromkeys(forms))


def asked_for(query: str) -> list[frozenset[str]]:
    """Return for each word of a query the folded forms of which one is to be found.

    >>> [sorted(forms) for forms in asked_for("Müller, ana")]
    [['^mlr^', 'mueller', 'muller', '~muler'], ['ana', '~ana']]
    """
    query = bare(query)
    spelt_out = unicodedata.normalize("NFC", query).translate(_SPELLINGS)
    both = zip(fold(query).split(), fold(spelt_out).split(), strict=False)
    if re.search(_NOT_LATIN, query):
        return [frozenset(forms) for forms in both]
    return [frozenset((*forms, *heard(forms[0]))) for forms in both]


def ended(text: str) -> str:
    """Return a text that ends as a sentence does; what ends so already stays.

    >>> [ended(text) for text in ("Ask Ana", "They work at Acme, Inc.", "Was it an ask?")]
    ['Ask Ana.', 'They work at Acme, Inc.', 'Was it an ask?']
    """
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def job_words(title: str, company: str) -> str:
    """Return a job in words, as far as it is known.

    >>> job_words("Nurse", "Mercy"), job_words("", "Mercy"), job_words("", "")
    ('Nurse at Mercy', 'Mercy', '')
    """
    return " at ".join(filter(None, (title, company)))


@cache
def _in_ascii() -> Callable[[str], str]:
    """Return what writes other scripts in ASCII; it brings much along, and many texts need none."""
    from anyascii import anyascii  # noqa: PLC0415

    return anyascii


@cache
def _eastern() -> re.Pattern[str]:
    """Return what finds a Chinese, Japanese or Korean letter; it is long in the making."""
    return re.compile(
        "[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d]"
    )


def _seen(text: str) -> str:
    """Take out what cannot be seen, keeping what separates words."""
    text = _UNSEEN_MARKS.sub("", _ESCAPES.sub("", text)).translate(_TO_BLANK)
    if not text.isprintable():
        text = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in _UNSEEN)
        text = " ".join(text.split())
    return unicodedata.normalize("NFC", text)


def _folded(text: str) -> str:
    """Fold a string."""
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().translate(_ASCII_FOLD).split())
    plain = unicodedata.normalize("NFKC", _seen(text).translate(_DROPPED)).translate(_DROPPED)
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain)
    return " ".join(_in_ascii()(words).lower().translate(_ASCII_FOLD).split())


_fold = lru_cache(maxsize=1 << 17)(_folded)
"""The names and titles of an import are folded many times."""
