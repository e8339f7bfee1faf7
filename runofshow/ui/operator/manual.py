"""The manual: a page a task, from `resources/manual`, in French and in English. No Qt.

- A page is Markdown that reads well anywhere: its first line is its title, its pictures stand in
  `resources/pictures`, a link to another page is that page's file.
- A key is a link too: `[Ctrl+K](key:palette)`. What it says is the key as shipped (a test sees to
  it); the window says the one that was chosen.
"""

import logging
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from runofshow.places import resource
from runofshow.ui.operator.key_names import keys_of, written
from runofshow.ui.operator.seeking import folded
from runofshow.ui.texts.window import WindowWords

_log = logging.getLogger(__name__)
KEY: Final = re.compile(r"\[([^\]]+)\]\(key:(\w+)\)")
"""A key in a page: what it says, and the action that it is of."""


class Page(NamedTuple):
    """A page: its file's name, its title, and its text, the title's line included."""

    name: str
    title: str
    text: str

    @property
    def number(self) -> str:
        """What its file's name begins with, in every language."""
        return self.name[:2]


def folder(language: str) -> Path:
    """Where the pages of `language` are: French for "fr", English for any other."""
    return resource("manual") / ("fr" if language == "fr" else "en")


@lru_cache(maxsize=2)
def pages(language: str) -> tuple[Page, ...]:
    """All pages in their order, but for those that cannot be read; none where there are none."""
    return tuple(filter(None, map(_page, sorted(folder(language).glob("*.md")))))


def _page(file: Path) -> Page | None:
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        _log.warning("no page %s: %s", file, error)
        return None
    return Page(file.name, text.partition("\n")[0].lstrip("# ").strip(), text)


def found(among: Sequence[Page], text: str) -> tuple[Page, ...]:
    """The pages that hold all the words of `text`; accents and capitals do not count."""
    wanted = folded(text).split()
    return tuple(page for page in among if all(word in folded(page.text) for word in wanted))


def keyed(text: str, words: WindowWords) -> str:
    """A text with its keys as they are now, each as a cap."""
    return KEY.sub(lambda match: _cap(match[1], match[2], words), text)


def _cap(said: str, name: str, words: WindowWords) -> str:
    """The key that an action has in the place of the one that is said; "–" when it has none."""
    now = [written(key, words) for key in keys_of(name, words)]
    key = said if said in now else next(iter(now), "–")
    return f"`{key}`"
