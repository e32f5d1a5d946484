"""What the user said last holds, and what they said before held then."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from cli.main import cli
from netgraph.model.records import Statement
from netgraph.model.statements import current

DAY = date(2026, 5, 1)
SAID = st.builds(
    lambda n, who, field, day: Statement(f"s{n}", who, field, f"{n}", day),
    st.integers(0, 99),
    st.sampled_from(["ana", "ben"]),
    st.sampled_from(["needs", "hub"]),
    st.none() | st.integers(-3, 3).map(lambda days: DAY + timedelta(days)),
)


@given(said=st.lists(SAID, max_size=8, unique_by=lambda s: s.id), data=st.data())
def test_one_statement_of_a_field_holds_whatever_the_order(
    said: list[Statement], data: st.DataObject
) -> None:
    held = current(said, as_of=DAY)

    assert held == current(data.draw(st.permutations(said)), as_of=DAY)
    known = [s for s in said if s.day is None or s.day <= DAY]
    assert {(s.subject, s.field) for s in known} == {(s.subject, s.field) for s in held}
    for s in held:
        days = [o.day for o in known if (o.subject, o.field) == (s.subject, s.field) and o.day]
        assert s.day == max(days, default=None)


def notes(store: Path, as_of: str) -> dict[str, str]:
    words = ["--store", str(store), "--as-of", as_of, "show", "ana", "--json"]
    found: dict[str, str] = json.loads(CliRunner().invoke(cli, words).output)["person"]["notes"]
    return found


@pytest.fixture(name="store")
def told_twice(tmp_path: Path) -> Path:
    """Return a store in which two things were said of Ana, on two days each."""
    store = tmp_path / "n.db"
    for day, line in (
        ("2026-03-01", "add ana"),
        ("2026-03-02", "edit ana --needs nurse --not-before 2026-04-01"),
        ("2026-04-02", "edit ana --needs cook --not-before 2026-06-01"),
        ("2026-04-20", "edit ana --needs ''"),
    ):
        words = [w.strip("'") for w in line.split()]
        result = CliRunner().invoke(cli, ["--store", str(store), "--as-of", day, *words])
        assert result.exit_code == 0, result.output
    return store


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-03-01", {}),
        ("2026-03-15", {"needs": "nurse", "not_before": "2026-04-01"}),
        ("2026-04-10", {"needs": "cook", "not_before": "2026-06-01"}),
        ("2026-05-01", {"not_before": "2026-06-01"}),
    ],
)
def test_a_page_of_another_day_has_what_held_then(
    store: Path, as_of: str, expected: dict[str, str]
) -> None:
    assert expected == notes(store, as_of)


def test_a_limit_that_was_taken_back_held_before(store: Path) -> None:
    def ready(as_of: str) -> str:
        words = ["--store", str(store), "--as-of", as_of, "show", "ana", "--json"]
        return str(json.loads(CliRunner().invoke(cli, words).output)["open"]["ready_on"])

    assert ("2026-04-01", "2026-06-01") == (ready("2026-03-15"), ready("2026-04-10"))
