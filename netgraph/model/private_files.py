"""Files that only their owner may read, written whole or not at all."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from netgraph.model.errors import InvalidInput


def write_private(path: Path, data: bytes | Iterable[bytes], *, fresh: bool = False) -> None:
    """Write a file for its owner alone (0600), in place of one that is there unless ``fresh``.

    The data goes into a file beside it that takes its place when it is complete, so a full disk or
    a killed program leaves what was there.

    Raises
    ------
    InvalidInput
        If the file cannot be written, or is there already and should be ``fresh``.
    """
    import tempfile  # noqa: PLC0415 - brings much along, and most commands write no file

    if fresh and path.exists():
        raise InvalidInput(f"{path} is there already: choose another name")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    except (OSError, ValueError) as error:
        raise InvalidInput(f"cannot write {path}: {_why(error)}") from error
    try:
        with open(handle, "wb") as stream:
            stream.writelines([data] if isinstance(data, bytes) else data)
        os.replace(name, path)
    except OSError as error:
        raise InvalidInput(f"cannot write {path}: {_why(error)}") from error
    finally:
        with suppress(OSError):
            os.unlink(name)


def remove_private(path: Path) -> None:
    """Take a private file away, and what was left of it where a program was killed."""
    for one in (path, *path.parent.glob(f".{glob.escape(path.name)}.*")):
        one.unlink(missing_ok=True)


def _why(error: Exception) -> str:
    """Return what went wrong in words."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
