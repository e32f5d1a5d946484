"""directory: one person is meant, or it says who could be."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.journal.lookup import (
    find_person,
    find_source,
    find_target,
    search,
)
from netgraph.journal.texts import texts_of
from netgraph.model.actions import Action
from netgraph.model.errors import AmbiguousName, UnknownName
from netgraph.model.records import EGO, Ledger, Organisation, Person, Source
from tests.strategies import ledgers

PEOPLE = (
    Person(EGO, "Ada Ego", emails=("ada@example.org",)),
    Person(
        "p1",
        "Zoë O’Brien-Müller",
        company="Acme",
        title="Engineer",
        place="Lyon, France",
        emails=("zoe@acme.example",),
        urls=("https://www.linkedin.com/in/zo%C3%AB-m",),
        tags=("climate",),
    ),
    Person("p2", "Ana Silva", company="Acme", urls=("https://ana.example/about",)),
    Person("p3", "Ana Silva", company="Blue River Energy", title="Analyst"),
    Person("p4", "Dana Reyes"),
    Person("p5", "李雷"),
    Person("p6", "Ben King, MBA"),
)
BOOK = Ledger({p.id: p for p in PEOPLE}, alias={"old": "p4"})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("p2", "p2"),
        ("old", "p4"),
        ("  zoe   OBRIEN muller ", "p1"),
        ("Zoë", "p1"),
        ("brien", "p1"),
        ("Reyes Dana", "p4"),
        ("rey", "p4"),
        ("ZOE@acme.example", "p1"),
        ("mailto:zoe@acme.example", "p1"),
        ("https://uk.linkedin.com/in/zoë-m/?trk=abc", "p1"),
        ("linkedin.com/in/ZO%C3%AB-M", "p1"),
        ("in/zoë-m", "p1"),
        ("http://ana.example/about/", "p2"),
        ("Ana Silva (Acme)", "p2"),
        ("ana (blue river)", "p3"),
        ("Ana Silva, Acme", "p2"),
        ("李雷", "p5"),
        ("Ben King, MBA", "p6"),
        ("dana", "p4"),
    ],
)
def test_one_person_is_meant_by(words: str, expected: str) -> None:
    assert expected == find_person(BOOK, words)


def test_several_of_one_name_are_listed_with_their_ids() -> None:
    with pytest.raises(AmbiguousName, match="2 people fit 'ana silva'") as caught:
        find_person(BOOK, "ana silva")

    assert (
        "Ana Silva, Acme [p2]",
        "Ana Silva, Analyst at Blue River Energy [p3]",
    ) == caught.value.candidates


def test_an_unknown_name_is_answered_with_names_that_are_alike() -> None:
    with pytest.raises(UnknownName, match=r"'Dane Reyez'; did you mean Dana Reyes\?"):
        find_person(BOOK, "Dane Reyez")


@pytest.mark.parametrize(
    "words", ["xqzjk", "", "🚀", "nobody@example.org", "linkedin.com/in/nn", "Zoë (Blue River)"]
)
def test_who_is_like_nobody_is_unknown(words: str) -> None:
    with pytest.raises(UnknownName, match="nobody is called"):
        find_person(BOOK, words)


@pytest.mark.parametrize("words", ["me", "EGO"])
def test_ego_is_meant_only_where_allowed(words: str) -> None:
    assert EGO == find_person(BOOK, words, allow_ego=True)
    with pytest.raises(UnknownName, match="name somebody else"):
        find_person(BOOK, words)


def test_ego_s_own_name_is_ego_only_where_allowed() -> None:
    assert EGO == find_person(BOOK, "Ada Ego", allow_ego=True)
    with pytest.raises(UnknownName):
        find_person(BOOK, "Ada Ego")


def test_what_is_no_address_is_not_matched_with_what_is_none_either() -> None:
    book = Ledger({"p1": Person("p1", "Ana Silva", emails=("unknown",))})

    with pytest.raises(UnknownName):
        find_person(book, "@")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("acme", ["p2", "p1"]),
        ("ENGINEER lyon", ["p1"]),
        ("climate zoe@acme.example", ["p1"]),
        ("analyst acme", []),
        ("ada", []),
        ("ana", ["p2", "p3", "p4"]),
    ],
)
def test_search_finds_who_has_all_words(query: str, expected: list[str]) -> None:
    assert expected == [p.id for p in search(BOOK, query)]


def test_an_empty_query_finds_everybody_but_ego() -> None:
    assert {p.id for p in PEOPLE} - {EGO} == {p.id for p in search(BOOK)}


@given(ledgers(), st.text(max_size=12))
def test_any_words_find_one_person_or_say_why_not(ledger: Ledger, words: str) -> None:
    found = EGO
    with suppress(UnknownName, AmbiguousName):
        found = find_person(ledger, words, allow_ego=True)

    assert found in ledger.people


@given(ledgers())
def test_everybody_is_found_by_id_and_by_full_name(ledger: Ledger) -> None:
    for person in search(ledger):
        assert person.id == find_person(ledger, person.id) == find_person(ledger, person.name)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Jürgen Müller", "mueller"),
        ("Jürgen Müller", "muller"),
        ("Jürgen Mueller", "Müller"),
        ("Jürgen Mueller", "muller"),
        ("Søren Kjær", "soeren"),
        ("Søren Kjær", "soren kjaer"),
        ("Åse Øvergård", "aase oevergaard"),
        ("Aase Overgaard", "Åse"),
        ("Günther Weiß", "guenther weiss"),
        ("Фёдор Семёнов", "федор"),
        ("Федор Семенов", "Фёдор"),
        ("민준 김", "김민준"),
        ("민준 김", "김 민준"),
        ("花子 山田", "山田花子"),
        ("花子 山田", "山田"),
        ("王小明", "王 小明"),
        ("小明 王", "wang xiaoming"),
        ("Łukasz Żółć", "zolc"),
        ("Işıl Yıldırım", "isil yildirim"),
    ],
)
def test_people_are_found_as_their_names_are_typed(name: str, typed: str) -> None:
    book = Ledger({"p1": Person("p1", name), "p2": Person("p2", "Ben Ode")})

    assert ["p1"] == [p.id for p in search(book, typed)]
    assert "p1" == find_person(book, typed)


FIRMS = Ledger(
    {
        "p1": Person("p1", "Acme Morgan"),
        "p2": Person("p2", "Ana Silva"),
        "p3": Person("p3", "Ada Nwosu"),
    },
    {"o1": Organisation("o1", "Acme", spellings=("Acme", "Acme Inc.")),
     "o2": Organisation("o2", "Blue River Energy", spellings=("Blue River Energy",))},
    alias={"old": "o1"},
    sources=(
        Source("linkedin:me", "linkedin", label="My export"),
        Source("linkedin:p3", "linkedin", owner="p3"),
        Source("mail", "mail", label="twice"),
        Source("book", "vcard", label="Twice"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ACME, inc", "o1"),
        ("o1", "o1"),
        ("old", "o1"),
        ("blue river", "o2"),
        ("Acme Morgan", "p1"),
        ("silva", "p2"),
    ],
)
def test_a_firm_or_a_person_is_meant(words: str, expected: str) -> None:
    assert expected == find_target(FIRMS, words)


def test_what_is_neither_a_firm_nor_a_person_is_not_guessed() -> None:
    with pytest.raises(UnknownName, match="nobody is called 'Quux'"):
        find_target(FIRMS, "Quux")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("linkedin:me", "linkedin:me"),
        ("my EXPORT", "linkedin:me"),
        ("ada nwosu", "linkedin:p3"),
        ("mail", "mail"),
    ],
)
def test_a_source_is_meant_by_id_label_or_lender(words: str, expected: str) -> None:
    assert expected == find_source(FIRMS, words)


def test_a_source_that_is_unclear_or_unknown_names_those_there_are() -> None:
    with pytest.raises(AmbiguousName) as several:
        find_source(FIRMS, "twice")
    assert "'twice' could be several sources; name one by its id" == str(several.value)
    known = "book, linkedin:me, linkedin:p3 (of Ada Nwosu), mail"
    assert tuple(known.split(", ")) == several.value.candidates
    with pytest.raises(UnknownName) as nothing:
        find_source(FIRMS, "yahoo")
    assert f"no source is called 'yahoo'; there are: {known}" == str(nothing.value)
    with pytest.raises(UnknownName, match="there are: none"):
        find_source(Ledger(), "yahoo")


NAMES_DRAWN = st.sampled_from(
    ("Ana Silva", "Ana-Lena Roy", "Jürgen Müller", "Juergen Mueller", "Søren", "Lena", "山田 太郎",
     "🚀", "O'Brien", "Silva Ana")
)  # fmt: skip


@given(
    st.lists(st.tuples(NAMES_DRAWN, st.sampled_from(["", "Acme", "Müller & Co"])), max_size=5),
    NAMES_DRAWN | st.sampled_from(["Ana (Acme)", "Jürgen, Muller", "acme", "lena", "( )", "me"]),
    st.booleans(),
)
def test_of_a_kept_ledger_the_same_is_meant(
    people: list[tuple[str, str]], words: str, ego: bool
) -> None:
    book = Ledger(
        {EGO: Person(EGO, "Robin Ana")}
        | {f"p{n}": Person(f"p{n}", name, company=firm) for n, (name, firm) in enumerate(people)}
    )
    kept = Kept(book.people)

    assert answer(book, words, ego) == answer(kept, words, ego)


class Kept(Ledger):
    """A ledger with which it is kept what is searched."""

    def texts(self) -> Sequence[tuple[str, str]]:
        return texts_of(Ledger(self.people))


def answer(book: Ledger, words: str, ego: bool) -> str:
    """Return who is meant, or what is said if nobody is."""
    try:
        return find_person(book, words, allow_ego=ego)
    except (AmbiguousName, UnknownName) as error:
        return f"{error} {getattr(error, 'candidates', ())}"


def test_whole_words_mean_somebody_before_parts_of_words() -> None:
    book = Ledger.of(Person("p1", "Ana Silva Roe"), Person("p2", "Anabel Silvano"))

    assert "p1" == find_person(book, "silva ana")
    assert "p2" == find_person(book, "silvan ana")
    with pytest.raises(AmbiguousName):
        find_person(book, "silv ana")


def test_a_profile_may_have_a_sign_of_mail_in_it() -> None:
    book = Ledger.of(Person("p1", "Ana", urls=("https://social.example/@ana",)), Person("p2", "Bo"))

    assert "p1" == find_person(book, "https://social.example/@ana")


def test_a_record_of_ego_is_ego_where_ego_can_be_meant() -> None:
    book = Ledger({EGO: Person(EGO, "Ada Ego")}, alias={"p9": EGO})

    assert EGO == find_person(book, "p9", allow_ego=True)
    with pytest.raises(UnknownName, match=r"^'p9' is you: name somebody else here$"):
        find_person(book, "p9")


def test_where_nobody_is_alike_all_people_are_to_be_looked_at() -> None:
    with pytest.raises(UnknownName, match=r"^nobody is called 'Xqz'$") as error:
        find_person(Ledger.of(Person("p1", "Ana Silva")), "Xqz")
    assert Action("people") == error.value.action

    with pytest.raises(UnknownName, match="did you mean Ana Silva") as error:
        find_person(Ledger.of(Person("p1", "Ana Silva")), "Anna Silwa")
    assert error.value.action is None
