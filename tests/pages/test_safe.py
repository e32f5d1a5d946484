from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import NetgraphError
from netgraph.pages.safe import inline, json_block, shown
from tests.pages.hostile import corpus

plain = st.text(st.characters(codec="utf-8"))


@given(st.dictionaries(plain, st.lists(plain)))
def test_a_block_of_data_holds_no_markup_and_loses_nothing(document: dict[str, list[str]]) -> None:
    block = json_block(document)

    assert not set("<>&\u2028\u2029") & set(block)
    assert document == json.loads(block)


def test_the_corpus_has_more_than_two_hundred_different_attacks() -> None:
    assert len(set(corpus())) == len(corpus()) > 200


@pytest.mark.parametrize("text", ["a</script>b", "a</STYLE>", "<!-- note"])
def test_a_script_that_would_end_its_element_is_refused(text: str) -> None:
    with pytest.raises(NetgraphError, match="reinstall"):
        inline(text)


def test_line_ends_are_those_a_parser_sees() -> None:
    assert inline("a\r\nb\rc") == "a\nb\nc"


def test_what_is_shown_is_one_short_line_of_what_can_be_seen() -> None:
    assert shown("\u202eAna\x07\nSilva") == "Ana Silva"
    assert len(shown("x" * 10_000)) == 160
