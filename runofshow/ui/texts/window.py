"""What the régie's window says, in French and in English, but for what has a file of its own.

`{time}` is a time of day or a countdown, `{length}` a length in words, `{title}` a slot's title.
"""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from runofshow.ui.texts import actions
from runofshow.ui.texts.actions import ActionWords
from runofshow.ui.texts.wordbook import Wordbook

READABLE: Final = (
    "*.docx *.odt *.pdf *.txt *.md *.qmd *.rst *.html *.htm *.xlsx *.xls *.ods *.csv *.tsv"
    " *.ics *.xml *.json *.jsonld *.runofshow"
)
"""The endings of files that can be read, for a file dialog."""


class Phrase(NamedTuple):
    """A ready message; one that would soon be a lie is taken away after `lasting`.

    `flash`: it takes the whole screen. Without a text its key says nothing.
    """

    text: str
    lasting: timedelta | None = None
    flash: bool = False


class WindowWords(Wordbook):
    """The words of the régie's window in one language; `language` is "fr" or "en"."""

    language: str
    chosen_keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The keys that the régie has chosen instead of those of the table, by the action's name."""
    actions: ActionWords
    phrases: tuple[Phrase, ...]
    # the menu line: & stands before the letter that opens the menu with Alt
    menu_file: str
    menu_rundown: str
    menu_live: str
    menu_recovery: str
    menu_stage: str
    menu_people: str
    menu_rehearsal: str
    menu_view: str
    menu_help: str
    # keys, as written on a key
    key_space: str
    key_ctrl: str
    key_shift: str
    key_alt: str
    key_enter: str
    key_backspace: str
    key_insert: str
    key_delete: str
    key_home: str
    key_end: str
    key_page_up: str
    key_page_down: str
    key_return: str
    key_escape: str
    # the strip
    late: str
    early: str
    on_time: str
    minutes: str
    not_begun: str
    closed: str
    day_end: str
    as_planned: str
    against: str
    ends_within: str
    hard_time: str
    given_time: str
    never_any: str
    hard_on_time: str
    hard_in: str
    hard_expected: str
    hard_late: str
    hard_early: str
    late_until: str
    absorbs: str
    late_to_end: str
    late_at_end: str
    begin: str
    next_break: str
    no_more: str
    in_length: str
    since_length: str
    lamp_stage: str
    lamp_network: str
    lamp_disk: str
    lamp_power: str
    # the tab line
    tab_rundown: str
    tab_people: str
    tab_ready: str
    tab_report: str
    tab_log: str
    tab_grid: str
    count_items: str
    following: str
    not_following: str
    would_run: str
    # the live card: the state line
    live: str
    live_antenna: str
    held: str
    before: str
    between: str
    after: str
    finished: str
    stage_is: str
    stage_unknown: str
    # the live card: the time left and what it counts
    wrap_up: str
    last_words: str
    time_up: str
    clock_held: str
    due: str
    wrap_up_in: str
    last_words_in: str
    ends: str
    was_to_end: str
    resumes: str
    resting: str
    film: str
    changeover: str
    ends_soon: str
    ends_planned: str
    will_end_at: str
    ended_planned: str
    held_for: str
    countdown: str
    count_up: str
    begins: str
    was_to_begin: str
    begins_planned: str
    will_print: str
    next_is: str
    all_done: str
    no_rundown: str
    load_one: str
    load_how: str
    day_closed: str
    day_ended: str
    and_others: str
    speakers: str
    # the live card: GO
    go: str
    nothing_to_go: str
    nothing_to_go_why: str
    empty_to_go: str
    skipped_to_go: str
    closed_to_go: str
    go_refused: str
    # the live card: buttons and the line in their place
    give_one: str
    take_one: str
    give_five: str
    end_at: str
    hold: str
    resume: str
    restart: str
    recall: str
    recall_end: str
    recall_finish: str
    began: str
    end: str
    more: str
    ask_end_at: str
    ask_began: str
    ask_ended: str
    ask_will_end: str
    ask_note: str
    ask_expected: str
    ask_insert: str
    ask_jump: str
    ask_keys: str
    ask_keys_run: str
    hint_time: str
    hint_ago: str
    hint_note: str
    echo_note: str
    hint_insert: str
    hint_jump: str
    no_time: str
    no_ago: str
    not_found: str
    none_to_come: str
    moved_on: str
    went: str
    others: str
    unnamed: str
    echo_give: str
    echo_take: str
    echo_same: str
    echo_at: str
    echo_past: str
    echo_until: str
    echo_guessed: str
    echo_item: str
    echo_unannounced: str
    announced_so_far: str
    key_enters: str
    key_runs: str
    key_shows: str
    closes: str
    stays: str
    stay: str
    and_: str
    up_to: str
    moves_nothing: str
    moves_kept: str
    moves_broken: str
    confirm: str
    insert: str
    show_it: str
    run_it: str
    leave: str
    # messages
    messages: str
    nothing_said: str
    said_for: str
    flash: str
    clear: str
    blackout: str
    incident: str
    blackout_on: str
    incident_on: str
    incident_over: str
    incident_note: str
    incident_stands: str
    incident_end: str
    # banners and tips
    last_gesture: str
    nothing_undone: str
    again_undo: str
    back_give: str
    back_take: str
    back_expect: str
    back: str
    refused: str
    seen: str
    more_banners: str
    undo_of: str
    redo_of: str
    recall_of: str
    # the list of keys
    floor_keys: str
    # files
    open_title: str
    revise_title: str
    save_title: str
    programmes: str
    schedules: str
    exports: tuple[str, ...]
    all_files: str
    window_title: str
    # a rehearsal, in the menu line and the window's title
    rehearsal: str
    rehearsal_title: str


FR: Final = WindowWords(
    language="fr",
    actions=actions.FR,
    phrases=(
        Phrase("2 MIN", timedelta(seconds=20)),
        Phrase("CONCLUEZ"),
        Phrase("PLUS PRÈS DU MICRO"),
        Phrase("QUESTIONS"),
        Phrase("MERCI"),
    ),
    menu_file="&Fichier",
    menu_rundown="&Conducteur",
    menu_live="&Direct",
    menu_recovery="&Rattrapage",
    menu_stage="&Scène",
    menu_people="Pers&onnes",
    menu_rehearsal="Ré&pétition",
    menu_view="&Affichage",
    menu_help="Aid&e",
    key_space="Espace",
    key_ctrl="Ctrl",
    key_shift="Maj",
    key_alt="Alt",
    key_enter="Entrée du pavé",
    key_backspace="⌫",
    key_insert="Inser",
    key_delete="Suppr",
    key_home="Origine",
    key_end="Fin",
    key_page_up="Page haut",
    key_page_down="Page bas",
    key_return="Entrée",
    key_escape="Échap",
    late="RETARD",
    early="AVANCE",
    on_time="À L'HEURE",
    minutes="min",
    not_begun="Pas commencé",
    closed="Journée clôturée",
    day_end="Fin de journée",
    as_planned="comme prévu",
    against=", prévue {time}",
    ends_within="8 fois sur 10, une telle journée finit entre {first} et {last}",
    hard_time="Prochaine heure ferme",
    given_time="Prochaine heure donnée",
    never_any="Aucune",
    hard_on_time="à l'heure",
    hard_in="dans {length}",
    hard_expected="attendu {time}",
    hard_late="+{length}",
    hard_early="−{length}",
    late_until="Le retard s'éteint à",
    absorbs="absorbe {length}",
    late_to_end="Le retard ne s'éteint pas",
    late_at_end="+{length} à la fin",
    begin="Début",
    next_break="Prochaine pause",
    no_more="Plus aucune",
    in_length="dans {length}",
    since_length="depuis {length}",
    lamp_stage="Scène",
    lamp_network="Réseau",
    lamp_disk="Disque",
    lamp_power="Secteur",
    tab_rundown="Conducteur",
    tab_people="Personnes",
    tab_ready="Prêt\u202f?",
    tab_report="Bilan",
    tab_log="Journal",
    tab_grid="Ateliers",
    count_items="{count} {count:séquence|séquences}",
    following="suit le direct",
    not_following="ne suit plus le direct",
    would_run="{key}\u00a0: lancer {cue}\u202f; {stays}",
    live="EN COURS",
    live_antenna="À L'ANTENNE",
    held="CHRONO FIGÉ",
    before="AVANT LA JOURNÉE",
    between="ENTRE DEUX SÉQUENCES",
    after="FIN DU CONDUCTEUR",
    finished="JOURNÉE CLÔTURÉE",
    stage_is="Retour scène\u00a0: {name}",
    stage_unknown="Retour scène",
    wrap_up="CONCLUEZ",
    last_words="DERNIERS MOTS",
    time_up="TEMPS ÉCOULÉ",
    clock_held="CHRONO ARRÊTÉ",
    due="À LANCER\u202f!",
    wrap_up_in="conclure dans {time}",
    last_words_in="derniers mots dans {time}",
    ends="fin à",
    was_to_end="devait finir à",
    resumes="reprise à",
    resting="pause",
    film="film",
    changeover="changement de plateau",
    ends_soon="bientôt fini",
    ends_planned="prévue {time}",
    will_end_at="rendra à {time}",
    ended_planned="prévue {time}",
    held_for="figé depuis {time}",
    countdown="compte à rebours",
    count_up="en attente",
    begins="début à",
    was_to_begin="prévu à",
    begins_planned="prévu {time}",
    will_print="Ces heures feront foi au premier TOP",
    next_is="À suivre\u00a0: {title}",
    all_done="Toutes les séquences sont passées",
    no_rundown="PAS DE CONDUCTEUR",
    load_one="Ouvrir un programme ({key})",
    load_how="ou déposer le fichier reçu sur cette fenêtre",
    day_closed="La journée est clôturée",
    day_ended="fin à",
    and_others="{names} et {count} {count:autre|autres}",
    speakers="{count} intervenants",
    go="TOP",
    nothing_to_go="Rien à lancer",
    nothing_to_go_why="toutes les séquences sont passées",
    empty_to_go="le conducteur est vide",
    skipped_to_go="toutes les séquences sont sautées",
    closed_to_go="la journée est clôturée",
    go_refused="TOP refusé",
    give_one="+1",
    take_one="−1",
    give_five="+5",
    end_at="Finir à…",
    hold="Figer",
    resume="Reprendre",
    restart="Relancer",
    recall="Annuler le TOP",
    recall_end="Annuler Clore",
    recall_finish="Rouvrir",
    began="Commencé il y a…",
    end="Clore",
    more="Autres gestes",
    ask_end_at="Finir à",
    ask_began="Commencé il y a",
    ask_ended="Terminé il y a",
    ask_will_end="Rendra à",
    ask_note="Note de {time}",
    ask_expected="annoncé à",
    ask_insert="Intercaler",
    ask_jump="Chercher",
    ask_keys="Entrée valide · Échap laisse · {key}\u00a0: TOP",
    ask_keys_run="Ctrl+Entrée lance · Échap laisse · {key}\u00a0: TOP",
    hint_time="10h45, dans 5 min",
    hint_ago="90 s, 1:30, 10h31",
    echo_note="au journal",
    hint_note="texte, ou Échap\u00a0: l'heure est au journal",
    hint_insert="titre, durée",
    hint_jump="n°, titre ou nom",
    no_time="pas une heure\u00a0: écrire 10h45 ou dans 5 min",
    no_ago="pas une durée\u00a0: écrire 90 s, 1:30 ou à 10h31",
    not_found="aucune séquence de ce nom ni de ce numéro",
    none_to_come="plus rien n'est à venir",
    moved_on="«\u202f{title}\u202f» n'est plus en cours\u00a0: reprendre la saisie, ou Échap",
    went="TOP donné entre-temps",
    others="{match} sur {count} ↑↓",
    unnamed="Intervention",
    echo_give="donne {length}",
    echo_take="reprend {length}",
    echo_same="ne change rien",
    echo_at="à {time}",
    echo_past="c'est passé",
    echo_until="jusqu'à {time}",
    echo_guessed="{length} (durée supposée)",
    echo_item="«\u202f{title}\u202f», {length}",
    echo_unannounced="n'est plus annoncé",
    announced_so_far="annoncé {time}\u00a0; «\u202f-\u202f» ne l'annonce plus",
    key_enters="Entrée, à suivre",
    key_runs="Ctrl+Entrée, lancer",
    key_shows="Entrée, montrer",
    closes="clôt {cue}",
    stays="{cue} reste à venir",
    stay="{cues} restent à venir",
    and_="et",
    up_to="à",
    moves_nothing="rien d'autre ne bouge",
    moves_kept="tenue",
    moves_broken="compromise",
    confirm="Valider",
    insert="À suivre",
    show_it="Montrer",
    run_it="Lancer",
    leave="Laisser",
    messages="Messages",
    nothing_said="rien à l'écran",
    said_for="encore {time}",
    flash="Plein écran",
    clear="Effacer",
    blackout="Noir",
    incident="Un instant",
    blackout_on="écran noir",
    incident_on="UN INSTANT",
    incident_over="Incident de {length}, au journal",
    incident_note="Noter pourquoi ({key})",
    incident_stands="UN INSTANT cache le chrono à la scène depuis {time}",
    incident_end="Reprendre ({key})",
    last_gesture="Dernier geste\u00a0: {what}, il y a {ago}",
    nothing_undone="Rien n'a été annulé",
    again_undo="{key} encore\u00a0: annuler «\u202f{what}\u202f»",
    back_give="Redonner {length}",
    back_take="Reprendre {length}",
    back_expect="Ne plus annoncer",
    back="Revenir en arrière",
    refused="Refusé\u00a0: {why}",
    seen="Vu",
    more_banners="+{count}",
    undo_of="Annuler «\u202f{what}\u202f»",
    redo_of="Refaire «\u202f{what}\u202f»",
    recall_of="Annuler\u00a0: {what}",
    floor_keys="Parole à un intervenant",
    open_title="Ouvrir un conducteur",
    revise_title="Réviser d'après un programme",
    save_title="Enregistrer le conducteur",
    programmes=f"Programmes et conducteurs ({READABLE})",
    schedules="Conducteurs (*.runofshow *.json *.jsonl)",
    exports=(
        "Conducteur (*.runofshow)",
        "Conducteur en JSON (*.json)",
        "Classeur Excel (*.xlsx)",
        "Tableau CSV (*.csv)",
        "Agenda (*.ics)",
        "Projet Ontime (*.ontime.json)",
    ),
    all_files="Tous les fichiers (*)",
    window_title="{title} · Régie",
    rehearsal="RÉPÉTITION",
    rehearsal_title="RÉPÉTITION · {title} · Régie",
)


EN: Final = WindowWords(
    language="en",
    actions=actions.EN,
    phrases=(
        Phrase("2 MIN", timedelta(seconds=20)),
        Phrase("WRAP UP"),
        Phrase("CLOSER TO THE MIC"),
        Phrase("QUESTIONS"),
        Phrase("THANKS"),
    ),
    menu_file="&File",
    menu_rundown="&Rundown",
    menu_live="&Live",
    menu_recovery="Re&covery",
    menu_stage="&Stage",
    menu_people="Pe&ople",
    menu_rehearsal="R&ehearsal",
    menu_view="&View",
    menu_help="&Help",
    key_space="Space",
    key_ctrl="Ctrl",
    key_shift="Shift",
    key_alt="Alt",
    key_enter="Keypad Enter",
    key_backspace="⌫",
    key_insert="Ins",
    key_delete="Del",
    key_home="Home",
    key_end="End",
    key_page_up="Page Up",
    key_page_down="Page Down",
    key_return="Enter",
    key_escape="Esc",
    late="LATE",
    early="EARLY",
    on_time="ON TIME",
    minutes="min",
    not_begun="Not begun",
    closed="Day closed",
    day_end="End of day",
    as_planned="as planned",
    against=", planned {time}",
    ends_within="8 such days in 10 end between {first} and {last}",
    hard_time="Next hard time",
    given_time="Next set time",
    never_any="None",
    hard_on_time="on time",
    hard_in="in {length}",
    hard_expected="expected {time}",
    hard_late="+{length}",
    hard_early="−{length}",
    late_until="Back on time at",
    absorbs="absorbs {length}",
    late_to_end="Late to the end",
    late_at_end="+{length} at the end",
    begin="Start",
    next_break="Next break",
    no_more="No more",
    in_length="in {length}",
    since_length="{length} ago",
    lamp_stage="Stage",
    lamp_network="Network",
    lamp_disk="Disk",
    lamp_power="Power",
    tab_rundown="Rundown",
    tab_people="People",
    tab_ready="Ready?",
    tab_report="Report",
    tab_log="Log",
    tab_grid="Workshops",
    count_items="{count} {count:item|items}",
    following="follows live",
    not_following="not following",
    would_run="{key}: run {cue}; {stays}",
    live="LIVE",
    live_antenna="ON AIR",
    held="CLOCK HELD",
    before="BEFORE THE DAY",
    between="BETWEEN ITEMS",
    after="ALL ITEMS DONE",
    finished="DAY CLOSED",
    stage_is="Stage screen: {name}",
    stage_unknown="Stage screen",
    wrap_up="WRAP UP",
    last_words="LAST WORDS",
    time_up="TIME'S UP",
    clock_held="CLOCK HELD",
    due="DUE!",
    wrap_up_in="wrap up in {time}",
    last_words_in="last words in {time}",
    ends="ends at",
    was_to_end="was to end at",
    resumes="back at",
    resting="break",
    film="film",
    changeover="changeover",
    ends_soon="ending soon",
    ends_planned="planned {time}",
    will_end_at="will end {time}",
    ended_planned="planned {time}",
    held_for="held for {time}",
    countdown="countdown",
    count_up="waiting",
    begins="starts at",
    was_to_begin="planned at",
    begins_planned="planned {time}",
    will_print="The first GO makes these the printed times",
    next_is="Next: {title}",
    all_done="Every item has been played",
    no_rundown="NO RUNDOWN",
    load_one="Open a programme ({key})",
    load_how="or drop the file you were sent on this window",
    day_closed="The day is closed",
    day_ended="ended at",
    and_others="{names} and {count} {count:other|others}",
    speakers="{count} speakers",
    go="GO",
    nothing_to_go="Nothing to run",
    nothing_to_go_why="this is the end of the rundown",
    empty_to_go="the rundown is empty",
    skipped_to_go="every item is skipped",
    closed_to_go="the day is closed",
    go_refused="GO refused",
    give_one="+1",
    take_one="−1",
    give_five="+5",
    end_at="End at…",
    hold="Hold",
    resume="Resume",
    restart="Restart",
    recall="Take back GO",
    recall_end="Take back End",
    recall_finish="Reopen day",
    began="Started … ago",
    end="End item",
    more="More",
    ask_end_at="End at",
    ask_began="Started, ago",
    ask_ended="Ended, ago",
    ask_will_end="Will end at",
    ask_note="Note of {time}",
    ask_expected="expected at",
    ask_insert="Insert",
    ask_jump="Find",
    ask_keys="Enter confirms · Esc leaves · {key} is GO",
    ask_keys_run="Ctrl+Enter runs · Esc leaves · {key} is GO",
    hint_time="10:45, in 5 min",
    hint_ago="90 s, 1:30, 10:31",
    echo_note="in the log",
    hint_note="your words, or Esc: the time is logged",
    hint_insert="title, length",
    hint_jump="cue, title or name",
    no_time="not a time: write 10:45 or in 5 min",
    no_ago="not a length: write 90 s, 1:30 or at 10:31",
    not_found="no item of that name or number",
    none_to_come="nothing is left to come",
    moved_on="“{title}” is no longer live: go on typing, or Esc",
    went="GO given meanwhile",
    others="{match} of {count} ↑↓",
    unnamed="Talk",
    echo_give="gives {length}",
    echo_take="takes {length}",
    echo_same="changes nothing",
    echo_at="at {time}",
    echo_past="that is past",
    echo_until="until {time}",
    echo_guessed="{length} (length guessed)",
    echo_item="“{title}”, {length}",
    echo_unannounced="no longer announced",
    announced_so_far="announced {time}; “-” withdraws it",
    key_enters="Enter, next",
    key_runs="Ctrl+Enter, run",
    key_shows="Enter, show",
    closes="ends {cue}",
    stays="{cue} stays to come",
    stay="{cues} stay to come",
    and_="and",
    up_to="to",
    moves_nothing="nothing else moves",
    moves_kept="held",
    moves_broken="at risk",
    confirm="OK",
    insert="Next",
    show_it="Show",
    run_it="Run",
    leave="Leave",
    messages="Messages",
    nothing_said="nothing on screen",
    said_for="{time} more",
    flash="Full screen",
    clear="Clear",
    blackout="Blackout",
    incident="One moment",
    blackout_on="blacked out",
    incident_on="ONE MOMENT",
    incident_over="Incident of {length}, in the log",
    incident_note="Note why ({key})",
    incident_stands="ONE MOMENT hides the clock from the stage since {time}",
    incident_end="Go on ({key})",
    last_gesture="Last action: {what}, {ago} ago",
    nothing_undone="Nothing was undone",
    again_undo="{key} again: undo “{what}”",
    back_give="Give {length} again",
    back_take="Take {length} back",
    back_expect="Withdraw it",
    back="Go back",
    refused="Refused: {why}",
    seen="Seen",
    more_banners="+{count}",
    undo_of="Undo “{what}”",
    redo_of="Redo “{what}”",
    recall_of="Take back: {what}",
    floor_keys="Floor to a speaker",
    open_title="Open a rundown",
    revise_title="Revise from a programme",
    save_title="Save the rundown",
    programmes=f"Programmes and rundowns ({READABLE})",
    schedules="Rundowns (*.runofshow *.json *.jsonl)",
    exports=(
        "Rundown (*.runofshow)",
        "Rundown as JSON (*.json)",
        "Excel workbook (*.xlsx)",
        "CSV table (*.csv)",
        "Calendar (*.ics)",
        "Ontime project (*.ontime.json)",
    ),
    all_files="All files (*)",
    window_title="{title} · Operator",
    rehearsal="REHEARSAL",
    rehearsal_title="REHEARSAL · {title} · Operator",
)
