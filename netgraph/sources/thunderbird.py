"""Thunderbird's address book as CSV."""

from __future__ import annotations

from typing import Final

from netgraph.sources.layouts import Layout, book_format

LAYOUT: Final = Layout(
    "thunderbird",
    "Thunderbird",
    lambda cells: {"firstname", "lastname", "displayname", "primaryemail"} <= cells,
    {
        "name": "displayname",
        "first": "firstname",
        "last": "lastname",
        "nickname": "nickname",
        "email": "(primary|secondary)email",
        "phone": "(work|home|mobile)(phone|number)",
        "url": r"webpage\d",
        "company": "organization",
        "title": "jobtitle",
        "place": "(work|home)city",
        "country": "(work|home)country",
    },
)

THUNDERBIRD: Final = book_format(LAYOUT, "Thunderbird: an address book exported as CSV")
