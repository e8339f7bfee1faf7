"""What the list of keys and the command palette say, in French and in English.

`{key}` is a key as its caps say it, `{name}` an action. They are loaded with the list.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class KeysWords(NamedTuple):
    """The words of the list of keys in one language."""

    title: str
    seek: str
    none: str
    hint: str
    page: str
    never: str
    walking: str
    walks: tuple[tuple[str, str], ...]
    """What all lists and lines have in common: the keys, as the tables write them, and what for."""
    scopes: Mapping[str, str]
    local: Mapping[str, str]
    """What keys of a part do, and those of the digits, by the name they have in the tables."""
    # a key is to be pressed
    press: str
    press_keys: str
    remove: str
    original: str
    exchange: str
    leave: str
    more: str
    done: str
    bare: str
    taken: str
    same: str
    digit: str
    whole: str
    why: Mapping[str, str]
    # all of them are as they were
    all_restored: str
    back: str
    nothing_chosen: str


FR: Final = KeysWords(
    title="Touches",
    seek="geste ou touche",
    none="Aucun geste ni aucune touche de ce nom",
    hint="{manual}\u00a0: manuel · Entrée, double clic\u00a0: changer · {key}, Échap\u00a0: fermer",
    page="page {page} sur {count}\u00a0: Page haut, bas",
    never="Sans effet sur le jeu\u00a0: Page haut, bas, F5, Échap, point, flèches, B, W, Entrée",
    walking="Listes et champs",
    walks=(
        ("Up Down", "Choisir la ligne"),
        ("Return", "Ouvrir, valider un texte"),
        ("Ctrl+Return", "Faire ce qui est choisi"),
        ("Tab", "Champ ou groupe suivant"),
        ("Esc", "Laisser, fermer"),
        ("PgUp PgDown", "Faire défiler"),
    ),
    scopes={
        "rundown": "Séquence choisie",
        "timeline": "Ligne du temps",
        "people": "Page Personnes",
        "grid": "Page Ateliers",
        "ready": "Page Prêt ?",
        "draft": "Fichier lu",
        "revision": "Révision",
        "print": "Impression",
        "preferences": "Préférences",
    },
    local={
        "floor_digits": "Parole à un intervenant",
        "phrase_digits": "Envoyer un message prêt",
        "plan_digits": "Appliquer un plan",
        "row_edit": "Modifier",
        "row_after": "Intercaler après",
        "row_before": "Intercaler avant",
        "row_duplicate": "Dupliquer",
        "row_skip": "Sauter, rétablir",
        "row_remove": "Supprimer",
        "row_up": "Monter",
        "row_down": "Descendre",
        "row_longer": "Allonger de 1 min",
        "row_shorter": "Raccourcir de 1 min",
        "row_much_longer": "Allonger de 5 min",
        "row_much_shorter": "Raccourcir de 5 min",
        "row_copy": "Copier",
        "row_cut": "Couper",
        "row_paste": "Coller après",
        "rows_span_up": "Étendre le choix vers le haut",
        "rows_span_down": "Étendre le choix vers le bas",
        "rows_walk_up": "Monter sans rien choisir",
        "rows_walk_down": "Descendre sans rien choisir",
        "rows_add": "Choisir cette ligne aussi",
        "rows_drop": "Ne plus la choisir",
        "rows_all": "Tout choisir",
        "rows_fold": "Tout replier",
        "rows_unfold": "Tout déplier",
        "rows_live": "Revenir au direct",
        "rows_end": "Aller à la fin de la journée",
        "line_longer": "Fin plus tard",
        "line_shorter": "Fin plus tôt",
        "person_mic": "Modifier le micro",
        "grid_edit": "Taper dans la case",
        "grid_empty": "Vider la case",
        "grid_copy": "Copier la grille",
        "grid_paste": "Coller dans la grille",
        "grid_up": "Échanger avec la salle du dessus",
        "grid_down": "Échanger avec la salle du dessous",
        "grid_left": "Échanger avec le tour d'avant",
        "grid_right": "Échanger avec le tour d'après",
        "grid_divide": "Découper en tours",
        "grid_report": "Désigner les rapporteurs",
        "grid_next": "Autre grille",
        "grid_before": "Grille précédente",
        "check_lead": "Aller le régler",
        "check_other": "Le régler autrement",
        "draft_correct": "Corriger",
        "draft_drop": "Retirer la séquence",
        "draft_room_after": "Salle suivante",
        "draft_room_before": "Salle précédente",
        "draft_back": "Revenir en arrière",
        "revision_all": "Tout cocher, décocher",
        "revision_proposed": "Cocher ce qui est proposé",
        "print_save": "Enregistrer en PDF",
        "print_paper": "Papier",
        "print_language": "Langue",
        "print_more": "Une copie de plus",
        "print_fewer": "Une copie de moins",
        "print_person": "Intervenant",
        "print_printer": "Imprimante",
        "preference_default": "Valeur d'origine",
    },
    press="Presser la touche voulue",
    press_keys="← → laquelle · Suppr la retire · ⌫ celles d'origine · Échap laisse",
    remove="Retirer",
    original="D'origine",
    exchange="Échanger",
    leave="Fermer",
    more="une de plus",
    done="C'est fait\u00a0: {key} · «\u202f{name}\u202f»",
    bare="C'est fait\u00a0: {key} · «\u202f{name}\u202f» n'a plus de touche",
    taken="{key} est à «\u202f{name}\u202f»\u00a0: presser encore pour échanger",
    same="C'est déjà sa touche\u00a0: {key}",
    whole="toute la fenêtre",
    digit="Presser un chiffre avec les touches à tenir\u00a0: tous les autres suivent",
    why={
        "clicker": "{key}\u00a0: les télécommandes l'envoient, elle ne fera jamais rien",
        "typed": "{key} sert à écrire et à chercher\u00a0: y ajouter Ctrl ou Alt",
        "line": "{key} sert dans les listes et les champs de texte",
        "menu": "{key} ouvre un menu",
        "system": "{key} est au système",
        "fixed": "{key} est d'une rangée de chiffres\u00a0: personne d'autre ne l'a",
        "digits": "{key}\u00a0: ces gestes vont par les chiffres, seuls ou avec Ctrl, Alt, Maj",
        "shift": "Maj seule fait des chiffres d'autres signes\u00a0: y ajouter Ctrl ou Alt",
        "walk": "{key} fait la même chose dans toutes les listes et tous les champs",
        "go": "{key} est une touche du TOP\u00a0: elle le donne, ici aussi",
        "last": "Le TOP garde au moins une touche qui marche aussi pendant la saisie",
    },
    all_restored="Toutes les touches sont celles d'origine",
    back="Reprendre les miennes",
    nothing_chosen="Aucune touche n'a été changée",
)
EN: Final = KeysWords(
    title="Keys",
    seek="action or key",
    none="No action and no key of that name",
    hint="{manual}: manual · Enter, double click: change the key · {key}, Esc: close",
    page="page {page} of {count}: Page Up, Down",
    never="Never touch the show: Page Up, Down, F5, Esc, full stop, arrows, B, W, Enter",
    walking="Lists and lines",
    walks=(
        ("Up Down", "Choose the row"),
        ("Return", "Open, accept a text"),
        ("Ctrl+Return", "Do what is chosen"),
        ("Tab", "Next field or group"),
        ("Esc", "Leave, close"),
        ("PgUp PgDown", "Scroll"),
    ),
    scopes={
        "rundown": "Selected item",
        "timeline": "Timeline",
        "people": "People page",
        "grid": "Workshops page",
        "ready": "Ready? page",
        "draft": "File that was read",
        "revision": "Revision",
        "print": "Printing",
        "preferences": "Preferences",
    },
    local={
        "floor_digits": "Floor to a speaker",
        "phrase_digits": "Send a ready message",
        "plan_digits": "Apply a plan",
        "row_edit": "Edit",
        "row_after": "Insert after",
        "row_before": "Insert before",
        "row_duplicate": "Duplicate",
        "row_skip": "Skip, restore",
        "row_remove": "Remove",
        "row_up": "Move up",
        "row_down": "Move down",
        "row_longer": "1 min longer",
        "row_shorter": "1 min shorter",
        "row_much_longer": "5 min longer",
        "row_much_shorter": "5 min shorter",
        "row_copy": "Copy",
        "row_cut": "Cut",
        "row_paste": "Paste after",
        "rows_span_up": "Extend the choice upwards",
        "rows_span_down": "Extend the choice downwards",
        "rows_walk_up": "Go up, choosing nothing",
        "rows_walk_down": "Go down, choosing nothing",
        "rows_add": "Choose this row too",
        "rows_drop": "Choose it no longer",
        "rows_all": "Choose all",
        "rows_fold": "Fold all",
        "rows_unfold": "Unfold all",
        "rows_live": "Back to live",
        "rows_end": "Go to the end of the day",
        "line_longer": "Later end",
        "line_shorter": "Earlier end",
        "person_mic": "Change the microphone",
        "grid_edit": "Type in the cell",
        "grid_empty": "Empty the cell",
        "grid_copy": "Copy the grid",
        "grid_paste": "Paste into the grid",
        "grid_up": "Swap with the room above",
        "grid_down": "Swap with the room below",
        "grid_left": "Swap with the round before",
        "grid_right": "Swap with the round after",
        "grid_divide": "Divide into rounds",
        "grid_report": "Name the reporters",
        "grid_next": "Another grid",
        "grid_before": "The grid before",
        "check_lead": "Go and settle it",
        "check_other": "Settle it the other way",
        "draft_correct": "Correct",
        "draft_drop": "Take the item out",
        "draft_room_after": "Next room",
        "draft_room_before": "Previous room",
        "draft_back": "Back",
        "revision_all": "Tick all, untick all",
        "revision_proposed": "Tick what is proposed",
        "print_save": "Save as PDF",
        "print_paper": "Paper",
        "print_language": "Language",
        "print_more": "One copy more",
        "print_fewer": "One copy fewer",
        "print_person": "Speaker",
        "print_printer": "Printer",
        "preference_default": "Original value",
    },
    press="Press the key you want",
    press_keys="← → which one · Delete removes it · ⌫ the original ones · Esc leaves",
    remove="Remove",
    original="Original",
    exchange="Exchange",
    leave="Close",
    more="one more",
    done="Done: {key} · “{name}”",
    bare="Done: {key} · “{name}” has no key any more",
    taken="“{name}” has {key}: press it again to exchange",
    same="It has {key} already",
    whole="the whole window",
    digit="Press a digit with the keys to hold: all the others follow",
    why={
        "clicker": "{key}: presenters' clickers send it, so it will never do anything",
        "typed": "{key} is for typing and finding: add Ctrl or Alt",
        "line": "{key} means something in lists and lines of text",
        "menu": "{key} opens a menu",
        "system": "{key} is the system's",
        "fixed": "{key} is of a row of digits: nobody else has it",
        "digits": "{key}: these actions have the digits, alone or with Ctrl, Alt, Shift",
        "shift": "Shift alone makes digits other signs: add Ctrl or Alt",
        "walk": "{key} does the same in every list and line",
        "go": "{key} is a key of GO: it gives it, here too",
        "last": "GO keeps at least one key that works while typing too",
    },
    all_restored="All keys are the original ones",
    back="Take mine back",
    nothing_chosen="No key has been changed",
)


def keys_words(language: str) -> KeysWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
