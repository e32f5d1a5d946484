"""Which of the user's statements hold: of each subject and field, the newest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netgraph.model.records import Statement


def current(statements: Iterable[Statement], *, as_of: date | None = None) -> list[Statement]:
    """Return the statements that hold, the oldest first; one without a day is older than all.

    Parameters
    ----------
    statements
        Those of any subjects and fields.
    as_of
        What was said later counts for nothing; None for now.

    Examples
    --------
    >>> once = Statement("s1", "ana", "needs", "a nurse", date(2026, 4, 1))
    >>> now = Statement("s2", "ana", "needs", "a cook", date(2026, 6, 1))
    >>> [s.value for s in current([now, once])]
    ['a cook']
    >>> [s.value for s in current([now, once], as_of=date(2026, 5, 1))]
    ['a nurse']
    """
    newest: dict[tuple[str, str], Statement] = {}
    for said in sorted(statements, key=lambda s: (s.day or date.min, s.id)):
        if as_of is None or said.day is None or said.day <= as_of:
            newest.pop((said.subject, said.field), None)
            newest[said.subject, said.field] = said
    return list(newest.values())
