"""The words of the rundown and of the timeline."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class RundownWords(Wordbook):
    """What the rundown and the timeline say in one language; `{…}` are filled by the widgets."""

    language: str
    chosen_keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The keys that the régie has chosen instead of those of the tables, by what has them."""
    # heads of the columns
    cue: str
    planned: str
    expected: str
    late: str
    length: str
    minutes: str
    """The head of the lengths where room is short."""
    title: str
    speakers: str
    note: str
    # states of a row, as written in it
    done: str
    live: str
    live_antenna: str
    held: str
    next: str
    skipped: str
    due: str
    to_come: str
    session: str
    # beside a row
    until: str
    announced: str
    will_end: str
    since: str
    absorbs: str
    too_heavy: str
    gap: str
    overlap: str
    # tips
    elastic: str
    guessed: str
    promised: str
    promised_to: str
    promise_stands: Mapping[str, str]
    trying: str
    budget: str
    # following
    back_to_live: str
    back_to_live_tip: str
    # the menu
    run_now: str
    run_again: str
    insert_before: str
    insert_after: str
    duplicate: str
    skip: str
    restore: str
    remove: str
    swap_next: str
    split: str
    divide: str
    rounds: str
    edit: str
    move_up: str
    move_down: str
    longer: str
    shorter: str
    much_longer: str
    much_shorter: str
    copy: str
    cut: str
    paste: str
    copied_one: str
    copied_many: str
    cut_one: str
    cut_many: str
    nothing_to_paste: str
    # how it is looked at
    densities: Mapping[str, str]
    folded_one: str
    folded_many: str
    fold_tip: str
    fold: str
    unfold: str
    fold_all: str
    unfold_all: str
    sift: str
    sift_hint: str
    sift_keys: str
    sift_count: str
    # the columns
    head_tip: str
    new_column: str
    change_column: str
    rename_column: str
    remove_column: str
    column_left: str
    column_right: str
    column_width: str
    column_hint: str
    column_there: str
    column_no_room: str
    # of several rows
    chosen_many: str
    walked: str
    missing: Mapping[str, str]
    edit_all: str
    swap_two: str
    for_several: str
    left_out_one: str
    left_out_many: str
    starts_dropped: str
    start_handed_on: str
    no_lengths: str
    # new rows
    new_title: str
    copy_title: str
    # the editor
    start: str
    understood: str
    until_of: str
    elastic_no_more: str
    no_own_start: str
    next_day: str
    names: str
    no_time: str
    no_length: str
    negative: str
    too_long: str
    wanted: str
    editor_keys: str
    gone: str
    kind: str
    minimum: str
    promise: str
    kinds: str
    whole: str
    minimum_by_kind: str
    minimum_whole: str
    minimum_too_long: str
    no_minimum: str
    promise_of: Mapping[str, str]
    promise_said: Mapping[str, str]
    promise_to: str
    promise_within: str
    no_promise: str
    call: str
    call_said: str
    call_by_day: str
    no_call: str
    promises: str
    cue_by_number: str
    cue_too_long: str
    # told in one line
    moved_start_dropped: str
    nowhere_up: str
    nowhere_down: str
    no_swap: str
    session_length: str
    fixed: str
    # the timeline
    line_planned: str
    line_expected: str
    end: str
    empty: str


FR: Final = RundownWords(
    language="fr",
    cue="N°",
    planned="Prévu",
    expected="Attendu",
    late="Écart",
    length="Durée",
    minutes="Min",
    title="Titre",
    speakers="Intervenant",
    note="Note",
    done="fait",
    live="EN COURS",
    live_antenna="ANTENNE",
    held="FIGÉ",
    next="À SUIVRE",
    skipped="sautée",
    due="À LANCER\u202f!",
    to_come="à venir",
    session="session",
    until="jusqu'à {time}",
    announced="annoncé {time}",
    will_end="rendra à {time}",
    since="depuis {left}",
    absorbs="absorbe {minutes}",
    too_heavy="déborde de {length}",
    gap="battement",
    overlap="chevauchement",
    elastic="Finit à heure fixe",
    guessed="Supposé, à vérifier",
    promised="Heure ferme",
    promised_to="Heure ferme, promise à {name}",
    promise_stands={"kept": "", "agreed": "convenue", "at_risk": "compromise", "lost": "intenable"},
    trying="aperçu",
    budget="Le contenu dépasse la durée donnée à la session",
    back_to_live="Revenir au direct",
    back_to_live_tip="Remettre la séquence en cours au tiers de la liste (Origine)",
    run_now="Lancer maintenant",
    run_again="{key} encore\u00a0: lancer «\u202f{title}\u202f» maintenant.",
    insert_before="Intercaler avant",
    insert_after="Intercaler après",
    duplicate="Dupliquer",
    skip="Sauter",
    restore="Rétablir",
    remove="Supprimer",
    swap_next="Permuter avec la suivante",
    split="Séparer par intervenant",
    divide="Découper en tours",
    rounds="{count} tours",
    edit="Modifier",
    move_up="Monter",
    move_down="Descendre",
    longer="Allonger de 1 min",
    shorter="Raccourcir de 1 min",
    much_longer="Allonger de 5 min",
    much_shorter="Raccourcir de 5 min",
    copy="Copier",
    cut="Couper",
    paste="Coller après",
    copied_one="1 ligne copiée. {key} la colle après la ligne choisie.",
    copied_many="{count} lignes copiées. {key} les colle après la ligne choisie.",
    cut_one="1 ligne coupée. {key} la déplace, Échap la laisse.",
    cut_many="{count} lignes coupées. {key} les déplace, Échap les laisse.",
    nothing_to_paste="Rien à coller ici.",
    densities={
        "compact": "Lignes serrées",
        "normal": "Lignes normales",
        "roomy": "Lignes aérées",
    },
    folded_one="1 séquence repliée",
    folded_many="{count} séquences repliées",
    fold_tip="Replier ou déplier la session (← →, toutes : Maj+← →)",
    fold="Replier la session",
    unfold="Déplier la session",
    fold_all="Tout replier",
    unfold_all="Tout déplier",
    sift="Filtrer le conducteur",
    sift_hint="Filtrer : N°, mot du titre, intervenant, micro…",
    sift_keys="↑ ↓ choisissent · Entrée y va · Échap revient",
    sift_count="{found} sur {of}",
    head_tip="Colonnes\u00a0: clic droit ou Maj+F2. Glisser un bord pour la largeur.",
    new_column="Nouvelle colonne d'équipe…",
    change_column="Modifier «\u202f{name}\u202f»",
    rename_column="Renommer…",
    remove_column="Supprimer la colonne",
    column_left="Vers la gauche",
    column_right="Vers la droite",
    column_width="Largeur d'origine",
    column_hint="son, lumière…",
    column_there="Il y a déjà une colonne «\u202f{name}\u202f».",
    column_no_room="«\u202f{name}\u202f» attend de la place\u00a0: masquer une autre colonne.",
    chosen_many="{count} lignes choisies",
    walked="pas choisie, {count} choisies",
    missing={"absent": "absent", "awaited": "pas encore là"},
    edit_all="Modifier pour toutes",
    swap_two="Permuter les deux",
    for_several="{said}, pour {count} séquences",
    left_out_one="Une séquence en cours, passée ou imprimée reste comme elle est.",
    left_out_many="{count} séquences en cours, passées ou imprimées restent comme elles sont.",
    start_handed_on="La journée commence toujours à {time}, par «\u202f{title}\u202f».",
    starts_dropped="{count} séquences déplacées, leurs heures propres retirées.",
    no_lengths="Aucune durée à changer ici.",
    new_title="Nouvelle séquence",
    copy_title="{title} (copie)",
    start="Début",
    understood="compris\u00a0: {value}",
    until_of="finit à {time}",
    elastic_no_more="{length}, ne finit plus à heure fixe",
    no_own_start="sans heure propre\u00a0: suit la séquence d'avant",
    next_day="{time}, le lendemain",
    names="{count} intervenants",
    no_time="«\u202f{text}\u202f» n'est pas une heure\u00a0: écrire 9h15",
    no_length="«\u202f{text}\u202f» n'est pas une durée\u00a0: écrire 15, 1h05 ou 45 s",
    negative="une durée ne peut pas être négative",
    too_long="une durée ne dépasse pas 24 h",
    wanted="rien n'est écrit\u00a0: Échap pour laisser comme avant",
    kind="Nature",
    minimum="Durée plancher",
    promise="Heure ferme",
    kinds="écrire un de : {names}",
    whole="intouchable",
    minimum_by_kind="selon la nature",
    minimum_whole="durée intouchable",
    minimum_too_long="plus long que la séquence ({length})",
    no_minimum="« {text} » n'est pas une durée : écrire 8, 60 % ou fixe",
    promise_of={"start": "début", "end": "fin", "both": "début et fin"},
    promise_said={"start": "début promis", "end": "fin promise", "both": "début et fin promis"},
    promise_to="à {name}",
    promise_within="à {length} près",
    no_promise="rien de promis",
    call="Appeler avant",
    call_said="appel {length} avant la séquence",
    call_by_day="appel comme toute la journée, {length} avant",
    no_call="pas d'appel",
    promises="« {text} » : écrire début, fin, début et fin ou 12h15, puis à qui, puis ±5",
    cue_by_number="numéro d'ordre",
    cue_too_long="un N° a {most} signes au plus",
    editor_keys="Entrée valide · Échap laisse · Tab passe au suivant",
    gone="La séquence en cours de saisie a été retirée du conducteur.",
    moved_start_dropped="«\u202f{title}\u202f» déplacée, son heure propre ({time}) retirée.",
    nowhere_up="«\u202f{title}\u202f» est déjà tout en haut.",
    nowhere_down="«\u202f{title}\u202f» est déjà tout en bas.",
    no_swap="Il n'y a pas de séquence après «\u202f{title}\u202f» avec laquelle permuter.",
    session_length="La durée d'une session est celle de ses séquences.",
    fixed="«\u202f{title}\u202f» est en cours ou passée\u00a0: elle reste où elle est.",
    line_planned="prévu",
    line_expected="attendu",
    end="fin",
    empty="Le conducteur est vide\u00a0: ouvrir un programme, ou Inser pour une première séquence.",
)

EN: Final = RundownWords(
    language="en",
    cue="Cue",
    planned="Planned",
    expected="Expected",
    late="Drift",
    length="Length",
    minutes="Min",
    title="Title",
    speakers="Speaker",
    note="Note",
    done="done",
    live="LIVE",
    live_antenna="ON AIR",
    held="HELD",
    next="NEXT",
    skipped="skipped",
    due="DUE!",
    to_come="to come",
    session="session",
    until="until {time}",
    announced="announced {time}",
    will_end="will end at {time}",
    since="for {left}",
    absorbs="absorbs {minutes}",
    too_heavy="over by {length}",
    gap="gap",
    overlap="overlap",
    elastic="Ends at a set time",
    guessed="Guessed, to check",
    promised="Hard time",
    promised_to="Hard time, promised to {name}",
    promise_stands={"kept": "", "agreed": "agreed", "at_risk": "at risk", "lost": "out of reach"},
    trying="preview",
    budget="The content is longer than the length given to the session",
    back_to_live="Back to live",
    back_to_live_tip="Scroll back to the live item (Home)",
    run_now="Run now",
    run_again="{key} again: run “{title}” now.",
    insert_before="Insert before",
    insert_after="Insert after",
    duplicate="Duplicate",
    skip="Skip",
    restore="Restore",
    remove="Remove",
    swap_next="Swap with the next",
    split="Split by speaker",
    divide="Divide into rounds",
    rounds="{count} rounds",
    edit="Edit",
    move_up="Move up",
    move_down="Move down",
    longer="1 min longer",
    shorter="1 min shorter",
    much_longer="5 min longer",
    much_shorter="5 min shorter",
    copy="Copy",
    cut="Cut",
    paste="Paste after",
    copied_one="1 row copied. {key} puts it after the chosen row.",
    copied_many="{count} rows copied. {key} puts them after the chosen row.",
    cut_one="1 row cut. {key} moves it, Esc leaves it.",
    cut_many="{count} rows cut. {key} moves them, Esc leaves them.",
    nothing_to_paste="There is nothing to paste here.",
    densities={
        "compact": "Compact rows",
        "normal": "Normal rows",
        "roomy": "Roomy rows",
    },
    folded_one="1 item folded",
    folded_many="{count} items folded",
    fold_tip="Fold or unfold the session (← →, all of them: Shift+← →)",
    fold="Fold the session",
    unfold="Unfold the session",
    fold_all="Fold all",
    unfold_all="Unfold all",
    sift="Filter the rundown",
    sift_hint="Filter: cue, word of the title, speaker, mic…",
    sift_keys="↑ ↓ choose · Enter goes there · Esc returns",
    sift_count="{found} of {of}",
    head_tip="Columns: right click or Shift+F2. Drag an edge for the width.",
    new_column="New crew column…",
    change_column="Change “{name}”",
    rename_column="Rename…",
    remove_column="Remove the column",
    column_left="To the left",
    column_right="To the right",
    column_width="Usual width",
    column_hint="sound, light…",
    column_there="There is a column “{name}” already.",
    column_no_room="“{name}” needs room: hide another column.",
    chosen_many="{count} rows chosen",
    walked="not chosen, {count} chosen",
    missing={"absent": "absent", "awaited": "not there yet"},
    edit_all="Edit for all",
    swap_two="Swap the two",
    for_several="{said}, for {count} items",
    left_out_one="One item that is live, done or printed stays as it is.",
    left_out_many="{count} items that are live, done or printed stay as they are.",
    start_handed_on="The day still begins at {time}, with “{title}”.",
    starts_dropped="{count} items moved, their own times dropped.",
    no_lengths="There is no length to change here.",
    new_title="New item",
    copy_title="{title} (copy)",
    start="Start",
    understood="read as {value}",
    until_of="ends at {time}",
    elastic_no_more="{length}, no longer ends at a set time",
    no_own_start="no time of its own: follows the item before",
    next_day="{time}, the next day",
    names="{count} speakers",
    no_time="“{text}” is not a time: write 9:15",
    no_length="“{text}” is not a length: write 15, 1h05 or 45 s",
    negative="a length cannot be negative",
    too_long="a length is at most 24 h",
    wanted="nothing is written: Esc leaves it as it was",
    kind="Kind",
    minimum="Minimum",
    promise="Hard time",
    kinds="write one of: {names}",
    whole="fixed",
    minimum_by_kind="by its kind",
    minimum_whole="fixed length",
    minimum_too_long="longer than the item ({length})",
    no_minimum="“{text}” is not a length: write 8, 60 % or fixed",
    promise_of={"start": "start", "end": "end", "both": "start and end"},
    promise_said={
        "start": "start promised",
        "end": "end promised",
        "both": "start and end promised",
    },
    promise_to="to {name}",
    promise_within="within {length}",
    no_promise="nothing promised",
    call="Call before",
    call_said="called {length} before the item",
    call_by_day="called as all day, {length} before",
    no_call="no call",
    promises="“{text}”: write start, end, start and end or 12:15, then to whom, then ±5",
    cue_by_number="its number",
    cue_too_long="a cue has at most {most} characters",
    editor_keys="Enter accepts · Esc leaves · Tab goes on",
    gone="The item being edited has been taken out of the rundown.",
    moved_start_dropped="“{title}” moved, its own time ({time}) dropped.",
    nowhere_up="“{title}” is already at the top.",
    nowhere_down="“{title}” is already at the end.",
    no_swap="There is no item after “{title}” to swap it with.",
    session_length="A session is as long as its items.",
    fixed="“{title}” is live or done: it stays where it is.",
    line_planned="planned",
    line_expected="expected",
    end="end",
    empty="The rundown is empty: open a schedule, or press Ins for a first item.",
)
