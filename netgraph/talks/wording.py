"""How a letter reads: how long it is, how much of it is about them, which words to do without."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from netgraph.model.base_record import Record
from netgraph.model.text import fold

_SENTENCE = re.compile(r"[.!?:;]+(?=\s|$)|\n+")


class Wording(Record, frozen=True):
    """``words`` of a text, the share of them ``about_them`` in [0, 1], and those to ``avoid``."""

    words: int
    about_them: float
    avoid: tuple[str, ...]


def weighed(text: str, *, you: Iterable[str], me: Iterable[str], avoid: Iterable[str]) -> Wording:
    """Measure a letter.

    A sentence is about them if it has more of the words for them than of those for the writer;
    ``about_them`` is the share of all words that stand in such sentences, 0 for an empty text.
    What stands between blanks counts as a word.

    Parameters
    ----------
    text
        The body of the letter.
    you, me
        Words for the reader (their name and employer among them) and for the writer.
    avoid
        Words and groups of words better left out of a first letter.

    Examples
    --------
    >>> weighed("I need a job. How did you begin?", you=["you"], me=["i"], avoid=["job"])
    Wording(words=8, about_them=0.5, avoid=('job',))
    """
    theirs, mine = set(_folded(you)), set(_folded(me))
    sentences = [part for part in _SENTENCE.split(text) if part.strip()]
    about = sum(len(s.split()) for s in sentences if _hits(s, theirs) > _hits(s, mine))
    words = len(text.split())
    plain = f" {fold(text)} "
    found = tuple(dict.fromkeys(a for a in avoid if f" {fold(a)} " in plain))
    return Wording(words, round(about / words, 4) if words else 0.0, found)


def _folded(words: Iterable[str]) -> Iterable[str]:
    """Yield the single words of some texts, folded."""
    for text in words:
        yield from fold(text).split()


def _hits(sentence: str, words: Collection[str]) -> int:
    """Count the words of a sentence that are among some."""
    return sum(word in words for word in fold(sentence).split())
