"""What README and CONTRIBUTING say is true: schedules read, pictures, files, commands are there."""

import re
from datetime import date
from pathlib import Path

from runofshow.cli.commands import COMMANDS
from runofshow.core.show import Show
from runofshow.formats import own

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONTRIBUTING = ROOT / ".github" / "CONTRIBUTING.md"
NAMED = re.compile(r"`((?:runofshow|tests|resources|schedules)(?:/[\w./-]+)?|[A-Z]+\.md)`")


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


def test_every_file_and_make_command_that_contributing_names_is_there() -> None:
    text = CONTRIBUTING.read_text("utf-8")
    names = NAMED.findall(text)
    assert len(names) > 30
    assert [name for name in names if not (ROOT / name).exists()] == []
    targets = re.findall(r"make ([a-z]+)\b", text)
    known = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert [name for name in targets if name not in known] == []
