"""Google Contacts as CSV, with the header of before and after 2024."""

from __future__ import annotations

from typing import Final

from netgraph.sources.layouts import Layout, book_format, by_key

LAYOUT: Final = Layout(
    "google",
    "Google Contacts",
    lambda cells: (
        {"givenname", "familyname", "groupmembership"} <= cells
        or {"firstname", "lastname", "fileas", "labels"} <= cells
        or ("email1value" in cells and bool({"givenname", "firstname", "name"} & cells))
    ),
    by_key(
        {
            "name": "name",
            "first": "givenname|firstname",
            "middle": "additionalname|middlename",
            "last": "familyname|lastname",
            "suffix": "(name)?suffix",
            "nickname": "nickname|fileas",
            "email": r"email\d+value",
            "phone": r"phone\d+value",
            "url": r"website\d+value|customfield\d+value",
            "company": r"organization\d+name|organizationname",
            "title": r"organization\d+title|organizationtitle",
            "place": r"address\d+city|location",
            "country": r"address\d+country",
            "tags": "groupmembership|labels",
        }
    ),
)

GOOGLE: Final = book_format(
    LAYOUT, "Google Contacts: 'Google CSV', contacts with e-mail, telephone, employer, labels"
)
