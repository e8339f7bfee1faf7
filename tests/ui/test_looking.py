"""What `doctor` says of the printers."""

import pytest
from PySide6 import QtPrintSupport, QtWidgets

from runofshow.ui import looking


@pytest.mark.parametrize(
    "names, library, code, well",
    [
        (["Bureau", "Loge"], "libcups.so.2", "doctor_printers", True),
        ([], "libcups.so.2", "doctor_no_printer", True),
        ([], None, "doctor_no_cups", False),
    ],
)
def test_the_printers_are_named_or_it_is_said_what_is_missing(
    qapp: QtWidgets.QApplication,
    monkeypatch: pytest.MonkeyPatch,
    names: list[str],
    library: str | None,
    code: str,
    well: bool,
) -> None:
    known = staticmethod(lambda: names)
    monkeypatch.setattr(QtPrintSupport.QPrinterInfo, "availablePrinterNames", known)
    monkeypatch.setattr(looking, "find_library", lambda _: library)
    monkeypatch.setattr("sys.platform", "linux")
    found = {said.code: (well, said.text("fr")) for well, said in looking.findings()}
    assert found[code][0] is well
    if names:
        assert "Bureau, Loge" in found[code][1]
