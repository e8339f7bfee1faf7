"""The settings of this machine while the program runs: changed one by one, and kept at once."""

import logging
from pathlib import Path
from typing import Any

from PySide6 import QtCore

from runofshow.core.errors import Trouble
from runofshow.store import settings as remembered

_log = logging.getLogger(__name__)


class Memory(QtCore.QObject):
    """The settings kept in `folder`.

    Attributes: settings; broken, what is to be said when those kept could not be read; first,
    whether none were ever kept here.
    Signal: changed(Settings).
    """

    changed = QtCore.Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._changed: dict[str, Any] = {}
        self.first = not (folder / remembered.NAME).exists()
        self.settings, self.broken = remembered.load(folder)

    def change(self, **fields: Any) -> None:
        """Give settings, by their names, other values."""
        self.settings = self.settings.model_copy(update=fields)
        self._changed |= fields
        self._keep()
        self.changed.emit(self.settings)

    def change_output(self, key: str, **fields: Any) -> None:
        """Give fields of the output of that key other values."""
        outputs = (
            each.model_copy(update=fields) if each.key == key else each
            for each in self.settings.outputs
        )
        self.change(outputs=tuple(outputs))

    def _keep(self) -> None:
        """Keep what was changed here, and what another window of the program has changed since.

        A disk that refuses the settings is no reason to disturb anybody.
        """
        there = remembered.kept(self._folder)
        if there is None:
            remembered.load(self._folder)  # what was harmed meanwhile makes way, and is kept
        whole = self.settings if there is None else there.model_copy(update=self._changed)
        try:
            remembered.save(self._folder, whole)
        except Trouble as trouble:
            _log.warning("settings not kept: %s", trouble)
