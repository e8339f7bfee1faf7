"""Files that are dragged onto a window."""

from pathlib import Path

from PySide6 import QtCore


def dropped(data: QtCore.QMimeData) -> Path | None:
    """The first file of this machine among what is dragged."""
    urls = [url for url in data.urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if urls else None
