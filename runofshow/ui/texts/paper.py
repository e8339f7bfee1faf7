"""What the printed editions say, in French and in English.

`{time}` is a time of day, `{length}` a length in words, `{date}` a day, `{who}` a name.
"""

from typing import Final, NamedTuple


class PaperWords(NamedTuple):
    """The words on paper in one language; `language` is "fr" or "en"."""

    language: str
    # the editions and their files
    regie: str
    pocket: str
    speaker: str
    door: str
    wall: str
    no_grid: str
    files: dict[str, str]
    # head and foot
    printed: str
    rehearsal: str
    revision: str
    page: str
    as_of: str
    # columns
    cue: str
    hour: str
    length: str
    actual: str
    item: str
    note: str
    notes: str
    # lines
    until: str
    gap: str
    overlap: str
    too_heavy: str
    skipped: str
    optional: str
    by_itself: str
    hidden: str
    questions: str
    hard_start: str
    hard_end: str
    tolerance: str
    agreed: str
    expected: str
    hard_times: str
    day_end: str
    ends: str
    empty: str
    # legend
    means_guessed: str
    means_hard: str
    means_moved: str
    # a speaker's
    sheet_of: str
    your_items: str
    be_there: str
    before_start: str
    stays: str
    on_stage: str
    lasts: str
    of_it_questions: str
    your_share: str
    you_chair: str
    topic: str
    mic: str
    room: str
    with_whom: str
    chair: str
    in_session: str
    before_you: str
    after_you: str
    nobody_before: str
    nobody_after: str
    not_certain: str
    the_screen: str
    wrap_up: str
    last_words: str
    over: str
    screen_questions: str
    at_left: str
    screen_before_questions: str
    over_means: str
    your_part: str
    contact: str
    # the door
    about: str
    door_ends: str
    in_room: str
    chaired: str
    # the report
    left_out: str


FR: Final = PaperWords(
    language="fr",
    regie="Conducteur régie",
    pocket="Conducteur de poche",
    speaker="Feuille de route",
    door="Affiche de porte",
    wall="Grille des ateliers",
    no_grid="Aucun atelier n'est encore placé.",
    files={
        "regie": "conducteur",
        "pocket": "poche",
        "speaker": "feuille de route",
        "door": "affiche de porte",
        "wall": "grille des ateliers",
    },
    rehearsal="RÉPÉTITION",
    printed="imprimé le {date} à {time}",
    revision="révision {rev} · {mark}",
    page="page {page} sur {pages}",
    as_of="Journée commencée : les heures sont celles attendues à {time}.",
    cue="N°",
    hour="Heure",
    length="Durée",
    actual="Réel",
    item="Séquence",
    note="Note",
    notes="Notes",
    until="→ {time}",
    gap="battement {length}",
    overlap="chevauchement {length}",
    too_heavy="trop lourde de {length}",
    skipped="sautée",
    optional="facultative",
    by_itself="s'enchaîne seule",
    hidden="hors public",
    questions="dont {length} de questions",
    hard_start="début ferme",
    hard_end="fin ferme {time}",
    tolerance="à {length} près",
    agreed="heure convenue",
    expected="attendue à {time}",
    hard_times="Heures fermes",
    day_end="Fin de la journée",
    ends="Fin : {title}",
    empty="Aucune séquence.",
    means_guessed="supposé, à confirmer",
    means_hard="heure ferme, promise à quelqu'un",
    means_moved="barrée : heure imprimée avant",
    sheet_of="Feuille de route",
    your_items="Vos {count} passages",
    be_there="Être là à",
    before_start="{length} avant",
    stays="vous y êtes déjà",
    on_stage="En scène à",
    lasts="Durée",
    of_it_questions="dont {length} de questions à la fin",
    your_share="Votre temps de parole : {length}",
    you_chair="Vous présidez",
    topic="Sujet",
    mic="Micro",
    room="Salle",
    with_whom="Avec",
    chair="préside",
    in_session="Session",
    before_you="Avant vous",
    after_you="Après vous",
    nobody_before="Vous ouvrez la journée.",
    nobody_after="Vous fermez la journée.",
    not_certain="heure à confirmer",
    the_screen="Devant vous, le retour scène montre le temps qui vous reste, puis :",
    wrap_up="CONCLUEZ",
    last_words="DERNIERS MOTS",
    over="TEMPS ÉCOULÉ",
    screen_questions="QUESTIONS",
    at_left="à {length} de la fin",
    screen_before_questions="{length} avant les questions",
    over_means="et ce que vous avez dépassé",
    your_part="Votre part",
    contact="Contact sur place",
    about="vers {time}",
    door_ends="Fin à {time}",
    in_room="Salle {room}",
    chaired="présidence",
    left_out="… et {count} {count:autre ligne|autres lignes} : voir le tableur.",
)

EN: Final = PaperWords(
    language="en",
    regie="Crew rundown",
    pocket="Pocket rundown",
    speaker="Speaker's sheet",
    door="Door sign",
    wall="Grid of workshops",
    no_grid="No workshop has been placed yet.",
    files={
        "regie": "rundown",
        "pocket": "pocket",
        "speaker": "speaker's sheet",
        "door": "door sign",
        "wall": "grid of workshops",
    },
    rehearsal="REHEARSAL",
    printed="printed {date} at {time}",
    revision="revision {rev} · {mark}",
    page="page {page} of {pages}",
    as_of="The day has begun: times are those expected at {time}.",
    cue="Cue",
    hour="Time",
    length="Length",
    actual="Actual",
    item="Item",
    note="Note",
    notes="Notes",
    until="→ {time}",
    gap="gap {length}",
    overlap="overlap {length}",
    too_heavy="{length} too long",
    skipped="skipped",
    optional="optional",
    by_itself="runs by itself",
    hidden="not public",
    questions="with {length} of questions",
    hard_start="hard start",
    hard_end="hard end {time}",
    tolerance="within {length}",
    agreed="time agreed",
    expected="expected at {time}",
    hard_times="Hard times",
    day_end="End of the day",
    ends="End: {title}",
    empty="No items.",
    means_guessed="guessed, to be confirmed",
    means_hard="hard time, promised to somebody",
    means_moved="struck: the hour printed before",
    sheet_of="Speaker's sheet",
    your_items="Your {count} items",
    be_there="Be there at",
    before_start="{length} before",
    stays="you are there already",
    on_stage="On stage at",
    lasts="Length",
    of_it_questions="with {length} of questions at the end",
    your_share="Your own time: {length}",
    you_chair="You chair",
    topic="Topic",
    mic="Microphone",
    room="Room",
    with_whom="With",
    chair="chair",
    in_session="Session",
    before_you="Before you",
    after_you="After you",
    nobody_before="You open the day.",
    nobody_after="You close the day.",
    not_certain="time to be confirmed",
    the_screen="The screen in front of you shows the time you have left, then:",
    wrap_up="WRAP UP",
    last_words="LAST WORDS",
    over="TIME'S UP",
    screen_questions="QUESTIONS",
    at_left="{length} before the end",
    screen_before_questions="{length} before the questions",
    over_means="and by how much",
    your_part="Your part",
    contact="Contact on site",
    about="about {time}",
    door_ends="Ends at {time}",
    in_room="Room {room}",
    chaired="chair",
    left_out="… and {count} more {count:line|lines}: see the spreadsheet.",
)


def paper_words(language: str) -> PaperWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
