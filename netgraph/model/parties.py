"""With whom ego had to do in an event."""

from __future__ import annotations

from netgraph.model.records import EGO, Correspondence, Event


def other_party(happened: Event | Correspondence) -> str:
    """Return the one of the two who is not ego; of two others the giver.

    >>> from netgraph.model.records import EventKind
    >>> other_party(Event("e", EventKind.MET, None, "me", "ana"))
    'ana'
    """
    return happened.taker if happened.giver == EGO else happened.giver
