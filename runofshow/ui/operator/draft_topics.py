"""What the page of a file shows of the doubts of one kind together, as values."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from runofshow.core.plurals import counted
from runofshow.formats.proof import Proof
from runofshow.formats.topics import Topic, answers_for_all, given_to_all
from runofshow.ui.operator.doubt_card import NUMBERED, TITLED
from runofshow.ui.operator.draft_rows import Shown, capital, cue_of, shown_value, titled
from runofshow.ui.operator.topic_list import TopicLine, TopicLines
from runofshow.ui.texts.importing import ImportingWords
from runofshow.ui.texts.topics import TopicWords, topic_words


class Line(NamedTuple):
    """A line of a topic: what it says, and the doubts that say it."""

    text: str
    doubts: tuple[int, ...]


def topic_lines(
    proof: Proof, topics: tuple[Topic, ...], at: int | None, language: str
) -> TopicLines:
    """The topics as a list, `at` the one looked at."""
    own = topic_words(language)
    lines = tuple(_topic_line(proof, topic, own) for topic in topics)
    left = sum(line.state == "open" for line in lines)
    return TopicLines(own.heading.format(count=left) if left else own.all_seen, lines, at)


def _topic_line(proof: Proof, topic: Topic, own: TopicWords) -> TopicLine:
    name, count = own.names[topic.concern], len(topic.doubts)
    if not topic.asks:
        return TopicLine(name, count, "told")
    return TopicLine(name, count, "open" if any(map(proof.open, topic.doubts)) else "seen")


def topic_shown(proof: Proof, topic: Topic, words: ImportingWords) -> Shown:
    """All of a topic: what it says, answers to all of it, and its lines, each to be looked at."""
    own = topic_words(words.language)
    left = sum(map(proof.open, topic.doubts))
    answers = answers_for_all(proof, topic)
    lines = lines_of(proof, topic, words)
    far = own.told if not topic.asks else own.left.format(left=left) if left else own.seen
    keys = (
        own.leave_all if topic.asks and left else words.next_one,
        own.open_one,
        words.walk,
        words.back,
        words.to_slots,
        words.takes,
    )
    return Shown(
        far,
        own.names[topic.concern],
        "",
        own.said[topic.concern].format(count=len(topic.doubts)),
        "",
        (*(own.for_all[code] for code in answers), *(line.text for line in lines)),
        keys,
        _standing(proof, topic, answers),
        topic.asks and left > 0,
        opening=len(answers),
    )


def within_topic(topic: Topic, number: int, language: str) -> str:
    """Which doubt of its topic one is."""
    own = topic_words(language)
    at = topic.doubts.index(number) + 1
    return own.member.format(name=own.names[topic.concern], number=at, count=len(topic.doubts))


def _standing(proof: Proof, topic: Topic, answers: tuple[str, ...]) -> frozenset[int]:
    """Which of the answers to all stands, by its index."""
    taken = proof.taken
    now = {number: taken.get(number, ()) for number in topic.doubts}
    return frozenset(
        at for at, code in enumerate(answers) if given_to_all(proof, topic, code) == now
    )


def lines_of(proof: Proof, topic: Topic, words: ImportingWords) -> tuple[Line, ...]:
    """The lines of a topic, as many as there are keys; the last one then stands for the rest.

    What is only told is told once for all items that it holds for.
    """
    made = tuple(_told(proof, topic, words) if not topic.asks else _asked(proof, topic, words))
    most = NUMBERED - len(answers_for_all(proof, topic))
    if len(made) <= most:
        return made
    rest = made[most - 1 :]
    facts = {"line": rest[0].text, "count": len(rest) - 1}
    text = counted(words.and_more, words.language, facts)
    return (*made[: most - 1], Line(text, tuple(number for line in rest for number in line.doubts)))


_SHORT: Final = frozenset(("guessed", "hole", "overlap", "people"))
"""Of these the value and the item say enough; why is told when one is looked at."""


def _asked(proof: Proof, topic: Topic, words: ImportingWords) -> Iterator[Line]:
    for number in topic.doubts:
        doubt = proof.doubts[number]
        value = dict(doubt.said.facts).get("lengths") or shown_value(doubt, words.language)
        named = titled(proof, doubt.slot)
        short = topic.concern in _SHORT and value and named
        text = f"{value}{TITLED}{named}" if short else capital(doubt.said.text(words.language))
        yield Line(text, (number,))


def _told(proof: Proof, topic: Topic, words: ImportingWords) -> Iterator[Line]:
    alike = topic_words(words.language).alike
    found: dict[str, list[int]] = {}
    for number in topic.doubts:
        code = proof.doubts[number].said.code
        found.setdefault(code if code in alike else str(number), []).append(number)
    for code, numbers in found.items():
        yield Line(_in_one(proof, code, numbers, alike, words.language), tuple(numbers))


def _in_one(
    proof: Proof, code: str, numbers: list[int], alike: Mapping[str, str], language: str
) -> str:
    if code not in alike:
        return proof.doubts[numbers[0]].said.text(language)
    cues = ", ".join(cue_of(proof, proof.doubts[number].slot) for number in numbers)
    return alike[code].format(cues=cues)
