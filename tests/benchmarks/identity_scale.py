"""Time to find who is one person among 10,000, 30,000 and 60,000 records of three sources.

    python -m tests.benchmarks.identity_scale [RECORDS ...]

A third of the people are in two sources, names repeat as names do, and one in two hundred people
is called Li Wei. Wrong are certain pairs of two people.
"""

from __future__ import annotations

import random
import resource
import sys
from dataclasses import replace
from datetime import date
from time import process_time

from netgraph.identity.classification import Candidate, candidates
from netgraph.identity.names import parse
from netgraph.model.records import Ledger, Person

SIZES = (10_000, 30_000, 60_000)
GIVEN = """James Mary William Elizabeth Robert Jennifer Thomas Katarzyna José María Wei Mohamed Anna
Jürgen Olga Ivan Priya Rahul Chen Fatima Ahmed Sofia Lars Ingrid Pierre Camille Giulia Marco Yuki
Haruto Min-jun Seo-yeon Daniel Danielle Paul Paula Alexander Alexandra Charles Margaret Susan
David Michael Sarah Laura Peter Karen Nikolai Zoë Søren Agnieszka Tomasz Ewa Ana""".split()
START = """Ab Al Bach Bal Bar Bir Black Bol Cal Cast Chan Cor Dab Del Dun Fair Falk Fen Gal
Gar""".split()
MIDDLE = "a an ber el en er i in kow la mer or ro sen tin ver wal zin".split()
END = """berg dal er es ez ford ham i ini ley man mann nen o ov ova ski son sen ström ton u
wood""".split()
FIRM = """Acme Globex Initech Umbrella Hooli Natura Siemens Allegro Orange Vodafone Fernweh
Tarn""".split()
FORM = ["", " Inc.", " GmbH", " Ltd", " Group"]


def book(records: int, *, seed: int = 7) -> Ledger:
    """Return so many records of people, of whom a third are in two of three sources."""
    chance = random.Random(seed)
    people: dict[str, Person] = {}
    human = 0
    while len(people) < records:
        human += 1
        one = _human(human, chance)
        sources = chance.sample(("linkedin", "google", "alumni"), chance.choice((1, 1, 2)))
        for source in sources:
            record = _as_shown(one, source, chance)
            people[record.id] = record
    return Ledger(people)


def _human(number: int, chance: random.Random) -> Person:
    """Return somebody."""
    family = chance.choice(START) + chance.choice(MIDDLE) + chance.choice(END)
    name = "Li Wei" if number % 200 == 0 else f"{chance.choice(GIVEN)} {family}"
    firm = f"{chance.choice(FIRM)} {int(chance.paretovariate(1))}"
    email = f"{parse(name).given.lower()}.{number}@example.org"
    phone = f"+4420{chance.randrange(10**7, 10**8)}"
    url = f"https://www.linkedin.com/in/person-{number}"
    return Person(f"p{number}", name, "", (email,), (url,), (phone,), firm)


def _as_shown(one: Person, source: str, chance: random.Random) -> Person:
    """Return what one source shows of somebody."""
    shown = replace(one, id=f"{one.id}-{source}", source=source, company=_written(one, chance))
    if source == "linkedin":
        emails = one.emails if chance.random() < 0.05 else ()
        return replace(shown, phones=(), emails=emails, seen=date(2026, 5, 1))
    if source == "google":
        return replace(shown, urls=(), company=chance.choice(("", shown.company)))
    return replace(shown, urls=(), phones=(), emails=chance.choice(((), one.emails)))


def _written(one: Person, chance: random.Random) -> str:
    return one.company + chance.choice(FORM)


def main(sizes: list[int]) -> None:
    """Print one line for each size."""
    print("records  candidates  certain  wrong  seconds  peak MB")
    for size in sizes:
        ledger = book(size)
        start = process_time()
        found = candidates(ledger)
        seconds = process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        certain = [c for c in found if c.certain]
        print(
            f"{len(ledger.people):7,}  {len(found):10,}  {len(certain):7,}  "
            f"{sum(map(_is_wrong, certain)):5}  {seconds:7.1f}  {peak:7.0f}"
        )


def _is_wrong(pair: Candidate) -> bool:
    return pair.a.partition("-")[0] != pair.b.partition("-")[0]


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
