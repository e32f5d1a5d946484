"""Which program made what is kept beside a store: another one makes its own."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec


@cache
def program_of(*folders: str) -> str:
    """Return what says which code would make something, from the package's folders it is made by.

    >>> program_of("model") == program_of("model") != program_of("store")
    True
    """
    here = Path(__file__).parents[1]
    said = [sys.version, msgspec.__version__]
    for folder in folders:
        for entry in sorted(os.scandir(here / folder), key=lambda entry: entry.name):
            if entry.is_file():
                stat = entry.stat()
                said.append(f"{folder}/{entry.name} {stat.st_size} {stat.st_mtime_ns}")
    return blake2b("\n".join(said).encode(), digest_size=16).hexdigest()
