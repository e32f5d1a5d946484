"""Mailboxes: headers become who wrote to whom, and nothing else is read."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.addresses import is_desk
from netgraph.identity.classification import certain_matches
from netgraph.model.records import EGO, Event, EventKind, Fact, Gathering, Ledger, Person
from netgraph.sources.correspondents import is_person
from netgraph.sources.mailboxes import MAILBOX
from netgraph.sources.mbox import CHUNK
from netgraph.sources.protocol import Context, Document, Reading

KNOWN = Ledger({EGO: Person(EGO, "Me", emails=("me@example.org",))})
TODAY = Context(date(2026, 5, 1), known=KNOWN)
UNKNOWN = Context(date(2026, 5, 1))
FROM_ANA = ("From: Ana Silva <Ana@example.org>", "To: me@example.org")
TO_ANA = ("From: Me <me@example.org>", "To: Ana Silva <ana@example.org>")


def mail(*headers: str, i: str = "1", on: str = "Wed, 01 Apr 2026 10:00:00 +0200") -> str:
    lines = [f"Date: {on}", f"Message-ID: <{i}@example.org>", *headers]
    return "\n".join(lines) + "\n\nSome words that nobody reads.\n"


def mbox(*mails: str) -> bytes:
    return "\n".join(f"From x@example.org Wed Apr  1 10:00:00 2026\n{m}" for m in mails).encode()


def document(data: bytes, path: str = "mail.mbox") -> Document:
    name = path.rpartition("/")[2]
    return Document(path, name, path, len(data), data[:16384], lambda: io.BytesIO(data))


def read_all(*files: Document, context: Context = TODAY) -> list[Reading]:
    claimed = [(kind, file) for file in files if (kind := MAILBOX.claims(file))]
    assert len(files) == len(claimed)
    return list(MAILBOX.read(claimed, context))


def read(data: bytes, context: Context = TODAY) -> Reading:
    (reading,) = read_all(document(data), context=context)
    return reading


def people(reading: Reading) -> list[Person]:
    return [fact for fact in reading.facts if isinstance(fact, Person)]


def events(reading: Reading) -> list[Event]:
    return [fact for fact in reading.facts if isinstance(fact, Event)]


def test_a_mail_is_who_when_and_which_way() -> None:
    reading = read(mbox(mail(*FROM_ANA, i="1"), mail(*TO_ANA, i="2")))
    (ana,) = people(reading)
    got, sent = events(reading)

    assert ("Ana Silva", ("ana@example.org",), "mailbox") == (ana.name, ana.emails, ana.source)
    assert (EventKind.EMAIL, date(2026, 4, 1), ana.id, EGO) == (
        got.kind, got.day, got.giver, got.taker,
    )  # fmt: skip
    assert (EGO, ana.id) == (sent.giver, sent.taker)


def test_no_word_of_a_mail_is_kept() -> None:
    reading = read(mbox(mail(*FROM_ANA, "Subject: A secret")))

    assert "secret" not in repr(reading)
    assert "words" not in repr(reading)


def test_names_are_decoded_and_folded_headers_joined() -> None:
    headers = (
        "From: =?utf-8?q?Zo=C3=AB_M=C3=BCller?=",
        " <zoe@example.org>",
        "To: me@example.org",
    )

    assert ["Zoë Müller"] == [p.name for p in people(read(mbox(mail(*headers))))]


def test_who_writes_without_a_name_goes_by_their_address_whoever_is_known() -> None:
    ana = Person("p1", "Ana Silva", "google", emails=("ana@example.org",))
    context = Context(date(2026, 5, 1), known=Ledger({EGO: KNOWN.people[EGO], "p1": ana}))
    headers = ("From: ana@example.org", "To: me@example.org")
    (read_as,) = people(read(mbox(mail(*headers)), context))
    (match,) = certain_matches(Ledger({"p1": ana, read_as.id: read_as}))

    assert "ana@example.org" == read_as.name
    assert {"p1", read_as.id} == {match.a, match.b}


def test_whom_ego_wrote_to_together_are_a_circle() -> None:
    reading = read(mbox(mail("From: me@example.org", "To: ana@example.org", "Cc: ben@example.org")))
    (gathering,) = [fact for fact in reading.facts if isinstance(fact, Gathering)]

    assert 2 == len(events(reading))
    assert {EGO, *(p.id for p in people(reading))} == set(gathering.people)


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ((*FROM_ANA, "List-Id: <talk.example.org>"), "mailing lists"),
        ((*FROM_ANA, "Precedence: bulk"), "newsletters and automatic mail"),
        ((*FROM_ANA, "List-Unsubscribe: <mailto:u@x>"), "newsletters and automatic mail"),
        ((*FROM_ANA, "Auto-Submitted: auto-replied"), "newsletters and automatic mail"),
        ((*FROM_ANA, "X-Autoreply: yes"), "newsletters and automatic mail"),
        ((*FROM_ANA, "X-Autorespond: Away"), "newsletters and automatic mail"),
        ((*FROM_ANA, "X-Gmail-Labels: Spam,Unread"), "spam, deleted or never sent"),
        ((*FROM_ANA, "X-Mozilla-Status: 0009"), "spam, deleted or never sent"),
        (("From: no-reply@example.org", "To: me@example.org"), "from a machine or a desk"),
        (("From: notifications+7@x.org", "To: me@example.org"), "from a machine or a desk"),
        (("From: me@example.org", "To: me@example.org"), "to nobody else"),
        (
            ("From: ana@example.org", "To: " + ", ".join(f"p{n}@x.org" for n in range(11))),
            "to more than 10 people",
        ),
    ],
)
def test_what_is_not_personal_is_left_out_and_counted(headers: tuple[str, ...], why: str) -> None:
    reading = read(mbox(mail(*headers), mail(*TO_ANA, i="2")))

    assert (2, 1, f"left out 1: {why}") == (reading.rows, reading.hidden, reading.note)
    assert 1 == len(events(reading))


def test_a_mail_without_a_date_is_reported_with_its_line() -> None:
    data = mbox(mail(*FROM_ANA), mail(*FROM_ANA, on="soon"))
    (skip,) = read(data.replace(b"x@example.org Wed Apr  1 10:00:00 2026", b"")).skipped

    assert (9, "the mail has no date that can be read") == (skip.line, skip.reason)


def test_a_line_of_text_that_begins_with_from_is_no_mail() -> None:
    text = mail(*FROM_ANA) + "\nFrom now on, we meet at 10.\nFrom: ben@example.org\n\nYes.\n"

    assert 1 == read(mbox(text)).rows


def test_the_same_mail_in_two_mailboxes_is_one_event() -> None:
    one, other = read_all(document(mbox(mail(*TO_ANA))), document(mbox(mail(*TO_ANA)), "b.mbox"))

    assert events(one) == events(other)


def test_ego_is_who_sent_what_is_in_the_folder_of_sent_mail() -> None:
    files = (
        document(mbox(mail(*TO_ANA)), "mail/Sent.mbox"),
        document(mbox(mail(*FROM_ANA, i="2")), "mail/Inbox.mbox"),
    )

    first, second = read_all(*files, context=UNKNOWN)

    assert [EGO, EGO] == [events(first)[0].giver, events(second)[0].taker]


def test_ego_is_who_sent_what_is_labelled_as_sent() -> None:
    mails = (mail(*TO_ANA, "X-Gmail-Labels: Gesendet,Wichtig"), mail(*FROM_ANA, i="2"))

    assert [EGO] == [e.giver for e in events(read(mbox(*mails), UNKNOWN))][:1]


def test_ego_is_whom_most_mails_were_delivered_to() -> None:
    mails = [
        mail(f"From: p{n}@x.org", "To: all@x.org", "Delivered-To: me@x.org", i=str(n))
        for n in range(3)
    ]

    assert {EGO} == {e.taker for e in events(read(mbox(*mails), UNKNOWN))}


def test_a_known_address_that_wrote_no_mail_does_not_hide_whose_mailbox_it_is() -> None:
    mails = [mail(f"From: p{n}@x.org", "To: work@x.org", i=str(n)) for n in range(3)]

    assert {EGO} == {e.taker for e in events(read(mbox(*mails)))}


def test_if_it_is_not_clear_who_ego_is_nothing_is_claimed() -> None:
    reading = read(mbox(mail(*FROM_ANA)), UNKNOWN)

    assert ([], [], 1) == (events(reading), people(reading), reading.hidden)
    assert "which address is yours is not known" in reading.note


def test_a_mail_of_a_maildir_is_a_file() -> None:
    (reading,) = read_all(document(mail(*FROM_ANA).encode(), "Mail/cur/1:2,S"))

    assert ("mail", 1, 1) == (reading.kind, reading.rows, len(events(reading)))


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (b"312\n" + mail(*FROM_ANA).encode() + b'<?xml version="1.0"?><plist/>', "Inbox/1.emlx"),
        (b"\xef\xbb\xbf" + mail(*FROM_ANA).encode(), "1.eml"),
        (b"\n\n" + mail(*FROM_ANA).encode(), "1.eml"),
        (mail(*FROM_ANA).encode("utf-16"), "1.eml"),
        (mail(*FROM_ANA).replace("\n", "\r").encode(), "1.eml"),
        (mail(*FROM_ANA).encode(), "Mail/inbox/17"),
        (mail(*FROM_ANA).encode(), "saved mail.txt"),
    ],
)
def test_a_mail_is_read_in_a_file_of_its_own(data: bytes, path: str) -> None:
    (reading,) = read_all(document(data, path))

    assert ("mail", 1, 1) == (reading.kind, reading.rows, len(events(reading)))


@pytest.mark.parametrize("path", ["Drafts.mbox", "Takeout/Mail/Entwürfe.mbox", "Trash.mbox/mbox"])
def test_a_mailbox_of_what_was_never_sent_or_is_thrown_away_is_left_out(path: str) -> None:
    (reading,) = read_all(document(mbox(mail(*TO_ANA)), path))

    assert ([], 1, "left out 1: spam, deleted or never sent") == (
        events(reading), reading.hidden, reading.note,
    )  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [
        "X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=",
        "X-Gmail-Labels: Papierkorb,Ungelesen",
        "X-Gmail-Labels: =?UTF-8?B?0KfQtdGA0L3QvtCy0LjQutC4?=",
        "X-Mozilla-Draft-Info: internal/draft; vcard=0; receipt=0",
        "X-Gmail-Labels: =?UTF-8?Q?Bo=C3=AEte_de_r=C3=A9ception,?=\n =?UTF-8?Q?Corbeille?=",
        "X-Spam-Status: Yes, score=9.9",
        "X-Status: T",
        "Status: ROD",
        "X-Unsent: 1",
        "X-Uniform-Type-Identifier: com.apple.mail-draft",
    ],
)
def test_what_programs_write_into_a_draft_spam_or_trash_is_known(header: str) -> None:
    reading = read(mbox(mail(*TO_ANA, header), mail(*TO_ANA, "Status: RO", i="2")))

    assert ("left out 1: spam, deleted or never sent", 1) == (reading.note, len(events(reading)))


def test_a_mail_without_a_date_has_that_of_its_separator() -> None:
    assert [date(2026, 4, 1)] == [e.day for e in events(read(mbox(mail(*FROM_ANA, on=""))))]


@pytest.mark.parametrize("local", ["kontakt", "admissions", "press", "no-reply", "ana.silva"])
def test_a_desk_is_nobody_to_ask_and_proves_no_person_by_one_rule(local: str) -> None:
    address = f"{local}@example.org"
    reading = read(mbox(mail(f"From: {address}", "To: me@example.org"), mail(*TO_ANA, i="2")))
    met = {p.emails[0] for p in people(reading)}

    assert is_desk(address) == (not is_person(address)) == (address not in met)


def test_windows_line_ends_are_read() -> None:
    assert 2 == len(
        events(read(mbox(mail(*FROM_ANA), mail(*TO_ANA, i="2")).replace(b"\n", b"\r\n")))
    )


@pytest.mark.parametrize("data", [b"", b"From me to you\nHello\n", b"a,b\n1,2\n"])
def test_other_files_are_not_claimed(data: bytes) -> None:
    assert MAILBOX.claims(document(data)) is None


class Endless(io.RawIOBase):
    """A mailbox of many megabytes that is never in memory."""

    def __init__(self, mails: int, body: bytes) -> None:
        self.parts = self.make(mails, body)
        self.rest = b""

    @staticmethod
    def make(mails: int, body: bytes) -> Iterator[bytes]:
        for n in range(mails):
            yield mbox(mail(*(FROM_ANA if n % 2 else TO_ANA), i=str(n))) + body + b"\n"

    def read(self, size: int = -1) -> bytes:
        while len(self.rest) < size and (part := next(self.parts, b"")):
            self.rest += part
        read, self.rest = self.rest[:size], self.rest[size:]
        return read


def test_memory_does_not_grow_with_the_mailbox() -> None:
    body = b"x" * 76 + b"\n"

    def opened() -> io.RawIOBase:
        return Endless(60, body * 7000)  # 60 mails of half a megabyte

    head = mbox(mail(*TO_ANA))
    file = Document("big.mbox", "big.mbox", "", 10**9, head, opened)  # type: ignore[arg-type]
    tracemalloc.start()
    (reading,) = read_all(file)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert 60 == len(events(reading))
    assert peak < 8 * CHUNK


headers = st.lists(
    st.sampled_from([*FROM_ANA, *TO_ANA, "Cc: <", "Precedence: bulk", "X", "From: a@b, c@d"]),
    max_size=5,
)


@given(st.lists(st.tuples(headers, st.sampled_from(["Wed, 01 Apr 2026 10:00:00 +0200", "", "x"]))))
def test_every_mail_is_an_event_left_out_or_reported(mails: list[tuple[list[str], str]]) -> None:
    data = mbox(mail(*TO_ANA), *(mail(*h, i=str(n), on=on) for n, (h, on) in enumerate(mails, 5)))

    reading = read(data)
    personal = reading.rows - reading.hidden - len(reading.skipped)

    assert len(mails) + 1 == reading.rows
    assert 0 < personal <= len(events(reading))
    assert reading == read(data)


def ids(reading: Reading) -> set[str]:
    return {fact.id for fact in reading.facts if isinstance(fact, Fact)}


@given(st.permutations(["1", "2", "3"]))
def test_the_order_of_mails_does_not_matter(order: list[str]) -> None:
    in_order = [mail(*FROM_ANA, i=i) for i in ("1", "2", "3")]

    assert ids(read(mbox(*in_order))) == ids(read(mbox(*(mail(*FROM_ANA, i=i) for i in order))))
