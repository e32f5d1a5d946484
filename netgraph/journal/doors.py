"""Where somebody may know people, by the user's word: employers at which they could open a door.

Nobody's export says whom a friend knows at an employer. The user may have an idea, or be sure that
there is nothing in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

from msgspec import field

from netgraph.identity.companies import company_key
from netgraph.identity.firms import Firms, firms_of, firms_on
from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Ledger, Statement
from netgraph.model.statements import current, statement, value_of
from netgraph.model.text import clean, fold

MAY: Final = "may_know_at"
NOBODY: Final = "knows_nobody_at"

Keys = Mapping[str, frozenset[str]]


class Doors(Record, frozen=True):
    """Who may know somebody at which employers (``may``), and who knows nobody (``nobody``)."""

    may: Keys = field(default_factory=dict)
    nobody: Keys = field(default_factory=dict)

    def open(self, person: str, employer: str) -> bool:
        """Return whether somebody may know people at an employer, by the user's word."""
        return _key(employer) in self.may.get(person, ())

    def shut(self, person: str, employer: str) -> bool:
        """Return whether the user says that they know nobody there."""
        return _key(employer) in self.nobody.get(person, ())

    def people(self) -> Collection[str]:
        """Return everybody of whom anything is said."""
        return dict.fromkeys((*self.may, *self.nobody))


NO_DOORS: Final = Doors()


@part
def doors_on(view: AsOf) -> Doors:
    """Return what the user says on a day of who may know somebody where.

    >>> said = door_said(Ledger(), "ana", "Acme Inc.", day=date(2026, 5, 1))
    >>> doors = doors_on(AsOf(Ledger(statements=tuple(said)), date(2026, 5, 2)))
    >>> doors.open("ana", "ACME"), doors.open("ana", "Oak"), doors.shut("ana", "ACME")
    (True, False, False)
    """
    return doors_said(view.ledger.statements, firms_on(view), as_of=view.day)


def doors_said(
    statements: Iterable[Statement], firms: Firms, *, as_of: date | None = None
) -> Doors:
    """Return the same of statements; employers are meant as `netgraph.identity.firms` has it."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    those = (s for s in statements if s.field in (MAY, NOBODY))
    for said in current(those, as_of=as_of):
        if isinstance(said.value, tuple) and said.value:
            names = (_called(name, firms) for name in said.value)
            found[said.field][said.subject] = frozenset(map(_key, names))
    return Doors(found[MAY], found[NOBODY])


def door_said(
    ledger: Ledger, person: str, employer: str, *, day: date, may: bool = True
) -> list[Statement]:
    """Return the statements that somebody may know people at an employer, or knows nobody there.

    The newest word holds: a yes takes an earlier no away, and the other way round.

    Raises
    ------
    InvalidInput
        If the employer has no letter or digit in it.

    Examples
    --------
    >>> [said] = door_said(Ledger(), "ana", "Acme", day=date(2026, 5, 1))
    >>> said.field, said.value
    ('may_know_at', ('Acme',))
    """
    firms = firms_of(ledger)
    name = clean(_called(clean(employer), firms))
    if not _key(name):
        raise InvalidInput("name the employer: it needs a letter or a digit")
    on, off = (MAY, NOBODY) if may else (NOBODY, MAY)
    said = {f: value_of(ledger.statements, person, f) or () for f in (on, off)}
    left = {f: [n for n in said[f] if _key(_called(n, firms)) != _key(name)] for f in said}
    found = [statement(person, on, "\n".join([*left[on], name]), day)]
    if len(left[off]) < len(said[off]):
        found.append(statement(person, off, "\n".join(left[off]), day))
    return found


def _called(name: str, firms: Firms) -> str:
    """Return how the firm that is meant is called, the name itself where none is."""
    one = firms.one(name)
    return firms.by_id[one].name if one else name


def _key(employer: str) -> str:
    """Return what tells employers apart."""
    return company_key(employer) or fold(employer)
