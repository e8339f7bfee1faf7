"""The speakers' demonstration: the stage is lent to it, and given back."""

from runofshow.ui.texts.readiness import FR as READY_FR
from tests.ui.rehearsal_rig import Held, Key, Rig, early

__all__ = ["early"]

CTRL = Held.ControlModifier


def test_a_demonstration_goes_through_the_phases_and_gives_the_stage_back(early: Rig) -> None:
    early.stage.show()
    waiting = early.stage.shown
    early.press(Key.Key_F12, CTRL)
    seen = []
    for _ in range(4):
        shown = early.stage.shown
        seen.append((shown.mark, shown.tone, shown.digits, shown.plate))
        early.turn(5)
    assert seen == [
        ("DÉMONSTRATION", "normal", "0:15", ""),
        ("DÉMONSTRATION", "warning", "0:10", "CONCLUEZ"),
        ("DÉMONSTRATION", "danger", "0:05", "DERNIERS MOTS"),
        ("DÉMONSTRATION", "danger", "0:00", "DERNIERS MOTS"),
    ]
    assert early.rehearsing.demonstrating.demo is None
    assert early.window.banners.shown is None
    assert (early.stage.shown.scene, early.stage.shown.mark) == (waiting.scene, "")
    assert early.desk.show.rev == 0


def test_whatever_is_done_to_the_show_ends_a_demonstration_at_once(early: Rig) -> None:
    early.stage.show()
    early.press(Key.Key_F12, CTRL)
    assert early.window.banners.text == READY_FR.demo_runs
    early.turn(16)
    assert early.stage.shown.overrun
    early.press(Key.Key_Space)
    assert (early.rehearsing.demonstrating.demo, early.stage.shown.mark) == (None, "")
    assert early.stage.shown.title == "Mot d'accueil"
    # while an item is live the stage is not lent; nor to a rehearsal, nor when nobody sees it
    early.press(Key.Key_F12, CTRL)
    assert (early.rehearsing.demonstrating.demo, early.window.banners.text) == (
        None,
        READY_FR.demo_live,
    )
    early.rehearse()
    early.press(Key.Key_F12, CTRL)
    assert (early.rehearsing.demonstrating.demo, early.window.banners.text) == (
        None,
        READY_FR.demo_rehearsal,
    )


def test_the_key_of_the_demonstration_ends_it_too(early: Rig) -> None:
    early.press(Key.Key_F12, CTRL)
    assert early.window.banners.text == READY_FR.demo_no_stage
    early.stage.show()
    for running in (True, False):
        early.press(Key.Key_F12, CTRL)
        assert (early.rehearsing.demonstrating.demo is not None) is running
    early.press(Key.Key_F12, CTRL)
    early.window.banners.answer()
    assert (early.rehearsing.demonstrating.demo, early.stage.shown.mark) == (None, "")
