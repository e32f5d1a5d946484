"""What the page of a map is given of those who matter now."""

from __future__ import annotations

from netgraph.measures.paths import IntroductionPath
from netgraph.model.records import EGO, Ledger, Referral, Step
from netgraph.pages import map_html
from tests.pages import networks
from tests.pages.test_map import DAY, data_of, small, unpacked


def test_a_name_that_a_shell_could_take_for_more_stands_by_id() -> None:
    G = small()
    G.nodes["ben"]["name"] = '"; rm -rf ~'
    G.nodes["cleo"]["name"] = "Ana Silva"
    names = data_of(map_html(G))["map"]["names"].split("\n")
    handles = data_of(map_html(G))["map"]["handles"]

    assert handles[str(names.index('"; rm -rf ~'))] == "ben"
    assert sorted(handles.values()) == ["ana", "ben", "cleo"]


def test_a_person_whose_id_is_unsafe_as_well_gets_no_command() -> None:
    G = networks.empty()
    networks.person(G, "$(x)", "`y`", "", "")

    assert data_of(map_html(G))["map"]["handles"] == {"0": ""}


def test_doors_goals_dues_and_paths_name_people_by_number() -> None:
    G = small()
    book = Ledger(referrals=(Referral("r", "ana", "cleo", steps=(Step(DAY, "met"),)),))
    html = map_html(
        G,
        ledger=book,
        fit={"teacher": {"ana": 0.5, "nobody": 1.0}},
        due={"ana": ["Say thanks"], "ben": [], "gone": ["x"]},
        paths=[IntroductionPath((EGO, "ana", "cleo"), 0.25, ())],
    )
    data = data_of(html)["map"]
    at = data["names"].split("\n").index

    assert data["doors"] == [[at("Ana Silva"), at("Cleo Ivanova"), "met"]]
    assert unpacked(data["goals"][0]["fit"])[at("Ana Silva")] == 50
    assert data["due"] == [[at("Ana Silva"), ["Say thanks"]]]
    [way] = data["paths"]
    assert way["people"] == [-1, at("Ana Silva"), at("Cleo Ivanova")]
    assert way["words"] == "may work out (25 %)"
