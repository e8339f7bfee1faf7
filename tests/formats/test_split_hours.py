"""Hours and minutes in columns of their own are one time, or one length, and never two things."""

from tests.formats.grids import lines, of
from tests.rows import each_row

HOURS = {
    "Heure;Min;Titre|9;0;Accueil|;30;Ouverture|10;15;Bilan": [
        "09:00 Accueil", "09:30 Ouverture", "10:15 Bilan",
    ],
    "Début;;Fin;;Titre|h;min;h;min;|9;0;9;30;Accueil|9;30;10;45;Bilan": [
        "09:00-09:30 Accueil", "09:30-10:45 Bilan",
    ],
    "Start hour,Start minute,End hour,End minute,Item|9,30,10,0,Doors|10,0,11,15,Show": [
        "09:30-10:00 Doors", "10:00-11:15 Show",
    ],
    "H;M;S;Titre|9;0;0;Intro|9;5;30;Film|10;17;0;Bilan": [
        "09:00 Intro", "09:05:30 Film", "10:17 Bilan",
    ],
    "Titre;H;M;S|Film;1;12;0|Intro;0;5;30|Bilan;0;45;0": [
        "+1h12m Film", "+5m30s Intro", "+45m Bilan",
    ],
    "Titre;H;M;S|Film;1;12;0|Intro;;45;30|Bilan;;5;0": [
        "+1h12m Film", "+45m30s Intro", "+5m Bilan",
    ],
    "N°;Titre;Min;Sec|1;Intro;3;30|2;Valse;12;0|3;Bilan;4;15": [
        "+3m30s Intro", "+12m Valse", "+4m15s Bilan",
    ],
    "Heure;Titre;Durée h;Durée min|9h00;Accueil;0;30|9h30;Bilan;1;15": [
        "09:00+30m Accueil", "09:30+1h15m Bilan",
    ],
    "Heure;Min;Titre|9h;60;Accueil|10h;30;Film|10h30;90;Bilan": [
        "09:00+1h Accueil", "10:00+30m Film", "10:30+1h30m Bilan",
    ],
}  # fmt: skip


@each_row("table, told", HOURS.items())
def test_hours_and_minutes_are_read_as_one(table: str, told: list[str]) -> None:
    draft = of(table.replace("|", "\n"))
    assert lines(draft.entries) == told
    assert not draft.doubts


def test_nine_and_thirty_that_could_last_half_an_hour_is_told() -> None:
    draft = of("Heure;Min;Titre\n9;30;Accueil\n10;30;Film\n11;15;Bilan")
    assert lines(draft.entries) == ["09:30 Accueil", "10:30 Film", "11:15 Bilan"]
    assert [doubt.said.code for doubt in draft.doubts] == ["hours_split"]


def test_a_column_of_minutes_said_to_be_lengths_is_one() -> None:
    draft = of(
        "Heure;Min;Titre\n9;30;Accueil\n10;30;Film\n11;15;Bilan",
        columns={0: "start", 1: "duration", 2: "title"},
    )
    assert lines(draft.entries)[0] == "09:00+30m Accueil"


def test_lengths_that_only_grow_may_be_hours_from_the_start_which_is_told() -> None:
    draft = of("H;M;S;Cue\n0;0;10;Noir\n0;1;30;Clip\n0;4;0;Salle")
    assert [doubt.said.code for doubt in draft.doubts] == ["lengths_split"]


def test_columns_of_hours_and_minutes_that_hold_nothing_are_left_alone() -> None:
    draft = of("Début;Titre;H;M\n9h00;Accueil;;\n9h30;Film;;")
    assert lines(draft.entries) == ["09:00 Accueil", "09:30 Film"]
