"""How the records of one person, or of one organisation, become one: the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from netgraph.identity.companies import company_key
from netgraph.identity.overlap import as_shown, job_shown
from netgraph.model.records import EGO, Organisation, Person, Position

TEXTS = ("name", "company", "title", "place")
LISTS = {"email": "emails", "url": "urls", "phone": "phones", "tag": "tags"}


def merge_people(
    people: dict[str, Person], group: Sequence[str], owner: Mapping[str, str]
) -> dict[str, str]:
    """Replace the records of one group by one person; return who now stands for whom."""
    records = [people[i] for i in group if i in people]
    if len(records) < 2:
        return {}
    first = min(
        records,
        key=lambda p: (p.id != EGO, owner.get(p.source, EGO) != EGO, p.lead, not p.urls, p.id),
    )
    people[first.id] = _merged(first, heard(records, owner))
    for record in records:
        if record.id != first.id:
            del people[record.id]
    return {r.id: first.id for r in records if r.id != first.id}


def heard(records: list[Person], owner: Mapping[str, str]) -> list[Person]:
    """Leave out what friends' sources tell of ego."""
    if all(p.id != EGO for p in records):
        return records
    return [p for p in records if owner.get(p.source, EGO) == EGO]


def _merged(first: Person, records: Sequence[Person]) -> Person:
    """Fold records into one, the newest first."""
    newest = _newest_first(as_shown(records))
    texts: dict[str, Any] = {
        name: next((v for p in newest if (v := getattr(p, name))), "") for name in TEXTS
    }
    texts["name"] = next((p.name for p in newest if p.name and "@" not in p.name), texts["name"])
    job = next((p for p in newest if p.company or p.title), first)
    lists: dict[str, Any] = {
        name: tuple(dict.fromkeys(v for p in newest for v in getattr(p, name)))
        for name in LISTS.values()
    }
    return replace(
        first,
        **(texts | {"company": job.company, "title": job.title}),
        **lists,
        lead=all(p.lead for p in newest),
        gone=all(p.gone for p in newest),
        seen=newest[0].seen,
    )


def _newest_first(records: Iterable[Person]) -> list[Person]:
    """Order the records of one person: an undated or typed one last."""
    return sorted(
        records, key=lambda p: (p.lead, p.id != EGO, -(p.seen or date.min).toordinal(), p.id)
    )


def former_employers(records: Sequence[Person], person: str) -> list[Position]:
    """Return the employers that only the older of some dated records show."""
    dated = [p for p in _newest_first(records) if p.seen and p.company]
    if len({p.company for p in dated}) < 2:
        return []
    shown = {company_key(dated[0].company), ""}
    found = []
    for p in dated[1:]:
        if p.seen != dated[0].seen and (firm := company_key(p.company)) not in shown:
            shown.add(firm)
            found.append(job_shown(p, person))
    return found


def with_former(
    positions: tuple[Position, ...], former: Sequence[Position]
) -> tuple[Position, ...]:
    """Leave out the former employers that are known as positions already."""
    if not former:
        return positions
    known = {(p.person, company_key(p.organisation)) for p in positions}
    new = (p for p in former if (p.person, company_key(p.organisation)) not in known)
    return (*positions, *new)


def merge_organisations(
    organisations: dict[str, Organisation], group: Sequence[str]
) -> dict[str, str]:
    """Replace the organisations of one group by one; return which now stands for which."""
    records = [organisations[i] for i in sorted(group) if i in organisations]
    if len(records) < 2:
        return {}
    first = max(records, key=lambda o: (len(o.spellings), o.id))
    spellings = tuple(sorted({s for o in records for s in (o.name, *o.spellings)}))
    organisations[first.id] = replace(first, spellings=spellings)
    for record in records:
        if record.id != first.id:
            del organisations[record.id]
    return {r.id: first.id for r in records if r.id != first.id}
