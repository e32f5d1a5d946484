"""The user's own words for letters: tried on invented people first, then kept, or given up again.

They lie in the user's folder of templates, where `netgraph.talks.language` looks before ours.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.private_files import write_private
from netgraph.model.records import EGO, Event, EventKind, Ledger, Person, Tie
from netgraph.talks.drafts import KINDS, filled
from netgraph.talks.language import Language
from netgraph.talks.letter_facts import Aim, facts_for_letter

BEFORE: Final = ".before"
"""What the name of the file ends with that has what was there before."""


def is_own(own: Path, language: Language, kind: str) -> bool:
    """Whether letters of a kind are in the user's own words."""
    return _path(own, language, kind).is_file()


def had_others(own: Path, language: Language, kind: str) -> bool:
    """Whether there were other words before that can be had again."""
    return _aside(_path(own, language, kind)).is_file()


def keep_letter(own: Path, language: Language, kind: str, words: str, *, day: date) -> None:
    """Keep the user's own words for letters of a kind; those before lie beside them.

    Raises
    ------
    InvalidInput
        If a letter cannot be made of them, or they cannot be written.
    """
    words = words.replace("\r\n", "\n").strip() + "\n"
    check_letter(words, kind, language, day=day)
    path = _path(own, language, kind)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidInput(f"cannot write {path}: {error.strerror}") from error
    write_private(_aside(path), language.template(path.name).encode())
    write_private(path, words.encode())


def give_up_letter(own: Path, language: Language, kind: str) -> None:
    """Take our words for letters of a kind again; the user's lie beside them."""
    path = _path(own, language, kind)
    if path.is_file():
        path.replace(_aside(path))


def take_back_letter(own: Path, language: Language, kind: str) -> None:
    """Take the words that were there before.

    Raises
    ------
    InvalidInput
        If there were none.
    """
    path = _path(own, language, kind)
    aside = _aside(path)
    if not aside.is_file():
        raise InvalidInput("there were no other words before")
    now = language.template(path.name).encode()
    aside.replace(path)
    with suppress(InvalidInput):
        write_private(aside, now)


def check_letter(words: str, kind: str, language: Language, *, day: date) -> None:
    """Raise if no letter can be made of a template.

    >>> check_letter("Subject: Hi\\n\\nDear {{ you.first }}", "thanks", Language("en"),
    ...              day=date(2026, 5, 1))
    >>> check_letter("Dear", "thanks", Language("en"), day=date(2026, 5, 1))
    Traceback (most recent call last):
    netgraph.model.errors.InvalidInput: the template en/thanks.j2 must begin with a line such as \
'Subject: Thanks'
    """
    aim = Aim("ben" if kind == "via" else None, "Acme" if kind == "introduction" else "")
    filled(words, facts_for_letter(AsOf(_invented(day), day), "ana", aim), kind, language)


def _invented(day: date) -> Ledger:
    """Return a few facts, for a letter to be tried on."""
    people = {
        EGO: Person(EGO, "Robin Ostrow"),
        "ana": Person("ana", "Ana Silva", company="Acme", title="Nurse"),
        "ben": Person("ben", "Ben Ode", company="Best"),
    }
    talk = Event("talk", EventKind.INTERVIEW, day, "ana", EGO)
    return Ledger(people, ties=(Tie("t", EGO, "ana", closeness="close"),), events=(talk,))


def _path(own: Path, language: Language, kind: str) -> Path:
    """Return where the user's words for letters of a kind lie."""
    if kind not in KINDS:
        raise InvalidInput(f"there is no letter {kind!r}; there are {', '.join(KINDS)}")
    return own / language.code / f"{kind}.j2"


def _aside(path: Path) -> Path:
    """Return where the words before lie."""
    return path.with_name(path.name + BEFORE)
