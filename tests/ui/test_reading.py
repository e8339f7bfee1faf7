"""Files are read while the windows go on."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked, Draft
from runofshow.ui.reading import FileReader

PROGRAMME = b"9h00 : Accueil\n9h30-10h30 : Conference\n10h30 : Fin\n"
ASKED = Asked("programme.txt", date(2026, 3, 1))


def test_what_was_read_is_told_in_the_windows_thread(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "programme.txt"
    file.write_bytes(PROGRAMME)
    reader = FileReader()
    with qtbot.waitSignal(reader.read) as told:
        reader.start_file(file, ASKED)
        assert reader.busy
    assert told.args is not None
    draft = told.args[0]
    assert isinstance(draft, Draft)
    assert len(draft.entries) == 3
    assert not reader.busy


def test_what_cannot_be_read_is_told_as_such(qtbot: QtBot, tmp_path: Path) -> None:
    reader = FileReader()
    with qtbot.waitSignal(reader.failed) as told:
        reader.start(b"\x89PNG", Asked("programme.docx", date(2026, 3, 1)))
    assert told.args is not None
    trouble = told.args[0]
    assert isinstance(trouble, Unreadable)
    assert trouble.code == "file_is_image"
    with qtbot.waitSignal(reader.failed):
        reader.start_file(tmp_path / "none.txt", ASKED)


def test_a_reading_that_was_cancelled_tells_nothing_and_the_next_one_is_heard(
    qtbot: QtBot,
) -> None:
    reader = FileReader()
    reader.start(PROGRAMME * 400, ASKED)
    reader.cancel()
    assert not reader.busy
    with qtbot.waitSignal(reader.read) as told:
        reader.start(b"9h A\n10h B\n", ASKED)
    assert told.args is not None
    assert len(told.args[0].entries) == 2
