"""Who is in the invented world: Robin's connections, told by hand or drawn from the word lists."""

from __future__ import annotations

import csv
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable

MATERIAL = Path(__file__).parent / "material"
EXPORTED = date(2026, 5, 1)
EXPORTED_BEFORE = date(2020, 3, 8)
EGO = "ego"

Words = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Person:
    """One connection, as LinkedIn shows them now and as it showed them in March 2020."""

    key: str
    first: str
    last: str
    slug: str
    circle: str
    company: str
    title: str
    connected: date
    warmth: int = 0
    email: str = ""
    old_company: str = ""
    old_title: str = ""
    old_last: str = ""

    @property
    def name(self) -> str:
        """First and last name as one."""
        return f"{self.first} {self.last}".strip()

    @property
    def url(self) -> str:
        """The profile address, percent-encoded as LinkedIn does."""
        return "https://www.linkedin.com/in/" + quote(self.slug)


def read_words() -> Words:
    """The word lists."""
    return tomllib.loads((MATERIAL / "words.toml").read_text("utf-8"))


def read_rows(name: str) -> list[dict[str, str]]:
    """A table of the material."""
    with (MATERIAL / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ego(words: Words) -> Person:
    """Robin."""
    me = words["ego"]
    return Person(EGO, me["first"], me["last"], me["slug"], "", "", "", EXPORTED, email=me["email"])


def everybody(words: Words) -> list[Person]:
    """All connections, the last one made first."""
    rng = Random(words["seed"])
    people = [_from_row(row) for row in read_rows("cast.csv")]
    extras = _extras(words, rng, {person.name for person in people})
    extras = _oddities(extras, words, rng)
    people = _with_emails(people + extras, rng)
    return sorted(people, key=lambda person: (person.connected, person.slug), reverse=True)


def hidden(words: Words) -> list[date]:
    """When the members were met of whom LinkedIn now shows a date only."""
    rng = Random(words["seed"] + 1)
    return [day(rng, date(2012, 1, 1), date(2025, 12, 1)) for _ in range(7)]


def _from_row(row: dict[str, str]) -> Person:
    return Person(
        key=row["key"],
        first=row["first"],
        last=row["last"],
        slug=row["slug"],
        circle=row["circle"],
        company=row["company"],
        title=row["title"],
        connected=date.fromisoformat(row["connected"]),
        warmth=int(row["warmth"]),
        old_company=row["old_company"],
        old_title=row["old_title"],
    )


def _extras(words: Words, rng: Random, taken: set[str]) -> list[Person]:
    names = _names(words, rng, sum(circle["extras"] for circle in words["circles"]), taken)
    return [
        _extra(*names.pop(), circle, words, rng)
        for circle in words["circles"]
        for _ in range(circle["extras"])
    ]


def _names(words: Words, rng: Random, count: int, taken: set[str]) -> list[tuple[str, str]]:
    """Different full names, but for two pairs of namesakes."""
    lists = words["names"]
    chosen = [(first, last) for first, last in lists["accented"] + lists["other_scripts"]]
    chosen += strangers(words, rng, count - len(chosen) - 2, taken)
    rng.shuffle(chosen)
    usual = [name for name in chosen if name[0] in lists["first"]]
    return [*chosen, *rng.sample(usual, 2)]


def strangers(words: Words, rng: Random, count: int, taken: set[str]) -> list[tuple[str, str]]:
    """Different names that nobody has yet."""
    names: dict[tuple[str, str], None] = {}
    while len(names) < count:
        name = (rng.choice(words["names"]["first"]), rng.choice(words["names"]["last"]))
        if " ".join(name) not in taken:
            names[name] = None
    return list(names)


def _extra(first: str, last: str, circle: Words, words: Words, rng: Random) -> Person:
    connected = day(rng, circle["since"], circle["until"])
    company, title = _job(circle, words, rng, circle["stays"])
    old = _earlier(circle, words, rng, company, title) if connected <= EXPORTED_BEFORE else ("", "")
    return Person(
        key="",
        first=first,
        last=last,
        slug=_slug(first, last, rng),
        circle=circle["name"],
        company=company,
        title=title,
        connected=connected,
        warmth=rng.choices((0, 1, 2, 3), weights=(88, 6, 4, 2))[0],
        old_company=old[0],
        old_title=old[1],
    )


def _job(circle: Words, words: Words, rng: Random, stays: float) -> tuple[str, str]:
    if rng.random() < stays:
        company, field = circle["home"], circle["home_field"]
    else:
        field = rng.choices(list(circle["fields"]), list(circle["fields"].values()))[0]
        company = rng.choice(words["firms"][field])
    return rng.choice([company] * 4 + words["spellings"].get(company, [])), rng.choice(
        words["titles"][field]
    )


def _earlier(circle: Words, words: Words, rng: Random, company: str, title: str) -> tuple[str, str]:
    """Where they were in March 2020: a third are where they still are."""
    if rng.random() < 0.34:
        return company, title
    return _job(circle, words, rng, 0.7 if circle["home"] else 0.0)


def _slug(first: str, last: str, rng: Random) -> str:
    name = f"{first}-{last}".lower().replace(" ", "-")
    if rng.random() < 0.8:
        name = plain(name)
    ending = f"{rng.getrandbits(28):07x}" if rng.random() < 0.55 else f"of-{rng.randrange(9999)}"
    return f"{name}-{ending}"


def _oddities(people: list[Person], words: Words, rng: Random) -> list[Person]:
    """What people do to their names and jobs, in about the shares seen in real exports."""
    changed = list(people)
    shared = Counter(person.name for person in people)
    alone = [at for at, person in enumerate(people) if shared[person.name] == 1]
    where = iter(rng.sample(alone, 120))

    def edit(count: int, change: Callable[[Person], Person]) -> None:
        for _ in range(count):
            at = next(where)
            changed[at] = change(changed[at])

    credentials = words["names"]["credentials"]
    edit(17, lambda p: replace(p, last=f"{p.last}, {rng.choice(credentials)}"))
    edit(4, lambda p: replace(p, last=f"{p.last[0]}."))
    edit(4, lambda p: replace(p, first=p.first.upper(), last=p.last.upper()))
    edit(4, lambda p: replace(p, first=p.first.lower(), last=p.last.lower()))
    edit(8, lambda p: replace(p, last=f"{p.last} "))
    edit(2, lambda p: replace(p, first=f" {p.first}"))
    edit(2, lambda p: replace(p, first=f"{p.first} (she/her)"))
    edit(3, lambda p: replace(p, last=f"{p.last} ({rng.choice(words['names']['last'])})"))
    edit(1, lambda p: replace(p, last=f"{p.last} 🌊"))
    edit(1, lambda p: replace(p, first=f"🐠 {p.first}"))
    edit(1, lambda p: replace(p, last=f"{p.last} 🔬🐙"))
    edit(1, lambda p: replace(p, first=f"{p.first}\u200d"))
    edit(1, lambda p: replace(p, last=f"{p.last}\u00a0"))
    edit(1, lambda p: replace(p, first=_bold(p.first)))
    edit(1, lambda p: replace(p, first=f'{p.first} "Skip"'))
    edit(2, lambda p: replace(p, first=f"Dr {p.first}"))
    edit(5, lambda p: replace(p, company="Self-employed", title="Freelance Data Consultant"))
    edit(2, lambda p: replace(p, company="Freelance"))
    edit(1, lambda p: replace(p, company="Stealth Startup", title="Co-Founder"))
    edit(1, lambda p: replace(p, company="Retired", title="Retired"))
    edit(6, lambda p: replace(p, company="", title=""))
    edit(1, lambda p: replace(p, company=""))
    edit(1, lambda p: replace(p, company="+Plus Tides"))
    edit(1, lambda p: replace(p, company="=Equal Oceans"))
    edit(1, lambda p: replace(p, title="Producer\tand Presenter"))
    edit(1, lambda p: replace(p, title=("Marine biologist, diver, teacher, maker | " * 3)[:100]))
    return _married(changed, words, rng)


def _married(people: list[Person], words: Words, rng: Random) -> list[Person]:
    """Two people whose last name was another in March 2020."""
    settled = [p for p in people if p.old_company and p.last in words["names"]["last"]]
    renamed = {p.slug for p in rng.sample(settled, 2)}
    return [
        replace(p, old_last=p.last, last=f"{p.last}-{rng.choice(words['names']['last'])}")
        if p.slug in renamed
        else p
        for p in people
    ]


def _bold(text: str) -> str:
    """Letters from the mathematical alphabet, as some people like them."""
    return "".join(
        chr(ord(letter) - ord("a") + 0x1D41A)
        if "a" <= letter <= "z"
        else chr(ord(letter) - ord("A") + 0x1D400)
        if "A" <= letter <= "Z"
        else letter
        for letter in text
    )


def _with_emails(people: list[Person], rng: Random) -> list[Person]:
    shown = {person.slug for person in rng.sample(people, 16)}
    return [
        replace(person, email=_address(person, rng)) if person.slug in shown else person
        for person in people
    ]


def _address(person: Person, rng: Random) -> str:
    local = plain(person.slug).rsplit("-", 1)[0].replace("-", ".")
    return f"{local if local.isascii() else 'hello'}@example.{rng.choice(('com', 'org', 'net'))}"


def plain(text: str) -> str:
    """The text in ASCII letters where it has a Latin form, as in an address; else as it is."""
    for letter, spelled in {"ł": "l", "ø": "o", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th"}.items():
        text = text.replace(letter, spelled)
    bare = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return bare if bare.isascii() else text


def day(rng: Random, first: date, last: date) -> date:
    """Some day of the span, both ends included."""
    return first + timedelta(days=rng.randrange((last - first).days + 1))
