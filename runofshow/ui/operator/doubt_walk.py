"""Where one is among the doubts about a file, and where the keys lead from there. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from runofshow.formats.proof import Proof
from runofshow.formats.topics import Topic


class Spot(NamedTuple):
    """A topic by its index, and one of its doubts by its number; None: all of them together."""

    topic: int
    doubt: int | None


def at_topic(topics: Sequence[Topic], index: int) -> Spot:
    """At all of a topic; at its doubt, if it has only one."""
    doubts = topics[index].doubts
    return Spot(index, doubts[0] if len(doubts) == 1 else None)


def at_doubt(topics: Sequence[Topic], number: int) -> Spot:
    """At the doubt of that number."""
    return next(Spot(at, number) for at, topic in enumerate(topics) if number in topic.doubts)


def opened(topics: Sequence[Topic], spot: Spot) -> bool:
    """Whether one has gone into a topic of several doubts, which is there to be left again."""
    return spot.doubt is not None and len(topics[spot.topic].doubts) > 1


def walked(topics: Sequence[Topic], spot: Spot, by: int) -> Spot:
    """The doubt beside, within a topic that was opened; the topic beside, else and past its ends.

    At the first and the last topic one stays.
    """
    if spot.doubt is not None:
        doubts = topics[spot.topic].doubts
        at = doubts.index(spot.doubt) + by
        if 0 <= at < len(doubts):
            return Spot(spot.topic, doubts[at])
    beside = spot.topic + by
    return at_topic(topics, beside) if 0 <= beside < len(topics) else spot


def first_open(topics: Sequence[Topic], proof: Proof) -> Spot | None:
    """At the first topic that waits for an answer, else at the last one; None without any."""
    if not topics:
        return None
    asked = (at for at, topic in enumerate(topics) if _asks(topic, proof))
    return at_topic(topics, next(asked, len(topics) - 1))


def next_open(topics: Sequence[Topic], proof: Proof, spot: Spot) -> Spot:
    """What waits for an answer after this: in the topic that was opened first, then below it.

    Below the last one it goes on at the top; when nothing waits, to what is told at the end.
    """
    if opened(topics, spot):
        doubts = topics[spot.topic].doubts
        at = doubts.index(spot.doubt or 0)
        inside = (number for number in (*doubts[at + 1 :], *doubts[:at]) if proof.open(number))
        if (number := next(inside, None)) is not None and topics[spot.topic].asks:
            return Spot(spot.topic, number)
    below = range(spot.topic + 1, len(topics))
    found = (at for at in (*below, *range(spot.topic + 1)) if _asks(topics[at], proof))
    return at_topic(topics, next(found, len(topics) - 1))


def _asks(topic: Topic, proof: Proof) -> bool:
    return topic.asks and any(map(proof.open, topic.doubts))
