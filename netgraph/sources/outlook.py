"""Outlook's contacts as CSV: the program's, Outlook.com's, Hotmail's, and LinkedIn's until 2017.

``Title`` is Mr or Dr here; what somebody does is ``Job Title``.
"""

from __future__ import annotations

from typing import Final

from netgraph.sources.layouts import Layout, book_format

_OUTLOOK_ALONE = {"businessphone", "homephone", "homestreet", "businessstreet", "webpage"}

LAYOUT: Final = Layout(
    "outlook",
    "Outlook",
    lambda cells: (
        {"firstname", "lastname", "jobtitle", "emailaddress"} <= cells
        and bool(_OUTLOOK_ALONE & cells)
    ),
    {
        "first": "firstname",
        "middle": "middlename",
        "last": "lastname",
        "nickname": "nickname",
        "email": r"email\d?address",
        "phone": r"(mobile|business|home|primary|other|car|radio)phone\d?",
        "url": "(personal|business)?webpage|linkedin.*",
        "company": "company",
        "title": "jobtitle",
        "place": "(business|home|other)city|location",
        "country": "(business|home|other)country(region)?",
        "tags": "categories",
    },
)

OUTLOOK: Final = book_format(LAYOUT, "Outlook, Outlook.com, Hotmail: contacts exported as CSV")
