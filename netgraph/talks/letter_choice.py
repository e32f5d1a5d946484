"""Which letter goes with what: with something due, with a suggestion, with an ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from netgraph.agenda.duty import Due
from netgraph.journal.log import days_asked
from netgraph.model.actions import Action
from netgraph.model.records import Ask

if TYPE_CHECKING:
    from netgraph.suggestions.suggestion import Suggestion

FOR_DUE: Final[Mapping[str, str]] = {
    "prepare": "confirm",
    "thank": "thanks",
    "report": "report",
    "follow up": "follow-up",
    "second person": "request",
    "keep in touch": "update",
}
"""Which letter goes with what is due."""


def letter_for(item: Due) -> Action | None:
    """Return the drafting that goes with something due, None where no letter does.

    >>> from datetime import date
    >>> thanks = Due(date(2026, 5, 2), "thank", "ana", "", False, Action("log"))
    >>> letter_for(thanks)
    Action(verb='draft', who=('ana',), fields={'kind': 'thanks'})
    """
    if item.kind in ("write to", "let go?", "ask"):
        asked = next((a for a in (item.action, *item.instead) if a.verb == "ask"), None)
        return letter_asking(asked) if asked else None
    kind = FOR_DUE.get(item.kind)
    return Action("draft", (item.person,), {"kind": kind}) if kind else None


def letter_asking(asked: Action) -> Action:
    """Return the drafting of the letter that goes before an ask is written down.

    >>> letter_asking(Action("ask", ("ana",), {"via": "ben"})).fields
    {'kind': 'via', 'via': 'ben'}
    """
    fields = {name: str(value) for name, value in asked.fields.items()}
    kind = {"kind": "request"}
    if fields.get("want") == "introduction" and fields.get("target"):
        kind = {"kind": "introduction", "target": fields["target"]}
    elif fields.get("via"):
        kind = {"kind": "via", "via": fields["via"]}
    return Action("draft", asked.who, kind)


def letter_to_ask(asked: Suggestion) -> Action:
    """Return the drafting of the letter that a suggestion asks for."""
    if asked.ask == "interview":
        return Action("draft", (asked.person,), {"kind": "request"})
    person = asked.target.id if asked.target.kind == "person" else None
    target = person or asked.target.name or ""
    return Action("draft", (asked.person,), {"kind": "introduction", "target": target})


def draft_kind(asked: Ask) -> dict[str, str]:
    """Return which letter makes an ask, as fields of its drafting.

    >>> draft_kind(Ask("a", "ana", want="introduction", target="Acme"))
    {'kind': 'introduction', 'target': 'Acme'}
    """
    if len(days_asked(asked.steps)) > 1:
        return {"kind": "follow-up"}
    if asked.want == "introduction" and asked.target:
        return {"kind": "introduction", "target": asked.target}
    via = {"via": asked.introducer} if asked.introducer else {}
    return {"kind": "via" if via else "request", **via}
