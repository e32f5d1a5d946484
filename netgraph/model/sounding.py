"""Names of other alphabets, found by however they are spelled in Latin letters.

Щербаков is Shcherbakov in one passport and Ščerbakov or Sherbakov in another; Георгій is Heorhii or
Georgiy, محمد is Mohammed or Muhamad. What the spellings share is kept: kinds of consonants, and
vowels where the alphabet writes them. Only names that are written in such an alphabet are found by
it. The page's script does the same (`words.js`), and one table of words tests both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

_HANGUL: Final = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
_SPELT: Final = f"[\u0370-\u03ff\u1f00-\u1fff\u0400-\u058f\u10a0-\u10ff{_HANGUL}]"
_CONSONANTS: Final = "[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefc]"
"""Hebrew and Arabic, which write few vowels."""
_KOREAN: Final = f"[{_HANGUL}]{{2,4}}"
_ALIKE: Final = str.maketrans({"ى": "ي", "ة": "ه", "ـ": None})

_GREEK: Final = (
    ("ου", "u"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), (r"\bμπ", "b"), (r"\bντ", "d"),
    (r"\bγκ", "g"), ("μπ", "mb"), ("ё", "yo"),
)  # fmt: skip
_WORDS: Final = {"lee": "i", "yi": "i", "rhee": "i", "park": "bag", "choi": "coe", "ahn": "an"}
"""Korean surnames that are spelled as nothing says."""
_SOUNDS: Final = (
    ("shch|sch|sht|sh", "s"), ("zh", "z"), ("dj", "d"), ("tch|ch|tz|ts|cz", "c"), ("x", "ks"),
    ("ph", "f"), ("th", "t"), ("kh|gh|[kqh]", "g"), ("oo|ou|wu", "u"), ("ee|[yj]", "i"),
    ("w", "v"), ("p", "b"), ("t", "d"), (r"(.)\1+", r"\1"), ("^ie", "e"), ("(?<=.)i$", ""),
)  # fmt: skip
_BONES: Final = (
    ("x", "ks"), ("ph", "f"), ("th", "t"), ("shch|sch|sh", "s"), ("tz|ts", "s"), ("h$", ""),
    ("kh|gh|ch|[ckqhj]", "g"), ("p", "b"), ("t", "d"), ("[aeiouyvw]", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip
FEWEST: Final = 3
"""Sounds of which the beginning of a word is looked for; of fewer, the whole word."""


def bare(text: str) -> str:
    """Return a text of Hebrew or Arabic without vowels and with one form of each letter.

    >>> bare("مُحَمَّد") == bare("محمد"), bare("Zoë")
    (True, 'Zoë')
    """
    if not re.search(_CONSONANTS, text):
        return text
    letters = unicodedata.normalize("NFKD", text).translate(_ALIKE)
    return "".join(c for c in letters if not unicodedata.category(c).startswith("M"))


def heard(word: str) -> tuple[str, ...]:
    """Return what a folded word that is typed may sound like, as `sounds` writes it.

    >>> heard("mohammed"), heard("lee")
    (('~mogamed', '^mgmd^'), ('~i~',))
    """
    sound, bones = _reduced(word, _SOUNDS), _reduced(word, _BONES)
    found = f"~{sound}" if len(sound) >= FEWEST else f"~{sound}~"
    return (found, f"^{bones}^") if len(bones) > 1 else (found,)


def sounds(text: str, fold: Callable[[str], str]) -> str:
    """Return how the words of other alphabets in a text sound; nothing if there are none.

    >>> from netgraph.model.text import fold
    >>> sounds("Юлия Oak", fold), sounds("محمد", fold), sounds("Zoë", fold)
    ('~iulia~', '^mgmd^', '')
    """
    found: dict[str, None] = {}
    for word in bare(text.casefold()).split():
        if re.search(_CONSONANTS, word):
            found[f"^{_reduced(fold(word), _BONES)}^"] = None
        elif re.search(_SPELT, word):
            spoken = unicodedata.normalize("NFC", _without_accents(word))
            found |= {f"~{_reduced(fold(form), _SOUNDS)}~": None for form in _forms(word, spoken)}
    return " ".join(found)


def _without_accents(word: str) -> str:
    """Return a word without Greek accents, which part no two letters."""
    return unicodedata.normalize("NFD", word).replace("\u0301", "")


def _forms(word: str, spoken: str) -> list[str]:
    """Return a word as it is written and as it is said; of a Korean name surname and rest too."""
    for written, said in _GREEK:
        spoken = re.sub(written, said, spoken)
    parts = [word[:1], word[1:]] if re.fullmatch(_KOREAN, word) else []
    return [word, spoken, *parts]


def _reduced(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    """Return a word of Latin letters as the rules leave it."""
    if rules is _SOUNDS and word in _WORDS:
        return _WORDS[word]
    for written, said in rules:
        word = re.sub(written, said, word)  # compiled when first needed, kept by `re`
    return word
