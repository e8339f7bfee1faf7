"""A copy put together: its files with or without names, and a page that says what it is."""

import io
import json
import platform
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from runofshow import __version__
from runofshow.copying.parts import Found, Part
from runofshow.copying.secrets import cleared, wires_told
from runofshow.copying.told import Told, values_of
from runofshow.core.sentences import Sentence
from runofshow.core.stand_ins import StandIns, shape
from runofshow.formats import own
from runofshow.store.mirror import mirror_of, row_line
from runofshow.store.rows import rewritten

README: Final = {"fr": "LISEZ-MOI.txt", "en": "README.txt"}
_LEFT_OUT: Final = ("original", "picture")
"""What shows names whatever is done, and stays out of a copy without them."""
_WHOSE: Final = ("maker", "model", "serial", "device", "interface")
"""Keys of settings that tell whose machine it is."""


class Facts(NamedTuple):
    """What else a copy says: the doctor's lines, the board of the moment (None: no show), when."""

    doctor: Sequence[str]
    board: Mapping[str, Any] | None
    at: datetime


def packed(found: Found, told: Told, facts: Facts, language: str, *, names: bool) -> bytes:
    """The archive of a copy; without `names` people and machine are told by stand-ins alone."""
    said = None if names else StandIns(told.people, language, told.private())
    parts = list(_parts(found, facts, said))
    page = _page(parts, found, told, facts, language, names=names)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((README["fr" if language == "fr" else "en"], page), *parts):
            stamp = zipfile.ZipInfo(name, facts.at.timetuple()[:6])
            stamp.compress_type, stamp.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(stamp, data)
    return held.getvalue()


def _parts(found: Found, facts: Facts, said: StandIns | None) -> Iterator[tuple[str, bytes]]:
    if found.recovered is not None:
        plan = found.recovered.show.plan
        if said is None:
            yield "schedule.json", own.write(plan)
        else:
            yield "schedule.json", _json(said.json(plan.as_json()))
            yield from _rows(found, said)
    for part in found.parts:
        data = _told(part, said)
        if data is not None:
            yield part.name if said is None else said.text(part.name), data
    if facts.board is not None:
        yield "board.json", _json(facts.board if said is None else said.json(facts.board))
    yield "doctor.txt", _text("\n".join(facts.doctor) + "\n", said)
    yield "about.json", _json(_about(facts.at))


def _rows(found: Found, said: StandIns) -> Iterator[tuple[str, bytes]]:
    """The journal as its mirror tells it, chained anew: it is taken up like any other."""
    if found.recovered is None or found.show is None:
        return
    rows = rewritten(
        found.recovered.rows,
        lambda body: json.dumps(said.json(json.loads(body)), ensure_ascii=False),
    )
    name = said.text(mirror_of(found.show).name)
    yield f"shows/{name}", b"".join(map(row_line, rows))


def _told(part: Part, said: StandIns | None) -> bytes | None:
    """What a copy holds of a part; None for nothing."""
    match part.kind:
        case "wires":
            data = wires_told(part.data)
            return data if data is None or said is None else _text(data.decode(), said)
        case "log":
            return _text(part.data.decode(errors="replace"), said)
        case "settings" if said is not None:
            values = values_of(part.data)
            return None if values is None else _json(said.json(_nobodys(values)))
        case "journal" if said is not None:
            return None  # its rows are told
        case kind:
            return None if said is not None and kind in _LEFT_OUT else part.data


def _nobodys(value: Any) -> Any:
    """Settings without what tells whose machine they are of."""
    if isinstance(value, Mapping):
        return {
            key: shape(inner) if key in _WHOSE and isinstance(inner, str) else _nobodys(inner)
            for key, inner in value.items()
        }
    return [_nobodys(each) for each in value] if isinstance(value, list) else value


def _text(text: str, said: StandIns | None) -> bytes:
    return cleared(text if said is None else said.text(text)).encode()


def _json(values: Any) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def _about(at: datetime) -> dict[str, str]:
    return {
        "program": __version__,
        "python": sys.version,
        "system": platform.platform(),
        "made": at.isoformat(timespec="seconds"),
    }


def _page(
    parts: Iterable[tuple[str, bytes]], found: Found, told: Told, facts: Facts, language: str, *,
    names: bool,
) -> bytes:  # fmt: skip
    """What the copy is, what it holds, what it tells of people, what is not in it."""
    show = "" if found.recovered is None else found.recovered.show.plan.title
    lines = [Sentence.of("copy_head", at=f"{facts.at:%Y-%m-%d %H:%M}", version=__version__)]
    lines += [Sentence.of("copy_of", title=show)] if show and names else []
    text = [each.text(language) for each in lines]
    text += ["", *(f"  {name}  ({len(data):,} B)" for name, data in parts), ""]
    text += [each.text(language) for each in (*said_of(told, names=names), *found.missing)]
    text += ["", Sentence.of("copy_use").text(language)]
    page = "\n".join(text) + "\n"
    return page.encode() if names else _text(page, StandIns(told.people, language, told.private()))


def said_of(told: Told, *, names: bool) -> Iterator[Sentence]:
    """What a copy tells of people, or that it tells nothing of them; and what is never in it."""
    if names:
        yield Sentence.of("copy_tells")
        yield from told.sentences()
    else:
        yield Sentence.of("copy_without")
    yield Sentence.of("copy_never")
