"""Where a mail begins in an mbox: separators of every program, and lines like one."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.sources import mbox
from netgraph.sources.mbox import begins_mbox, heads

ASCTIME = b"From ana@x.org Mon Jan  5 10:00:00 2026\n"
BODY = b"Subject: x\n\nHi\n\n"


def subjects(data: bytes) -> list[bytes]:
    return [head.headers.splitlines()[0] for head in heads(io.BytesIO(data))]


def numbered(separator: bytes, between: bytes = b"\n", count: int = 3) -> bytes:
    return b"".join(
        separator + b"Subject: %d\nTo: me@x.org\n\nHi\n" % n + between for n in range(count)
    )


@pytest.mark.parametrize(
    "separator",
    [
        ASCTIME,
        b"From 1784903428@xxx Mon Jan 05 10:00:00 +0000 2026\n",  # Google Takeout
        b"From - Mon Jan 05 10:00:00 2026\n",  # Thunderbird, Mozilla, Netscape
        b"From ???@??? Mon Jan 05 10:00:00 2026\n",  # Eudora
        b"From MAILER-DAEMON Mon Jan  5 10:00:00 2026\n",  # Dovecot, mutt
        b"From nobody Mon Jan  5 10:00:00 CET 2026\n",
        b"From ana@x.org  Mon Jan  5 10:00 2026\n",
        b"From ana@x.org Mon Jan  5 10:00:00 26\n",
        b"From ana@x.org Mon, 5 Jan 26 10:00:00\n",
        b"From ana@x.org Mon Jan  5 10:00 98 +0100\n",
        b"From ana@x.org 2026-01-05 10:00:00\n",
        b"From ana@x.org Mon, 5 Jan 2026 10:00:00 +0100\n",
        b'From "Ana Silva" <ana@x.org> Mon Jan  5 10:00:00 2026\n',
        b"From ana@x.org Mon Jan  5 10:00:00 2026 remote from host\n",
        b"From \n",
        b"From -\n",
        b"From ana@x.org\n",
        b"From MAILER-DAEMON\n",
    ],
)
def test_the_separators_of_every_program_are_known(separator: bytes) -> None:
    data = numbered(separator)

    assert begins_mbox(data)
    assert [b"Subject: 0", b"Subject: 1", b"Subject: 2"] == subjects(data)
    assert 3 == len(subjects(data.replace(b"\n", b"\r\n")))


@pytest.mark.parametrize("separator", [ASCTIME, b"From \n", b"From -\n"])
def test_mails_without_a_blank_line_between_are_told_apart(separator: bytes) -> None:
    one, other = numbered(separator, between=b""), numbered(separator, count=2)

    assert 3 == len(subjects(one))
    assert 8 == len(subjects(one + other + one))


def test_blank_lines_and_a_mark_come_first() -> None:
    (head,) = heads(io.BytesIO(b"\xef\xbb\xbf\r\n\n" + ASCTIME + BODY))

    assert 3 == head.line


def test_an_old_separator_that_was_kept_is_no_header() -> None:
    assert 1 == len(subjects(ASCTIME + b">From ben@x.org Mon Jan  5 09:00:00 2026\n" + BODY))


@pytest.mark.parametrize(
    "inside",
    [
        b"From now on, we meet at 10.\nFrom: ben@x.org\n\nYes.\n",
        b"From ben Mon Jan  5 10:00:00 2026 we had no news.\nNothing else.\n",
        b">From ben@x.org Mon Jan  5 10:00:00 2026\nFrom: ben@x.org\n\n",  # mboxo, mboxrd
        b">>From ben@x.org Mon Jan  5 10:00:00 2026\nFrom: ben@x.org\n\n",
        b"From 3a96760aa2f0a4c1b2b7f00d3a96760aa2f0a4c1 Mon Sep 17 00:00:00 2001\n"
        b"From: Ben <ben@x.org>\nDate: Mon, 5 Jan 2026 10:00:00 +0000\n\n---\n",
        b"he wrote:\nFrom ben@x.org Mon Jan  5 10:00:00 2026\nFrom: ben@x.org\n\n",
        b"From \nhere to eternity: a film\n",
    ],
)
def test_a_line_in_a_mail_that_looks_like_a_separator_is_none(inside: bytes) -> None:
    data = numbered(ASCTIME, count=1) + ASCTIME + b"Subject: 1\n\nHi\n\n" + inside + b"\n"

    assert [b"Subject: 0", b"Subject: 1", b"Subject: 0"] == subjects(
        data + numbered(ASCTIME, count=1)
    )


def test_a_mailbox_of_patches_is_one() -> None:
    patch = b"From 3a96760aa2f0a4c1b2b7f00d3a96760aa2f0a4c1 Mon Sep 17 00:00:00 2001\n"

    assert 3 == len(subjects(numbered(patch)))


MULTIPART = (
    b'Subject: outer\nContent-Type: multipart/mixed;\n boundary="b1"\n\n--b1\n\nHi\n--b1\n\n'
)


@pytest.mark.parametrize("end", [b"\n--b1--\n\n", b"\n--b1\n\nmore\n--b1--\n\n"])
def test_a_mailbox_attached_to_a_mail_holds_no_mails(end: bytes) -> None:
    data = ASCTIME + MULTIPART + numbered(ASCTIME) + end + ASCTIME + b"Subject: next\n\n"

    assert [b"Subject: outer", b"Subject: next"] == subjects(data)


def test_a_mail_of_parts_that_was_cut_off_does_not_hide_the_next() -> None:
    data = ASCTIME + MULTIPART + b"cut\n\n" + ASCTIME + b"Subject: next\n\n"

    assert [b"Subject: outer", b"Subject: next"] == subjects(data)


def test_a_mail_that_says_its_length_is_that_long() -> None:  # mboxcl2
    inside = b"\n" + ASCTIME + b"Subject: quoted\n\n\n"
    head = b"Subject: outer\nContent-Length: %d\n\n" % len(inside)

    assert [b"Subject: outer", b"Subject: next"] == subjects(
        ASCTIME + head + inside + b"\n" + ASCTIME + b"Subject: next\n\n"
    )


@pytest.mark.parametrize("length", [0, 1, 9, 10**8])
def test_a_length_that_is_wrong_is_not_believed(length: int) -> None:
    head = b"Subject: outer\nContent-Length: %d\n\nHello there\n\n" % length

    assert [b"Subject: outer", b"Subject: next"] == subjects(
        ASCTIME + head + ASCTIME + b"Subject: next\n\n"
    )


@given(st.integers(100, 900), st.integers(0, 40), st.booleans())
def test_pieces_do_not_matter(chunk: int, filler: int, parts: bool) -> None:
    mail = b"X-Filler: " + b"x" * filler + b"\n" + (MULTIPART + b"\n--b1--\n" if parts else BODY)
    data = b"\n".join([ASCTIME + mail] * 20)
    whole = list(heads(io.BytesIO(data)))
    sizes = mbox.CHUNK, mbox.AHEAD
    try:
        mbox.CHUNK, mbox.AHEAD = chunk, 300  # type: ignore[misc]
        assert whole == list(heads(io.BytesIO(data)))
    finally:
        mbox.CHUNK, mbox.AHEAD = sizes  # type: ignore[misc]
    assert 20 == len(whole)
