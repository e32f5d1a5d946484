"""What the folder, the label or the name of a mail says: sent, a draft, spam, thrown away."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import Final

from netgraph.model.vocabulary import phrases

FILE: Final = "mail.toml"

_ENDING = re.compile(r"\.(?:mbox|mbx|mbs|mboxrd|mailbox|imapmbox|sbd|msf|txt)$", re.IGNORECASE)
_GMAIL = re.compile(r"^\[?(?:gmail|google ?mail)\]?[ _./-]+(?=.)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:[ _-]*\(?\d+\)?)+$")
_UTF7 = re.compile(r"&([A-Za-z0-9+,]*)-")
_FLAGS = re.compile(r"[:;!,\uf03a\uf022-]2,([A-Za-z]*)$")
_QUOTED = re.compile(r'"([^"]*)"|([^,"]+)')


def is_unwanted(path: str, *, alone: bool) -> bool:
    """Whether the folder of a mailbox, or its name, is that of drafts, spam or trash.

    A mail in a file ``alone`` bears its subject or a number, which is no folder.

    >>> is_unwanted("Takeout/Mail/Entwürfe.mbox", alone=False)
    True
    >>> is_unwanted(".INBOX.Entw&APw-rfe/cur/1", alone=True), is_unwanted("Mail/Trash.eml", alone=True)
    (True, False)
    >>> is_unwanted("All mail Including Spam and Trash.mbox", alone=False)
    False
    """  # noqa: E501
    parts = PurePosixPath(path).parts
    return any(
        name in _unwanted() for part in (parts[:-1] if alone else parts) for name in _names(part)
    )


@lru_cache(maxsize=1 << 12)
def has_unwanted(labels: str) -> bool:
    """Whether one of the labels, with commas between them, is that of drafts, spam, trash or chat.

    >>> has_unwanted("Papierkorb,Ungelesen"), has_unwanted('Inbox,"Trash, sort of"')
    (True, False)
    """
    found = (_plain(quoted or bare) for quoted, bare in _QUOTED.findall(labels))
    return any(label in _unwanted() or label in _plain_all("chats") for label in found)


@lru_cache(maxsize=1 << 12)
def is_sent(path: str) -> bool:
    """Whether a folder is that of what its owner has sent.

    >>> is_sent("Mail/Gesendete Objekte.mbox"), is_sent("Mail/Inbox.mbox")
    (True, False)
    """
    plain = _plain(_without_utf7(path))
    return any(part in plain for part in _plain_all("sent"))


def is_deleted(name: str) -> bool:
    """Whether the flags at the end of a file's name in a Maildir say draft or trashed.

    >>> is_deleted("1767603600.M1P2.host:2,ST"), is_deleted("1767603600.M1P2.host:2,S")
    (True, False)
    """
    flags = _FLAGS.search(name)
    return flags is not None and not {"D", "T"}.isdisjoint(flags[1])


def _names(part: str) -> Iterator[str]:
    """Yield what one part of a path may call a folder: Maildir++ has a path in a name."""
    part = _GMAIL.sub("", _ENDING.sub("", _without_utf7(part)))
    for name in (part, *part.split(".")):
        yield _plain(name)
        yield _plain(_NUMBERED.sub("", name))


def _without_utf7(text: str) -> str:
    """Return a name of a folder as people read it: IMAP writes other letters in a code."""

    def letters(found: re.Match[str]) -> str:
        if not found[1]:
            return "&"
        with suppress(ValueError):
            coded = found[1].replace(",", "/")
            return b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-16-be")
        return found[0]

    return _UTF7.sub(letters, text)


def _plain(name: str) -> str:
    """Return a name as it is compared."""
    return unicodedata.normalize("NFKC", name).casefold().strip(" []._")


@cache
def _plain_all(section: str) -> frozenset[str]:
    """Return the names of a section of the list."""
    return frozenset(map(_plain, phrases(FILE, section)))


def _unwanted() -> frozenset[str]:
    """Return the names of folders whose mail is no exchange with anybody."""
    return _plain_all("never sent or thrown away")
