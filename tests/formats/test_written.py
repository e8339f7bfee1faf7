"""What a plan can be written as, and that every file of it is recognised for what it is."""

from datetime import date
from pathlib import PurePath

import pytest

from runofshow.core.errors import Unwritable
from runofshow.core.plan import Plan
from runofshow.formats import own, registry, written
from runofshow.formats.draft import Asked
from runofshow.formats.plan_calendar import without_private
from runofshow.places import schedule
from tests.rows import each_row

PLAN = own.read(schedule("pionniers.json").read_bytes(), date(2026, 3, 4)).plan
NAMES = {
    "a.json": ".json",
    "a": ".json",
    "A.XLSX": ".xlsx",
    "a.b.csv": ".csv",
    "a.ics": ".ics",
    "a.ontime.json": ".ontime.json",
    "a.ontime": ".ontime.json",
}


@each_row("name", NAMES)
def test_the_ending_of_a_name_says_what_is_written(name: str) -> None:
    assert written.ending(PurePath(name)) == NAMES[name]


def test_a_name_of_another_kind_is_refused_naming_what_can_be_written() -> None:
    with pytest.raises(Unwritable) as caught:
        written.ending(PurePath("a.docx"), ".pdf")
    for language in ("fr", "en"):
        told = caught.value.text(language)
        assert "a.docx" in told
        assert all(ending in told for ending in (*written.ENDINGS, ".pdf"))


def public(plan: Plan) -> Plan:
    return Plan.model_validate(without_private(plan.as_json()))


@each_row("ending", written.ENDINGS)
@each_row("language", ["fr", "en"])
def test_what_is_written_is_recognised_and_read_again(ending: str, language: str) -> None:
    data = written.write(PLAN, ending, language)
    draft = registry.read(data, Asked(f"x{ending}", date(2026, 3, 4)))
    if ending == ".ontime.json":
        assert (draft.format, draft.title.value) == ("ontime", PLAN.title)
    else:
        assert draft.whole is not None
        assert public(draft.whole) == public(PLAN)
