"""What people call the columns of a programme, in French, English and German.

A phrase is written folded: small letters, no accents, no punctuation. A label that is one of the
phrases means its field; else the first field, in the order of the table, of which a phrase stands
in the label as whole words. So "Heure de fin" is an end though "heure" is a start, and "E-mail de
l'intervenant" is nothing of ours.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

ASIDE: Final = "aside"
"""A column of no use in a rundown: addresses, portraits, how many seats."""
DEPARTMENT: Final = "department:"
"""The beginning of the field of a column for the crew; its name follows."""


def folded(text: str) -> str:
    """`text` in small letters without accents, its words parted by single spaces."""
    return _folded(text) if len(text) <= 200 else _fold(text)


def _fold(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    return " ".join(re.findall(r"[a-z0-9]+", letters.replace("œ", "oe").replace("æ", "ae")))


_folded = lru_cache(maxsize=8192)(_fold)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(","))


STRONG: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        ASIDE,
        _listed(
            "email, e mail, mail, courriel, url, link, links, lien, liens, website, site web,"
            " site internet, webseite, homepage, bio, biography, biographie, biografie, photo,"
            " portrait, image, img, bild, picture, affiche, poster url, thumbnail, icon, headshot,"
            " color code, twitter, linkedin, mastodon, capacity, capacite,"
            " kapazitat, seats, places, attendees, inscrits, teilnehmer, participants inscrits,"
            " slides url, video url, file url, timezone, time zone, fuseau, fuseau horaire,"
            " zeitzone, price, prix, tarif, preis, created, updated, last modified, checksum,"
            " language, langue, sprache, level of difficulty, niveau requis, duration left,"
            " temps restant, ecart, drift, delta, reel, actual, heure reelle, actual start,"
            " actual end, debut reel, fin reelle, duree reelle, actual duration, cumul,"
            " duree cumulee, temps cumule, total, cumulative, elapsed, temps ecoule, running time,"
            " back, back time, backtime, restzeit, remaining, reste"
        ),
    ),
    (
        "minimum",
        _listed(
            "minimum, minimum length, duree plancher, plancher, duree minimale, duree minimum,"
            " duree mini, mindestdauer"
        ),
    ),
    ("changeover", _listed("changeover, changement de plateau, umbauzeit, battement")),
    ("warning", _listed("warning, alerte, warnung")),
    ("danger", _listed("danger,")),
    ("questions", _listed("questions, temps de questions, q and a, qa time, fragen, fragezeit")),
    ("tolerance", _listed("tolerance, toleranz, marge")),
    ("promised_to", _listed("promised to, promis a, zugesagt, zugesagt an")),
    (
        "promise",
        _listed(
            "promise, promesse, engagement, heure ferme, horaire ferme, hard time, hard, zusage,"
            " ferme, fixe, temps fort, imperatif, fixed, fixed time, hard start, fix, fixzeit"
        ),
    ),
    ("optional", _listed("optional, optionnel, facultatif, supprimable")),
    ("call_before", _listed("call before, appel, appeler avant, call, aufruf")),
    ("colour", _listed("colour, color, couleur, farbe")),
    (
        "duration",
        _listed(
            "duration, duree, dauer, duracion, durata, duur, length, lange, minutes, min, mins,"
            " mn, minuten, zeitbedarf,"
            " timing, minutage, temps, temps prevu, temps imparti, temps alloue, est time,"
            " estimated time, allotted time, time allotted, time needed, duration min, run time,"
            " runtime, trt, duree estimee, duree prevue, duree min, duree mn, dur, zeitdauer,"
            " laufzeit, chrono, lasts, time in minutes, temps de parole, redezeit, how long"
        ),
    ),
    (
        "end",
        _listed(
            "end, fin, ende, to, bis, end time, time end, finish, finishes, heure de fin, ends,"
            " endzeit, endet, until, jusqu a, a, end at, ends at, endtime, stop, stop time,"
            " hora fin, hora de fin, ora fine, eindtijd, einde, heure fin, zeit bis,"
            " uhrzeit ende, schluss, out, time out, fini, end date,"
            " endet um, date de fin, enddatum, time to, termine, finish time, off, off time"
        ),
    ),
    (
        "start",
        _listed(
            "start, debut, beginn, begin, begins, from, von, ab, start time, time start, de,"
            " heure de debut, heure debut, starts, starttime, startzeit, anfang, uhrzeit beginn,"
            " zeit von, start at, starts at, des, beginnt um, begin time, heure top, top, in,"
            " time in, start date, date de debut, startdatum, time from, commence, on air,"
            " dtstart, scheduled start, planned start, scheduled, planned time, debute, depart,"
            " hora inicio, hora de inicio, inicio, inizio, aanvang, heure prevue,"
            " heure de passage, passage, on, on time, startdate"
        ),
    ),
    (
        "kind",
        _listed(
            "type, kind, nature, art, typ, format, categorie, category, categories,"
            " kategorie, genre, style,"
            " session type, type of session, event type, type de session, talk type, type d item,"
            " type de sequence, submission type, session format, form, formaat, vortragsart"
        ),
    ),
    ("phone", _listed("phone, telephone, tel, mobile, portable, telefon, handy, cell, gsm")),
    ("mic", _listed("mic, micro, mics, micros, microphone, mikrofon, mikro, hf, micro hf")),
    (
        "organisation",
        _listed(
            "organisation, organization, organisme, org, company, entreprise, societe, firma,"
            " institution, structure, affiliation, unternehmen, employer, employeur, etablissement,"
            " laboratoire, affil, affiliations, universite, university, entite, einrichtung,"
            " speaker company,"
            " speaker affiliation, institut, institute, company name, arbeitgeber, organismes"
        ),
    ),
    (
        "role",
        _listed(
            "role, fonction, function, funktion, position, job title, poste, titre fonction,"
            " speaker title, qualite, rolle, fonctions, tagline, titre de l intervenant,"
            " speaker role, job, beruf, profession, titel funktion"
        ),
    ),
    (
        "chair",
        _listed(
            "chair, moderator, moderateur, moderatrice, moderation, animateur, animatrice,"
            " session chair, moderated by, modere par, anime par, animation, president de seance,"
            " presidence, sitzungsleitung, leitung, chairperson, chairs, chairman, facilitator,"
            " facilitateur, facilitatrice"
        ),
    ),
    (
        "subtitle",
        _listed("subtitle, sous titre, untertitel, sub title, titre secondaire, sessiontitle 2"),
    ),
    (
        "title",
        _listed(
            "title, titre, titel, intitule, titulo, titolo, session title, talk title,"
            " titre de la session,"
            " presentation title, event title, event name, session name, libelle, subject,"
            " name of session, item title, vortragstitel, bezeichnung, talk name, sequence,"
            " sequences, designation, programmpunkt, programmpunkte, tagesordnungspunkt, top thema,"
            " agenda item, headline, titre du sujet, summary, ueberschrift, titre de la conference,"
            " nom de la session, nom de l activite, nom de la sequence, contents, rubrique,"
            " sujet titre, paper title, title of talk, song, songs, chanson, morceau, oeuvre,"
            " oeuvres, lied, stuck,"
            " title of presentation, deroule"
        ),
    ),
    (
        "firstname",
        _listed("first name, firstname, prenom, vorname, given name, speaker first name"),
    ),
    (
        "lastname",
        _listed(
            "last name, lastname, surname, nom de famille, nachname, family name, familienname,"
            " speaker last name"
        ),
    ),
    (
        "speakers",
        _listed(
            "speaker, speakers, ponente, ponentes, relatore, relatori, spreker, sprekers,"
            " intervenant, intervenants, orateur, orateurs, oratrice, referent,"
            " referenten, referentin, presenter, presenters, presented by, vortragende,"
            " vortragender, sprecher, sprecherin, redner, conferencier, conferenciers,"
            " conferenciere, who, qui, wer, lecturer, lecturers, author, authors, auteur, auteurs,"
            " autor, autoren, panelist, panelists, panelistes, participants, invites, invite,"
            " guest, guests, gaste, talent, talents, animateurs, host, hosts, person, persons,"
            " personen, personne, personnes, people, speaker name, speaker names, names, name s,"
            " speaker s, presenter s, intervenant e, intervenant es, intervenant s, orateur s,"
            " nom de l intervenant, nom des intervenants, intervenante, intervenantes, par, by,"
            " oratrices, orateur trice, teacher, formateur, formateurs, instructor, dozent,"
            " dozenten, mitwirkende, akteure, porteur, artist, artists, artiste, artistes,"
            " kunstler, performer, performers, interprete, interpretes, darsteller, led by,"
            " delivered by, referierende, vortragender s, referent in,"
            " presentateur, presentateurs, on stage, sur scene, en scene,"
            " rapporteur, rapporteurs, rapporteure, rapporteuse,"
            " pilote, pilotes, porte par, qui s en occupe, who s responsible, zustandig,"
            " responsable, verantwortlich, owner, lead, speaker s name"
        ),
    ),
    (
        "block",
        _listed("block, bloc, partie, part, moment, demi journee, teil, abschnitt, plage, section"),
    ),
    ("session", _listed("parent, groupe, group, gruppe, panel session, parent session")),
    (
        "room",
        _listed(
            "room, rooms, sala, lugar, luogo, aula, zaal, salle, salles, raum, raume, saal,"
            " location, lieu, lieux, ort, venue,"
            " stage, scene, buhne, auditorium, espace, place, where, ou, wo, hall, room name,"
            " emplacement, nom de la salle, room location, amphi, standort, horsaal, zimmer,"
            " terrain, pitch, court, spielfeld,"
            " site, area, endroit, building, batiment, locations, veranstaltungsort"
        ),
    ),
    ("track", _listed("track, tracks, parcours, filiere, strang, stream, streams, piste, theme")),
    (
        "day",
        _listed(
            "date, day, jour, tag, datum, dates, jours, tage, event date, date de la session,"
            " session date, wochentag, weekday, jour de la semaine, journee, date day, talk date,"
            " dag, fecha, dia, giorno, data, jour date, date du jour"
        ),
    ),
    (
        "cue",
        _listed(
            "cue, no, nr, n, s no, sl no, sr no, serial no, num,"
            " numero, number, nummer, item no, item, item number, rang,"
            " ordre, order, index, lfd nr, pos, pos nr, repere, cue no, cue number, seq, seq no,"
            " position no, page, conduite, n d ordre, item nr, line, ligne, no d ordre"
        ),
    ),
    (
        "key",
        _listed(
            "id, uid, guid, uuid, session id, code, ref, reference, identifiant, kennung,"
            " talk id, event id, key, referenz, identifier, code session, session code"
        ),
    ),
    (
        "note",
        _listed(
            "note, notes, remarque, remarques, comment, comments, commentaire, commentaires,"
            " bemerkung, bemerkungen, regie, observations, observation, anmerkung, anmerkungen,"
            " notizen, hinweis, hinweise, remarks, remark, kommentar, info, infos, informations,"
            " detail, details, precisions, precision, consignes, notiz, divers, sonstiges,"
            " additional info, additional information, commentaires regie, a noter, notes regie"
        ),
    ),
    (
        "description",
        _listed(
            "description, abstract, resume, beschreibung, zusammenfassung, synopsis, inhalt,"
            " kurzbeschreibung, resumes, abstracts, pitch, descriptif, overview, objectifs,"
            " session description, objectives, ziele, key takeaways, text, texte"
        ),
    ),
    ("topic", _listed("speaker topic, sujet de l intervenant")),
)
"""Fields whose phrases say it by themselves, the more telling ones first."""

WEAK: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "start",
        _listed(
            "time, heure, heures, horaire, horaires, zeit, uhrzeit, zeiten, hour, hours, times,"
            " when, quand, wann, time slot, timeslot, slot, creneau, creneaux, zeitraum,"
            " zeitfenster,"
            " plage horaire, schedule, zeitplan, uhr, tranche horaire, heure locale, local time,"
            " session time, date time, date and time, date et heure, date heure, datum uhrzeit,"
            " datetime, hora, horario, ora, orario, tijd, time of day, h, timecode, tc, clock,"
            " heure clock, pst, cet, est, utc, gmt"
        ),
    ),
    (
        "title",
        _listed(
            "topic, topics, sujet, sujets, contenu, content, activity, activite, activites,"
            " activities, session, sessions, event, events, evenement, talk, talks, vortrag,"
            " vortrage, thema, themen, programme, program, programm, agenda, description,"
            " presentation, presentations, conference, exposes, intervention, interventions,"
            " what, quoi, was, aktivitat, veranstaltung, inhalt, item, items, action, actions,"
            " etape, etapes, segment, element, elements, lecture, ordre du jour, workshop, atelier,"
            " ateliers, cours, course, theme, themes, themen, deroulement, deroulé, ablauf, objet,"
            " beitrag, beitrage, actividad, actividades, attivita, activiteit, onderwerp, phase,"
            " phases, tagesordnung, paper, detail, details, task, name,"
            " nom, slug, show, film, performance, act, speech, discours, session details,"
            " event details"
        ),
    ),
    ("speakers", _listed("name, nom, noms, nom prenom, prenom nom, nom et prenom, full name")),
    ("session", _listed("session, sessions")),
)
"""Words that many columns may bear: they mean the field when no other column means it better."""

_CREW: Final = _listed(
    "son, audio, sound, ton, video, vj, lumiere, lumieres, lights, light, lighting, licht, lx,"
    " plateau, scene notes, stage notes, decor, decors, set, props, accessoires, camera, cameras,"
    " kamera, cam, regie video, regie son, regie lumiere, musique, music, musik, jingle, jingles,"
    " graphics, graphisme, graphiques, graphic, gfx, synthe, synthes, titrage, habillage, slides,"
    " slide, diapo, diapos, diaporama, support, supports, ppt, powerpoint, presentation file,"
    " folien, screen, screens, ecran, ecrans, leinwand, projection, beamer, prompter, prompteur,"
    " teleprompter, interpretation, traduction, dolmetscher, dolmetschen, translation, captation,"
    " streaming, stream tech, diffusion, live, recording, enregistrement, aufzeichnung, costumes,"
    " costume, hmc, maquillage, make up, maske, effets, effects, fx, sfx, effekte, rideau, curtain,"
    " vorhang, stage management, backstage, coulisses, loges, loge, hotesses, hotesse, accueil vip,"
    " catering, traiteur, technik, technique, technical, tech, av, a v, equipment, materiel,"
    " besoins techniques, technical needs, tech needs, tops, top son, top lumiere, vision, vtr,"
    " vt, vts, vtr clip, clip, clips, playback, content playback,"
    " led, walk in, walk on, walk up music, spotlight, poursuite,"
    " pyro, machinerie, fly, snd, rigging, mise en place, crew, equipe, personnel, staff, security,"
    " securite, hosting, floor, floor manager, comms, intercom"
)


ROOM: Final = re.compile(
    r"(?:salle|room|saal|raum|auditorium|amphi(?:th[ée][âa]tre)?|h[öo]rsaal|espace|stage|track|hall)"
    r"\b[^:]{0,40}$",
    re.IGNORECASE,
)
"""So begins the name of a room that stands alone, or in a column without a label."""


@lru_cache(maxsize=4096)
def named_by(label: str) -> tuple[str, ...]:
    """The fields of which the label is the very name, the likeliest first; () for none."""
    plain = _plain(label)
    exact = [field for field, words in STRONG + WEAK if plain in words]
    if plain in _CREW:
        exact.append(DEPARTMENT + label.strip())
    return tuple(dict.fromkeys(exact))


@lru_cache(maxsize=4096)
def fields_of(label: str) -> tuple[str, ...]:
    """The fields that the label of a column may mean, the likeliest first; () for none."""
    plain = _plain(label)
    if not plain or len(plain) > 60:
        return ()
    exact = named_by(label)
    if exact:
        return exact
    if _KEY.search(plain):
        return ("key",)
    within = [field for field, words in STRONG + WEAK if _within(plain, words)]
    if any(_stands_in(word, plain) for word in _CREW):
        within.append(DEPARTMENT + label.strip())
    return tuple(dict.fromkeys(within)) if len(plain.split()) <= 6 else ()


_KEY: Final = re.compile(r" (?:ids?|uid|guid|code|key|slug)$")
_UNIT: Final = re.compile(r" (?:in |en )?(?:min|mins|minutes|minuten|mn|h|hh mm|hh mm ss|hhmm)$")


_CAMEL: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ0-9])")
_COUNTED: Final = re.compile(r" \d{1,2}$")


def _plain(label: str) -> str:
    """The label without what says little: sessionTitle, Durée (min), Intervenant 2."""
    if label.strip() in ("#", "№"):
        return "no"
    plain = _UNIT.sub("", folded(_CAMEL.sub(" ", label)))
    return _COUNTED.sub("", plain)


_SHORTEST: Final = 3
"""A shorter word means its field only when it is the whole label: "a", "de", "to", "in"."""
_ALONE: Final = frozenset(_listed("top, off, out, set, live, text, art, stop, lead, was, who, wer"))
"""So do these: they stand in too many labels that mean something else."""


def _within(plain: str, words: tuple[str, ...]) -> bool:
    return any(_stands_in(word, plain) for word in words)


def _stands_in(word: str, plain: str) -> bool:
    if len(word) < _SHORTEST or word in _ALONE:
        return False
    return f" {word} " in f" {plain} "
