"""What the pages of the report and of the log say; read when one of them is first opened."""

from typing import Final, NamedTuple


class ReportWords(NamedTuple):
    """The words of the two pages in one language; `language` is "fr" or "en"."""

    language: str
    report: str
    log: str
    internal: str
    internal_tip: str
    client: str
    client_tip: str
    export: str
    export_title: str
    file_name: str
    client_file_name: str
    pdf_files: str
    xlsx_files: str
    csv_files: str
    json_files: str
    # the head
    not_begun: str
    running: str
    over_on_time: str
    over_late: str
    over_early: str
    over: str
    # facts
    start: str
    end: str
    end_expected: str
    planned: str
    planned_end: str
    hard_times: str
    hard_of: str
    hard_none: str
    hard_kept: str
    hard_to_come: str
    items: str
    speakers: str
    taken: str
    given: str
    # hard times
    day_ends: str
    ends: str
    kept: str
    to_come: str
    at_risk: str
    came_at: str
    to_whom: str
    agreed: str
    told: str
    told_short: str
    # who gave
    who_gave: str
    who_gave_how: str
    nobody_gave: str
    nobody_yet: str
    late_start: str
    wait: str
    paid_by: str
    several: str
    left: str
    small: str
    # items
    item_by_item: str
    col_cue: str
    col_title: str
    col_printed: str
    col_actual: str
    col_by: str
    col_late: str
    col_why: str
    total: str
    # notes, thanks, log
    notes: str
    results: str
    result: str
    incident: str
    incident_open: str
    bare_note: str
    restart: str
    thanks: str
    thanks_how: str
    no_thanks: str
    log_how: str
    log_empty: str
    nothing: str


FR: Final = ReportWords(
    language="fr",
    report="Bilan",
    log="Journal",
    internal="Interne",
    internal_tip="Tout\u00a0: écarts, qui a pris, qui a cédé, incidents et notes",
    client="Client",
    client_tip="Sans les débordements de personne\u00a0: la journée, les heures tenues, les mercis",
    export="Exporter…",
    export_title="Exporter le bilan",
    file_name="bilan {date}",
    client_file_name="bilan client {date}",
    pdf_files="Page à imprimer (*.pdf)",
    xlsx_files="Classeur (*.xlsx)",
    csv_files="Tableur (*.csv)",
    json_files="JSON (*.json)",
    not_begun="la journée n'a pas commencé",
    running="état à {time}",
    over_on_time="la journée a fini à l'heure",
    over_late="la journée a fini avec {length} de retard",
    over_early="la journée a fini avec {length} d'avance",
    over="la journée est finie",
    start="Début",
    end="Fin",
    end_expected="Fin attendue",
    planned="prévu {time}",
    planned_end="prévue {time}",
    hard_times="Heures fermes",
    hard_of="{kept} sur {count}",
    hard_none="aucune",
    hard_kept="tenues",
    hard_to_come="encore {count} à venir",
    items="Séquences",
    speakers="{count} {count:intervenant|intervenants}",
    taken="Temps pris",
    given="rendu {length}",
    day_ends="Fin de la journée",
    ends="Fin\u00a0: {title}",
    kept="tenue",
    to_come="à venir",
    at_risk="compromise",
    came_at="à {time}",
    to_whom="pour {who}",
    agreed="heure convenue",
    told="prévenu à {at} de {time}",
    told_short="prévenu\u00a0: {time}",
    who_gave="Qui a cédé quoi",
    who_gave_how="qui a pris du temps, puis qui l'a rendu",
    nobody_yet="Personne n'a encore pris de temps.",
    nobody_gave="Rien à rattraper\u00a0: tout s'est tenu à la minute.",
    late_start="départ tardif",
    wait="attente avant {cue}",
    paid_by="{who} {length}",
    several="{count} séquences, {length}",
    left="reste {length} à la fin",
    small="petits écarts",
    item_by_item="Séquence par séquence",
    col_cue="N°",
    col_title="Titre",
    col_printed="Imprimé",
    col_actual="Réel",
    col_by="Écart",
    col_late="Retard",
    col_why="Pourquoi",
    total="Journée",
    notes="Incidents et notes",
    results="Résultats des ateliers",
    result="{about}\u00a0: {text}",
    incident="un instant, {length}",
    incident_open="un instant, toujours",
    bare_note="note sans texte",
    restart="séquence relancée",
    thanks="Merci",
    thanks_how="ont rendu du temps à la journée",
    no_thanks="Personne n'a eu à rendre de temps.",
    log_how="le plus récent en haut",
    log_empty="Rien ne s'est encore passé.",
    nothing="–",
)

EN: Final = ReportWords(
    language="en",
    report="Report",
    log="Log",
    internal="Internal",
    internal_tip="Everything: deviations, who took, who gave, incidents and notes",
    client="Client",
    client_tip="Without anyone's overruns: the day, the hard times kept, the thanks",
    export="Export…",
    export_title="Export the report",
    file_name="report {date}",
    client_file_name="client report {date}",
    pdf_files="Page to print (*.pdf)",
    xlsx_files="Workbook (*.xlsx)",
    csv_files="Spreadsheet (*.csv)",
    json_files="JSON (*.json)",
    not_begun="the day has not begun",
    running="as of {time}",
    over_on_time="the day ended on time",
    over_late="the day ended {length} late",
    over_early="the day ended {length} early",
    over="the day is over",
    start="Start",
    end="End",
    end_expected="Expected end",
    planned="planned {time}",
    planned_end="planned {time}",
    hard_times="Hard times",
    hard_of="{kept} of {count}",
    hard_none="none",
    hard_kept="kept",
    hard_to_come="{count} more to come",
    items="Items",
    speakers="{count} {count:speaker|speakers}",
    taken="Time taken",
    given="{length} given back",
    day_ends="End of the day",
    ends="End: {title}",
    kept="kept",
    to_come="to come",
    at_risk="broken",
    came_at="at {time}",
    to_whom="for {who}",
    agreed="time agreed",
    told="told {time}, at {at}",
    told_short="told: {time}",
    who_gave="Who gave what",
    who_gave_how="who took time, then who gave it back",
    nobody_yet="Nobody has taken time yet.",
    nobody_gave="Nothing to win back: everything ran to the minute.",
    late_start="late start",
    wait="wait before {cue}",
    paid_by="{who} {length}",
    several="{count} items, {length}",
    left="{length} left at the end",
    small="small deviations",
    item_by_item="Item by item",
    col_cue="Cue",
    col_title="Title",
    col_printed="Printed",
    col_actual="Actual",
    col_by="Diff.",
    col_late="Late",
    col_why="Why",
    total="Day",
    notes="Incidents and notes",
    results="Results of the workshops",
    result="{about}: {text}",
    incident="one moment, {length}",
    incident_open="one moment, still",
    bare_note="blank note",
    restart="item restarted",
    thanks="Thanks",
    thanks_how="gave time back to the day",
    no_thanks="Nobody had to give time back.",
    log_how="latest first",
    log_empty="Nothing has happened yet.",
    nothing="–",
)


def report_words(language: str) -> ReportWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
