from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.sources.dates import day_reader, partial

DAY = date(2021, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "12 Mar 2021",
        "12-Mar-21",
        "12-mar-21",
        "12 March 2021",
        "12. März 2021",
        "12 mars 2021",
        "12 de marzo de 2021",
        "12-mrt-21",
        "12.03.2021",
        "12.3.21",
        "2021-03-12",
        "2021/03/12 12:00:00 UTC",
        "2021-03-12 14:02:11 UTC",
        "2021-03-12T14:02:11Z",
        "3/12/21, 10:05 PM",
        "03/12/21, 09:07 AM",
        "Fri Mar 12 08:28:32 UTC 2021",
        "Mar 12, 2021",
        " 12 Mar 2021 ",
    ],
)
def test_every_form_that_exports_and_spreadsheets_write(text: str) -> None:
    assert day_reader([text])(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12-ene-21", date(2021, 1, 12)),
        ("12-dic-21", date(2021, 12, 12)),
        ("12 août 2021", date(2021, 8, 12)),
        ("12. Dez. 2021", date(2021, 12, 12)),
        ("12 fev 2021", date(2021, 2, 12)),
        ("12 set 2021", date(2021, 9, 12)),
        ("12-mei-21", date(2021, 5, 12)),
        ("12 giu 2021", date(2021, 6, 12)),
        ("12 paź 2021", date(2021, 10, 12)),
        ("12 мая 2021", date(2021, 5, 12)),
        ("05 Jun 1833", date(1833, 6, 5)),
        ("29 Feb 2024", date(2024, 2, 29)),
    ],
)
def test_months_of_other_languages_and_other_centuries(text: str, day: date) -> None:
    assert day_reader([text])(text) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "31/02/2020", "29 Feb 2023", "12 Foo 2021", "Mar 12", "45000", "12-Mar-99"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_reader([text])(text) is None


def test_a_day_over_twelve_decides_for_the_whole_file() -> None:
    day_first = day_reader(["03/04/2020", "25/04/2020"])
    month_first = day_reader(["03/04/2020", "04/25/2020"])

    assert day_first("03/04/2020") == date(2020, 4, 3)
    assert month_first("03/04/2020") == date(2020, 3, 4)


def test_without_a_day_over_twelve_nothing_is_guessed() -> None:
    assert day_reader(["03/04/2020", "05/06/2020"])("03/04/2020") is None


def test_days_that_contradict_each_other_decide_nothing() -> None:
    assert day_reader(["25/04/2020", "04/25/2020", "03/04/2020"])("03/04/2020") is None


@given(st.dates(date(2003, 1, 1), date(2069, 12, 31)))
def test_every_day_is_read_back_from_linkedins_form(day: date) -> None:
    text = f"{day:%d} {day.strftime('%b')} {day:%Y}"

    assert day_reader([text])(text) == day


@given(st.text(max_size=40))
def test_no_text_is_too_strange_to_read(text: str) -> None:
    found = day_reader([text])(text)

    assert found is None or isinstance(found, date)
    assert isinstance(partial(text), str)


@pytest.mark.parametrize(
    ("text", "known"),
    [("Mar 2020", "2020-03"), ("2020", "2020"), ("2020-03", "2020-03"), ("", ""),
     ("01 Oct 2022", "2022-10-01"), ("Sep 2008", "2008-09"), ("whenever", "")],
)  # fmt: skip
def test_part_of_a_date_is_kept_as_far_as_it_is_known(text: str, known: str) -> None:
    assert partial(text) == known
