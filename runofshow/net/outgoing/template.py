"""Templates: texts in which `{title}` stands for what it is when something happens.

Braces round anything else are themselves, so that JSON is written as it is. Every template is
checked when it is typed: nothing can go wrong in the middle of a day.
"""

import difflib
import json
import re
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote, urlsplit

from runofshow.core.errors import Trouble
from runofshow.net.outgoing.happened import FIELDS, NUMBERS, Value
from runofshow.store.wires import Wire

_FIELD: Final = re.compile(r"\{([a-z_]+)\}")
_ADDRESS: Final = re.compile(r"/[^\s#*,?\[\]{}]*")


def filled(template: str, fields: Mapping[str, Value], written: Callable[[str], str] = str) -> str:
    """The template with its fields; `written` makes a value safe for where it stands."""

    def value(found: re.Match[str]) -> str:
        held = fields.get(found[1])
        return written("" if held is None else str(held))

    return _FIELD.sub(value, template)


def body(template: str, fields: Mapping[str, Value]) -> tuple[str, str]:
    """A webhook's body and its kind: JSON where it is written as such, and where it is empty."""
    if not template.strip():
        return json.dumps(dict(fields), ensure_ascii=False), "application/json"
    if _is_json(template):
        return filled(template, fields, _in_json), "application/json"
    return filled(template, fields), "text/plain"


def address(template: str, fields: Mapping[str, Value]) -> str:
    """A webhook's address: what is filled in cannot lead elsewhere."""
    return filled(template, fields, lambda text: quote(text, safe="", errors="replace"))


def osc_address(template: str, fields: Mapping[str, Value]) -> str:
    """An OSC address: what is filled in stays one part of it."""
    return filled(template, fields, lambda text: re.sub(r"[\s#*,/?\[\]{}]", "_", text))


def arguments(template: str, fields: Mapping[str, Value]) -> list[str | int | float]:
    """OSC arguments, one a line: a field alone is what it is, and so is a number.

    What there is not is an empty text, or 0: an argument never changes its kind.
    """
    return [_argument(line.strip(), fields) for line in template.splitlines() if line.strip()]


def _argument(line: str, fields: Mapping[str, Value]) -> str | int | float:
    alone = _FIELD.fullmatch(line)
    if alone is not None:
        held = fields.get(alone[1])
        nothing: str | int = 0 if alone[1] in NUMBERS else ""
        return nothing if held is None else held
    if re.fullmatch(r"[+-]?[0-9]{1,9}", line):
        return int(line)
    if re.fullmatch(r"[+-]?[0-9]{1,9}\.[0-9]{1,9}", line):
        return float(line)
    return filled(line, fields)


# --- checking ----------------------------------------------------------------------------------


def check(wire: Wire) -> None:
    """Raises Trouble with a sentence when an output is not written as it must be."""
    if wire.kind == "webhook":
        check_address(wire.url)
        check_body(wire.text)
        return
    if not wire.host.strip():
        raise Trouble("osc_host")
    check_osc_address(wire.address)
    check_fields(wire.text)


def check_fields(template: str) -> None:
    """Raises Trouble when a template names a field that there is not."""
    for name in _FIELD.findall(template):
        if name not in FIELDS:
            near = difflib.get_close_matches(name, FIELDS, 1)
            if near:
                raise Trouble("template_field_near", name=name, near=near[0])
            raise Trouble("template_field", name=name, known=", ".join(FIELDS))


def check_body(template: str) -> None:
    """Raises Trouble when a body names no field, or begins as JSON and is none."""
    check_fields(template)
    if not _is_json(template):
        return
    try:
        json.loads(_FIELD.sub("0", template))
    except ValueError as error:
        why = getattr(error, "msg", str(error))
        raise Trouble("template_json", why=why, line=getattr(error, "lineno", 1)) from None
    except RecursionError:
        raise Trouble("template_json", why="…", line=1) from None


def check_address(template: str) -> None:
    """Raises Trouble when a webhook's address is none, or a field could lead it elsewhere."""
    check_fields(template)
    try:
        found = urlsplit(template.strip())
        host, port = found.hostname, found.port
    except ValueError:
        raise Trouble("hook_url") from None
    if found.scheme not in ("http", "https") or not host or port == 0:
        raise Trouble("hook_url")
    if "{" in found.netloc:
        raise Trouble("hook_host_field")
    if "@" in found.netloc:
        raise Trouble("hook_user")


def check_osc_address(template: str) -> None:
    """Raises Trouble when an OSC address is none."""
    check_fields(template)
    if not _ADDRESS.fullmatch(_FIELD.sub("x", template)):
        raise Trouble("osc_address")


def _is_json(template: str) -> bool:
    """Whether a body is written as JSON; a text may well begin with a field."""
    begins = template.lstrip()
    return begins[:1] in ("{", "[") and _FIELD.match(begins) is None


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]
