"""The simulation itself: a day is the same again, and a story that fails is made short."""

from datetime import UTC, datetime

from tests.simulation.events import Hand, Wait
from tests.simulation.living import Failure, Setting, again, lived, shortened

DAY = {
    "date": "2016-01-19",
    "timezone": "Europe/Paris",
    "title": "A day",
    "slots": [{"id": "a", "title": "A", "start": "09:00", "duration": "10m"}],
}
SETTING = Setting(DAY, datetime(2016, 1, 19, 8, tzinfo=UTC), ears=True, crowd=True)


def test_a_story_that_fails_is_left_with_what_makes_it_fail() -> None:
    """The reading knows no command `warned`, which is therefore taken by one and refused by it."""
    unknown = Hand("web", {"do": "warned", "slot": "a"})
    story = (Wait(30), Hand("console", {"do": "go"}), unknown, Wait(2), Hand("deck", {"do": "end"}))
    broken = again(SETTING, story)
    assert broken is not None
    short = shortened(Failure(0, *broken, SETTING, story))
    assert (short.law, short.story) == ("both take it or both refuse it", (unknown,))
    assert "--seed 0" in short.text()


def test_the_same_story_does_not_fail_without_it() -> None:
    assert again(SETTING, (Wait(30), Hand("console", {"do": "go"}), Wait(900))) is None
    assert lived(1, events=5) is None
