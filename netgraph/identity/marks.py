"""Marks: what a pool writes in the place of a person, so that two members' records of one meet.

A mark is a keyed hash (BLAKE2b, 128 bits) of something that says who somebody is, made with the
secret of one pool: the same person has other marks in another pool, and without the secret a mark
tells nothing. Whoever has the secret can make the mark of an address that they know or guess, and
see whether it is there; `docs/pools.md` says so to the members.

Three kinds meet across members: the profile's address, an e-mail address that is one person's,
and, for those who have neither in one of the two, the name with the employer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Final

from netgraph.identity.addresses import email_key, is_desk, is_personal, profile_key
from netgraph.identity.companies import company_key
from netgraph.model.text import fold

PROFILE: Final = "p"
EMAIL: Final = "e"
NAME: Final = "n"
"""What a mark begins with: what kind of sign it was made of."""

SIZE: Final = 16


def marks_of(
    secret: bytes,
    *,
    name: str = "",
    emails: Iterable[str] = (),
    urls: Iterable[str] = (),
    employers: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return the marks of a person, the surest kind first; none if nothing says who they are.

    >>> ana = marks_of(b"secret", name="Ana Silva", emails=["Ana@Example.org", "info@acme.com"])
    >>> ana == marks_of(b"secret", emails=["ana@example.org"]), ana == marks_of(b"other", emails=[])
    (True, False)
    >>> [mark[0] for mark in marks_of(b"s", name="Ana", urls=["in/ana"], employers=["Acme"])]
    ['p', 'n']
    """
    return tuple(
        dict.fromkeys(_mark(secret, *sign) for sign in _signs(name, emails, urls, employers))
    )


def _signs(
    name: str, emails: Iterable[str], urls: Iterable[str], employers: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield what says who somebody is, each with its kind."""
    yield from ((PROFILE, key) for url in urls if is_personal(key := profile_key(url)))
    yield from ((EMAIL, key) for e in emails if (key := email_key(e)) and not is_desk(key))
    if called := fold(name):
        yield from ((NAME, f"{called}\n{at}") for e in employers if (at := company_key(e)))


def _mark(secret: bytes, kind: str, sign: str) -> str:
    """Return one mark: its kind and the keyed hash."""
    made = hashlib.blake2b(f"{kind}:{sign}".encode(), digest_size=SIZE, key=_marking(secret))
    return f"{kind}{made.hexdigest()}"


@lru_cache(maxsize=16)
def _marking(secret: bytes) -> bytes:
    """Return the key of the marks: the secret has other uses, each with a key of its own."""
    return hashlib.blake2b(b"marks", key=secret).digest()


def meet(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two records are of one person, by their marks.

    One profile or one e-mail address is enough. The same name at the same employer is, unless
    each has a profile of their own: two people may be called alike.

    >>> meet(["p1", "n9"], ["e2", "n9"]), meet(["p1", "n9"], ["p2", "n9"]), meet(["p1"], ["p1"])
    (True, False, True)
    """
    common = {*a} & {*b}
    if any(mark[0] != NAME for mark in common):
        return True
    return bool(common) and not (_has_profile(a) and _has_profile(b))


def _has_profile(marks: Iterable[str]) -> bool:
    return any(mark.startswith(PROFILE) for mark in marks)
