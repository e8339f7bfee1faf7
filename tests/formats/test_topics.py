"""The doubts about a file, those of one kind together."""

from datetime import date
from itertools import chain

from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Doubt, Had, How
from runofshow.formats.proof import Proof, answered_together, proof
from runofshow.formats.source import Place
from runofshow.formats.topics import (
    ORDER,
    answers_for_all,
    concern_of,
    given_to_all,
    topics,
    waiting,
)
from tests.formats.drafts import draft, item, pioneers
from tests.rows import each_row

TODAY = date(2026, 3, 1)


def overlapping() -> Proof:
    items = (item("A", "9h", "10h"), item("B", "9h30", "10h30"), item("C", "10h", "11h"))
    return proof(draft(*items), TODAY)


def test_every_doubt_is_in_one_topic_and_what_asks_comes_before_what_is_told() -> None:
    zone = Had("Europe/Paris", "inferred", Place(), Sentence.of("zone_of_machine", zone="Paris"))
    made = proof(pioneers()._replace(timezone=zone), TODAY, "Europe/Paris")
    found = topics(made)
    assert sorted(chain(*(topic.doubts for topic in found))) == list(range(len(made.doubts)))
    places = [ORDER.index(topic.concern) for topic in found]
    assert places == sorted(set(places))
    assert found[0].concern == "hard"
    assert found[-1].concern == "told"
    told = set(found[-1].doubts)
    assert set(waiting(made)) == set(made.left) - told


@each_row(
    "field, how, code, concern",
    [
        ("start", "missing", "time_unsaid", "missing"),
        ("duration", "given", "time_unsaid", "clash"),
        ("slots", "given", "time_unsaid", "clash"),
        ("start", "repaired", "time_unsaid", "read"),
        ("start", "inferred", "time_unsaid", "read"),
        ("start", "inferred", "by_first", "guessed"),
        ("duration", "inferred", "session_spread", "guessed"),
        ("start", "given", "read_overlap", "overlap"),
        ("speakers", "inferred", "time_unsaid", "people"),
        ("speakers", "missing", "prog_no_speaker", "told"),
        ("slots", "missing", "prog_left_one", "reading"),
        ("", "missing", "rows_left", "reading"),
        ("date", "missing", "date_missing", "day"),
        ("timezone", "missing", "no_timezone", "day"),
    ],
)
def test_what_kind_of_doubt_it_is(field: str, how: How, code: str, concern: str) -> None:
    assert concern_of(Doubt(Place(), field, how, None, Sentence.of(code))) == concern


def test_another_time_zone_than_the_machines_is_asked_about() -> None:
    doubt = Doubt(Place(), "timezone", "inferred", "Europe/Lisbon", Sentence.of("prog_zone"))
    assert concern_of(doubt, "Europe/Paris") == "day"
    assert concern_of(doubt, "Europe/Lisbon") == concern_of(doubt, None) == "told"


def test_overlaps_are_ended_where_the_next_begins_all_at_once() -> None:
    made = overlapping()
    topic = next(topic for topic in topics(made) if topic.concern == "overlap")
    assert answers_for_all(made, topic) == ("overlap_kept", "overlap_cut")
    done = answered_together(made, given_to_all(made, topic, "overlap_cut"))
    lengths = [slot.duration for slot in done.plan.slots]
    assert [length and length.total_seconds() / 60 for length in lengths] == [30, 30, 60]
    kept = answered_together(done, given_to_all(made, topic, "overlap_kept"))
    assert kept.plan == made.plan


def test_doubts_that_have_no_answer_in_common_are_only_left_together() -> None:
    made = proof(pioneers(), TODAY)
    guessed = next(topic for topic in topics(made) if topic.concern == "guessed")
    assert answers_for_all(made, guessed) == ()
