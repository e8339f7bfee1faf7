"""What pages say and how they look: from the windows' own words and colours, all of it there."""

import json

from runofshow import browser
from runofshow.core.hours import Hours, write_as
from runofshow.net.pages import Pages
from runofshow.places import resource
from runofshow.store.settings import ReadyPhrase, Settings
from runofshow.ui import tints
from runofshow.ui.texts import words
from tests.rows import each_row


def test_all_that_a_browser_keeps_for_a_time_without_network_is_a_page() -> None:
    made = browser.made(Settings())
    pages = Pages(resource("web"), resource("fonts"))
    pages.make(made)
    paths = pages.paths()
    shell = json.loads(made["/made/shell.js"].removeprefix("self.SHELL = ").rstrip(";\n"))
    assert {"/", "/stage", "/remote", "/made/texts.js", "/fonts/B612-Bold.otf"} < set(shell)
    assert set(shell) <= paths


def test_words_and_colours_are_those_of_the_windows() -> None:
    made = browser.made(Settings(palette="distinct"))
    assert '"palette": "distinct"' in made["/made/look.js"]
    assert words("fr").stage.time_up in made["/made/texts.js"]
    assert words("en").recovery.plans.share in made["/made/texts.js"]
    assert tints.DARK.go in made["/made/look.css"]
    assert "#E85CD0" in made["/made/look.js"]


@each_row(
    "written, language, told",
    [
        (Hours(), "fr", {"between": "h", "halves": []}),
        (Hours(french="9:15"), "fr", {"between": ":", "halves": []}),
        (Hours(), "en", {"between": ":", "halves": []}),
        (Hours(english="12h"), "en", {"between": ":", "halves": ["\u202fam", "\u202fpm"]}),
    ],
)
def test_hours_are_written_as_this_machine_writes_them(
    written: Hours, language: str, told: object
) -> None:
    write_as(written)
    try:
        assert browser.hours(language) == told
    finally:
        write_as(Hours())


def test_ready_phrases_are_those_of_the_machine_else_the_programs_own() -> None:
    own = (ReadyPhrase(text="Micro", seconds=20, flash=True), ReadyPhrase())
    assert browser.phrases(own, "fr") == [{"text": "Micro", "for": "20s", "flash": True}]
    assert browser.phrases(None, "fr")[0] == {"text": "2 MIN", "for": "20s", "flash": False}
