"""What the page of preferences says, in French and in English; read when it is first opened."""

from collections.abc import Mapping
from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class PreferencesWords(Wordbook):
    """The words of one language; `language` is "fr" or "en".

    By the name of a setting: `names` what it is called, `abouts` what it does, in one sentence,
    `also` other words that somebody may look for. `values` is what its values are called, by
    "setting.value".
    """

    language: str
    heading: str
    seek: str
    hint: str
    nothing: str
    close_it: str
    close_tip: str
    restore_tip: str
    groups: Mapping[str, str]
    names: Mapping[str, str]
    abouts: Mapping[str, str]
    also: Mapping[str, str]
    values: Mapping[str, str]
    seconds: str
    no_guard: str
    metres: str
    inches: str
    inches_told: str
    open_it: str
    forget: str
    none: Mapping[str, str]
    counted: Mapping[str, str]


FR: Final = PreferencesWords(
    language="fr",
    heading="Préférences",
    seek="Chercher un réglage",
    hint="↑ ↓ choisir · ← → changer · {preference_default}\u00a0: valeur d'origine · Échap ferme",
    nothing="Aucun réglage ne répond à «\u202f{text}\u202f».",
    close_it="Fermer",
    close_tip="Fermer (Échap)",
    restore_tip="Revenir à la valeur d'origine\u00a0: {value}",
    groups={
        "look": "Affichage",
        "running": "Conduite",
        "rundown": "Conducteur",
        "stage": "Scène",
        "memory": "Mémoire de ce poste",
    },
    names={
        "language": "Langue",
        "dark": "Thème",
        "hours_fr": "Écriture des heures",
        "hours_en": "Écriture des heures",
        "live_word": "Mot de la séquence en cours",
        "guard_ms": "Garde du TOP",
        "keys": "Touches",
        "rundown.density": "Hauteur des lignes",
        "rundown.hidden": "Colonnes masquées",
        "rundown.widths": "Largeurs de colonnes",
        "stage_screen": "Écran du retour scène",
        "palette": "Couleurs du retour scène",
        "stage_inches": "Diagonale du retour scène",
        "stage_metres": "Distance de lecture",
        "phrases": "Phrases prêtes",
        "recent": "Fichiers récents",
        "columns": "Colonnes de tableaux",
    },
    abouts={
        "language": "Celle de la régie, de la scène et du papier, pas celle du conducteur.",
        "dark": "Sombre en salle, clair en plein jour.",
        "hours_fr": "Partout où une heure s'affiche\u00a0: régie, scène, papier, bilan.",
        "hours_en": "Partout où une heure s'affiche\u00a0: régie, scène, papier, bilan.",
        "live_word": "Le mot posé sur ce qui se joue, dans la liste et sur la carte du direct.",
        "guard_ms": "Un second TOP plus rapproché que cela est refusé, d'où qu'il vienne.",
        "keys": "Chaque geste a sa touche\u00a0; la liste les montre et les change.",
        "rundown.density": "Serrées, on en voit plus\u00a0; aérées, on les lit de plus loin.",
        "rundown.hidden": "Celles qui sont retirées de la liste\u00a0; les oublier les remontre.",
        "rundown.widths": "Celles que vous avez tirées à la souris.",
        "stage_screen": "L'écran que regarde l'orateur\u00a0; rebranché, il est retrouvé.",
        "palette": "«\u202fDistincte\u202f»\u00a0: dépassement en orchidée, pour les daltoniens.",
        "stage_inches": "Elle dit jusqu'à quelle distance un message peut se lire.",
        "stage_metres": "De l'orateur à l'écran\u00a0: un message trop petit est signalé.",
        "phrases": "Les messages sous Alt+1 à 9\u00a0: leur texte, leur durée, le plein écran.",
        "recent": "Ceux que proposent le menu Fichier et l'accueil.",
        "columns": "Ce que vous avez corrigé dans des tableaux, pour les suivants de même forme.",
    },
    also={
        "language": "français anglais english langage",
        "dark": "couleur sombre clair nuit jour apparence",
        "hours_fr": "format 24 h horloge heure minute",
        "hours_en": "format 12 h 24 h horloge heure minute",
        "live_word": "en cours antenne direct vocabulaire libellé",
        "guard_ms": "anti-rebond double rebond délai go sécurité",
        "keys": "clavier raccourcis touches",
        "rundown.density": "compact serré aéré densité interligne",
        "rundown.hidden": "colonnes poste affichage",
        "rundown.widths": "colonnes taille",
        "stage_screen": "moniteur vidéoprojecteur affichage confidence",
        "palette": "daltonien rouge orchidée accessibilité",
        "stage_inches": "taille pouces écran lisibilité",
        "stage_metres": "lisibilité mètres éloignement",
        "phrases": "messages textes",
        "recent": "historique oublier",
        "columns": "import tableau classeur excel",
    },
    values={
        "language.None": "Du système",
        "language.fr": "Français",
        "language.en": "English",
        "dark.True": "Sombre",
        "dark.False": "Clair",
        "hours_fr.9h15": "9h15",
        "hours_fr.9 h 15": "9 h 15",
        "hours_fr.9:15": "9:15",
        "hours_en.24h": "24 h",
        "hours_en.12h": "12 h",
        "live_word.live": "EN COURS",
        "live_word.antenna": "À L'ANTENNE",
        "rundown.density.compact": "Serrées",
        "rundown.density.normal": "Normales",
        "rundown.density.roomy": "Aérées",
        "palette.classic": "Classique",
        "palette.distinct": "Distincte",
        "stage_screen.None": "Choisi seul",
    },
    seconds="{value} s",
    no_guard="aucune",
    metres="{value} m",
    inches="{value} pouces",
    inches_told="dite par l'écran",
    open_it="Ouvrir",
    forget="Oublier",
    none={
        "keys": "d'origine",
        "phrases": "d'origine",
        "rundown.hidden": "aucune",
        "rundown.widths": "d'origine",
        "recent": "aucun",
        "columns": "aucune",
    },
    counted={
        "keys": "{count} {count:changée|changées}",
        "phrases": "les vôtres",
        "rundown.hidden": "{count} {count:colonne|colonnes}",
        "rundown.widths": "{count} {count:colonne|colonnes}",
        "recent": "{count} {count:fichier|fichiers}",
        "columns": "{count} {count:forme|formes}",
    },
)

EN: Final = PreferencesWords(
    language="en",
    heading="Preferences",
    seek="Find a setting",
    hint="↑ ↓ choose · ← → change · {preference_default}: default · Esc closes",
    nothing="No setting answers to “{text}”.",
    close_it="Close",
    close_tip="Close (Esc)",
    restore_tip="Back to the default: {value}",
    groups={
        "look": "Appearance",
        "running": "Running the day",
        "rundown": "Rundown",
        "stage": "Stage",
        "memory": "Memory of this machine",
    },
    names={
        "language": "Language",
        "dark": "Theme",
        "hours_fr": "How hours are written",
        "hours_en": "How hours are written",
        "live_word": "Word on the live item",
        "guard_ms": "GO guard",
        "keys": "Keys",
        "rundown.density": "Height of rows",
        "rundown.hidden": "Hidden columns",
        "rundown.widths": "Widths of columns",
        "stage_screen": "Stage screen's display",
        "palette": "Stage screen's colours",
        "stage_inches": "Stage screen's diagonal",
        "stage_metres": "Reading distance",
        "phrases": "Ready phrases",
        "recent": "Recent files",
        "columns": "Columns of tables",
    },
    abouts={
        "language": "That of this window, the stage and the paper, not of the rundown itself.",
        "dark": "Dark in the hall, light in daylight.",
        "hours_fr": "Wherever an hour is shown: here, on the stage, on paper, in the report.",
        "hours_en": "Wherever an hour is shown: here, on the stage, on paper, in the report.",
        "live_word": "The word that marks what is playing, in the list and on the live card.",
        "guard_ms": "A second GO sooner than this is refused, wherever it comes from.",
        "keys": "Every action has its key; the list shows and changes them.",
        "rundown.density": "Compact shows more of them, roomy is read from further away.",
        "rundown.hidden": "Those taken out of the list; forgetting shows them again.",
        "rundown.widths": "Those you dragged with the mouse.",
        "stage_screen": "The display that the speaker looks at; found again when it is plugged in.",
        "palette": "“Distinct” draws an overrun in orchid instead of red, for colour-blind eyes.",
        "stage_inches": "It tells from how far a message can be read.",
        "stage_metres": "From the speaker to the display: a message too small for it is flagged.",
        "phrases": "The messages on Alt+1 to 9: their text, how long they stay, full screen.",
        "recent": "Those that the File menu and the welcome offer.",
        "columns": "What you corrected in tables, for the next ones of the same shape.",
    },
    also={
        "language": "french français english",
        "dark": "colour color dark light night day appearance",
        "hours_fr": "time format 24 hour clock",
        "hours_en": "time format 12 24 hour clock am pm",
        "live_word": "on air live wording label",
        "guard_ms": "debounce double press delay safety",
        "keys": "keyboard shortcuts remap",
        "rundown.density": "compact dense spacing lines",
        "rundown.hidden": "columns crew department show",
        "rundown.widths": "columns size",
        "stage_screen": "monitor projector confidence output",
        "palette": "colour blind color red accessibility",
        "stage_inches": "size inches readable",
        "stage_metres": "readable meters viewing distance",
        "phrases": "messages texts",
        "recent": "history forget",
        "columns": "import table workbook excel",
    },
    values={
        "language.None": "The system's",
        "language.fr": "Français",
        "language.en": "English",
        "dark.True": "Dark",
        "dark.False": "Light",
        "hours_fr.9h15": "9h15",
        "hours_fr.9 h 15": "9 h 15",
        "hours_fr.9:15": "9:15",
        "hours_en.24h": "14:15",
        "hours_en.12h": "2:15 pm",
        "live_word.live": "LIVE",
        "live_word.antenna": "ON AIR",
        "rundown.density.compact": "Compact",
        "rundown.density.normal": "Normal",
        "rundown.density.roomy": "Roomy",
        "palette.classic": "Classic",
        "palette.distinct": "Distinct",
        "stage_screen.None": "By itself",
    },
    seconds="{value} s",
    no_guard="none",
    metres="{value} m",
    inches="{value} inches",
    inches_told="as the display tells",
    open_it="Open",
    forget="Forget",
    none={
        "keys": "the usual",
        "phrases": "the usual",
        "rundown.hidden": "none",
        "rundown.widths": "the usual",
        "recent": "none",
        "columns": "none",
    },
    counted={
        "keys": "{count} changed",
        "phrases": "your own",
        "rundown.hidden": "{count} {count:column|columns}",
        "rundown.widths": "{count} {count:column|columns}",
        "recent": "{count} {count:file|files}",
        "columns": "{count} {count:shape|shapes}",
    },
)


def preferences_words(language: str) -> PreferencesWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
