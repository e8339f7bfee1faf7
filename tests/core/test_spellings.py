"""Times, lengths and ranges as people spell them: each is understood, or refused with a reason."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import times
from runofshow.core.length_forms import Colons
from runofshow.core.ranges import Range, read_range
from runofshow.core.times import Civil, Misread
from tests.rows import each_row

TIMES = {
    # French
    "9h": "09:00",
    "9h15": "09:15",
    "9 h 15": "09:15",
    "9\u00a0h\u00a015": "09:15",
    "9\u202fh\u202f15": "09:15",
    "9H15": "09:15",
    "09h15": "09:15",
    "9h15min": "09:15",
    "9 heures": "09:00",
    "9 heures 30": "09:30",
    "9 heures et demie": "09:30",
    "neuf heures": "09:00",
    "neuf heures moins le quart": "08:45",
    "dix heures dix": "10:10",
    "onze heures et quart": "11:15",
    "vingt heures trente": "20:30",
    "8h du soir": "20:00",
    "8 heures du matin": "08:00",
    "3 heures de l'après-midi": "15:00",
    "midi": "12:00",
    "Midi": "12:00",
    "midi et demi": "12:30",
    "midi trente": "12:30",
    "midi moins dix": "11:50",
    "minuit": "24:00",
    "minuit et demi": "24:30",
    "9h30 précises": "09:30",
    "à 9h15": "09:15",
    "vers 11h": "11:00",
    "9h³⁰": "09:30",
    "9^{h}30": "09:30",
    "9 h. 15": "09:15",
    "11h environ": "11:00",
    "8 du soir": "20:00",
    "24h": "24:00",
    "0h30": "00:30",
    # colons and dots
    "9:15": "09:15",
    "09:15:30": "09:15:30",
    "09:00:00.000": "09:00",
    "9.15": "09:15",
    "9 : 15": "09:15",
    "25:30": "25:30",
    "９：１５": "09:15",
    # English
    "9:15 AM": "09:15",
    "9.15 am": "09:15",
    "9:15 a.m.": "09:15",
    "3pm": "15:00",
    "3 p.m.": "15:00",
    "12 AM": "00:00",
    "12 PM": "12:00",
    "12:30 am": "00:30",
    "noon": "12:00",
    "12 noon": "12:00",
    "midnight": "24:00",
    "9 o'clock": "09:00",
    "nine o’clock": "09:00",
    "half past nine": "09:30",
    "quarter to ten": "09:45",
    "ten past nine": "09:10",
    "half past 3 pm": "15:30",
    "0900 hrs": "09:00",
    "14:00 hrs": "14:00",
    "(9h15)": "09:15",
    "9h15 :": "09:15",
    "at 9:15": "09:15",
    # German
    "9 Uhr": "09:00",
    "09.00 Uhr": "09:00",
    "9 Uhr 15": "09:15",
    "9:15 Uhr": "09:15",
    "um 9 Uhr": "09:00",
    "9 Uhr abends": "21:00",
    "halb zehn": "09:30",
    "Viertel nach neun": "09:15",
    "neun Uhr": "09:00",
    "Punkt 9 Uhr": "09:00",
    "9 Uhr c.t.": "09:15",
    "8:30a": "08:30",
    "7 in the evening": "19:00",
    "five to nine": "08:55",
}
NO_TIMES = {
    "": "",
    "9": "bare",
    "about 9": "bare",
    "900": "",
    "0900": "",
    "9:5": "one_digit",
    "9h5": "one_digit",
    "9h75": "minutes",
    "9:60": "minutes",
    "9.75": "minutes",
    "9:15:61": "seconds",
    "12:59:59.999999": "fraction",
    "13pm": "half",
    "0 am": "half",
    "12h du soir": "half",
    "12h du matin": "half",
    "one to one": "",
    "15h du matin": "half",
    "72:01": "late",
    "99:00": "late",
    "-9:00": "",
    "noonish": "",
    "9h15-10h": "",
    "9:15 CET": "",
    "dreiviertel zehn": "",
    "half nine": "",
    "après-midi": "",
    "2 hours": "",
    "1 hr": "",
    "15 min": "",
    "1er": "",
    "9,15": "",
    "midi" + " " * 60: "",
}


@each_row("text, civil", TIMES.items())
def test_a_time_of_day_is_understood(text: str, civil: str) -> None:
    assert str(times.read_civil(text)) == civil


@each_row("text, why", NO_TIMES.items())
def test_what_is_no_time_of_day_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(Misread) as misread:
        times.read_civil(text)
    assert (misread.value.code, misread.value.why) == ("no_time", why)


def test_a_bare_number_is_an_hour_only_where_nothing_else_is_meant() -> None:
    assert times.read_civil("9", bare=True) == Civil(9)


LENGTHS = {
    "15 min": 15,
    "15 mn": 15,
    "15mn": 15,
    "15 Min.": 15,
    "15 minutes": 15,
    "15 Minuten": 15,
    "15'": 15,
    "15’": 15,
    "15′": 15,
    "15\u202fmin": 15,
    "5'30''": 5.5,
    "5' 30\"": 5.5,
    "1 min 30": 1.5,
    "1m30": 1.5,
    "45s": 0.75,
    "45 Sekunden": 0.75,
    "90": 90,
    "1h": 60,
    "1h30": 90,
    "1H30": 90,
    "1H05M": 65,
    "2 hours": 120,
    "1hr30": 90,
    "(15 min)": 15,
    "1 h 30": 90,
    "1h5": 65,
    "1h30min": 90,
    "1h30m00s": 90,
    "1 heure 30": 90,
    "1 heure 30 minutes": 90,
    "1 heure et 30 minutes": 90,
    "1 hour, 30 min": 90,
    "1 Std. 30": 90,
    "1 Stunde und 30 Minuten": 90,
    "2 Std": 120,
    "1,5 h": 90,
    "1.5 hours": 90,
    "1,75 h": 105,
    "2,5 min": 2.5,
    "½ h": 30,
    "1h½": 90,
    "1½ Std.": 90,
    "1 1/2 h": 90,
    "3/4 h": 45,
    "1:30:00": 90,
    "0:05:00": 5,
    "PT1H30M": 90,
    "PT90S": 1.5,
    "P0DT1H": 60,
    "une heure": 60,
    "une heure et demie": 90,
    "deux heures": 120,
    "une demi-heure": 30,
    "un quart d'heure": 15,
    "trois quarts d’heure": 45,
    "quarante-cinq minutes": 45,
    "half an hour": 30,
    "an hour": 60,
    "an hour and a half": 90,
    "forty-five minutes": 45,
    "eine halbe Stunde": 30,
    "eine Viertelstunde": 15,
    "anderthalb Stunden": 90,
    "fünfundvierzig Minuten": 45,
    "environ 20-25 mn": 25,
    "20 à 25 min": 25,
    "5–10 min": 10,
    "1 bis 2 Stunden": 120,
    "1h-1h30": 90,
    "ca. 20 Min.": 20,
    "about 20 min": 20,
    "~20 min": 20,
    "10 min environ": 10,
    "10 min max.": 10,
    "jusqu'à 10 min": 10,
    "+/- 10 min": 10,
    "2 x 45 min": 90,
    "3 fois 20 min": 60,
    "20 min + 10 min": 30,
    "20+10 min": 30,
    "entre 10 et 15 minutes": 15,
    "de 10 à 15 min": 15,
    "10/15 min": 15,
    "une vingtaine de minutes": 20,
    "durée : 1h": 60,
    "Dauer: 30 min": 30,
    "une heure trente": 90,
    "1:30 h": 90,
    "1:30 min": 1.5,
    "2 h ½": 150,
    "1h 1/2": 90,
    "+5": 5,
    "-5 min": -5,
    "−1m": -1,
}
NO_LENGTHS = {
    "": "",
    "1:30": "two_ways",
    "environ 1:30": "two_ways",
    "1.30 h": "two_ways",
    "1,30 h": "two_ways",
    "9-10": "two_ways",
    "25-20 mn": "backwards",
    "9h-12h": "two_ways",
    "de 9h à 18h": "two_ways",
    "14h-12h30": "two_ways",
    "00:45": "two_ways",
    "1h75": "minutes",
    "1m75s": "seconds",
    "2000h": "too_long",
    "PT": "",
    "PT1M1H": "",
    "P1Y": "",
    "h": "",
    "min": "",
    "1h 2h": "",
    "1m 30 h": "",
    "1e3": "",
    "5 minutes d'arrêt": "",
    "10 parsecs": "",
    "5 min 3 personnes": "",
    "cinq": "",
    "9" * 30: "",
}


@each_row("text, minutes", LENGTHS.items())
def test_a_length_is_understood(text: str, minutes: float) -> None:
    assert times.read_length(text) == timedelta(minutes=minutes)


@each_row("text, why", NO_LENGTHS.items())
def test_what_is_no_length_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(Misread) as misread:
        times.read_length(text)
    assert (misread.value.code, misread.value.why) == ("no_length", why)


@each_row(
    "text, colons, length",
    [
        ("1:30", "h:mm", timedelta(minutes=90)),
        ("1:30", "m:ss", timedelta(seconds=90)),
        ("0:45", "h:mm", timedelta(minutes=45)),
        ("1:30:00", "m:ss", timedelta(minutes=90)),
        ("20-25", "h:mm", timedelta(minutes=25)),
    ],
)
def test_where_a_column_says_what_it_holds_two_numbers_are_one_length(
    text: str, colons: Colons, length: timedelta
) -> None:
    assert times.read_length(text, colons) == length


def test_of_two_lengths_the_shorter_is_kept_too() -> None:
    lasting = times.read_lasting("environ 20-25 mn")
    assert (lasting.length, lasting.least) == (timedelta(minutes=25), timedelta(minutes=20))
    assert lasting.about


RANGES = {
    "9h15-10h30": "09:15 10:30",
    "9h-12h": "09:00 12:00",
    "12h15-14h": "12:15 14:00",
    "17h50 – 18h00": "17:50 18:00",
    "17h50—18h00": "17:50 18:00",
    "17h50 ‑ 18h00": "17:50 18:00",
    "9:15-10:30": "09:15 10:30",
    "9.15-10.30": "09:15 10:30",
    "9h à 18h": "09:00 18:00",
    "de 9h à 18h": "09:00 18:00",
    "de 9 à 18h": "09:00 18:00",
    "de 9h00 au 18h00": "09:00 18:00",
    "entre 9h et 10h": "09:00 10:00",
    "de midi à 14h": "12:00 14:00",
    "9h → 10h": "09:00 10:00",
    "9h -> 10h": "09:00 10:00",
    "9h15/10h30": "09:15 10:30",
    "9h15-30": "09:15 09:30",
    "(9h-12h)": "09:00 12:00",
    "9h15-10h30 :": "09:15 10:30",
    "9-12h30": "09:00 12:30",
    "10h-14": "10:00 14:00",
    "from 9 to 10": "09:00 10:00",
    "from 9 to 10:30 am": "09:00 10:30",
    "9-10:30am": "09:00 10:30",
    "9am-5pm": "09:00 17:00",
    "9am-5": "09:00 17:00",
    "11-1pm": "11:00 13:00",
    "1-3pm": "13:00 15:00",
    "9 am to noon": "09:00 12:00",
    "09:00 bis 10:30 Uhr": "09:00 10:30",
    "von 9 bis 10 Uhr": "09:00 10:00",
    "9.00–10.30 Uhr": "09:00 10:30",
    "8h à 10h du soir": "20:00 22:00",
    "2h de l'après-midi à 5h": "14:00 17:00",
    "9h15 (30 min)": "09:15 09:45",
    "9h15, 1h30": "09:15 10:45",
    "9h15 - 10h30 (1h15)": "09:15 10:30",
    "9:00~10:00": "09:00 10:00",
    "9:00 – ca. 10:00": "09:00 10:00",
    "from 9am until 5pm": "09:00 17:00",
    "noon–1pm": "12:00 13:00",
    "noon - 1:30": "12:00 13:30 afternoon",
    # one side
    "9:00 -": "09:00 ",
    "9h00 …": "09:00 ",
    "9h - fin": "09:00 ",
    "18h onwards": "18:00 ",
    "dès 18h": "18:00 ",
    "à partir de 18h": "18:00 ",
    "ab 18 Uhr": "18:00 ",
    "9h15": "09:15 ",
    "jusqu'à 12h": " 12:00",
    "jusqu’à midi": " 12:00",
    "until 12:00": " 12:00",
    "bis 12 Uhr": " 12:00",
    "- 10:30": " 10:30",
    # about
    "vers 11h": "~11:00 ",
    "about 11": "~11:00 ",
    "gegen 11 Uhr": "~11:00 ",
    "vers 9h-10h": "~09:00 10:00",
    # past midnight
    "07:00 PM - 12:30 AM": "19:00 24:30",
    "6:30 PM - 12:00 AM": "18:30 24:00",
    "22h-1h": "22:00 25:00",
    "15:00-00:00": "15:00 24:00",
    "20h à minuit": "20:00 24:00",
    "minuit-2h": "24:00 26:00",
    "9pm-1": "21:00 25:00",
    "23:00-25:00": "23:00 25:00",
    # slips that the context makes certain
    "11:00 AM - 12:00 AM": "11:00 12:00 noon",
    "12:00 AM - 1:00 PM": "12:00 13:00 noon",
    "10 PM - 12 PM": "22:00 24:00 midnight",
    "9:30-5:30": "09:30 17:30 afternoon",
    "12:30-1:30": "12:30 13:30 afternoon",
    "from 9 to 5": "09:00 17:00 afternoon",
    # what may be something else
    "8:00 AM - 12:00 AM": "08:00 24:00 ?noon_or_midnight",
    "12:00 AM - 12:30 AM": "00:00 00:30 ?noon_or_midnight",
    "10:00 AM - 1:00 AM": "10:00 25:00 ?long_night",
    "14:00-2:30": "14:00 26:30 ?long_night",
    "9:00-00:00": "09:00 24:00 ?long_night",
}
NO_RANGES = {
    "": "",
    "9-10": "bare",
    "9": "bare",
    "14h-12h30": "backwards",
    "9h-5h": "backwards",
    "12h-1h": "backwards",
    "9h-9h": "empty",
    "10h15-20": "two_ways",
    "9h05-10": "two_ways",
    "9h75-10h": "minutes",
    "9h-13pm": "half",
    "9h-10h-11h": "",
    "9h et 10h et 11h": "",
    "9h et 14h": "",
    "9h15 - 10h30 (1h30)": "unequal",
    "75-80h": "",
    "until 30": "",
    "from 9 to 30": "",
    "2007-2008": "",
    "France 20-20": "",
    "9h 10h": "",
}


def said(means: Range) -> str:
    """The range in short: ~ before what is about, the repair, a ? before the doubt."""
    sides = f"{means.start or ''} {means.end or ''}"
    tail = f" {means.repaired}" if means.repaired else f" ?{means.doubt}" if means.doubt else ""
    return ("~" if means.about else "") + sides + tail


@each_row("text, means", RANGES.items())
def test_a_range_is_understood(text: str, means: str) -> None:
    assert said(read_range(text)) == means


@each_row("text, why", NO_RANGES.items())
def test_what_is_no_range_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(Misread) as misread:
        read_range(text)
    assert (misread.value.code, misread.value.why) == ("no_time", why)


def test_two_bare_numbers_are_hours_only_where_nothing_else_is_meant() -> None:
    assert said(read_range("9-10", bare=True)) == "09:00 10:00"


# --- laws ----------------------------------------------------------------------------------------

SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "\u3000", "\t"])
READERS = (times.read_civil, times.read_length, read_range)


def outcome(text: str) -> list[object]:
    """What each reader makes of it; a refusal is its reason."""
    read: list[object] = []
    for reader in READERS:
        try:
            read.append(reader(text))
        except Misread as misread:
            read.append((misread.code, misread.why))
    return read


@given(st.sampled_from([*TIMES, *LENGTHS, *RANGES, *NO_TIMES, *NO_LENGTHS, *NO_RANGES]), SPACES)
def test_no_reading_depends_on_the_kind_of_a_space(text: str, space: str) -> None:
    assert outcome(text.replace(" ", space)) == outcome(text)


PIECES = st.sampled_from(
    [*"0123456789hm:.-–,/'\"°½ apH", "9h15", "10:30", " à ", "am", "pm", "Uhr", "min", "midi"]
    + ["environ", "de ", "et", "demi", "une", "heure", "PT", "1", "12", "59", "h", ":", "jusqu'à"]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in outcome(text):
        match read:
            case Civil() as civil:
                assert Civil(0) <= civil <= Civil(72)
            case Range() as means:
                assert means.start or means.end
                assert not (means.start and means.end) or means.start < means.end
            case timedelta() as length:
                assert abs(length) <= timedelta(minutes=100_000)
            case (str(code), str()):
                assert code in ("no_time", "no_length")
            case _:
                pytest.fail(f"{text!r}: {read!r}")


CLOCKS = st.builds(Civil, st.integers(0, 23), st.integers(0, 59))
WRITINGS = st.sampled_from(
    ["{0}h{1:02}", "{0} h {1:02}", "{0:02}:{1:02}", "{0}.{1:02} Uhr", "{0} heures {1:02}"]
)


@given(CLOCKS, WRITINGS)
def test_a_time_is_read_back_however_it_is_written(civil: Civil, form: str) -> None:
    assert times.read_civil(form.format(civil.hour, civil.minute)) == civil


@given(CLOCKS, st.integers(1, 719), WRITINGS, st.sampled_from(["-", " – ", " à ", " bis ", " to "]))
def test_a_range_is_read_back_however_it_is_written(
    start: Civil, lasts: int, form: str, between: str
) -> None:
    minutes = start.hour * 60 + start.minute + lasts
    end = Civil(*divmod(minutes, 60))
    written = between.join(form.format(each.hour, each.minute) for each in (start, end))
    assert read_range(written)[:2] == (start, end)


@given(st.integers(0, 99), st.integers(0, 59))
def test_a_length_is_read_back_however_it_is_written(hours: int, minutes: int) -> None:
    length = timedelta(hours=hours, minutes=minutes)
    for written in (
        f"{hours}h{minutes:02}",
        f"{hours} h {minutes:02} min",
        f"{hours}:{minutes:02}:00",
    ):
        assert times.read_length(written) == length
    assert times.read_length(times.show_length(length)) == length
