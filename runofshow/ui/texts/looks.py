"""What looks are called where one is chosen: layouts, parts, turns and grounds."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from runofshow.ui.speaker.look import Ground, Layout, Turned
from runofshow.ui.speaker.parts import Part
from runofshow.ui.speaker.roles import Role


class LookWords(NamedTuple):
    """The words of looks in one language.

    `layouts` and `told` are a name and a sentence by layout; `parts` what can be left out, by
    layout where it is another thing there. `roles` are what letters are for; `mains` what that is
    which a layout is there to tell. `writings` are scripts by one of their letters.
    """

    language: str
    layouts: Mapping[Layout, str]
    told: Mapping[Layout, str]
    parts: Mapping[Part, str]
    parts_there: Mapping[tuple[Layout, Part], str]
    mirrored: str
    turned: Mapping[Turned, str]
    grounds: Mapping[Ground, str]
    # from how far it reads
    roles: Mapping[Role, str]
    mains: Mapping[Layout, str]
    reads_to: str
    too_small: str
    writings: Mapping[str, str]

    def part(self, layout: Layout, part: Part) -> str:
        """What a part is called in a layout."""
        return self.parts_there.get((layout, part), self.parts[part])


FR: Final = LookWords(
    language="fr",
    layouts={
        "timer": "Grand chrono",
        "rundown": "Chrono et conducteur",
        "clock": "Heure",
        "next": "À suivre (coulisses)",
        "programme": "Programme (accueil)",
        "workshops": "Ateliers par salle",
        "grid": "Grille des ateliers",
        "third": "Synthé (qui parle)",
    },
    told={
        "timer": "Le temps qui reste, aussi grand que l'écran le permet.",
        "rundown": "Le temps qui reste, et à droite ce qui suit.",
        "clock": "L'heure, et ce qui est en cours.",
        "next": "Qui entre en scène ensuite et dans combien de temps, pour les coulisses.",
        "programme": "Toute la journée aux heures réelles, pour le public.",
        "workshops": "Les ateliers en parallèle, la salle d'abord, et leur chrono commun.",
        "grid": "Salles et tours à mesure qu'on les remplit, à projeter pendant ce temps.",
        "third": "Le nom de qui a la parole, à incruster dans une image.",
    },
    parts={
        "title": "Titre et intervenants",
        "names": "Intervenants",
        "clock": "Heure",
        "end": "Heure de fin",
        "bar": "Barre du temps",
        "next": "À suivre",
        "share": "Temps de parole de chacun",
        "printed": "Heure prévue",
        "delay": "Retard, dit au pied",
        "past": "Ce qui est terminé",
        "rounds": "Tours",
        "count": "Compte à rebours",
        "role": "Fonction",
        "organisation": "Organisme",
    },
    parts_there={
        ("rundown", "title"): "Titre",
        ("clock", "title"): "Ce qui est en cours",
        ("next", "title"): "Sujet",
        ("next", "next"): "Les trois suivants",
        ("programme", "title"): "Titre de la journée",
        ("workshops", "names"): "Animateurs",
        ("grid", "title"): "Titre",
        ("grid", "names"): "Animateurs",
        ("grid", "end"): "Heures des tours",
    },
    mirrored="En miroir",
    turned={
        0: "Droit",
        90: "Tourné de 90° à droite",
        180: "Tête en bas",
        270: "Tourné de 90° à gauche",
    },
    grounds={
        "paper": "Fond noir",
        "green": "Fond vert (incrustation)",
        "clear": "Fond transparent",
    },
    roles={"time": "temps", "word": "mot de phase", "message": "message"},
    mains={
        "rundown": "lignes",
        "next": "nom",
        "programme": "lignes",
        "workshops": "ateliers",
        "grid": "ateliers",
        "third": "nom",
    },
    reads_to="Lisible jusqu'à\u00a0: {parts}.",
    too_small="Trop petit à {metres} m\u00a0: {parts}.",
    writings={
        "Ω": "grec", "Ж": "cyrillique", "ع": "arabe", "א": "hébreu", "中": "chinois",
        "の": "japonais", "한": "coréen", "ไ": "thaï", "अ": "devanagari", "👏": "émojis",
    },
)  # fmt: skip

EN: Final = LookWords(
    language="en",
    layouts={
        "timer": "Big timer",
        "rundown": "Timer and rundown",
        "clock": "Clock",
        "next": "Next up (green room)",
        "programme": "Programme (foyer)",
        "workshops": "Workshops by room",
        "grid": "Grid of workshops",
        "third": "Lower third (who speaks)",
    },
    told={
        "timer": "The time left, as large as the screen allows.",
        "rundown": "The time left, and at the right what follows.",
        "clock": "The time of day, and what is on.",
        "next": "Who goes on stage next and in how long, for the green room.",
        "programme": "The whole day at its real hours, for the audience.",
        "workshops": "What runs in parallel, the room first, and their common countdown.",
        "grid": "Rooms and rounds as the grid fills: to be projected while it is made.",
        "third": "The name of who speaks, to lay over a picture.",
    },
    parts={
        "title": "Title and speakers",
        "names": "Speakers",
        "clock": "Time of day",
        "end": "When it ends",
        "bar": "Time bar",
        "next": "What is next",
        "share": "Each speaker's own time",
        "printed": "Printed hour",
        "delay": "Delay, told at the foot",
        "past": "What is over",
        "rounds": "Rounds",
        "count": "Countdown",
        "role": "Role",
        "organisation": "Organisation",
    },
    parts_there={
        ("rundown", "title"): "Title",
        ("clock", "title"): "What is on",
        ("next", "title"): "Subject",
        ("next", "next"): "The three after",
        ("programme", "title"): "Title of the day",
        ("workshops", "names"): "Hosts",
        ("grid", "title"): "Title",
        ("grid", "names"): "Hosts",
        ("grid", "end"): "Hours of the rounds",
    },
    mirrored="Mirrored",
    turned={0: "Upright", 90: "Turned 90° right", 180: "Upside down", 270: "Turned 90° left"},
    grounds={"paper": "Black ground", "green": "Green ground (to key)", "clear": "Clear ground"},
    roles={"time": "time", "word": "phase word", "message": "message"},
    mains={
        "rundown": "lines",
        "next": "name",
        "programme": "lines",
        "workshops": "workshops",
        "grid": "workshops",
        "third": "name",
    },
    reads_to="Readable up to: {parts}.",
    too_small="Too small at {metres} m: {parts}.",
    writings={
        "Ω": "Greek", "Ж": "Cyrillic", "ع": "Arabic", "א": "Hebrew", "中": "Chinese",
        "の": "Japanese", "한": "Korean", "ไ": "Thai", "अ": "Devanagari", "👏": "emojis",
    },
)  # fmt: skip


def look_words(language: str) -> LookWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
