"""The pages to import into Companion: what is kept is what is made, in the module's words."""

import json

from tests import companion_page
from tests.rows import each_row

ACTIONS = {
    "start", "stop", "add", "playback-toggle", "setMessageVisibility", "TimerBlackout",
    "setMessageVisibilityAndText", "auxTimerPlayState", "auxTimerDuration",
}  # fmt: skip
FEEDBACKS = {
    "timerPhase", "rundownOffset", "colorPlayback", "timerBlackout", "messageVisible",
    "timerProgressBarMulti", "auxTimerNegativePlayback",
}  # fmt: skip


@each_row("language", ["fr", "en"])
def test_a_page_is_whole_and_its_keys_do_what_the_module_knows(language: str) -> None:
    text = companion_page.file(language).read_text("utf-8")
    assert text == companion_page.written(language), "run python -m tests.companion_page"
    page = json.loads(text)
    rows = page["page"]["controls"]
    assert [len(row) for row in rows.values()] == [8] * 4
    keys = [key for row in rows.values() for key in row.values()]
    actions = [a for key in keys for a in key["steps"]["0"]["action_sets"]["down"]]
    feedbacks = [each for key in keys for each in key["feedbacks"]]
    assert {each["definitionId"] for each in actions} == ACTIONS
    assert {each["definitionId"] for each in feedbacks} == FEEDBACKS
    named = [*actions, *feedbacks]
    assert len({each["id"] for each in named}) == len(named)
    assert {each["connectionId"] for each in named} == set(page["instances"])
    go = rows["1"]["0"]
    assert go["style"]["text"] == companion_page.WORDS[language]["go"]
    assert go["steps"]["0"]["action_sets"]["down"][0]["options"] == {"method": "go"}
