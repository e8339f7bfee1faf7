"""The columns of the crew: in the régie's order, renamed and taken out in every slot at once."""

from runofshow.core.outline import Outline
from runofshow.core.paper import sheet
from tests.hand import Stage, day, leaf, session


def stage_of(**fields: object) -> Stage:
    return Stage(
        day(
            leaf("a", start="09:00", departments={"vidéo": "film", "son": "HF 1"}),
            session("s", leaf("b", departments={"son": "HF 2"}), departments={"lumière": "noir"}),
            **fields,
        )
    )


def crew(stage: Stage, slot: str) -> dict[str, str]:
    return dict(stage.show.outline.by_id[slot].slot.departments)


def columns(stage: Stage) -> tuple[str, ...]:
    return stage.show.outline.departments


def test_columns_that_the_day_names_come_first_in_its_order() -> None:
    assert columns(stage_of()) == ("vidéo", "son", "lumière")
    ordered = stage_of(departments=["son", "pupitre", "son"])
    assert columns(ordered) == ("son", "pupitre", "vidéo", "lumière")


def test_a_board_and_a_paper_have_the_columns_in_that_order() -> None:
    stage = stage_of(departments=["pupitre", "son"])
    board = stage.board("08:00")
    assert board.departments == ("pupitre", "son", "vidéo", "lumière")
    assert board.as_json()["departments"] == list(board.departments)
    printed = sheet(stage.show, stage.at("08:00"))
    assert printed.departments == ("son", "vidéo", "lumière")


def test_a_column_is_made_and_put_in_order_by_an_edit_of_the_day() -> None:
    stage = stage_of()
    stage.do("08:00", "edit", set={"departments": ["pupitre", "son", "vidéo", "lumière"]})
    assert columns(stage)[0] == "pupitre"
    assert stage.show.undo[-1].said.text("fr") == "Colonnes de l'équipe"
    stage.do("08:01", "undo")
    assert columns(stage) == ("vidéo", "son", "lumière")


def test_a_column_is_renamed_in_every_slot_aired_ones_too_and_undone_at_once() -> None:
    stage = stage_of().do("09:00", "go")
    stage.do("09:01", "column", name="son", to="audio")
    assert columns(stage) == ("vidéo", "audio", "lumière")
    assert crew(stage, "a") == {"vidéo": "film", "audio": "HF 1"}
    assert crew(stage, "b") == {"audio": "HF 2"}
    stage.do("09:02", "undo")
    assert crew(stage, "b") == {"son": "HF 2"}
    assert columns(stage) == ("vidéo", "son", "lumière")


def test_a_column_is_taken_out_with_all_that_it_says() -> None:
    stage = stage_of().do("08:00", "column", name="son", to=None)
    assert columns(stage) == ("vidéo", "lumière")
    assert (crew(stage, "a"), crew(stage, "b")) == ({"vidéo": "film"}, {})
    assert stage.show.undo[-1].said.text("en") == "Remove the column son"


def test_a_column_that_is_not_there_or_a_name_that_is_taken_is_refused() -> None:
    stage = stage_of()
    assert stage.refusal("08:00", "column", name="nobody", to="x") == "no_such_column"
    assert stage.refusal("08:00", "column", name="son", to="vidéo") == "column_there"
    assert stage.show.undo == ()


def test_an_outline_of_a_day_without_crew_has_no_columns() -> None:
    assert Outline(day(leaf("a", start="09:00"))).departments == ()
