"""What the stage shows, as tables: every scene, both languages, each edge of the rounding."""

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from runofshow.core.plan import Plan
from runofshow.ui.speaker.bars import Bar
from runofshow.ui.speaker.face import Face, alerts, face, in_two, pulses, signed, stale
from runofshow.ui.texts.stage import EN, FR, StageWords
from tests.rows import each_row
from tests.ui.speaker.days import (
    GO,
    ON_BREAK,
    ON_TABLE,
    PLAN,
    Step,
    at,
    crossed,
    edited,
    seen,
    shown,
)

WITH_QUESTIONS = edited("table", questions="10m")
FILM = edited("table", kind="film")
STRETCHED = (*ON_TABLE, ("9:20", {"do": "stretch", "by": "5m"}))
HOLD = (*ON_TABLE, ("9:20", {"do": "hold"}))
END = (*ON_TABLE, ("9:40", {"do": "end"}))
TAKEN_LATE = (*ON_BREAK, ("10:20", {"do": "end"}))
OPENED = (*ON_TABLE, ("9:35", {"do": "questions"}))
FINISHED = (*ON_BREAK, ("10:30", GO), ("10:40", {"do": "finish"}))


def say(text: str, **more: Any) -> Step:
    return "9:16", {"do": "say", "text": text, **more}


def have(face_: Face, **wanted: Any) -> None:
    assert {name: getattr(face_, name) for name in wanted} == wanted


# --- every scene -------------------------------------------------------------------------------

SCENES: list[tuple[str, tuple[Step, ...], str, Plan, dict[str, Any], dict[str, Any]]] = [
    (
        "before the day", (), "8:35:48", PLAN,
        {"scene": "before", "head": "Début à 9h00, dans", "digits": "24:12", "clock": "8h35",
         "title": "Mot d'accueil", "speakers": ("Florence RAINEIX",), "tone": "waiting"},
        {"head": "Starts at 9:00, in", "digits": "24:12", "clock": "8:35"},
    ),
    (
        "nobody took the first", (), "9:00", PLAN,
        {"scene": "late_start", "head": "Début à 9h00", "phrase": "Dans un instant", "digits": ""},
        {"head": "Starts at 9:00", "phrase": "In a moment"},
    ),
    (
        "nobody took the first, and its hour is long past", (), "9:12", PLAN,
        {"scene": "late_start", "head": "Début", "phrase": "Dans un instant", "clock": "9h12"},
        {"head": "Starts", "phrase": "In a moment"},
    ),
    (
        "running", ON_TABLE, "9:20", PLAN,
        {"scene": "running", "tone": "normal", "digits": "25:00", "overrun": False, "plate": "",
         "ends": "Fin à 9h45", "title": "Table ronde", "detail": "typologie et enjeux",
         "next_tag": "À SUIVRE", "next_title": "Pause café", "clock": "9h20"},
        {"ends": "Ends at 9:45", "next_tag": "NEXT", "clock": "9:20"},
    ),
    (
        "warning", ON_TABLE, "9:40:18", PLAN,
        {"tone": "warning", "digits": "4:42", "plate": "CONCLUEZ", "ends": "Fin à 9h45"},
        {"plate": "WRAP UP", "ends": "Ends at 9:45"},
    ),
    (
        "danger", ON_TABLE, "9:44:12", PLAN,
        {"tone": "danger", "digits": "0:48", "plate": "DERNIERS MOTS"},
        {"plate": "LAST WORDS"},
    ),
    (
        "over", ON_TABLE, "9:47:10", PLAN,
        {"tone": "over", "digits": "2:10", "overrun": True, "plate": "TEMPS ÉCOULÉ",
         "ends": "Devait finir à 9h45", "bar": None},
        {"plate": "TIME'S UP", "ends": "Was due to end at 9:45"},
    ),
    (
        "the last minute of a film", ON_TABLE, "9:44:12", FILM,
        {"tone": "danger", "digits": "0:48", "plate": "", "ends": "Fin à 9h45",
         "next_title": "Pause café"},
        {},
    ),
    (
        "a changeover that is nearly over", ON_TABLE, "9:41", edited("table", kind="changeover"),
        {"tone": "warning", "plate": ""},
        {},
    ),
    (
        "a film that is over", ON_TABLE, "9:46", FILM,
        {"tone": "over", "digits": "1:00", "plate": "TEMPS ÉCOULÉ"},
        {"plate": "TIME'S UP"},
    ),
    (
        "over what was given", STRETCHED, "9:51", PLAN,
        {"tone": "over", "digits": "1:00", "ends": "Devait finir à 9h50"},
        {"ends": "Was due to end at 9:50"},
    ),
    (
        "held", HOLD, "9:33", PLAN,
        {"scene": "held", "tone": "held", "digits": "25:00", "plate": "CHRONO ARRÊTÉ", "ends": ""},
        {"plate": "CLOCK HELD"},
    ),
    (
        "before the questions", ON_TABLE, "9:20", WITH_QUESTIONS,
        {"digits": "15:00", "tag": "AVANT LES QUESTIONS", "ends": "Questions à 9h35",
         "then": "fin à 9h45", "next_tag": "", "tone": "normal"},
        {"tag": "BEFORE QUESTIONS", "ends": "Questions at 9:35", "then": "ends at 9:45"},
    ),
    (
        "wrapping up before the questions", ON_TABLE, "9:31", WITH_QUESTIONS,
        {"tone": "warning", "digits": "4:00", "plate": "CONCLUEZ", "ends": "Questions à 9h35"},
        {"plate": "WRAP UP"},
    ),
    (
        "into the questions' time", ON_TABLE, "9:36:08", WITH_QUESTIONS,
        {"tone": "danger", "digits": "1:08", "overrun": True, "plate": "QUESTIONS", "bar": None},
        {"plate": "QUESTIONS"},
    ),
    (
        "never opened, and all is up", ON_TABLE, "9:46", WITH_QUESTIONS,
        {"tone": "over", "digits": "1:00", "overrun": True, "plate": "TEMPS ÉCOULÉ"},
        {"plate": "TIME'S UP"},
    ),
    (
        "questions open", OPENED, "9:36", WITH_QUESTIONS,
        {"tone": "questions", "digits": "9:00", "plate": "QUESTIONS", "ends": "Fin à 9h45"},
        {"plate": "QUESTIONS", "ends": "Ends at 9:45"},
    ),
    (
        "a break", ON_BREAK, "9:50", PLAN,
        {"scene": "on_break", "head": "Reprise à", "digits": "10h30", "then": "dans 40:00",
         "title": "Pause café", "plate": "", "tone": "waiting"},
        {"head": "Back at", "digits": "10:30", "then": "in 40:00"},
    ),
    (
        "a break in its last minute", ON_BREAK, "10:29:30", PLAN,
        {"scene": "on_break", "plate": "", "tone": "waiting", "then": "dans 0:30"},
        {"then": "in 0:30"},
    ),
    (
        "a break that is over", ON_BREAK, "10:30", PLAN,
        {"head": "Devait reprendre à 10h30", "phrase": "Dans un instant", "digits": "",
         "plate": ""},
        {"head": "Was due back at 10:30", "phrase": "In a moment"},
    ),
    (
        "a break that opens the day", (("9:00", GO),), "9:05", edited("accueil", kind="break"),
        {"scene": "on_break", "head": "Début à", "digits": "9h15", "then": "dans 10:00"},
        {"head": "Starts at"},
    ),
    (
        "a break that has opened the day", (("9:00", GO),), "9:15", edited("accueil", kind="break"),
        {"head": "Début à 9h15", "phrase": "Dans un instant", "digits": ""},
        {"head": "Starts at 9:15"},
    ),
    (
        "between, nothing waits", END, "9:41", PLAN,
        {"scene": "between", "head": "À SUIVRE, dans un instant", "digits": "",
         "title": "Pause café", "length": ""},
        {"head": "NEXT, in a moment"},
    ),
    (
        "between, counting", TAKEN_LATE, "10:28:40", PLAN,
        {"scene": "between", "head": "À SUIVRE, dans", "digits": "1:20", "title": "Synthèse",
         "speakers": ("Gerardo GIL",), "length": "10 min"},
        {"head": "NEXT, in", "length": "10 min"},
    ),
    (
        "between, its hour has come", TAKEN_LATE, "10:31", PLAN,
        {"scene": "between", "head": "À SUIVRE, dans un instant", "digits": ""},
        {"head": "NEXT, in a moment"},
    ),
    (
        "incident", (*ON_TABLE, ("9:20", {"do": "incident", "on": True})), "9:21", PLAN,
        {"scene": "incident", "phrase": "UN INSTANT", "digits": ""},
        {"phrase": "ONE MOMENT"},
    ),
    (
        "blackout", (*ON_TABLE, ("9:20", {"do": "blackout", "on": True})), "9:21", PLAN,
        {"scene": "blackout", "clock": "", "digits": ""},
        {"scene": "blackout"},
    ),
    (
        "after", FINISHED, "10:45", PLAN,
        {"scene": "after", "digits": "10h45", "title": "Merci",
         "detail": "La journée est terminée"},
        {"digits": "10:45", "title": "Thank you", "detail": "The day is over"},
    ),
]  # fmt: skip


@each_row("steps, now, plan, french, english", [case[1:] for case in SCENES])
def test_each_scene_in_both_languages(
    steps: tuple[Step, ...],
    now: str,
    plan: Plan,
    french: dict[str, Any],
    english: dict[str, Any],
) -> None:
    have(shown(steps, now, FR, plan), **french)
    have(shown(steps, now, EN, plan), **english)


# --- rounding ----------------------------------------------------------------------------------


@each_row(
    "now, digits, overrun",
    [
        ("9:44:58.999999", "0:02", False),
        ("9:44:59", "0:01", False),
        ("9:44:59.000001", "0:01", False),
        ("9:44:59.999999", "0:01", False),
        ("9:45", "0:00", False),
        ("9:45:00.000001", "0:00", True),
        ("9:45:00.999999", "0:00", True),
        ("9:45:01", "0:01", True),
        ("9:54:59.999999", "9:59", True),
        ("9:55", "10:00", True),
        ("11:24:59", "99:59", True),
        ("11:25", "1:40:00", True),
    ],
)
def test_time_left_rounds_up_and_the_overrun_down(now: str, digits: str, overrun: bool) -> None:
    have(shown(ON_TABLE, now), digits=digits, overrun=overrun)


@each_row(
    "now, digits, scene",
    [
        ("8:59:59", "0:01", "before"),
        ("8:59:59.5", "0:01", "before"),
        ("9:00", "", "late_start"),
        ("7:20:00.5", "1:40:00", "before"),
        ("7:20:01", "99:59", "before"),
    ],
)
def test_the_count_before_the_day_never_stands_at_nought(now: str, digits: str, scene: str) -> None:
    have(shown((), now), digits=digits, scene=scene)


def test_a_day_still_far_says_its_date() -> None:
    board = seen((), "8:00")._replace(now=at("8:00").replace(day=8))
    have(face(board, FR), head="Début à 9h00, le", phrase="mardi 10 mars", digits="")
    have(face(board, EN), head="Starts at 9:00 on", phrase="Tuesday 10 March")


def test_a_start_announced_later_is_the_one_counted_to() -> None:
    late = (("8:30", {"do": "expect", "slot": "accueil", "start": "09:12"}),)
    have(shown(late, "9:02"), head="Début à 9h12, dans", digits="10:00")


def test_no_face_ever_shows_minus_nought_or_a_sign_in_its_digits() -> None:
    for second in range(58, 62):
        face_ = shown(ON_TABLE, f"9:4{4 + second // 60}:{second % 60:02d}")
        assert "-" not in face_.digits
        assert "+" not in face_.digits


# --- equal faces -------------------------------------------------------------------------------


@given(some.integers(1, 5400), some.integers(1, 999), some.integers(1, 999))
def test_within_a_second_the_face_does_not_change(second: int, early: int, late: int) -> None:
    start = at("9:15") + timedelta(seconds=second)
    before, after = (shown(ON_TABLE, start + timedelta(milliseconds=ms)) for ms in (early, late))
    assert before == after


def test_each_second_of_a_count_changes_the_face() -> None:
    faces = [shown(ON_TABLE, f"9:20:{second:02d}") for second in range(60)]
    assert len(set(faces)) == 60


# --- the bar -----------------------------------------------------------------------------------


@each_row(
    "steps, now, plan, bar",
    [
        (ON_TABLE, "9:15", PLAN, Bar((("danger", 33), ("warning", 167), ("normal", 1000)))),
        (ON_TABLE, "9:30", PLAN, Bar((("danger", 33), ("warning", 167), ("normal", 500)))),
        (ON_TABLE, "9:40", PLAN, Bar((("warning", 1000),), (200,))),
        (ON_TABLE, "9:42:30", PLAN, Bar((("warning", 500),), (200,))),
        (ON_TABLE, "9:44:30", PLAN, Bar((("danger", 500),))),
        (ON_TABLE, "9:45:01", PLAN, None),
        (
            ON_TABLE, "9:20", WITH_QUESTIONS,
            Bar((("questions", 333), ("danger", 367), ("warning", 500), ("normal", 833))),
        ),
        (OPENED, "9:36", WITH_QUESTIONS, Bar((("danger", 100), ("warning", 500), ("normal", 900)))),
    ],
)  # fmt: skip
def test_the_bar_empties_and_refills_at_each_phase(
    steps: tuple[Step, ...], now: str, plan: Plan, bar: Bar | None
) -> None:
    assert shown(steps, now, FR, plan).bar == bar


# --- messages ----------------------------------------------------------------------------------


def test_a_message_leaves_the_count_running_above_it() -> None:
    face_ = shown((*ON_TABLE, say("Parlez plus près du micro")), "9:20")
    have(face_, scene="running", message="Parlez plus près du micro", digits="25:00", flash=False)


def test_a_flashed_message_takes_the_whole_screen_and_keeps_the_time() -> None:
    face_ = shown((*ON_TABLE, say("PLUS FORT", flash=True)), "9:40:18")
    have(face_, scene="message", message="PLUS FORT", digits="4:42", plate="CONCLUEZ", flash=True)


@each_row(
    "now, said", [("9:43:40", "Encore 1:20"), ("9:45:10", "Encore +0:10"), ("9:20", "Encore 25:00")]
)
def test_the_time_left_in_a_message_stays_true(now: str, said: str) -> None:
    assert shown((*ON_TABLE, say("Encore {left}")), now).message == said


def test_a_message_for_a_time_goes_by_itself() -> None:
    steps = (*ON_TABLE, say("Deux minutes", **{"for": "30s"}))
    assert shown(steps, "9:16:29").message == "Deux minutes"
    assert shown(steps, "9:16:30").message == ""


def test_a_message_for_somebody_else_is_not_on_the_stage() -> None:
    assert shown((*ON_TABLE, say("Café ?", to="green_room")), "9:20").message == ""


def test_black_stays_black_whatever_is_said() -> None:
    steps = (*ON_TABLE, say("Bonsoir"), ("9:17", {"do": "blackout", "on": True}))
    assert shown(steps, "9:20") == Face("blackout")


# --- what is hidden ----------------------------------------------------------------------------


def test_a_hidden_item_shows_its_count_but_not_its_title() -> None:
    have(shown(ON_TABLE, "9:20", FR, edited("table", hidden=True)), digits="25:00", title="")


def test_a_hidden_item_is_never_announced_as_next() -> None:
    plan = edited("pause", hidden=True)
    have(shown(ON_TABLE, "9:20", FR, plan), next_title="Synthèse", next_speakers=("Gerardo GIL",))


# --- crossings ---------------------------------------------------------------------------------


def pulsed(
    before: tuple[Step, ...], since: str, after: tuple[Step, ...], now: str, plan: Plan = PLAN
) -> bool:
    """Whether the stage pulses at `now` for what was crossed since `since`."""
    face_ = shown(after, now, FR, plan)
    return any(pulses(face_, each) for each in crossed(before, since, after, now, plan))


@each_row(
    "since, now, expected",
    [
        ("9:39:59", "9:40", True),
        ("9:40", "9:40:01", False),
        ("9:43:59", "9:44", True),
        ("9:44:59", "9:45", False),
        ("9:45", "9:45:00.5", True),
        ("9:45:01", "9:45:02", False),
    ],
)
def test_it_pulses_at_a_worse_phase_of_the_same_item(since: str, now: str, expected: bool) -> None:
    assert pulsed(ON_TABLE, since, ON_TABLE, now) is expected


def test_time_given_back_is_no_pulse_and_arms_the_next() -> None:
    given_back = (*ON_TABLE, ("9:40:10", {"do": "stretch", "by": "10m"}))
    assert not pulsed(ON_TABLE, "9:40:09", given_back, "9:40:10")
    assert pulsed(given_back, "9:49:59", given_back, "9:50")


def test_another_item_on_air_is_no_pulse() -> None:
    plan = edited("table", warning="30m")
    assert not pulsed(ON_TABLE[:1], "9:14:59", ON_TABLE, "9:15", plan)


def test_what_the_former_item_crossed_does_not_pulse_on_the_next() -> None:
    assert not pulsed(ON_TABLE[:1], "9:10", ON_TABLE, "9:15")


def test_a_break_never_pulses() -> None:
    assert not pulsed(ON_BREAK, "9:45", ON_BREAK, "10:45")


def test_running_into_the_questions_pulses() -> None:
    assert pulsed(ON_TABLE, "9:34:30", ON_TABLE, "9:35:01", WITH_QUESTIONS)


def test_a_flashed_message_pulses_once_even_when_it_counts() -> None:
    flash = (*ON_TABLE, say("Encore {left}", flash=True))
    quiet = shown(ON_TABLE, "9:20")
    first, second = shown(flash, "9:20"), shown(flash, "9:20:01")
    assert alerts(quiet, first)
    assert first != second
    assert not alerts(first, second)


# --- out of date -------------------------------------------------------------------------------


@each_row("words, said", [(FR, "Temps non actualisé"), (EN, "Time not updated")])
@each_row("steps, now", [(ON_TABLE, "9:20"), (ON_BREAK, "9:50"), ((), "8:30")])
def test_a_face_out_of_date_says_so_and_gives_no_hour(
    steps: tuple[Step, ...], now: str, words: StageWords, said: str
) -> None:
    face_ = stale(shown(steps, now, words), words)
    assert said in (face_.head, face_.plate)
    have(face_, clock="", stale=True, bar=None, tone="held")


# --- words -------------------------------------------------------------------------------------


@each_row(
    "title, parts",
    [
        ("Table ronde : typologie", ("Table ronde", "typologie")),
        ("Table ronde\u00a0: typologie", ("Table ronde", "typologie")),
        ("Keynote: the day after", ("Keynote", "the day after")),
        ("Point de 9:30", ("Point de 9:30", "")),
        (": rien", (": rien", "")),
        ("", ("", "")),
    ],
)
def test_a_title_is_a_name_and_a_detail(title: str, parts: tuple[str, str]) -> None:
    assert in_two(title) == parts


def test_a_sign_stands_before_an_overrun_only() -> None:
    assert signed(Face("running", digits="2:10", overrun=True)) == "+2:10"
    assert signed(Face("running", digits="2:10")) == "2:10"


def test_both_languages_have_every_word_and_the_same_places_for_facts() -> None:
    for name, french in vars(FR).items():
        english = getattr(EN, name)
        assert len(french) > 0
        if isinstance(french, str):
            for fact in ("{hour}", "{time}", "{screen}", "{weekday}", "{day}", "{month}"):
                assert (fact in french) == (fact in english), name
        else:
            assert len(french) == len(english)
