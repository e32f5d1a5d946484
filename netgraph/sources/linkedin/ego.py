"""Who the owner of an export is: no file says it outright, several give it away together.

An invitation has the owner on the side that its direction names. Messages have them in every
conversation. The profile has the name, but no address.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from netgraph.identity.addresses import slug_of
from netgraph.model.text import clean, fold
from netgraph.sources.linkedin.people import People
from netgraph.sources.tables import Table

SENT = "out"
BETWEEN = re.compile(r"[,;\s]+")
"""What separates the addresses of several recipients."""


def from_invitations(table: Table, people: People) -> None:
    """Learn the owner's address and name from who invited whom."""
    pick = table.pick(
        "Direction", "From", "inviterProfileUrl|inviterProfileUrn",
        "To", "inviteeProfileUrl|inviteeProfileUrn",
    )  # fmt: skip
    slugs: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for _, row in table.rows():
        direction, sender, sender_url, to, to_url = pick(row)
        name, url = (sender, sender_url) if _is_sent(direction) else (to, to_url)
        if direction.strip():
            slugs[slug_of(url)] += 1
            names[fold(name)] += 1
    people.owner_slugs |= _majority(slugs)
    people.owner_names |= _majority(names)


def _majority(counts: Counter[str]) -> set[str]:
    """Return what more than half of the rows say."""
    total = counts.total()
    return {what for what, count in counts.items() if what and 2 * count > total}


def _is_sent(direction: str) -> bool:
    """Whether an invitation or a message of 2018 went out."""
    return direction.strip().lower().startswith(SENT)


def from_messages(table: Table, people: People) -> None:
    """Learn the owner's address from their name, else from who is in most conversations."""
    conversations: defaultdict[str, set[str]] = defaultdict(set)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for conversation, name, slug in _participants(table):
        who = slug or fold(name)
        conversations[conversation].add(who)
        names[who].add(fold(name))
    own = {who for who, called in names.items() if called & people.owner_names}
    if not own and not people.owner_slugs:
        own = _most_present(conversations, names, people)
    for who in own | people.owner_slugs:
        people.owner_names |= {name for name in names.get(who, ()) if name}
    people.owner_slugs |= {who for who in own if who not in people.owner_names}


def _participants(table: Table) -> Iterator[tuple[str, str, str]]:
    """Yield conversation, name and address part of everybody in every message."""
    pick = table.pick(
        "Conversation ID", "From", "Sender Profile URL", "To", "Recipient Profile URLs"
    )
    for _, row in table.rows():
        conversation, sender, sender_url, to, to_urls = pick(row)
        yield conversation, clean(sender), slug_of(sender_url)
        slugs = list(map(slug_of, BETWEEN.split(to_urls.strip())))
        names = [clean(to)] if len(slugs) == 1 else [""] * len(slugs)
        for name, slug in zip(names, slugs, strict=True):
            yield conversation, name, slug


def _most_present(
    conversations: dict[str, set[str]], names: dict[str, set[str]], people: People
) -> set[str]:
    """Return the one who is no connection and in more conversations than anybody else."""

    def is_connection(who: str) -> bool:
        called = [p.id for name in {who} | names[who] if name for p in people.called(name)]
        return any(i in people.since for i in [people.id_of(who), *called])

    presence = Counter(who for present in conversations.values() for who in present if who)
    strangers = [(w, n) for w, n in presence.most_common(50) if not is_connection(w)]
    if not strangers or 2 * strangers[0][1] < len(conversations):
        return set()
    if len(strangers) > 1 and strangers[1][1] == strangers[0][1]:
        return set()
    return {strangers[0][0]}
