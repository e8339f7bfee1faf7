"""What the card of messages says of reading and of time.

`{reach}`, `{distance}` and `{full}` are metres, `{inches}` a screen's diagonal. The time left in a
message is written `{left}` in commands, and in a person's own word by hands.
"""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class MessageWords(Wordbook):
    """The words of one language; `language` is "fr" or "en"."""

    language: str
    free_line: str
    free_line_long: str
    reads: str
    too_long_one: str
    too_long: str
    full_reads: str
    nowhere: str
    too_long_brief_one: str
    too_long_brief: str
    full_reads_brief: str
    nowhere_brief: str
    seen_from: str
    stays: str
    stays_tip: str
    lasts_tip: str
    more_tip: str
    phrase_tip: str
    left: str


FR: Final = MessageWords(
    language="fr",
    free_line="Texte libre",
    free_line_long="Texte libre ({key}\u00a0: temps restant, ↑\u00a0: redire)",
    reads="lisible jusqu'à {reach}\u00a0m",
    too_long_one="lisible jusqu'à {reach}\u00a0m, déclaré {distance}\u00a0m\u00a0:"
    " 1 lettre de trop",
    too_long="lisible jusqu'à {reach}\u00a0m, déclaré {distance}\u00a0m\u00a0:"
    " {count} lettres de trop",
    full_reads="lisible jusqu'à {reach}\u00a0m, déclaré {distance}\u00a0m\u202f;"
    " en plein écran, {full}\u00a0m",
    nowhere="illisible à {distance}\u00a0m sur cet écran",
    too_long_brief_one="{reach}\u00a0m sur {distance}\u00a0: 1 lettre de trop",
    too_long_brief="{reach}\u00a0m sur {distance}\u00a0: {count} lettres de trop",
    full_reads_brief="{reach}\u00a0m sur {distance}\u202f; plein écran {full}",
    nowhere_brief="illisible à {distance}\u00a0m",
    seen_from="{inches}″ vu à {distance}\u00a0m",
    stays="Reste",
    stays_tip="Le message reste jusqu'à «\u202fEffacer\u202f», ou jusqu'au prochain TOP",
    lasts_tip="Le prochain message part de lui-même après {length}",
    more_tip="Phrases, lisibilité, messages déjà dits",
    phrase_tip="{text}\n{reading}",
    left="{reste}",
)
EN: Final = MessageWords(
    language="en",
    free_line="Free text",
    free_line_long="Free text ({key}: time left, ↑: say again)",
    reads="readable to {reach}\u00a0m",
    too_long_one="readable to {reach}\u00a0m, needs {distance}\u00a0m: 1 letter too many",
    too_long="readable to {reach}\u00a0m, needs {distance}\u00a0m: {count} letters too many",
    full_reads="readable to {reach}\u00a0m, needs {distance}\u00a0m; full screen, {full}\u00a0m",
    nowhere="not readable at {distance}\u00a0m on this screen",
    too_long_brief_one="{reach} of {distance}\u00a0m: 1 letter too many",
    too_long_brief="{reach} of {distance}\u00a0m: {count} letters too many",
    full_reads_brief="{reach} of {distance}\u00a0m; full screen {full}",
    nowhere_brief="not readable at {distance}\u00a0m",
    seen_from="{inches}″ seen from {distance}\u00a0m",
    stays="Stays",
    stays_tip="The message stays until it is cleared, or until the next GO",
    lasts_tip="The next message clears itself after {length}",
    more_tip="Phrases, readability, messages said so far",
    phrase_tip="{text}\n{reading}",
    left="{left}",
)


def message_words(language: str) -> MessageWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN


LEFT: Final = "{left}"


def staged(text: str) -> str:
    """What a person wrote, as the stage is told it."""
    return text.replace(FR.left, LEFT)


def handed(text: str, words: MessageWords) -> str:
    """What the stage was told, as a person writes it."""
    return text.replace(LEFT, words.left)
