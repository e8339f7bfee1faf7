"""The régie's own keys and the show lock: remembered from one start to the next."""

from PySide6 import QtCore

from runofshow.desktop.memory import Memory
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.window import OperatorWindow


class Keyboard(QtCore.QObject):
    """Gives `window` the keys and the lock that `memory` holds, and keeps what becomes of them."""

    def __init__(self, window: OperatorWindow, memory: Memory) -> None:
        super().__init__(window)
        self._window, self._memory = window, memory
        window.keys_chosen.connect(self._choose)
        window.lock_asked.connect(self._lock)
        keymap = Keymap(memory.settings.keys)
        if keymap.chosen:
            window.use_keys(keymap)
        window.lock(memory.settings.locked)

    def _choose(self, keymap: Keymap) -> None:
        self._memory.change(keys=dict(keymap.chosen))
        self._window.use_keys(keymap)

    def _lock(self, on: bool) -> None:
        self._memory.change(locked=on)
        self._window.lock(on)
