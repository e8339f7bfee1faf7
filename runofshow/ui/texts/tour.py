"""What the tour says, in French and in English; read when it is first taken."""

from typing import Final, NamedTuple

from runofshow.ui.texts.wordbook import Wordbook


class StepWords(NamedTuple):
    """A step: what to do, and what is said once it is done."""

    ask: str
    done: str


class TourWords(Wordbook):
    """The words of one language; `language` is "fr" or "en"."""

    language: str
    step_of: str
    over: str
    steps: tuple[StepWords, ...]
    end: str
    leave: str
    leave_tip: str
    open_it: str
    again: str


FR: Final = TourWords(
    language="fr",
    step_of="Visite, {number} sur {count}",
    over="Visite finie",
    steps=(
        StepWords(
            "Lancez la première séquence\u00a0: cette touche, ou le bouton TOP.",
            "C'est parti\u00a0: le chrono court, et l'orateur le voit sur la scène.",
        ),
        StepWords(
            "L'orateur a besoin d'un peu plus\u00a0: donnez-lui une minute.",
            "Une minute donnée\u00a0: la suite montre aussitôt l'heure attendue.",
        ),
        StepWords(
            "Dites-lui de conclure\u00a0: un message prêt, d'une touche.",
            "C'est écrit sous ses yeux. {clear} l'efface.",
        ),
        StepWords(
            "Et si ce TOP était parti trop tôt\u202f? Annulez-le.",
            "Annulé, comme s'il n'avait jamais été donné.",
        ),
    ),
    end="C'est l'essentiel. {keys}\u00a0: toutes les touches\u00a0; {manual}\u00a0: le manuel.",
    leave="Quitter",
    leave_tip="Quitter la visite (Échap)\u00a0; le menu Aide la propose à nouveau",
    open_it="Ouvrir un programme…",
    again="Recommencer",
)

EN: Final = TourWords(
    language="en",
    step_of="Tour, {number} of {count}",
    over="End of the tour",
    steps=(
        StepWords(
            "Start the first item: this key, or the GO button.",
            "It runs: the speaker sees the countdown on the stage screen.",
        ),
        StepWords(
            "The speaker needs a little more: give a minute.",
            "A minute given: what follows shows its expected time at once.",
        ),
        StepWords(
            "Ask them to wrap up: a ready message, with one key.",
            "It is before the speaker's eyes. {clear} clears it.",
        ),
        StepWords(
            "What if that GO came too early? Take it back.",
            "Taken back, as if it had never been given.",
        ),
    ),
    end="That is most of what a day needs. {keys}: the keys; {manual}: the manual.",
    leave="Leave",
    leave_tip="Leave the tour (Esc); the Help menu offers it again",
    open_it="Open a programme…",
    again="Again",
)


def tour_words(language: str) -> TourWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
