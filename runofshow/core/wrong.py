"""Why a value is not taken, as a sentence: pydantic's errors in the words of the régie."""

from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from runofshow.core.misreadings import why_misread
from runofshow.core.sentences import Sentence
from runofshow.core.times import Misread

_OWN: Final = frozenset(
    {
        "no_length",
        "no_time",
        "no_moment",
        "length_type",
        "time_type",
        "negative_length",
        "absurd_length",
        "two_lengths",
        "no_length_given",
        "reserved_id",
        "duplicate_id",
        "no_zone",
        "no_step",
        "no_who",
        "absurd_date",
        "by_or_to",
        "start_or_end",
        "one_place",
    }
)
"""Errors that the models of the core raise themselves."""
_SAME: Final = {
    "string_type": "a_text",
    "string_too_short": "a_text_with_letters",
    "string_too_long": "a_shorter_text",
    "int_type": "a_number",
    "int_parsing": "a_number",
    "float_type": "a_number",
    "float_parsing": "a_number",
    "bool_type": "yes_or_no",
    "bool_parsing": "yes_or_no",
    "tuple_type": "a_list",
    "list_type": "a_list",
    "dict_type": "an_object",
    "mapping_type": "an_object",
    "model_type": "an_object",
    "model_attributes_type": "an_object",
    "too_short": "not_empty",
    "missing": "missing",
    "date_from_datetime_parsing": "a_date",
    "date_type": "a_date",
    "date_parsing": "a_date",
}
"""Pydantic's own types of error, by what is needed instead."""


def why(error: ValidationError) -> tuple[str, Sentence]:
    """The field of the first error and what is wrong with it; the field may be empty."""
    first = error.errors(include_url=False, include_input=False)[0]
    return ".".join(str(part) for part in first["loc"]), _said(first)


def _said(error: ErrorDetails) -> Sentence:
    kind, context = error["type"], error.get("ctx") or {}
    if context.get("why"):
        code = "no_length" if kind == "no_length" else "no_time"
        return why_misread(Misread(code, str(context["text"]), str(context["why"])))
    if kind in _OWN:
        facts = {key: context[key] for key in ("text", "id", "zone") if key in context}
        return Sentence.of(f"why_{kind}", **facts)
    if kind == "too_nested":
        return Sentence.of("why_too_nested", most=int(context["most"]))
    if kind in ("literal_error", "enum"):
        return Sentence.of("why_one_of", choices=str(context.get("expected", "")))
    if kind == "unknown_key":
        near = str(context.get("near") or "")
        code = "why_unknown_key_near" if near else "why_unknown_key"
        return Sentence.of(code, key=str(context.get("key")), **({"near": near} if near else {}))
    if kind in _SAME:
        return Sentence.of(f"why_{_SAME[kind]}")
    return Sentence.of("why_other", message=error["msg"])
