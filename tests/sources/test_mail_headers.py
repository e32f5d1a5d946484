"""The headers of mails: charsets, encoded words, addresses, names and days of every program."""

# ruff: noqa: E501 - headers as they are

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.sources.mail_headers import addresses_in, day_of, decoded, headers_of, named

LATEST = date(2026, 6, 1)
FROM = frozenset({b"from", b"content-type"})


def sender(raw: bytes, charset: str = "") -> str:
    kind = f"Content-Type: text/plain; charset={charset}\n".encode() if charset else b""
    found = headers_of(b"From: " + raw + b" <a@x.org>\n" + kind, FROM)
    return addresses_in(found["from"])[0][1]


@pytest.mark.parametrize(
    ("text", "encoding", "charset"),
    [
        ("Zoë Müller", "utf-8", ""),
        ("Zoë Müller", "latin-1", ""),
        ("Zoë Müller", "latin-1", "iso-8859-1"),
        ("Łukasz Żak", "iso-8859-2", "iso-8859-2"),
        ("Ольга Сидорова", "koi8-r", "KOI8-R"),
        ("Ольга Сидорова", "cp1251", "windows-1251"),
        ("山本 花子", "iso2022_jp", "iso-2022-jp"),
        ("山本 花子", "iso2022_jp", ""),
        ("山本 花子", "shift_jis", "Shift_JIS"),
        ("王小明", "gb18030", "gb2312"),
        ("김민준", "euc_kr", "ks_c_5601-1987"),
        ("Γιώργος Παππάς", "iso-8859-7", "iso-8859-7"),
    ],
)
def test_raw_letters_of_any_charset_are_read(text: str, encoding: str, charset: str) -> None:
    assert text == sender(text.encode(encoding), charset)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("=?UTF-8?Q?Zo=C3=AB?= Adams", "Zoë Adams"),
        ("=?UTF-8*de?Q?M=C3=BCller?=", "Müller"),
        ("=?utf-8*en-GB?b?Wm/Dqw==?=", "Zoë"),
        ('"=?UTF-8?Q?M=C3=BCller=2C_Zo=C3=AB?="', "Zoë Müller"),
        ("=?UTF-8?Q?M=C3=BCller=2C_Zo=C3=AB?=", "Zoë Müller"),
        ("=?utf-8?B?Wm/Dqw?=", "Zoë"),
        ("=?UTF-8?B?w6k=?= =?UTF-8?B?w6g=?=", "éè"),
        ("=?UTF-8?B?w6k=?==?UTF-8?B?w6g=?=", "éè"),
        ("=?utf-8?b?5bGx5pys?=\n =?utf-8?b?IOiKseWtkA==?=", "山本 花子"),
        ("=?utf-8?b?5bGx5pw=?= =?utf-8?b?rCDoirHlrZA=?=", "山本 花子"),
        ("=?iso-8859-1?q?Zo=EB?=", "Zoë"),
        ("=?us-ascii?q?Zo=EB?=", "Zoë"),
        ("=?unknown-8bit?q?Zo=C3=AB?=", "Zoë"),
        ("=?no-such?q?Ana?=", "Ana"),
        ("=?gb2312?B?zfXQocP3?=", "王小明"),
        ("=?windows-1252?Q?O=92Brien?=", "O’Brien"),
        ("=?utf-8?q?Ana Silva?=", "Ana Silva"),
        ("=?utf-8?q?broken", "=?utf-8?q?broken"),
        ('"Ana \\"Annie\\" Silva"', 'Ana "Annie" Silva'),
        ("'Ana Silva'", "Ana Silva"),
        ("Ana\n\tSilva", "Ana Silva"),
    ],
)
def test_encoded_words_are_read_in_odd_places(raw: str, name: str) -> None:
    assert name == sender(raw.encode())


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("ana@x.org", [("ana@x.org", "")]),
        ("ana@x.org (Ana Silva)", [("ana@x.org", "Ana Silva")]),
        ("ana@x.org (Ana (Acme) Silva)", [("ana@x.org", "Ana (Acme) Silva")]),
        ("<Ana@X.org>", [("ana@x.org", "")]),
        ("Ana Silva<ana@x.org>", [("ana@x.org", "Ana Silva")]),
        ('"Oak, Ben" <ben@x.org>', [("ben@x.org", "Ben Oak")]),
        ("Oak, Ben <ben@x.org>", [("ben@x.org", "Ben Oak")]),
        ("Dr. Ben Oak, PhD <ben@x.org>", [("ben@x.org", "Ben Oak")]),
        ("Ben Oak, Ph.D., MBA <ben@x.org>", [("ben@x.org", "Ben Oak")]),
        ("Ben Oak, Jr. <ben@x.org>", [("ben@x.org", "Ben Oak Jr.")]),
        ("Oak, Ben <b@x.org>, Silva, Ana <a@x.org>", [("b@x.org", "Ben Oak"), ("a@x.org", "Ana Silva")]),
        ("Ben Oak (Acme, Ltd) <b@x.org>, c@x.org", [("b@x.org", "Ben Oak"), ("c@x.org", "")]),
        ("Ana <a@x.org>; Ben <b@x.org>", [("a@x.org", "Ana"), ("b@x.org", "Ben")]),
        ("Team: Ana <a@x.org>, b@x.org;", [("a@x.org", "Ana"), ("b@x.org", "")]),
        ("undisclosed-recipients:;", []),
        ("undisclosed-recipients: ;, Ana <a@x.org>", [("a@x.org", "Ana")]),
        ("Ana <<a@x.org>>", [("a@x.org", "Ana")]),
        ("Ana <mailto:a@x.org>", [("a@x.org", "Ana")]),
        ("Ana <@r.org,@s.org:a@x.org>", [("a@x.org", "Ana")]),
        ('"a@x.org" <a@x.org>', [("a@x.org", "a@x.org")]),
        ("=?utf-8?Q?Ana_Silva_=3Cana=40x.org=3E?=", [("ana@x.org", "Ana Silva")]),
        ("用户@例子.example", [("用户@例子.example", "")]),
        ("Zoë <zoë@exämple.example>", [("zoë@exämple.example", "Zoë")]),
        ("Renée Dupré <r@x.org>, 山本 花子 <h@y.org>", [("r@x.org", "Renée Dupré"), ("h@y.org", "山本 花子")]),
        ("Ana <>", []),
        ("Ana", []),
        ("", []),
        ("((((", []),
        ('"unclosed <a@x.org>', [("a@x.org", "unclosed")]),
    ],
)  # fmt: skip
def test_addresses_and_names_are_read_as_programs_write_them(
    header: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == addresses_in([header])


@pytest.mark.parametrize(
    ("headers", "separator", "day"),
    [
        ({"date": ["Mon, 5 Jan 2026 10:00:00 +0000"]}, b"", "2026-01-05"),
        ({"date": ["Mon, 5 Jan 26 10:00:00 EST"]}, b"", "2026-01-05"),
        ({"date": ["5 Jan 2026 23:59 -0800"]}, b"", "2026-01-05"),
        ({"date": ["2026-01-05T10:00:00Z"]}, b"", "2026-01-05"),
        ({"date": ["2026-01-05 10:00:00 +0100"]}, b"", "2026-01-05"),
        ({"date": ["Mo, 5 März 2026 10:00:00 +0100"]}, b"", "2026-03-05"),
        ({"date": ["lun., 5 janv. 2026 10:00:00 +0100"]}, b"", "2026-01-05"),
        ({"date": ["5.1.2026 10:00:00"]}, b"", "2026-01-05"),
        ({}, b"From a@x.org Mon Jan  5 10:00:00 2026\n", "2026-01-05"),
        ({}, b"From 17@xxx Mon Jan 05 10:00:00 +0000 2026\n", "2026-01-05"),
        ({}, b"From - Mon Jan  5 10:00:00 2026\r\n", "2026-01-05"),
        ({}, b"From a@x.org Mon Jan  5 10:00:00 26\n", "2026-01-05"),
        ({}, b"From a@x.org Mon, 5 Jan 98 10:00:00 +0100\n", "1998-01-05"),
        ({}, b"From a@x.org 2026-01-05 10:00:00\n", "2026-01-05"),
        ({"date": ["soon"]}, b"From ???@??? Mon Jan 05 10:00:00 2026\n", "2026-01-05"),
        ({"date": ["Thu, 1 Jan 1970 00:00:00 +0000"]}, b"From a@x Mon Jan  5 10:00:00 2026\n", "2026-01-05"),
        ({"date": ["Tue, 1 Jan 2036 00:00:00 +0000"]}, b"From a@x Mon Jan  5 10:00:00 2026\n", "2026-01-05"),
        (
            {"date": [""], "received": ["by b; Tue, 6 Jan 2026 01:00:00 +0000", "from a by c; Mon, 5 Jan 2026 23:00:00 +0000"]},
            b"From a@x Wed Jan  7 10:00:00 2026\n",
            "2026-01-05",
        ),
        ({"date": ["Mon, 99 Jan 99999 99:00"]}, b"", ""),
        ({}, b"From \n", ""),
    ],
)  # fmt: skip
def test_the_day_is_the_senders_else_a_servers_else_the_separators(
    headers: dict[str, list[str]], separator: bytes, day: str
) -> None:
    assert (date.fromisoformat(day) if day else None) == day_of(headers, separator, LATEST)


@given(st.binary(max_size=200))
def test_any_header_is_read_or_left(raw: bytes) -> None:
    found = headers_of(b"From: " + raw.replace(b"\n", b""), FROM)

    for address, name in addresses_in(found["from"]):
        assert "@" in address
        assert name == named(name)


@given(st.text(max_size=100))
def test_any_text_is_decoded_or_left(text: str) -> None:
    assert isinstance(decoded(text), str)
    assert text == decoded(text) or "=?" in text
