"""What `doctor` says of the printers, the fonts and the outputs."""

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


def test_the_writings_that_no_font_has_are_named(qapp: QtWidgets.QApplication) -> None:
    """Here there is none but those of the program, which have Greek and Cyrillic."""
    [(well, said)] = looking.writings("fr")
    assert well
    assert said.text("fr") == (
        "Aucune police pour\u00a0: arabe, hébreu, chinois, japonais, coréen, thaï, devanagari, "
        "émojis. Sur scène, ces lettres sont omises."
    )


def test_each_output_is_told_from_how_far_it_reads(qapp: QtWidgets.QApplication) -> None:
    from runofshow.store.settings import Output, Settings

    settings = Settings(
        outputs=(
            Output(metres=12),
            Output(key="2", layout="programme", name="Accueil", inches=55, metres=3),
            Output(key="3", layout="third", as_window=True),
            Output(key="4", layout="clock", on=False),
        )
    )
    said = [(well, said.text("fr")) for well, said in looking.outputs(settings, "fr")]
    unknown = "taille inconnue, 24 pouces supposés\u00a0: la déclarer dans Sorties"
    far = "temps 29 m, mot de phase 10 m, message 10 m."
    assert said == [
        (True, f"Retour scène, {unknown}. Lisible jusqu'à\u00a0: {far}"),
        (False, "Retour scène. Trop petit à 12 m\u00a0: mot de phase, message."),
        (True, "Accueil, 55 pouces. Lisible jusqu'à\u00a0: lignes 6 m."),
    ]  # fmt: skip
