"""What the printed plan B says, in French and in English.

`{time}` is a time of day, `{length}` a length in words, `{item}` an item's cue and title.
"""

from typing import Final, NamedTuple


class PlanBWords(NamedTuple):
    """The words of the page in one language; `language` is "fr" or "en"."""

    language: str
    heading: str
    about: str
    happens: str
    nothing_happens: str
    runs_over: str
    ends_early: str
    done: str
    nothing_done: str
    gives: str
    drops: str
    hard_times: str
    no_hard_times: str
    day_end: str
    whose: str
    due: str
    alone: str
    with_plan: str
    held: str
    missed: str
    not_expected: str
    agreed: str
    possible: str
    nothing_possible: str
    plan: str
    who_gives: str
    tell: str
    becomes: str
    short: str
    the_day: str
    cue: str
    title: str
    printed: str
    length: str
    left_out: str
    end: str
    minutes: str
    file: str
    save_title: str
    kinds: tuple[str, str]


FR: Final = PlanBWords(
    language="fr",
    heading="Plan B",
    about="Répétition du conducteur, {date}",
    happens="Si",
    nothing_happens="Tout dure le temps prévu.",
    runs_over="{item} déborde de {length}",
    ends_early="{item} finit {length} plus tôt",
    done="Alors",
    nothing_done="Rien n'a été tenté pendant la répétition.",
    gives="{item} −{length}",
    drops="sans {item}",
    hard_times="Heures fermes",
    no_hard_times="Aucune heure ferme.",
    day_end="Fin de journée",
    whose="Pour",
    due="Due",
    alone="Sans rien faire",
    with_plan="Plan B",
    held="tenue",
    missed="manquée",
    not_expected="sautée",
    agreed="convenue depuis",
    possible="Encore possible à {time} pour {item}",
    nothing_possible="Personne ne peut céder assez\u00a0: prévenir et convenir d'une autre heure.",
    plan="Plan",
    who_gives="Qui cède",
    tell="À prévenir",
    becomes="Devient",
    short="manque {length}",
    the_day="La journée",
    cue="N°",
    title="Séquence",
    printed="Prévu",
    length="Durée",
    left_out="sautée",
    end="Fin",
    minutes="min",
    file="Plan B",
    save_title="Enregistrer le plan B",
    kinds=("Page à imprimer (*.pdf)", "Page web (*.html)"),
)

EN: Final = PlanBWords(
    language="en",
    heading="Plan B",
    about="Rehearsal of the rundown, {date}",
    happens="If",
    nothing_happens="Everything takes the time planned.",
    runs_over="{item} runs over by {length}",
    ends_early="{item} ends {length} early",
    done="Then",
    nothing_done="Nothing was tried in the rehearsal.",
    gives="{item} −{length}",
    drops="without {item}",
    hard_times="Hard times",
    no_hard_times="No hard times.",
    day_end="End of the day",
    whose="For",
    due="Due",
    alone="If nobody acts",
    with_plan="Plan B",
    held="held",
    missed="missed",
    not_expected="skipped",
    agreed="agreed since",
    possible="Still possible at {time} for {item}",
    nothing_possible="Nobody can give enough: ring, and agree on another time.",
    plan="Plan",
    who_gives="Who gives",
    tell="To tell",
    becomes="Becomes",
    short="{length} short",
    the_day="The day",
    cue="Cue",
    title="Item",
    printed="Planned",
    length="Length",
    left_out="skipped",
    end="End",
    minutes="min",
    file="Plan B",
    save_title="Save plan B",
    kinds=("Page to print (*.pdf)", "Web page (*.html)"),
)


def plan_b_words(language: str) -> PlanBWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
