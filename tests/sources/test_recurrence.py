"""When a meeting that repeats takes place, held against dateutil and against the standard."""

# ruff: noqa: DTZ001 - a series has the time of a wall clock

from __future__ import annotations

from datetime import datetime
from itertools import islice

import pytest
from dateutil.rrule import rrule, rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from netgraph.sources.recurrence import MOST_STEPS, Cut, Patience, Rule, moments

START = datetime(1997, 9, 2, 9)
UNTIL = datetime(2002, 1, 1)

# The examples of RFC 5545, 3.8.5.3, and how many times they give up to 2001, by dateutil.
RFC = """FREQ=DAILY;COUNT=10
FREQ=DAILY;INTERVAL=2
FREQ=DAILY;INTERVAL=10;COUNT=5
FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA
FREQ=DAILY;BYMONTH=1
FREQ=WEEKLY;COUNT=10
FREQ=WEEKLY;INTERVAL=2;WKST=SU
FREQ=WEEKLY;WKST=SU;BYDAY=TU,TH
FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR
FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH
FREQ=MONTHLY;COUNT=10;BYDAY=1FR
FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU
FREQ=MONTHLY;COUNT=6;BYDAY=-2MO
FREQ=MONTHLY;BYMONTHDAY=-3
FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15
FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1
FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15
FREQ=MONTHLY;INTERVAL=2;BYDAY=TU
FREQ=YEARLY;COUNT=10;BYMONTH=6,7
FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3
FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200
FREQ=YEARLY;BYDAY=20MO
FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO
FREQ=YEARLY;BYMONTH=3;BYDAY=TH
FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8
FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13
FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13
FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8
FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2
FREQ=HOURLY;INTERVAL=3;COUNT=9
FREQ=MINUTELY;INTERVAL=15;COUNT=6
FREQ=MINUTELY;INTERVAL=90;COUNT=4
FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40;COUNT=99
FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO
FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU
FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5
FREQ=MONTHLY;BYMONTHDAY=31
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29
FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO,SU
FREQ=MONTHLY;BYDAY=1MO;BYMONTH=1,6
FREQ=HOURLY;INTERVAL=6;BYDAY=MO;COUNT=7"""


def ours(text: str, start: datetime = START, until: datetime = UNTIL) -> list[datetime]:
    return list(moments(Rule.parse(text), start, until))


def theirs(text: str, start: datetime = START, until: datetime = UNTIL) -> list[datetime]:
    return rrulestr(text, dtstart=start).between(start, until, inc=True)


@pytest.mark.parametrize("text", RFC.splitlines())
def test_the_examples_of_the_standard(text: str) -> None:
    found = ours(text)

    assert found
    assert theirs(text) == found


def part(name: str, numbers: st.SearchStrategy[int]) -> st.SearchStrategy[str]:
    some = st.lists(numbers, min_size=1, max_size=3, unique=True)
    return st.just("") | some.map(lambda ns: f";{name}={','.join(map(str, ns))}")


WEEKDAYS = st.sampled_from("MO TU WE TH FR SA SU".split())
RULES = st.tuples(
    st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]).map("FREQ={}".format),
    st.integers(1, 5).map(";INTERVAL={}".format),
    part("BYMONTH", st.integers(1, 12)),
    part("BYMONTHDAY", st.integers(-31, 31).filter(bool)),
    st.just("") | st.lists(WEEKDAYS, min_size=1, max_size=3).map(lambda d: ";BYDAY=" + ",".join(d)),
    part("BYSETPOS", st.integers(-5, 5).filter(bool)),
    WEEKDAYS.map(";WKST={}".format),
).map("".join)
STARTS = st.datetimes(datetime(1990, 1, 1), datetime(2020, 1, 1))


@given(RULES, STARTS.map(lambda at: at.replace(microsecond=0)), st.integers(1, 9))
def test_any_rule_gives_what_dateutil_gives(text: str, start: datetime, count: int) -> None:
    assume(not ("WEEKLY" in text and "BYMONTHDAY" in text))  # the standard forbids it
    assume("BYSETPOS" not in text or text.count(";BY") > 1)
    assume(not ("WEEKLY" in text and "BYSETPOS" in text))  # dateutil counts in half a first week
    found = ours(text, start, datetime(start.year + 12, 1, 1))
    assume(found)  # dateutil would count to the year 9999

    until = found[min(count, len(found)) - 1]
    rule = rrulestr(text, dtstart=start)
    assert isinstance(rule, rrule)
    assert list(islice(rule.replace(until=until), count)) == found[: min(count, len(found))]
    assert found[:count] == ours(f"{text};COUNT={count}", start, datetime(start.year + 12, 1, 1))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("FREQ=YEARLY;BYWEEKNO=20", ["1998-05-12", "1999-05-18"]),  # the weekday of the start
        ("FREQ=MONTHLY;BYDAY=1MO,FR;COUNT=3", ["1997-09-05", "1997-09-12", "1997-09-19"]),
        ("freq=daily;count=1", ["1997-09-02"]),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=1", ["1997-09-08"]),
        ("FREQ=YEARLY;X-OWN=1;COUNT=1", ["1997-09-02"]),
    ],
)
def test_what_dateutil_does_not_say(text: str, days: list[str]) -> None:
    assert days == [str(t.date()) for t in ours(text, until=datetime(2000, 1, 1))]


@pytest.mark.parametrize(
    "text",
    ["", "COUNT=3", "nonsense", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;BYDAY=XX", "FREQ=SOMETIMES",
     "FREQ=DAILY;BYMONTH=13", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;COUNT=x", "FREQ=YEARLY;BYEASTER=0",
     "FREQ=DAILY;WKST=1"],
)  # fmt: skip
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no|invalid"):
        Rule.parse(text)


@pytest.mark.parametrize(
    "text",
    ["FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2", "FREQ=DAILY;INTERVAL=7;BYDAY=MO", "FREQ=SECONDLY",
     "FREQ=YEARLY;INTERVAL=4;BYMONTHDAY=29;BYMONTH=2", "FREQ=MONTHLY;BYDAY=9MO",
     "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=SECONDLY;BYHOUR=25;INTERVAL=1"],
)  # fmt: skip
def test_a_rule_that_never_or_always_comes_true_ends(text: str) -> None:
    patience = Patience()
    try:
        rule = Rule.parse(text)
        found = len(list(moments(rule, START, datetime(9999, 1, 1), patience)))
        assert 0 == found
    except (Cut, ValueError):
        pass
    assert patience.left > Patience().left - 3 * MOST_STEPS


def test_all_series_of_an_import_share_one_patience() -> None:
    patience = Patience(10)
    list(moments(Rule.parse("FREQ=DAILY;COUNT=5"), START, UNTIL, patience))

    with pytest.raises(Cut):
        list(moments(Rule.parse("FREQ=DAILY;COUNT=50"), START, UNTIL, patience))
