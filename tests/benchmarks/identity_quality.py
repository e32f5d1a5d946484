"""How often records of one person are found to be one, and of two people not, on labelled pairs.

    python -m tests.benchmarks.identity_quality

Each pair is judged by itself, as one record of LinkedIn and one of an address book. Intervals are
Wilson's, at 95 %.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from netgraph.identity.classification import LIKELY, Candidate, candidates
from netgraph.identity.companies import company_key
from netgraph.model.intervals import share
from netgraph.model.records import Ledger, Person, Position

DATA = Path(__file__).parents[1] / "data" / "identity"


class Pair(NamedTuple):
    """Two records, ``a`` and ``b``, and whether they are one person's."""

    name: str
    ledger: Ledger
    same: bool

    @property
    def found(self) -> Candidate | None:
        """What is said of the two, if anything."""
        return next(iter(candidates(self.ledger)), None)


def labelled() -> Iterator[Pair]:
    """Yield the labelled pairs."""
    for number, row in enumerate(_rows("people.csv")):
        records = _record(row, "a", "linkedin"), _record(row, "b", "google")
        schools = tuple(
            Position(f"w{side}", side, row[f"school_{side}"], kind="school")
            for side in "ab"
            if row[f"school_{side}"]
        )
        ledger = Ledger({p.id: p for p in records}, positions=schools)
        yield Pair(f"{number}: {row['name_a']} / {row['name_b']}", ledger, row["label"] == "same")


def _rows(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _record(row: dict[str, str], side: str, source: str) -> Person:
    emails, urls, phones = (
        tuple(filter(None, row[f"{name}_{side}"].split(";"))) for name in ("email", "url", "phone")
    )
    return Person(
        side, row[f"name_{side}"], source, emails, urls, phones,
        company=row[f"company_{side}"], title=row[f"title_{side}"],
    )  # fmt: skip


def _say(what: str, hits: int, cases: int) -> None:
    found = share(hits, cases)
    print(
        f"{what:<42} {hits:3} of {cases:3}  {hits / cases:.3f}  [{found.low:.3f}, {found.high:.3f}]"
    )


def main() -> None:
    """Print how well people and firms are told."""
    judged = [(pair.same, pair.found) for pair in labelled()]
    ones = sum(same for same, _ in judged)
    joined = [same for same, found in judged if found and found.certain]
    sure = [same for same, found in judged if found and found.score >= LIKELY]
    listed = [same for same, found in judged if found]
    print(f"people: {len(judged)} pairs, {ones} of them one person")
    _say("joined without asking, and right", sum(joined), len(joined))
    _say("joined or likely, and right", sum(sure), len(sure))
    _say("asked about or joined, and right", sum(listed), len(listed))
    _say("of one person, joined without asking", sum(joined), ones)
    _say("of one person, joined or asked about", sum(listed), ones)
    firms = [(row["label"] == "same", _one_firm(row)) for row in _rows("companies.csv")]
    print(f"firms: {len(firms)} pairs, {sum(same for same, _ in firms)} of them one firm")
    _say("taken for one firm, and right", *_hits([same for same, found in firms if found]))
    _say("of one firm, taken for one", *_hits([found for same, found in firms if same]))


def _one_firm(row: dict[str, str]) -> bool:
    return company_key(row["a"]) == company_key(row["b"]) != ""


def _hits(cases: list[bool]) -> tuple[int, int]:
    return sum(cases), len(cases)


if __name__ == "__main__":
    main()
