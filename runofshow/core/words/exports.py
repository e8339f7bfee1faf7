"""What is said of other tools' exports: why one cannot be read, what was mended or inferred."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # XML
    "xml_template": (
        "Ce fichier est un modèle à trous (Jekyll, Liquid), pas un programme : ouvrir la page qu'il produit et enregistrer celle-là.",
        "This file is a template with blanks (Jekyll, Liquid), not a programme: open the page it produces and save that one.",
    ),
    "xml_doctype": (
        "Ce XML déclare un type de document ou des entités, ce qui n'est pas accepté : supprimer la déclaration « DOCTYPE », ou exporter de nouveau.",
        "This XML declares a document type or entities, which is not accepted: remove the “DOCTYPE” declaration, or export it again.",
    ),
    "xml_wrong": (
        "Le XML est abîmé à la ligne {line}, colonne {column} : exporter le fichier de nouveau.",
        "The XML is broken at line {line}, column {column}: export the file again.",
    ),
    "xml_encoding": (
        "Le XML déclare à la ligne {line} un encodage inconnu : l'enregistrer en UTF-8.",
        "The XML declares an unknown encoding at line {line}: save it as UTF-8.",
    ),
    "xml_nested": (
        "Le XML emboîte plus de {limit} niveaux à la ligne {line} : ce n'est pas un programme.",
        "The XML nests more than {limit} levels at line {line}: this is no programme.",
    ),
    "xml_many": (
        "Le XML a plus de {limit} éléments : en exporter un jour ou une salle seulement.",
        "The XML has more than {limit} elements: export one day or one room only.",
    ),
    # what is not there
    "export_other": (
        "Ce fichier n'est pas un export {tool} : il y manque « {key} ».",
        "This file is not a {tool} export: it lacks “{key}”.",
    ),
    "export_empty": (
        "Cet export {tool} ne contient aucune séquence : vérifier que le programme y est publié, puis exporter de nouveau.",
        "This {tool} export holds no item at all: check that its programme is published, then export it again.",
    ),
    "export_many": (
        "Cet export {tool} contient plus de {limit} séquences : en exporter un jour ou une salle seulement.",
        "This {tool} export holds more than {limit} items: export one day or one room only.",
    ),
    # times
    "time_not_told": ("L'heure n'est pas donnée.", "The time is not given."),
    "time_not_read": ("« {text} » n'est pas une heure.", "“{text}” is no time."),
    "length_not_told": ("La durée n'est pas donnée.", "The length is not given."),
    "length_not_read": ("« {text} » n'est pas une durée.", "“{text}” is no length."),
    "length_two_ways": (
        "« {text} » peut se lire de deux façons : lu comme {taken}.",
        "“{text}” can be read in two ways: taken as {taken}.",
    ),
    "length_too_long": (
        "« {text} » dépasse 24 heures : la durée est laissée vide.",
        "“{text}” is more than 24 hours: the length is left empty.",
    ),
    "end_before_start": (
        "La fin ({end}) précède le début ({start}) : elle est laissée vide.",
        "The end ({end}) is before the start ({start}): it is left empty.",
    ),
    "night_before": (
        "Passé minuit : compté dans la soirée du {day}.",
        "Past midnight: counted in the evening of {day}.",
    ),
    "day_elsewhere": (
        "Rangé au {day}, mais daté du {date} : c'est la date qui a été suivie.",
        "Listed under {day}, but dated {date}: the date was followed.",
    ),
    "clocks_differ": (
        "La date dit {date} et l'heure dit {start} : c'est la date qui a été suivie.",
        "The date says {date} and the time says {start}: the date was followed.",
    ),
    # zones
    "zone_by_offset": (
        "Le fuseau n'est pas donné : déduit des heures, qui portent {offset}.",
        "The time zone is not given: inferred from the times, which carry {offset}.",
    ),
    "zone_beaten": (
        "Le fichier annonce le fuseau {zone}, mais ses heures portent {offset} : ce sont les heures qui ont été suivies.",
        "The file declares the time zone {zone}, but its times carry {offset}: the times were followed.",
    ),
    "zone_not_known": (
        "Le fuseau « {zone} » n'existe pas.",
        "There is no time zone “{zone}”.",
    ),
    "zone_in_words": (
        "Le fuseau est écrit là où un calendrier ne l'attend pas.",
        "The time zone is written where a calendar does not expect it.",
    ),
    "zone_of_most": (
        "Le calendrier ne dit pas son fuseau : celui de la plupart de ses heures.",
        "The calendar does not tell its time zone: that of most of its times.",
    ),
    "zone_many": (
        "Les heures sont dans {count} fuseaux : toutes sont montrées à l'heure de {zone}.",
        "The times are in {count} time zones: all are shown by the clock of {zone}.",
    ),
    # kinds and people
    "kind_service": (
        "Moment de service dans Sessionize : pris pour une pause.",
        "A service session in Sessionize: taken for a break.",
    ),
    "not_recorded": ("Ne pas enregistrer.", "Do not record."),
    # calendars
    "calendar_long": (
        "Ce calendrier a plus de {limit} lignes : n'en exporter que les jours utiles.",
        "This calendar has more than {limit} lines: export the days needed only.",
    ),
    "zone_utc_only": (
        "Toutes les heures sont en temps universel (UTC) et rien ne dit le fuseau du lieu : vérifier les heures.",
        "All times are in universal time (UTC) and nothing tells the zone of the place: check the times.",
    ),
    "zone_not_known_here": (
        "Le fuseau « {zone} » de cette heure est inconnu : prise comme heure du lieu.",
        "The time zone “{zone}” of this time is unknown: taken for the time of the place.",
    ),
    "events_deep": (
        "« {title} »{count:| et d'autres événements} : dans plus de {limit} autres événements, pas {count:lu|lus}.",
        "“{title}”{count:| and other events}: within more than {limit} other events, not read.",
    ),
    "event_cancelled": (
        "« {title} » est annulé dans le calendrier : gardé, mais sauté.",
        "“{title}” is cancelled in the calendar: kept, but skipped.",
    ),
    "event_tentative": (
        "« {title} » n'est pas confirmé dans le calendrier.",
        "“{title}” is not confirmed in the calendar.",
    ),
    "event_all_day": (
        "« {title} » dure toute la journée du {day} : note de la première séquence.",
        "“{title}” lasts all day on {day}: a note of the first item.",
    ),
    "event_long": (
        "« {title} » dure {days} jours : sa note n'est gardée que pour les {limit} premiers. N'exporter que les jours utiles.",
        "“{title}” lasts {days} days: its note is kept for the first {limit} only. Export the days needed only.",
    ),
    "rule_cut": (
        "« {title} » se répète sans cesse : seules ses {limit} premières fois sont lues. N'exporter que les jours utiles.",
        "“{title}” recurs again and again: only the first {limit} times are read. Export the days needed only.",
    ),
    "event_not_read": (
        "Un évènement du calendrier est illisible : laissé de côté.",
        "An event of the calendar cannot be read: left out.",
    ),
    "event_twice": (
        "« {title} » figure deux fois à l'identique : une seule a été gardée.",
        "“{title}” stands twice, exactly the same: one was kept.",
    ),
    "event_replaced": (
        "« {title} » figure en plusieurs versions : la dernière a été gardée.",
        "“{title}” stands in several versions: the last one was kept.",
    ),
    "rule_not_read": (
        "La répétition « {rule} » ne se lit pas : seule la première date a été gardée.",
        "The recurrence “{rule}” cannot be read: only the first date was kept.",
    ),
    "rule_endless": (
        "« {title} » se répète sans fin : seules les dates proches ont été gardées ({count}).",
        "“{title}” recurs without end: only the dates near by were kept ({count}).",
    ),
    "time_mended": (
        "« {text} » est mal écrit : lu comme {taken}.",
        "“{text}” is badly written: read as {taken}.",
    ),
    # Ontime
    "ontime_delay": (
        "Un décalage de {length} posé dans Ontime n'a pas été repris : les heures sont celles prévues.",
        "A delay of {length} set in Ontime was not taken over: the times are the planned ones.",
    ),
    "ontime_milestone": (
        "Le repère « {title} » n'a pas de durée : gardé dans la note de la séquence voisine.",
        "The milestone “{title}” has no length: kept in the note of the item next to it.",
    ),
    "ontime_rundowns": (
        "Ce projet contient {count} conducteurs : chacun est proposé comme une salle.",
        "This project holds {count} rundowns: each is offered as a room.",
    ),
    "ontime_lost": (
        "Un élément nommé dans l'ordre du conducteur n'existe pas dans le fichier : laissé de côté.",
        "An entry named in the order of the rundown is not in the file: left out.",
    ),
    "length_differs": (
        "De {start} à {end} il n'y a pas {length} : {taken} a été suivi.",
        "From {start} to {end} is not {length}: {taken} was followed.",
    ),
    "the_end": ("la fin", "the end"),
    "the_length": ("la durée", "the length"),
    "next_day_by_order": (
        "Plus tôt que la séquence d'avant : pris pour le lendemain.",
        "Earlier than the item before: taken for the next day.",
    ),
}
