"""What the panel card says, in French and in English.

`{time}` is a countdown or a time of day, `{length}` a length in words, `{name}` a person,
`{title}` a slot's title. Only the panel card and its banners read these words: they are loaded
with the card.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from runofshow.core.commands import State


class PanelWords(NamedTuple):
    """The words of the panel card in one language; `language` is "fr" or "en"."""

    language: str
    title: str
    equal: str
    unequal: str
    to_hear: str
    one_to_hear: str
    only: str
    all_heard: str
    keys: str
    keys_tip: str
    people: str
    floor: str
    no_floor: str
    sooner: str
    later: str
    # of a person: what the figure is
    left: str
    spoke_left: str
    over: str
    speaks_left: str
    speaks_over: str
    chair: str
    chair_speaks: str
    chair_spoke: str
    absent: str
    absent_speaks: str
    # of a person: the tip
    tip_share: str
    tip_spoken: str
    tip_mic: str
    # presence, in menus
    states: Mapping[State, str]
    # questions
    questions: str
    open_questions: str
    open_now: str
    questions_in: str
    questions_since: str
    questions_at: str
    questions_kept: str
    # who is absent: a banner
    gone: str
    gone_part: str
    give_back: str
    shorten: str


FR: Final = PanelWords(
    language="fr",
    title="La parole",
    equal="parts de {length}",
    unequal="parts inégales",
    to_hear="encore {count} à entendre",
    one_to_hear="encore 1 à entendre",
    only="{said}, {time} chacun",
    all_heard="tous entendus",
    keys="touches {first} à {last}",
    keys_tip="La touche d'un intervenant lui donne la parole\u202f; la même, ou {floor_0}, "
    "la reprend",
    people="Intervenants\u00a0: qui est là",
    floor="Donner la parole",
    no_floor="Reprendre la parole",
    sooner="Avancer d'un rang",
    later="Reculer d'un rang",
    left="reste",
    spoke_left="a parlé, reste",
    over="dépassé",
    speaks_left="parle, reste",
    speaks_over="parle, dépassé",
    chair="préside",
    chair_speaks="préside, parle",
    chair_spoke="préside, a parlé",
    absent="absent",
    absent_speaks="absent, parle",
    tip_share="Part\u00a0: {length}",
    tip_spoken="A parlé\u00a0: {length}",
    tip_mic="Micro\u00a0: {name}",
    states={
        "expected": "Attendu",
        "arrived": "Arrivé",
        "ready": "Prêt, équipé",
        "absent": "Absent",
    },
    questions="Questions",
    open_questions="Ouvrir les questions",
    open_now="questions ouvertes",
    questions_in="dans",
    questions_since="à ouvrir depuis",
    questions_at="à {time}",
    questions_kept="{length} gardées pour la salle",
    gone="Absent\u00a0: {name}",
    gone_part="«\u202f{title}\u202f»\u00a0: sa part de {length} est rendue aux autres",
    give_back="Part aux autres",
    shorten="Raccourcir de {length}",
)
EN: Final = PanelWords(
    language="en",
    title="Speaking",
    equal="{length} each",
    unequal="unequal shares",
    to_hear="{count} still to be heard",
    one_to_hear="1 still to be heard",
    only="{said}, {time} each",
    all_heard="all heard",
    keys="keys {first} to {last}",
    keys_tip="A speaker's key gives the floor; the same key again, or {floor_0}, takes it back",
    people="Speakers: who is here",
    floor="Give the floor",
    no_floor="Take the floor back",
    sooner="One place sooner",
    later="One place later",
    left="left",
    spoke_left="spoke, left",
    over="over",
    speaks_left="speaking, left",
    speaks_over="speaking, over",
    chair="chair",
    chair_speaks="chair, speaking",
    chair_spoke="chair, spoke",
    absent="absent",
    absent_speaks="absent, speaking",
    tip_share="Share: {length}",
    tip_spoken="Spoken: {length}",
    tip_mic="Microphone: {name}",
    states={
        "expected": "Expected",
        "arrived": "Arrived",
        "ready": "Ready, wired",
        "absent": "Absent",
    },
    questions="Questions",
    open_questions="Open questions",
    open_now="questions open",
    questions_in="in",
    questions_since="overdue by",
    questions_at="at {time}",
    questions_kept="{length} kept for the audience",
    gone="Absent: {name}",
    gone_part="“{title}”: the share of {length} goes to the others",
    give_back="Share to others",
    shorten="Shorten by {length}",
)


def panel_words(language: str) -> PanelWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
