"""What the menus and the list of keys call each action, in French and in English."""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class ActionWords(Wordbook):
    """The name of each action in one language."""

    go: str
    end: str
    recall: str
    hold: str
    resume: str
    restart: str
    plus_one: str
    minus_one: str
    plus_five: str
    end_at: str
    began: str
    ended: str
    will_end: str
    expected: str
    insert_next: str
    jump: str
    run_chosen: str
    finish: str
    undo: str
    redo: str
    reprint: str
    note: str
    questions: str
    floor: str
    nobody: str
    say_line: str
    timeline: str
    timeline_in: str
    timeline_out: str
    timeline_all: str
    timeline_now: str
    insert_left: str
    message_time: str
    phrases: str
    phrase: str
    clear: str
    flash: str
    blackout: str
    incident: str
    identify: str
    stage_screen: str
    stage_window: str
    outputs: str
    freeze: str
    pattern: str
    network: str
    network_open: str
    wires: str
    page_people: str
    page_ready: str
    demo: str
    called: str
    arrived: str
    wired: str
    absent: str
    awaited: str
    mic: str
    phone: str
    replace: str
    call_before: str
    rehearse: str
    back_to_show: str
    rehearse_anew: str
    play: str
    slower: str
    faster: str
    next_item: str
    next_change: str
    back: str
    go_to: str
    overrun: str
    autopilot: str
    plan_b: str
    on_stage: str
    open: str
    paste: str
    revise: str
    save_as: str
    preferences: str
    manual: str
    tour: str
    copy_everything: str
    quit: str
    language: str
    theme_light: str
    theme_dark: str
    full_screen: str
    page_rundown: str
    page_report: str
    page_log: str
    page_grid: str
    export: str
    print_sheet: str
    answer: str
    answer_other: str
    answer_third: str
    keys: str
    palette: str
    restore_keys: str
    lock: str
    sift: str
    density: str
    fold_all: str
    columns: str
    apply_plan: str
    apply_plan_named: str
    next_plan: str
    previous_plan: str
    apply_preview: str
    other_promise: str
    agree: str
    told: str
    unagree: str
    close_list: str


FR: Final = ActionWords(
    go="Lancer (TOP)",
    end="Clore",
    recall="Annuler le TOP",
    hold="Figer le chrono",
    resume="Reprendre",
    restart="Relancer",
    plus_one="Donner +1",
    minus_one="Reprendre −1",
    plus_five="Donner +5",
    end_at="Finir à…",
    began="Commencé il y a…",
    ended="Terminé il y a…",
    will_end="Rendra à…",
    expected="Annoncé à…",
    insert_next="Intercaler, lancer…",
    jump="Chercher, lancer…",
    run_chosen="Lancer la sélection",
    finish="Clôturer la journée",
    undo="Annuler",
    redo="Refaire",
    reprint="Rééditer la suite",
    note="Noter au journal, à cet instant",
    questions="Ouvrir les questions",
    floor="Parole à {number}. {name}",
    nobody="Personne n'a la parole",
    say_line="Écrire un message",
    timeline="Aller à la ligne du temps",
    timeline_in="Agrandir la journée",
    timeline_out="Réduire la journée",
    timeline_all="Toute la journée",
    timeline_now="Revenir au présent",
    insert_left="Temps restant dans le message",
    message_time="Durée du prochain message",
    phrases="Phrases et lisibilité…",
    phrase="Message {number}\u00a0: {text}",
    clear="Effacer le message",
    flash="Message en plein écran",
    blackout="Noir",
    incident="Un instant",
    identify="Identifier les écrans",
    stage_screen="Écran du retour scène…",
    stage_window="Retour scène en fenêtre",
    outputs="Sorties écran…",
    freeze="Geler l'image",
    pattern="Mire sur les sorties",
    network="Réseau, codes QR…",
    network_open="Ouvrir ou fermer le réseau",
    wires="Companion, OSC, webhooks…",
    page_people="Personnes",
    page_ready="Prêt\u202f?",
    demo="Démonstration",
    called="Appelé",
    arrived="Arrivé",
    wired="Équipé",
    absent="Absent",
    awaited="Attendu",
    mic="Micro…",
    phone="Téléphone…",
    replace="Remplacer…",
    call_before="Délai d'appel…",
    rehearse="Répéter la journée",
    back_to_show="Quitter la répétition",
    rehearse_anew="Recommencer la répétition",
    play="Lecture, pause",
    slower="Moins vite",
    faster="Plus vite",
    next_item="Séquence suivante",
    next_change="Prochain changement",
    back="Revenir en arrière",
    go_to="Aller à…",
    overrun="Débordement…",
    autopilot="Pilote automatique",
    plan_b="Plan B…",
    on_stage="Montrer à la scène",
    open="Ouvrir…",
    paste="Coller un programme",
    revise="Réviser d'après un fichier…",
    save_as="Enregistrer sous…",
    preferences="Préférences…",
    manual="Manuel",
    tour="Visite guidée",
    copy_everything="Copie de tout, pour signaler une panne",
    quit="Quitter",
    language="English",
    theme_light="Thème clair",
    theme_dark="Thème sombre",
    full_screen="Plein écran",
    page_rundown="Conducteur",
    page_report="Bilan",
    page_log="Journal",
    page_grid="Ateliers",
    export="Exporter le bilan…",
    print_sheet="Imprimer…",
    answer="Répondre au bandeau",
    answer_other="Répondre autrement",
    answer_third="Répondre autrement encore",
    keys="Touches\u00a0: liste, réglage",
    palette="Palette de commandes",
    sift="Filtrer le conducteur",
    density="Hauteur des lignes",
    fold_all="Replier, déplier les sessions",
    columns="Colonnes…",
    restore_keys="Rétablir toutes les touches",
    lock="Verrou de jeu",
    apply_plan="Appliquer le plan {number}",
    apply_plan_named="Appliquer «\u202f{name}\u202f»",
    next_plan="Aperçu du plan suivant",
    previous_plan="Aperçu du plan précédent",
    apply_preview="Appliquer le plan en aperçu",
    other_promise="Autre heure ferme compromise",
    agree="Nouvelle heure convenue…",
    told="Prévenu",
    unagree="Revenir à l'heure promise",
    close_list="Fermer la liste à prévenir",
)

EN: Final = ActionWords(
    go="GO",
    end="End item",
    recall="Take back GO",
    hold="Hold clock",
    resume="Resume",
    restart="Restart",
    plus_one="Give +1",
    minus_one="Take −1",
    plus_five="Give +5",
    end_at="End at…",
    began="Started … ago",
    ended="Ended … ago",
    will_end="Will end at…",
    expected="Expected at…",
    insert_next="Insert, run…",
    jump="Find, run…",
    run_chosen="Run the selection",
    finish="Close the day",
    undo="Undo",
    redo="Redo",
    reprint="Reissue the rest",
    note="Note in the log, at this instant",
    questions="Open questions",
    floor="Floor to {number}. {name}",
    nobody="Nobody has the floor",
    say_line="Write a message",
    timeline="Go to the timeline",
    timeline_in="Zoom into the day",
    timeline_out="Zoom out of the day",
    timeline_all="Whole day",
    timeline_now="Back to the present",
    insert_left="Time left in the message",
    message_time="Length of the next message",
    phrases="Phrases and readability…",
    phrase="Message {number}: {text}",
    clear="Clear the message",
    flash="Full-screen message",
    blackout="Blackout",
    incident="One moment",
    identify="Identify the screens",
    stage_screen="Stage screen's display…",
    stage_window="Stage screen in a window",
    outputs="Screen outputs…",
    freeze="Freeze the picture",
    pattern="Test pattern on the outputs",
    network="Network, QR codes…",
    network_open="Open or close the network",
    wires="Companion, OSC, webhooks…",
    page_people="People",
    page_ready="Ready?",
    demo="Demonstration for speakers",
    called="Called",
    arrived="Here",
    wired="Wired",
    absent="Absent",
    awaited="Expected",
    mic="Mic…",
    phone="Phone…",
    replace="Replace…",
    call_before="Call lead time…",
    rehearse="Rehearse the day",
    back_to_show="Leave the rehearsal",
    rehearse_anew="Start the rehearsal again",
    play="Play, pause",
    slower="Slower",
    faster="Faster",
    next_item="Next item",
    next_change="Next change",
    back="Back",
    go_to="Go to…",
    overrun="Overrun…",
    autopilot="Autopilot",
    plan_b="Plan B…",
    on_stage="Show it to the stage",
    open="Open…",
    paste="Paste a programme",
    revise="Revise from a file…",
    save_as="Save as…",
    preferences="Preferences…",
    manual="Manual",
    tour="Guided tour",
    copy_everything="A copy of everything, to report a fault",
    quit="Quit",
    language="Français",
    theme_light="Light theme",
    theme_dark="Dark theme",
    full_screen="Full screen",
    page_rundown="Rundown",
    page_report="Report",
    page_log="Log",
    page_grid="Workshops",
    export="Export the report…",
    print_sheet="Print…",
    answer="Answer the banner",
    answer_other="Answer otherwise",
    answer_third="Answer a third way",
    keys="Keys: list, changes",
    palette="Command palette",
    sift="Filter the rundown",
    density="Row height",
    fold_all="Fold, unfold the sessions",
    columns="Columns…",
    restore_keys="Restore all keys",
    lock="Show lock",
    apply_plan="Apply plan {number}",
    apply_plan_named="Apply “{name}”",
    next_plan="Preview the next plan",
    previous_plan="Preview the previous plan",
    apply_preview="Apply the plan previewed",
    other_promise="Other hard time at risk",
    agree="New time agreed…",
    told="Told",
    unagree="Back to the time promised",
    close_list="Close the list of people to tell",
)
