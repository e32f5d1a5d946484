"""What a page cannot work out itself: names in plain letters, as the library folds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from netgraph.model.sounding import sounds
from netgraph.model.text import fold

_DROPPED = re.compile("['`´‘’‛ʹʻʼʾʿ′׳＇™℠®©]")


def plain_letters(texts: Iterable[str]) -> dict[int, str]:
    """Return by position the texts that a browser alone would fold in another way.

    A browser takes marks off letters; it makes no o of ø and no i of и, and behind what is written
    in another alphabet stands how that sounds.

    >>> plain_letters(["Ana Silva", "Zoë O’Brien", "Søren Иванова"])
    {2: 'soren ivanova ~ivanova~'}
    """
    return {
        i: f"{folded} {sounds(text, fold)}".rstrip()
        for i, text in enumerate(texts)
        if not text.isascii() and (folded := fold(text)) != _without_marks(text)
    }


def _without_marks(text: str) -> str:
    """Fold a text as the page's script does."""
    letters = unicodedata.normalize("NFKD", _DROPPED.sub("", text))
    kept = (c for c in letters if not unicodedata.category(c).startswith("M"))
    spaced = (c if unicodedata.category(c)[0] in "LN" else " " for c in kept)
    return " ".join("".join(spaced).lower().split())
