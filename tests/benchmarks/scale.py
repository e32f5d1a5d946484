"""A LinkedIn export of any size, invented, in the format of 2026, for the tests of scale.

Sizes are heavy-tailed as in real networks: firms by Zipf's law, messages per person log-normal
over the fifth of the connections that have any.

    python tests/benchmarks/scale.py OUT --connections 30000 --messages 100000 --seed 1 [--zip]
"""

from __future__ import annotations

import argparse
import csv
import io
import shutil
from datetime import UTC, datetime, timedelta
from itertools import accumulate, product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EXPORTED = datetime(2026, 5, 1, tzinfo=UTC)
NAME = f"Complete_LinkedInDataExport_{EXPORTED:%m-%d-%Y}"
EGO = ("Robin", "Ostrow", "https://www.linkedin.com/in/robin-ostrow-7a41c2")
NOTES = 'Notes:\n"Addresses show only where their owners allow it. Invented, for tests."\n\n'
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

FIRST = """Abena Adele Aisling Álvaro Amara Anouk Arjun Astrid Bartek Bridget Bruno Camila Carys
Chiara Dalia Darko Delphine Edda Eamon Elif Emre Esther Farah Felix Fiona Gábor Gemma Gideon Hana
Harriet Henrik Hiro Ibrahim Ida Imogen Ivana Jasper Joana Jonas Kamil Keiko Kieran Kwame Lars Léonie
Lior Luca Magda Mahmoud Manon Marek Marisol Maya Mina Moira Nadir Nikhil Nora Odile Orla Oskar
Pascal Pooja Quentin Rania Rhys Rowan Sabine Salma Saskia Selin Shira Silas Sofia Søren Tamsin
Tarek Tessa Una Valentin Vera Viggo Willa Xavier Yara Yusuf Zofia Zoltán"""
LAST_1 = """Ab Al Bach Bal Bar Bir Black Bol Bright Cal Cast Chan Cor Cran Dab Del Dun Eik Elph
Est Fair Falk Fen Fig Gal Gar Gild Grim Had Hal Has Heath Hol Ib Il Jank Jes Kal Kar Ker Kil Lag
Lark Lind Loch Mach March Mer Mont Nak Night Nov Oak Ok Ost Pal Pen Pet Quen Rag Rav Rost Ruth Sal
Sand Seab Sig Skog Stan Strand Tan Thist Tor Trel Und Van Vas Ven Wad Wav West Wolf Yar
Zam"""
LAST_2 = """a abri acott adeli agher ahan aldi amoor anders anza arro asek bourne bury by caster
croft czyk dottir duin e eau ell elli embe endal enko eno erby ero escu eson ette ewski feld field
ford gate gaard hari holm horn ia ides igan ikov illo ingham inho ino ira ishi ito ius kamp land
ley lund man mere mond more nay nen no o oba oglu old oni orra os ova ow quist rath ridge rup sby
sen shaw son stad stein stow strom tani thorpe ton u ues ula una ura vall varen vic vold wald well
wick wood worth y yama yar zade zig"""
FIRM = """Tarn Sedge Cloud Over Grid Halo Fern Wind Peat Moss Rime Pel Lark Kelp Tide Gannet Murre
Salt Quill Marrow Lantern Oriel Tallow Oxbow Brack Kestrel Dusk Harrow Linden Thorn Wicker Kitti
Candle Plover Grebe Still Harts Brine Mussel Cold"""
FIRM_END = """field stone mere light works leaf berry bridge gate moor row water wing wood fall
haven loom path reach well"""
TRADE = "| Analytics| Systems| Health| Energy| Partners| Foods| Media| Logistics| Capital| Robotics"
TRADE += "| Studio|, Inc.| GmbH| Ltd| University"
LEVEL = ["", "", "", "Senior ", "Senior ", "Lead ", "Junior ", "Principal ", "Head of ", "VP "]
ROLE = """Data Scientist|Data Analyst|Software Engineer|Product Manager|Marketing Manager|Teacher|\
Account Executive|Consultant|Research Scientist|UX Designer|Operations Manager|Finance Analyst|\
Project Manager|Mechanical Engineer|Recruiter|Nurse|Lecturer|Lawyer|Policy Adviser|Sales Manager|\
Supply Chain Planner|Chemist|Biologist|Journalist|Customer Success Manager|Data Engineer"""
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
)
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
ENDORSED = (
    "Endorsement Date,Skill Name,{0} First Name,{0} Last Name,{0} Public Url,Endorsement Status"
)
PHRASES = [
    "Good to hear from you!",
    "Let me think about it and come back to you.",
    "Are you going on Thursday?\n\nI could bring the slides.",
    "Thank you, that helped a lot.",
    "Would you have twenty minutes next week? I would like to learn how your team works.\nBest",
    "I had the same thought last week, and then the project moved on. Shall we speak?",
]


class Contact(NamedTuple):
    """What the rows need of a person."""

    first: str
    last: str
    url: str
    company: str
    title: str
    met: datetime

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


def write_export(folder: Path, *, connections: int, messages: int, seed: int) -> Path:
    """Write an export into `folder`, which is made, and return the folder."""
    rng = Random(seed)
    people = contacts(rng, connections)
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        "Connections.csv": connection_rows(rng, people),
        "messages.csv": message_rows(rng, people, messages),
        "Invitations.csv": invitation_rows(rng, people[: connections // 8]),
        "Endorsement_Received_Info.csv": endorsement_rows(rng, people, "Endorser"),
        "Endorsement_Given_Info.csv": endorsement_rows(rng, people, "Endorsee"),
        "Profile.csv": [["First Name", "Last Name", "Headline"], [*EGO[:2], "Data analyst"]],
        "Company Follows.csv": [["Organization", "Followed On"]]
        + [[person.company, "Tue Mar 19 08:28:32 UTC 2024"] for person in people[:40]],
    }
    for name, rows in tables.items():
        text = as_csv(rows, quoted=name == "messages.csv")
        note = NOTES if name == "Connections.csv" else ""
        (folder / name).write_text(note + text, encoding="utf-8", newline="")
    return folder


def as_csv(rows: Iterable[Sequence[str]], *, quoted: bool) -> str:
    """The rows as LinkedIn writes them."""
    file = io.StringIO()
    csv.writer(
        file, lineterminator="\n", quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    ).writerows(rows)
    return file.getvalue()


def contacts(rng: Random, count: int) -> list[Contact]:
    """People at firms of Zipf sizes, the last one met first; few share a name."""
    parts = product(FIRM.split(), FIRM_END.split(), TRADE.split("|"))
    firms = ["".join(part) for part in parts]
    rng.shuffle(firms)
    weights = list(accumulate(rank**-0.7 for rank in range(1, len(firms) + 1)))
    employers = rng.choices(firms, cum_weights=weights, k=count)
    days = (EXPORTED - datetime(2009, 1, 1, tzinfo=UTC)).days
    firsts, stems, endings = FIRST.split(), LAST_1.split(), LAST_2.split()
    roles, people = ROLE.split("|"), []
    for number, company in enumerate(employers):
        first, last = rng.choice(firsts), rng.choice(stems) + rng.choice(endings)
        slug = f"{first}-{last}-{number:05x}".lower().translate(BARE)
        title = rng.choice(LEVEL) + rng.choice(roles)
        met = EXPORTED - timedelta(days=1 + int(days * rng.random() ** 1.5))
        url = f"https://www.linkedin.com/in/{slug}"
        people.append(Contact(first, last, url, company, title, met))
    return sorted(people, key=lambda person: person.met, reverse=True)


BARE = str.maketrans("áéøó", "aeoo")


def connection_rows(rng: Random, people: list[Contact]) -> Iterable[list[str]]:
    """Connections.csv; one row in sixty is a hidden member, one in thirty shows an e-mail."""
    yield CONNECTIONS.split(",")
    for number, p in enumerate(people):
        on = f"{p.met:%d} {MONTHS[p.met.month - 1]} {p.met.year}"
        mail = f"{p.url.rpartition('/')[2]}@example.com" if rng.random() < 1 / 30 else ""
        yield [p.first, p.last, p.url, mail, p.company, p.title, on]
        if number % 60 == 59:
            yield ["", "", "", "", "", "", on]


def message_rows(rng: Random, people: list[Contact], count: int) -> Iterable[list[str]]:
    """messages.csv of 2026; a fifth of the connections have messages, most of them few."""
    yield MESSAGES.split(",")
    if not people:
        return
    partners = rng.sample(people, max(1, len(people) // 5))
    weights = list(accumulate(rng.lognormvariate(0, 1.4) for _ in partners))
    shares: dict[int, int] = {}
    for at in rng.choices(range(len(partners)), cum_weights=weights, k=count):
        shares[at] = shares.get(at, 0) + 1
    me = Contact(*EGO, "", "", EXPORTED)
    for at in sorted(shares):
        yield from _conversation(rng, partners[at], me, shares[at])


def _conversation(rng: Random, person: Contact, me: Contact, count: int) -> Iterable[list[str]]:
    number = f"2-{rng.getrandbits(160):040x}"
    span = (EXPORTED - person.met).total_seconds()
    moments = sorted(person.met + timedelta(seconds=span * rng.random()) for _ in range(count))
    for when in reversed(moments):
        a, b = (me, person) if rng.random() < 0.5 else (person, me)
        text = rng.choice(PHRASES)
        day = when.isoformat(" ", "seconds").removesuffix("+00:00") + " UTC"
        head = [number, "", a.name, a.url, b.name, b.url, day, "", text]
        yield [*head, "INBOX", "", "No", "No"]


def invitation_rows(rng: Random, people: list[Contact]) -> Iterable[list[str]]:
    """Invitations.csv of the connections met last, half of them sent by ego."""
    yield INVITATIONS.split(",")
    me = Contact(*EGO, "", "", EXPORTED)
    for person in people:
        out = rng.random() < 0.5
        a, b = (me, person) if out else (person, me)
        sent = f"{person.met.month}/{person.met.day}/{person.met:%y}, {rng.randint(1, 11)}:15 PM"
        yield [a.name, b.name, sent, "", "OUTGOING" if out else "INCOMING", a.url, b.url]


def endorsement_rows(rng: Random, people: list[Contact], who: str) -> Iterable[list[str]]:
    """One endorsement for every fifty connections."""
    yield ENDORSED.format(who).split(",")
    for person in rng.sample(people, len(people) // 50):
        url = person.url.removeprefix("https://")
        day = f"{person.met:%Y/%m/%d} 12:00:00 UTC"
        yield [day, "Python", person.first, person.last, url, "ACCEPTED"]


def main() -> None:
    """Write the export that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a large invented LinkedIn export.")
    parser.add_argument("out", type=Path, help="folder to make the export in")
    parser.add_argument("--connections", type=int, default=30_000)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--zip", action="store_true", help="pack it, as LinkedIn sends it")
    asked = parser.parse_args()
    folder = write_export(
        asked.out / NAME,
        connections=asked.connections,
        messages=asked.messages,
        seed=asked.seed,
    )
    if asked.zip:
        shutil.make_archive(str(folder), "zip", root_dir=folder)
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
