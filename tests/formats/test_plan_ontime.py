"""The rundown as a project of Ontime's, as Ontime wants it, and as our own reader reads it."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import given

from runofshow.core.plan import Kind, Plan, Slot, Speaker
from runofshow.core.times import Civil
from runofshow.formats import ontime, own, plan_ontime
from runofshow.formats.draft import Asked, Entry
from runofshow.formats.plan_rows import rows
from runofshow.formats.settling import settled
from runofshow.places import schedule
from tests.depth import share
from tests.formats.plans import plans
from tests.formats.test_plan_csv import day, leaf, startable
from tests.rows import each_row

ASKED = Asked("projet.json", date(2026, 3, 4))
PLAN = day(
    leaf("accueil", 15, 9, departments={"son": "HF 1", "vidéo": "film"}, promise="start"),
    Slot(
        id="s",
        title="Session",
        kind=Kind.SESSION,
        slots=(
            leaf("un", 20, speakers=(Speaker(name="Ada"), Speaker(name="Grace")), advance="auto"),
            Slot(id="t", title="Dedans", kind=Kind.SESSION, slots=(leaf("deux", 10),)),
        ),
    ),
    leaf("sauté", 10, skip=True),
    Slot(id="pause", title="Pause", kind=Kind.BREAK, end=Civil(11)),
    leaf("nuit", 30, 24),
)


def project(plan: Plan) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(plan_ontime.write(plan, "fr"))
    return values


def leaves(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    for entry in entries:
        if entry.entries is None:
            yield entry
        else:
            yield from leaves(entry.entries)


def test_an_event_of_ontime_s() -> None:
    entries = project(PLAN)["rundowns"]["default"]["entries"]
    un = entries["un"]
    assert (un["timeStart"], un["timeEnd"], un["duration"]) == (33_300_000, 34_500_000, 1_200_000)
    assert (un["linkStart"], un["parent"], un["endAction"]) == (True, "s", "play-next")
    assert un["custom"] == {"Intervenants": "Ada, Grace"}
    assert entries["accueil"]["custom"] == {"son": "HF 1", "video": "film"}
    assert entries["accueil"]["flag"]
    assert entries["deux"]["note"] == "Dedans"
    assert entries["sauté"]["skip"]
    assert (entries["pause"]["countToEnd"], entries["pause"]["timeEnd"]) == (True, 39_600_000)
    assert (entries["nuit"]["timeStart"], entries["nuit"]["dayOffset"]) == (0, 1)


def test_groups_hold_events_and_version_3_finds_blocks() -> None:
    values = project(PLAN)
    rundown = values["rundowns"]["default"]
    assert rundown["order"] == ["accueil", "s", "sauté", "pause", "nuit"]
    assert rundown["entries"]["s"]["entries"] == ["un", "deux"]
    assert [entry["type"] for entry in values["rundown"]][:3] == ["event", "block", "event"]


def test_a_department_of_no_letters_has_a_name_that_ontime_takes() -> None:
    plan = day(leaf("a", start=9, departments={"_": "x", "—": "y", "son": "z"}))
    fields = project(plan)["customFields"]
    assert [field["label"] for field in fields.values()] == ["Department", "Department 2", "son"]


@share(0.5)
@given(plans())
def test_a_project_has_what_ontime_asks_for(plan: Plan) -> None:
    if not startable(plan):
        return
    values = project(plan)
    rundown = values["rundowns"]["default"]
    for key, field in values["customFields"].items():
        assert re.fullmatch("[A-Za-z0-9_ ]+", field["label"])
        assert key == field["label"].strip().replace(" ", "_")
        assert field["type"] == "text"
    held = [name for entry in rundown["entries"].values() for name in entry.get("entries", ())]
    assert sorted([*rundown["order"], *held]) == sorted(rundown["entries"])
    for entry in rundown["entries"].values():
        assert set(entry["custom"]) <= set(values["customFields"])
        if entry["type"] == "event":
            assert 0 <= entry["timeStart"] < 86_400_000
            assert 0 <= entry["timeEnd"] < 86_400_000


@each_row("name", ["pionniers", "conference-en"])
def test_the_sample_days_keep_their_items_and_hours(name: str) -> None:
    plan = own.read(schedule(f"{name}.json").read_bytes(), ASKED.today).plan
    plan = plan.model_copy(update={"date": ASKED.today})
    draft = ontime.read(plan_ontime.write(plan, "fr"), ASKED)
    draft = draft._replace(timezone=draft.timezone._replace(value=plan.timezone, how="given"))
    again = settled(draft, ASKED.today).plan
    assert [slot.id for slot in again.slots] == [slot.id for slot in plan.slots]
    was = {row.slot.id: (row.start, row.end) for row in rows(plan) if row.slot.slots is None}
    now = {row.slot.id: (row.start, row.end) for row in rows(again) if row.slot.slots is None}
    assert now == was


def test_what_was_exported_is_read_once() -> None:
    draft = ontime.read(plan_ontime.write(PLAN, "fr"), ASKED)
    found = {entry.key: entry for entry in leaves(draft.entries)}
    assert list(found) == ["accueil", "un", "deux", "sauté", "pause", "nuit"]
    assert found["un"].duration is not None
    assert found["un"].duration.value == timedelta(minutes=20)
    assert [speaker.name for speaker in found["un"].speakers] == ["Ada", "Grace"]
