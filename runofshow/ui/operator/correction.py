"""What is written on the page of a file that was read, as the edit that it means."""

from runofshow.core import times
from runofshow.core.commands import Edit
from runofshow.formats.draft import Doubt


def correction(doubt: Doubt, text: str) -> Edit:
    """The edit of the field that the doubt is about; raises Misread for no time or length."""
    return rewritten(doubt.slot or None, doubt.field, text)


def rewritten(slot: str | None, field: str, text: str) -> Edit:
    """The edit of a field of an item, of the day for None; raises Misread."""
    match field:
        case "start" | "end_by":
            value = times.write_civil(times.read_civil(text)) if text.strip() else None
        case "duration" | "end":
            return _length(slot, text)
        case "speakers":
            return Edit(
                slot=slot, set={field: [_speaker(one) for one in text.split(";") if one.strip()]}
            )
        case _:
            value = text.strip()
    return Edit(slot=slot, set={field: value})


def _length(slot: str | None, text: str) -> Edit:
    """A length, or the time at which it is to end."""
    try:
        length = times.read_length(text)
    except times.Misread:
        ends = times.write_civil(times.read_civil(text))
        return Edit(slot=slot, set={"end": ends, "duration": None})
    return Edit(slot=slot, set={"duration": times.write_length(length), "end": None})


def _speaker(text: str) -> dict[str, str]:
    """Somebody as one writes it: the name, then what they are, then of what."""
    parts = [part.strip() for part in text.split(",", 2)]
    return dict(zip(("name", "role", "organisation"), parts, strict=False))
