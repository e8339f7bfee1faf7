"""What is said of printing: what cannot be printed, and why."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "nobody_speaks": (
        "Le conducteur ne nomme aucun intervenant : pas de feuille de route à imprimer.",
        "The rundown names no speaker: there is no sheet to print.",
    ),
    "not_speaking": (
        "« {who} » n'intervient pas dans cette journée : il y a {known}.",
        "“{who}” does not speak on that day: there are {known}.",
    ),
    "printer_refuses": (
        "L'imprimante n'a pas pris l'impression : la vérifier, ou enregistrer en PDF.",
        "The printer did not take it: look at the printer, or save as PDF.",
    ),
    "too_small": (
        "Seule l'édition de poche tient sur ce papier : en choisir un plus grand, ou l'édition pocket.",
        "Only the pocket edition fits on that paper: choose a larger one, or the edition pocket.",
    ),
    "doctor_printers": ("Imprimantes : {names}", "Printers: {names}"),
    "doctor_no_printer": (
        "Aucune imprimante : les pages s'enregistrent en PDF.",
        "No printer: pages are saved as PDF.",
    ),
    "doctor_no_cups": (
        "Impression impossible : il manque libcups2 ; les pages s'enregistrent en PDF.",
        "Printing needs libcups2, which is missing: pages are saved as PDF.",
    ),
    "only_on_paper": (
        "{place} : une édition, un papier ou un intervenant se choisit pour un .pdf.",
        "{place}: an edition, a paper or a speaker is chosen for a .pdf.",
    ),
}
"""Sentences by code: French, English."""
