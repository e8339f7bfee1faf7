"""What the layouts around the timer say on their screens, in French and in English.

`{hour}` is a time of day, `{title}` an item's, `{time}` a length in words, `{count}` a number.
Much of it is read by the public: it is said kindly.
"""

from typing import Final, NamedTuple


class LayoutWords(NamedTuple):
    """The words of the layouts in one language."""

    language: str
    # any of them
    on_now: str
    printed: str
    speakers: str
    # the clock
    until: str
    back: str
    at: str
    # the green room
    on_stage: str
    on_stage_printed: str
    held: str
    soon: str
    in_minutes: str
    in_hours: str
    nobody: str
    # the foyer
    over: str
    cut: str
    lasts: str
    begins: str
    on_time: str
    delay: str
    early: str
    holds: str
    patience: str
    thanks: str
    # the workshops
    room: str
    rooms: tuple[str, ...]
    rounds: str
    change: str
    change_at: str
    follows: str
    to_room: str
    starts_in: str
    starts_soon: str
    free: str
    five: str
    finished: str
    # the grid
    no_rooms: str


FR: Final = LayoutWords(
    language="fr",
    on_now="EN COURS",
    printed="prévu {hour}",
    speakers="{count} intervenants",
    until="{title}, fin à {hour}",
    back="{title}, reprise à {hour}",
    at="{title}, à {hour}",
    on_stage="En scène à {hour}",
    on_stage_printed="En scène à {hour}, prévu {printed}",
    held="À SUIVRE, chrono arrêté",
    soon="Tout de suite",
    in_minutes="dans {count} min",
    in_hours="dans {time}",
    nobody="Plus personne",
    over="terminé",
    cut="n'aura pas lieu",
    lasts="jusqu'à {hour}",
    begins="Nous commençons dans un instant, merci de votre patience.",
    on_time="à l'heure",
    delay="Environ {time} de retard, merci de votre patience.",
    early="Environ {time} d'avance.",
    holds="{title}\u00a0: toujours à {hour}.",
    patience="Un instant, s'il vous plaît.",
    thanks="La journée est terminée. Merci de votre présence\u202f!",
    room="SALLE",
    rooms=("salle", "room", "atelier"),
    rounds="Tour {number} sur {count}",
    change="Changez de salle",
    change_at="{title} à {hour}\u00a0: changez de salle.",
    follows="À suivre à {hour}\u00a0: {title}",
    to_room="{room}\u00a0: {text}",
    starts_in="Début à {hour}, dans",
    starts_soon="Dans un instant",
    free="Salle libre",
    five="PLUS QUE 5 MIN",
    finished="C'EST FINI",
    no_rooms="L'ordre du jour se construit ici.",
)

EN: Final = LayoutWords(
    language="en",
    on_now="NOW",
    printed="was {hour}",
    speakers="{count} speakers",
    until="{title}, until {hour}",
    back="{title}, back at {hour}",
    at="{title}, at {hour}",
    on_stage="On stage at {hour}",
    on_stage_printed="On stage at {hour}, was {printed}",
    held="NEXT, clock held",
    soon="Right now",
    in_minutes="in {count} min",
    in_hours="in {time}",
    nobody="Nobody else",
    over="over",
    cut="cancelled",
    lasts="until {hour}",
    begins="We begin in a moment, thank you for your patience.",
    on_time="on time",
    delay="Running about {time} late, thank you for your patience.",
    early="Running about {time} early.",
    holds="{title}: still at {hour}.",
    patience="One moment, please.",
    thanks="The day is over. Thank you for coming!",
    room="ROOM",
    rooms=("room", "salle", "workshop"),
    rounds="Round {number} of {count}",
    change="Change rooms",
    change_at="{title} at {hour}: change rooms.",
    follows="Next at {hour}: {title}",
    to_room="{room}: {text}",
    starts_in="Starts at {hour}, in",
    starts_soon="In a moment",
    free="Room free",
    five="5 MIN LEFT",
    finished="IT'S OVER",
    no_rooms="The agenda is made here.",
)


def layout_words(language: str) -> LayoutWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
