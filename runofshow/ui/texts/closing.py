"""Words of what is asked before a day with items to come is closed, in French and in English."""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class ClosingWords(Wordbook):
    """One language: the question, how many are to come, and the key that says yes."""

    language: str
    sure: str
    still: str
    again: str


FR: Final = ClosingWords(
    language="fr",
    sure="Clôturer la journée\u202f?",
    still="{count} {count:séquence|séquences} à venir",
    again="{key} encore\u00a0: clôturer",
)
EN: Final = ClosingWords(
    language="en",
    sure="Close the day?",
    still="{count} {count:item|items} to come",
    again="{key} again: close",
)


def closing_words(language: str) -> ClosingWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
