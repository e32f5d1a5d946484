"""Dates as exports and spreadsheets write them.

A day before a month or after it (``3/4/20``) is decided once for a whole file, by a number over
12, never row by row; a file without one keeps such dates unread. What cannot be read is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import cache

from netgraph.model.text import clean, fold

FIRST_SHORT_YEAR = 3
"""LinkedIn began in 2003: a year of two digits before that is no year of a connection."""
LAST_SHORT_YEAR = 69

_MONTHS = (
    "jan january enero ene janeiro janvier janv januar jaenner janner gennaio gen januari styczen "
    "stycznia sty leden ledna led ocak oca tammikuu tammi январь января янв ιαν",
    "feb february febrero fevereiro fev fevrier fevr februar febbraio februari febr luty lutego "
    "lut unor unora uno subat sub helmikuu helmi февраль февраля фев φεβ",
    "mar march marzo março mars marz märz mrz maerz maart mrt marts marzec marca brezen brezna bre "
    "mart maaliskuu maalis марта март μαρ marc",
    "apr april abril abr avril avr aprile kwiecien kwietnia kwi duben dubna dub nisan nis huhtikuu "
    "huhti апрель апреля апр απρ",
    "may mayo maio mai mag maggio mei maj maja kveten kvetna kve mayis toukokuu touko мая май μαι",
    "jun june junio junho juin juni giugno giu czerwiec czerwca cze cerven cervna cvn haziran haz "
    "kesakuu kesa июнь июня июн ιουν",
    "jul july julio julho juillet juil juli luglio lug lipiec lipca lip cervenec cervence cvc "
    "temmuz tem heinakuu heina июль июля июл ιουλ",
    "aug august agosto ago août aout augustus agu augusti sierpien sierpnia sie srpen srpna srp "
    "agustos elokuu elo август августа авг αυγ",
    "sep sept september septiembre setembro set septembre settembre wrzesien wrzesnia wrz zari zar "
    "eylul eyl syyskuu syys szept сентябрь сентября сен сент σεπ",
    "oct october octubre outubro out octobre oktober okt ottobre ott oktobris pazdziernik "
    "pazdziernika paz rijen rijna rij ekim eki lokakuu loka октябрь октября окт οκτ",
    "nov november noviembre novembro novembre listopad listopada lis kasim kas marraskuu marras "
    "ноябрь ноября ноя νοε",
    "dec december diciembre dic dezembro dez decembre dezember dicembre des desember grudzien "
    "grudnia gru prosinec prosince pro aralik ara joulukuu joulu декабрь декабря дек δεκ",
)
_TIME = (
    r"(?:,?\s+\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?\s*(?P<half>[ap]\.?\s?m\.?)?"
    r"(?:\s*UTC|\s*GMT)?)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s].*)?$")
_DAY_WORD = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º)?[\s.\-/]*(?:de\s+)?([^\W\d_]+)\.?[\s.\-/,]*(?:de\s+)?"
    r"(\d{4}|\d\d)" + _TIME + "$",
    re.IGNORECASE,
)
_WORD_DAY = re.compile(
    r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _TIME + "$", re.IGNORECASE
)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)" + _TIME + "$", re.IGNORECASE)
_UNIX = re.compile(r"[^\W\d_]{3} ([^\W\d_]{3}) +(\d{1,2}) \d\d:\d\d:\d\d \S+ (\d{4})$")
_MONTH_YEAR = re.compile(r"([^\W\d_]+)\.?[\s\-/]*(?:de\s+)?(\d{4})$")


def day_reader(values: Iterable[str]) -> Callable[[str], date | None]:
    """Return what reads the dates of one file, given all of them to decide their order by.

    >>> read = day_reader(["03/04/2020", "25/04/2020"])
    >>> read("03/04/2020"), read("12-mar-21"), read("soon")
    (datetime.date(2020, 4, 3), datetime.date(2021, 3, 12), None)
    """
    day_first = _order(values)

    @cache
    def read(text: str) -> date | None:
        return _read(text.strip(), day_first)

    def read_quickly(text: str) -> date | None:
        return read(text[:10]) if text[4:5] == "-" and text[7:8] == "-" else read(text)

    return read_quickly


def partial(text: str) -> str:
    """Return a date of which perhaps only a part is known as ISO text, empty if unreadable.

    >>> partial("Mar 2020"), partial("2020"), partial("01 Oct 2022"), partial("long ago")
    ('2020-03', '2020', '2022-10-01', '')
    """
    text = text.strip()
    if re.fullmatch(r"\d{4}", text) or re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        return text
    if found := _MONTH_YEAR.match(text):
        month = _month(found[1])
        return f"{found[2]}-{month:02}" if month else ""
    day = _read(text, None)
    return day.isoformat() if day else ""


def _order(values: Iterable[str]) -> bool | None:
    """Whether the day comes before the month in these dates; None if nothing tells."""
    orders = set()
    for value in values:
        found = _NUMBERS.match(value.strip()) if value[:1].isdigit() else None
        if found and found[2] != ".":
            first, second = int(found[1]), int(found[3])
            if 12 < first <= 31 and second <= 12:
                orders.add(True)
            elif 12 < second <= 31 and first <= 12:
                orders.add(False)
    return orders.pop() if len(orders) == 1 else None


def _read(text: str, day_first: bool | None) -> date | None:
    """Read one date in any of the forms."""
    if found := _DAY_WORD.match(text):
        return _date(found[3], _month(found[2]), found[1])
    if found := _YEAR_FIRST.match(text):
        return _date(found[1], int(found[3]), found[4])
    if found := _NUMBERS.match(text):
        return _from_numbers(found, day_first)
    if found := _UNIX.match(text):
        return _date(found[3], _month(found[1]), found[2])
    if found := _WORD_DAY.match(text):
        return _date(found[3], _month(found[1]), found[2])
    return None


def _from_numbers(found: re.Match[str], day_first: bool | None) -> date | None:
    """Read ``3/4/20``: with points the day is first; LinkedIn's own, with AM or PM, month first."""
    if found[2] == ".":
        day_first = True
    elif day_first is None and found["half"]:
        day_first = False
    if day_first is None:
        return None
    day, month = (found[1], found[3]) if day_first else (found[3], found[1])
    return _date(found[4], int(month), day)


def _date(year: str, month: int, day: str) -> date | None:
    """Make a date, if there is such a day."""
    if not 1 <= month <= 12:
        return None
    number = int(year)
    if len(year) == 2:
        if not FIRST_SHORT_YEAR <= number <= LAST_SHORT_YEAR:
            return None
        number += 2000
    try:
        return date(number, month, int(day))
    except ValueError:
        return None


@cache
def _month(word: str) -> int:
    """Return the number of a month in any of the languages, 0 if it is none."""
    return _month_numbers().get(fold(word), 0)


@cache
def _month_numbers() -> dict[str, int]:
    """Return the names of months, folded."""
    return {fold(name): n for n, names in enumerate(_MONTHS, 1) for name in names.split()}


_NAMED_YEAR_FIRST = re.compile(r"(?<!\d)(?P<y>20\d\d)([-_.]?)(?P<m>\d\d)\2(?P<d>\d\d)(?!\d)")
_NAMED_MONTH_FIRST = re.compile(r"(?<!\d)(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>20\d\d)(?!\d)")


def day_in_name(path: str, *, month_first: bool = False) -> date | None:
    """Return the day that the name of a file tells, the innermost if several do.

    The year stands first; with ``month_first``, as LinkedIn names its exports, it may stand last.

    >>> day_in_name("takeout-20260501T101500Z.zip/contacts.csv")
    datetime.date(2026, 5, 1)
    >>> day_in_name("contacts-2026-05-01.csv"), day_in_name("class-of-2012.csv")
    (datetime.date(2026, 5, 1), None)
    >>> day_in_name("Complete_LinkedInDataExport_05-01-2026.zip/messages.csv", month_first=True)
    datetime.date(2026, 5, 1)
    """
    found = [
        *_NAMED_YEAR_FIRST.finditer(path),
        *(_NAMED_MONTH_FIRST.finditer(path) if month_first else ()),
    ]
    for named in sorted(found, key=re.Match.start, reverse=True):
        with suppress(ValueError):
            return date(*(int(named[part]) for part in "ymd"))
    return None


def unread_dates(unread: Sequence[tuple[int, str]]) -> str:
    """Say how many dates could not be read, and which is the first: its line, and its words.

    >>> unread_dates([(7, "soon"), (9, "")])
    "2 dates could not be read (first: line 7, 'soon')"
    """
    if not unread:
        return ""
    (line, text), *more = unread
    dates = f"{len(unread)} dates" if more else "1 date"
    words = f", {clean(text, limit=40)!r}" if text else ""
    return f"{dates} could not be read (first: line {line}{words})"
