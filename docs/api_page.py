"""The page of the Python API: what is public, in the order in which one needs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import isclass, isfunction

import netgraph

HEAD = """# The Python API

Written by `make docs` from the docstrings, whose examples run in the tests. Other programs may
count on these names, their parameters and their defaults: `tests/data/public_api.txt` lists them,
and a test fails when one changes. What a module holds besides may change in any version. How to
begin: [for analysts](analysts.md); what the columns mean: [the tables](schema.md).
"""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "From files to a network": (
        "read", "Store", "Ledger", "AsOf", "resolve", "network", "tie_graph", "from_edgelist",
        "validate", "EGO",
    ),
    "Measures": (
        "reciprocity", "balance", "standings", "brokerage", "introduction_paths", "lineage",
    ),
    "Whom to ask next": ("suggest", "Suggestion", "frame", "Criteria", "Criterion", "Action"),
    "Pictures": ("map_html", "tree_html", "report_html", "write_page"),
    "pandas": tuple(f"frames.{name}" for name in netgraph.frames.__all__),
    "Facts": (
        "Person", "Organisation", "Position", "Tie", "Event", "EventKind", "Ask", "AskStatus",
        "Referral", "ReferralStatus", "Step", "Goal", "Gathering", "Wish", "Statement", "Match",
        "Source", "Basis",
    ),
}  # fmt: skip
"""Every public name, by what one wants it for."""

MEMBERS = {
    "Store": (
        "open",
        "ledger",
        "facts",
        "change",
        "changes",
        "undo",
        "backup",
        "restore",
        "forget",
    ),
    "Ledger": ("of",),
}
"""The methods to show."""


def page() -> str:
    """Return the page."""
    return "\n".join([HEAD, *_parts()])


def _parts() -> Iterator[str]:
    """Yield each section."""
    for title, names in SECTIONS.items():
        entries = "".join(line for name in names for line in _entry(name)).rstrip()
        yield f"## {title}\n\n```{{eval-rst}}\n{entries}\n```\n"


def _entry(name: str) -> Iterator[str]:
    """Yield the lines that make Sphinx show one name."""
    home, _, last = f"netgraph.{name}".rpartition(".")
    found = getattr(netgraph.frames if home.endswith("frames") else netgraph, last)
    kind = "class" if isclass(found) else "function" if isfunction(found) else "data"
    yield f".. auto{kind}:: {home}.{last}\n"
    if last in MEMBERS:
        yield f"   :members: {', '.join(MEMBERS[last])}\n"
    elif kind == "class" and issubclass(found, str):
        yield "   :members:\n   :undoc-members:\n"
    yield "\n"
