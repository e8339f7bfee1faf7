"""Every sentence the core can say, in French and in English.

A refusal, a doubt or the name of an undo step is a `Sentence`: a stable code and facts. Here is
the only place where codes become words, so that no sentence exists in one language alone.
"""

import re
from datetime import date, timedelta
from typing import Final, NamedTuple, Self, TypeAlias

from runofshow.core.plurals import counted
from runofshow.core.times import Civil, show_hour, show_length
from runofshow.core.words import days

Fact: TypeAlias = "str | int | float | timedelta | date | Civil | Sentence | None"


class Words(dict[str, tuple[str, str]]):
    """Sentences by their codes, in French and in English.

    Those of `core/words` are read when the first of them is asked for: they are seldom said, and
    never before the first painting.
    """

    _complete = False

    def __missing__(self, code: str) -> tuple[str, str]:
        if self._complete:
            raise KeyError(code)
        return self.all()[code]

    def all(self) -> Self:
        """These words, with those of every area."""
        from runofshow.core.words.areas import AREAS

        self._complete = True
        for area in AREAS:
            self.update(area)
        return self


class Sentence(NamedTuple):
    """What happened, by `code`, with its facts; words come with the language."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()

    @classmethod
    def of(cls, code: str, **facts: Fact) -> Self:
        """A sentence; an unknown code is a mistake of the programmer and raises KeyError."""
        WORDS[code]
        return cls(code, tuple(facts.items()))

    def text(self, language: str) -> str:
        """The words in `language`: French for "fr", English for any other."""
        french, english = WORDS[self.code]
        facts = {name: _said(fact, language) for name, fact in self.facts}
        if language == "fr":
            return typeset(counted(french, language, facts))
        return counted(english, language, facts)


def typeset(french: str) -> str:
    """French with its no-break spaces: narrow before ; ! ? » and after «, wide before a colon."""
    text = re.sub(" ([;!?»])", "\u202f\\1", french)
    return text.replace("« ", "«\u202f").replace(" :", "\u00a0:")


def _said(fact: Fact, language: str) -> str | int:
    """A fact ready for a sentence: a whole number may still choose a plural."""
    return fact if isinstance(fact, int) else written(fact, language)


def written(fact: Fact, language: str) -> str:
    """A fact as `language` writes it; nothing for None."""
    match fact:
        case timedelta():
            return show_length(fact)
        case Sentence():
            return fact.text(language)
        case Civil():
            return show_hour(fact.hour, fact.minute, language)
        case date():
            return days.show_day(fact, language)
        case None:
            return ""
        case float():
            return decimal(fact, language)
        case _:
            return str(fact)


def decimal(number: float, language: str) -> str:
    """A measured number with two figures that count, and no more: 0.083, 1.4, 27, 1300."""
    shown = (
        f"{float(f'{number:.2g}'):.6f}".rstrip("0").rstrip(".") if number < 10 else f"{number:.0f}"
    )
    return shown.replace(".", ",") if language == "fr" else shown


_OWN: Final[dict[str, tuple[str, str]]] = {
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
    # refusals of edits
    "aired_fixed": (
        "« {title} » est en cours ou passée : elle reste où elle est.",
        "“{title}” is on air or done: it stays where it is.",
    ),
    "printed_fixed": (
        "« {title} » est imprimée : la sauter plutôt que la supprimer.",
        "“{title}” is printed: skip it rather than remove it.",
    ),
    "before_position": (
        "Rien ne peut être placé avant ce qui est en cours.",
        "Nothing can be put before what is on air.",
    ),
    "not_a_session": (
        "« {title} » n'est pas une session : rien ne peut y entrer.",
        "“{title}” is not a session: nothing can go into it.",
    ),
    "into_itself": (
        "« {title} » ne peut pas être placée en elle-même.",
        "“{title}” cannot be placed inside itself.",
    ),
    "same_slot": (
        "Une séquence ne se permute pas avec elle-même.",
        "An item cannot be swapped with itself.",
    ),
    "split_session": (
        "« {title} » est une session : elle ne se sépare pas par intervenant.",
        "“{title}” is a session: it cannot be split by speaker.",
    ),
    "split_too_few": (
        "« {title} » n'a pas deux intervenants à séparer.",
        "“{title}” has no two speakers to split it by.",
    ),
    "not_skipped": ("« {title} » n'est pas sautée.", "“{title}” is not skipped."),
    "session_skipped": (
        "« {title} » est dans une session sautée : rétablir la session.",
        "“{title}” is in a skipped session: restore the session.",
    ),
    "not_editable": (
        "« {field} » ne se modifie pas ainsi.",
        "“{field}” cannot be edited this way.",
    ),
    "wrong_value": ("« {field} » : {why}", "“{field}”: {why}"),
    "wrong_slot": (
        "Cette séquence n'est pas valable ({field}) : {why}",
        "This item is not valid ({field}): {why}",
    ),
    "id_taken": ("L'identifiant « {id} » est déjà pris.", "The id “{id}” is already taken."),
    "no_start": (
        "Aucune heure de début ne resterait : en garder une au moins.",
        "No start time would be left: keep at least one.",
    ),
    "nothing_to_undo": ("Rien à annuler.", "Nothing to undo."),
    "nothing_to_redo": ("Rien à refaire.", "Nothing to redo."),
    "not_printed": (
        "La journée n'est pas encore imprimée : elle le sera au premier TOP.",
        "The day is not printed yet: the first GO prints it.",
    ),
    # commands that are none
    "not_a_command": (
        "Une commande est un objet JSON avec une clé « do ».",
        "A command is a JSON object with a “do” key.",
    ),
    "unknown_command": ("Commande inconnue : « {name} ».", "Unknown command: “{name}”."),
    "field_missing": ("« {name} » demande « {field} ».", "“{name}” needs “{field}”."),
    "field_unknown": (
        "« {name} » ne connaît pas « {field} ».",
        "“{name}” does not know “{field}”.",
    ),
    "field_wrong": ("« {name} », « {field} » : {why}", "“{name}”, “{field}”: {why}"),
    "command_wrong": ("« {name} » : {why}", "“{name}”: {why}"),
    "read_only": (
        "Cette fenêtre regarde seulement : {who} conduit la journée.",
        "This window only watches: {who} runs the show.",
    ),
    "show_locked": (
        "Verrou de jeu mis, {key} le lève.",
        "The show lock is on, {key} lifts it.",
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
    # the history: what the names of steps leave unsaid
    "undone": ("Annulé : {what}", "Undone: {what}"),
    "redone": ("Refait : {what}", "Redone: {what}"),
    "expect_start": ("Début annoncé à {at}", "Start expected at {at}"),
    "expect_end": ("Fin annoncée à {at}", "Will end at {at}"),
    "expect_none": ("Heure annoncée retirée", "Expected time withdrawn"),
    "caught_up": ("Rattrapage, {plan} : {who}", "Catching up, {plan}: {who}"),
    "agreed_on": ("Nouvelle heure convenue : {at}", "New time agreed: {at}"),
    "agreed_none": ("Retour à l'heure imprimée", "Back to the printed time"),
    "told_of": ("Prévenu : {at}", "Told: {at}"),
    "floor_to": ("La parole à {who}", "{who} speaks"),
    "floor_nobody": ("Plus personne n'a la parole", "Nobody speaks"),
    "is_expected": ("{who} : attendu", "{who}: expected"),
    "is_arrived": ("{who} : arrivé", "{who}: arrived"),
    "is_ready": ("{who} : équipé", "{who}: wired"),
    "is_absent": ("{who} : absent", "{who}: absent"),
    "noted": ("Note : {text}", "Note: {text}"),
    "noted_bare": ("Note sans texte", "Note without words"),
    # the report: why an item took or gave
    "why_plan": ("a cédé {by} ({plan})", "gave {by} ({plan})"),
    "why_plan_to_come": ("cède {by} ({plan})", "gives {by} ({plan})"),
    "why_absorbed_to_come": ("absorbe {by}", "absorbs {by}"),
    "why_hand_more": ("rallongée de {by}", "lengthened by {by}"),
    "why_hand_less": ("raccourcie de {by}", "shortened by {by}"),
    "why_absorbed_more": ("commencée plus tôt, {by} de plus", "began earlier, {by} more"),
    "why_absorbed_less": ("a absorbé {by}", "absorbed {by}"),
    "why_added": ("intercalée, {by}", "inserted, {by}"),
    "why_left_out": ("sautée", "skipped"),
    "why_plan_left_out": ("sautée pour rattraper", "dropped to catch up"),
    "why_absent": ("absent : {names}", "absent: {names}"),
    "why_dropped": ("pas lancée", "not run"),
    "why_stretch_more": ("{by} données", "{by} given"),
    "why_stretch_less": ("{by} reprises", "{by} taken back"),
    "why_held": ("chrono figé {by}", "clock held {by}"),
    "why_lost": ("relancée, {by} perdues", "restarted, {by} lost"),
    "why_over_more": ("a débordé de {by}", "ran over by {by}"),
    "why_over_less": ("finie {by} plus tôt", "ended {by} early"),
    # the report as a table or a text: heads, what a line is, how it stands
    "head_row": ("Ligne", "Row"),
    "head_cue": ("N°", "Cue"),
    "head_title": ("Titre", "Title"),
    "head_session": ("Session", "Session"),
    "head_speakers": ("Intervenants", "Speakers"),
    "head_status": ("État", "Status"),
    "head_printed_start": ("Début imprimé", "Printed start"),
    "head_printed_end": ("Fin imprimée", "Printed end"),
    "head_started": ("Début réel", "Actual start"),
    "head_ended": ("Fin réelle", "Actual end"),
    "head_printed": ("Durée imprimée (min)", "Printed length (min)"),
    "head_planned": ("Durée prévue (min)", "Planned length (min)"),
    "head_actual": ("Durée réelle (min)", "Actual length (min)"),
    "head_deviation": ("Écart (min)", "Deviation (min)"),
    "head_waited": ("Attente avant (min)", "Wait before (min)"),
    "head_drift": ("Retard à la fin (min)", "Late at its end (min)"),
    "head_plan": ("Cédé pour rattraper (min)", "Given to catch up (min)"),
    "head_hand": ("Retouché à la main (min)", "Edited by hand (min)"),
    "head_absorbed": ("Absorbé (min)", "Absorbed (min)"),
    "head_added": ("Intercalé (min)", "Inserted (min)"),
    "head_left_out": ("Sauté (min)", "Left out (min)"),
    "head_stretch": ("Donné ou repris (min)", "Given or taken (min)"),
    "head_held": ("Chrono figé (min)", "Clock held (min)"),
    "head_lost": ("Perdu, relancé (min)", "Lost, restarted (min)"),
    "head_over": ("Débordement (min)", "Overrun (min)"),
    "head_remark": ("Remarque", "Remark"),
    "head_due": ("Heure prévue", "Planned time"),
    "head_came": ("Heure réelle", "Actual time"),
    "head_gave": ("Temps rendu (min)", "Time given back (min)"),
    "row_day": ("journée", "day"),
    "row_item": ("séquence", "item"),
    "row_promise": ("heure ferme", "hard time"),
    "row_incident": ("incident", "incident"),
    "row_restart": ("relance", "restart"),
    "row_note": ("note", "note"),
    "row_result": ("résultat", "result"),
    "row_thanks": ("merci", "thanks"),
    "row_begins": ("début", "start"),
    "row_ends": ("fin", "end"),
    "state_before": ("pas commencée", "not begun"),
    "state_on_air": ("en cours", "live"),
    "state_between": ("entre deux séquences", "between items"),
    "state_after": ("terminée", "over"),
    "status_done": ("passée", "done"),
    "status_on_air": ("en cours", "live"),
    "status_to_come": ("à venir", "to come"),
    "status_skipped": ("sautée", "skipped"),
    "status_dropped": ("pas lancée", "not run"),
    "kept_yes": ("tenue", "kept"),
    "kept_no": ("compromise", "broken"),
    "kept_soon": ("à venir", "to come"),
    "to_whom": ("pour {who}", "for {who}"),
    "was_told": ("prévenu à {at} de {hour}", "told at {at} of {hour}"),
    "was_agreed": ("heure convenue depuis", "agreed since"),
    "of_start": ("début : {title}", "start: {title}"),
    "of_end": ("fin : {title}", "end: {title}"),
    "of_day": ("fin de la journée", "end of the day"),
    "still_going": ("toujours en cours", "still going on"),
    "report_began": ("Début {at}, prévu {planned}", "Began {at}, planned {planned}"),
    "report_not_begun": ("Pas commencé, début prévu {planned}", "Not begun, planned {planned}"),
    "report_ended": ("Fin {at}, prévue {planned}", "Ended {at}, planned {planned}"),
    "report_ends": ("Fin attendue {at}, prévue {planned}", "Expected end {at}, planned {planned}"),
    "report_as_of": ("État à {at}", "As of {at}"),
    "report_late": ("retard {by}", "{by} late"),
    "report_early": ("avance {by}", "{by} early"),
    "report_on_time": ("à l'heure", "on time"),
    "report_sheet": ("bilan", "report"),
    "report_promises": ("Heures fermes", "Hard times"),
    "report_ledger": ("Qui a cédé quoi", "Who gave what"),
    "report_items": ("Séquence par séquence", "Item by item"),
    "report_results": ("Résultats des ateliers", "Results of the workshops"),
    "report_notes": ("Incidents et notes", "Incidents and notes"),
    "report_thanks": ("Ont rendu du temps à la journée", "Gave time back to the day"),
    "report_run": (
        "{count} {count:séquence|séquences}, {people} {people:intervenant|intervenants}",
        "{count} {count:item|items}, {people} {people:speaker|speakers}",
    ),
    "report_balanced": (
        "Rien à rattraper : tout s'est tenu.",
        "Nothing to win back: all went to time.",
    ),
    "ledger_wait": ("attente avant {cue}", "wait before {cue}"),
    "ledger_left": ("{by} à la fin", "{by} at the end"),
    "report_format": (
        "{place} : un bilan s'écrit en {known}.",
        "{place}: a report is written as {known}.",
    ),
    "too_deep": (
        "Les sessions s'emboîtent déjà sur {limit} niveaux : c'est le plus profond possible.",
        "Sessions already stand {limit} levels inside each other: it goes no deeper.",
    ),
    "day_fixed": (
        "La journée est commencée : sa date et son fuseau ne changent plus.",
        "The day has begun: its date and its time zone can no longer change.",
    ),
    "text_unsound": (
        "Cette commande contient un caractère qui n'existe pas : la retaper.",
        "This command holds a character that does not exist: type it again.",
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
    "did_warned": ("Prévenu : {who}", "Told: {who}"),
    "did_unwarned": ("Pas encore prévenu : {who}", "Not told yet: {who}"),
    "did_catch_up": ("Rattraper : {plan}", "Catch up: {plan}"),
    "plan_share": ("répartir", "spread"),
    "plan_breaks": ("sur les pauses d'abord", "breaks first"),
    "plan_few": ("sur le moins de séquences", "on fewest items"),
    "plan_next": ("sur les prochaines", "next ones"),
    "plan_last": ("sur la fin", "from the end"),
    "plan_now": ("faire conclure", "wrap up now"),
    "plan_skip": ("supprimer une séquence facultative", "drop optional"),
    # why a value is not taken
    "why_no_length": (
        "« {text} » n'est pas une durée. Écrire 1h05, 15m ou 45s.",
        "“{text}” is no length. Write 1h05m, 15m or 45s.",
    ),
    "why_no_time": (
        "« {text} » n'est pas une heure. Écrire 9h15 ou 09:15.",
        "“{text}” is no time of day. Write 09:15.",
    ),
    "why_no_moment": (
        "« {text} » n'est pas une heure. Écrire 9h15, 09:15:30 ou une date et une heure complètes.",
        "“{text}” is no time. Write 09:15, 09:15:30 or a whole date and time with its offset.",
    ),
    "why_length_type": (
        'une durée s\'écrit entre guillemets, comme "1h05m".',
        'a length is a text such as "1h05m".',
    ),
    "why_time_type": (
        'une heure s\'écrit entre guillemets, comme "09:15".',
        'a time is a text such as "09:15".',
    ),
    "why_negative_length": ("une durée n'est pas négative.", "a length cannot be negative."),
    "why_absurd_length": ("une durée tient en 24 heures.", "a length is at most 24 hours."),
    "why_two_lengths": (
        "durée et heure de fin à la fois : garder l'une des deux.",
        "both a length and an end: keep one of them.",
    ),
    "why_no_length_given": (
        "il faut une durée, ou une heure de fin.",
        "a length or an end is needed.",
    ),
    "why_reserved_id": (
        "« day » désigne la journée elle-même : choisir un autre identifiant.",
        "“day” means the day itself: choose another id.",
    ),
    "why_duplicate_id": (
        "l'identifiant « {id} » est donné deux fois.",
        "the id “{id}” is given twice.",
    ),
    "why_no_zone": (
        "« {zone} » n'est pas un fuseau horaire. Écrire par exemple Europe/Paris.",
        "“{zone}” is no time zone. Write for instance Europe/Paris.",
    ),
    "why_no_who": (
        "donner le rang d'un intervenant, à partir de 1, ou son nom.",
        "give a speaker's number, from 1, or name.",
    ),
    "why_no_step": ("il faut plus de zéro.", "it must be more than nought."),
    "why_absurd_date": ("une journée est entre 1970 et 2199.", "a day is between 1970 and 2199."),
    "why_by_or_to": (
        "donner une durée (« by ») ou une heure de fin (« to »).",
        "give either a length (“by”) or a time to end at (“to”).",
    ),
    "why_start_or_end": (
        "donner un début (« start ») ou une fin (« end »).",
        "give either a start (“start”) or an end (“end”).",
    ),
    "why_one_place": (
        "dire où, par un seul de « after », « before » et « into ».",
        "say where, with one of “after”, “before” and “into”.",
    ),
    "why_one_of": ("à choisir parmi {choices}.", "choose one of {choices}."),
    "why_unknown_key": ("la clé « {key} » est inconnue.", "the key “{key}” is unknown."),
    "why_unknown_key_near": (
        "la clé « {key} » est inconnue ; est-ce « {near} » ?",
        "the key “{key}” is unknown; did you mean “{near}”?",
    ),
    "why_too_nested": (
        "plus de {most} niveaux imbriqués.",
        "more than {most} levels inside each other.",
    ),
    "why_a_text": ("il faut un texte.", "a text is needed."),
    "why_a_text_with_letters": ("le texte est vide.", "the text is empty."),
    "why_a_shorter_text": ("le texte est trop long.", "the text is too long."),
    "why_a_number": ("il faut un nombre.", "a number is needed."),
    "why_yes_or_no": ("il faut true ou false.", "true or false is needed."),
    "why_a_list": ("il faut une liste.", "a list is needed."),
    "why_an_object": ("il faut un objet JSON.", "a JSON object is needed."),
    "why_not_empty": ("rien n'est donné.", "nothing is given."),
    "why_missing": ("il manque.", "it is missing."),
    "why_a_date": (
        'il faut une date, comme "2016-01-19".',
        'a date is needed, such as "2016-01-19".',
    ),
    "why_other": ("ne convient pas ({message}).", "does not fit ({message})."),
    # problems of a plan
    "overlap": (
        "« {title} » commence {by} avant la fin de ce qui précède.",
        "“{title}” begins {by} before the previous item ends.",
    ),
    "too_heavy": (
        "« {title} » contient {by} de trop.",
        "“{title}” holds {by} too much.",
    ),
    "elastic_empty": (
        "« {title} » devrait finir avant de commencer.",
        "“{title}” would end before it begins.",
    ),
    "misshared": (
        "« {title} » : {given} temps de parole pour {count} intervenants, donc parts égales.",
        "“{title}”: {given} shares for {count} speakers, so all speak as long.",
    ),
    "minimum_above": (
        "« {title} » : la durée plancher dépasse la durée.",
        "“{title}”: the minimum is longer than the length.",
    ),
    "past_end_by": (
        "La journée finirait {by} après l'heure ferme de {end_by}.",
        "The day would end {by} after its hard end of {end_by}.",
    ),
    "no_timezone": (
        "Aucun fuseau horaire : UTC est supposé. Écrire par exemple Europe/Paris.",
        "No time zone: UTC is assumed. Write for instance Europe/Paris.",
    ),
    "plan_without_start": (
        'Aucune séquence n\'a d\'heure de début : en donner une, par exemple "start": "09:00".',
        'No item has a start time: give one, for instance "start": "09:00".',
    ),
    # from outside and without a window
    "no_display": (
        "Aucun écran ici : la journée tourne sans fenêtre. Commandes au clavier (go, stretch 1m …) ou par « runofshow send ».",
        "No display here: the day runs without a window. Type commands (go, stretch 1m …) or use “runofshow send”.",
    ),
    "no_show": (
        "Aucune journée n'a encore été conduite ici : lancer « runofshow FICHIER ».",
        "No show has been run here yet: start “runofshow FILE”.",
    ),
    "no_such_show": (
        "Aucune journée ne s'appelle « {place} » : ni un fichier, ni un nom connu ici.",
        "No show is called “{place}”: neither a file nor a name known here.",
    ),
    "no_such_output": (
        "Aucune sortie ne s'appelle « {place} » dans les réglages de cette machine.",
        "No output is called “{place}” in the settings of this machine.",
    ),
    "command_no_json": (
        "Cette commande n'est pas du JSON : {place}",
        "This command is not JSON: {place}",
    ),
    "script_not_text": (
        "{place} : ce script n'est pas du texte en UTF-8.",
        "{place}: this script is not UTF-8 text.",
    ),
    "check_well": (
        "{file} : {count} {count:séquence|séquences}, rien à signaler.",
        "{file}: {count} {count:item|items}, nothing to report.",
    ),
    "unreachable": (
        "« runofshow send » ne peut pas joindre ce programme ({why}) : la journée tourne quand même.",
        "“runofshow send” cannot reach this program ({why}): the show runs all the same.",
    ),
    "owner_gone": (
        "{who} ne conduit plus la journée : relancer « runofshow » pour la reprendre ici.",
        "{who} no longer runs the show: start “runofshow” again to take it over here.",
    ),
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
    "step_no_json": (
        "Ligne {place} : ce n'est pas un objet JSON.",
        "Line {place}: this is not a JSON object.",
    ),
    "step_unknown": (
        "Ligne {place} : il faut une commande (« do ») ou « look ».",
        "Line {place}: a command (“do”) or “look” is needed.",
    ),
    "step_no_promise": (
        'Ligne {place} : aucune heure ferme n\'est donnée là. Écrire {{"slot": "day", "of": "end"}}.',
        'Line {place}: no hard time is given there. Write {{"slot": "day", "of": "end"}}.',
    ),
    "step_no_time": (
        "Ligne {place} : « at » doit être une heure comme 09:20:00 ({text}).",
        "Line {place}: “at” must be a time such as 09:20:00 ({text}).",
    ),
    "step_back": (
        "Ligne {place} : « {text} » est avant l'étape précédente, le temps ne recule pas.",
        "Line {place}: “{text}” is before the previous step; time does not go back.",
    ),
    "day_played": (
        "{count} {count:séquence jouée|séquences jouées}.",
        "{count} {count:item|items} played.",
    ),
    "nothing_ahead": (
        "Plus rien n'arrive de soi-même : c'est à la main de jouer, ou la journée est finie.",
        "Nothing more happens by itself: it is for a hand to act, or the day is over.",
    ),
    "empty_plan": ("Le conducteur est vide.", "The rundown is empty."),
    "all_skipped": ("Toutes les séquences sont sautées.", "Every item is skipped."),
    # files: the disk
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
    # files: the text of a schedule
    "file_empty": (
        "Ce fichier est vide : reprendre une copie.",
        "This file is empty: take a copy again.",
    ),
    "file_document": (
        "Ce fichier est un document {what} : choisir le conducteur lui-même (.json).",
        "This file is a {what} document: choose the schedule itself (.json).",
    ),
    "file_binary": (
        (
            "Ce fichier n'est pas du texte : un conducteur est un texte JSON. Est-ce le bon "
            "fichier ?"
        ),
        "This file is not text: a schedule is JSON text. Is it the right file?",
    ),
    "file_not_utf8": (
        (
            "Ligne {line} : ce texte n'est pas en UTF-8. L'enregistrer en « UTF-8 » dans l'éditeur "
            "de texte."
        ),
        "Line {line}: this text is not UTF-8. Save it as “UTF-8” in your text editor.",
    ),
    "file_not_utf16": (
        (
            "Ce texte s'annonce en UTF-16 mais ne l'est pas jusqu'au bout. L'enregistrer en "
            "« UTF-8 » dans l'éditeur de texte."
        ),
        (
            "This text says that it is UTF-16 but is not all through. Save it as “UTF-8” in your "
            "text editor."
        ),
    ),
    "json_cut": (
        (
            "Ligne {line}, colonne {column} : le fichier s'arrête au milieu, il a été coupé. "
            "Reprendre une copie entière, ou fermer ce qui est ouvert (guillemets, accolades, "
            "crochets)."
        ),
        (
            "Line {line}, column {column}: the file stops halfway, it has been cut. Take a whole "
            "copy, or close what is open (quotes, braces, brackets)."
        ),
    ),
    "json_comma": (
        (
            "Ligne {line}, colonne {column} : il manque une virgule, ou une accolade ou un crochet "
            "fermant."
        ),
        "Line {line}, column {column}: a comma is missing, or a closing brace or bracket.",
    ),
    "json_colon": (
        "Ligne {line}, colonne {column} : il manque le deux-points entre une clé et sa valeur.",
        "Line {line}, column {column}: the colon between a key and its value is missing.",
    ),
    "json_key": (
        (
            'Ligne {line}, colonne {column} : une clé entre guillemets droits (") est attendue '
            "ici. Une virgule en trop avant l'accolade ?"
        ),
        (
            'Line {line}, column {column}: a key in straight quotes (") is expected here. One '
            "comma too many before the brace?"
        ),
    ),
    "json_value": (
        (
            "Ligne {line}, colonne {column} : une valeur est attendue ici. Une virgule en trop, ou "
            'un texte sans guillemets droits (") ?'
        ),
        (
            "Line {line}, column {column}: a value is expected here. One comma too many, or a text "
            'without straight quotes (")?'
        ),
    ),
    "json_line_break": (
        (
            "Ligne {line}, colonne {column} : un texte contient un retour à la ligne ou une "
            "tabulation. Écrire \\n ou \\t, ou fermer les guillemets."
        ),
        (
            "Line {line}, column {column}: a text holds a line break or a tab. Write \\n or \\t, "
            "or close the quotes."
        ),
    ),
    "json_escape": (
        (
            "Ligne {line}, colonne {column} : une barre oblique inverse mal placée. L'écrire deux "
            "fois : \\\\."
        ),
        "Line {line}, column {column}: a misplaced backslash. Write it twice: \\\\.",
    ),
    "json_extra": (
        "Ligne {line}, colonne {column} : du texte suit la fin du conducteur. L'enlever.",
        "Line {line}, column {column}: text follows the end of the schedule. Take it away.",
    ),
    "json_wrong": (
        "Ligne {line}, colonne {column} : ce n'est pas du JSON. Corriger à cet endroit.",
        "Line {line}, column {column}: this is not JSON. Correct it there.",
    ),
    "json_number": (
        (
            "Ligne {line}, colonne {column} : « {text} » n'est pas un nombre utilisable. En écrire "
            "un ordinaire."
        ),
        "Line {line}, column {column}: “{text}” is no usable number. Write an ordinary one.",
    ),
    "json_deep": (
        (
            "Ligne {line}, colonne {column} : plus de {limit} niveaux imbriqués. Un conducteur "
            "n'en a pas tant : est-ce le bon fichier ?"
        ),
        (
            "Line {line}, column {column}: more than {limit} levels inside each other. No schedule "
            "has as many: is it the right file?"
        ),
    ),
    "json_many": (
        "Ce fichier contient plus de {limit} listes et objets : est-ce le bon fichier ?",
        "This file holds more than {limit} lists and objects: is it the right file?",
    ),
    "json_not_object": (
        (
            "Ce fichier contient {what_fr}, et non un conducteur : un conducteur est un objet "
            "JSON, entre accolades."
        ),
        "This file holds {what_en}, not a schedule: a schedule is a JSON object, in braces.",
    ),
    "key_twice": (
        "{at_fr} : la clé « {key} » est donnée deux fois. N'en garder qu'une.",
        "{at_en}: the key “{key}” is given twice. Keep one of them.",
    ),
    "text_broken": (
        "{at_fr} : ce texte contient une moitié de caractère (\\ud800 à \\udfff). La retaper.",
        "{at_en}: this text holds half a character (\\ud800 to \\udfff). Type it again.",
    ),
    "a_list": ("une liste", "a list"),
    "a_text": ("un texte", "a text"),
    "a_number": ("un nombre", "a number"),
    "nothing_else": ("« null » seulement", "“null” only"),
    "true_or_false": ("« true » ou « false »", "“true” or “false”"),
    # files: what a schedule says
    "format_other": (
        (
            "format : « {format} » n'est pas un conducteur Run of Show. Un conducteur commence par "
            '"format": "runofshow/1.0".'
        ),
        (
            'format: “{format}” is no Run of Show schedule. A schedule begins with "format": '
            '"runofshow/1.0".'
        ),
    ),
    "format_newer": (
        (
            "format : ce conducteur (« {format} ») vient d'une version plus récente du programme. "
            "Mettre le programme à jour."
        ),
        (
            "format: this schedule (“{format}”) comes from a newer version of the program. Update "
            "the program."
        ),
    ),
    "format_minor": (
        (
            "Ce conducteur (« {format} ») vient d'une version un peu plus récente : ce que le "
            "programme n'en connaît pas est gardé tel quel."
        ),
        (
            "This schedule (“{format}”) comes from a slightly newer version: what the program does "
            "not know of it is kept as it is."
        ),
    ),
    "format_missing": (
        "Pas de clé « format » : lu comme {format}.",
        "There is no “format” key: read as {format}.",
    ),
    "date_missing": (
        "Pas de date : celle du jour est prise ({date}).",
        "There is no date: today's is taken ({date}).",
    ),
    "not_ours": (
        "Ce JSON n'est pas un conducteur Run of Show : ni clé « format » ni clé « slots ».",
        "This JSON is no Run of Show schedule: it has neither a “format” nor a “slots” key.",
    ),
    "slots_missing": (
        'Il manque la clé « slots », la liste des séquences : "slots": [ … ].',
        'The key “slots”, the list of items, is missing: "slots": [ … ].',
    ),
    "slots_deep": (
        "{at_fr} : plus de {limit} sessions imbriquées. En aplatir une partie.",
        "{at_en}: more than {limit} sessions inside each other. Flatten some of them.",
    ),
    "slots_many": (
        "Ce conducteur a plus de {limit} séquences : le partager en plusieurs.",
        "This schedule has more than {limit} items: divide it into several.",
    ),
    "lists_many": (
        (
            "{at_fr} : plus de {limit} intervenants, activités et autres éléments jusqu'ici. "
            "Est-ce le bon fichier ?"
        ),
        (
            "{at_en}: more than {limit} speakers, activities and the like up to here. Is it the "
            "right file?"
        ),
    ),
    "no_start_anywhere": (
        (
            "{at_fr} : aucune heure de début dans tout le conducteur. Ajouter ici, par exemple, "
            '"start": "09:00".'
        ),
        (
            "{at_en}: there is no start time in the whole schedule. Add one here, for instance "
            '"start": "09:00".'
        ),
    ),
    "unknown_key": (
        "{at_fr} : clé inconnue « {key} ».{near_fr} Une clé à soi commence par « x- ».{more_fr}",
        "{at_en}: unknown key “{key}”.{near_en} A key of your own begins with “x-”.{more_en}",
    ),
    "key_missing": (
        "{at_fr} : il manque la clé « {key} ».{more_fr}",
        "{at_en}: the key “{key}” is missing.{more_en}",
    ),
    "wrong_text": (
        "{at_fr} : un texte entre guillemets est attendu, pas {given}.{more_fr}",
        "{at_en}: a text in quotes is expected, not {given}.{more_en}",
    ),
    "wrong_list": (
        "{at_fr} : une liste [ … ] est attendue, pas {given}.{more_fr}",
        "{at_en}: a list [ … ] is expected, not {given}.{more_en}",
    ),
    "wrong_object": (
        "{at_fr} : un objet {{ … }} est attendu, pas {given}.{more_fr}",
        "{at_en}: an object {{ … }} is expected, not {given}.{more_en}",
    ),
    "wrong_flag": (
        "{at_fr} : « true » ou « false » est attendu, sans guillemets, pas {given}.{more_fr}",
        "{at_en}: “true” or “false” is expected, without quotes, not {given}.{more_en}",
    ),
    "wrong_share": (
        "{at_fr} : une part est un nombre de 0 à 1, tel que 0.6, pas {given}.{more_fr}",
        "{at_en}: a share is a number from 0 to 1, such as 0.6, not {given}.{more_en}",
    ),
    "wrong_kind": (
        "{at_fr} : nature inconnue « {given} ».{near_fr} Au choix : {choices}.{more_fr}",
        "{at_en}: unknown kind “{given}”.{near_en} Choose from: {choices}.{more_en}",
    ),
    "wrong_choice": (
        "{at_fr} : {given} ne va pas ici. Au choix : {choices}.{more_fr}",
        "{at_en}: {given} does not go here. Choose from: {choices}.{more_en}",
    ),
    "text_empty": (
        "{at_fr} : ce texte est vide. L'écrire, ou enlever la clé.{more_fr}",
        "{at_en}: this text is empty. Write it, or take the key away.{more_en}",
    ),
    "text_long": (
        "{at_fr} : ce texte est trop long, {limit} signes au plus.{more_fr}",
        "{at_en}: this text is too long, {limit} characters at most.{more_en}",
    ),
    "length_unread": (
        "{at_fr} : {why_fr}{more_fr}",
        "{at_en}: {why_en}{more_en}",
    ),
    "length_not_text": (
        '{at_fr} : une durée est un texte tel que "15m" ou "1h05m", pas {given}.{more_fr}',
        '{at_en}: a length is a text such as "15m" or "1h05m", not {given}.{more_en}',
    ),
    "length_negative": (
        "{at_fr} : une durée ne peut pas être négative ({given}).{more_fr}",
        "{at_en}: a length cannot be negative ({given}).{more_en}",
    ),
    "key_nested": (
        "{at_fr} : plus de {most} niveaux imbriqués sous « {key} ».{more_fr}",
        "{at_en}: more than {most} levels inside each other under “{key}”.{more_en}",
    ),
    "length_absurd": (
        "{at_fr} : une durée est de 24 heures au plus ({given}).{more_fr}",
        "{at_en}: a length is 24 hours at most ({given}).{more_en}",
    ),
    "step_nought": (
        (
            '{at_fr} : le pas du rattrapage doit être plus grand que zéro, "1m" par '
            "exemple.{more_fr}"
        ),
        ('{at_en}: the step for catching up must be more than nought, "1m" for instance.{more_en}'),
    ),
    "time_unread": (
        "{at_fr} : {why_fr}{more_fr}",
        "{at_en}: {why_en}{more_en}",
    ),
    "time_not_text": (
        '{at_fr} : une heure est un texte tel que "09:15", pas {given}.{more_fr}',
        '{at_en}: a time is a text such as "09:15", not {given}.{more_en}',
    ),
    "date_unread": (
        (
            "{at_fr} : {given} n'est pas une date. Écrire l'année, le mois et le jour : "
            '"2016-01-19".'
        ),
        '{at_en}: {given} is no date. Write year, month and day: "2016-01-19".',
    ),
    "date_absurd": (
        "{at_fr} : l'année {year} n'est pas celle d'une journée à conduire ({first} à {last}).",
        "{at_en}: the year {year} is not that of a day to run ({first} to {last}).",
    ),
    "zone_unknown": (
        "{at_fr} : fuseau horaire inconnu « {given} ».{near_fr}{more_fr}",
        "{at_en}: unknown time zone “{given}”.{near_en}{more_en}",
    ),
    "zone_example": (" Écrire par exemple Europe/Paris.", " Write for instance Europe/Paris."),
    "id_reserved": (
        (
            "{at_fr} : l'identifiant « {id} » désigne la journée elle-même. En choisir un "
            "autre.{more_fr}"
        ),
        "{at_en}: the id “{id}” means the day itself. Choose another.{more_en}",
    ),
    "id_twice": (
        (
            "{at_fr} : l'identifiant « {id} » est déjà pris par {other_fr}. En choisir un "
            "autre.{more_fr}"
        ),
        "{at_en}: the id “{id}” is already that of {other_en}. Choose another.{more_en}",
    ),
    "length_and_end": (
        "{at_fr} : « duration » et « end » à la fois. Garder l'une des deux.{more_fr}",
        "{at_en}: both “duration” and “end”. Keep one of them.{more_en}",
    ),
    "length_missing": (
        '{at_fr} : ni « duration » ni « end ». Ajouter par exemple "duration": "15m".{more_fr}',
        '{at_en}: neither “duration” nor “end”. Add for instance "duration": "15m".{more_en}',
    ),
    "value_wrong": (
        "{at_fr} : {given} ne va pas ici ({why}).{more_fr}",
        "{at_en}: {given} does not go here ({why}).{more_en}",
    ),
    "near": (" Vouliez-vous dire « {near} » ?", " Did you mean “{near}”?"),
    "one_more": (" (Une autre erreur plus loin.)", " (One more error further on.)"),
    "faults_beyond": (
        "Et {count} {count:autre erreur|autres erreurs}.",
        "And {count} more {count:error|errors}.",
    ),
    "of_file": ("{file} : {why}", "{file}: {why}"),
    "many_more": (
        " ({count} {count:autre erreur|autres erreurs} plus loin.)",
        " ({count} more {count:error|errors} further on.)",
    ),
    "quoted": ("« {text} »", "“{text}”"),
    "on_line": ("{place} (ligne {line})", "{place} (line {line})"),
    "whole_schedule": ("le conducteur", "the schedule"),
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
    # local socket
    "nobody_runs": (
        "Aucune journée n'est en cours sur cette machine.",
        "No show is running on this machine.",
    ),
    "socket_refused": (
        "{who} conduit la journée mais refuse de répondre.",
        "{who} runs the show but refuses to answer.",
    ),
    "program_hangs": (
        "{who} conduit la journée mais ne répond plus depuis {waited}.",
        "{who} runs the show but has not answered for {waited}.",
    ),
    "socket_garbled": (
        "{who} a répondu par quelque chose d'incompréhensible.",
        "{who} gave an answer that makes no sense.",
    ),
    "request_malformed": (
        "Une demande est un objet JSON d'une ligne, avec une clé « ask ».",
        "A request is a JSON object on one line, with an “ask” key.",
    ),
    "request_too_long": (
        "Une demande tient en {limit} kB.",
        "A request is at most {limit} kB long.",
    ),
    "unknown_request": (
        "Demande inconnue : « {name} ».",
        "Unknown request: “{name}”.",
    ),
    "socket_crowded": (
        "Trop de programmes écoutent déjà cette journée.",
        "Too many programs are listening to this show already.",
    ),
    # chances
    "odds_many": ("{count} chances sur {of}", "{count} chances in {of}"),
    "odds_one": ("1 chance sur {of}", "1 chance in {of}"),
    "odds_sure": ("presque sûr", "almost certain"),
    "odds_poor": ("très compromis", "very doubtful"),
}

WORDS: Final = Words(_OWN)
