"""The rundown as a calendar, read again by the reader of calendars: the same plan."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from icalendar import Calendar

from runofshow.core.plan import Contact, Kind, Plan, Slot, Speaker
from runofshow.core.times import Civil
from runofshow.formats import calendar_file, own, plan_calendar
from runofshow.formats.draft import Asked, Draft
from runofshow.formats.plan_calendar import without_private
from runofshow.places import schedule
from tests.depth import share
from tests.formats.plans import plans
from tests.formats.test_plan_csv import day, leaf, startable
from tests.rows import each_row

ASKED = Asked("conducteur.ics", date(2026, 3, 4))
ADA = Speaker(name="Ada Lovelace", role="Directrice", phone="+33 6 12")
PLAN = day(
    leaf("accueil", 15, 9, title="Accueil, café ; etc.", note="Note\nsur deux lignes"),
    Slot(
        id="s",
        title="Session",
        kind=Kind.SESSION,
        slots=(leaf("un", 20, speakers=(ADA,), room="Salle 2"), leaf("deux", 10, hidden=True)),
    ),
    leaf("sauté", 10, skip=True),
)


def again(data: bytes) -> Draft:
    return calendar_file.read(data, ASKED)


def public(plan: Plan) -> Plan:
    """The plan without what no calendar may tell."""
    return Plan.model_validate(without_private(plan.as_json()))


def events(plan: Plan) -> list[Any]:
    return list(Calendar.from_ical(plan_calendar.write(plan, "fr")).walk("VEVENT"))


@share(0.4)
@given(plans())
def test_any_plan_is_read_again_as_it_was_but_for_telephones(plan: Plan) -> None:
    if startable(plan):
        assert again(plan_calendar.write(plan, "fr")).whole == public(plan)


@each_row("name", ["pionniers", "conference-en"])
def test_the_sample_days_are_read_again_as_they_were(name: str) -> None:
    plan = own.read(schedule(f"{name}.json").read_bytes(), ASKED.today).plan
    draft = again(plan_calendar.write(plan, "en"))
    assert draft.whole == public(plan)
    assert draft.doubts == ()


def test_each_thing_that_is_run_is_an_event_at_its_planned_hours() -> None:
    found = events(PLAN)
    assert [str(event["SUMMARY"]) for event in found] == ["Accueil, café ; etc.", "Un", "Deux"]
    assert [f"{event['DTSTART'].dt:%H:%M %z}" for event in found] == [
        "09:00 +0100",
        "09:15 +0100",
        "09:35 +0100",
    ]
    assert found[1]["DTSTART"].params["TZID"] == "Europe/Paris"
    assert str(found[1]["DESCRIPTION"]) == "Session\nAda Lovelace, Directrice"
    assert str(found[1]["LOCATION"]) == "Salle 2"
    assert "CLASS" in found[2]


def test_the_zone_is_defined_in_the_file() -> None:
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Paris" in plan_calendar.write(PLAN, "fr")


def test_nobody_is_invited_and_no_number_is_told() -> None:
    plan = PLAN.model_copy(
        update={"slots": (*PLAN.slots, leaf("x", promised_to=Contact(name="T", phone="+33 7")))}
    )
    data = plan_calendar.write(plan, "fr")
    assert b"ATTENDEE" not in data
    assert b"ORGANIZER" not in data
    assert b"+33" not in data
    whole = again(data).whole
    assert whole is not None
    assert "+33" not in whole.model_dump_json()


def test_the_names_of_events_stay_from_one_revision_to_the_next() -> None:
    later = PLAN.model_copy(update={"slots": (leaf("avant", 5, 8), *PLAN.slots)})
    first, second = ({str(event["UID"]) for event in events(plan)} for plan in (PLAN, later))
    assert first < second


# --- changed in a calendar since ---------------------------------------------------------------


def changed(old: str, new: str) -> Draft:
    data = plan_calendar.write(PLAN, "fr").decode()
    assert old in data
    return again(data.replace(old, new).encode())


def slot(draft: Draft, name: str) -> Slot:
    assert draft.whole is not None
    return next(each for each in draft.whole.slots if each.id == name)


def test_an_event_that_was_moved_is_set_to_its_new_hour_and_told() -> None:
    hour = "20160119T091500\r\nDTEND;TZID=Europe/Paris:20160119T093500"
    draft = changed(hour, hour.replace("0915", "1015").replace("0935", "1100"))
    inner = (slot(draft, "s").slots or ())[0]
    assert (inner.start, inner.duration) == (Civil(10, 15), timedelta(minutes=45))
    assert [doubt.said.code for doubt in draft.doubts] == ["calendar_changed"]
    after = (slot(draft, "s").slots or ())[1]
    assert after.start == Civil(9, 35)


def test_an_event_that_was_renamed_is_renamed() -> None:
    assert slot(changed("SUMMARY:Accueil\\, café", "SUMMARY:Café"), "accueil").title.startswith(
        "Café"
    )


def test_an_event_that_is_gone_is_skipped_and_told() -> None:
    data = plan_calendar.write(PLAN, "fr").decode()
    first, rest = data.split("BEGIN:VEVENT", 1)
    without = first + rest.split("END:VEVENT\r\n", 1)[1]
    draft = again(without.encode())
    assert slot(draft, "accueil").skip
    assert len(draft.doubts) == 1
    inner = (slot(draft, "s").slots or ())[0]
    assert inner.start == Civil(9, 15)


def test_a_calendar_with_events_of_others_is_read_as_any_calendar() -> None:
    other = "BEGIN:VEVENT\r\nSUMMARY:Autre\r\nDTSTART:20160119T120000Z\r\nEND:VEVENT\r\n"
    draft = changed("END:VCALENDAR", other + "END:VCALENDAR")
    assert draft.whole is None
    assert len(draft.entries) == 4


@each_row("damage", ["AAAA", "!", "eJyrVspOrVSyUirLzE3NTSxSqgUAKsQFIQ=="])
def test_a_packed_plan_that_is_damaged_is_passed_over(damage: str) -> None:
    data = plan_calendar.write(PLAN, "fr").decode().replace("\r\n ", "")
    kept = data.split("X-RUNOFSHOW-DAY:", 1)[1].split("\r\n", 1)[0]
    draft = again(data.replace(kept, damage).encode())
    assert draft.whole is None
    assert len(draft.entries) == 3


def test_a_title_of_two_lines_names_the_calendar_on_one() -> None:
    plan = day(leaf("a", 10, 9)).model_copy(update={"title": "Journée\rdes pionniers"})
    data = plan_calendar.write(plan, "fr")
    assert "X-WR-CALNAME:Journée des pionniers" in data.decode()
    assert again(data).whole == plan
