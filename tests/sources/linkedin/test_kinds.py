"""Which file of an export a document is, by its name and its header."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.sources.linkedin.kinds import ASSISTANT, NAMED, claim, open_table, stem
from tests.sources.books import document
from tests.sources.exports import (
    TODAYS,
    Network,
    folder,
)


@pytest.mark.parametrize(
    "name", ["connections.csv", "Connections_1.csv", "Connections (1).csv", "connections copy.CSV",
             "Connections_34875879.csv", "my list.csv"],
)  # fmt: skip
def test_the_file_is_known_under_any_name(name: str, network: Network, tmp_path: Path) -> None:
    report = network.take(folder(tmp_path, "export", {f"data/{name}": TODAYS}))

    assert [(f.kind, f.people_new) for f in report.files] == [("connections", 2)]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Connections.csv", "connections"),
        ("data/Email Addresses.csv", "email_addresses"),
        ("Endorsement Received Info_1 (2).csv", "endorsement_received_info"),
        ("messages copy.CSV", "messages"),
        ("Connections_34875879.tsv", "connections"),
        ("linkedin_connections_export_microsoft_outlook.csv", "connections"),
        ("Profile.xlsx", "profile.xlsx"),
    ],
)
def test_a_name_is_compared_without_its_end_and_the_number_of_a_copy(name: str, bare: str) -> None:
    assert bare == stem(name)


@pytest.mark.parametrize(
    ("name", "header", "kind"),
    [
        ("Profile.csv", "First Name,Last Name,Headline", "profile"),
        ("Profile.csv", "First Name,Last Name", None),
        ("x.csv", "First Name,Last Name,Headline", None),
        ("x.csv", "First Name,Last Name,Connected On", "connections"),
        ("x.csv", "Company,Position,Connected On", "connections"),
        ("x.csv", "Conversation ID,From,To,Date", "messages"),
        ("messages.csv", "From,To,Date", "messages"),
        ("x.csv", "From,To,Date", None),
        ("guide_messages.csv", "From,To,Date", "assistant"),
        ("guide_messages.csv", "A,B,C", None),
        ("x.csv", "From,To,Sent At,Direction", "invitations"),
        ("x.csv", "Skill Name,Endorser First Name,Endorser Last Name", "endorsement_received_info"),
        ("x.csv", "Skill Name,Endorsee First Name,Endorsee Last Name", "endorsement_given_info"),
        ("x.csv", "Organization,Followed On", "company_follows"),
        (
            "Recommendations_Given.csv",
            "First Name,Last Name,Creation Date",
            "recommendations_given",
        ),
        ("Job Applications.csv", "Company Name,Job Title,Application Date", "job_applications"),
    ],
)
def test_a_file_is_known_by_its_name_or_by_a_header_that_says_enough(
    name: str, header: str, kind: str | None
) -> None:
    assert kind == claim(document(f"{header}\n", name))


def test_what_is_no_text_is_no_file_of_an_export() -> None:
    assert claim(document(b"\x89PNG\r\n", "Connections.csv")) is None
    assert claim(document(b"", "Connections.csv")) is None


def test_every_kind_is_opened_by_each_of_its_headers() -> None:
    for kind, headers in NAMED.items():
        for header in headers:
            found = open_table(kind, ",".join([*sorted(header), "x"]) + "\n")
            assert found is not None
            assert header | {"x"} == set(found.columns)
        assert open_table(kind, "a,b,c\nx,y,z\n") is None
    assert open_table(ASSISTANT, "From,To,Date\n") is not None
