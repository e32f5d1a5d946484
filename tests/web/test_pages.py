"""What a person does on the pages, by plain forms: read, write down, take back."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Goal,
    Ledger,
    Match,
    Organisation,
    Person,
    Tie,
)
from netgraph.store import Store
from netgraph.web.app import BLUEPRINTS, create_app
from tests.pages.hostile import corpus
from tests.story import story as told
from tests.web.user import DAY, NOW, Forms, Tags, User, facts_of

PAGES = (
    "/ /people /people?q=ana&order=last&basis=stated /people/ana /people/ana/why "
    "/people/ana/prepare /people/ana/write/thanks /people/ana/debrief /employers /employers/Acme "
    "/goals /goals/g1 /applications /map /tree /report /numbers /learned /import /closeness "
    "/doors /same /ties /history /settings /settings/letters"
).split()  # fmt: skip
SCRIPTS = ["/static/htmx-2.0.11.min.js", "/static/page.js"]


def as_json(address: str) -> str:
    path, _, query = address.partition("?")
    return f"{'/today' if path == '/' else path}.json{'?' if query else ''}{query}"


def test_an_empty_store_welcomes_with_three_steps(user: User) -> None:
    shown = user.get("/").text

    assert "Bring your people in" in shown
    assert "Say what you look for" in shown


def test_the_first_page_says_whom_to_ask_and_why(stocked: User) -> None:
    shown = stocked.get("/").text

    assert "Whom to ask next" in shown
    assert "Ana Silva" in shown
    assert "Data Scientist at Acme" in shown
    assert "/people/ana/write/request" in shown


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_and_has_its_document(stocked: User, address: str) -> None:
    assert 200 == stocked.get(address).status_code
    document = stocked.get(as_json(address))
    assert (200, "application/json") == (document.status_code, document.mimetype)
    assert document.json


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_when_nothing_is_there(user: User, address: str) -> None:
    assert user.get(address).status_code == (404 if "/ana" in address or "g1" in address else 200)


@pytest.mark.parametrize("address", ["/pictures/map", "/pictures/tree", "/pictures/report"])
def test_the_pictures_answer(stocked: User, address: str) -> None:
    assert "Ana Silva" in stocked.get(address).text or "tree" in address
    assert "Ana Silva" not in stocked.get(f"{address}?names=no").text


def test_a_document_says_what_the_command_says(stocked: User) -> None:
    document = stocked.get("/today.json").json

    assert document is not None
    assert ["Ana Silva"] == [s["person"]["name"] for s in document["suggestions"]]
    assert {"goals", "due", "not_now"} <= document.keys()
    people = stocked.get("/people.json?q=ana").json
    assert people is not None
    assert ["ana"] == [row["id"] for row in people["people"]]


@pytest.mark.parametrize(
    "address",
    [
        "/people/nobody", "/people/me", "/people/../../etc/passwd", "/import/../x", "/import/x",
        "/static/../app.py", "/static/..%2fapp.py", "/goals/nothing", "/people/ana/write/poem",
        "/settings/export/..%2f..%2fetc%2fpasswd", "/settings/export/exe", "/people/ana%00",
        "/import/..%2f..%2ftmp", "/import/x/left-out.csv", "/employers/..%2f..%2fetc.json/x/y/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_in_a_line(stocked: User, address: str) -> None:
    answer = stocked.get(address)

    assert answer.status_code in (404, 405) or address.startswith("/employers")
    assert "Traceback" not in answer.text
    assert "root:" not in answer.text


def test_what_was_asked_is_written_down_and_can_be_taken_back(stocked: User, path: Path) -> None:
    asked = {"verb": "ask", "who": "ana", "field-want": "interview", "back": "/people?q=ana"}
    shown = stocked.send("/do", **asked)
    assert "Written down: asked, Ana Silva." in shown.text
    assert "q=ana" in shown.request.query_string.decode()
    with Store.open(path) as store:
        assert 1 == len(store.ledger().asks)
        change = store.last()

    assert "Taken back" in stocked.send("/history/take-back", back="/", change=str(change)).text
    with Store.open(path) as store:
        assert 0 == len(store.ledger().asks)


def test_only_the_change_that_the_line_is_about_is_taken_back(stocked: User, path: Path) -> None:
    stocked.send("/do", verb="log", who="ana", **{"field-kind": "met"})
    with Store.open(path) as store:
        change = store.last()
    stocked.send("/do", verb="log", who="ana", **{"field-kind": "thanked"})

    answer = stocked.send("/history/take-back", back="/", change=str(change))
    assert 400 == answer.status_code
    assert "something else was changed since" in answer.text.lower()


def test_a_form_made_before_a_change_says_so_and_shows_both(stocked: User, path: Path) -> None:
    with Store.open(path) as store:
        seen = store.last()
        with store.change("edit Ana from the terminal", at=NOW) as change:
            change.put([Person("ana", "Ana Silva", company="Best", title="Data Scientist")])
    form = {"verb": "edit", "who": "ana", "field-company": "Crest", "was-company": "Acme"}
    answer = stocked.send("/do", **form, seen=str(seen))

    assert 409 == answer.status_code
    assert "edit Ana from the terminal" in answer.text
    assert "--company Crest" in answer.text
    assert "Best" == company_of(path)
    assert 200 == stocked.send("/do", **form).status_code
    assert "Crest" == company_of(path)


def test_a_change_of_somebody_else_meanwhile_is_no_matter(stocked: User, path: Path) -> None:
    with Store.open(path) as store:
        seen = store.last()
        with store.change("add Ben", at=NOW) as change:
            change.put([Person("ben", "Ben Ode")])
    form = {"verb": "log", "who": "ana", "field-kind": "met"}

    assert 200 == stocked.send("/do", **form, seen=str(seen)).status_code


def company_of(path: Path) -> str:
    with Store.open(path) as store:
        return store.ledger().people["ana"].company


def test_what_is_left_as_it_stood_is_not_said(stocked: User, path: Path) -> None:
    form = {"field-name": "Ana Silva", "was-name": "Ana Silva", "field-place": "Porto"}
    stocked.send("/do", verb="edit", who="ana", **form, **{"was-place": ""})

    with Store.open(path) as store:
        assert ["place"] == [s.field for s in store.ledger().statements]


def test_a_name_that_was_given_becomes_a_lead(stocked: User, path: Path) -> None:
    said = {"verb": "refer", "who": ["ana", "Zoe Quist (Acme)"], "field-new": "yes"}
    stocked.send("/do", **said)

    with Store.open(path) as store:
        leads = [p.name for p in store.ledger().people.values() if p.lead]
    assert ["Zoe Quist"] == leads


@pytest.mark.parametrize(
    "form",
    [
        {"verb": "forget", "who": "ana"},
        {"verb": "log", "who": "ana"},
        {"verb": "log", "who": "ana", "field-kind": "danced"},
        {"verb": "log", "who": "ana", "field-kind": "met", "field-day": "soon"},
        {"verb": "log", "who": "ana", "field-kind": "met", "field-ledger": "x"},
        {"verb": "log", "who": "nobody", "field-kind": "met"},
        {"verb": "refer", "who": "ana"},
        {"verb": "edit", "who": "../../etc/passwd", "field-name": "x"},
        {},
    ],
)
def test_a_form_that_cannot_be_meant_changes_nothing_and_says_so(
    stocked: User, path: Path, form: dict[str, str]
) -> None:
    with Store.open(path) as store:
        before = store.facts()
    answer = stocked.send("/do", **form)

    assert 400 == answer.status_code
    assert "Traceback" not in answer.text
    with Store.open(path) as store:
        assert before == store.facts()


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_a_form_leads_back_to_a_page_of_ours_only(stocked: User, back: str) -> None:
    answer = stocked.post("/do", verb="log", who="ana", **{"field-kind": "met"}, back=back)

    assert answer.headers["Location"].startswith("/?done=")


def test_hostile_names_are_shown_as_text_on_every_page(user: User, path: Path) -> None:
    hostile(path, [text for text in corpus() if text.strip() and storable(text)][:150])
    for address in (*PAGES, "/people/p0", "/people/p7", "/people/p0/why", "/people/p3/debrief"):
        answer = user.get(address.replace("ana", "p1"))
        tags = Tags(answer.text)
        assert 200 == answer.status_code, address
        assert not {"img", "object", "embed", "base", "style"} & tags.seen
        assert SCRIPTS == tags.scripts
        assert not [name for name in tags.attributes if name.startswith("on")]
        assert user.get(as_json(address.replace("ana", "p1"))).is_json


@pytest.mark.long
def test_ten_thousand_hostile_names_do_no_harm(user: User, path: Path) -> None:
    texts = [text for text in corpus() if text.strip() and storable(text)]
    hostile(path, [texts[n % len(texts)] + str(n) for n in range(10_000)])
    for address in PAGES:
        answer = user.get(address.replace("ana", "p1"))
        assert (200, SCRIPTS) == (answer.status_code, Tags(answer.text).scripts)


def storable(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def hostile(path: Path, names: list[str]) -> None:
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put(Person(f"p{n}", text, company=text, title=text) for n, text in enumerate(names))
        change.put([Goal("g1", names[0], companies=(names[1],), hypotheses=(names[2],))])


def test_a_letter_and_a_page_to_prepare_with_are_one_click_away(stocked: User) -> None:
    assert "Ana" in stocked.get("/people/ana/write/request?language=xx").text
    german = stocked.get("/people/ana/write/request?language=de").text
    assert german != stocked.get("/people/ana/write/request").text
    assert "Ana Silva" in stocked.get("/people/ana/prepare?minutes=9999").text


def test_a_debrief_is_shown_as_understood_before_it_is_kept(stocked: User, path: Path) -> None:
    words = "@Fia Berg (Bosch) knows the team. #pay is low. !friday send my notes"
    shown = stocked.send("/people/ana/debrief", note=words, day="2026-05-01").text
    assert "New: Fia Berg (Bosch)" in shown
    assert "You promised" in shown
    with Store.open(path) as store:
        assert () == store.ledger().debriefs

    kept = stocked.send("/people/ana/debrief", note=words, day="2026-05-01", right="yes", back="/")
    assert "Written down: what Ana Silva taught you (1 lead, 1 promise, 1 theme)." in kept.text
    with Store.open(path) as store:
        assert [words] == [d.note for d in store.ledger().debriefs]


def test_what_a_line_answers_is_said_before_it_as_in_the_terminal(stocked: User) -> None:
    words = "learned: wind is hard\nnext: read about it"
    stocked.send("/people/ana/debrief", note=words, day="2026-05-01", right="yes", back="/")
    document = stocked.get("/people/ana/debrief.json").json
    assert document is not None
    with Store.open(stocked.app.extensions["netgraph"].path) as store:
        (kept,) = store.ledger().debriefs
    assert ("wind is hard", "read about it", "") == (kept.learned, kept.then, kept.note)


@pytest.mark.parametrize("day", ["2027-01-01", "soon"])
def test_a_talk_to_come_is_not_debriefed(stocked: User, day: str) -> None:
    assert 400 == stocked.send("/people/ana/debrief", note="x", day=day).status_code


def test_two_who_may_be_one_are_asked_about_and_put_off(user: User, path: Path) -> None:
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put([Person("p1", "Ana Silva", "linkedin"), Person("p2", "Ana Silva", "ics")])
    shown = user.get("/same").text
    assert 2 <= shown.count("Ana Silva")
    assert "Nobody is in doubt" in user.get("/same?later=p1.p2").text
    user.send("/do", verb="merge", who=["p1", "p2"], back="/same", **{"field-apart": "yes"})
    with Store.open(path) as store:
        assert [False] == [m.same for m in store.facts().matches if isinstance(m, Match)]


def test_somebody_is_forgotten_only_if_it_is_said_twice(stocked: User, path: Path) -> None:
    assert "cannot be taken back" in stocked.get("/people/ana/forget").text
    stocked.send("/people/ana/forget", sure="no")
    with Store.open(path) as store:
        assert "ana" in store.ledger().people
    stocked.send("/people/ana/forget", sure="yes")
    with Store.open(path) as store:
        assert "ana" not in store.ledger().people


def test_settings_are_kept_and_everything_can_be_taken_along(stocked: User, path: Path) -> None:
    said = {"field-country": "DE", "field-introduction": "a nurse who learns to code"}
    stocked.send("/do", verb="edit", who="me", back="/settings", **said)
    assert "a nurse who learns to code" in stocked.get("/settings").text
    stocked.send("/do", verb="favours", who="review", back="/settings", **{"field-value": "2"})
    document = stocked.get("/settings.json").json
    assert document is not None
    assert ("DE", 2.0) == (document["country"], document["favours"]["review"])
    assert "Ana Silva" in stocked.get("/settings/export/json").text
    assert "Copied to" in stocked.send("/settings/backup", back="/settings").text
    assert [path.with_name("network-copy-2026-05-01.db")] == list(path.parent.glob("*copy*"))


def test_a_copy_is_put_back(stocked: User, path: Path) -> None:
    stocked.send("/settings/backup", back="/settings")
    stocked.send("/do", verb="add", who="Ben Ode")
    copy = path.with_name("network-copy-2026-05-01.db")
    with copy.open("rb") as data:
        answer = stocked.send("/settings/restore", copy=(data, "copy.db"), back="/settings")
    assert "Put back" in answer.text
    with Store.open(path) as store:
        assert {"me", "ana"} == store.ledger().people.keys()
    wrong = stocked.send("/settings/restore", copy=(io.BytesIO(b"no"), "x.db"))
    assert (400, True) == (wrong.status_code, "X.db is not a file of netgraph" in wrong.text)


def test_who_looks_on_without_names_sees_no_name(stocked: User, path: Path) -> None:
    guest = User.at(path, pseudonymous=True, read_only=True)

    assert "/map" == guest.get("/").headers["Location"]
    for address in ("/map", "/tree", "/report"):
        assert "Ana Silva" not in guest.get(address).text
        assert 404 == guest.get(f"{address}.json").status_code
        picture = guest.get(f"/pictures{address}").text
        assert "Ana Silva" not in picture
    for address in ("/people", "/people/ana", "/today.json", "/settings/export/json"):
        assert 404 == guest.get(address).status_code


def test_who_may_only_look_sees_no_form_that_changes_anything(stocked: User, path: Path) -> None:
    guest = User.at(path, read_only=True)

    for address in PAGES:
        assert 'method="post"' not in guest.get(address).text, address
    assert 403 == guest.post("/do", verb="log", who="ana", **{"field-kind": "met"}).status_code


def test_a_store_that_another_program_holds_is_said(
    stocked: User, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netgraph.web.reading.PATIENCE", 0.1)
    with Store.open(path) as store, store.change("something long", at=NOW):
        answer = stocked.post("/do", verb="log", who="ana", **{"field-kind": "met"})
        assert 200 == stocked.get("/people").status_code

    assert 400 == answer.status_code
    assert "in use by another netgraph; try again" in answer.text


def test_looking_changes_nothing(stocked: User, path: Path) -> None:
    with Store.open(path) as store:
        before = store.facts(), store.changes()
    for address in PAGES:
        stocked.get(address)
        stocked.get(f"{address}{'&' if '?' in address else '?'}verb=log&who=ana&field-kind=met")
    for address in ("/do", "/history/take-back", "/people/ana/forget?sure=yes", "/settings/backup"):
        stocked.get(address)

    with Store.open(path) as store:
        assert before == (store.facts(), store.changes())


def test_every_form_says_the_command_that_does_the_same(stocked: User, path: Path) -> None:
    with Store.open(path) as store, store.change("more", at=NOW) as change:
        change.put([Person("b1", "Ben Ode", "linkedin"), Person("b2", "Ben Ode", "ics")])
        change.put([Event("e1", EventKind.INTERVIEW, NOW.date(), "ana", EGO)])
    seen = [(page, titles) for page in PAGES for titles in Forms(stocked.get(page).text).titles]
    assert 25 < len(seen)
    for address, titles in seen:
        assert titles, address
        assert all(title.startswith("netgraph ") for title in titles), (address, titles)


def ledger_of(path: Path) -> Ledger:
    with Store.open(path) as store:
        return store.ledger()


def test_whom_to_ask_can_be_planned_or_left_alone_for_a_week(stocked: User, path: Path) -> None:
    shown = stocked.get("/").text
    assert "I will ask" in shown
    assert "Not this week" in shown
    said = {"field-want": "interview", "field-outcome": "planned"}
    stocked.send("/do", verb="ask", who="ana", **said)
    assert "Ask <a" in stocked.get("/").text
    assert ["planned"] == [s.status for s in ledger_of(path).asks[0].steps]

    stocked.send("/do", verb="edit", who="ana", **{"field-not_before": "2026-05-04"})
    assert "until" in stocked.get("/").text.partition("Leave alone for now: 1")[2]


def test_what_is_due_can_wait_or_be_let_go(stocked: User) -> None:
    stocked.send("/do", verb="log", who="ana", **{"field-kind": "interview"})
    assert "Thank <a" in stocked.get("/").text
    said = {"field-kind": "thank", "field-until": "2026-05-20"}
    told = stocked.send("/do", verb="later", who="ana", **said).text
    assert "Written down: put off thank, Ana Silva." in told
    assert "Thank <a" not in told


def test_labels_and_what_they_are_to_one_are_put_on_and_taken_off(
    stocked: User, path: Path
) -> None:
    stocked.send("/do", verb="edit", who="ana", **{"field-tags": "rowing, Kiel"})
    stocked.send("/do", verb="edit", who="ana", **{"field-untags": "Kiel"})
    stocked.send("/do", verb="tie", who=["ana", "me"], **{"field-role": "mentor"})
    shown = stocked.get("/people/ana").text
    assert "Take the label rowing off" in shown
    assert "Mentor of you" in shown
    assert ("rowing",) == ledger_of(path).people["ana"].tags

    no_more = {"field-role": "mentor of", "field-not": "yes"}
    stocked.send("/do", verb="tie", who=["ana", "me"], **no_more)
    assert "Mentor of you" not in stocked.get("/people/ana").text


def test_two_employers_are_said_to_be_one(stocked: User, path: Path) -> None:
    with Store.open(path) as store, store.change("firms", at=NOW) as change:
        change.put([Organisation("o1", "Acme"), Organisation("o2", "Acme Labs")])
    assert "The same employer as another" in stocked.get("/employers/Acme").text
    said = {"field-employers": "yes", "back": "/employers/Acme"}
    told = stocked.send("/do", verb="merge", who=["Acme", "Acme Labs"], **said)
    assert "Written down: one employer, Acme and Acme Labs." in told.text
    assert 1 == len(ledger_of(path).organisations)


def test_a_planned_talk_has_its_hour_and_place(stocked: User, path: Path) -> None:
    plan = {"field-kind": "planned", "field-due": "2026-05-08", "field-time": "15:00"}
    stocked.send("/do", verb="log", who="ana", **plan, **{"field-place": "Café Rosa"})
    assert [("15:00", "Café Rosa")] == [(a.time, a.place) for a in ledger_of(path).appointments]
    wrong = {"field-kind": "met", "field-time": "15:00"}
    assert 400 == stocked.send("/do", verb="log", who="ana", **wrong).status_code


def test_who_may_open_a_door_is_asked_and_kept(user: User, path: Path) -> None:
    known = [Person("ana", "Ana Silva"), Person("ben", "Ben Ode")]
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put([*known, Tie("t1", EGO, "ana"), Tie("t2", EGO, "ben")])
        change.put([Goal("g1", "nurse", companies=("Watershed",))])
    shown = user.get("/doors").text
    assert ("know somebody at" in shown, "Ana Silva" in shown) == (True, True)
    assert "Ana Silva" not in user.get("/doors?later=ana+Watershed").text
    user.send("/do", verb="tie", who="ana", back="/doors", **{"field-knows_at": "Watershed"})
    assert [("ana", "may_know_at")] == [(s.subject, s.field) for s in ledger_of(path).statements]
    assert "Ana Silva" not in user.get("/doors").text.partition("<h1>")[2]


def test_letters_are_said_in_ones_own_words_and_ours_again(stocked: User, path: Path) -> None:
    page = "/settings/letters?kind=thanks"
    assert "These are our words" in stocked.get(page).text
    mine = {"kind": "thanks", "language": "en", "words": "Subject: Ta\n\nCheers {{ you.first }}!"}
    assert "Your own words are kept" in stocked.send("/settings/letters", **mine, back=page).text
    assert "Cheers Ana!" in stocked.get("/people/ana/write/thanks").text
    assert 0o600 == (path.parent / "templates/en/thanks.j2").stat().st_mode & 0o777

    wrong = stocked.send("/settings/letters", **{**mine, "words": "Hello {{ ''.join(you) }}"})
    assert (400, True) == (wrong.status_code, "Nothing was changed" in wrong.text)
    assert "Hello" in wrong.text
    stocked.send("/settings/letters", kind="thanks", answer="ours", back=page)
    assert "Cheers Ana!" not in stocked.get("/people/ana/write/thanks").text
    stocked.send("/settings/letters", kind="thanks", answer="before", back=page)
    assert "Cheers Ana!" in stocked.get("/people/ana/write/thanks").text


def test_a_letter_is_saved_as_a_draft_for_a_mail_program(stocked: User) -> None:
    mail = stocked.get("/people/ana/mail/thanks")
    assert ("message/rfc822", True) == (mail.mimetype, "X-Unsent: 1" in mail.text)


def test_no_page_speaks_of_how_it_is_made(user: User, path: Path) -> None:
    with Store.open(path) as store, store.change("a story", at=NOW) as change:
        two = [Person("q1", "Walt Quick", "linkedin"), Person("q2", "Walt Quick", "ics")]
        change.put([*facts_of(told(until=DAY)), *two, Goal("g7", "cook")])
    empty = User.at(path.with_name("empty.db"))
    never = re.compile(r"\b(stores?|stored|ledgers?|ids?|database|sqlite|parameters?)\b", re.I)
    for address in (page.replace("ana", "maya") for page in PAGES):
        for somebody in (user, empty):
            assert [] == never.findall(seen_in(somebody.get(address).text)), address


def seen_in(page: str) -> str:
    """Return the words that a page shows, but for commands."""
    without = re.sub(r"(?s)<(code|script|datalist)\b.*?</\1>", " ", page)
    return re.sub(r"<[^>]+>", " ", without)


def test_every_module_of_pages_is_registered() -> None:
    assert len(BLUEPRINTS) == len({pages.name for pages in BLUEPRINTS})
    assert callable(create_app)
