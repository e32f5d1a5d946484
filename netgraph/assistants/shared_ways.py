"""What pools show of whom contacts know, told to an assistant that is to learn no names.

Who it is stands nowhere: "somebody in data at Siemens" stays so, and a name that a member shared
becomes a handle, as the member's own does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netgraph.assistants.veiling import Veiling
from netgraph.model.as_of import AsOf
from netgraph.model.records import Fact, Organisation, Origin, Person
from netgraph.pools.second_degree import UNNAMED, with_facts


def veiled(wide: AsOf, told: AsOf, veiling: Veiling) -> AsOf:
    """Return a view without names to which pools have added what they show in the one with names.

    ``told`` is the view without names and without pools.
    """
    rests = {veiling.shown(i): rest for i, rest in wide.elsewhere.items()}
    return AsOf(with_facts(told.ledger, list(_facts(wide, veiling))), told.day, elsewhere=rests)


def _facts(wide: AsOf, veiling: Veiling) -> Iterator[Fact]:
    """Yield what pools added, without names."""
    ledger = wide.ledger
    shared = {i: p for i, p in ledger.people.items() if p.origin == Origin.SHARED}
    for person in shared.values():
        firm = veiling.firm(person.company)
        if firm and (known := ledger.organisations.get(ledger.spelling.get(person.company, ""))):
            yield Organisation(known.id, firm, spellings=(firm,), key=known.key)
        name = person.name if person.name.startswith(UNNAMED) else veiling.called(person.id)
        yield Person(
            veiling.shown(person.id), name, company=firm, title=person.title, origin=Origin.SHARED
        )
    for tie in ledger.ties:
        if tie.v in shared:
            words = f"through {veiling.called(tie.u)}, who shares contacts in a pool"
            u, v = veiling.shown(tie.u), veiling.shown(tie.v)
            yield replace(tie, id=f"{v}-{u}", u=u, v=v, kind=words, source="")
