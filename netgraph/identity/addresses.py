"""Addresses that say who somebody is: profiles, e-mail, telephones; in one form each.

An address proves a person only if it is one person's. A desk's (info@), a family's (smiths@) and
a firm's web page are not.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final
from urllib.parse import unquote

from netgraph.model.text import clean, fold
from netgraph.model.vocabulary import phrases

FILE: Final = "evidence.toml"

LEAST_DIGITS: Final = 7
REMEMBERED: Final = 300
"""Letters of an address up to which it is remembered what it means."""
COMPARED_DIGITS: Final = 9
"""Digits at the end of a telephone number: what is before them is country and trunk prefix."""

_PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*linkedin\.com(?:/mwlite)?/(in|pub)/([^?#]+)", re.IGNORECASE
)
_USUAL = re.compile(r"https://www\.linkedin\.com/in/([a-z0-9-]+)")
_FORBIDDEN = re.compile(r"[\s<>\"'\\`{}|^]")
_SHORT = re.compile(r"/?in/", re.IGNORECASE)
_PERSONAL = re.compile(
    r"^(?:[\w-]+\.)?(?:github|gitlab|twitter|x|facebook|instagram|xing|bsky|orcid|medium"
    r"|mastodon)\.(?:com|social|app|org)/(?!company/|pages/|groups/|orgs/|in/$).+"
)
_NO_DIGIT = re.compile(r"\D+")
_SCHEME = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
_SECOND_LEVEL = frozenset(
    {"co", "com", "net", "org", "ac", "edu", "gov", "or", "ne", "gob", "gouv"}
)
_ADDRESS = re.compile(r"""[<("']*(?:mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+?[>)"']*""", re.IGNORECASE)
_AUTOMATIC = re.compile(
    r"(?:^|[._+-])(?:no|do[._-]?not|dont|ne[._-]?pas|ne)[._-]?(?:reply|repl|repondez|repondre"
    r"|respond|response)|(?:mailer-daemon|postmaster|unsubscribe|undisclosed)"
)
_TAG = re.compile(r"[+=].*")
_LETTERS = re.compile(r"[^\W\d_]+")
_FAMILY = re.compile(
    r"(?:^|\W)(?:family|familie|famille|familia|famiglia|rodzina|household|home|casa|parents|couple)"
    r"(?:$|\W)|famil(?:y|ie|le|ia)|[._-](?:and|und|et)[._-]|&"
)


@lru_cache(maxsize=1 << 17)
def profile_url(slug: str) -> str:
    """Return a profile's address in the one form that is kept.

    >>> profile_url("ana-silva")
    'https://www.linkedin.com/in/ana-silva'
    """
    return f"https://www.linkedin.com/in/{slug}"


def slug_of(url: str) -> str:
    """Return what is individual in the address of a LinkedIn profile; empty if it is none.

    >>> slug_of("http://pt.linkedin.com/in/In%C3%AAs-Silva/?locale=en")
    'inês-silva'
    >>> slug_of("https://www.linkedin.com/pub/ana-silva/1/234/56a")
    'ana-silva-56a234001'
    >>> slug_of("https://www.linkedin.com/company/acme")
    ''
    """
    return _slug(url) if len(url) < REMEMBERED else _slug.__wrapped__(url)


@lru_cache(maxsize=1 << 17)
def _slug(url: str) -> str:
    """Return what is individual in an address; an export repeats each many times."""
    if usual := _USUAL.fullmatch(url):
        return usual[1]
    found = _PROFILE.match(url.strip())
    if not found:
        return ""
    parts = [clean(unquote(part), limit=500).lower() for part in found[2].split("/")]
    if found[1].lower() == "pub" and len(parts) >= 4:  # the old form, made new as LinkedIn did
        a, b, c = parts[1:4]
        parts[0] = f"{parts[0]}-{c}{b:0>3}{a:0>3}"
    return "" if _FORBIDDEN.search(parts[0]) else parts[0]


def profile_key(url: str) -> str:
    """Return what all forms of one profile's address have in common.

    >>> profile_key("https://uk.linkedin.com/in/Zo%C3%AB-M/?trk=x") == profile_key("in/zoë-m")
    True
    >>> profile_key("https://www.example.org/ana/")
    'example.org/ana'
    """
    text = url.strip()
    if member := slug_of(f"linkedin.com/{text.lstrip('/')}" if _SHORT.match(text) else text):
        return f"in/{member}"
    text = (unquote(text) if "%" in text else text).casefold()
    bare = _SCHEME.sub("", text).removeprefix("www.")
    return bare.partition("?")[0].partition("#")[0].rstrip("/")


def is_member(key: str) -> bool:
    """Whether a profile key is of a LinkedIn member, of whom each has one address."""
    return key.startswith("in/")


def is_personal(key: str) -> bool:
    """Whether a profile key can be one person's only: a member's, or an account's elsewhere.

    >>> is_personal("in/ana-silva"), is_personal("github.com/ana"), is_personal("example.org")
    (True, True, False)
    """
    return is_member(key) or bool(_PERSONAL.match(key))


def email_key(email: str) -> str:
    """Return an e-mail address without case, tag and, at Gmail, dots; empty if it is none.

    >>> email_key("Ana.Silva+jobs@GoogleMail.com")
    'anasilva@gmail.com'
    """
    local, at, domain = email.strip().casefold().removeprefix("mailto:").rpartition("@")
    local = local.partition("+")[0] or local
    if domain in ("gmail.com", "googlemail.com"):
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}" if at and local and domain else ""


def is_address(name: str) -> bool:
    """Whether a name is an e-mail address, and so says nothing of how somebody is called.

    >>> is_address("'ana@example.org'"), is_address("Ana @ Acme")
    (True, False)
    """
    return "@" in name and bool(_ADDRESS.fullmatch(name.strip()))


@lru_cache(maxsize=1 << 16)
def is_desk(email: str) -> bool:
    """Whether an address is a desk's or a machine's, not a person's.

    >>> [is_desk(e) for e in ("info@example.org", "hr-team@example.org", "ana.info@example.org")]
    [True, True, False]
    >>> is_desk("no-reply@example.org"), is_desk("bounces+ana=x.org@example.org")
    (True, True)
    """
    local = email.partition("@")[0].casefold()
    found = _LETTERS.findall(_TAG.sub("", local))
    machine = bool(found) and found[0] in words("machines")
    return machine or bool(_AUTOMATIC.search(local)) or words("desks").issuperset(found)


def is_household(email: str, family: str) -> bool:
    """Whether an address can be that of everybody in a family.

    >>> is_household("the.smiths@example.org", "Smith"), is_household("jsmith@example.org", "Smith")
    (True, False)
    """
    local = email.partition("@")[0].casefold()
    plain = fold(local).replace(" ", "").rstrip("0123456789").removeprefix("the")
    surname = fold(family).replace(" ", "")
    return bool(_FAMILY.search(local)) or (bool(surname) and plain.removesuffix("s") in (
        surname, surname.removesuffix("s"), surname + "e"
    ))  # fmt: skip


def domain_key(email: str) -> str:
    """Return the name in a firm's domain, empty for a free mail service.

    >>> domain_key("ana@mail.acme.co.uk"), domain_key("ana@gmail.com")
    ('acme', '')
    """
    labels = email.rpartition("@")[2].split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return (
        "" if not labels or labels[-1] in words("free mail") else fold(labels[-1]).replace(" ", "")
    )


def phone_key(phone: str) -> str:
    """Return the digits by which telephone numbers are compared; empty if there are too few.

    >>> phone_key("+44 20 7946 0018") == phone_key("020 7946 0018")
    True
    >>> phone_key("000 000 0000"), phone_key("1234567890")
    ('', '')
    """
    digits = _NO_DIGIT.sub("", phone)
    if len(digits) < LEAST_DIGITS or len(set(digits)) == 1 or digits in "01234567890123456789":
        return ""  # too short, or what people type where a number is asked for
    return digits[-COMPARED_DIGITS:]


@cache
def words(section: str) -> frozenset[str]:
    """Return the words of a section of the list."""
    return frozenset(phrases(FILE, section))
