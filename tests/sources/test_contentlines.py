"""Content lines: folded, coded and damaged ones, of vCards and calendars alike."""

from __future__ import annotations

import io
from quopri import encodestring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.sources.contentlines import (
    LONGEST_LINE,
    MOST_LINES,
    Component,
    components,
    property_of,
)
from netgraph.sources.encoding import opened
from netgraph.sources.protocol import Document


def cards(data: bytes, wanted: frozenset[str] = frozenset({"FN", "TEL"})) -> list[Component]:
    file = Document("c.vcf", "c.vcf", "", len(data), data[:16384], lambda: io.BytesIO(data))
    with opened(file) as stream:
        return list(components(stream, {"VCARD"}, wanted=wanted))


def names(data: bytes) -> list[str]:
    return [p.value for card in cards(data) for p in card.properties if p.name == "FN"]


def card(*lines: str | bytes, end: bytes = b"\r\n") -> bytes:
    whole = [b"BEGIN:VCARD", *(ln.encode() if isinstance(ln, str) else ln for ln in lines)]
    return end.join([*whole, b"END:VCARD", b""])


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Ana", "  Silva"], "Ana Silva"),
        (["FN:Ana", "\t Silva"], "Ana Silva"),
        (["FN;ENCODING=QUOTED-PRINTABLE:An=61 =", "Silva"], "Ana Silva"),
        (["FN;QUOTED-PRINTABLE:Ana=", "=20Silva"], "Ana Silva"),
        (["FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=", " =AB"], "Zoë"),
        (["FN;ENCODING=QUOTED-PRINTABLE;CHARSET=WINDOWS-1251:=C0=ED=ED=E0"], "Анна"),
        (["FN;CHARSET=ISO-8859-2;ENCODING=quoted-printable:=A3ukasz"], "Łukasz"),
        (["FN;CHARSET=Shift_JIS;ENCODING=QUOTED-PRINTABLE:=8E=52=93=63"], "山田"),
        (["FN;CHARSET=UTF-16;ENCODING=QUOTED-PRINTABLE:=FF=FEA=00n=00a=00"], "Ana"),
        (["FN;ENCODING=QUOTED-PRINTABLE:Zo=EB"], "Zoë"),
        (["FN;ENCODING=b:QW5hIFNpbHZh"], "Ana Silva"),
        (["FN;ENCODING=BASE64:QW5h", " IFNpbHZh"], "Ana Silva"),
        (["FN;BASE64:QW5h", "IFNpbHZh", ""], "Ana Silva"),
        (["FN;ENCODING=B;CHARSET=windows-1252:Wm/r"], "Zoë"),
        (["FN;ENCODING=b:!"], ""),
        (["FN;ENCODING=b:QW5"], "QW5"),
        (["FN;CHARSET=no-such:Ana"], "Ana"),
        (["fn:Ana"], "Ana"),
        ([b"FN:Zo\xeb"], "Zoë"),
        (["item1.FN;X-A=\"a:b;c\":Ana: of York"], "Ana: of York"),
    ],
)  # fmt: skip
def test_a_name_is_read_however_it_is_folded_and_coded(lines: list[str | bytes], name: str) -> None:
    assert [name] == names(card(*lines))


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_any_line_end_will_do(end: bytes) -> None:
    data = card("FN:Ana", "  Silva", end=end) + card("FN:Ben", end=end)

    assert ["Ana Silva", "Ben"] == names(data)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("end", [b"\n", b"\r"])
def test_marks_of_byte_order_are_no_text(encoding: str, end: bytes) -> None:
    assert ["Zoë"] == names(card("FN:Zoë", end=end).decode().encode(encoding))


def test_types_with_and_without_a_name_are_kept_all() -> None:
    found = property_of(b'TEL;HOME;TYPE=FAX;TYPE="cell,pref":1')

    assert found is not None
    assert ["HOME", "FAX", "cell,pref"] == found.params["TYPE"]


def test_components_inside_know_what_is_around_them() -> None:
    data = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nUID:x\nEND:VALARM\nEND:VEVENT\n"
    (event,) = components(io.BytesIO(data + b"METHOD:X\n"), {"VEVENT"}, wanted={"UID", "METHOD"})

    assert (["1"], ["X"]) == (
        [p.value for p in event.all("UID")],
        [p.value for p in event.around],
    )


def test_what_has_no_end_ends_with_the_next_or_the_file() -> None:
    assert ["Ana", "Ben"] == names(b"BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Ben\n")


def test_a_soft_break_does_not_swallow_the_end_of_a_card() -> None:
    assert ["An", "Ben"] == names(card("FN;QUOTED-PRINTABLE:An=") + card("FN:Ben"))


def test_lines_and_components_are_bounded() -> None:
    (found,) = cards(card(*["FN:A"] * (MOST_LINES + 9)))
    (long,) = cards(card("FN:" + "A" * 3 * LONGEST_LINE, *[" B" * 500] * 500))

    assert MOST_LINES == len(found.properties)
    assert len(long.properties[0].value) <= 2 * LONGEST_LINE


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_what_is_coded_is_read_as_it_was(text: str) -> None:
    coded = encodestring(text.encode()).decode()
    lines = ["FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:" + coded.rstrip("\n")]

    if not any(line.startswith(" ") for line in coded.splitlines()[1:]):
        assert [text] == names(card(*lines))


def test_a_card_within_a_card_belongs_to_whoever_answers_for_somebody() -> None:
    agent = [b"AGENT:", b"BEGIN:VCARD", b"FN:Bob", b"END:VCARD"]

    found = cards(card("FN:Ana", *agent, "TEL:1") + card("FN:Eve"))

    assert [["Ana", "1"], ["Eve"]] == [[p.value for p in c.properties] for c in found]
