"""The sentences of every area, read together when the first of them is wanted."""

from typing import Final

from runofshow.core.words import (
    copying,
    crew,
    desktop_entry,
    doctor,
    documents,
    double,
    exports,
    falls,
    forum,
    misreadings,
    network,
    paper,
    programme,
    reading,
    revision,
    sound,
    tables,
    wires,
    writing,
)

AREAS: Final[tuple[dict[str, tuple[str, str]], ...]] = (
    copying.WORDS,
    crew.WORDS,
    desktop_entry.WORDS,
    doctor.WORDS,
    documents.WORDS,
    double.WORDS,
    exports.WORDS,
    falls.WORDS,
    forum.WORDS,
    misreadings.WORDS,
    network.WORDS,
    paper.WORDS,
    programme.WORDS,
    reading.WORDS,
    revision.WORDS,
    sound.WORDS,
    tables.WORDS,
    wires.WORDS,
    writing.WORDS,
)
