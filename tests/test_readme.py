"""What the README says is true: its schedule reads, its pictures and files are there."""

import re
from datetime import date
from pathlib import Path

from runofshow.cli import COMMANDS
from runofshow.core.show import Show
from runofshow.formats import own

README = Path(__file__).parent.parent / "README.md"


def test_the_schedule_it_shows_is_one_without_problems() -> None:
    text = re.search(r"```json\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert text is not None
    show = Show.of(own.read(text[1].encode(), date(2026, 1, 1)).plan)
    assert show.problems == ()
    assert len(show.outline.order) == 4


def test_what_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text("utf-8"))
    assert links
    assert [link for link in links if not (README.parent / link).exists()] == []


def test_it_names_every_command() -> None:
    text = README.read_text("utf-8")
    assert [
        name for name in COMMANDS if f"runofshow {name}" not in text and f"`{name}`" not in text
    ] == []
