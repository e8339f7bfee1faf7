"""What the sheet of ready phrases says, in French and in English; read when it is first opened."""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class PhraseWords(Wordbook):
    """The words of one language; `language` is "fr" or "en"."""

    language: str
    heading: str
    about: str
    phrases: str
    phrases_keys: str
    phrase_name: str
    key_time: str
    key_flash: str
    key_left: str
    empty: str
    time_tip: str
    flash_tip: str
    reset: str
    reset_tip: str
    screen: str
    inches: str
    inches_unit: str
    inches_empty: str
    inches_unknown: str
    distance: str
    distance_unit: str
    rule: str
    said: str
    said_none: str
    again: str
    again_tip: str
    close_it: str
    close_tip: str


FR: Final = PhraseWords(
    language="fr",
    heading="Phrases et lisibilité",
    about="↑ ↓ d'une phrase à l'autre, Entrée valide, Échap rend la phrase d'avant",
    phrases="Phrases prêtes",
    phrases_keys="Phrases prêtes, {first} à {last}",
    phrase_name="Phrase {number}",
    key_time="durée",
    key_flash="plein écran",
    key_left="temps restant",
    empty="libre",
    time_tip="Combien de temps le message reste à l'écran\u00a0: {length}",
    flash_tip="En plein écran",
    reset="Phrases d'origine",
    reset_tip="Remettre les phrases du programme",
    screen="Retour scène",
    inches="Diagonale",
    inches_unit="pouces",
    inches_empty="{inches} (indiqué par l'écran)",
    inches_unknown="{inches} (supposés)",
    distance="Vu à",
    distance_unit="mètres",
    rule="Un texte se lit jusqu'à 200 fois la hauteur de ses capitales (AVIXA).",
    said="Déjà dits",
    said_none="rien encore",
    again="Redire",
    again_tip="Mettre le message dans la ligne, à envoyer tel quel ou corrigé",
    close_it="Fermer",
    close_tip="Fermer (Échap)",
)
EN: Final = PhraseWords(
    language="en",
    heading="Phrases and readability",
    about="↑ ↓ from phrase to phrase, Enter keeps, Esc restores the text",
    phrases="Ready phrases",
    phrases_keys="Ready phrases, {first} to {last}",
    phrase_name="Phrase {number}",
    key_time="length",
    key_flash="full screen",
    key_left="time left",
    empty="free",
    time_tip="How long the message stays on the screen: {length}",
    flash_tip="On the whole screen",
    reset="Original phrases",
    reset_tip="Bring the program's own phrases back",
    screen="Stage screen",
    inches="Diagonal",
    inches_unit="inches",
    inches_empty="{inches} (as it reports)",
    inches_unknown="{inches} (assumed)",
    distance="Seen from",
    distance_unit="metres",
    rule="A text is readable from up to 200 times the height of its capitals (AVIXA).",
    said="Said so far",
    said_none="nothing yet",
    again="Say again",
    again_tip="Put the message into the line, to be sent as it is or changed",
    close_it="Close",
    close_tip="Close (Esc)",
)


def phrase_words(language: str) -> PhraseWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
