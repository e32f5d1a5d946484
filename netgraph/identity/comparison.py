"""What speaks for and against two records being one person.

Evidence is read from the records alone: names by their meaning, addresses in one form, firms and
schools by their key.  The sum of its weights, between 0 and 1, is the score; it sorts what a
person is asked and is no probability.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from netgraph.identity.addresses import (
    domain_key,
    is_household,
)
from netgraph.identity.compared import Traits
from netgraph.identity.given_names import is_clipped
from netgraph.identity.name_comparison import Grade, Verdict, compatible, spellings
from netgraph.identity.name_similarity import is_reordered, says_less, sound
from netgraph.identity.names import key
from netgraph.model.text import fold

NAME: Final = {
    Grade.SAME: 0.5,
    Grade.REVERSED: 0.45,
    Grade.VARIANT: 0.3,
    Grade.PARTIAL: 0.25,
    Grade.INITIAL: 0.2,
    Grade.DIFFERENT: 0.1,
}
FOR: Final = {
    "profile": 0.6,
    "e-mail": 0.45,
    "telephone": 0.4,
    "employer": 0.3,
    "domain": 0.25,
    "school": 0.25,
    "unique": 0.25,
    "place": 0.1,
}
AGAINST: Final = {
    "profile": 0.4,
    "colleague's e-mail": 0.3,
    "generation": 0.2,
    "homonym": 0.15,
    "source": 0.1,
    "employer": 0.1,
    "e-mail": 0.05,
    "telephone": 0.05,
    "title": 0.05,
    "school": 0.05,
}
DOUBTED: Final = 0.69
"""Most that a pair is given of which anything is in doubt."""

STRONG: Final = frozenset({"profile", "e-mail", "telephone"})
WHOLE: Final = frozenset({Grade.SAME, Grade.REVERSED})
"""Grades of names that agree in every part."""


class Evidence(NamedTuple):
    """How two names compare, and what else speaks for or against their being one person's."""

    verdict: Verdict
    supports: Mapping[str, str]
    objections: Mapping[str, str]

    @property
    def score(self) -> float:
        """The weight of everything for, less that of everything against, within 0 and 1.

        Names that are not equal, and any objection, keep it below what is likely.
        """
        gain = NAME[self.verdict.grade] + sum(FOR[s] for s in self.supports)
        most = DOUBTED if self.objections or self.verdict.grade not in WHOLE else 1.0
        return min(most, max(0.0, gain - sum(AGAINST[o] for o in self.objections)))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Everything for, then everything against, in words."""
        return self.verdict.reason, *self.supports.values(), *self.objections.values()


def weigh(a: Traits, b: Traits) -> Evidence:
    """Weigh what two records say."""
    return Evidence(_compare(a, b), _supports(a, b), _objections(a, b))


def _compare(a: Traits, b: Traits) -> Verdict:
    """Compare two names, also by their sound, or by the address that one has for a name."""
    if (a.is_addressed or b.is_addressed) and a.emails & b.emails:
        return Verdict(Grade.PARTIAL, "one is known by an address only")
    verdict = compatible(a.name, b.name)
    if verdict.grade == Grade.PARTIAL and is_reordered(a.name, b.name):
        return Verdict(Grade.REVERSED, "the same words in another order")
    if verdict.grade != Grade.DIFFERENT:
        return verdict
    if spellings(a.name.family) & spellings(b.name.family):
        short, long = sorted((a.name.given, b.name.given), key=lambda name: (len(name), name))
        if sound(short) == sound(long):
            return Verdict(Grade.VARIANT, f"{short} and {long} sound alike")
        if is_clipped(key(short), key(long)):
            return Verdict(Grade.VARIANT, f"{short} may be short for {long}")
    return verdict


def among(evidence: Evidence, homonyms: int) -> Evidence:
    """Add how many people of the name the source with more of them has."""
    if evidence.verdict.grade not in (*WHOLE, Grade.VARIANT):
        return evidence
    if homonyms == 1 and "source" in evidence.objections:
        return evidence
    if homonyms == 1:
        alone = {"unique": "nobody else of the name in either source"}
        return evidence._replace(supports={**evidence.supports, **alone})
    several = {"homonym": f"{homonyms} people of the name in one source"}
    return evidence._replace(objections={**evidence.objections, **several})


def _supports(a: Traits, b: Traits) -> dict[str, str]:
    """Return what two records share, in words."""
    found = {}
    if a.profiles & b.profiles:
        found["profile"] = "same profile"
    if shared := a.emails & b.emails:
        found["e-mail"] = f"same e-mail {min(shared)}"
    if a.phones & b.phones:
        found["telephone"] = "same telephone"
    if a.firms & b.firms:
        found["employer"] = (
            f"both at {a.record.company or b.record.company or min(a.firms & b.firms)}"
        )
    elif _writes_from(a, b) or _writes_from(b, a):
        found["domain"] = "the e-mail is of the other's employer"
    if a.schools & b.schools:
        found["school"] = "same school"
    if a.record.place and fold(a.record.place) == fold(b.record.place):
        found["place"] = f"both in {a.record.place}"
    return found


def _writes_from(a: Traits, b: Traits) -> bool:
    """Whether one has an e-mail address at the other's employer."""
    return bool(b.firms) and any(domain_key(email) in b.firms for email in a.emails | a.desks)


def _objections(a: Traits, b: Traits) -> dict[str, str]:
    """Return what two records disagree in, in words."""
    found = {}
    if differ(a.members, b.members):
        found["profile"] = "different profiles"
    if differ(a.emails, b.emails):
        firms = {d for e in a.emails if (d := domain_key(e))}
        if firms & {domain_key(e) for e in b.emails}:
            found["colleague's e-mail"] = "two addresses at one employer"
        else:
            found["e-mail"] = "different e-mails"
    if a.name.generation != b.name.generation:
        found["generation"] = "not the same generation"
    if differ(a.phones, b.phones):
        found["telephone"] = "different telephones"
    if differ(a.firms, b.firms):
        found["employer"] = "different employers"
    if differ(a.trade, b.trade):
        found["title"] = "different titles"
    if differ(a.schools, b.schools):
        found["school"] = "different schools"
    if a.record.source == b.record.source:
        found["source"] = "two entries of one source"
    return found


def differ(a: Collection[str], b: Collection[str]) -> bool:
    """Whether both are known and have nothing in common."""
    return bool(a) and bool(b) and set(a).isdisjoint(b)


def are_two(a: Traits, b: Traits) -> bool:
    """Whether one source shows two records as two people."""
    return a.record.source == b.record.source and differ(a.members, b.members)


def may_be_proved(a: Traits, b: Traits) -> bool:
    """Whether two records share what can prove them to be one: an address, or an employer."""
    return (
        not a.emails.isdisjoint(b.emails)
        or not a.profiles.isdisjoint(b.profiles)
        or not a.phones.isdisjoint(b.phones)
        or (
            a.record.source != b.record.source
            and not (a.emails and b.emails)  # they differ, which is an objection
            and not (a.phones and b.phones)
            and (not a.firms.isdisjoint(b.firms) or _writes_from(a, b) or _writes_from(b, a))
        )
    )


def prove_by_email(a: Traits, b: Traits, verdict: Verdict) -> bool:
    """Whether a shared e-mail address proves two compatible names to be one person's.

    It does for equal names, and for one name that says less than the other, unless the address may
    be a whole family's.
    """
    if verdict.grade in WHOLE:
        return True
    if verdict.grade == Grade.DIFFERENT or a.name.generation != b.name.generation:
        return False
    shared = a.emails & b.emails
    families = {t.name.family or t.name.given for t in (a, b) if not t.is_addressed}
    if any(is_household(email, family) for email in shared for family in families):
        return False
    if a.is_addressed or b.is_addressed:
        return True
    return says_less(a.name, b.name) or says_less(b.name, a.name)
