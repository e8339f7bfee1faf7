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
    rows: str
    floor: str
    plans: str
    phrases: str
    # a key is to be pressed
    press: str
    press_keys: str
    remove: str
    original: str
    exchange: str
    leave: str
    more: str
    done: str
    taken: str
    same: str
    why: Mapping[str, str]
    # all of them are as they were
    all_restored: str
    back: str
    nothing_chosen: str


FR: Final = KeysWords(
    title="Touches",
    seek="geste ou touche",
    none="Aucun geste ni aucune touche de ce nom",
    hint="Entrée, double clic\u00a0: changer la touche · {key}, Échap\u00a0: fermer",
    page="page {page} sur {count}\u00a0: Page haut, bas",
    never="Sans effet sur le jeu\u00a0: Page haut, bas, F5, Échap, point, flèches, B, W, Entrée",
    rows="Séquence choisie",
    floor="Parole à un intervenant",
    plans="Appliquer un plan",
    phrases="Envoyer un message prêt",
    press="Presser la touche voulue",
    press_keys="← → laquelle · Suppr la retire · ⌫ celles d'origine · Échap laisse",
    remove="Retirer",
    original="D'origine",
    exchange="Échanger",
    leave="Fermer",
    more="une de plus",
    done="C'est fait\u00a0: {key} · «\u202f{name}\u202f»",
    taken="{key} est à «\u202f{name}\u202f»\u00a0: presser encore pour échanger",
    same="C'est déjà sa touche\u00a0: {key}",
    why={
        "clicker": "{key}\u00a0: les télécommandes l'envoient, elle ne fera jamais rien",
        "typed": "{key} sert à écrire et à chercher\u00a0: y ajouter Ctrl ou Alt",
        "line": "{key} sert dans les champs de texte",
        "menu": "{key} ouvre un menu",
        "rows": "{key} agit sur la séquence choisie du conducteur",
        "system": "{key} est au système",
        "fixed": "Les chiffres vont par leur place\u00a0: personne d'autre ne les a",
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
    hint="Enter, double click: change the key · {key}, Esc: close",
    page="page {page} of {count}: Page Up, Down",
    never="Never touch the show: Page Up, Down, F5, Esc, full stop, arrows, B, W, Enter",
    rows="Selected item",
    floor="Floor to a speaker",
    plans="Apply a plan",
    phrases="Send a ready message",
    press="Press the key you want",
    press_keys="← → which one · Delete removes it · ⌫ the original ones · Esc leaves",
    remove="Remove",
    original="Original",
    exchange="Exchange",
    leave="Close",
    more="one more",
    done="Done: {key} · “{name}”",
    taken="“{name}” has {key}: press it again to exchange",
    same="It has {key} already",
    why={
        "clicker": "{key}: presenters' clickers send it, so it will never do anything",
        "typed": "{key} is for typing and finding: add Ctrl or Alt",
        "line": "{key} means something in lines of text",
        "menu": "{key} opens a menu",
        "rows": "{key} acts on the selected item of the rundown",
        "system": "{key} is the system's",
        "fixed": "The digits go by their place: nobody else has them",
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
