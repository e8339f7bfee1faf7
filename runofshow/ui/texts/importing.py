"""What is said while a file is read and looked at, in French and in English."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class ImportingWords(NamedTuple):
    """The words in one language; `language` is "fr" or "en"."""

    language: str
    reading: str
    progress: str
    cancel: str
    heading: str
    take: str
    take_tip: str
    close: str
    close_tip: str
    given: str
    inferred: str
    repaired: str
    missing: str
    no_doubt: str
    next_one: str
    leave: str
    """The key that leaves the guess and goes on."""
    and_more: str
    """A line that stands for itself and {count} more."""
    correct: str
    back: str
    tick: str
    walk: str
    to_slots: str
    to_doubts: str
    slot: str
    """Which item one is at: {number}, {count}."""
    which_field: str
    drop: str
    writing: tuple[str, ...]
    seek_room: str
    takes: str
    revise: str
    revise_tip: str
    revises: str
    """The same three of a file that revises the day."""
    taken_value: str
    days: str
    all_rooms: str
    columns: str
    column: str
    fields: Mapping[str, str]
    crew: str
    cells: str
    sheet: str
    source: str
    plan: str
    nothing: str
    pasted: str
    whole_day: str
    misread: str
    untitled: str
    field_names: Mapping[str, str]


_FIELDS_FR: Final = {
    "start": "début", "end": "fin", "duration": "durée", "day": "jour", "title": "titre",
    "subtitle": "sous-titre", "kind": "nature", "room": "salle", "track": "filière",
    "cue": "n°", "key": "identifiant", "session": "session", "block": "partie",
    "speakers": "intervenants", "firstname": "prénom", "lastname": "nom", "role": "fonction",
    "organisation": "organisme", "topic": "sujet", "chair": "modérateur", "mic": "micro",
    "phone": "téléphone", "note": "note", "description": "description", "minimum": "minimum",
    "changeover": "changement", "tolerance": "tolérance", "warning": "alerte",
    "danger": "alerte finale", "questions": "questions", "call_before": "appel avant",
    "promise": "heure ferme", "promised_to": "promise à", "optional": "facultative",
    "colour": "couleur", "aside": "laissée de côté",
}  # fmt: skip
_FIELDS_EN: Final = {
    "start": "start", "end": "end", "duration": "length", "day": "day", "title": "title",
    "subtitle": "subtitle", "kind": "kind", "room": "room", "track": "track", "cue": "no.",
    "key": "identifier", "session": "session", "block": "part", "speakers": "speakers",
    "firstname": "first name", "lastname": "last name", "role": "role",
    "organisation": "organisation", "topic": "topic", "chair": "chair", "mic": "mic",
    "phone": "phone", "note": "note", "description": "description", "minimum": "minimum",
    "changeover": "changeover", "tolerance": "tolerance", "warning": "warning",
    "danger": "last warning", "questions": "questions", "call_before": "call before",
    "promise": "hard time", "promised_to": "promised to", "optional": "optional",
    "colour": "colour", "aside": "left aside",
}  # fmt: skip

FR: Final = ImportingWords(
    language="fr",
    reading="Lecture de {file}…",
    progress="Lecture de {file}… {done} sur {total}",
    cancel="Interrompre (Échap)",
    heading="Lecture de {file}",
    take="Charger ce conducteur",
    take_tip="Charger ce conducteur, les déductions restantes comprises (Ctrl+Entrée)",
    close="Fermer",
    close_tip="Fermer, ne rien changer (Échap)",
    given="donné",
    inferred="déduit",
    repaired="corrigé",
    missing="manquant",
    no_doubt="Tout est donné par le fichier\u00a0: rien à vérifier.",
    next_one="Entrée\u00a0: suivant",
    leave="Entrée\u00a0: OK, suivant",
    and_more="{line}… et {count} {count:autre|autres}",
    correct="{draft_correct}\u00a0: corriger",
    back="{draft_back}\u00a0: revenir",
    tick="1 à 9\u00a0: cocher",
    walk="↑ ↓\u00a0: parcourir",
    to_slots="Tab\u00a0: les séquences",
    to_doubts="Tab\u00a0: les points à vérifier",
    slot="séquence {number} sur {count}",
    which_field="1 à 6\u00a0: réécrire un champ",
    drop="{draft_drop}\u00a0: retirer la séquence",
    writing=(
        "Entrée\u00a0: valider",
        "↑ ↓\u00a0: champ précédent, suivant",
        "Échap\u00a0: annuler",
    ),
    seek_room="Chercher…",
    takes="Ctrl+Entrée\u00a0: charger",
    revise="Voir ce que ça change",
    revise_tip="Comparer à la journée, les déductions restantes comprises (Ctrl+Entrée)",
    revises="Ctrl+Entrée\u00a0: comparer",
    taken_value="retenu\u00a0: {value}",
    days="Jour",
    all_rooms="Toutes les salles",
    columns="Colonnes…",
    column="Colonne {column}",
    fields=_FIELDS_FR,
    crew="poste {name}",
    cells="ce qui s'y passe\u00a0: {name}",
    sheet="Feuille {sheet}",
    source="Le fichier",
    plan="Le conducteur",
    nothing="Rien dans ce fichier ne peut être conduit.",
    pasted="texte collé",
    whole_day="La journée",
    untitled="(sans titre)",
    misread="«\u202f{text}\u202f» n'est ni une heure ni une durée.",
    field_names=_FIELDS_FR
    | {
        "date": "date",
        "timezone": "fuseau horaire",
        "end_by": "fin de la journée",
        "promise": "heures fermes",
        "encoding": "encodage",
        "slots": "séquences",
        "columns": "colonnes",
        "venue": "lieu",
        "language": "langue",
        "speakers": "intervenants",
        "": "fichier",
    },
)

EN: Final = ImportingWords(
    language="en",
    reading="Reading {file}…",
    progress="Reading {file}… {done} of {total}",
    cancel="Stop (Esc)",
    heading="Reading {file}",
    take="Load this rundown",
    take_tip="Load this rundown, with the guesses that are left (Ctrl+Enter)",
    close="Close",
    close_tip="Close, change nothing (Esc)",
    given="given",
    inferred="inferred",
    repaired="repaired",
    missing="missing",
    no_doubt="The file gives everything: nothing to check.",
    next_one="Enter: next",
    leave="Enter: OK, next",
    and_more="{line}… and {count} more",
    correct="{draft_correct}: correct",
    back="{draft_back}: back",
    tick="1 to 9: tick",
    walk="↑ ↓: move",
    to_slots="Tab: the items",
    to_doubts="Tab: what to check",
    slot="item {number} of {count}",
    which_field="1 to 6: edit a field",
    drop="{draft_drop}: remove the item",
    writing=("Enter: write", "↑ ↓: field before, after", "Esc: cancel"),
    seek_room="Search…",
    takes="Ctrl+Enter: load",
    revise="See what changes",
    revise_tip="Compare with the day, with the guesses that are left (Ctrl+Enter)",
    revises="Ctrl+Enter: compare",
    taken_value="taken: {value}",
    days="Day",
    all_rooms="All rooms",
    columns="Columns…",
    column="Column {column}",
    fields=_FIELDS_EN,
    crew="department {name}",
    cells="what happens in {name}",
    sheet="Sheet {sheet}",
    source="The file",
    plan="The rundown",
    nothing="Nothing in this file can be run.",
    pasted="pasted text",
    whole_day="The day",
    untitled="(untitled)",
    misread="“{text}” is neither a time nor a length.",
    field_names=_FIELDS_EN
    | {
        "date": "date",
        "timezone": "time zone",
        "end_by": "end of the day",
        "promise": "hard times",
        "encoding": "encoding",
        "slots": "items",
        "columns": "columns",
        "venue": "venue",
        "language": "language",
        "speakers": "speakers",
        "": "file",
    },
)


def importing_words(language: str) -> ImportingWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
