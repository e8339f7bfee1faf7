"""The page of preferences: found by typing, changed at once, restored one by one."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Command
from runofshow.store.settings import Settings
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.preferences import (
    DISTANCES,
    SETTINGS,
    Choice,
    Preferences,
    Steps,
    default,
    found,
    said,
    stepped,
)
from runofshow.ui.operator.preferences_sheet import PreferencesSheet
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.preferences import preferences_words
from tests.rows import each_row
from tests.ui.operator.window_days import late_moment

Key = QtCore.Qt.Key
FRENCH, ENGLISH = preferences_words("fr"), preferences_words("en")


def names(text: str, words: object = FRENCH) -> list[str]:
    return [setting.name for setting in found(text, words)]  # type: ignore[arg-type]


# --- values ------------------------------------------------------------------------------------


@each_row("words", [FRENCH, ENGLISH])
def test_every_setting_has_its_words_and_one_sentence(words: object) -> None:
    assert isinstance(words, type(FRENCH))
    screens = {"Iiyama": "1  Iiyama"}
    for setting in SETTINGS:
        assert words.names[setting.name]
        assert words.also[setting.name]
        assert words.groups[setting.group]
        assert words.abouts[setting.name].endswith(".")
        assert words.abouts[setting.name].count(".") == 1
        values = setting.kind.values if isinstance(setting.kind, Choice | Steps) else ()
        for value in (*values, default(setting)):
            assert said(setting, value, words, screens)
        if values:
            assert default(setting) in values


def test_typing_finds_whatever_the_accents_and_the_order_of_words() -> None:
    assert names("ECRAN retour") == names("écran, retour")
    assert "stage_screen" in names("ecran retour")
    assert names("daltonien") == ["palette"]
    assert names("anti rebond") == ["guard_ms"]
    assert names("zzz") == []
    assert names("heure") == ["hours_fr"]
    assert names("am pm", ENGLISH) == ["hours_en"]


def test_steps_go_to_the_next_value_and_never_round() -> None:
    assert stepped(DISTANCES, 10.0, 1) == 12.0
    assert stepped(DISTANCES, 9.0, 1) == 10.0
    assert stepped(DISTANCES, 9.0, -1) == 8.0
    assert stepped(DISTANCES, 50.0, 1) == 50.0
    assert stepped((None, 15.0), 12.0, -1) is None


# --- the page ----------------------------------------------------------------------------------


class Page:
    """The page in the window, and all that it asks for."""

    def __init__(self, window: OperatorWindow) -> None:
        self.window, self.settings = window, Settings()
        self.chosen: list[tuple[str, object]] = []
        window.setting_chosen.connect(self._choose)
        self._bring()

    def _choose(self, name: str, value: object) -> None:
        self.chosen.append((name, value))
        self.settings = self.settings.model_copy(update={name: value})
        self._bring()

    def _bring(self) -> None:
        self.window.preferring.bring(self.settings, None)

    @property
    def sheet(self) -> PreferencesSheet:
        return self.window.preferring.sheet

    @property
    def open(self) -> bool:
        return self.window.preferring.open

    @property
    def listed(self) -> list[str]:
        return [setting.name for setting in self.sheet.listed]

    def press(self, *pressed: Key) -> None:
        for key in pressed:
            QTest.keyClick(self.sheet.line, key)

    def press_with_shift(self, *pressed: Key) -> None:
        for key in pressed:
            QTest.keyClick(self.sheet.line, key, QtCore.Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    window = OperatorWindow("fr")
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.present(late_moment().board)
    window.stage_choices([StageChoice("Iiyama", "1  Iiyama")])
    page = Page(window)
    window.menu.actions_by_name["preferences"].trigger()
    yield page
    window.leave()


def test_a_setting_is_found_changed_and_restored_by_keys_alone(page: Page) -> None:
    asked: list[Command] = []
    page.window.asked.connect(asked.append)
    QTest.keyClicks(page.sheet.line, "heures ecriture")
    assert page.listed == ["hours_fr"]
    page.press(Key.Key_Left, Key.Key_Right, Key.Key_Return)  # a clicker's: they change nothing
    assert page.chosen == []
    page.press_with_shift(Key.Key_Right)
    assert page.chosen == [("hours_fr", "9 h 15")]
    row = page.sheet.rows["hours_fr"]
    assert [button.text() for button in row.buttons if button.isChecked()] == ["9 h 15"]
    assert not row.restore.isHidden()
    page.press(Key.Key_Delete)
    assert page.chosen[-1] == ("hours_fr", "9h15")
    assert row.restore.isHidden()
    # Escape clears the line, then closes; nothing was asked of the show
    page.press(Key.Key_Escape)
    assert (len(page.listed) > 10, page.open) == (True, True)
    page.press(Key.Key_Escape)
    assert (page.open, asked) == (False, [])


def test_up_and_down_choose_and_steps_have_their_ends(page: Page) -> None:
    page.press(*[Key.Key_Down] * page.listed.index("guard_ms"))
    assert [name for name, row in page.sheet.rows.items() if row.chosen] == ["guard_ms"]
    page.press_with_shift(*[Key.Key_Left] * 9)
    assert page.settings.guard_ms == 0
    assert page.sheet.rows["guard_ms"].value_said() == "aucune"
    page.press_with_shift(Key.Key_Right)
    assert page.sheet.rows["guard_ms"].value_said() == "0,2 s"


def test_every_row_is_whole_at_both_sizes_and_says_so_in_both_languages(page: Page) -> None:
    for size, language in ((768, "fr"), (1080, "en")):
        page.window.resize(1366 if size == 768 else 1920, size)
        page.window.speak(language)
        wide = page.sheet.body.width()
        for setting in page.sheet.listed:
            row = page.sheet.rows[setting.name]
            for button in (*row.buttons, row.restore):
                assert row.rect().contains(button.geometry())
            assert all(button.width() >= button.wide() for button in row.buttons[:3])
            assert row.width() == wide
            assert not any(line.endswith("…") for line in row._about)


def test_what_has_a_sheet_of_its_own_opens_it_above(page: Page) -> None:
    page.sheet.rows["keys"].buttons[0].click()
    assert (page.window.keys.open, page.window.preferring.covered) == (True, True)
    page.window.keys.leave()
    assert (page.open, page.window.preferring.covered) == (True, False)


def test_what_is_remembered_is_forgotten_by_its_button_alone(page: Page) -> None:
    page._choose("recent", ("/a.json", "/b.json"))
    row = page.sheet.rows["recent"]
    assert row.value_said() == "2 fichiers"
    page.sheet._choose("recent")
    page.press_with_shift(Key.Key_Right, Key.Key_Left)
    QTest.keyClick(page.sheet.line, Key.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert page.settings.recent
    row.buttons[0].click()
    assert page.settings.recent == ()
    assert not row.buttons[0].isEnabled()


def test_a_value_that_is_not_the_default_is_told_as_such() -> None:
    shown = Preferences(Settings(dark=False), {}, "Iiyama")
    told = {setting.name: shown.is_default(setting) for setting in SETTINGS}
    assert [name for name, default in told.items() if not default] == ["dark", "stage_screen"]
