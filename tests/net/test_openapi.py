"""The OpenAPI document: true of the routes, whole in itself, and every schema a sound one."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from jsonschema import Draft202012Validator

from runofshow.core.commands import Command
from runofshow.net.answers import STATUS
from runofshow.net.api import KNOCKS, ROUTES
from runofshow.net.openapi import document
from tests.hand import day, leaf
from tests.net.opened import opened


def parts(value: Any, name: str) -> Iterator[Any]:
    """All that stands under a key of that name, anywhere."""
    match value:
        case dict():
            if name in value:
                yield value[name]
            for part in value.values():
                yield from parts(part, name)
        case list():
            for part in value:
                yield from parts(part, name)


def test_every_route_is_described_and_nothing_else() -> None:
    described = {
        (method.upper(), path)
        for path, methods in document()["paths"].items()
        for method in methods
    }
    knocks = {("POST", knock.path) for knock in KNOCKS}
    assert described == {(route.method, route.path) for route in ROUTES} | knocks


def test_what_is_referred_to_is_there_and_what_is_there_is_sound() -> None:
    said = document()
    schemas = said["components"]["schemas"]
    refs = {ref for ref in parts(said, "$ref") if isinstance(ref, str)}
    assert refs
    for ref in refs:
        assert ref.removeprefix("#/components/schemas/") in schemas, ref
    for mapping in parts(said, "mapping"):
        for ref in mapping.values():
            assert ref.removeprefix("#/components/schemas/") in schemas
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    used = {ref.removeprefix("#/components/schemas/") for ref in refs}
    assert set(schemas) <= used | {"Command"}


def test_every_operation_has_a_name_of_its_own_says_who_may_and_tells_its_answers() -> None:
    said = document()
    assert said["openapi"].startswith("3.1")
    assert said["security"] == [{"link": []}]
    operations = [each for methods in said["paths"].values() for each in methods.values()]
    names = [operation["operationId"] for operation in operations]
    assert len({*names}) == len(names)
    for operation in operations:
        assert operation["summary"]
        assert operation["description"]
        assert {"403", "421", "429"} <= operation["responses"].keys()
        assert operation.get("security") == [] or "401" in operation["responses"]
        assert all(answer["description"] for answer in operation["responses"].values())
    command = said["paths"]["/v1/command"]["post"]["responses"]
    told = {str(status) for status in STATUS.values()} - {"404", "405", "410", "426", "500"}
    assert told <= command.keys() | {"422"}


def test_every_command_is_one_of_the_schema() -> None:
    mapping = document()["components"]["schemas"]["Command"]["discriminator"]["mapping"]
    assert {*mapping} == {kind.model_fields["do"].default for kind in get_args(Command)}


def test_what_is_answered_is_what_is_described(tmp_path: Path) -> None:
    schemas = document()["components"]["schemas"]
    whole = {"components": {"schemas": schemas}}
    promise = {"slot": "b", "of": "start"}

    async def run() -> None:
        plan = day(leaf("a", start="09:00"), leaf("b", promise="start"))
        async with opened(tmp_path, plan) as net:
            for route in ROUTES:
                role = "remote"
                if route.method == "POST":
                    _, said = await net.command(role, do="note", text="x")
                elif route.path == "/v1/live":
                    continue
                else:
                    _, said = await net.ask("GET", route.path, role, params=promise)
                if route.gives == "Document":
                    assert said == json.loads(json.dumps(document()))
                else:
                    name = route.gives if isinstance(route.gives, str) else route.gives.__name__
                    schema = {"$ref": f"#/components/schemas/{name}"} | whole
                    Draft202012Validator(schema).validate(said)
            _, refused = await net.command("viewer", do="go")
            Draft202012Validator({"$ref": "#/components/schemas/Turned"} | whole).validate(refused)

    asyncio.run(run())
