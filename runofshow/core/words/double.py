"""What is said of a disk that refuses the journal, and of the journal's double, on a stick say."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "disk_refuses": (
        "La journée continue en mémoire, {count} {count:geste|gestes} à écrire. {why}",
        "The show goes on in memory, {count} {count:action|actions} to write. {why}",
    ),
    "disk_refuses_doubled": (
        "La journée continue en mémoire et sur le double, {count} {count:geste|gestes} à écrire. {why}",
        "The show goes on in memory and on its double, {count} {count:action|actions} to write. {why}",
    ),
    "disk_will_refuse": (
        "Tout est écrit jusqu'ici, la suite restera en mémoire. {why}",
        "All is written so far, what follows will stay in memory. {why}",
    ),
    "disk_back": (
        "Le disque répond de nouveau : tout est écrit.",
        "The disk answers again: all is written.",
    ),
    "double_gone": (
        "Le double du journal n'est plus là ({place}) : rebrancher la clé.",
        "The journal's double is gone ({place}): plug the stick in again.",
    ),
    "double_full": (
        "Plus de place pour le double du journal ({place}).",
        "No room left for the journal's double ({place}).",
    ),
    "double_read_only": (
        "Le double du journal ne peut pas s'écrire ({place} est en lecture seule).",
        "The journal's double cannot be written ({place} is read-only).",
    ),
    "double_refused": (
        "Le double du journal ne s'écrit plus ({place} : {why}).",
        "The journal's double is no longer written ({place}: {why}).",
    ),
    "double_unreadable": (
        "« {place} » n'est pas le double d'un journal, ou il est illisible dès sa première ligne.",
        "“{place}” is no double of a journal, or cannot be read, not even its first line.",
    ),
    "double_rebuilt": (
        "Journée reconstruite depuis « {place} » : {count} {count:geste|gestes}, jusqu'à {at}.",
        "Day rebuilt from “{place}”: {count} {count:action|actions}, up to {at}.",
    ),
    "double_rebuilt_cut": (
        "Journée reconstruite depuis « {place} » : {count} {count:geste|gestes}, jusqu'à {at} ; la suite du fichier est abîmée.",
        "Day rebuilt from “{place}”: {count} {count:action|actions}, up to {at}; the rest of the file is damaged.",
    ),
    "double_knows_less": (
        "Le journal en sait autant que « {place} » : rien à reprendre.",
        "The journal knows as much as “{place}”: nothing to take from it.",
    ),
}
