"""To whom a message went, of one cell with all names and one with all addresses.

LinkedIn joins the names by a comma without a blank, and a name may hold commas of its own ("Ben
Oak, PhD"). Each recipient has one address, where the file has addresses; then the names only say
what somebody is called of whom no other file tells. Without addresses a piece of a name is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from netgraph.identity.names import is_title_behind
from netgraph.model.text import fold
from netgraph.sources.linkedin.ego import BETWEEN
from netgraph.sources.linkedin.people import NOBODY, People

_JOINT: Final = re.compile(r",(?=\S)")
_COMMA: Final = re.compile(r",\s*")

Recipient = tuple[str, str]
"""A name and an address; one of the two may be empty."""


def recipients(people: People, to: str, to_urls: str) -> Sequence[Recipient]:
    """Return the name and the address of everybody a message went to, the owner among them."""
    return _addressed(to, to_urls) or [(name, "") for name in _names(people, to)]


@lru_cache(maxsize=1 << 16)
def _addressed(to: str, to_urls: str) -> tuple[Recipient, ...]:
    """Return the names and addresses of a message's recipients, none if it has no addresses."""
    urls = BETWEEN.split(to_urls.strip(" ,;")) if to_urls.strip(" ,;") else []
    return tuple(zip(_in_step(to, len(urls)), urls, strict=True))


def _in_step(to: str, count: int) -> list[str]:
    """Return as many names as there are addresses, empty ones if it cannot be told which is whose.

    >>> _in_step("Ana Silva,Ben Oak, PhD", 2), _in_step("Silva, Ana, Ben", 2)
    (['Ana Silva', 'Ben Oak, PhD'], ['', ''])
    """
    if count < 2:
        return [to][:count]
    for joint in (_JOINT, _COMMA):
        names = joint.split(to)
        if len(names) == count:
            return names
    return [""] * count


def _names(people: People, to: str) -> list[str]:
    """Return the names in a cell, but for pieces that may be of one."""
    joined = [part for part in _JOINT.split(to) if part.strip()]
    if len(joined) > 1:
        return [name for part in joined if _is_whole(people, name := part.strip())]
    return list(_apart(people, [part for part in to.split(", ") if part.strip()]))


def _apart(people: People, parts: Sequence[str]) -> Iterator[str]:
    """Yield names that are separated as the titles behind them are: Ana Silva, PhD, Ben Oak.

    Two single words are one name with the surname first.
    """
    rest = list(parts)
    if len(rest) == 2 and not any(_is_whole(people, part) for part in rest):
        yield ", ".join(rest)
        return
    while rest:
        for end in range(len(rest), 0, -1):
            name = ", ".join(rest[:end])
            if _is_known(people, name) or all(map(is_title_behind, rest[1:end])):
                if end == len(parts) or _is_whole(people, name):
                    yield name
                del rest[:end]
                break


def _is_known(people: People, name: str) -> bool:
    """Whether somebody is called so: the owner, or one of the people read so far."""
    return people.is_owner(name, "") or bool(people.called(name))


def _is_whole(people: People, name: str) -> bool:
    """Whether a name is no piece of one: it has two words, or is known, or hides a member."""
    return len(fold(name).split()) > 1 or _is_known(people, name) or fold(name) == NOBODY
