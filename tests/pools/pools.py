"""Small pools for tests: one by hand, and any."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from netgraph.pools.tables import Tables

EMPLOYERS: Final = ("Siemens", "Bosch", "Übermut & Söhne", "it's", "")


def tie(source: str, target: str, strength: float = 0.5) -> dict[str, Any]:
    return {"source": source, "target": target, "strength": strength}


def by_hand() -> Tables:
    """Ana, Ben and Cy share; Siemens has Pia (head) and Quin, Bosch has Rob and nobody else."""
    return Tables.of(
        people=[
            {"person": "p", "employer": "Siemens", "function": "engineering", "level": "head"},
            {"person": "q", "employer": "Siemens", "function": "sales"},
            {"person": "r", "employer": "Bosch", "school": "ETH"},
            {"person": "b", "employer": "Ford", "name": "Ben"},
        ],
        ties=[
            tie("a", "b", 0.8), tie("a", "p", 0.2),
            tie("b", "a", 0.6), tie("b", "q", 0.5), tie("b", "c", 0.4),
            tie("c", "q", 0.8), tie("c", "p", 0.4), tie("c", "r", 0.8), tie("c", "b", 0.2),
        ],
        members=[{"member": "a"}, {"member": "b", "name": "Ben"}, {"member": "c"}],
    )  # fmt: skip


@st.composite
def pools(draw: st.DrawFn) -> Tables:
    """Draw a pool of a few members, who may know each other, themselves and people nobody wrote."""
    keys = [f"{i:02x}" for i in range(draw(st.integers(2, 12)))]
    members = draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    pairs = st.tuples(st.sampled_from(members), st.sampled_from(keys))
    strengths = st.sampled_from((0.25, 0.5, 1.0)) | st.floats(0.01, 1.0)
    ties = draw(st.dictionaries(pairs, strengths, max_size=40))
    described = draw(st.lists(st.sampled_from(keys), unique=True))
    employer = st.sampled_from(EMPLOYERS)
    return Tables.of(
        people=[{"person": p, "employer": draw(employer)} for p in described],
        ties=[tie(*pair, strength) for pair, strength in ties.items()],
        members=[{"member": m} for m in members],
    )
