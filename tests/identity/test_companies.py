"""Which spellings are one firm, by a labelled set and for all strings."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netgraph.identity.companies import (
    READY,
    FirmWords,
    company_key,
    display_name,
    is_company,
    made,
)
from netgraph.model.vocabulary import ready

LABELLED = Path(__file__).parents[1] / "data" / "identity" / "companies.csv"

any_name = st.text(
    st.one_of(st.characters(), st.sampled_from("AcmeGrouptheInc&Co.,()S.A. Ltd ")), max_size=60
)


def labelled_pairs() -> list[tuple[str, str, str]]:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return [(row["a"], row["b"], row["label"]) for row in csv.DictReader(file)]


def test_no_two_firms_of_the_labelled_set_are_joined() -> None:
    joined = [
        (a, b)
        for a, b, label in labelled_pairs()
        if label == "different" and company_key(a) == company_key(b)
    ]

    assert joined == []


def test_nine_tenths_of_the_spellings_in_the_labelled_set_meet() -> None:
    same = [(a, b) for a, b, label in labelled_pairs() if label == "same"]
    met = [pair for pair in same if company_key(pair[0]) == company_key(pair[1]) != ""]

    assert len(same) >= 250
    assert len(met) / len(same) >= 0.9


@pytest.mark.parametrize(
    "name",
    [
        "Self-employed", "SELF EMPLOYED", "Self Employed Consultant", "Freelance", "Freelancer",
        "Freelance Graphic Designer", "Freelance / Self-Employed", "Stealth", "Stealth Startup",
        "Stealth Mode AI Startup", "Stealth (YC W24)", "Retired", "Retired from IBM",
        "Happily retired", "Confidential", "-", "--", "N/A", "n.a.", "None", "", "  ", "🚀",
        "Unemployed", "Looking for opportunities", "Actively looking for new roles",
        "Seeking new opportunities", "Open to work", "In transition", "Career Break", "Student",
        "Independent Consultant", "Autónomo", "Por cuenta propia", "Jubilada",
        "En búsqueda de nuevas oportunidades", "Autônomo", "Em busca de recolocação", "Aposentado",
        "Indépendant", "Auto-entrepreneur", "En recherche d'emploi", "À l'écoute du marché",
        "Selbstständig", "Selbständig", "Freiberuflich", "Auf Jobsuche", "Rentner",
        "Libero professionista", "In cerca di lavoro", "Zelfstandig ondernemer", "ZZP",
        "Egenföretagare", "Własna działalność", "OSVČ", "Na volné noze", "Serbest",
        "Самозанятый", "Пенсионер", "自由职业", "フリーランス", "프리랜서", "عمل حر", "xxx", "000",
    ],
)  # fmt: skip
def test_what_people_write_without_an_employer_is_no_company(name: str) -> None:
    assert not is_company(name)
    assert company_key(name) == ""


@pytest.mark.parametrize(
    "name",
    [
        "Stealth Communications", "Freelancer.com", "Seeking Alpha", "Self Esteem Brands",
        "Independent Health", "Home Depot", "The Student Loans Company", "Retired Teachers Union",
        "X", "3M", "Private Internet Access", "Confidential Records Inc.", "Looking Glass Studios",
        "Open Society Foundations", "Various Artists Management Ltd", "吴", "Other Half Brewing",
        "Me & Ed's Pizza", "Freelance Opportunities Agency", "Net", "Wu Clan", "Sans Souci Hotel",
    ],
)  # fmt: skip
def test_firms_whose_names_sound_like_none_are_companies(name: str) -> None:
    assert is_company(name)
    assert company_key(name)


def test_a_legal_form_alone_is_a_name() -> None:
    assert [company_key(name) for name in ("SAS", "The Limited", "Co.")] == ["sas", "limited", "co"]


def test_a_name_in_the_alias_table_stands_for_its_firm() -> None:
    assert company_key("P&G") == company_key("The Procter & Gamble Company")


def test_a_country_in_brackets_tells_ministries_apart_but_not_branches() -> None:
    assert company_key("Vodafone (UK)") == company_key("Vodafone")
    assert company_key("Ministry of Health (Kenya)") != company_key("Ministry of Health")


@pytest.mark.parametrize(
    ("spellings", "best"),
    [
        (["GOOGLE", "Google LLC", "google", "Google"], "Google"),
        (["IBM", "ibm"], "IBM"),
        (["Google LLC", "Google", "Google LLC"], "Google LLC"),
        (["ACME WIDGETS", "Acme Widgets"], "Acme Widgets"),
        (["  Acme\u200b "], "Acme"),
        (["", " "], ""),
        ([], ""),
    ],
)
def test_the_best_spelling_is_shown(spellings: list[str], best: str) -> None:
    assert best == display_name(spellings)


@given(st.lists(any_name, max_size=6), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_spellings_plays_no_part(names: list[str], chance: random.Random) -> None:
    shuffled = chance.sample(names, len(names))

    assert display_name(names) == display_name(shuffled)


@given(any_name)
@settings(deadline=None)
def test_there_is_a_key_just_where_there_is_a_company(name: str) -> None:
    assert bool(company_key(name)) == is_company(name)


@given(st.sampled_from([pair[0] for pair in labelled_pairs()]))
@settings(deadline=None)
def test_case_and_blanks_change_no_key(name: str) -> None:
    assert company_key(name) == company_key(f"  {name}\u00a0")


@given(any_name)
@example("0𗡊0")
@settings(deadline=None)
def test_a_key_has_no_capitals_and_no_blanks(name: str) -> None:
    key = company_key(name)

    assert key == key.lower()
    assert key == "".join(key.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PT Acme Tbk", "Acme"),
        ("Acme Kabushiki Kaisha", "Acme"),
        ("Acme e.K.", "Acme"),
        ("Acme Stiftung & Co. KG", "Acme"),
        ("H & M Hennes & Mauritz AB", "H&M"),
        ("University of Oxford", "Oxford University"),
    ],
)
def test_a_form_or_name_of_another_country_is_the_same_firm(one: str, other: str) -> None:
    assert company_key(one) == company_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bank of America", "Bank of America Merrill Lynch"),
        ("University of York", "York University"),
        ("Volvo Cars", "Volvo Group"),
    ],
)
def test_firms_that_share_words_stay_two(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Acme Group", "acme"),
        ("Acme Holdings Group", "acme"),
        ("The Acme Group GmbH", "acme"),
        ("The Blue River", "blueriver"),
        ("Data Group", "datagroup"),  # alone the word says nothing
        ("The Group", "group"),
    ],
)
def test_what_any_firm_may_be_called_is_left_out_while_enough_is_left(name: str, key: str) -> None:
    assert key == company_key(name)


def test_the_words_that_are_ready_are_those_that_the_files_say() -> None:
    words = made()

    assert words == ready(READY, FirmWords, of=words.of)
