"""The contacts that were uploaded to LinkedIn from a telephone or mail account.

LinkedIn keeps them, and gives them back as ``Contacts.csv`` or ``Imported Contacts.csv``.
"""

from __future__ import annotations

from typing import Final

from netgraph.sources.layouts import Layout, book_format, by_key

LAYOUT: Final = Layout(
    "imported-contacts",
    "Contacts in LinkedIn",
    lambda cells: (
        {"firstname", "lastname", "companies", "phonenumbers"} <= cells
        and bool({"emails", "emailaddress"} & cells)
    ),
    by_key(
        {
            "name": "fullname",
            "first": "firstname",
            "last": "lastname",
            "email": "emails|emailaddress",
            "phone": "phonenumbers",
            "url": "profiles|sites",
            "company": "companies",
            "title": "title",
            "place": "location",
        }
    ),
)

IMPORTED: Final = book_format(
    LAYOUT, "Contacts.csv of a LinkedIn export: the address book uploaded to LinkedIn"
)
