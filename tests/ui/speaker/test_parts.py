"""What can be left out, and what it is called."""

from typing import get_args

from runofshow.ui.speaker.look import GROUNDS, LAYOUTS, TURNS
from runofshow.ui.speaker.parts import PARTS, Part, offered
from runofshow.ui.texts.looks import EN, FR, LookWords
from tests.rows import each_row


@each_row("words", [FR, EN])
def test_all_that_can_be_chosen_has_a_name_of_its_own(words: LookWords) -> None:
    for names, wanted in (
        (words.layouts, LAYOUTS), (words.told, LAYOUTS), (words.parts, get_args(Part)),
        (words.turned, TURNS), (words.grounds, GROUNDS),
    ):  # fmt: skip
        assert set(names) == set(wanted)
        assert len(set(names.values())) == len(names)
    for layout, parts in PARTS.items():
        assert len({words.part(layout, part) for part in parts}) == len(parts)


def test_what_another_layout_is_without_is_kept_but_changes_nothing_here() -> None:
    assert offered("clock", frozenset({"title", "bar"})) == {"title"}
