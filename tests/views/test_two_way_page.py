"""What docs/two-way.md says of the rules is so."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from netgraph.agenda.rules import RULES

PAGE = Path(__file__).parents[2] / "docs" / "two-way.md"


def test_the_numbers_on_the_page_are_those_of_the_program() -> None:
    done = doctest.testfile(str(PAGE), module_relative=False)

    assert (0, 5) == (done.failed, done.attempted)


def test_the_page_has_every_rule_in_order() -> None:
    listed = re.findall(r"^\d+\. .*?\*\*(.+?)\*\*", PAGE.read_text("utf-8"), re.MULTILINE)

    names = [rule.__name__.removeprefix("keep_").replace("_", " ") for rule in RULES]
    assert names == [name.removeprefix("keep ").strip() for name in listed]
