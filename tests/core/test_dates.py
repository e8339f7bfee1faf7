"""Days as people write them: each is understood, told where it was inferred, or refused."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.dates import Day, Order, find_dates, read_date
from runofshow.core.times import Misread
from tests.rows import each_row

TODAY = date(2026, 11, 23)


def said(day: Day) -> str:
    """The day in short: * after an inferred year, a ? before the doubt."""
    if day.ordinal is not None:
        return f"day {day.ordinal}"
    if day.on is None:
        return f"weekday {day.weekday}"
    parts = [f"{day.on}{'*' if day.inferred else ''}"]
    parts += [f"to {day.until}"] if day.until else []
    parts += [f"?{day.doubt}"] if day.doubt else []
    return " ".join(parts)


DATES = {
    "19 janvier 2016": "2016-01-19",
    "19 JANVIER 2016": "2016-01-19",
    "mardi 19 janvier 2016": "2016-01-19",
    "Le mardi 19 janvier 2016": "2016-01-19",
    "mar. 5 janvier 2016": "2016-01-05",
    "1^{er} mars 2016": "2016-03-01",
    "1er août 2016": "2016-08-01",
    "19 janv. 2016": "2016-01-19",
    "6 novembre 2007": "2007-11-06",
    "January 19, 2016": "2016-01-19",
    "Jan 19th, 2016": "2016-01-19",
    "Mar 5, 2016": "2016-03-05",
    "the 19th of January 2016": "2016-01-19",
    "19 Jan '16": "2016-01-19",
    "Dienstag, 19. Januar 2016": "2016-01-19",
    "Samstag, den 16. Mai 2026": "2026-05-16",
    "Di., 19. Jan. 2016": "2016-01-19",
    "am 1. März 2016": "2016-03-01",
    # figures
    "2016-01-19": "2016-01-19",
    "2016/01/19": "2016-01-19",
    "19/01/2016": "2016-01-19",
    "19.01.2016": "2016-01-19",
    "19. 1. 2016": "2016-01-19",
    "19.1.16": "2016-01-19",
    "19-01-2016": "2016-01-19",
    "01/19/2016": "2016-01-19",
    "Tue, 01/19/2016": "2016-01-19",
    "03/04/2016": "2016-04-03 ?order",
    "03.04.2016": "2016-04-03",
    "04/04/2016": "2016-04-04",
    "Friday 03/04/2016": "2016-03-04",
    "Sonntag 03/04/2016": "2016-04-03",
    # without a year
    "le 1er mars": "2027-03-01*",
    "19th of January": "2027-01-19*",
    "12 décembre": "2026-12-12*",
    "3 octobre": "2026-10-03*",
    "SEPTEMBER 6": "2027-09-06*",
    "Tuesday 19 January": "2027-01-19*",
    "Sonntag, den 19. Januar": "2025-01-19*",
    "20/01": "2027-01-20*",
    "29 février": "2028-02-29*",
    "19.01.": "2027-01-19*",
    # several days
    "du 19 au 21 janvier 2016": "2016-01-19 to 2016-01-21",
    "16 et 17 juin 2026": "2026-06-16 to 2026-06-17",
    "16.-17. Juni 2026": "2026-06-16 to 2026-06-17",
    "December 1-6, 2024": "2024-12-01 to 2024-12-06",
    "30 janvier - 2 février 2016": "2016-01-30 to 2016-02-02",
    "30 décembre - 2 janvier 2016": "2015-12-30 to 2016-01-02",
    "Jan 30 – Feb 2, 2016": "2016-01-30 to 2016-02-02",
    "19, 20 et 21 janvier 2016": "2016-01-19 to 2016-01-21",
    "lundi 18 et mardi 19 janvier 2016": "2016-01-18 to 2016-01-19",
    "du lundi 18 au mercredi 20 janvier 2016": "2016-01-18 to 2016-01-20",
    "19/01/2016 - 21/01/2016": "2016-01-19 to 2016-01-21",
    "2016-01-19 to 2016-01-21": "2016-01-19 to 2016-01-21",
    "19th–21st January 2016": "2016-01-19 to 2016-01-21",
    # a weekday that is not the date's
    "lundi 19 janvier 2016": "2016-01-19 ?weekday",
    # days that are counted, weekdays
    "Jour 1": "day 1",
    "Jour n° 2": "day 2",
    "Day 2": "day 2",
    "Day One": "day 1",
    "Tag 3": "day 3",
    "J1": "day 1",
    "1er jour": "day 1",
    "2e journée": "day 2",
    "première journée": "day 1",
    "1. Tag": "day 1",
    "Mardi": "weekday 1",
    "Wed": "weekday 2",
}
NO_DATES = {
    "": "",
    "2016": "",
    "10": "",
    "9h15": "",
    "9.15": "",
    "31 février": "no_such_day",
    "29/02/2015": "no_such_day",
    "29 février 2015 - 2 mars 2015": "no_such_day",
    "21-19 janvier": "",
    "32/01/2016": "",
    "13/13/2016": "",
    "mars": "",
    "19 janvier 2016, Paris": "",
    "01.45.67.89.10": "",
    "18-25 ans": "",
}


@each_row("text, day", DATES.items())
def test_a_day_is_understood(text: str, day: str) -> None:
    assert said(read_date(text, TODAY)) == day


@each_row("text, why", NO_DATES.items())
def test_what_is_no_day_is_refused(text: str, why: str) -> None:
    with pytest.raises(Misread) as misread:
        read_date(text, TODAY)
    assert (misread.value.code, misread.value.why) == ("no_date", why)


@each_row("order, on", [("dmy", date(2016, 4, 3)), ("mdy", date(2016, 3, 4))])
def test_an_order_that_is_known_leaves_no_doubt(order: Order, on: date) -> None:
    assert read_date("03/04/2016", TODAY, order) == Day(on)


LINES = {
    "Paris, 6 novembre 2007, Collège de France": {"6 novembre 2007": "2007-11-06"},
    "## Mardi 16 juin 2026": {"Mardi 16 juin 2026": "2026-06-16"},
    "du 19 janvier 2016 à 9h": {"du 19 janvier 2016": "2016-01-19"},
    "SEPTEMBER 6 - 3pm": {"SEPTEMBER 6": "2027-09-06*"},
    "DECEMBER 1 - 3pm": {"DECEMBER 1": "2026-12-01*"},
    "2016-01-19T09:00": {"2016-01-19": "2016-01-19"},
    "le 20/01 à 9h": {"le 20/01": "2027-01-20*"},
    "salle 5, 19 janvier 2016": {"19 janvier 2016": "2016-01-19"},
    "Mo., 16.5., 9-10 Uhr": {"Mo., 16.5.": "2022-05-16*"},
    "**19 janvier 2016**": {"19 janvier 2016": "2016-01-19"},
    "Jour 1 – Matinée": {"Jour 1": "day 1"},
    "Day 2: Workshops": {"Day 2": "day 2"},
    "mardi 19 janvier, mercredi 20 janvier": {
        "mardi 19 janvier": "2027-01-19*",
        "mercredi 20 janvier": "2027-01-20*",
    },
}
NOTHING = [
    "Tél. 01.45.67.89.10",
    "192.168.1.10",
    "par jour 2 pauses",
    "24/7",
    "3/4 d'heure",
    "Agenda 21",
    "cursus 2007-2008",
    "(5, rue Masseran 75007 Paris)",
    "Lundi, on recommence",
    "9.15 Accueil",
    "salle 3.10",
    "10h30-11h30",
    "version 2.0.2016.1",
    "En mars, 12 personnes",
]


@each_row("line, days", LINES.items())
def test_the_days_of_a_line_are_found_in_their_place(line: str, days: dict[str, str]) -> None:
    found = find_dates(line, TODAY)
    assert {line[each.at : each.to]: said(each.day) for each in found} == days


@each_row("line", NOTHING)
def test_what_is_no_day_is_left_alone(line: str) -> None:
    assert find_dates(line, TODAY) == []


FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"),
    *("octobre", "novembre", "décembre"),
)


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)), st.dates(date(1970, 1, 1)))
def test_a_date_is_read_back_whatever_today_is(day: date, today: date) -> None:
    month = FRENCH[day.month - 1]
    for text in (f"{day}", f"{day:%d.%m.%Y}", f"{day.day} {month} {day.year}", f"{day:%B %d, %Y}"):
        assert read_date(text, today) == Day(day)


@given(st.dates(date(1970, 1, 1), date(2199, 1, 1)), st.integers(-59, 300))
def test_a_day_without_its_year_is_the_coming_one_or_hardly_past(today: date, later: int) -> None:
    day = date.fromordinal(today.toordinal() + later)
    if (day.month, day.day) == (2, 29):
        return
    assert read_date(f"{day.day} {FRENCH[day.month - 1]}", today) == Day(day, inferred=True)


@given(st.text(max_size=100), st.dates())
def test_any_text_is_a_day_or_refused(text: str, today: date) -> None:
    for found in find_dates(text, today):
        assert 0 <= found.at < found.to <= len(text)
    with suppress(Misread):
        read_date(text, today)
