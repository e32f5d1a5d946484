"""Every letter, read as the person who gets it; facts true, blanks marked, nothing sent."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.agenda.due_list import due
from netgraph.journal.lookup import find_person
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import (
    EGO,
    Application,
    Event,
    EventKind,
    Goal,
    Ledger,
    Person,
    Referral,
    Step,
)
from netgraph.talks.drafts import KINDS, Draft, draft
from netgraph.talks.language import Language, language_of, languages
from netgraph.talks.letter_choice import letter_for
from tests.story import DAYS, story

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2026, 5, 1)
NEWS = date(2026, 1, 28)
"""The day after a talk that Greta has not heard of yet."""
STORY = story()
LETTERS = {
    "request": ("Vikram", "", ""),
    "via": ("Henrietta", "Petra", ""),
    "introduction": ("Petra", "", "Henrietta"),
    "follow-up": ("Birgit", "", ""),
    "confirm": ("Aoife", "", ""),
    "thanks": ("Emeka", "", ""),
    "report": ("Greta", "", ""),
    "update": ("Greta", "", ""),
    "landed": ("Lucía", "", ""),
}


def written(
    ledger: Ledger,
    kind: str,
    who: str,
    code: str = "en",
    *,
    via: str = "",
    target: str = "",
    day: date = DAY,
) -> Draft:
    def find(words: str) -> str:
        return find_person(ledger, words)

    return draft(
        AsOf(ledger, day),
        kind,
        find(who),
        Language(code),
        via=find(via) if via else None,
        target=find(target) if target else "",
    )


def golden(path: Path, text: str) -> None:
    """Compare with a golden file, which GOLDEN=write writes anew."""
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_letter_reads_as_its_golden_file(sample: Ledger, kind: str, code: str) -> None:
    who, via, target = LETTERS[kind]
    day = NEWS if kind == "report" else DAY
    letter = written(sample, kind, who, code, via=via, target=target, day=day)

    about = f"{letter.words} words; blanks: {'; '.join(letter.blanks) or 'none'}"
    text = f"To: {letter.name}\nSubject: {letter.subject}\n\n{letter.text}\n\n{about}\n"
    golden(GOLDEN / code / f"{kind}.txt", text)


@pytest.mark.parametrize("code", ["en", "de"])
def test_a_first_request_is_short_about_them_and_for_advice(sample: Ledger, code: str) -> None:
    long = sorted(sample.people.values(), key=lambda p: -len(f"{p.name} {p.title} {p.company}"))
    some = [*long[:12], *sorted(sample.people.values(), key=lambda p: p.id)[::25]]
    for i in {p.id for p in some} - {EGO}:
        letter = draft(AsOf(sample, DAY), "request", i, Language(code))

        assert 41 <= letter.words <= 74, letter.text
        assert len(letter.text.split()) == letter.words
        assert letter.about_them > 0.5, letter.text
        assert () == letter.avoid, letter.text


@given(
    st.builds(Person, st.just("p"), st.text(min_size=1), company=st.text(), title=st.text()),
    st.sampled_from(KINDS),
)
def test_any_person_gets_a_letter_without_holes_that_are_not_told(
    person: Person, kind: str
) -> None:
    ben = Person("b", "Ben Ode", company=person.company)
    book = Ledger({EGO: Person(EGO, "Robin Ostrow"), "p": person, "b": ben})
    for code in languages():
        letter = draft(AsOf(book, DAY), kind, "p", Language(code), via="b", target="b")

        assert "\ue000" not in letter.text + letter.subject
        assert "\n" not in letter.subject
        assert all(f"[{blank}]" in letter.text + letter.subject for blank in letter.blanks)
        if kind == "request":
            assert 41 <= letter.words <= 74


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("who", ["Petra", "Vikram"])
def test_a_request_about_an_opening_asks_how_they_see_it(
    sample: Ledger, who: str, code: str
) -> None:
    person = find_person(sample, who)
    letter = draft(AsOf(sample, DAY), "request", person, Language(code), target="Watershed")

    assert ": Data Scientist, Measurement." in letter.text
    assert 41 <= letter.words <= 74
    assert letter.about_them > 0.5
    assert () == letter.avoid + letter.blanks
    golden(GOLDEN / code / f"request-opening-{who.lower()}.txt", f"{letter.text}\n")


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("status", ["saved", "applied"])
def test_the_longest_request_about_an_opening_is_short(code: str, status: str) -> None:
    place = Application(
        "j", "One Two Three Four Five", "Senior Lead Data Platform Engineer", due=DAY,
        steps=(Step(DAY, status),),
    )  # fmt: skip
    who = Person("a", "Bo Von Der Weide", company=place.organisation)
    ben = Person("b", "Maria Del Carmen Lopez Garcia")
    named = Referral("r", "b", "a", steps=(Step(DAY, "named"),))
    book = Ledger.of(Person(EGO, "Anna Maria Lena Schmidt"), who, ben, named, place)

    letter = draft(AsOf(book, DAY), "request", "a", Language(code), target=who.company)

    assert place.title in letter.text
    assert 41 <= letter.words <= 74


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_longest_first_request_is_short(code: str) -> None:
    firm, title = "One Two Three Four Five", "Vice President"
    who = Person("a", "Bo Von Der Weide", company=firm, title=title)
    ben = Person("b", "Maria Del Carmen Lopez Garcia")
    named = Referral("r", "b", "a", steps=(Step(DAY, "named"),))
    wish = "senior data scientist for climate modelling"
    goal = Goal("g", wish, fields=("energy and climate",))
    book = Ledger.of(Person(EGO, "Anna Maria Lena Schmidt"), who, ben, named, goal)

    letter = draft(AsOf(book, DAY), "request", "a", Language(code))

    assert all(part in letter.text for part in (firm, title, wish))
    assert 41 <= letter.words <= 74


@pytest.mark.parametrize("code", ["en", "de"])
def test_who_gave_a_talk_already_is_asked_one_question_more(sample: Ledger, code: str) -> None:
    letter = draft(AsOf(sample, DAY), "request", find_person(sample, "Petra"), Language(code))

    assert 1 == len(letter.blanks)
    golden(GOLDEN / code / "request-again.txt", f"{letter.text}\n")


def test_what_is_due_names_the_letter_that_fits(sample: Ledger) -> None:
    letters = {item.kind: letter_for(item) for item in due(AsOf(sample, DAY), days=60)}

    assert {"write to", "thank", "prepare"} <= letters.keys()
    assert {"write to": "via", "thank": "thanks", "prepare": "confirm", "promise": ""} == {
        kind: letter.fields["kind"] if (letter := letters[kind]) else ""
        for kind in ("write to", "thank", "prepare", "promise")
    }
    for letter in filter(None, letters.values()):
        fields = {str(k): str(v) for k, v in letter.fields.items()}
        via, target = fields.get("via"), fields.get("target", "")
        text = draft(
            AsOf(sample, DAY), fields["kind"], letter.who[0], Language("en"), via=via, target=target
        ).text
        assert text


def test_what_ties_the_two_comes_first() -> None:
    def opening(who: str, as_of: date) -> str:
        letter = draft(AsOf(STORY, as_of), "request", who, Language("en"))
        return letter.text.split("\n\n")[1].split(". ")[0]

    assert "Maya Chen suggested that I write to you" == opening("tom", date(2025, 5, 10))
    assert "It was good to see you in May 2025" == opening("tom", DAYS[1])
    assert "[how you came across them]" in opening("maya", date(2025, 5, 1))


def test_what_comes_later_changes_no_letter() -> None:
    for as_of in DAYS:
        early = story(until=as_of)
        for kind in KINDS:
            letters = [
                draft(AsOf(book, as_of), kind, "maya", Language("en"), target="tom")
                for book in (early, STORY)
                if kind != "via"
            ]
            assert letters[:1] == letters[1:]


def test_a_report_tells_all_that_its_reader_has_not_heard() -> None:
    text = draft(AsOf(STORY, DAYS[2]), "report", "maya", Language("en")).text
    late = draft(AsOf(STORY, DAYS[4]), "report", "maya", Language("en")).text

    assert "I also met Ana Silva (3 July) and Dora Lind (4 September)." in text
    assert "Tom Reed" not in text  # Maya heard of him on 26 May
    assert "With Dora Lind it came to this: they made me an offer." in late
    assert "I have reached what I was looking for: data scientist in climate tech." in late


def test_thanks_are_for_what_was_not_thanked_for_yet() -> None:
    helped = draft(AsOf(STORY, DAYS[4]), "thanks", "ben", Language("en"))
    introduced = draft(AsOf(STORY, DAYS[1]), "thanks", "tom", Language("en"))

    assert "Thank you for your help on 30 April." in helped.text
    assert "Thank you for introducing me to Ana Silva." in introduced.text


def test_a_follow_up_names_the_day_of_the_ask() -> None:
    text = draft(AsOf(STORY, DAYS[4]), "follow-up", "jon", Language("en")).text

    assert "I wrote to you on 22 April" in text


def test_what_a_file_says_is_no_note_of_mine() -> None:
    files = Event("e8", EventKind.ENDORSEMENT, DAY, EGO, "ben", "Python", source="linkedin")
    mine = Event("e9", EventKind.NOTE, DAY, EGO, "ben", "likes sailing")
    book = replace(STORY, events=(*STORY.events, files, mine))

    noted = draft(AsOf(book, DAYS[4]), "thanks", "ben", Language("en")).hints

    assert "2026-05-01, note: likes sailing" == noted[-1]
    assert "Python" not in str(noted)


def test_what_i_promised_is_in_the_thanks() -> None:
    promise = Event(
        "e9", EventKind.PROMISED, date(2026, 5, 1), EGO, "ben", "the slides", due=date(2026, 5, 8)
    )
    book = replace(STORY, events=(*STORY.events, promise))

    text = draft(AsOf(book, DAYS[4]), "thanks", "ben", Language("en")).text

    assert "As promised: the slides (by 8 May)." in text


@pytest.mark.parametrize(
    ("kind", "via", "target", "words"),
    [
        ("love", None, "", "there is no letter 'love'"),
        ("introduction", None, "", "to whom, or where"),
        ("introduction", None, "lou", "two different people"),
        ("via", None, "", "whose name opens the door"),
        ("request", EGO, "", "somebody other than you"),
    ],
)
def test_a_letter_that_cannot_be_meant_says_what_to_do(
    kind: str, via: str | None, target: str, words: str
) -> None:
    with pytest.raises(InvalidInput, match=words):
        draft(AsOf(STORY, DAY), kind, "lou", Language("en"), via=via, target=target)


def test_my_own_template_goes_before_yours_and_cannot_read_files(tmp_path: Path) -> None:
    mine = tmp_path / "en" / "thanks.j2"
    mine.parent.mkdir()
    mine.write_text("Subject: Hey\n\nCheers, {{ you.first }}!")
    own = language_of("en", own=tmp_path)
    assert "Cheers, Lou!" == draft(AsOf(STORY, DAY), "thanks", "lou", own).text

    mine.write_text("Subject: Hey\n\n{% include '/etc/passwd' %}")
    with pytest.raises(InvalidInput, match="includes another file: it may only read facts"):
        draft(AsOf(STORY, DAY), "thanks", "lou", own)

    mine.write_text("Cheers")
    with pytest.raises(InvalidInput, match="must begin with a line such as"):
        draft(AsOf(STORY, DAY), "thanks", "lou", own)


def test_a_language_of_ones_own_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "fr"
    folder.mkdir()
    (folder / "thanks.j2").write_text("Subject: Merci\n\nMerci, {{ you.first }} !")
    french = language_of("fr", own=tmp_path)

    assert "Merci, Lou !" == draft(AsOf(STORY, DAY), "thanks", "lou", french).text
    with pytest.raises(InvalidInput, match=r"no request.j2 in the language 'fr'"):
        draft(AsOf(STORY, DAY), "request", "lou", french)
    with pytest.raises(InvalidInput, match="there are de, en, fr"):
        language_of("it", own=tmp_path)


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        ("data scientist in climate tech", "somebody who works as data scientist in climate tech"),
        ("climate tech", "somebody in climate tech"),
    ],
)
def test_a_role_and_a_field_are_asked_for_in_their_own_words(target: str, asked: str) -> None:
    book = Ledger({EGO: Person(EGO, "Robin Ostrow"), "b": Person("b", "Ben Ode")})
    letter = draft(AsOf(book, DAY), "introduction", "b", Language("en"), target=target)

    assert f"Would you introduce me to {asked}?" == letter.subject
    assert f"Do you know {asked}" in letter.text
