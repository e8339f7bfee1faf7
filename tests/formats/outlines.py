"""A draft as an outline that can be read: what `tests/formats/programmes/*.outline` hold."""

from collections.abc import Iterator
from typing import Any

from runofshow.core.plan import Speaker
from runofshow.core.times import write_length
from runofshow.formats.draft import Draft, Entry, Had


def outline(draft: Draft) -> str:
    """All that the draft says, one thing a line; `?` before a value that was not simply given."""
    return "\n".join([*_head(draft), *_entries(draft.entries, 0), *_doubts(draft)]) + "\n"


def _head(draft: Draft) -> Iterator[str]:
    for name, had in (("title", draft.title), ("day", draft.day), ("venue", draft.venue)):
        yield f"{name}: {_value(had)}"
    yield f"zone: {_value(draft.timezone)}  language: {draft.language}"
    if draft.begins.value or draft.ends.value:
        yield f"frame: {_value(draft.begins)} to {_value(draft.ends)}"
    for number, block in enumerate(draft.blocks):
        yield f"block {number}: {_value(block.start)}-{_value(block.end)} {block.title}"
    yield ""


def _value(had: Had[Any] | None) -> str:
    if had is None or had.value is None:
        return ""
    mark = "" if had.how == "given" else "?"
    return f"{mark}{had.value}"


def _entries(entries: tuple[Entry, ...], level: int) -> Iterator[str]:
    indent = "    " * level
    for entry in entries:
        hours = f"{_value(entry.start)}-{_value(entry.end)}"
        length = entry.duration.value if entry.duration else None
        words = [
            *([_value(entry.day)] if entry.day else []),
            *([hours] if hours != "-" else []),
            *([f"({write_length(length)})"] if length is not None else []),
            f"[{_value(entry.kind)}]",
            entry.title,
            *([f"@ {entry.room}"] if entry.room else []),
            *([f"#{entry.block}"] if entry.block is not None and not level else []),
        ]
        yield indent + " ".join(words)
        yield from (f"{indent}  · {_speaker(speaker)}" for speaker in entry.speakers)
        yield from (f"{indent}  “{line}”" for line in entry.note.splitlines())
        yield from (f"{indent}  {name}: {value}" for name, value in entry.fields)
        yield from _entries(entry.entries or (), level + 1)


def _speaker(speaker: Speaker) -> str:
    told = (speaker.role, speaker.organisation, speaker.topic)
    words = " | ".join([speaker.name, *(one or "" for one in told)]).rstrip(" |")
    return f"{words} (chair)" if speaker.chair else words


def _doubts(draft: Draft) -> Iterator[str]:
    yield ""
    for doubt in draft.doubts:
        value = f" {doubt.value}" if doubt.value else ""
        yield f"{doubt.place} {doubt.field} {doubt.how} {doubt.said.code}{value}"
