"""People as vCards and as other programs' tables, and read back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.exporting.address_books import COLUMNS, rows_for
from netgraph.exporting.formats import export
from netgraph.exporting.vcards import to_vcards
from netgraph.model.kinds import mapped
from netgraph.model.records import (
    CONNECTION,
    EGO,
    YOU,
    Ask,
    Basis,
    Event,
    EventKind,
    Fact,
    Ledger,
    Person,
    Referral,
    Statement,
    Tie,
)
from netgraph.model.text import clean, fold
from netgraph.sources import FORMATS, Context, Document, Reading
from tests.strategies import ledgers

TODAY = date(2026, 5, 1)
ANA = Person(
    "p1", "Ana Silva", emails=("ana@example.org", "a@example.com"),
    urls=("https://www.linkedin.com/in/ana-silva",), phones=("+442079460018", "5550100"),
    company="Silva; Oak, Sons", title="Engineer\\Chief", place="Leeds, UK", tags=("mentor", "a,b"),
    seen=date(2026, 4, 1),
)  # fmt: skip
BEN = Person("p2", "Ben Oak, PhD", emails=("ben@example.org",))
TALK = Event("e1", EventKind.TALKED, date(2026, 4, 3), EGO, "p1", "likes sailing; has a boat")
HELP = Event("e2", EventKind.HELPED, date(2026, 4, 5), "p1", EGO, "", count=2, value=3.0)
BOOK = Ledger(
    {EGO: Person(EGO, "You"), "p1": ANA, "p2": BEN},
    events=(TALK, HELP),
    ties=(Tie("t1", "p1", "p2", closeness="close"), Tie("t2", EGO, "p1", closeness="warm")),
)


def read(text: str, name: str, context: Context | None = None) -> Reading:
    data = text.encode()
    file = Document(name, name, name, len(data), data[:16384], lambda: io.BytesIO(data))
    form, kind = next((f, k) for f in FORMATS if (k := f.claims(file)))
    return next(iter(form.read([(kind, file)], context or Context(TODAY))))


def of(reading: Reading, kind: type[Fact]) -> list[Fact]:
    return [fact for fact in reading.facts if isinstance(fact, kind)]


def people(reading: Reading) -> list[Person]:
    return [fact for fact in reading.facts if isinstance(fact, Person)]


def test_cards_read_back_are_the_same_people() -> None:
    ana, ben = people(read(to_vcards(BOOK), "people.vcf"))

    assert replace(ANA, id=ana.id, source="vcard") == ana
    assert (BEN.name, BEN.emails) == (ben.name, ben.emails)


def test_cards_read_back_have_what_was_stated_and_logged() -> None:
    reading = read(to_vcards(BOOK), "people.vcf")
    ana, ben = (person.id for person in people(reading))
    ties = {(t.u, t.v): t.closeness for t in of(reading, Tie)
            if isinstance(t, Tie) and t.basis == Basis.STATED}  # fmt: skip

    assert {tuple(sorted((ana, ben))): "close", tuple(sorted((EGO, ana))): "warm"} == ties
    assert [replace(TALK, taker=ana), replace(HELP, giver=ana)] == of(reading, Event)


def test_cards_of_this_very_store_add_nothing_but_the_book() -> None:
    reading = read(to_vcards(BOOK), "people.vcf", Context(TODAY, known=BOOK))

    assert [] == of(reading, Event)
    assert not [t for t in of(reading, Tie) if isinstance(t, Tie) and t.basis == Basis.STATED]


words = st.text(max_size=60).map(lambda text: " ".join(text.split()))


@given(words, words, words)
def test_any_words_read_back_are_the_same(company: str, title: str, tag: str) -> None:
    person = replace(
        ANA, company=clean(company), title=clean(title), place="",
        tags=(clean(tag),) if fold(tag) not in ("", "mycontacts", "my contacts") else (),
    )  # fmt: skip

    (found,) = people(read(to_vcards(Ledger({"p1": person})), "people.vcf"))

    assert (person.company, person.title, person.tags) == (found.company, found.title, found.tags)


def test_no_line_of_a_card_is_longer_than_the_standard_allows() -> None:
    long = replace(ANA, title="Ærø " * 60)

    lines = to_vcards(Ledger({"p1": long})).encode().split(b"\r\n")

    assert 75 >= max(map(len, lines))
    assert long.title.strip() == people(read(to_vcards(Ledger({"p1": long})), "a.vcf"))[0].title


@pytest.mark.parametrize(("program", "kind"), [("google", "google"), ("outlook", "outlook"),
                                               ("linkedin", "connections")])  # fmt: skip
def test_tables_of_other_programs_read_back_are_the_same_people(program: str, kind: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows_for(program, BOOK))

    reading = read(out.getvalue(), "Connections.csv" if program == "linkedin" else "book.csv")
    found = people(reading)

    assert kind == reading.kind
    assert [ANA.name, BEN.name] == [p.name for p in found]
    assert [ANA.company, ANA.title] == [found[0].company, found[0].title]
    assert ANA.emails[:1] == found[0].emails[:1]


def test_no_suffix_and_no_telephone_is_lost_in_the_tables_of_google_and_outlook() -> None:
    jr = Person("p1", "Robert Hale Jr.", phones=tuple(f"+44207946000{i}" for i in range(6)),
                emails=tuple(f"r{i}@example.org" for i in range(5)))  # fmt: skip
    sr = Person("p2", "Robert Hale Sr.", phones=jr.phones[:1])

    for program, emails in (("google", 5), ("outlook", 3)):
        out = io.StringIO()
        csv.writer(out).writerows(rows_for(program, Ledger({"p1": jr, "p2": sr})))
        found = people(read(out.getvalue(), "book.csv"))

        assert [jr.name, sr.name] == [person.name for person in found]
        assert set(jr.phones) == set(found[0].phones)
        assert jr.emails[:emails] == found[0].emails


def test_the_name_of_the_file_says_whose_table_it_is(tmp_path: Path) -> None:
    for program in COLUMNS:
        path = tmp_path / f"people.{program}.csv"
        export(path, BOOK, as_of=TODAY)

        assert path.read_text("utf-8-sig").splitlines()[0] == ",".join(COLUMNS[program])


def test_whom_ego_does_not_know_is_not_known_by_reading_their_card() -> None:
    lead = Person("p3", "Eva Dahl", emails=("eva@example.org",), lead=True, met=date(2026, 4, 2))
    book = Ledger({EGO: Person(EGO, "You"), "p1": ANA, "p3": lead},
                  ties=(Tie("t", EGO, "p1", Basis.OBSERVED, CONNECTION),))  # fmt: skip

    reading = read(to_vcards(book), "people.vcf")
    ana, eva = people(reading)

    assert (eva.lead, eva.met, ana.lead) == (True, date(2026, 4, 2), False)
    assert [(EGO, ana.id)] == [(t.u, t.v) for t in of(reading, Tie) if isinstance(t, Tie)]


def test_father_and_son_have_a_suffix_that_every_program_reads() -> None:
    card = to_vcards(Ledger({"p1": Person("p1", "Robert Hale Jr.")}))

    assert "N:Hale;Robert;;;Jr." in card.splitlines()
    assert ["Robert Hale Jr."] == [person.name for person in people(read(card, "a.vcf"))]


limits = st.sampled_from(
    [("not_before", date(2026, 9, 1)), ("never_ask", True), ("asks_per_quarter", 2.5),
     ("keep_in_touch", 90), ("tag", ("a;b", "c,d")), ("introduction", 'says: "yes"\\n')]
)  # fmt: skip


@given(ledgers(), limits, st.text(max_size=30))
def test_all_that_was_stated_and_logged_is_read_back(
    book: Ledger, limit: tuple[str, object], note: str
) -> None:
    field, value = limit
    said = Statement("s1", "p1", field, value, date(2026, 4, 1))  # type: ignore[arg-type]
    book = replace(book, statements=(said,), people={
        i: replace(p, emails=(f"{i}@example.org",)) for i, p in book.people.items()
    }, events=tuple(replace(e, note=note) for e in book.events))  # fmt: skip

    reading = read(to_vcards(book), "people.vcf")
    here = {p.emails[0].partition("@")[0]: p.id for p in people(reading)} | {EGO: EGO}
    back = {fact.id: fact for fact in reading.facts if isinstance(fact, Ask | Referral | Event)}
    stated = {s.field: s.value for s in of(reading, Statement) if isinstance(s, Statement)}
    own = [*(e for e in book.events if e.source == YOU), *book.asks, *book.referrals]
    meant = {fact.id: mapped(fact, lambda i: here.get(i, i)) for fact in own}
    ties = [t for t in book.ties if t.basis == Basis.STATED]

    assert {field: value} == stated
    assert {i: replace(f, note="") if isinstance(f, Event) else f for i, f in meant.items()} == {
        i: replace(f, note="") if isinstance(f, Event) else f for i, f in back.items()
    }
    assert {
        frozenset(
            (here[t.u], here[t.v]),
        )
        for t in ties
    } <= {frozenset((t.u, t.v)) for t in of(reading, Tie) if isinstance(t, Tie)}
