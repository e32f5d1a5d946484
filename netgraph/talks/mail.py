"""A draft for a mail program: a message file that opens as unsent, and a ``mailto:`` link."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from netgraph.model.text import clean
from netgraph.talks.drafts import Draft

_LINK = 1800
"""Longer links are cut off by some mail programs."""


def message(letter: Draft, *, sender: str = "") -> bytes:
    """Return a message (RFC 5322) that mail programs open as a draft, with ``X-Unsent: 1``.

    Names and subjects are one line each, whatever was imported; an address that is none is left
    out for the user to fill in.

    >>> hostile = Draft("thanks", "p", "Ana\\r\\nBcc: x@y.z", "ana@example.org", "en", "Hi", "Hi.",
    ...                 1, (), 1.0, ())
    >>> [line for line in message(hostile).decode().splitlines() if line.startswith(("To", "Bcc"))]
    ['To: "Ana Bcc: x@y.z" <ana@example.org>']
    """
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["Subject"] = clean(letter.subject)
    if to := _address(letter.name, letter.email):
        mail["To"] = to
    if mine := _address("", sender):
        mail["From"] = mine
    mail.set_content(letter.text + "\n", cte="quoted-printable")
    return bytes(mail)


def mailto(letter: Draft) -> str:
    """Return a link that opens the letter in the mail program, "" without a usable address.

    >>> letter = Draft("thanks", "p", "Ana", "ana@example.org", "en", "Hi & so", "x", 1, (), 1, ())
    >>> mailto(letter)
    'mailto:ana@example.org?subject=Hi%20%26%20so&body=x'
    """
    if not _address("", letter.email):
        return ""
    body = quote(letter.text.replace("\n", "\r\n"), safe="")
    link = f"mailto:{quote(letter.email, safe='@')}?subject={quote(letter.subject, safe='')}"
    whole = f"{link}&body={body}"
    return whole if len(whole) <= _LINK else link


def _address(name: str, email: str) -> Address | None:
    """Return an address with a name, None if it is no address."""
    if not email or clean(email) != email or any(c.isspace() for c in email):
        return None
    try:
        return Address(clean(name, limit=100), addr_spec=email)
    except (HeaderParseError, ValueError, IndexError):
        return None
