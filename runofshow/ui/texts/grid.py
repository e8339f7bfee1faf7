"""What the page of workshops says, in French and in English.

`{…}` are filled by the page; it is loaded when the page is first opened.
"""

from typing import Final, NamedTuple


class GridWords(NamedTuple):
    """The words of the page in one language; `language` is "fr" or "en"."""

    language: str
    title: str
    # what it comes to
    sums: str
    placed: str
    none: str
    # the grid
    room: str
    add_room: str
    add_room_short: str
    name_room: str
    name_rooms: str
    free: str
    # while somebody types
    hint: str
    hint_edit: str
    hint_over: str
    hint_rooms: str
    hint_divide: str
    echo_title: str
    echo_host: str
    echo_result: str
    echo_room: str
    echo_rooms: str
    room_taken: str
    clicked: str
    # two at once
    clash: str
    more_clashes: str
    # buttons
    other: str
    other_tip: str
    divide: str
    divide_tip: str
    into: str
    as_now: str
    report: str
    report_tip: str
    report_none: str
    empty: str
    empty_tip: str
    paste: str
    paste_tip: str


FR: Final = GridWords(
    language="fr",
    title="Ateliers",
    sums="{session} · {rounds} {rounds:tour|tours}, {rooms} {rooms:salle|salles}",
    placed="{count} {count:atelier placé|ateliers placés}",
    none="Aucun atelier dans cette journée. Dans le conducteur, donner la nature "
    "«\u202fatelier\u202f» à une séquence\u00a0: sa grille s'ouvre ici.",
    room="Salle",
    add_room="Taper les salles, une virgule entre deux, puis Entrée\u00a0: Salle 1, Salle 2, Foyer",
    add_room_short="+ salle",
    name_room="Nom de la salle",
    name_rooms="Une salle, ou plusieurs séparées par des virgules",
    free="libre",
    hint="Taper un titre, puis Entrée\u00a0: salle suivante, Tab\u00a0: tour suivant · "
    "titre @ animateur · Alt+flèches\u00a0: échanger",
    hint_edit="Entrée\u00a0: salle suivante · Tab\u00a0: tour suivant · titre @ animateur · "
    "Échap\u00a0: laisser",
    hint_over="= puis un texte\u00a0: ce qui est sorti de l'atelier, au bilan de la journée",
    hint_rooms="Entrée à vide\u00a0: passer aux ateliers du premier tour",
    hint_divide="{key}\u00a0: découper cet atelier en tours",
    echo_title="«\u202f{title}\u202f»",
    echo_host="«\u202f{title}\u202f», animé par {host}",
    echo_result="{about}. Résultat\u00a0: {result}",
    echo_room="Salle «\u202f{room}\u202f»",
    echo_rooms="{count} salles\u00a0: {rooms}",
    room_taken="La salle «\u202f{room}\u202f» est déjà dans la grille.",
    clicked="«\u202f{text}\u202f»\u00a0: une télécommande l'envoie. Écrire autre chose.",
    clash="{round}\u00a0: {host} anime dans {count} salles à la fois ({rooms}).",
    more_clashes="{text} Et {count} {count:autre|autres}.",
    other="{session} ▸",
    other_tip="Autre grille de la journée",
    divide="Découper en tours",
    divide_tip="Faire les tours avec le temps qui reste\u202f; les ateliers placés restent",
    into="{count} {count:tour|tours}",
    as_now="{count} {count:tour|tours}, comme maintenant",
    report="Restitution",
    report_tip="Un rapporteur par atelier dans «\u202f{title}\u202f», à parts égales",
    report_none="Rien après ces ateliers où les restituer",
    empty="Vider",
    empty_tip="Vider la case\u202f; sur le nom d'une salle, ôter la salle",
    paste="Coller",
    paste_tip="Coller une liste ou un tableau\u00a0: une ligne par salle, une colonne par tour",
)

EN: Final = GridWords(
    language="en",
    title="Workshops",
    sums="{session} · {rounds} {rounds:round|rounds}, {rooms} {rooms:room|rooms}",
    placed="{count} {count:workshop placed|workshops placed}",
    none="No workshop on this day. In the rundown, make an item a workshop: its grid opens here.",
    room="Room",
    add_room="Type the rooms, commas between, then Enter: Room 1, Room 2, Foyer",
    add_room_short="+ room",
    name_room="Name of the room",
    name_rooms="A room, or several with commas between",
    free="free",
    hint="Type a title, then Enter: next room, Tab: next round · title @ host · Alt+arrows: swap",
    hint_edit="Enter: next room · Tab: next round · title @ host · Esc: leave",
    hint_over="= then a text: what came of the workshop, for the report of the day",
    hint_rooms="Enter on nothing: on to the workshops of the first round",
    hint_divide="{key}: divide this workshop into rounds",
    echo_title="“{title}”",
    echo_host="“{title}”, hosted by {host}",
    echo_result="{about}. Result: {result}",
    echo_room="Room “{room}”",
    echo_rooms="{count} rooms: {rooms}",
    room_taken="The room “{room}” is in the grid already.",
    clicked="“{text}”: a presenter's clicker sends that. Write something else.",
    clash="{round}: {host} hosts in {count} rooms at once ({rooms}).",
    more_clashes="{text} And {count} more.",
    other="{session} ▸",
    other_tip="Another grid of the day",
    divide="Divide into rounds",
    divide_tip="Make rounds of the time that is left; workshops placed stay",
    into="{count} {count:round|rounds}",
    as_now="{count} {count:round|rounds}, as now",
    report="Reporting back",
    report_tip="A reporter for each workshop in “{title}”, in equal shares",
    report_none="Nothing after these workshops to report on them in",
    empty="Empty",
    empty_tip="Empty the cell; on the name of a room, take the room away",
    paste="Paste",
    paste_tip="Paste a list or a table: a line for each room, a column for each round",
)


def grid_words(language: str) -> GridWords:
    """The words of the page in `language` ("fr" or "en")."""
    return FR if language == "fr" else EN
