from datetime import date, datetime, time, timedelta

import pytest

from runofshow.core.errors import Unreadable
from runofshow.formats.columns import columns_of, signature
from runofshow.formats.draft import Had
from runofshow.formats.settling import settled
from runofshow.formats.source import Grid
from runofshow.formats.tables import draft_of, entries_of
from tests.formats.grids import ASKED, lines, of, value
from tests.rows import each_row


def test_a_french_rundown_gives_every_field() -> None:
    draft = of("""
        Horaire;Durée;Séquence;Intervenant;Fonction;Organisme;Son;Vidéo;Remarques
        9h00;15 min;Accueil;Florence RAINEIX;Directrice;FNCE;HF1;film 1;lumière salle
        9h15;1h30;Table ronde;Léa Martin, Paul Durand;;;HF 1-5;;
        10h45;0:20;Pause café;;;;;;
    """)
    assert lines(draft.entries) == [
        "09:00+15m Accueil", "09:15+1h30m Table ronde", "10:45+20m Pause café",
    ]  # fmt: skip
    welcome, panel, _ = draft.entries
    (speaker,) = welcome.speakers
    assert (speaker.name, speaker.role, speaker.organisation) == (
        "Florence RAINEIX", "Directrice", "FNCE",
    )  # fmt: skip
    assert welcome.departments == (("Son", "HF1"), ("Vidéo", "film 1"))
    assert welcome.note == "lumière salle"
    assert [speaker.name for speaker in panel.speakers] == ["Léa Martin", "Paul Durand"]
    assert [value(entry.kind) for entry in draft.entries] == ["welcome", "panel", "break"]


QUIRKS = {
    "columns in any order, in German": (
        """
        Titel;Ende;Referent;Raum;Beginn
        Begrüßung;09.30 Uhr;Anna Weber;Saal 1;09.00 Uhr
        Vortrag;10.15;Jan Meier;Saal 1;09.30
        """,
        ["09:00-09:30 Begrüßung", "09:30-10:15 Vortrag"],
    ),
    "a range in one cell": (
        "Time,Topic\n9h30 – 10h00,Opening\n10:00 to 10:30,Keynote\n",
        ["09:30-10:00 Opening", "10:00-10:30 Keynote"],
    ),
    "no header at all": (
        "9h00\tAccueil\tJean Dupont\n9h30\tExposé sur l'eau\tMarie Curie\n",
        ["09:00 Accueil", "09:30 Exposé sur l'eau"],
    ),
    "a title, a date and a place above": (
        "Rencontres,,\nMardi 16 juin 2026,,\nLieu : Grande halle,,\nHeure,Titre,Orateur\n9h,A,\n",
        ["2026-06-16 09:00 A"],
    ),
    "a first row without a time that speaks of rooms and speakers": (
        "Heure,Titre,Orateur,Lieu\n,Accueil des orateurs,Intervenant à confirmer,Salle 1\n9h,A,,\n",
        ["Accueil des orateurs", "09:00 A"],
    ),
    "two rows of labels": (
        "Horaires,,Contenu,\nDébut,Fin,Titre,Salle\n9h,10h,A,Bleue\n",
        ["09:00-10:00 A"],
    ),
    "an hour and a half in a column of lengths": (
        "Start,Duration,Title\n09:00,1:30,A\n10:30,0:20:00,B\n10:50,90,C\n",
        ["09:00+1h30m A", "10:30+20m B", "10:50+1h30m C"],
    ),
    "minutes and seconds when the starts fit them": (
        "Start,Duration,Song\n20:00:00,3:30,A\n20:03:30,4:10,B\n20:07:40,2:00,C\n",
        ["20:00+3m30s A", "20:03:30+4m10s B", "20:07:40+2m C"],
    ),
    "a day and a time in one cell": (
        "date,topic\nSEPTEMBER 6 2026 - 3pm,A\nSEPTEMBER 20 2026 - 3pm,B\n",
        ["2026-09-06 15:00 A", "2026-09-20 15:00 B"],
    ),
    "moments of ISO 8601": (
        "start,end,title\n2026-05-01T22:00:00+02:00,2026-05-02T00:30:00+02:00,A\n",
        ["2026-05-01 22:00-24:30 A"],
    ),
    "days in rows of their own": (
        "Début,Fin,Titre\nLundi 1er juin 2026,,\n9h,10h,A\nMardi 2 juin 2026,,\n9h,10h,B\n",
        ["2026-06-01 09:00-10:00 A", "2026-06-02 09:00-10:00 B"],
    ),
    "a date written once for several rows": (
        "Date,Start,Title\n2026-06-01,9:00,A\n,10:00,B\n2026-06-02,9:00,C\n",
        ["2026-06-01 09:00 A", "2026-06-01 10:00 B", "2026-06-02 09:00 C"],
    ),
    "past midnight": (
        "Date,Time,Event\n2026-06-01,07:00 PM - 12:30 AM,A\n2026-06-01,22:00-02:00,B\n",
        ["2026-06-01 19:00-24:30 A", "2026-06-01 22:00-26:00 B"],
    ),
    "the small hours with the date of the next day": (
        """
        Date,Start,End,Title
        2026-06-24,22:00,23:30,A
        2026-06-25,00:00,01:00,B
        2026-06-25,09:00,10:00,C
        """,
        ["2026-06-24 22:00-23:30 A", "2026-06-24 24:00-25:00 B", "2026-06-25 09:00-10:00 C"],
    ),
    "the small hours with the date of the evening": (
        "Date,Start,Title\n2026-06-24,22:00,A\n2026-06-24,00:30,B\n2026-06-25,09:00,C\n",
        ["2026-06-24 22:00 A", "2026-06-24 24:30 B", "2026-06-25 09:00 C"],
    ),
    "12 AM typed for noon": (
        "Start,End,Title\n9:00 AM,12:00 AM,A\n12:00 AM,1:00 PM,Lunch\n1:00 PM,2:00 PM,B\n",
        ["09:00-12:00 A", "12:00-13:00 Lunch", "13:00-14:00 B"],
    ),
    "12 AM that is midnight": (
        "Start,End,Title\n12:00 PM,1:00 PM,Lunch\n5:00 PM,12:00 AM,Gala\n",
        ["12:00-13:00 Lunch", "17:00-24:00 Gala"],
    ),
    "a clock of twelve hours that says no half": (
        "Time,Topic\n9:00 - 11:30,A\n11:30 - 1:00,Lunch\n1:00 - 2:00,B\n2:00 - 5:30,C\n",
        ["09:00-11:30 A", "11:30-13:00 Lunch", "13:00-14:00 B", "14:00-17:30 C"],
    ),
    "an early setting up is no afternoon": (
        "Heure,Quoi\n6:00,Montage\n8:00,Balances\n9:00,Accueil\n12:00,Fin\n",
        ["06:00 Montage", "08:00 Balances", "09:00 Accueil", "12:00 Fin"],
    ),
    "a clock of 24 hours may begin early": (
        "Heure,Quoi\n4:00,Montage\n9:00,Accueil\n14:00,Fin\n",
        ["04:00 Montage", "09:00 Accueil", "14:00 Fin"],
    ),
    "nothing is never midnight": (
        "Start,End,Title\nN/A,N/A,A\n-,–,B\ntbd,,C\n,,D\n9:00,à définir,E\n",
        ["A", "B", "C", "D", "09:00 E"],
    ),
    "a time beside which nothing stands ends what is above": (
        "Start,Title\n9:00,A\n10:00,B\n11:00,\n14:00,C\n15:00,\n",
        ["09:00 A", "10:00-11:00 B", "14:00-15:00 C"],
    ),
    "the labels written again on each page": (
        "Start,Title\n9:00,A\nStart,Title\n10:00,B\n",
        ["09:00 A", "10:00 B"],
    ),
    "a speaker in each row": (
        "Start,End,Title,Speaker\n9:00,10:00,Panel,Ann Lee\n9:00,10:00,Panel,Bob Ray\n",
        ["09:00-10:00 Panel"],
    ),
    "hours as bare numbers": ("Heure,Sujet\n9,A\n10,B\n14,C\n", ["09:00 A", "10:00 B", "14:00 C"]),
    "hours and minutes as bare numbers": (
        "Heure,Sujet\n900,A\n1030,B\n1400,C\n",
        ["09:00 A", "10:30 B", "14:00 C"],
    ),
    "parts of a day": ("Start,Title\n0.375,A\n0.4375,B\n", ["09:00 A", "10:30 B"]),
    "times with a point": (
        "Début,Fin,Titre\n9.00,9.30,A\n9.30,10.15,B\n",
        ["09:00-09:30 A", "09:30-10:15 B"],
    ),
    "an end that is before its start is left empty": (
        "Start,End,Title\n10:00,09:00,A\n11:00,12:00,B\n",
        ["10:00 A", "11:00-12:00 B"],
    ),
    "a weekday before the time": (
        "When,What\nMon 9:00,A\nTue 9:00,B\n",
        ["2026-03-02 09:00 A", "2026-03-03 09:00 B"],
    ),
    "days that are numbered": (
        "Jour,Heure,Titre\nJour 1,9h,A\nJour 2,9h,B\n",
        ["2026-03-02 09:00 A", "2026-03-03 09:00 B"],
    ),
    "dates as spreadsheets show them": (
        "Date,Time,Title\n3-Apr-26,9:00,A\n04-avr,9:00,B\n",
        ["2026-04-03 09:00 A", "2026-04-04 09:00 B"],
    ),
    "numbers in a column of days": (
        "day,time,type,title\n1,9:00,Talk,A\n1,10:15,Break,\n2,9:00,Talk,B\n",
        ["2026-03-02 09:00 A", "2026-03-02 10:15 Break", "2026-03-03 09:00 B"],
    ),
    "bare hours that follow one another": (
        "Quand,Quoi\n9-10,A\n10-11:30,B\n11:30-12,C\n",
        ["09:00-10:00 A", "10:00-11:30 B", "11:30-12:00 C"],
    ),
    "labels in a language that is not ours": (
        "kell,ettekanne,esineja\n9:00,Avamine ja kohv,Mari Maasikas\n10:00,Vee teed,Jaan Tamm\n",
        ["09:00 Avamine ja kohv", "10:00 Vee teed"],
    ),
    "an end on another day is left empty": (
        "Start,End,Title\n2026-05-20 13:00,2026-05-23 20:20,A\n",
        ["2026-05-20 13:00 A"],
    ),
    "a column called ends that holds lengths": (
        "start,end,title\n8:30,0:30,A\n9:00,0:15,B\n9:15,0:35,C\n9:50,0:35,D\n",
        ["08:30+30m A", "09:00+15m B", "09:15+35m C", "09:50+35m D"],
    ),
    "two times in four figures": (
        "Time,Event\n0800 – 0830,A\n0830-1000,B\n1000 to 1145 hrs,C\n",
        ["08:00-08:30 A", "08:30-10:00 B", "10:00-11:45 C"],
    ),
    "a break that says its time in a row of its own": (
        "Heure;Titre;Qui\n9h;A;\nPAUSE 10h30 – 11h00;;\n11h;B;\nLunch (12:00-13:30);;\n",
        ["09:00 A", "10:30-11:00 PAUSE", "11:00 B", "12:00-13:30 Lunch"],
    ),
    "tops with numbers beside hours": (
        "Top;Heure;Action;Son\n1;20h00;Noir;M1\n2;20h02;Entrée;M2\n",
        ["20:00 Noir", "20:02 Entrée"],
    ),
    "an order of the day is no day": (
        "Horaires;Points à l'ordre du jour;Intervenants\n9h à 10h;A;Léa Martin\n10h;B;\n",
        ["09:00-10:00 A", "10:00 B"],
    ),
    "a day that is numbered and dated": (
        "JOUR 1 – 14 mai 2026;\nHeure;Titre\n9h;A\nJOUR 2 – 15 mai 2026;\nHeure;Titre\n9h;B\n",
        ["2026-05-14 09:00 A", "2026-05-15 09:00 B"],
    ),
    "Spanish days": (
        "Lunes 5 de octubre de 2026;\nHora;Actividad\n9:00;A\nMartes 6 de octubre;\n9:00;B\n",
        ["2026-10-05 09:00 A", "2026-10-06 09:00 B"],
    ),
    "a time written once for the rooms that share it": (
        "Time,Room,Title\n9:00-10:00,R1,A\n,R2,B\n10:00,R1,C\n",
        ["09:00-10:00 A", "09:00-10:00 B", "10:00 C"],
    ),
    "numbers that count the rows are no hours": (
        "Time,Author,Title\n1,Ann Lee,A\n2,Bob Ray,B\n3,Cy Poe,C\n1,Dan Fry,D\n",
        ["A", "B", "C", "D"],
    ),
    "hours with a fraction": (
        "Start;Length (h);Topic\n9.25;0.5;A\n9.75;1.25;B\n11;0.75;C\n",
        ["09:15+30m A", "09:45+1h15m B", "11:00+45m C"],
    ),
    "lengths alone that would last for days": (
        "Item,Dur,VT\nA,4:00,x\nB,8:30,\nC,6:00,\n",
        ["+4m A", "+8m30s B", "+6m C"],
    ),
    "a slug in a rundown of the news": (
        "Item,Slug,Talent,In,Dur\nA1,Cold open,,18:00:00,0:30\nA2,Flood,Ann Lee,18:00:30,1:30\n",
        ["18:00+30s Cold open", "18:00:30+1m30s Flood"],
    ),
    "a title where the numbers stand": (
        ",Time,Item\n1,19:00,Doors\n2,19:30,Act 1\nINTERVAL,20:15,\n3,20:35,Act 2\n",
        ["19:00 Doors", "19:30 Act 1", "20:15 INTERVAL", "20:35 Act 2"],
    ),
    "many rows of days and rooms over few with times": (
        "Heure;Titre\nLundi 1er juin 2026;\nSalle A;\n9h;A\nMardi 2 juin 2026;\nSalle B;\n9h;B\n",
        ["2026-06-01 09:00 A", "2026-06-02 09:00 B"],
    ),
    "cues of a crew without an hour": (
        "Cue;Page;Texte;LX;SND\n1;3;House to half;LX 1;\n2;3;Curtain;LX 2;SND 1\n",
        ["House to half", "Curtain"],
    ),
    "bands on stages": (
        "Heure;Artiste;Style\n18h00;Les Ondes;Rock\n19h30;Nora K;Pop\n",
        ["18:00 Les Ondes", "19:30 Nora K"],
    ),
    "a label that names a room over titles": (
        "Horaires,Matinée - Amphi A,\n9h-9h30,Accueil,\n9h30-10h,Ouverture,M. le Maire\n",
        ["09:00-09:30 Accueil", "09:30-10:00 Ouverture"],
    ),
    "a rundown of a broadcast": (
        "#;Item;In;Out;Dur\n1;Titel;20:00:00;20:00:30;0:30\n2;Moderation;20:00:30;20:02:00;1:30\n",
        ["20:00-20:00:30 Titel", "20:00:30-20:02 Moderation"],
    ),
    "nothing but a room beside a time": (
        "Heure,Titre,Salle\n9h,Accueil,Hall\n10h,,Déjeuner au restaurant\n11h,Fin,Hall\n",
        ["09:00 Accueil", "10:00 Déjeuner au restaurant", "11:00 Fin"],
    ),
    "noon said twice": (
        "Time,Title\n11:30 am to 12:00 Noon,A\n12:00 Noon to 12:30 PM,B\n",
        ["11:30-12:00 A", "12:00-12:30 B"],
    ),
    "American dates": (
        "Date,Time,Title\n06/01/2026,9:00 AM,A\n06/02/2026,9:00 AM,B\n06/03/2026,9:00 AM,C\n",
        ["2026-06-01 09:00 A", "2026-06-02 09:00 B", "2026-06-03 09:00 C"],
    ),
}


@each_row("name", QUIRKS)
def test_a_table_is_read_whatever_its_quirk(name: str) -> None:
    text, expected = QUIRKS[name]
    assert lines(of(text).entries) == expected


TREES = {
    "rows without a time are within the one that is full": (
        """
        Time,Title,Authors
        9:30 - 10:30,Keynote,Ann Lee
        11:00 - 12:30,Session 1,
        ,Paper A,Bob Ray
        ,Paper B,Cy Poe
        12:30 - 14:00,Lunch,
        """,
        ["09:30-10:30 Keynote", "11:00-12:30 Session 1", ". Paper A", ". Paper B",
         "12:30-14:00 Lunch"],
    ),
    "a session written once in its column holds what follows": (
        "Session,Start,Title\nBees,9:00,A\n,9:20,B\n,10:00,Coffee break\nWasps,10:30,C\n,11:00,D\n",
        ["Bees", ". 09:00 A", ". 09:20 B", "10:00 Coffee break", "Wasps", ". 10:30 C",
         ". 11:00 D"],
    ),
    "a session alone is a thing, and the title of what follows": (
        """
        Time,Session,Speaker,Title
        9:00,Welcome,Ann Lee,
        9:10,Bees,Cy Poe,
        9:10,Bees,Bob Ray,A
        9:30,Bees,Dan Fry,B
        """,
        ["09:00 Welcome", "09:10 Bees", ". 09:10 A", ". 09:30 B"],
    ),
    "a change of the set stands in nothing": (
        "Start,End,Title\n20:10,20:30,Awards\n,,Changement de plateau\n20:30,21:00,Concert\n",
        ["20:10-20:30 Awards", "Changement de plateau", "20:30-21:00 Concert"],
    ),
    "numbers nest": (
        "N°,Début,Titre,Durée\n1,9:00,Session 1,\n1.1,,Film,5\n1.2,,Exposé,20\n2,10:00,Pause,15\n",
        ["09:00 Session 1", ". +5m Film", ". +20m Exposé", "10:00+15m Pause"],
    ),
    "titles alone are sessions, closed before their break": (
        """
        Start,Title
        Session 1: Foo,
        9:00,A
        9:30,B
        10:00,Coffee break
        Session 2: Bar,
        10:30,C
        11:00,D
        """,
        ["Session 1: Foo", ". 09:00 A", ". 09:30 B", "10:00 Coffee break",
         "Session 2: Bar", ". 10:30 C", ". 11:00 D"],
    ),
    "a film without a time is no session": (
        "Start,Title\n9:00,A\n,Film\n9:20,B\n10:00,Pause\n10:15,C\n10:30,D\n",
        ["09:00 A", "Film", "09:20 B", "10:00 Pause", "10:15 C", "10:30 D"],
    ),
    "rows that fill the row above are within it": (
        "Start,End,Title\n9:00,10:30,Session A\n9:00,9:30,X\n9:30,10:30,Y\n10:30,11:00,Pause\n",
        ["09:00-10:30 Session A", ". 09:00-09:30 X", ". 09:30-10:30 Y", "10:30-11:00 Pause"],
    ),
    "a column of sessions groups its rows": (
        "Session,Start,Title\nOpening,9:00,A\nOpening,9:30,B\nClosing,10:00,C\nClosing,10:30,D\n",
        ["Opening", ". 09:00 A", ". 09:30 B", "Closing", ". 10:00 C", ". 10:30 D"],
    ),
    "titles after numbers nest too": (
        "Start,Title\n9:00,1. Session A\n9:00,1.1 Film\n9:15,1.2 Talk\n10:00,2. Break\n",
        ["09:00 1. Session A", ". 09:00 1.1 Film", ". 09:15 1.2 Talk", "10:00 2. Break"],
    ),
    "indented titles are within the one above": (
        "Start,Title\n9:00,Session A\n9:00,    Film\n9:15,    Talk\n10:00,Break\n",
        ["09:00 Session A", ". 09:00 Film", ". 09:15 Talk", "10:00 Break"],
    ),
}  # fmt: skip


@each_row("name", TREES)
def test_rows_stand_within_others(name: str) -> None:
    text, expected = TREES[name]
    assert lines(of(text).entries) == expected


def test_sessions_side_by_side_are_rooms_and_others_are_told() -> None:
    beside = of(
        "Session,Time,Title\nA,9:00-9:20,T1\nB,9:00-9:20,T2\nA,9:20-9:40,T3\nB,9:20-9:40,T4\n"
    )
    single = of("Session,Time,Title\nA,9:00,T1\nB,9:20,T2\n")
    assert [entry.room for entry in beside.entries] == ["A", "B", "A", "B"]
    assert [entry.note for entry in single.entries] == ["A", "B"]


def test_titles_over_rows_that_begin_anew_are_rooms() -> None:
    draft = of("""
        Time;Title
        Track 1: Security;
        9:00;A
        9:30;B
        Track 2: Design;
        9:00;C
        9:30;D
    """)
    assert lines(draft.entries) == ["09:00 A", "09:30 B", "09:00 C", "09:30 D"]
    assert [entry.room for entry in draft.entries] == ["Track 1: Security"] * 2 + [
        "Track 2: Design"
    ] * 2


def test_the_crew_of_a_run_sheet_keeps_its_columns() -> None:
    draft = of("""
        N°;Heure;Durée;Séquence;Vidéo;Son;Lumière;Micro;Scène
        1;20h00;00:02:30;Film;VID01;Film;Noir;;Pupitre
        2;20h03;30';Remise des prix;;Jingle;Face;HF 1-2;
    """)
    assert lines(draft.entries) == ["20:00+2m30s Film", "20:03+30m Remise des prix"]
    assert [dict(entry.departments) for entry in draft.entries] == [
        {"Vidéo": "VID01", "Son": "Film", "Lumière": "Noir", "Scène": "Pupitre"},
        {"Son": "Jingle", "Lumière": "Face", "Micro": "HF 1-2"},
    ]


def test_parts_of_the_day_are_blocks() -> None:
    draft = of("Heure,Titre\nMatinée,\n9h,A\n10h,B\nAprès-midi,\n14h,C\n")
    assert [block.title for block in draft.blocks] == ["Matinée", "Après-midi"]
    assert [entry.block for entry in draft.entries] == [0, 0, 1]


def test_what_is_repaired_or_inferred_says_why() -> None:
    draft = of("Start,End,Title\n9:00 AM,12:00 AM,A\n12:00 AM,1:00 PM,Lunch\n1:00 PM,2:00 PM,B\n")
    first, lunch, _ = draft.entries
    assert first.end is not None
    assert first.end.how == "repaired"
    assert lunch.start is not None
    assert (lunch.start.how, str(lunch.start.place)) == ("repaired", "A3")
    assert lunch.start.why is not None
    assert "12h00" in lunch.start.why.text("fr")


def test_a_cell_that_is_no_time_is_missing_with_its_words() -> None:
    draft = of("Start,Title\n9:00,A\nquand on pourra,B\n10:00,C\n")
    start = draft.entries[1].start
    assert start is not None
    assert (start.value, start.how, str(start.place)) == (None, "missing", "A3")
    assert start.why is not None
    assert "quand on pourra" in start.why.text("en")


def test_a_day_that_cannot_be_read_is_told_once() -> None:
    draft = of("Date,Start,Title\nle grand jour,9:00,A\nle grand jour,10:00,B\n")
    assert [(doubt.said.code, str(doubt.place)) for doubt in draft.doubts] == [
        ("day_misread", "A2")
    ]


def test_people_in_several_columns_have_their_own_organisation() -> None:
    draft = of(
        "Start,Title,Presenter1,Company1,Presenter2,Company2\n9:00,A,Ann Lee,IBM,Bob Ray,CNRS\n"
    )
    assert [(one.name, one.organisation) for one in draft.entries[0].speakers] == [
        ("Ann Lee", "IBM"), ("Bob Ray", "CNRS"),
    ]  # fmt: skip


def test_people_named_in_several_columns_are_told_once() -> None:
    draft = of("Start,Title,Presenter,Author\n9:00,A,Ann Lee,Ann Lee (IBM)\n")
    assert [(one.name, one.organisation) for one in draft.entries[0].speakers] == [
        ("Ann Lee", "IBM")
    ]


def test_mark_up_in_cells_is_left_out() -> None:
    (entry,) = of("Time,Title\n9:00,Keynote: <i>Mutation &amp; AI</i>\n").entries
    assert entry.title == "Keynote: Mutation & AI"


def test_what_is_merged_with_the_title_tells_nothing_else() -> None:
    rows = (("Time", "Title", "Speaker", "Room"), ("9:00", "A", "Ann Lee", "Hall"),
            ("10:00", "Tea break", "Tea break", "Tea break"))  # fmt: skip
    _, tea = entries_of(Grid("", rows), ASKED).entries
    assert (tea.title, tea.speakers, tea.room) == ("Tea break", (), "")


def test_one_row_across_before_all_others_is_the_title() -> None:
    rows = (("Time", "Title"), ("Our day", "Our day"), ("9:00", "A"), ("10:00", "B"))
    table = entries_of(Grid("", rows), ASKED)
    assert table.title.value == "Our day"
    assert lines(table.entries) == ["09:00 A", "10:00 B"]


def test_a_row_of_the_programme_is_no_header() -> None:
    draft = of("9:00,Intro,\n,Session 1,Chair: NN\n9:30,Talk,Ann Lee\n")
    assert draft.header is None
    assert lines(draft.entries) == ["09:00 Intro", "Session 1", ". 09:30 Talk"]


def test_columns_left_aside_are_told() -> None:
    draft = of("Start,Title,E-mail\n9:00,A,a@example.org\n")
    (doubt,) = draft.doubts
    assert "E-mail" in doubt.said.text("fr")


def test_what_is_said_of_several_people_at_once_is_kept() -> None:
    draft = of("""
        Start;Title;Speakers;Micro;Fonction
        9:00;Panel;Ann Lee, Bob Ray;HF 1-2;Maires
    """)
    (panel,) = draft.entries
    assert panel.departments == (("Micro", "HF 1-2"),)
    assert panel.note == "Fonction : Maires"


def test_columns_nobody_knows_are_notes_or_the_crews() -> None:
    client = of("Start,Title,Ambiance\n9:00,A,calme\n")
    crew = of("Start,Title,Son,Ambiance\n9:00,A,HF1,calme\n")
    assert client.entries[0].note == "Ambiance : calme"
    assert crew.entries[0].departments == (("Son", "HF1"), ("Ambiance", "calme"))


def test_a_mapping_that_was_chosen_is_obeyed() -> None:
    draft = of("a,b,c\n1,9:00,X\n2,10:00,Y\n", columns={1: "start", 0: "title"}, header=0)
    assert lines(draft.entries) == ["09:00 1", "10:00 2"]
    assert draft.columns == {1: "start", 0: "title"}
    assert draft.header == 0


def test_files_of_the_same_shape_have_the_same_signature() -> None:
    assert signature(["Début", "Durée ", "Titre", ""]) == signature(["DEBUT", "durée", "titre"])
    assert signature(["Début", "Titre"]) != signature(["Titre", "Début"])


def test_fields_of_the_contract_are_taken() -> None:
    draft = of(
        "start,duration,title,promise,promised to,minimum,optional\n"
        "12:15,1h,Lunch,x,caterer,45 min,\n13:15,30m,Talk,no,,,yes\n"
    )
    lunch, talk = (dict(entry.fields) for entry in draft.entries)
    assert lunch == {"minimum": "45m", "promise": "start", "promised_to": "caterer"}
    assert talk == {"optional": True}


def test_the_same_thing_written_twice_is_told_twice_and_by_speakers_once() -> None:
    twice = of("Start,End,Title,Room\n9:00,10:00,A,X\n9:00,10:00,A,X\n")
    once = of("Start,End,Title,Speaker\n9:00,10:00,A,Ann Lee\n9:00,10:00,A,Bob Ray\n")
    assert len(twice.entries) == 2
    assert [one.name for one in once.entries[0].speakers] == ["Ann Lee", "Bob Ray"]


def test_what_stands_above_tells_the_title_the_day_and_the_place() -> None:
    draft = of("""
        Gala annuel,,
        Samedi 12 décembre 2026 - Palais des congrès,,
        TOP,SÉQUENCE,SON
        19h,Accueil dans la salle,HF1
        20h,Pause,
    """)
    assert (draft.title.value, draft.venue.value) == ("Gala annuel", "Palais des congrès")
    assert value(draft.day) == date(2026, 12, 12)
    assert draft.language == "fr"


def test_a_title_among_others_taken_for_a_session_is_told() -> None:
    draft = of("Start,Title\n,Foo\n9:00,A\n9:30,B\n,Bar\n10:00,C\n10:30,D\n")
    assert [doubt.said.code for doubt in draft.doubts] == ["row_heads", "row_heads"]


def test_several_sheets_are_days_or_rooms() -> None:
    rows = (("Heure", "Titre"), ("9h", "A"), ("10h", "B"))
    days = [Grid("Mardi 16 juin 2026", rows), Grid("Mercredi 17 juin 2026", rows)]
    rooms = [Grid("Amphi bleu", rows), Grid("Foyer", rows), Grid("Budget", (("a", "b"), (1, 2)))]
    source = of("Start,Title\n9:00,A\n").source
    by_day = draft_of(days, ASKED, "xlsx", source)
    by_room = draft_of(rooms, ASKED, "xlsx", source)
    assert {value(entry.day) for entry in by_day.entries} == {date(2026, 6, 16), date(2026, 6, 17)}
    assert {entry.room for entry in by_day.entries} == {""}
    assert [entry.room for entry in by_room.entries] == ["Amphi bleu"] * 2 + ["Foyer"] * 2
    assert [doubt.said.code for doubt in by_room.doubts] == ["sheet_aside"]


def _wall(*when: int) -> datetime:
    """A moment as a spreadsheet has it: of no zone."""
    year, month, day, hour = when
    return datetime(year, month, day, hour)  # noqa: DTZ001


def test_cells_of_a_spreadsheet_are_times_whatever_their_type() -> None:
    grid = Grid(
        "Feuil1",
        (
            ("Début", "Durée", "Titre"),
            (time(12, 59, 59, 999999), time(0, 45), "A"),
            (_wall(1899, 12, 30, 14), timedelta(hours=1, minutes=30), "B"),
            (timedelta(hours=25, minutes=30), 20, "C"),
            (_wall(2026, 6, 2, 9), "15'", "D"),
        ),
    )
    assert lines(entries_of(grid, ASKED).entries) == [
        "13:00+45m A", "14:00+1h30m B", "25:30+20m C", "2026-06-02 09:00+15m D",
    ]  # fmt: skip


def test_a_grid_in_a_document_takes_the_day_above_it() -> None:
    grid = Grid("", (("Horaire", "Activité"), ("9h30 – 10h00", "☕ Accueil")), line=12)
    table = entries_of(grid, ASKED, Had(date(2026, 6, 16)))
    assert lines(table.entries) == ["2026-06-16 09:30-10:00 ☕ Accueil"]
    assert str(table.entries[0].place) == "line 13"


@each_row(
    "text",
    ["Nom,E-mail\nLéa,l@x.fr\nPaul,p@x.fr\n", "Poste,Montant\nTraiteur,1200\nSon,800\n", "a"],
)
def test_a_table_that_is_no_programme_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        of(text)
    assert caught.value.code == "table_tells_nothing"


def test_a_grid_that_is_no_programme_is_an_empty_table() -> None:
    assert entries_of(Grid("", ()), ASKED).entries == ()
    assert columns_of(Grid("", ((None, None),)), ASKED) is None


def test_a_session_and_its_hours_right_above_the_labels_stand_around_the_rows() -> None:
    draft = of("""
        Congrès des sols
        9h-10h30 : SESSION 1
        Heure;Titre
        9h00;Accueil
        9h30;Les sols
        10h30-12h : SESSION 2;
        10h30;Les eaux
    """)
    assert lines(draft.entries) == [
        "09:00-10:30 SESSION 1", ". 09:00 Accueil", ". 09:30 Les sols",
        "10:30-12:00 SESSION 2", ". 10:30 Les eaux",
    ]  # fmt: skip
    assert value(draft.title) == "Congrès des sols"


def test_ends_tell_the_starts() -> None:
    ends = of("Fin;Titre\n8h30;Accueil\n10h00;Film")
    assert lines(ends.entries) == ["-08:30 Accueil", "-10:00 Film"]
    plan = settled(ends, ASKED.today).plan
    assert [(str(each.start or ""), each.title) for each in plan.slots] == [
        ("08:25", "Accueil"), ("", "Film"),
    ]  # fmt: skip
    lengths = of("Titre;Durée;Fin\nAccueil;30 min;10h30\nFilm;1h;12h15")
    assert lines(lengths.entries) == ["10:00-10:30 Accueil", "11:15-12:15 Film"]


def test_a_length_in_a_title_is_taken_off_it_where_no_other_is_told() -> None:
    draft = of("""
        Heure;Titre;Fin
        20h00;Ouverture (1'45");
        20h02;Le lac 12'30";
        20h15;Carmen - 3'05;20h20
        20h20;Entracte 20 min;
        20h40;4'33";
    """)
    assert lines(draft.entries) == [
        "20:00+1m45s Ouverture", "20:02+12m30s Le lac", "20:15-20:20 Carmen - 3'05",
        "20:20+20m Entracte", "20:40 4'33\"",
    ]  # fmt: skip


def test_what_is_too_long_to_be_kept_whole_is_told() -> None:
    name = "Jean " + "Dupont " * 40
    draft = of(f"{'Congrès ' * 50}\nHeure;Titre;Intervenant\n9h00;Accueil;{name}\n10h00;Film;")
    assert [doubt.said.code for doubt in draft.doubts] == ["name_cut"]
    assert len(draft.entries[0].speakers[0].name) <= 200
    title = draft.title
    assert title.why is not None
    assert (title.how, title.why.code, (title.value or "")[-1]) == ("repaired", "title_cut", "…")
