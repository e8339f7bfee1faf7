"""The doubts about a file in a few lines: those of one kind together, what matters most first.

- What is to be decided comes before what was guessed; what is only to be known comes last, and
  waits for nobody.
- A kind is told by what a doubt says, else by the field it is about and how that was had.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from runofshow.formats.draft import Doubt
from runofshow.formats.proof import Proof

Concern: TypeAlias = Literal[
    "hard",  # which hours are hard
    "end",  # whether the end of the day is
    "missing",  # a time or a length that could not be read
    "overlap",  # two items at one time
    "hole",  # a guessed length that leaves a gap
    "clash",  # the file contradicts itself
    "read",  # a time or a length that may mean something else
    "guessed",  # a time or a length that the file does not give
    "day",  # the date, the time zone
    "reading",  # lines and columns left aside or read as something else
    "people",  # who somebody is
    "told",  # for information: nothing is to be decided
]
ORDER: Final[tuple[Concern, ...]] = get_args(Concern)

_BY_CODE: Final[Mapping[str, Concern]] = {
    "hours_hard": "hard",
    "end_by_read": "end",
    "read_overlap": "overlap",
    "prog_comma": "clash",
    "prog_no_speaker": "told",
    "prog_no_chair": "told",
    "prog_capitals": "told",
    "prog_described": "told",
    "prog_described_one": "told",
    "prog_parts": "told",
    "prog_first_twice": "told",
    "prog_file_title": "told",
    "title_of_file": "told",
    "prog_day_note": "told",
    "event_all_day": "told",
}
_TIMES: Final = frozenset(("start", "end", "duration"))


class Topic(NamedTuple):
    """Doubts of one kind, by their numbers in the proof, in the order of the day."""

    concern: Concern
    doubts: tuple[int, ...]

    @property
    def asks(self) -> bool:
        """Whether it waits for an answer."""
        return self.concern != "told"


def topics(proof: Proof) -> tuple[Topic, ...]:
    """All doubts of a proof by their kinds, what matters most first."""
    found: dict[Concern, list[int]] = {concern: [] for concern in ORDER}
    for number, doubt in enumerate(proof.doubts):
        found[concern_of(doubt, proof.here)].append(number)
    return tuple(Topic(concern, tuple(numbers)) for concern, numbers in found.items() if numbers)


def concern_of(doubt: Doubt, here: str | None = None) -> Concern:
    """What kind of doubt it is, for somebody in the time zone `here` (None: who knows where)."""
    by_code = _BY_CODE.get(doubt.said.code)
    if by_code is not None:
        return by_code
    if doubt.field in _TIMES:
        return _of_time(doubt)
    match doubt.field:
        case "timezone" if doubt.how == "inferred" and here in (None, doubt.value):
            return "told"
        case "timezone" | "date" | "day":
            return "day"
        case "speakers":
            return "people"
        case _:
            return "clash" if (doubt.field, doubt.how) == ("slots", "given") else "reading"


def _of_time(doubt: Doubt) -> Concern:
    match doubt.how:
        case "missing":
            return "missing"
        case "given":
            return "clash"
        case "repaired":
            return "read"
        case "inferred" if any(choice.said.code == "hole_break" for choice in doubt.choices):
            return "hole"
        case _:
            return "guessed" if _settled(doubt.said.code) else "read"


def _settled(code: str) -> bool:
    """Whether the settling says so (by_next_start …): the file gives nothing there."""
    return code.startswith("by_") or code == "session_spread"


def waiting(proof: Proof) -> tuple[int, ...]:
    """The numbers of the doubts that wait for an answer, what matters most first."""
    return tuple(
        number
        for topic in topics(proof)
        if topic.asks
        for number in topic.doubts
        if proof.open(number)
    )


# --- answers to all of them at once ------------------------------------------------------------

_TOGETHER: Final = frozenset(
    ("overlap_kept", "overlap_cut", "length_kept", "length_filled", "hole_break")
)
"""Answers that mean the same for each doubt of a topic, and do not stand in one another's way."""


def answers_for_all(proof: Proof, topic: Topic) -> tuple[str, ...]:
    """The codes of the answers that every doubt of a topic has, where there is a choice."""
    if len(topic.doubts) < 2:
        return ()
    offered = [_codes(proof.doubts[number]) for number in topic.doubts]
    common = tuple(
        code
        for code in offered[0]
        if code in _TOGETHER and all(code in others for others in offered)
    )
    return common if len(common) > 1 else ()


def given_to_all(proof: Proof, topic: Topic, code: str) -> Mapping[int, tuple[int, ...]]:
    """That answer to each doubt of the topic: which of its choices, by its number."""
    return dict(_each(proof, topic, code))


def _each(proof: Proof, topic: Topic, code: str) -> Iterator[tuple[int, tuple[int, ...]]]:
    for number in topic.doubts:
        at = _codes(proof.doubts[number]).index(code)
        yield number, (at,) if at else ()


def _codes(doubt: Doubt) -> list[str]:
    return [choice.said.code for choice in doubt.choices]
