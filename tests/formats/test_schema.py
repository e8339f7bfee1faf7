"""The JSON Schema: what we ship is valid by it, and the usual slips are not."""

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from runofshow.core import plan as models
from runofshow.core.plan import Plan
from runofshow.formats import own
from runofshow.formats.schema import FIELDS, json_schema
from runofshow.places import schedule
from tests.depth import share
from tests.formats.plans import plans
from tests.rows import each_row

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
LEAF = {"id": "a", "title": "Accueil", "start": "09:00", "duration": "15m"}


def plan(*slots: object, **more: Any) -> dict[str, Any]:
    return {"format": "runofshow/1.0", "date": "2016-01-19"} | more | {"slots": list(slots)}


def test_it_is_a_schema_that_stands_alone() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert json_schema() == SCHEMA


@each_row("path", sorted(schedule("").glob("*.json")))
def test_the_sample_days_are_valid(path: Any) -> None:
    VALIDATOR.validate(json.loads(path.read_bytes()))


@share(0.6)
@given(plans())
def test_whatever_is_written_is_valid(plan: Plan) -> None:
    VALIDATOR.validate(json.loads(own.write(plan)))


@each_row(
    "values",
    [
        plan(),
        plan(LEAF),
        plan({"duration": "15 min"}),
        plan({"end": "9h15"}),
        plan({"start": "midi", "duration": "PT1H5M"}),
        plan({"slots": []}),
        plan({"slots": [LEAF], "duration": "1h"}),
        plan(LEAF | {"speakers": ["A", {"name": "B", "chair": True}]}),
        plan(LEAF | {"promised_to": "traiteur"}),
        plan(LEAF | {"promised_to": {"name": "traiteur", "phone": None}}),
        plan(LEAF | {"x-anything": [1]}),
        plan(LEAF, format="runofshow/1.7"),
        plan(LEAF, minimums={"break": 0.5}),
    ],
)
def test_what_the_reader_takes_is_valid(values: object) -> None:
    VALIDATOR.validate(values)


@each_row(
    "values",
    [
        [],
        {"format": "runofshow/1.0"},
        plan(LEAF, format="runofshow/2.0"),
        plan(LEAF, format="ontime"),
        plan(LEAF, titel="x"),
        plan(LEAF, date="19/01/2016"),
        plan(LEAF, date=20160119),
        plan(LEAF, minimums={"break": 2}),
        plan(LEAF, minimums={"brake": 0.5}),
        plan(LEAF, end_by="tard"),
        plan(LEAF | {"id": "day"}),
        plan(LEAF | {"id": ""}),
        plan(LEAF | {"duration": 15}),
        plan(LEAF | {"duration": "-5m"}),
        plan(LEAF | {"duration": "bientôt"}),
        plan(LEAF | {"end": "10:00"}),
        plan({"id": "a"}),
        plan({"slots": [{"id": "a"}]}),
        plan({"slots": [LEAF], "duration": "1h", "end": "10:00"}),
        plan(LEAF | {"kind": "tlak"}),
        plan(LEAF | {"promise": "begin"}),
        plan(LEAF | {"speakers": "Ann"}),
        plan(LEAF | {"speakers": [{"role": "Maire"}]}),
        plan(LEAF | {"speakers": [{"name": "A", "nom": "B"}]}),
        plan(LEAF | {"cuttable": "no"}),
        plan(LEAF | {"duree": "15m"}),
        plan(LEAF | {"shares": ["10m", 5]}),
    ],
)
def test_the_usual_slips_are_not_valid(values: object) -> None:
    assert not VALIDATOR.is_valid(values)


@each_row("name", FIELDS)
def test_every_field_of_every_part_is_described(name: str) -> None:
    assert set(FIELDS[name]) == set(getattr(models, name).model_fields)
    for sentence in FIELDS[name].values():
        assert sentence.endswith(".")
