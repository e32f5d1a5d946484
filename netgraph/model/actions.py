"""What can be done next, as plain data: whoever shows it puts it into the words of its own kind.

The command line writes an action as a command, a page may make it a button, a notebook may look
at its parts.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import field

from netgraph.model.base_record import Record


class Action(Record, frozen=True):
    """Something that can be done next: ``verb`` names it, ``who`` is done it with or to.

    ``who`` has ids of people, or the words for somebody or something that has no id, in the order
    in which the verb takes them (``refer``: the introducer, then the person). ``fields`` has what
    else is said, by name: ``log`` has a ``kind``, ``ask`` may have a ``target``, a ``want`` ...

    >>> Action("log", ("ana",), {"kind": "thanked"}).fields["kind"]
    'thanked'
    """

    verb: str
    who: tuple[str, ...] = ()
    fields: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)


class Hint(Record, frozen=True):
    """Advice in words, and the action that follows it, if there is one."""

    words: str
    action: Action | None = None
