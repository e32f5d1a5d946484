"""The files of a pool: signed JSON that anybody may read and nobody can change unseen.

Every file says of which pool it is, who wrote it, its number (a member's later file replaces an
earlier one) and the day. It is sealed with the pool's secret, so that only members can write one,
and signed with the member's own key, so that nobody can write in another's name. What is signed is
the canonical JSON (keys in order, no blanks) of all but seal and signature.

===========  ====================================================================================
kind         body
===========  ====================================================================================
``shares``   `Shares`: whom the member knows, as `netgraph.pools.shares` puts it
``leave``    `Leave`: the member takes back all they shared
``request``  `Request`: may I be introduced to this person whom you know?
``reply``    `Reply`: yes, with the name sealed for who asked, or no
===========  ====================================================================================
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec

from netgraph.model.errors import UnreadableFile
from netgraph.model.text import clean
from netgraph.pools.keys import MemberKey, PoolKey, is_signed

FORMAT: Final = "netgraph-pool"
VERSION: Final = 2
BEGINNING: Final = b'{"body":'
LARGEST: Final = 100_000_000
MOST: Final = 100
"""More asks a quarter nobody bears."""
BANDS: Final = (1, 2, 3)
_TEXTS: Final = re.compile(r'"(?:[^"\\]|\\.)*"')

Sign = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
"""A mark of a person, or the key of a member."""

Marks = Annotated[tuple[Sign, ...], msgspec.Meta(min_length=1, max_length=1000)]
Text = Annotated[str, msgspec.Meta(max_length=1000)]
Called = Annotated[str, msgspec.Meta(pattern=r"\S", max_length=1000)]
"""Whoever has the key can sign anything: what would stop a command is in no type."""


class Known(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """Somebody whom a member knows; ``band`` is how well: 1 barely, 2 warm, 3 close.

    ``stated`` is whether the member said so themselves, ``bears`` how many asks a quarter this
    person should get at most. ``name`` is there only if the member chose to write it.
    """

    marks: Marks
    band: Annotated[int, msgspec.Meta(ge=min(BANDS), le=max(BANDS))]
    employer: Text = ""
    function: Text = ""
    level: Text = ""
    school: Text = ""
    stated: bool = False
    name: Text | None = None
    bears: Annotated[int, msgspec.Meta(ge=0, le=MOST)] = 3


class Asked(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """On ``day`` the member asked somebody of the pool, themselves or ``through`` a member.

    ``turn`` is which of the asks that the person bears it was (`netgraph.pools.dealing`), -1 if it
    was none of those that are dealt out: an ask without the pool.
    """

    marks: Marks
    day: date
    through: Text = ""
    turn: Annotated[int, msgspec.Meta(ge=-1, lt=MOST)] = -1


Named = tuple[tuple[Sign, ...], ...]
"""Whom each file of a member named for the first time, of the members whose files they joined."""


class Shares(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a member shares; ``left`` are the files of members who left, as these signed them."""

    called: Called
    box: str
    me: tuple[Sign, ...] = ()
    named: Named = ()
    people: tuple[Known, ...] = ()
    asked: tuple[Asked, ...] = ()
    left: tuple[str, ...] = ()


class Leave(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A member leaves; their asks of the quarter go on counting, ``stay`` has whom they know of."""

    asked: tuple[Asked, ...] = ()
    named: Named = ()
    stay: tuple[Sign, ...] = ()


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody would like to be introduced; to whom, and why, is ``sealed`` for ``to`` alone."""

    id: Sign
    to: Sign
    called: Called
    box: str
    sealed: str


class Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The answer to the request ``id`` of the member ``to``; ``sealed`` is for them alone."""

    id: Sign
    to: Sign
    called: Called
    sealed: str


class _Said(msgspec.Struct, frozen=True):
    """A file as far as it need be known to tell whose it is."""

    format: Any = ""
    version: Any = None
    kind: Any = ""
    pool: Any = ""
    member: Any = ""
    number: Any = None
    day: Any = None
    seal: Any = ""
    signature: Any = ""
    body: msgspec.Raw = msgspec.Raw(b"null")


Body = Shares | Leave | Request | Reply
BODIES: Final[dict[str, type[Body]]] = {
    "shares": Shares, "leave": Leave, "request": Request, "reply": Reply,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PoolFile:
    """What a file says, who wrote it, which of theirs it is; all of its ``text``, if they left."""

    member: str
    number: int
    day: date
    body: Body
    text: str = ""


def written(file: PoolFile, pool: PoolKey, own: MemberKey) -> bytes:
    """Return the bytes of a file, sealed and signed."""
    kind = next(kind for kind, body in BODIES.items() if isinstance(file.body, body))
    said = {
        "format": FORMAT,
        "version": VERSION,
        "kind": kind,
        "pool": pool.pool,
        "member": own.member,
        "number": file.number,
        "day": file.day,
        "body": file.body,
    }
    data = canonical(said)
    signed = {**said, "seal": pool.seal(data), "signature": own.sign(data)}
    return canonical(signed) + b"\n"


def read(path: Path, pool: PoolKey) -> PoolFile:
    """Read a file of a pool.

    Raises
    ------
    UnreadableFile
        If it is no such file, of another pool, of a newer form, or was changed after it was
        signed.
    """
    where = clean(str(path))
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(f"{where} is too large for a file of a pool")
        return understood(path.read_bytes(), pool, where)
    except OSError as error:
        raise UnreadableFile(f"cannot read {where}: {error.strerror}") from error


def understood(data: bytes, pool: PoolKey, where: str = "this file") -> PoolFile:
    """Return what the bytes of a file say; raises as `read` does."""
    try:
        said = msgspec.json.decode(data, type=_Said)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        said = None
    if said is None and data.startswith(BEGINNING):
        raise UnreadableFile(f"{where} is damaged or cut off: ask for it once more")
    if said is None or said.format != FORMAT:
        raise UnreadableFile(f"{where} is no file of a pool")
    if said.version != VERSION:
        raise UnreadableFile(f"{where} was written by {_other_age(said.version)}")
    if said.pool != pool.pool:
        raise UnreadableFile(f"{where} is of another pool: it was left out")
    plain = next((p for p in _plain(data, said) if _is_sealed(p, said, pool)), None)
    if plain is None:
        raise UnreadableFile(f"{where} was changed after it was signed: ask for it once more")
    file = _checked(plain, where)
    return replace(file, text=data.decode().strip()) if isinstance(file.body, Leave) else file


def _plain(data: bytes, said: _Said) -> Iterator[bytes]:
    """Yield what was signed: the file but for seal and signature, else its canonical JSON.

    Nobody need write it anew whose file is as `written` gives it.
    """
    signs = f',"seal":"{said.seal}","signature":"{said.signature}"'.encode()
    begin, end, rest = data.rstrip().rpartition(signs)
    if end:
        yield begin + rest
    try:
        everything = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return
    yield canonical({k: v for k, v in everything.items() if k not in ("seal", "signature")})


def _is_sealed(plain: bytes, said: _Said, pool: PoolKey) -> bool:
    """Whether a member of the pool signed this."""
    seal = str(said.seal).encode()
    return hmac.compare_digest(seal, pool.seal(plain).encode()) and is_signed(
        str(said.member), plain, str(said.signature)
    )


def _other_age(version: Any) -> str:
    """Say which netgraph wrote a file of another form, and what to do."""
    if isinstance(version, int) and version < VERSION:
        return "an older netgraph: ask for a new file of theirs, once they have updated it"
    return "a newer netgraph: update netgraph"


def _checked(plain: bytes, where: str) -> PoolFile:
    """Return a file whose signature holds, if it says what one can say."""
    try:
        said = msgspec.json.decode(plain, type=_Said)
        kind, text = BODIES[said.kind], bytes(said.body).decode()
        if _is_clean(text):
            body = msgspec.json.decode(text, type=kind)
        else:
            body = msgspec.convert(_cleaned(msgspec.json.decode(text)), type=kind)
        file = PoolFile(
            str(said.member),
            msgspec.convert(said.number, type=Annotated[int, msgspec.Meta(ge=0, lt=2**53)]),
            msgspec.convert(said.day, type=date),
            body,
        )
    except (msgspec.DecodeError, KeyError, TypeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableFile(f"{where} says something that no file of a pool says") from error
    return file


def _is_clean(json: str) -> bool:
    r"""Whether no text in some JSON needs to be cleaned: most do not, and that is seen sooner.

    >>> _is_clean('{"a": ["Söhne", 1]}'), _is_clean('["a\u202eb"]'), _is_clean('[{"a\\n": 1}]')
    (True, False, False)
    """
    if json.isascii() and json.isprintable() and "\\" not in json:
        return True
    texts = {text for text in _TEXTS.findall(json) if not text.isascii() or "\\" in text}
    return "\x7f" not in json and all(
        text == _cleaned(text) for text in map(msgspec.json.decode, texts)
    )


def _cleaned(value: Any) -> Any:
    """Return what somebody else wrote without anything that hides in a text."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return {k: _cleaned(v) for k, v in value.items()} if isinstance(value, dict) else value


def canonical(value: Any) -> bytes:
    """Return a value as the one JSON text of it: keys in order, no blanks.

    >>> canonical({"b": 1, "a": [True, None]})
    b'{"a":[true,null],"b":1}'
    """
    return msgspec.json.encode(value, order="sorted")
