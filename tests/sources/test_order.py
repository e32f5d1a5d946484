"""Files of every kind about a handful of people give one network, in whichever order they come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from netgraph.model.errors import AmbiguousName
from netgraph.model.records import Ledger
from tests.examples import few
from tests.sources.exports import (
    BEFORE_2023,
    CONNECTIONS,
    ME,
    MESSAGES,
    Network,
    folder,
    message,
    table,
)

Files = dict[str, str]
Made = tuple[str, Files]

PEOPLE: Final = (  # two of one name among them
    ("Ana", "Silva", "ana-silva", "12 Mar 2016"),
    ("Ana", "Silva", "ana-silva-2", "13 Mar 2017"),
    ("Bo", "Chen", "bo-chen", "13 Mar 2017"),
    ("Cy", "Díaz, PhD", "cy-diaz", "14 Apr 2017"),
)
FRIEND: Final = ("Di", "Ek", "https://www.linkedin.com/in/di-ek")
ROBIN: Final = ("Robin", "Ostrow", ME)
SOURCES: Final = ("google", "outlook", "cards", "alumni", "calendar", "mailbox")
firms = st.sampled_from(["Acme Inc.", "ACME", "Globex", "Globex Corporation", "Self-employed", ""])
titles = st.sampled_from(["Analyst", "Boss", ""])
numbers = st.integers(0, 3)
some = st.lists(numbers, min_size=1, max_size=4, unique=True).map(sorted)


def called(n: int) -> str:
    return " ".join(PEOPLE[n][:2])


def address(n: int) -> str:
    return f"https://www.linkedin.com/in/{PEOPLE[n][2]}"


def mail(draw: st.DrawFn, n: int) -> str:
    """Draw one of two e-mail addresses of somebody."""
    return draw(st.sampled_from([f"{PEOPLE[n][2]}@example.org", f"{PEOPLE[n][2]}@example.com"]))


def linkedin(draw: st.DrawFn, year: int, owner: tuple[str, str, str]) -> Made:
    """Draw an export of somebody's, in the form of its year."""
    rows = []
    for n in draw(some):
        profile = (address(n),) if year >= 2024 else ()
        email = draw(st.sampled_from(["", mail(draw, n)]))
        rows.append((*PEOPLE[n][:2], *profile, email, draw(firms), draw(titles), PEOPLE[n][3]))
    if owner == FRIEND and draw(st.booleans()):
        rows.append((*ROBIN, "", "Kelp", "Diver", "12 Mar 2018"))
    files = {
        "Profile.csv": table("First Name,Last Name,Headline", (*owner[:2], "")),
        "Connections.csv": table(CONNECTIONS if year >= 2024 else BEFORE_2023, *rows),
        "messages.csv": written(draw, year, owner),
    }
    if draw(st.booleans()):
        n, header = draw(numbers), "First Name,Last Name,Company,Job Title,Text,Creation Date"
        praise = (*PEOPLE[n][:2], draw(firms), "", "", "11/04/19, 07:15 PM")
        files["Recommendations_Received.csv"] = table(header, praise)
    if draw(st.booleans()):
        ended = draw(st.sampled_from(["", "Feb 2018"]))
        job = (draw(firms), "Scientist", "Jan 2015", ended)
        files["Positions.csv"] = table("Company Name,Title,Started On,Finished On", job)
    if draw(st.booleans()):
        follow = (draw(firms), "Tue Mar 05 13:35:11 UTC 2019")
        files["Company Follows.csv"] = table("Organization,Followed On", follow)
    return f"Complete_05-12-{year}", files


def written(draw: st.DrawFn, year: int, owner: tuple[str, str, str]) -> str:
    """Draw messages, which had names only until 2021."""
    rows: list[tuple[str, ...]] = []
    for n in draw(some):
        day, sent = draw(st.integers(1, 2)), draw(st.booleans())
        mine, theirs = (" ".join(owner[:2]), owner[2]), (called(n), address(n))
        pair = (mine, theirs) if sent else (theirs, mine)
        if year >= 2022:
            rows.append(message(f"c{n}", *pair[0], *pair[1], f"2017-11-0{day} 21:05:33 UTC"))
        else:
            names = [name for name, _ in pair]
            way = "OUTGOING" if sent else "INCOMING"
            rows.append((*names, f"11/{day}/17, 9:05 PM", "", "Hi", way, "INBOX"))
    header = MESSAGES if year >= 2022 else "From,To,Date,Subject,Content,Direction,Folder"
    return table(header, *rows)


def google(draw: st.DrawFn) -> Made:
    header = "Name,E-mail 1 - Value,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title"
    rows = [
        (called(n), draw(st.sampled_from(["", mail(draw, n)])), "", draw(firms), draw(titles))
        for n in draw(some)
    ]
    return "google", {"contacts.csv": table(header, *rows)}


def outlook(draw: st.DrawFn) -> Made:
    header = "First Name,Last Name,Company,Job Title,E-mail Address"
    rows = [(*PEOPLE[n][:2], draw(firms), draw(titles), mail(draw, n)) for n in draw(some)]
    return "outlook", {"contacts.csv": table(header, *rows)}


def cards(draw: st.DrawFn) -> Made:
    text = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{called(n).replace(',', '')}\nEMAIL:{mail(draw, n)}\n"
        f"ORG:{draw(firms)}\nEND:VCARD\n"
        for n in draw(some)
    )
    return "cards", {"a.vcf": text}


def alumni(draw: st.DrawFn) -> Made:
    year = st.sampled_from(["2012", ""])
    rows = [(called(n), mail(draw, n), draw(firms), draw(year)) for n in draw(some)]
    return "alumni", {"alumni.csv": table("Full Name,Email,Employer,Class of", *rows)}


def calendar(draw: st.DrawFn) -> Made:
    people = "".join(
        f"ATTENDEE;CN={draw(st.sampled_from([PEOPLE[n][0], '']))}:mailto:{mail(draw, n)}\n"
        for n in draw(some)
    )
    return "calendar", {
        "a.ics": "BEGIN:VCALENDAR\nX-WR-CALNAME:me@example.org\nBEGIN:VEVENT\nUID:1\n"
        "DTSTART:20260401T100000Z\nORGANIZER:mailto:me@example.org\n"
        f"ATTENDEE:mailto:me@example.org\n{people}END:VEVENT\nEND:VCALENDAR\n"
    }


def mailbox(draw: st.DrawFn) -> Made:
    text = "".join(
        "From x@x.org Wed Apr  1 10:00:00 2026\nDelivered-To: me@example.org\n"
        f"From: {draw(st.sampled_from([PEOPLE[n][0], '']))} <{mail(draw, n)}>\n"
        f"To: me@example.org\nDate: Wed, 01 Apr 2026 10:00:00 +0200\nMessage-ID: <{n}@x>\n\n\n"
        for n in draw(some)
    )
    return "mailbox", {"a.mbox": text}


BOOKS: Final[dict[str, Callable[[st.DrawFn], Made]]] = {
    "google": google, "outlook": outlook, "cards": cards, "alumni": alumni,
    "calendar": calendar, "mailbox": mailbox,
}  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> list[tuple[Made, str]]:
    """Draw two or three imports, each of another source or year, with the owner's name."""
    kinds = st.sampled_from([2018, 2022, 2024, "friend", 2018, 2024, *BOOKS])
    found: list[tuple[Made, str]] = []
    for kind in draw(st.lists(kinds, min_size=2, max_size=3, unique=True)):
        if kind == "friend":
            name, inside = linkedin(draw, draw(st.sampled_from([2018, 2024])), FRIEND)
            found.append(((f"Friend_{name}", inside), " ".join(FRIEND[:2])))
        elif isinstance(kind, int):
            found.append((linkedin(draw, kind, ROBIN), ""))
        else:
            found.append((BOOKS[str(kind)](draw), ""))
    return found


def told(ledger: Ledger) -> dict[str, Any]:
    """Return what a ledger says, in one order."""
    events = [(e.kind, e.day, e.giver, e.taker, e.note, e.count, e.source) for e in ledger.events]
    return {
        "people": ledger.people,
        "events": sorted(events, key=repr),
        **{
            name: sorted(getattr(ledger, name), key=repr)
            for name in (
                "positions",
                "ties",
                "correspondence",
                "gatherings",
                "wishes",
                "sources",
                "asks",
            )
        },
        "organisations": ledger.organisations,
    }


def imported(root: Path, name: str, imports: Sequence[tuple[list[Path], str]]) -> dict[str, Any]:
    """Import some paths one after the other, each with its owner, and return what is known."""
    network = Network(root / f"{name}.db")
    for paths, owner in imports:
        network.take(*paths, owner=owner)
    return told(network.ledger())


@few(6, HealthCheck.too_slow)
@given(files())
def test_the_order_of_files_does_not_matter(drawn: list[tuple[Made, str]]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        ready = [([folder(root, *made)], owner) for made, owner in drawn]
        results = [imported(root, str(n), order) for n, order in enumerate(permutations(ready))]

        assert all(results[0] == result for result in results)


def test_an_older_file_read_later_still_says_how_an_employer_was_spelt(tmp_path: Path) -> None:
    row = "First Name,Last Name,Company,Position,Connected On\nAna,Silva,{},Analyst,12 Mar 2016\n"
    ready = [
        ([folder(tmp_path, f"Complete_05-12-{year}", {"Connections.csv": row.format(firm)})], "")
        for year, firm in ((2018, "Acme Inc."), (2022, "ACME"))
    ]

    for n, order in enumerate(permutations(ready)):
        [firm] = imported(tmp_path, str(n), order)["organisations"].values()
        assert ("ACME", "Acme Inc.") == firm.spellings


@few(5, HealthCheck.too_slow)
@given(files())
def test_one_import_of_all_files_is_as_good_as_one_of_each(drawn: list[tuple[Made, str]]) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        paths = [folder(root, *made) for made, owner in drawn if not owner]

        alone = imported(root, "a", [([path], "") for path in paths])
        assert not paths or alone == imported(root, "b", [(paths, "")])


JOURNAL = "date,kind,person,by,to,target,status,value,note\n"


@few(6, HealthCheck.too_slow)
@given(files(), st.lists(st.tuples(numbers, st.sampled_from([" (Acme)", ""])), min_size=1))
def test_a_journal_means_the_same_after_all_files_and_with_them(
    drawn: list[tuple[Made, str]], lines: list[tuple[int, str]]
) -> None:
    rows = "".join(f'2026-04-01,talked,"{called(n)}{firm}",,,,,,\n' for n, firm in lines)
    known = '2026-04-02,talked,"Zoe Quill (Acme)",,,,,,\n'
    with TemporaryDirectory() as name:
        root = Path(name)
        paths = [folder(root, *made) for made, owner in drawn if not owner]
        journal = folder(root, "journal", {"journal.csv": JOURNAL + rows + known})

        after = imported(root, "a", [([path], "") for path in (*paths, journal)])
        assert after == imported(root, "b", [([journal, *paths], "")])


TWINS = table(
    CONNECTIONS,
    ("Ana", "Silva", address(0), "", "Acme", "", "12 Mar 2016"),
    ("Ana", "Silva", address(1), "", "Globex", "", "13 Mar 2017"),
)
OF_2018 = table(
    "From,To,Date,Subject,Content,Direction,Folder",
    ("Ana Silva", "Robin Ostrow", "11/4/18, 9:05 PM", "", "", "INCOMING", "INBOX"),
)
PROFILE = "First Name,Last Name,Headline\nRobin,Ostrow,\n"


def test_what_one_of_two_of_a_name_wrote_is_nobodys_until_it_is_said(tmp_path: Path) -> None:
    old = folder(tmp_path, "Old_05-12-2018", {"Profile.csv": PROFILE, "messages.csv": OF_2018})
    one = TWINS.replace(TWINS.splitlines()[2] + "\n", "")
    first = folder(tmp_path, "A_05-12-2024", {"Connections.csv": one})
    second = folder(tmp_path, "B_05-12-2025", {"Connections.csv": TWINS})
    network = Network(tmp_path / "n.db")
    network.take(old)
    network.take(first)
    before = network.ledger()
    network.take(second)
    after = network.ledger()

    assert [1, 2] == [
        sum(p.name == "Ana Silva" for p in x.people.values()) for x in (before, after)
    ]
    assert [1, 0] == [len(x.correspondence) + len(x.events) for x in (before, after)]


def test_a_row_that_could_be_several_people_is_said_to_be_left_out(tmp_path: Path) -> None:
    export = {"Profile.csv": PROFILE, "Connections.csv": TWINS, "messages.csv": OF_2018}
    report = Network(tmp_path / "n.db").take(folder(tmp_path, "Complete_05-12-2024", export))
    (file,) = [f for f in report.files if f.kind == "messages"]

    assert [(2, "2 people are called Ana Silva and the row has no profile address")] == [
        (skip.line, skip.reason) for skip in file.skipped
    ]


def test_a_friend_of_whose_name_ego_knows_two_must_be_named_by_id(tmp_path: Path) -> None:
    network = Network(tmp_path / "n.db")
    network.take(folder(tmp_path, "Mine_05-12-2024", {"Connections.csv": TWINS}))
    hers = folder(tmp_path, "Hers_05-12-2024", {"Connections.csv": TWINS})

    with pytest.raises(AmbiguousName, match="use the id"):
        network.take(hers, owner="Ana Silva")
