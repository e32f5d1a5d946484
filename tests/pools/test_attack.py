"""What somebody learns who gets a file of a pool: without the key, and with it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from netgraph.identity.marks import marks_of
from netgraph.pools.keys import PoolKey
from tests.pools.people import KEY, contact, exported, store_of

DIRECTORY = [f"{name}@example.org" for name in ("cara-weiss", "dan-roe", "eva-ling", "fay-oh")]
"""Addresses that the attacker knows or guesses."""


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    """Return a file in which Ana shares Cara and Dan, of the four in the directory."""
    path = store_of(tmp_path / "x.db", "Ana Silva", *contact("Cara Weiss"), *contact("Dan Roe"))
    return exported(path, tmp_path / "x.pool").read_bytes()


def test_without_the_key_no_guess_can_be_tested(data: bytes) -> None:
    for email in DIRECTORY:
        for guess in (email, f"e:{email}", email.upper(), f"mailto:{email}"):
            for name in ("blake2b", "blake2s", "sha256", "sha1", "md5", "sha3_256"):
                digest = hashlib.new(name, guess.encode()).hexdigest()
                assert digest[:16].encode() not in data
            short = hashlib.blake2b(guess.encode(), digest_size=16).hexdigest()
            assert short.encode() not in data
        with_what_the_file_bears = bytes.fromhex(KEY.pool)
        for mark in marks_of(with_what_the_file_bears, emails=[email]):
            assert mark.encode() not in data


def test_without_the_key_two_pools_cannot_be_matched(data: bytes, tmp_path: Path) -> None:
    other = PoolKey(b"o" * 32)
    marks = {m for e in DIRECTORY for m in marks_of(other.secret, emails=[e])}

    assert not [m for m in marks if m.encode() in data]


def test_with_the_key_whoever_is_guessed_is_found(data: bytes) -> None:
    """It cannot be prevented, and the page for members says so."""
    found = [e for e in DIRECTORY if marks_of(KEY.secret, emails=[e])[0].encode() in data]

    assert ["cara-weiss@example.org", "dan-roe@example.org"] == found
    page = Path(__file__).parents[2].joinpath("docs/pools.md").read_text("utf-8")
    assert "marks can be tested" in " ".join(page.split())


def test_with_the_key_whom_nobody_guesses_stays_unknown(data: bytes) -> None:
    marks = re.findall(rb'"([pen][0-9a-f]{32})"', data)
    guessed = {m.encode() for e in DIRECTORY[2:] for m in marks_of(KEY.secret, emails=[e])}

    assert 6 <= len(marks)
    assert guessed.isdisjoint(marks)
