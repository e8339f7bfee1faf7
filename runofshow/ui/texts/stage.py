"""What the stage screen and the choosing of screens say, in French and in English.

`{hour}` is a time of day, `{time}` a countdown, `{screen}` the name of a screen.
"""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class StageWords(Wordbook):
    """The words of the stage screen in one language; `language` is "fr" or "en"."""

    language: str
    # phases
    wrap_up: str
    last_words: str
    time_up: str
    questions: str
    held: str
    one_moment: str
    # beside the digits
    ends: str
    was_due: str
    before_questions: str
    questions_at: str
    then_ends: str
    next: str
    speaking: str
    # waiting
    starts_in: str
    starts: str
    begins: str
    starts_at: str
    starts_on: str
    soon: str
    next_in: str
    next_soon: str
    back_at: str
    was_back_at: str
    counting: str
    thanks: str
    day_over: str
    day_ahead: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    # the window itself
    not_updated: str
    frozen: str
    window_title: str
    # where it is: after its name in the live card, and why, in a sentence
    card_beside: str
    card_off: str
    card_none: str
    on_screen: str
    only_screen: str
    unplugged: str
    not_found: str
    own_screen: str
    not_taken: str
    put_away: str
    for_sample: str
    asked_beside: str
    none_free: str
    held_screen: str
    as_window: str
    stage_here: str
    desk_here: str


FR: Final = StageWords(
    language="fr",
    wrap_up="CONCLUEZ",
    last_words="DERNIERS MOTS",
    time_up="TEMPS ÉCOULÉ",
    questions="QUESTIONS",
    held="CHRONO ARRÊTÉ",
    one_moment="UN INSTANT",
    ends="Fin à {hour}",
    was_due="Devait finir à {hour}",
    before_questions="AVANT LES QUESTIONS",
    questions_at="Questions à {hour}",
    then_ends="fin à {hour}",
    next="À SUIVRE",
    speaking="a la parole",
    starts_in="Début à {hour}, dans",
    starts="Début à {hour}",
    begins="Début",
    starts_at="Début à",
    starts_on="Début à {hour}, le",
    soon="Dans un instant",
    next_in="À SUIVRE, dans",
    next_soon="À SUIVRE, dans un instant",
    back_at="Reprise à",
    was_back_at="Devait reprendre à {hour}",
    counting="dans {time}",
    thanks="Merci",
    day_over="La journée est terminée",
    day_ahead="{weekday} {day} {month}",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    not_updated="Temps non actualisé",
    frozen="IMAGE GELÉE",
    window_title="Retour scène",
    card_beside="en fenêtre",
    card_off="absent",
    card_none="aucun écran",
    on_screen="Le retour scène est sur {screen}.",
    only_screen=(
        "Aucun écran de scène\u00a0: le retour n'est qu'en vignette. "
        "Un écran branché, il y va de lui-même."
    ),
    unplugged="L'écran {screen} est débranché : le retour scène y reviendra dès son retour.",
    not_found="L'écran {screen} n'est pas branché\u00a0: le brancher, ou en choisir un autre.",
    own_screen=(
        "Le retour scène ne couvre jamais l'écran de la régie ({screen}). "
        "Choisir un autre écran, ou déplacer la fenêtre de la régie."
    ),
    not_taken="L'écran {screen} n'a pas pris le retour scène\u00a0: en choisir un autre.",
    put_away="Le retour scène est rangé.",
    for_sample="Une journée d'exemple ne va pas sur l'écran de la scène.",
    asked_beside="Le retour scène est dans une fenêtre, sur l'écran de la régie.",
    none_free=(
        "Aucun écran libre\u00a0: le retour scène n'est qu'en vignette. "
        "Lui en donner un, ou en brancher un autre."
    ),
    held_screen="L'écran {screen} est celui d'une autre sortie\u00a0: en choisir un autre.",
    as_window="Le retour scène est une fenêtre sans bord, à capturer.",
    stage_here="Retour scène",
    desk_here="Régie",
)  # fmt: skip

EN: Final = StageWords(
    language="en",
    wrap_up="WRAP UP",
    last_words="LAST WORDS",
    time_up="TIME'S UP",
    questions="QUESTIONS",
    held="CLOCK HELD",
    one_moment="ONE MOMENT",
    ends="Ends at {hour}",
    was_due="Was due to end at {hour}",
    before_questions="BEFORE QUESTIONS",
    questions_at="Questions at {hour}",
    then_ends="ends at {hour}",
    next="NEXT",
    speaking="speaking",
    starts_in="Starts at {hour}, in",
    starts="Starts at {hour}",
    begins="Starts",
    starts_at="Starts at",
    starts_on="Starts at {hour} on",
    soon="In a moment",
    next_in="NEXT, in",
    next_soon="NEXT, in a moment",
    back_at="Back at",
    was_back_at="Was due back at {hour}",
    counting="in {time}",
    thanks="Thank you",
    day_over="The day is over",
    day_ahead="{weekday} {day} {month}",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    not_updated="Time not updated",
    frozen="FROZEN",
    window_title="Stage screen",
    card_beside="in a window",
    card_off="off",
    card_none="no screen",
    on_screen="The stage screen is on {screen}.",
    only_screen=(
        "No screen for the stage: it is in the thumbnail only. "
        "Plug a screen in and it goes there by itself."
    ),
    unplugged="Screen {screen} is unplugged: the stage screen returns as soon as it is back.",
    not_found="Screen {screen} is not plugged in. Plug it in, or choose another.",
    own_screen=(
        "The stage screen never covers the operator's own screen ({screen}). "
        "Choose another screen, or move the operator's window."
    ),
    not_taken="Screen {screen} did not take the stage screen. Choose another.",
    put_away="The stage screen is put away.",
    for_sample="A sample day does not go to the stage's screen.",
    asked_beside="The stage screen is in a window, on the desk's screen.",
    none_free=(
        "No free screen: the stage screen is in the thumbnail only. "
        "Give it one, or plug in another."
    ),
    held_screen="Screen {screen} belongs to another output. Choose another.",
    as_window="The stage screen is a window without a frame, to be captured.",
    stage_here="Stage screen",
    desk_here="Operator",
)  # fmt: skip
