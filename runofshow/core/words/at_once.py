"""What may have to be said at once: by the hands of the day, by the clock, by a disk that is gone.

The one area that core/sentences.py has from the start: whoever asks for a word of it waits for no
file to be read, which may never come. The first painting needs no other either.
"""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # refusals of the live hands
    "nothing_on_air": ("Rien n'est en cours.", "Nothing is on air."),
    "nothing_to_come": (
        "Il ne reste rien à lancer : le conducteur est au bout.",
        "Nothing is left to run: this is the end of the rundown.",
    ),
    "nothing_planned": (
        "Il n'y a rien à lancer : le conducteur est vide.",
        "There is nothing to run: the rundown is empty.",
    ),
    "nothing_but_skipped": (
        "Il n'y a rien à lancer : toutes les séquences sont sautées. En rétablir une d'abord.",
        "There is nothing to run: every item is skipped. Restore one first.",
    ),
    "nothing_aired": ("Rien n'a encore été lancé.", "Nothing has been run yet."),
    "finished": (
        "La journée est clôturée : annuler la clôture d'abord.",
        "The day is closed: take the closing back first.",
    ),
    "unknown_slot": (
        "Aucune séquence ne porte le nom « {slot} ».",
        "No item is called “{slot}”.",
    ),
    "not_a_leaf": (
        "« {title} » est une session : lancer une de ses séquences.",
        "“{title}” is a session: run one of its items.",
    ),
    "already_aired": ("« {title} » est déjà passée.", "“{title}” has already been run."),
    "is_skipped": (
        "« {title} » est sautée : la rétablir d'abord.",
        "“{title}” is skipped: restore it first.",
    ),
    "moved_on": (
        "Autre chose est en cours que ce que vous voyiez : rien n'a été lancé.",
        "Something else is on air than what you saw: nothing was run.",
    ),
    "stale": (
        "Le conducteur a changé entre-temps (révision {rev}) : rien n'a été fait.",
        "The show has moved on (revision {rev}): nothing was done.",
    ),
    "just_started": (
        "« {title} » vient de démarrer toute seule : TOP refusé pendant 2 s.",
        "“{title}” has just started by itself: GO refused for 2 s.",
    ),
    "guarded": (
        "TOP déjà donné à l'instant : rien n'a changé.",
        "GO already given just now: nothing changed.",
    ),
    "nothing_to_recall": ("Aucun TOP à annuler.", "There is no GO to take back."),
    "already_held": ("Le chrono est déjà figé.", "The clock is already held."),
    "not_held": ("Le chrono n'est pas figé.", "The clock is not held."),
    "held": ("Le chrono est figé : reprendre d'abord.", "The clock is held: resume first."),
    "elastic": (
        "« {title} » finit à heure fixe : son chrono ne se fige ni ne se relance.",
        "“{title}” ends at a set time: its clock can be neither held nor restarted.",
    ),
    "held_elastic": (
        "« {title} » a son chrono figé : elle ne peut pas finir à heure fixe.",
        "“{title}” has its clock held: it cannot be made to end at a set time.",
    ),
    "no_questions": (
        "« {title} » n'a pas de temps de questions.",
        "“{title}” has no time for questions.",
    ),
    "questions_open": ("Les questions sont déjà ouvertes.", "Questions are already open."),
    "unknown_speaker": (
        "« {who} » n'intervient pas dans « {title} ».",
        "“{who}” does not speak in “{title}”.",
    ),
    "unknown_person": ("« {who} » n'est pas du conducteur.", "“{who}” is not in the rundown."),
    "person_done": (
        "{who} n'a plus rien à dire aujourd'hui.",
        "{who} has nothing left to say today.",
    ),
    "no_such_note": ("Cette note n'est pas au journal.", "This note is not in the log."),
    "no_such_speaker": (
        "« {title} » n'a pas d'intervenant n° {number}.",
        "“{title}” has no speaker number {number}.",
    ),
    "before_previous": (
        "Ce serait avant le début de « {title} ».",
        "That would be before “{title}” began.",
    ),
    "before_its_start": (
        "Ce serait avant son propre début.",
        "That would be before its own start.",
    ),
    "airing_touched": (
        "Son temps a déjà été corrigé (figé, relancé ou donné) : le début ne se déplace plus.",
        "Its time has been touched already (held, restarted or stretched): the start stays.",
    ),
    "expect_start_of": (
        "« {title} » n'est plus à venir : on ne peut plus annoncer son début.",
        "“{title}” is no longer to come: its start cannot be announced.",
    ),
    "expect_end_of": (
        "« {title} » n'est pas en cours : on ne peut pas annoncer sa fin.",
        "“{title}” is not on air: its end cannot be announced.",
    ),
    "stretch_too_far": (
        "Plus de deux jours donnés ou repris : c'est trop.",
        "More than two days given or taken: that is too much.",
    ),
    "no_such_promise": (
        "Aucune heure ferme n'est donnée là.",
        "No hard time is given there.",
    ),
    "nothing_to_give": (
        "Personne ne peut céder de temps qui aide : rien n'a changé.",
        "Nobody can give time that helps: nothing changed.",
    ),
    "plan_changed": (
        "Le plan a changé entre-temps : le revoir avant de l'appliquer.",
        "The plan has changed meanwhile: look at it again before applying it.",
    ),
    # the names of steps, for undo, redo, recall and the log
    "did_go": ("TOP {title}", "GO {title}"),
    "did_end": ("Clore {title}", "End {title}"),
    "did_auto_end": ("Fin automatique de {title}", "Automatic end of {title}"),
    "did_auto_go": ("Départ automatique de {title}", "Automatic start of {title}"),
    "did_finish": ("Clôturer la journée", "Close the day"),
    "did_recall": ("Annulation : {what}", "Taken back: {what}"),
    "did_hold": ("Chrono figé", "Clock held"),
    "did_resume": ("Chrono repris", "Clock resumed"),
    "did_restart": ("Chrono relancé", "Clock restarted"),
    "did_questions": ("Questions ouvertes", "Questions opened"),
    "did_give": ("Donner {by}", "Give {by}"),
    "did_take": ("Reprendre {by}", "Take {by}"),
    "did_began": ("Commencé il y a {ago}", "Started {ago} ago"),
    "did_ended": ("Terminé il y a {ago}", "Ended {ago} ago"),
    "did_expect": ("Annoncé : {title}", "Announced: {title}"),
    "did_floor": ("Parole à {name}", "Floor to {name}"),
    "did_no_floor": ("Parole reprise", "Floor taken back"),
    "did_expected": ("{name} : présence à confirmer", "{name}: yet to come"),
    "did_arrived": ("{name} : arrivée notée", "{name}: here"),
    "did_ready": ("{name} : équipé", "{name}: wired"),
    "did_absent": ("{name} : absence notée", "{name}: absent"),
    "did_called": ("{name} : appelé", "{name}: called"),
    "did_uncalled": ("{name} : à appeler", "{name}: to be called"),
    "did_note": ("Note au journal", "Note in the log"),
    "did_clear": ("Message effacé", "Message cleared"),
    "did_blackout": ("Noir", "Blackout"),
    "did_blackout_over": ("Fin du noir", "Blackout over"),
    "did_agree": ("Nouvelle heure convenue", "New time agreed"),
    "did_told": ("Prévenu", "Told"),
    "did_reprint": ("Rééditer la suite du conducteur", "Reissue the rest of the rundown"),
    "did_edit_length": ("{title} : {by}", "{title}: {by}"),
    "did_edit": ("Modifier {title}", "Edit {title}"),
    "did_edit_day": ("Modifier la journée", "Edit the day"),
    "did_insert": ("Intercaler {title}", "Insert {title}"),
    "did_move": ("Déplacer {title}", "Move {title}"),
    "did_remove": ("Supprimer {title}", "Remove {title}"),
    "did_skip": ("Sauter {title}", "Skip {title}"),
    "did_restore": ("Rétablir {title}", "Restore {title}"),
    "did_swap": ("Permuter {title} et {other}", "Swap {title} and {other}"),
    "did_split": ("Séparer {title} par intervenant", "Split {title} by speaker"),
    "did_incident": ("Incident : un instant", "Incident: one moment"),
    "did_incident_over": ("Fin de l'incident", "Incident over"),
    "did_say": ("Message : {text}", "Message: {text}"),
    "did_warned": ("Prévenu : {who}", "Told: {who}"),
    "did_unwarned": ("Pas encore prévenu : {who}", "Not told yet: {who}"),
    "did_catch_up": ("Rattraper : {plan}", "Catch up: {plan}"),
    # opening and rehearsing
    "run_on": (
        "Conducteur daté du {written}, conduit le {day} : le fichier ne change pas.",
        "This rundown is dated {written}; it is run on {day}, the file is not changed.",
    ),
    "to_come": (
        "Conducteur du {day} : il garde sa date, et se prépare jusque-là.",
        "This is the rundown of {day}: it keeps its date, and is prepared until then.",
    ),
    "not_its_day": (
        "Journée du {day} : rien n'est lancé.",
        "The day of {day}: nothing is run.",
    ),
    "hours_gone": (
        "Ce programme commençait à {time}.",
        "This programme began at {time}.",
    ),
    "back_on_air": (
        "Reprise en direct : {cue} {title}, {left} au chrono.",
        "Back on air: {cue} {title}, {left} on the clock.",
    ),
    "back_between": (
        "La journée reprend là où elle en était.",
        "The day goes on where it was.",
    ),
    "nothing_ahead": (
        "Plus rien n'arrive de soi-même : c'est à la main de jouer, ou la journée est finie.",
        "Nothing more happens by itself: it is for a hand to act, or the day is over.",
    ),
    "empty_plan": ("Le conducteur est vide.", "The rundown is empty."),
    "all_skipped": ("Toutes les séquences sont sautées.", "Every item is skipped."),
    # the machine's clock
    "clock_stepped": (
        "L'heure du système a sauté de {by}. Le chrono, lui, n'a pas bougé.",
        "The system's clock jumped by {by}. The countdown did not move.",
    ),
    "clock_behind": (
        "L'heure du système est en retard de {by} : la journée reprend à son dernier geste. Vérifier le chrono.",
        "The system's clock is {by} behind: the show goes on from its last action. Check the countdown.",
    ),
    "clock_kept": (
        "L'heure du système a changé de {by} depuis : la journée garde la sienne, le chrono est juste.",
        "The system's clock has changed by {by} since: the show keeps its own, the countdown is right.",
    ),
    "slept": (
        "La machine a dormi {by}. Les chronos ont continué.",
        "The machine slept for {by}. The clocks went on.",
    ),
    "slept_one": (
        "La machine a dormi {by} : « {title} » est partie seule à {at}.",
        "The machine slept for {by}: “{title}” started by itself at {at}.",
    ),
    "slept_many": (
        "La machine a dormi {by} : {count} séquences parties seules, la dernière « {title} » à {at}.",
        "The machine slept for {by}: {count} items started by themselves, “{title}” last, at {at}.",
    ),
    "slept_ended": (
        "La machine a dormi {by} : « {title} » s'est close seule à {at}.",
        "The machine slept for {by}: “{title}” ended by itself at {at}.",
    ),
    # the disk
    "file_missing": (
        "« {place} » n'existe pas : vérifier le nom et le dossier.",
        "“{place}” does not exist: check its name and folder.",
    ),
    "file_is_folder": (
        "« {place} » est un dossier : choisir un fichier dedans.",
        "“{place}” is a folder: choose a file in it.",
    ),
    "file_not_plain": (
        "« {place} » n'est pas un fichier ordinaire : le copier d'abord dans un fichier.",
        "“{place}” is no ordinary file: copy it into one first.",
    ),
    "file_denied": (
        (
            "« {place} » : lecture interdite. Se donner le droit de le lire, ou en demander une "
            "copie."
        ),
        "“{place}” may not be read: allow yourself to read it, or ask for a copy.",
    ),
    "file_failed": (
        "« {place} » ne se lit pas ({reason}). En essayer une copie, prise sur un autre disque.",
        "“{place}” cannot be read ({reason}). Try a copy of it from another disk.",
    ),
    "file_too_big": (
        (
            "Ce fichier fait {size} Mo, et un conducteur {limit} Mo au plus : est-ce le bon "
            "fichier ?"
        ),
        "This file holds {size} MB, and a schedule {limit} MB at most: is it the right file?",
    ),
    "save_full": (
        (
            "« {place} » n'est pas enregistré : le disque est plein. Libérer de la place, ou "
            "enregistrer ailleurs."
        ),
        "“{place}” is not saved: the disk is full. Make room, or save elsewhere.",
    ),
    "save_read_only": (
        (
            "« {place} » n'est pas enregistré : ce disque est en lecture seule. Enregistrer "
            "ailleurs."
        ),
        "“{place}” is not saved: this disk is read-only. Save elsewhere.",
    ),
    "save_denied": (
        (
            "« {place} » n'est pas enregistré : écriture interdite dans ce dossier. Enregistrer "
            "ailleurs."
        ),
        "“{place}” is not saved: writing in its folder is not allowed. Save elsewhere.",
    ),
    "save_onto_folder": (
        "« {place} » n'est pas enregistré : un dossier porte ce nom. En choisir un autre.",
        "“{place}” is not saved: a folder has that name. Choose another.",
    ),
    "folder_gone": (
        (
            "« {place} » n'est pas enregistré : son dossier n'existe plus. Rebrancher le disque, "
            "ou enregistrer ailleurs."
        ),
        "“{place}” is not saved: its folder is gone. Plug the disk in again, or save elsewhere.",
    ),
    "save_failed": (
        "« {place} » n'est pas enregistré ({reason}). Enregistrer ailleurs.",
        "“{place}” is not saved ({reason}). Save elsewhere.",
    ),
    "version_not_kept": (
        "« {place} » est enregistré, mais la version d'avant n'a pas pu être gardée ({reason}).",
        "“{place}” is saved, but the version before could not be kept ({reason}).",
    ),
    "settings_broken": (
        "Réglages illisibles : mis de côté dans « {aside} », réglages d'origine repris.",
        "The settings could not be read: set aside as “{aside}”, defaults taken.",
    ),
    "settings_partly": (
        "{count} {count:réglage illisible ici|réglages illisibles ici} ({names}), peut-être d'une version plus récente : les autres sont repris, l'ancien fichier est gardé dans « {aside} ».",
        "{count} {count:setting|settings} could not be read here ({names}), of a newer version perhaps: the others are taken, the former file is kept as “{aside}”.",
    ),
    "settings_unread": (
        "Réglages illisibles ({reason}) : réglages d'origine repris.",
        "The settings could not be read ({reason}): defaults taken.",
    ),
    # journal
    "disk_full": (
        "Le disque est plein.",
        "The disk is full.",
    ),
    "disk_readonly": (
        "Le disque refuse l'écriture.",
        "The disk takes no writing.",
    ),
    "disk_slow": (
        "Le disque tarde à répondre.",
        "The disk is slow to answer.",
    ),
    "disk_error": (
        "Le disque ne répond pas comme il faut ({why}).",
        "The disk does not answer as it should ({why}).",
    ),
    "journal_folder": (
        "Le dossier du journal est introuvable ({place}).",
        "The journal's folder cannot be found ({place}).",
    ),
    "journal_gone": (
        "Le journal {place} a disparu du disque : il va être réécrit en entier.",
        "The journal {place} has gone from the disk: it will be written anew in full.",
    ),
    "journal_replaced": (
        "Un autre fichier a pris la place du journal {place} : le ranger ailleurs.",
        "Another file has taken the place of the journal {place}: put it elsewhere.",
    ),
    "journal_exists": (
        "Il y a déjà un journal {place}.",
        "There is a journal {place} already.",
    ),
    "journal_busy": (
        "Un autre programme tient le journal ouvert : le fermer.",
        "Another program holds the journal open: close it.",
    ),
    "journal_owned": (
        "Cette journée est déjà conduite par {who}.",
        "This show is already being run by {who}.",
    ),
    "journal_owned_unknown": (
        "Cette journée est déjà ouverte dans un autre programme.",
        "This show is already open in another program.",
    ),
    "no_journal": ("Il n'y a pas de journal {place}.", "There is no journal {place}."),
    "journal_unreadable": (
        "Le journal {place} est illisible dès sa première ligne.",
        "The journal {place} cannot be read, not even its first row.",
    ),
    "journal_no_plan": (
        "Le journal {place} commence par un conducteur que cette version ne lit pas.",
        "The journal {place} begins with a schedule that this version cannot read.",
    ),
    "journal_cut": (
        "Le journal est abîmé après {at} : {lost} gestes perdus.",
        "The journal is damaged after {at}: {lost} actions lost.",
    ),
    "journal_cut_one": (
        "Le journal est abîmé après {at} : un geste perdu.",
        "The journal is damaged after {at}: one action lost.",
    ),
    "journal_cut_unknown": (
        "Le journal est abîmé après {at} : ce qui a pu suivre est perdu.",
        "The journal is damaged after {at}: whatever followed is lost.",
    ),
    "journal_mended": (
        "Le journal était abîmé ; sa copie l'a complété : aucun geste n'est perdu.",
        "The journal was damaged; its copy made it whole: no action is lost.",
    ),
    "journal_unmirrored": (
        "La copie du journal manque : rien ne prouve qu'il ne s'est rien passé après {at}.",
        "The journal's copy is missing: nothing proves that nothing happened after {at}.",
    ),
    "journal_copy_unread": (
        "La copie du journal est illisible : rien ne prouve qu'il ne s'est rien passé après {at}.",
        "The journal's copy cannot be read: nothing proves that nothing happened after {at}.",
    ),
    "journal_behind": (
        "Courant coupé ? La copie du journal est en retard sur lui : vérifier qu'il n'y a pas eu d'autre geste après {at}.",
        "Power cut? The journal's copy is behind it: check that there was no further action after {at}.",
    ),
    "replay_stopped": (
        "Repris jusqu'à {at} : les {left} gestes suivants ne s'appliquent plus ; ils restent sur le disque.",
        "Taken up to {at}: the next {left} actions no longer apply; they are still on disk.",
    ),
    "replay_stopped_one": (
        "Repris jusqu'à {at} : le geste suivant ne s'applique plus ; il reste sur le disque.",
        "Taken up to {at}: the next action no longer applies; it is still on disk.",
    ),
    # where in a schedule something stands
    "whole_schedule": ("le conducteur", "the schedule"),
    "on_line": ("{place} (ligne {line})", "{place} (line {line})"),
}
