from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.schema import TieGraph, validate
from netgraph.model.records import EGO, Ledger, Person
from netgraph.model.text import fold
from netgraph.pages import Suggestion, map_html, report_html
from netgraph.pages.redaction import Hidden, veil
from tests.pages import networks


def circle() -> TieGraph:
    G = networks.empty()
    networks.person(G, "ana", "Ana Silva", "Chef of Anna", "Acme Ltd")
    networks.person(G, "lee", "Bo Lee", "Chef", "Tarnfield")
    networks.tie(G, EGO, "ana", strength=0.4, evidence=("Bo Lee introduced you",))
    networks.tie(G, EGO, "lee", strength=0.1)
    return G


def test_everybody_gets_a_number_that_stays_the_same() -> None:
    assert veil(circle()).people == {"ana": "Contact 1", "lee": "Contact 2"}


def test_names_go_from_notes_as_a_whole_and_in_parts() -> None:
    say = veil(circle()).text

    assert say("Ask ANA SILVA about Bo Lee") == "Ask Contact 1 about Contact 2"
    assert say("Ana said: Silva knows") == "… said: … knows"
    assert say("Robin Ostrow met Lee's team") == "You met … team"
    assert say("nothing to lee of") == "nothing to lee of"


def test_addresses_go_from_notes_and_dates_stay() -> None:
    say = veil(circle()).text

    assert say("ana@acme.example, +49 170 1234567, see www.acme.example") == "… …, see …"
    assert say("2026-05-01: 12 messages") == "2026-05-01: 12 messages"


def test_companies_stay_unless_they_are_hidden_too() -> None:
    assert veil(circle()).text("She is at Acme Ltd") == "She is at Acme Ltd"
    assert veil(circle(), hide=["companies"]).text("She is at Acme Ltd") == "She is at Group 1"


def test_the_hidden_graph_is_a_tie_graph_without_names() -> None:
    G = circle()
    H = veil(G, hide=["titles", "companies"]).graph(G)

    validate(H)
    assert H.nodes["ana"]["name"] == "Contact 1"
    assert (H.nodes["ana"]["title"], H.nodes["ana"]["company"]) == ("", "Group 1")
    assert H[EGO]["ana"]["evidence"] == ("Contact 2 introduced you",)
    assert G.nodes["ana"]["name"] == "Ana Silva"


def test_a_hidden_ledger_has_no_address_left() -> None:
    book = Ledger({"ana": Person("ana", "Ana Silva", emails=("a@b.example",), place="Oslo")})

    assert veil(circle()).ledger(book).people["ana"] == Person("ana", "Contact 1")


def test_no_page_made_for_others_holds_a_name() -> None:
    G = networks.network(40)
    hide: list[Hidden] = ["titles", "companies"]
    names = {d["name"] for _, d in G.nodes(data=True)} | {
        d["company"] for _, d in G.nodes(data=True)
    }
    texts = {n: [f"Thank {G.nodes[n]['name']} at {G.nodes[n]['company']}"] for n in list(G)[1:9]}
    asks = [Suggestion(n, 1.0, tuple(lines)) for n, lines in texts.items()]
    book = networks.named(networks.ledger(G), G)
    pages = [
        map_html(G, ledger=book, suggestions=asks, due=texts, hide=hide),
        report_html(G, book, suggestions=asks, due=texts, fit={"work with Ana": {}}, hide=hide),
    ]

    assert [] == [name for page in pages for name in sorted(names - {""}) if name in page]


@given(st.lists(st.sampled_from(["Ana", "Silva", "Lee", "met", "at", "2026", ",", "(", "🚀"])))
def test_no_part_of_a_name_is_left_in_any_line(words: list[str]) -> None:
    said = veil(circle()).text(" ".join(words))

    assert not {"ana", "silva", "lee"} & set(fold(said).split())
