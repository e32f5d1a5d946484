"""Bytes into text: what a file is, and in which encoding it is written."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import UnreadableFile
from netgraph.sources.encoding import (
    LARGEST,
    SIGNATURES,
    beginning,
    decode,
    first_lines,
    load,
    opened,
    what_it_is,
)
from netgraph.sources.protocol import Document

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\ufffe"))


def document(data: bytes, *, size: int | None = None, head: int = 16384) -> Document:
    return Document(
        "a", "a", "", len(data) if size is None else size, data[:head], lambda: io.BytesIO(data)
    )


@given(texts)
def test_utf_8_and_utf_16_come_back_as_written(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert text == decode(text.encode(encoding))


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("cp1252", "Zoë O’Brien – “Müller” & Søn, señor\n"),
        ("mac_roman", "Zoë Müller und Jürgen Großmann, Café\n"),
        ("cp1250", "Łukasz Żółć, Jiří Dvořák, Księgowy\n"),
        ("cp1254", "Işıl Yıldırım, Müdür, İstanbul\n"),
        ("cp1251", "Фёдор Семёнов, Директор, Москва\n"),
        ("cp932", "姓,名,会社名\n山田,花子,トヨタ自動車株式会社\n"),
        ("gb18030", "姓,名,单位\n王,小明,华为技术有限公司\n"),
    ],
)
def test_an_older_code_page_is_told_by_its_letters(page: str, text: str) -> None:
    assert text == decode(text.encode(page))


def test_utf_8_with_some_damage_stays_utf_8() -> None:
    assert "é" * 11 + "\ufffd" == decode("é".encode() * 11 + b"\xff")
    assert "\ufffd" not in decode("é".encode() * 9 + b"\xff")  # then it is none


def test_bytes_that_are_no_text_are_refused_with_the_line() -> None:
    with pytest.raises(UnreadableFile, match=r"first in line 3"):
        decode(b"a\nb\n\0\n\0")
    with pytest.raises(UnreadableFile, match=r"first in line 1"):
        decode("\0a".encode("utf-16"))


def test_a_document_is_loaded_unless_it_is_too_large() -> None:
    assert "Ana" == load(document(b"\xef\xbb\xbfAna"))
    assert "Ana" == load(document(b"Ana", size=LARGEST))
    with pytest.raises(UnreadableFile, match="larger than 256 MB"):
        load(document(b"Ana", size=LARGEST + 1))


@pytest.mark.parametrize(("head", "name"), SIGNATURES)
def test_a_file_of_another_kind_is_named(head: bytes, name: str) -> None:
    assert name == what_it_is(head + b"rest")
    assert "" == first_lines(head + b"rest")


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"", "empty"),
        (b"a\0b", "not a text file (it has NUL bytes)"),
        ("Ana".encode("utf-16"), ""),
        (b"%PD", ""),
        (b"x%PDF", ""),
    ],
)
def test_what_may_be_text_has_no_name(head: bytes, name: str) -> None:
    assert name == what_it_is(head)


def test_the_first_lines_are_text_though_a_letter_is_cut_in_two() -> None:
    whole = "Zoë\nZoë".encode()

    assert "Zoë\n" == first_lines(whole[:-1])
    assert "Ana\n" == first_lines("Ana\n".encode("utf-16"))


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"A\rB\r", [b"A\n", b"B\n"]),
        (b"A\nB\n", [b"A\n", b"B\n"]),
        (b"A\r\nB\r\n", [b"A\r\n", b"B\r\n"]),
        ("Zoë\r\nB".encode("utf-16"), ["Zoë\n".encode(), b"B"]),
        ("Zoë\rB".encode("cp1252"), ["Zoë\n".encode("cp1252"), b"B"]),
        (b"", []),
    ],
)
def test_a_file_is_read_line_by_line_whatever_its_lines_end_with(
    data: bytes, lines: list[bytes]
) -> None:
    with opened(document(data)) as stream:
        assert lines == list(stream)


@given(texts.map(lambda text: text.replace("\r", "")), st.integers(1, 40))
def test_however_much_is_read_at_once_nothing_is_lost(text: str, size: int) -> None:
    with opened(document(text.encode("utf-16"))) as stream:
        pieces = list(iter(lambda: stream.read(size), b""))

    assert text.encode() == b"".join(pieces)


@pytest.mark.parametrize(
    ("data", "begins"),
    [
        (b"\xef\xbb\xbf\n\t BEGIN", b"BEGIN"),
        (b"\r\rA\rB", b"A\nB"),
        (b"A\r\nB", b"A\r\nB"),
        ("\nZoë".encode("utf-16"), "Zoë".encode()),
        ("\nZoë".encode("utf-16") + b"x", "Zoë".encode()),
    ],
)
def test_a_file_begins_behind_its_mark_and_blank_lines(data: bytes, begins: bytes) -> None:
    assert begins == beginning(document(data))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_letters_of_two_bytes_are_known_without_a_mark(encoding: str) -> None:
    text = "BEGIN:VCARD\nFN:Zoë Müller\n"

    assert text == decode(text.encode(encoding))
    assert "not a text file (it has NUL bytes)" == what_it_is(b"\x1a\0\0\0\0\0\0\0")
