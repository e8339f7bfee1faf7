"""The journal's double at work: where it is kept, how it stands, and what it can give back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6 import QtCore, QtWidgets

from runofshow.core.plurals import counted
from runofshow.core.sentences import Sentence
from runofshow.core.times import show_clock
from runofshow.desk import Desk
from runofshow.desktop.memory import Memory
from runofshow.desktop.telling import Telling
from runofshow.store.double import Standing, stick_of
from runofshow.store.settings import Backup
from runofshow.ui.operator.banner import Choice, Severity
from runofshow.ui.operator.file_asking import dialog
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.double import double_words

KEY: Final = "double"
"""What its banner is called."""
KNOWS_MORE: Final = "double_ahead"
DAMAGED: Final = frozenset(
    (
        "journal_cut",
        "journal_cut_one",
        "journal_cut_unknown",
        "journal_unmirrored",
        "journal_copy_unread",
        "journal_behind",
    )
)
"""What is told of a journal that may lack something that a double has."""


class Doubling(QtCore.QObject):
    """Lets the window choose where the double is, and tells how it stands.

    `shows` is the folder of the shows. Attribute: standing. Signals: chosen() when it is to be
    elsewhere, changed() when it stands otherwise, taken(Path) when a show is to be rebuilt from a
    double.
    """

    chosen = QtCore.Signal()
    changed = QtCore.Signal()
    taken = QtCore.Signal(object)

    def __init__(
        self,
        window: OperatorWindow,
        memory: Memory,
        telling: Telling,
        desk: Callable[[], Desk],
        shows: Path,
    ) -> None:
        super().__init__(window)
        self._window, self._memory, self._telling = window, memory, telling
        self._desk, self._shows = desk, shows
        self.standing = Standing()
        window.setting_chosen.connect(self._choose)
        window.banner_chosen.connect(self._answered)

    # --- where it is kept ----------------------------------------------------------------------

    def _choose(self, name: str, value: Any) -> None:
        if name != "double.folder":
            return
        if value is None:
            self._ask()
        else:
            self._keep_in(Backup())

    def _ask(self) -> None:
        made = dialog(self._window, double_words(self._window.words.language).ask_folder)
        made.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
        made.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
        made.fileSelected.connect(lambda folder: self.keep_in(Path(folder)))
        made.show()

    def keep_in(self, folder: Path) -> None:
        """Keep it in `folder` from now on, unless that is the shows' own."""
        try:
            if folder.samefile(self._shows):
                self._say("own_folder", seconds=12)
                return
            stick = stick_of(folder, self._shows)
        except OSError:  # no longer there; the double says so
            stick = None
        self._keep_in(Backup(folder=str(folder), stick="" if stick is None else str(stick)))
        if stick is None:
            self._say("same_disk", seconds=20)

    def _keep_in(self, backup: Backup) -> None:
        self._memory.change(double=backup)
        self._window.drop(KEY)
        self.chosen.emit()

    # --- how it stands -------------------------------------------------------------------------

    def heard(self, standing: Standing) -> None:
        """It stands so now."""
        before, self.standing = self.standing, standing
        if standing.trouble is not None:
            if standing.trouble != before.trouble:
                self._telling.say(KEY, "watch", standing.trouble.text, rest=self._waits)
        elif before.trouble is not None:
            self._say("is_back", seconds=8)
        if standing.ahead and standing.ahead != before.ahead:
            self._offer(standing)
        elif not standing.ahead:
            self._window.drop(KNOWS_MORE)
        self.changed.emit()

    def _waits(self, language: str) -> str:
        """What a double that is not written means, where the journal at least is."""
        return double_words(language).waits if self._desk().trouble is None else ""

    def forget(self) -> None:
        """Another show is run: what was told of the former one's double is no longer true."""
        self.standing = Standing()
        for key in (KEY, KNOWS_MORE):
            self._window.drop(key)

    def _say(self, name: str, seconds: float) -> None:
        severity: Severity = "note" if name == "is_back" else "watch"
        text = lambda language: _said(name, language)  # noqa: E731 (a text to be said later)
        self._telling.say(KEY, severity, text, seconds=seconds)

    def _offer(self, standing: Standing) -> None:
        """The double knows what the journal does not: offer it."""
        rows, zone = standing.ahead, self._desk().show.plan.zone

        def text(language: str) -> str:
            at = show_clock(rows[-1].at, zone, language)
            return _said("knows_more", language, count=len(rows), at=at)

        take = Choice(lambda language: double_words(language).take, None, str(standing.file))
        self._telling.say(KNOWS_MORE, "act", text, take)

    def offer_for(self, notices: Sequence[Sentence]) -> None:
        """Where a journal was damaged, offer to open a double of it."""
        for notice in notices:
            if notice.code in DAMAGED:
                ask = Choice(lambda language: double_words(language).open_one, None, "")
                self._telling.say(notice.code, "watch", notice.text, ask)

    def _answered(self, key: str, name: str) -> None:
        if key == KNOWS_MORE:
            self.taken.emit(Path(name))
        elif key in DAMAGED:
            self._window.files.open()


def _said(name: str, language: str, **facts: object) -> str:
    return counted(getattr(double_words(language), name), language, facts)
