"""What is searched of everybody: names, firms, titles, places, labels, addresses, jobs, notes.

All but the notes, which the user writes from day to day, is worked out once for a ledger and kept
with it (`Ledger.texts`); it is text in the forms in which people type it, by the one rule of
`netgraph.model.text.search_keys`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from netgraph.model.parties import other_party
from netgraph.model.records import EGO, YOU, Ledger, Person
from netgraph.model.text import fold, search_keys

Words = Sequence[Collection[str]]
"""Words that are asked for, each in the forms of which one is to be found."""


def texts_of(ledger: Ledger) -> Sequence[tuple[str, str]]:
    """Return everybody but ego by name, each with what is searched of them, without notes.

    >>> book = Ledger({"p1": Person("p1", "Bo Ek", company="Acme"), "p2": Person("p2", "Al")})
    >>> texts_of(book)
    (('p2', 'al'), ('p1', 'bo ek\\nacme'))
    """
    kept = ledger.texts()
    if kept is not None:
        return kept
    jobs: dict[str, list[str]] = {}
    for position in ledger.positions:
        jobs.setdefault(position.person, []).extend((position.organisation, position.title))
    people = sorted(
        (p for p in ledger.people.values() if p.id != EGO), key=lambda p: (fold(p.name), p.id)
    )
    return tuple((p.id, known_text(p, jobs.get(p.id, ()))) for p in people)


def found_in(
    ledger: Ledger, words: Words, texts: Sequence[tuple[str, str]] | None = None
) -> list[str]:
    """Return everybody but ego of whom something has each of the words, by name.

    ``texts`` are `texts_of` the ledger, where they are at hand.
    """
    notes = _notes(ledger)
    return [
        i
        for i, text in texts or texts_of(ledger)
        if has_all(f"{text}\n{notes[i]}" if i in notes else text, words)
    ]


def known_text(person: Person, more: Iterable[str] = ()) -> str:
    """Return what is known of a person, and more, in the forms in which it is searched."""
    known = (
        person.name, person.company, person.title, person.place, *person.tags, *person.emails,
        *more,
    )  # fmt: skip
    return "\n".join(key for part in known if part for key in search_keys(part))


def has_all(text: str, words: Iterable[Collection[str]]) -> bool:
    """Say whether each word, in one of its forms, is somewhere in a text.

    >>> from netgraph.model.text import asked_for
    >>> has_all(known_text(Person("p1", "Jürgen Ode")), asked_for("juergen ode"))
    True
    """
    for forms in words:
        for form in forms:
            if form in text:
                break
        else:
            return False
    return True


def _notes(ledger: Ledger) -> dict[str, str]:
    """Return what the user noted of everybody, in the forms in which it is searched."""
    found: dict[str, list[str]] = {}
    for event in ledger.events:
        if event.note and event.source == YOU:
            found.setdefault(other_party(event), []).extend(search_keys(event.note))
    return {i: "\n".join(keys) for i, keys in found.items()}
