"""The year Robin logged, in netgraph's own import format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import archive

if TYPE_CHECKING:
    from cast import Person
    from letters import Story

HEADER = "date,kind,person,by,to,target,status,value,note"


def table(people: list[Person], story: Story) -> str:
    """The story with profile addresses where it has keys of cast.csv."""
    urls = {person.key: person.url for person in people if person.key}
    linked = ("person", "by", "to", "target")
    return archive.table(
        HEADER,
        [
            [urls.get(cell, cell) if column in linked else cell for column, cell in row.items()]
            for row in story
        ],
    )
