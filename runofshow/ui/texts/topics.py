"""What is said of the doubts about a file, those of one kind together, in French and in English."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from runofshow.formats.topics import Concern


class TopicWords(NamedTuple):
    """The words in one language."""

    heading: str
    """How many topics wait for an answer: {count}."""
    all_seen: str
    names: Mapping[Concern, str]
    said: Mapping[Concern, str]
    """What is said of several doubts of a kind: {count}."""
    alike: Mapping[str, str]
    """What doubts with one code say in one line: {cues}, of the items they are about."""
    for_all: Mapping[str, str]
    """Answers to all of them, by their codes."""
    left: str
    """How many of a topic's doubts wait: {left}."""
    seen: str
    told: str
    member: str
    """Which doubt of a topic one is at: {name}, {number}, {count}."""
    leave_all: str
    open_one: str
    fold: str


FR: Final = TopicWords(
    heading="À vérifier\u00a0: {count}",
    all_seen="Tout est vu",
    names={
        "hard": "Heures fermes",
        "end": "Fin de la journée",
        "missing": "Heures à saisir",
        "overlap": "Chevauchements",
        "hole": "Battements",
        "clash": "Incohérences",
        "read": "Heures interprétées",
        "guessed": "Heures et durées supposées",
        "day": "Date et fuseau horaire",
        "reading": "Lecture du fichier",
        "people": "Intervenants",
        "told": "Pour information",
    },
    said={
        "hard": "Quelles heures sont fermes, lesquelles indicatives\u202f?",
        "end": "La fin de la journée est-elle une heure à tenir\u202f?",
        "missing": "Le fichier donne {count} heures ou durées illisibles\u00a0: à saisir.",
        "overlap": "{count} séquences commencent avant la fin de la précédente.",
        "hole": "{count} durées supposées laissent un battement avant la suite.",
        "clash": "Le fichier a {count} incohérences\u00a0; il est suivi tel quel.",
        "read": "{count} heures ou durées pourraient se lire autrement.",
        "guessed": "Le fichier ne donne pas tout\u00a0: ces heures et durées sont supposées (~).",
        "day": "La date ou le fuseau horaire ne sont pas écrits en entier.",
        "reading": "Des lignes du fichier sont laissées de côté, ou lues autrement.",
        "people": "Noms, fonctions et organismes sont départagés d'après les mots.",
        "told": "Rien à décider\u00a0: ce que le fichier ne dit pas, ou dit autrement.",
    },
    alike={
        "prog_no_speaker": "Personne n'est nommé\u00a0: {cues}",
        "prog_no_chair": "Ni modérateur ni ordre de parole\u00a0: {cues}",
        "prog_described": "Lignes lues comme une description\u00a0: {cues}",
        "prog_described_one": "Ligne lue comme une description\u00a0: {cues}",
        "prog_parts": "Lignes lues comme des séquences\u00a0: {cues}",
        "prog_first_twice": "Session au titre de sa première séquence\u00a0: {cues}",
    },
    for_all={
        "overlap_kept": "Partout\u00a0: garder les deux",
        "overlap_cut": "Partout\u00a0: finir quand la suivante commence",
        "length_kept": "Partout\u00a0: garder la durée",
        "length_filled": "Partout\u00a0: remplir jusqu'à la suite",
        "hole_break": "Partout\u00a0: une pause jusqu'à la suite",
    },
    left="{left} à vérifier",
    seen="vérifié",
    told="pour information",
    member="{name}\u00a0: {number} sur {count}",
    leave_all="Entrée\u00a0: OK pour tout, suivant",
    open_one="chiffre\u00a0: regarder",
    fold="Échap\u00a0: tout ensemble",
)

EN: Final = TopicWords(
    heading="To check: {count}",
    all_seen="All seen",
    names={
        "hard": "Hard times",
        "end": "End of the day",
        "missing": "Times to enter",
        "overlap": "Overlaps",
        "hole": "Gaps",
        "clash": "Inconsistencies",
        "read": "Times read otherwise",
        "guessed": "Times and lengths guessed",
        "day": "Date and time zone",
        "reading": "Reading of the file",
        "people": "Speakers",
        "told": "For information",
    },
    said={
        "hard": "Which hours are hard, which only indicative?",
        "end": "Must the end of the day be kept?",
        "missing": "{count} times or lengths of the file cannot be read: please enter them.",
        "overlap": "{count} items begin before the one above ends.",
        "hole": "{count} guessed lengths leave a gap before what follows.",
        "clash": "The file has {count} inconsistencies; it is followed as it stands.",
        "read": "{count} times or lengths could be read otherwise.",
        "guessed": "The file does not give everything: these times and lengths are guessed (~).",
        "day": "The date or the time zone is not written in full.",
        "reading": "Lines of the file are left aside, or read as something else.",
        "people": "Names, roles and organisations are told apart by their words.",
        "told": "Nothing to decide: what the file does not say, or says otherwise.",
    },
    alike={
        "prog_no_speaker": "Nobody is named: {cues}",
        "prog_no_chair": "Neither a chair nor an order of speaking: {cues}",
        "prog_described": "Lines read as a description: {cues}",
        "prog_described_one": "Line read as a description: {cues}",
        "prog_parts": "Lines read as items: {cues}",
        "prog_first_twice": "Session with the title of its first item: {cues}",
    },
    for_all={
        "overlap_kept": "Everywhere: keep both",
        "overlap_cut": "Everywhere: end when the next begins",
        "length_kept": "Everywhere: keep the length",
        "length_filled": "Everywhere: fill up to what follows",
        "hole_break": "Everywhere: a break up to what follows",
    },
    left="{left} to check",
    seen="checked",
    told="for information",
    member="{name}: {number} of {count}",
    leave_all="Enter: OK for all, next",
    open_one="digit: look at one",
    fold="Esc: all together",
)


def topic_words(language: str) -> TopicWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
