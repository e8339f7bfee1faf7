"""What the sheet of a revised programme says, in French and in English; read when first opened."""

from typing import Final, NamedTuple


class RevisionWords(NamedTuple):
    """The words of the sheet in one language; `language` is "fr" or "en"."""

    language: str
    heading: str
    counted: str
    counted_one: str
    nothing: str
    caption: str
    problems: str
    problem_one: str
    take: str
    take_one: str
    take_none: str
    everything: str
    none: str
    proposed: str
    close: str
    take_tip: str
    everything_tip: str
    none_tip: str
    proposed_tip: str
    close_tip: str
    hint: str
    day: str
    taken: str
    taken_one: str
    back: str
    reprint: str


FR: Final = RevisionWords(
    language="fr",
    heading="Programme révisé",
    counted="{taken} changements retenus sur {count}",
    counted_one="{taken} changement retenu sur {count}",
    nothing="Ce programme ne change rien à la journée.",
    caption="Ce que cela donne",
    problems="{count} chevauchements de plus",
    problem_one="1 chevauchement de plus",
    take="Appliquer ces {count} changements",
    take_one="Appliquer ce changement",
    take_none="Ne rien appliquer",
    everything="Tout",
    none="Rien",
    proposed="Proposés",
    close="Fermer",
    take_tip="Appliquer ce qui est coché (Ctrl+Entrée)",
    everything_tip="Tout cocher, ce qui est à trancher aussi ({revision_all})",
    none_tip="Tout décocher ({revision_all} encore)",
    proposed_tip="Revenir à ce qui est proposé ({revision_proposed})",
    close_tip="Fermer sans rien changer (Échap)",
    hint="↑ ↓ choisir   → cocher   ← décocher   Ctrl+Entrée appliquer",
    day="La journée",
    taken="Programme révisé\u00a0: {count} changements appliqués.",
    taken_one="Programme révisé\u00a0: 1 changement appliqué.",
    back="Annuler ({answer})",
    reprint="Rééditer la suite",
)

EN: Final = RevisionWords(
    language="en",
    heading="Revised programme",
    counted="{taken} of {count} changes ticked",
    counted_one="{taken} of {count} changes ticked",
    nothing="This programme changes nothing in the day.",
    caption="What comes of it",
    problems="{count} more overlaps",
    problem_one="1 more overlap",
    take="Take these {count} changes",
    take_one="Take this change",
    take_none="Take nothing",
    everything="All",
    none="None",
    proposed="As proposed",
    close="Close",
    take_tip="Take what is ticked (Ctrl+Enter)",
    everything_tip="Tick all, what is undecided too ({revision_all})",
    none_tip="Untick all ({revision_all} again)",
    proposed_tip="Back to what is proposed ({revision_proposed})",
    close_tip="Close and change nothing (Esc)",
    hint="↑ ↓ choose   → tick   ← untick   Ctrl+Enter take",
    day="The day",
    taken="Programme revised: {count} changes taken.",
    taken_one="Programme revised: 1 change taken.",
    back="Undo ({answer})",
    reprint="Reissue the rest",
)


def revision_words(language: str) -> RevisionWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
