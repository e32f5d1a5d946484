"""Addresses of desks and machines: one rule for mailboxes, calendars and comparison."""

from __future__ import annotations

import pytest

from netgraph.identity.addresses import is_desk
from netgraph.sources.correspondents import is_person

DESKS = """admissions alumni bounces+ana=x.org bounce-77123 calendar-notification careers contact
    customerservice do-not-reply donotreply enquiries events feedback hello helpdesk hr hr-team info
    info+tag invitations invoices it jobs kontakt listserv mail mailer-daemon majordomo-owner
    members messages-noreply news newsletter-42 no-reply no.reply noreply7 notifications+8 notify
    office orders post postmaster presse press privacy receipts reception recruiting root sales
    secretary service support system team unsubscribe updates webmaster welcome ne-pas-repondre"""
PEOPLE = """ana ana.silva a.silva asilva ana-info silva.press newsom marketa hr.mueller
    hello.kitty rooter teamer noreen.plyer jobson.ana me.news order-ana"""


@pytest.mark.parametrize("local", DESKS.split())
def test_a_desk_is_no_person_whoever_asks(local: str) -> None:
    assert is_desk(f"{local}@example.org")
    assert not is_person(f"{local.upper()}@example.org")


@pytest.mark.parametrize("local", PEOPLE.split())
def test_a_person_is_one_whoever_asks(local: str) -> None:
    assert not is_desk(f"{local}@example.org")
    assert is_person(f"{local}@example.org")
