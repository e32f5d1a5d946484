"""From paths to documents: files, the files of a folder, the entries of a ZIP.

Nothing is ever unpacked to disk, so the names in a ZIP are only names. A ZIP that means harm (names
that leave the folder, entries that grow beyond reason) is refused whole.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from netgraph.model.errors import UnreadableFile
from netgraph.model.text import clean
from netgraph.sources.protocol import Document, Reading
from netgraph.sources.zip_growth import grows_too_much

WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".ods", ".ots")
HEAD = 16 * 1024
PIECE = 2**20
_OFFICE = ("[Content_Types].xml", "content.xml", "Index.zip")
"""Entries that Office, LibreOffice and Numbers put into their files."""
LARGEST_ZIP = 2 * 2**30
MOST_ENTRIES = 20_000
DEEPEST = 100
LOCAL_HEADER = 30
ZIP64_END = 76
"""Bytes that a large ZIP has between its list of entries and its end."""
LONGEST_LIST = 64 * 2**20
"""Bytes at the end of a ZIP in which its list of entries is looked for."""


def open_documents(paths: Sequence[Path]) -> Iterator[Document | Reading]:
    """Yield every document at the paths, and a reading for what is there but cannot be one.

    Raises
    ------
    UnreadableFile
        If a path is not there or may not be read.
    """
    names = Counter(_label(path) for path in paths)
    for path in paths:
        label = _label(path) if names[_label(path)] == 1 else clean(str(path))
        try:
            mode = path.stat().st_mode
            if stat.S_ISDIR(mode):
                yield from _folder(path, label)
            elif stat.S_ISREG(mode):
                yield from _file(path, label, label)
            else:
                raise UnreadableFile(f"{clean(str(path))} is neither a file nor a folder")
        except OSError as error:
            raise UnreadableFile(f"cannot read {clean(str(path))}: {_reason(error)}") from error


def _label(path: Path) -> str:
    """Name an argument in reports."""
    return clean(path.name or path.resolve().name or str(path))


def _reason(error: OSError) -> str:
    """Say what the system said, in lower case."""
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


def _folder(folder: Path, label: str) -> Iterator[Document | Reading]:
    """Yield what is in a folder and its folders, in order; links to folders are not followed."""
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        name = f"{label}/{clean(entry.name)}"
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            yield Reading(name, "ignored", note="hidden")
        elif name.count("/") > DEEPEST:
            yield Reading(name, "ignored", note="too many folders inside one another")
        elif entry.is_dir(follow_symlinks=False):
            yield from _guarded(name, lambda p, n: _folder(p, n), Path(entry.path))
        elif entry.is_symlink() and entry.is_dir():
            yield Reading(name, "ignored", note="a link to a folder is not followed")
        elif not entry.is_file():
            yield Reading(name, "ignored", note="neither a file nor a folder")
        else:
            yield from _guarded(name, lambda p, n: _file(p, n, label), Path(entry.path))


def _guarded(
    name: str, walk: Callable[[Path, str], Iterator[Document | Reading]], path: Path
) -> Iterator[Document | Reading]:
    """Walk on; what may not be read inside a folder is reported and does not stop the rest."""
    try:
        yield from walk(path, name)
    except OSError as error:
        yield Reading(name, "unreadable", note=_reason(error))


def _file(path: Path, name: str, folder: str) -> Iterator[Document | Reading]:
    """Yield a file, or the entries of a ZIP."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) or (path.suffix.lower() == ".zip" and head):
        yield from _zip(path, name, folder, head)
        return
    yield _whole(path, name, folder, head)


def _whole(path: Path, name: str, folder: str, head: bytes) -> Document:
    """Return a file as it is."""
    size = path.stat().st_size
    return Document(name, path.name, folder, size, head, lambda: cast(BinaryIO, path.open("rb")))


def _zip(path: Path, name: str, folder: str, head: bytes) -> Iterator[Document | Reading]:
    """Yield the entries of a ZIP, or one reading that says what is wrong with it."""
    try:
        _refuse_crowd(path)
        with zipfile.ZipFile(path) as archive:
            _refuse_overlap(archive.infolist())
            entries = [e for e in archive.infolist() if not e.filename.endswith("/")]
            if is_one_file(entry.filename for entry in entries):
                yield _whole(path, name, folder, head)
                return
            _refuse_harm(entries)
            for entry in sorted(entries, key=lambda e: e.filename):
                yield _entry(path, archive, entry, name)
    except UnreadableFile as error:
        yield Reading(name, "unreadable", note=str(error))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        yield Reading(name, "unreadable", note=f"a damaged or cut-off ZIP ({error}); get it again")


def is_one_file(names: Iterable[str]) -> bool:
    """Whether the entries of a ZIP are the parts of one file of an office program.

    >>> is_one_file(["mimetype", "content.xml"]), is_one_file(["Connections.csv"])
    (True, False)
    """
    return any(name in _OFFICE or name.endswith(".iwa") for name in names)


def _refuse_crowd(path: Path) -> None:
    """Raise if the list of a ZIP's entries is too long to be read, before it is."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        stream.seek(max(size - LONGEST_LIST, 0))
        tail = stream.read()
    end = tail.rfind(b"PK\x05\x06")  # behind it the size of the list stands
    listed = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    entries = tail.count(b"PK\x01\x02", max(end - listed - ZIP64_END, 0))
    if entries > MOST_ENTRIES:
        raise UnreadableFile(f"refused: the ZIP has more than {MOST_ENTRIES:,} files")


def _refuse_overlap(entries: Iterable[zipfile.ZipInfo]) -> None:
    """Raise if two entries share bytes: the same few can be unpacked a thousand times."""
    end = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < end:
            raise UnreadableFile("refused: entries of the ZIP overlap, as no export's do")
        end = entry.header_offset + LOCAL_HEADER + entry.compress_size


def _refuse_harm(entries: Iterable[zipfile.ZipInfo]) -> None:
    """Raise if the ZIP is made to do harm."""
    total = count = 0
    for entry in entries:
        count, total = count + 1, total + entry.file_size
        parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
        if ".." in parts or parts[:1] == ("/",) or (parts[:1] and parts[0][1:2] == ":"):
            raise UnreadableFile(
                f"refused: the ZIP has an entry that would leave its folder ({entry.filename!r})"
            )
        if grows_too_much(entry):
            raise UnreadableFile(
                f"refused: {entry.filename!r} would grow from {entry.compress_size:,} to "
                f"{entry.file_size:,} bytes, as no export does"
            )
    if total > LARGEST_ZIP or count > MOST_ENTRIES:
        raise UnreadableFile(
            f"refused: the ZIP would unpack to {count:,} files of {total / 2**30:.1f} GB"
        )


def _entry(
    path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str
) -> Document | Reading:
    """Return one entry of a ZIP, or a reading that says why it is none."""
    shown = f"{name}/{clean(entry.filename)}"
    parts = PurePosixPath(entry.filename).parts
    if not parts:
        return Reading(shown, "unreadable", note="damaged inside the ZIP (it has no name)")
    if any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return Reading(shown, "ignored", note="hidden")
    if entry.flag_bits & 1:
        return Reading(shown, "unreadable", note="encrypted: unpack it with its password first")
    try:
        head = _checked(archive, entry)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        return Reading(shown, "unreadable", note=f"damaged inside the ZIP ({error})")
    except Exception as error:  # zlib.error, lzma.LZMAError: each codec has its own
        if type(error).__module__ not in ("zlib", "_lzma", "_bz2"):
            raise
        return Reading(shown, "unreadable", note=f"damaged inside the ZIP ({error})")
    if head.startswith(b"PK\x03\x04") and not entry.filename.lower().endswith(WORKBOOKS):
        return Reading(shown, "ignored", note="a ZIP inside a ZIP is not opened; unpack it first")
    inside = entry.filename
    return Document(
        shown, parts[-1], name, entry.file_size, head, lambda: _open_entry(path, inside)
    )


def _checked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return the beginning of an entry that is whole: only at its end is damage noticed."""
    with archive.open(entry) as stream:
        head = stream.read(HEAD)
        while stream.read(PIECE):
            pass
    return head


def _open_entry(path: Path, name: str) -> BinaryIO:
    """Open one entry; closing it closes the ZIP."""
    with zipfile.ZipFile(path) as archive:  # the entry's stream keeps the file open by itself
        return cast(BinaryIO, archive.open(name))
