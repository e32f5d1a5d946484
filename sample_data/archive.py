"""LinkedIn's files: every table of the export with the header and the date form LinkedIn uses."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from cast import EXPORTED, EXPORTED_BEFORE, MATERIAL, Person, Words, day, strangers
from letters import Message

Row = Sequence[object]

PREAMBLE = """Notes:
"Some e-mail addresses are missing here: LinkedIn shows an address only if its owner lets \
connections see it. This file is a made-up sample, no such people exist."

"""
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
CONNECTIONS_2019 = "First Name,Last Name,Email Address,Company,Position,Connected On"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
)
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
ENDORSED = (
    "Endorsement Date,Skill Name,{0} First Name,{0} Last Name,{0} Public Url,Endorsement Status"
)
RECOMMENDED = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"


def table(header: str, rows: Iterable[Row], *, quoted: bool = False) -> str:
    """A CSV text; every field quoted, or only where needed."""
    file = io.StringIO()
    write = csv.writer(
        file, lineterminator="\n", quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    )
    write.writerow(header.split(","))
    write.writerows(rows)
    return file.getvalue()


def connections(people: list[Person], hidden: list[date]) -> str:
    """Connections.csv of today: a note above, no line end below."""
    rows = [
        (p.connected, (p.first, p.last, p.url, p.email, p.company, p.title)) for p in people
    ] + [(when, ("",) * 6) for when in hidden]
    rows.sort(key=lambda row: row[0], reverse=True)
    return PREAMBLE + table(
        CONNECTIONS, [(*cells, _day(when)) for when, cells in rows]
    ).removesuffix("\n")


def connections_2019(people: list[Person], hidden: list[date], words: Words) -> str:
    """The same people in March 2020, and four who have left since: no note, no addresses."""
    rng = Random(words["seed"] + 3)
    rows = [
        (p.connected, (p.first, p.old_last or p.last, p.email, p.old_company, p.old_title))
        for p in people
        if p.connected <= EXPORTED_BEFORE
    ]
    rows += [(when, ("",) * 5) for when in hidden if when <= EXPORTED_BEFORE]
    for first, last in strangers(words, rng, 4, {p.name for p in people}):
        job = ("Kelp & Current Labs", "Research Technician")
        rows.append((day(rng, date(2018, 6, 1), EXPORTED_BEFORE), (first, last, "", *job)))
    rows.sort(key=lambda row: row[0], reverse=True)
    return table(CONNECTIONS_2019, [(*cells, _day(when)) for when, cells in rows]).removesuffix(
        "\n"
    )


def mail(found: list[Message]) -> str:
    """messages.csv since March 2026: every field quoted, real line breaks in the text."""
    rows = [
        (
            m.conversation,
            m.title,
            m.sender,
            m.sender_url,
            m.to,
            m.to_urls,
            f"{m.when:%Y-%m-%d %H:%M:%S} UTC",
            m.subject,
            m.content,
            m.folder,
            "",
            _yes(m.draft),
            _yes(m.conversation_draft),
        )
        for m in found
    ]
    return table(MESSAGES, rows, quoted=True)


def invitations(people: list[Person], me: Person, words: Words) -> str:
    """Both ways, of the last ten months: those that were accepted and those still open."""
    rng = Random(words["seed"] + 4)
    since = EXPORTED - timedelta(days=304)
    rows: list[tuple[datetime, Row]] = []
    for person in people:
        if person.connected >= since:
            sent = person.connected - timedelta(days=rng.choice((0, 0, 1, 1, 2, 5, 9)))
            rows.append(_invitation(person, me, max(sent, since), words, rng))
    for first, last in strangers(words, rng, 58, {p.name for p in people}):
        slug = f"{first}-{last}-{rng.getrandbits(28):07x}".lower()
        someone = Person("", first, last, slug, "", "", "", EXPORTED)
        when = day(rng, since, EXPORTED - timedelta(days=1))
        rows.append(_invitation(someone, me, when, words, rng))
    rows.sort(key=lambda row: row[0], reverse=True)
    return table(INVITATIONS, [row for _, row in rows])


def _invitation(
    person: Person, me: Person, when: date, words: Words, rng: Random
) -> tuple[datetime, Row]:
    sent = datetime.combine(when, time(rng.randrange(7, 22), rng.randrange(60)), tzinfo=UTC)
    outgoing = rng.random() < (0.75 if person.circle == "climate" else 0.5)
    a, b = (me, person) if outgoing else (person, me)
    note = rng.choice(words["mail"]["invite"]) if rng.random() < 0.14 else ""
    note = note.replace("{you}", b.first.strip())
    direction = "OUTGOING" if outgoing else "INCOMING"
    return sent, (a.name, b.name, _american(sent), note, direction, a.url, b.url)


def endorsements(people: list[Person], plan: Words, way: str, words: Words) -> str:
    """Who vouched for a skill, `way` being `given` or `received`."""
    rng = Random(words["seed"] + len(way))
    known = {person.key: person for person in people}
    rows: list[tuple[datetime, Row]] = []
    for key in plan[way]:
        person = known[key]
        first = max(person.connected, date(2016, 1, 1))
        for skill in rng.sample(plan["skills"], rng.choice((1, 1, 2, 3, 4))):
            when = datetime.combine(
                day(rng, first, date(2026, 4, 20)), time(rng.randrange(7, 22)), tzinfo=UTC
            )
            status = rng.choices(("ACCEPTED", "PENDING", "HIDDEN"), (90, 6, 4))[0]
            url = person.url.removeprefix("https://")
            stamp = f"{when:%Y/%m/%d %H:%M:%S} UTC"
            rows.append((when, (stamp, skill, person.first, person.last, url, status)))
    rows.sort(key=lambda row: row[0], reverse=True)
    header = ENDORSED.format("Endorser" if way == "received" else "Endorsee")
    return table(header, [row for _, row in rows])


def recommendations(people: list[Person], plan: list[list[str]]) -> str:
    """Recommendations, which carry no profile address."""
    known = {person.key: person for person in people}
    return table(
        RECOMMENDED,
        [
            (p.first, p.last, p.company, p.title, text, on, "VISIBLE")
            for p, text, on in ((known[key], text, on) for key, text, on in plan)
        ],
    )


def small_files() -> tuple[dict[str, str], Words]:
    """The tables that are written by hand, and the plan for endorsements and recommendations."""
    material: dict[str, Any] = tomllib.loads((MATERIAL / "archive.toml").read_text("utf-8"))
    tables = {entry["name"]: table(entry["header"], entry["rows"]) for entry in material["file"]}
    tables["LearningCoachMessages.csv"] = "No conversations found\n"
    return tables, material


def _day(when: date) -> str:
    return f"{when:%d} {MONTHS[when.month - 1]} {when.year}"


MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _american(when: datetime) -> str:
    half = "AM" if when.hour < 12 else "PM"
    return f"{when.month}/{when.day}/{when:%y}, {(when.hour - 1) % 12 + 1}:{when:%M} {half}"


def _yes(flag: bool) -> str:
    return "Yes" if flag else "No"
