"""What is said of tables: their encoding, their columns, what their cells hold."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "encoding_unknown": (
        "L'encodage « {name} » est inconnu : en choisir un dans la liste.",
        "The encoding “{name}” is unknown: choose one from the list.",
    ),
    "encoding_guessed": (
        "Le fichier ne dit pas son encodage : lu comme {encoding}. Vérifier que « {word} » s'écrit bien ainsi.",
        "The file does not tell its encoding: read as {encoding}. Check that “{word}” is spelt so.",
    ),
    "letters_lost": (
        "{count} lettres n'ont aucun sens en {encoding} : elles sont remplacées par �.",
        "{count} letters make no sense in {encoding}: they are replaced by �.",
    ),
}
