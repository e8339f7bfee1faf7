"""What is said around a copy of everything, in French and in English."""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class CopyWords(Wordbook):
    """The words of one language; `language` is "fr" or "en"."""

    language: str
    heading: str
    about: str
    looking: str
    holds: str
    tells: str
    nothing_told: str
    with_names: str
    without_names: str
    names_tip: str
    write: str
    write_tip: str
    close_it: str
    close_tip: str
    title: str
    kind: str
    """The filter of the dialog that asks where to write."""
    file: str
    """The name that is proposed: {day} and {hour} are those of now."""
    writing: str
    failed: str
    hint: str


FR: Final = CopyWords(
    language="fr",
    heading="Copie de tout",
    about="Un seul fichier, pour signaler une panne. La journée continue.",
    looking="Lecture de ce qu'elle contiendra…",
    holds="Elle contient",
    tells="Elle dit de personnes et de cette machine",
    nothing_told="Elle ne nomme personne",
    with_names="Avec les noms",
    without_names="Sans les noms",
    names_tip="Remplacer personnes, numéros, messages, notes, machine et dossiers (N)",
    write="Écrire…",
    write_tip="Choisir où l'écrire (Ctrl+S)",
    close_it="Fermer",
    close_tip="Fermer sans rien écrire (Échap)",
    title="Où écrire la copie",
    kind="Copie de tout (*.zip)",
    file="Copie {day} {hour}.zip",
    writing="Écriture…",
    failed="La copie n'a pas pu être faite\u00a0: {why}",
    hint="N\u00a0: avec ou sans les noms · Ctrl+S\u00a0: écrire · Échap\u00a0: fermer",
)

EN: Final = CopyWords(
    language="en",
    heading="A copy of everything",
    about="One file, to report a fault with. The show goes on.",
    looking="Reading what it will hold…",
    holds="It holds",
    tells="It tells of people and of this machine",
    nothing_told="It names nobody",
    with_names="With names",
    without_names="Without names",
    names_tip="Replace people, numbers, messages, notes, machine and folders (N)",
    write="Write…",
    write_tip="Choose where to write it (Ctrl+S)",
    close_it="Close",
    close_tip="Close without writing anything (Esc)",
    title="Where to write the copy",
    kind="A copy of everything (*.zip)",
    file="Copy {day} {hour}.zip",
    writing="Writing…",
    failed="The copy could not be made: {why}",
    hint="N: with or without names · Ctrl+S: write · Esc: close",
)


def copy_words(language: str) -> CopyWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
