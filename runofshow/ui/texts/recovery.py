"""The words of hard times and of catching up: the strip's, the recovery card's, its menu's.

`{time}` is a time of day, `{length}` a length in words, `{name}` who was promised the hour.
"""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class PlanWords(Wordbook):
    """What each plan is called (screens.md §5)."""

    share: str
    breaks: str
    few: str
    next: str
    last: str
    now: str
    skip: str


class RecoveryWords(Wordbook):
    """What is said of hard times in one language; `language` is "fr" or "en"."""

    language: str
    plans: PlanWords
    short_plans: PlanWords
    """Where room is short; the tip says the whole name."""
    colon: str
    # the strip
    next_hard: str
    worst_hard: str
    day: str
    day_short: str
    end_of: str
    held: str
    tight: str
    late: str
    tolerated: str
    within: str
    lost: str
    agreed: str
    instead_of: str
    told_at: str
    decide: str
    decide_in: str
    decide_now: str
    expected: str
    in_length: str
    if_left: str
    odds_of: str
    # the card: its head
    card: str
    to_win: str
    to_win_short: str
    more_than: str
    lost_head: str
    best_is: str
    unless: str
    which: str
    other_tip: str
    # the card: the plans
    head_plan: str
    head_gives: str
    head_tell: str
    head_rest: str
    items: str
    items_short: str
    drops: str
    on_air: str
    short: str
    breaks: str
    breaks_short: str
    breaks_count: str
    apply: str
    apply_tip: str
    previews: str
    preview_tip: str
    advised_tip: str
    """Why a plan's button is framed."""
    reckoning: str
    nobody: str
    tell_one: str
    tell_many: str
    nobody_to_tell: str
    arrives: str
    gives_tip: str
    # the card: the phone
    call: str
    call_nobody: str
    proposal: str
    proposal_hours: str
    proposal_short: str
    new_hour: str
    agree: str
    agree_hint: str
    told: str
    agreed_echo: str
    same_hour: str
    no_time: str
    told_said: str
    # preview
    preview: str
    preview_rest: str
    # who is to be told
    telling: str
    telling_one: str
    all_told: str
    told_key: str
    done: str
    done_tip: str
    to_tell: str
    to_plans: str
    on_stage: str
    new_length: str
    new_length_brief: str
    given_back: str
    left_out: str
    tick_tip: str
    # banners
    applied: str
    undo_hint: str
    agreed_banner: str
    back_to: str
    broken_banner: str
    skipped_banner: str
    moved_banner: str
    undo: str
    restored_banner: str


FR: Final = RecoveryWords(
    language="fr",
    plans=PlanWords(
        share="Répartir",
        breaks="Sur les pauses d'abord",
        few="Sur le moins de séquences",
        next="Sur les prochaines",
        last="Sur la fin",
        now="Faire conclure",
        skip="Supprimer une séquence facultative",
    ),
    short_plans=PlanWords(
        share="Répartir",
        breaks="Pauses d'abord",
        few="Concentrer",
        next="Les prochaines",
        last="Sur la fin",
        now="Faire conclure",
        skip="Supprimer",
    ),
    colon="\u00a0: ",
    next_hard="Prochaine heure ferme",
    worst_hard="La plus compromise",
    day="fin de journée",
    day_short="fin",
    end_of="fin {title}",
    held="tenue",
    tight="serré",
    late="+{length}",
    tolerated="+{length}",
    within="toléré jusqu'à {time}",
    lost="intenable",
    agreed="convenu",
    instead_of="au lieu de {time}",
    told_at="prévenu à {time}",
    decide="décider avant ",
    decide_in=", dans {length}",
    decide_now=", maintenant",
    expected="attendu {time}",
    in_length="dans {length}",
    if_left="{odds} si personne n'intervient",
    odds_of="{odds} de tenir",
    card="Rattrapage",
    to_win="{length} à rattraper avant {time} {name}",
    to_win_short="{length} pour {time} {name}",
    more_than="plus de {length}",
    lost_head="{time} {name} intenable",
    best_is="au mieux {time}, manque {length}",
    unless="sauf « {name} »",
    which="{index} sur {count}",
    other_tip="Voir l'autre heure ferme compromise",
    head_plan="Plan",
    head_gives="Qui cède",
    head_tell="Prévenir",
    head_rest="Reste",
    items="{count} séquences",
    items_short="{count} séq.",
    drops="sans {cue}",
    on_air="{cue} en cours −{length}",
    short="manque {length}",
    breaks="{time} {name} +{length}",
    breaks_short="{time} +{length}",
    breaks_count="{count} {count:autre|autres}",
    apply="Appliquer",
    apply_tip="Appliquer « {name} »",
    previews="aperçu",
    preview_tip="Aperçu sur le conducteur\u00a0: {next}",
    advised_tip="Conseillé : au plus près de l'heure, en prévenant le moins de monde.",
    reckoning="Calcul des plans…",
    nobody="Personne à venir ne peut céder de temps qui aide : il reste le téléphone",
    tell_one="1 personne à prévenir",
    tell_many="{count} personnes à prévenir",
    nobody_to_tell="personne à prévenir",
    arrives="{name} à {time}",
    gives_tip="{cue} {title} : {before} → {after}",
    call="Appeler",
    call_nobody="aucun contact noté",
    proposal="« {title} à {time} au lieu de {due}, possible ? »",
    proposal_hours="« {time} au lieu de {due}, possible ? »",
    proposal_short="« À {time}, possible ? »",
    new_hour="nouvelle heure",
    agree="Convenu",
    agree_hint="Nouvelle heure convenue, comme 12h27 ; Entrée valide, Ctrl+Entrée celle proposée",
    told="Prévenu",
    agreed_echo="convenu {time}, {change}",
    same_hour="c'est l'heure promise : rien ne change",
    no_time="pas une heure : écrire 12h27",
    told_said="prévenu à {at} : {time}",
    preview="Aperçu : {name}",
    preview_rest="Rien n'est appliqué. {key} applique, Échap quitte",
    telling="À prévenir : {left} sur {count}",
    telling_one="À prévenir : 1 personne",
    all_told="Tout le monde est prévenu",
    told_key="prévenu, le suivant : {key}",
    done="Fermer",
    done_tip="Fermer la liste : tout le monde sait ce qu'il a à savoir",
    to_tell="À prévenir : {count}",
    to_plans="Plans",
    on_stage="sur scène",
    new_length="{was} → {length} min",
    new_length_brief="→ {length}",
    given_back="{length} min, rétabli",
    left_out="supprimée",
    tick_tip="{who} : {what}",
    applied="Appliqué : {name}",
    undo_hint="{key} annule",
    agreed_banner="{name} : {time} convenu au lieu de {due}",
    back_to="Revenir à {due}",
    broken_banner="Heure ferme compromise : {time} {name} +{length}",
    skipped_banner="Heure ferme sautée : {time} {name}",
    moved_banner="Heure promise changée : {name} {time} au lieu de {due}",
    undo="Annuler",
    restored_banner="Annulé, et {length} rendues à la séquence en cours",
)

EN: Final = RecoveryWords(
    language="en",
    plans=PlanWords(
        share="Spread",
        breaks="Breaks first",
        few="On fewest items",
        next="Next ones",
        last="From the end",
        now="Wrap up now",
        skip="Drop optional",
    ),
    short_plans=PlanWords(
        share="Spread",
        breaks="Breaks first",
        few="On fewest items",
        next="Next ones",
        last="From the end",
        now="Wrap up now",
        skip="Drop optional",
    ),
    colon=": ",
    next_hard="Next hard time",
    worst_hard="Hard time most at risk",
    day="end of day",
    day_short="end",
    end_of="end of {title}",
    held="held",
    tight="tight",
    late="+{length}",
    tolerated="+{length}",
    within="allowed until {time}",
    lost="out of reach",
    agreed="agreed",
    instead_of="instead of {time}",
    told_at="told at {time}",
    decide="decide by ",
    decide_in=", in {length}",
    decide_now=", now",
    expected="expected {time}",
    in_length="in {length}",
    if_left="{odds} if nobody intervenes",
    odds_of="{odds} of holding",
    card="Recovery",
    to_win="{length} to win back by {time} {name}",
    to_win_short="{length} for {time} {name}",
    more_than="over {length}",
    lost_head="{time} {name} out of reach",
    best_is="{time} at best, {length} short",
    unless="except with “{name}”",
    which="{index} of {count}",
    other_tip="Look at the other hard time at risk",
    head_plan="Plan",
    head_gives="Who gives",
    head_tell="To tell",
    head_rest="Still broken",
    items="{count} items",
    items_short="{count} items",
    drops="without {cue}",
    on_air="{cue} on air −{length}",
    short="{length} short",
    breaks="{time} {name} +{length}",
    breaks_short="{time} +{length}",
    breaks_count="{count} more",
    apply="Apply",
    apply_tip="Apply “{name}”",
    previews="preview",
    preview_tip="Preview on the rundown: {next}",
    advised_tip="Advised: nearest to the hour, with the fewest people to warn.",
    reckoning="Working the plans out…",
    nobody="Nothing to come can give time that helps: only the phone is left",
    tell_one="1 person to tell",
    tell_many="{count} people to tell",
    nobody_to_tell="nobody to tell",
    arrives="{name} at {time}",
    gives_tip="{cue} {title}: {before} → {after}",
    call="Call",
    call_nobody="no contact noted",
    proposal="“{title} at {time} instead of {due}, would that do?”",
    proposal_hours="“{time} instead of {due}, would that do?”",
    proposal_short="“At {time}, would that do?”",
    new_hour="new time",
    agree="Agreed",
    agree_hint="New time agreed, such as 12:27; Enter accepts, Ctrl+Enter the one proposed",
    told="Told",
    agreed_echo="agreed {time}, {change}",
    same_hour="that is the time promised: nothing changes",
    no_time="no time of day: write 12:27",
    told_said="told at {at}: {time}",
    preview="Preview: {name}",
    preview_rest="Nothing is applied. {key} applies, Esc leaves",
    telling="To tell: {left} of {count}",
    telling_one="To tell: 1 person",
    all_told="Everybody has been told",
    told_key="told, the next one: {key}",
    done="Close",
    done_tip="Close the list: everybody knows what there is to know",
    to_tell="To tell: {count}",
    to_plans="Plans",
    on_stage="on stage",
    new_length="{was} → {length} min",
    new_length_brief="→ {length}",
    given_back="{length} min again",
    left_out="dropped",
    tick_tip="{who}: {what}",
    applied="Applied: {name}",
    undo_hint="{key} undoes",
    agreed_banner="{name}: {time} agreed instead of {due}",
    back_to="Back to {due}",
    broken_banner="Hard time at risk: {time} {name} +{length}",
    skipped_banner="A hard time is skipped: {time} {name}",
    moved_banner="A time promised has changed: {name} {time} instead of {due}",
    undo="Undo",
    restored_banner="Undone, and {length} given back to the live item",
)
