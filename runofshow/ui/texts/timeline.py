"""What the timeline says of itself, in French and in English; hours and lengths are filled in."""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class TimelineWords(Wordbook):
    """The words of one language; `language` is "fr" or "en"."""

    language: str
    name: str
    about: str
    tip_planned: str
    tip_expected: str
    tip_was: str
    tip_length: str
    tip_floor: str
    tip_fixed: str
    tip_draw: str
    tip_closer: str
    kept: str
    agreed: str
    at_risk: str
    lost: str
    mark_expected: str
    gap: str
    overlap: str
    done: str
    skipped: str
    fixed: str
    drawing: str
    drawing_end: str
    too_short: str
    unchanged: str
    zoom_in: str
    zoom_out: str
    zoom_all: str


FR: Final = TimelineWords(
    language="fr",
    name="Ligne du temps",
    about="← → autre séquence, {line_shorter} {line_longer} durée, Ctrl+Entrée valide, "
    "Échap laisse, ↑ ↓ zoom",
    tip_planned="prévu {start}–{end}",
    tip_expected="attendu {start}–{end}",
    tip_was="réel {start}–{end}",
    tip_length="durée {length}",
    tip_floor="plancher {length}",
    tip_fixed="durée intouchable",
    tip_draw="Tirer la fin change la durée",
    tip_closer="Agrandir (Ctrl et la molette, double-clic) pour tirer la fin",
    kept="Heure ferme tenue",
    agreed="Heure ferme convenue",
    at_risk="Heure ferme compromise",
    lost="Heure ferme intenable",
    mark_expected="attendu {time}",
    gap="Battement de {length}, {start}–{end}",
    overlap="Chevauchement de {length}, {start}–{end}",
    done="«\u202f{title}\u202f» est passée\u00a0: sa durée ne change plus.",
    skipped="«\u202f{title}\u202f» est sautée\u00a0: elle n'a pas de durée à changer.",
    fixed="«\u202f{title}\u202f»\u00a0: durée intouchable.",
    drawing="{cue} {title}\u00a0: {was} → {length}",
    drawing_end="{cue} {title}\u00a0: fin {was} → {end}",
    too_short="sous le plancher ({floor})",
    unchanged="{cue} {title}\u00a0: {was}",
    zoom_in="Agrandir la journée",
    zoom_out="Réduire la journée",
    zoom_all="Toute la journée",
)
EN: Final = TimelineWords(
    language="en",
    name="Timeline",
    about="← → other item, {line_shorter} {line_longer} length, Ctrl+Enter applies, "
    "Esc leaves, ↑ ↓ zoom",
    tip_planned="planned {start}–{end}",
    tip_expected="expected {start}–{end}",
    tip_was="was {start}–{end}",
    tip_length="length {length}",
    tip_floor="minimum {length}",
    tip_fixed="fixed length",
    tip_draw="Drag the end to change the length",
    tip_closer="Zoom in (Ctrl and the wheel, double click) to drag its end",
    kept="Hard time held",
    agreed="Hard time agreed",
    at_risk="Hard time at risk",
    lost="Hard time out of reach",
    mark_expected="expected {time}",
    gap="Gap of {length}, {start}–{end}",
    overlap="Overlap of {length}, {start}–{end}",
    done="“{title}” is over: its length no longer changes.",
    skipped="“{title}” is skipped: it has no length to change.",
    fixed="“{title}” has a fixed length.",
    drawing="{cue} {title}: {was} → {length}",
    drawing_end="{cue} {title}: end {was} → {end}",
    too_short="below its minimum ({floor})",
    unchanged="{cue} {title}: {was}",
    zoom_in="Zoom into the day",
    zoom_out="Zoom out of the day",
    zoom_all="The whole day",
)


def timeline_words(language: str) -> TimelineWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
