"""The ZIP of XML that every workbook is: nothing in it grows or stands for more than it says."""

from __future__ import annotations

import io
import zipfile

import pytest

from netgraph.model.errors import UnreadableFile
from netgraph.sources.workbooks.archive import LARGEST_PART, PIECE, parse, pieces, refuse_harm
from netgraph.sources.workbooks.parts import Attributes


class Heard:
    """What is said in a part, in order."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def begin(self, name: str, attributes: Attributes) -> None:
        self.said.append(f"<{name}{''.join(f' {k}={v}' for k, v in attributes.items())}>")

    def finish(self, name: str) -> None:
        self.said.append(f"</{name}>")

    def hear(self, text: str) -> None:
        self.said.append(text)


def archive(content: str) -> zipfile.ZipFile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        written.writestr("a.xml", content)
    return zipfile.ZipFile(out)


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ('<a x="1">b<c/></a>', ["<a x=1>", "b", "<c>", "</c>", "</a>"]),
        ('<p:a xmlns:p="u"><p:b>t</p:b></p:a>', ["<a xmlns:p=u>", "<b>", "t", "</b>", "</a>"]),
    ],
)
def test_elements_are_told_in_order_without_their_prefix(xml: str, said: list[str]) -> None:
    heard = Heard()
    parse(archive(xml), "a.xml", heard)

    assert said == heard.said


def test_prefixes_are_told_to_who_wants_them() -> None:
    heard = Heard()
    list(pieces(archive('<p:a xmlns:p="u"><b/></p:a>'), "a.xml", heard, prefixes=True))

    assert ["<p:a xmlns:p=u>", "<b>", "</b>", "</p:a>"] == heard.said


def test_a_part_is_read_piece_by_piece() -> None:
    xml = f"<a>{'x' * (2 * PIECE)}</a>"
    steps = pieces(archive(xml), "a.xml", Heard())

    assert 4 == len(list(steps))  # two full pieces, the rest, the end


@pytest.mark.parametrize("xml", ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<!DOCTYPE a><a/>"])
def test_a_part_that_could_define_entities_is_refused(xml: str) -> None:
    with pytest.raises(UnreadableFile, match=r"'a\.xml' in it defines XML entities"):
        parse(archive(xml), "a.xml", Heard())


@pytest.mark.parametrize(
    ("packed", "whole", "harmful"),
    [
        (2**20, LARGEST_PART, False),
        (LARGEST_PART, LARGEST_PART + 1, True),
        (1, 2**20, False),
        (1, 2**20 + 1, True),
    ],
)
def test_a_part_that_says_it_would_grow_too_large_is_refused(
    packed: int, whole: int, harmful: bool
) -> None:
    book = archive("<a/>")
    book.infolist()[0].compress_size, book.infolist()[0].file_size = packed, whole
    if harmful:
        with pytest.raises(UnreadableFile, match=r"'a\.xml' in it would grow too large"):
            refuse_harm(book)
    else:
        refuse_harm(book)
        assert ["a.xml"] == book.namelist()
