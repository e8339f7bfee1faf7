"""What pages in a browser say and how they look, made of the program's own words and colours.

Rules of this module:
- Nothing is written twice: a word or a colour of a window and of a page has one source.
- It is made when the show is opened on the network, and again when the régie's program speaks or
  looks otherwise; nothing of the show is in it.
"""

import json
from typing import Any, Final

from runofshow.core.catchup import NAMES
from runofshow.core.hours import hour_parts
from runofshow.core.plan import Kind
from runofshow.net.pages import files
from runofshow.places import resource
from runofshow.store.settings import ReadyPhrase, Settings
from runofshow.ui import tints
from runofshow.ui.speaker.palettes import PALETTES
from runofshow.ui.texts import words
from runofshow.ui.texts.layouts import layout_words
from runofshow.ui.texts.network import network_words
from runofshow.ui.texts.pages import page_words
from runofshow.ui.texts.pairing import pairing_words

LANGUAGES: Final = ("fr", "en")
_STAGE: Final = (
    "wrap_up", "last_words", "time_up", "questions", "held", "one_moment", "ends", "was_due",
    "before_questions", "questions_at", "then_ends", "next", "speaking", "starts_in", "starts",
    "begins", "starts_at", "starts_on", "soon", "next_in", "next_soon", "back_at", "was_back_at",
    "counting", "thanks", "day_over", "day_ahead", "weekdays", "months", "not_updated",
)  # fmt: skip
"""What a stage in a browser says of the stage's words: it is on no screen of this machine's."""
_DRIFT: Final = ("late", "early", "on_time")
_RECOVERY: Final = (
    "day", "end_of", "short", "nobody", "tell_one", "tell_many", "colon", "decide", "lost",
)  # fmt: skip


def made(settings: Settings) -> dict[str, str]:
    """The files that are made, by their address."""
    worn = settings.palette if settings.palette in PALETTES else next(iter(PALETTES))
    look = {
        "palettes": {name: palette._asdict() for name, palette in PALETTES.items()},
        "palette": worn,
        "hours": {language: hours(language) for language in LANGUAGES},
        "concludes": [kind.value for kind in Kind if kind.concludes],
    }
    return {
        "/made/texts.js": _module("TEXTS", {each: _texts(each) for each in LANGUAGES}),
        "/made/look.js": _module("LOOK", look),
        "/made/look.css": _sheet(PALETTES[worn].paper),
        "/icon.svg": _icon(),
        "/made/shell.js": f"self.SHELL = {json.dumps(_shell())};\n",
    }


def _icon() -> str:
    """The program's sign; none where it cannot be read."""
    try:
        return resource("desktop/runofshow.svg").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _module(name: str, value: Any) -> str:
    return f"export const {name} = {json.dumps(value, ensure_ascii=False)};\n"


def _texts(language: str) -> dict[str, Any]:
    said = words(language)
    return {
        "stage": _named(said.stage, _STAGE),
        "layouts": layout_words(language)._asdict(),
        "drift": _named(said.window, _DRIFT),
        "recovery": _named(said.recovery, _RECOVERY)
        | {"plans": _named(said.recovery.plans, NAMES)},
        "page": vars(page_words(language)),
        "pages": dict(network_words(language).pages),
        "pair": vars(pairing_words(language)),
    }


def _named(book: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(book, name) for name in names}


def hours(language: str) -> dict[str, Any]:
    """How hours are written now: what stands between hours and minutes, and whether of twelve.

    `halves` stand after an hour before noon and after it; none where a day has 24 hours.
    """
    between = hour_parts(3, 0, language)[0].removeprefix("3").removesuffix("00")
    halves = [hour_parts(hour, 0, language)[1] for hour in (3, 15)]
    return {"between": between, "halves": halves if any(halves) else []}


def _sheet(paper: str) -> str:
    """The windows' dark colours, and the stage's ground, as a style sheet's variables."""
    lines = (
        f"  --{name.replace('_', '-')}: {code};" for name, code in tints.DARK._asdict().items()
    )
    return "\n".join((":root {", f"  --stage-paper: {paper};", *lines, "}", ""))


def _shell() -> list[str]:
    """The addresses that a browser keeps for a time without network."""
    kept = [path for path, _ in files(resource("web"), resource("fonts"))]
    pages = [
        path.removesuffix("index.html").removesuffix(".html") for path in kept if ".html" in path
    ]
    fonts = resource("web/fonts.css").read_text("utf-8")
    used = [
        path
        for path in kept
        if not path.endswith(".html") and (not path.startswith("/fonts/") or path in fonts)
    ]
    return [*pages, *used, "/made/texts.js", "/made/look.js", "/made/look.css", "/icon.svg"]


def phrases(kept: tuple[ReadyPhrase, ...] | None, language: str) -> list[dict[str, Any]]:
    """The ready phrases as commands bear them; None: the program's own."""
    if kept is not None:
        known = [(each.text, each.seconds, each.flash) for each in kept]
    else:
        known = [
            (each.text, round(each.lasting.total_seconds()) if each.lasting else None, each.flash)
            for each in words(language).window.phrases
        ]
    return [
        {"text": text, "for": None if seconds is None else f"{seconds}s", "flash": flash}
        for text, seconds, flash in known
        if text
    ]
