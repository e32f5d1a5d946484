"""What every reader of files agrees on.

A *document* is one file, wherever it lies: on disk, in a folder, in a ZIP. A *format* is a module
that recognises documents by their content and reads them into facts. Adding a format is writing
one module with a `Format` and naming it in `netgraph.sources.FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from netgraph.model.messages import Messages
from netgraph.model.records import EGO, Event, Fact, Ledger


@dataclass(frozen=True, slots=True)
class Document:
    """One file: ``path`` as reports show it, its ``size``, its first bytes, and a way to open it.

    ``folder`` is the import argument it came with: parts of one export share it.
    """

    path: str
    name: str
    folder: str
    size: int
    head: bytes
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Skip:
    """A row that could not be used: its line in the file (1 is the first), why, and the row."""

    line: int
    reason: str
    row: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document held.

    ``rows`` is how many rows of data it has; each is a fact, hidden (a member who shows nothing
    but a date), or skipped. ``kind`` is what it was taken for, ``"ignored"`` with a ``note`` if
    it holds nothing for us, ``"unreadable"`` with a ``note`` if it cannot be read. ``mapping`` says
    which columns were read as what, or may be meant if nothing could be read; ``lines`` at which
    line of the file a fact was first read. ``messages`` are no facts yet: there may be very many.
    """

    path: str
    kind: str
    rows: int = 0
    hidden: int = 0
    skipped: tuple[Skip, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    messages: Messages | None = None

    @property
    def holds(self) -> bool:
        """Whether anything in it could be used."""
        return bool(self.facts or self.messages)

    def events(self) -> Iterator[Event]:
        """Yield what happened, each message too."""
        yield from (fact for fact in self.facts if isinstance(fact, Event))
        yield from self.messages.events() if self.messages else ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader may know besides the documents.

    ``owner`` is the id of the person whose data it is, ``owner_name`` their name if the user gave
    one, ``known`` the facts in the store (records of sources), ``mapping`` the user's own choice
    of columns, ``as_of`` the day of the import, for dates without a century and nothing else.
    """

    as_of: date
    owner: str = EGO
    owner_name: str = ""
    known: Ledger = field(default_factory=Ledger)
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    ``claims`` returns what a document is ("connections", "vcard" ...) or None if it is not of
    this format; it looks at the name and head only. ``read`` gets all claimed documents of one
    import together, since the parts of an export explain one another, and yields a reading for
    each. ``help`` is the line that ``netgraph import --help`` shows. What is ``on_top`` names
    people that other files tell of, and is read after these.
    """

    name: str
    help: str
    claims: Callable[[Document], str | None]
    read: Callable[[Sequence[tuple[str, Document]], Context], Iterator[Reading]]
    on_top: bool = False
