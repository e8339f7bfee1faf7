"""What the window says of an incident that is over, or forgotten on the stage."""

from runofshow.core.commands import Incident
from runofshow.ui.operator.banner import Banner
from runofshow.ui.operator.incidents import told
from tests.hand import Stage, day, leaf


def stage() -> Stage:
    slots = leaf("a", "10m", start="09:00"), leaf("b", "10m")
    return Stage(day(*slots)).do("09:00", "go").do("09:04", "incident", on=True)


def said(banner: Banner | None, language: str) -> list[str]:
    assert banner is not None
    texts = (banner.text, *(choice.label for choice in banner.choices))
    return [text if isinstance(text, str) else text(language) for text in texts]


def test_once_over_its_length_is_told_and_why_may_be_noted() -> None:
    day_ = stage()
    before = day_.board("09:05")
    after = day_.do("09:06:30", "incident", on=False).board("09:06:30")
    banner = told(before, after, {})
    assert said(banner, "fr") == ["Incident de 2 min 30, au journal", "Noter pourquoi (Ctrl+N)"]
    assert banner is not None
    assert banner.choices[0].name == "note"
    assert told(after, after, {}) is None


def test_an_item_taken_under_it_says_that_the_stage_still_hides_the_time() -> None:
    day_ = stage()
    before = day_.board("09:10")
    assert told(before, before, {}) is None
    after = day_.do("09:10", "go").board("09:10")
    banner = told(before, after, {"incident": ("Ctrl+F2",)})
    assert said(banner, "en") == [
        "ONE MOMENT hides the clock from the stage since 9:04", "Go on (Ctrl+F2)",
    ]  # fmt: skip
    assert banner is not None
    assert banner.choices[0].command == Incident(on=False)


def test_said_again_while_it_lasts_it_is_since_the_first_time() -> None:
    day_ = stage().do("09:05", "incident", on=True)
    assert day_.board("09:06").incident_since == day_.at("09:04")
    day_.do("09:07", "incident", on=False).do("09:08", "incident", on=True)
    assert day_.board("09:09").incident_since == day_.at("09:08")
    assert day_.do("09:09", "incident", on=False).board("09:10").incident_since is None
