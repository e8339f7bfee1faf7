"""Parts: what each layout can do without, in the order in which an editor offers it.

What is not listed is what the layout is for, and stays.
"""

from collections.abc import Mapping
from typing import Final, Literal

from runofshow.ui.speaker.look import Layout

Part = Literal[
    "title", "names", "clock", "end", "bar", "next", "share", "printed", "delay", "past", "rounds",
    "count", "role", "organisation",
]  # fmt: skip

PARTS: Final[Mapping[Layout, tuple[Part, ...]]] = {
    "timer": ("title", "clock", "end", "bar", "next", "share"),
    "rundown": ("title", "clock", "end", "bar", "names"),
    "clock": ("title", "end"),
    "next": ("title", "clock", "printed", "next"),
    "programme": ("title", "clock", "names", "printed", "past", "delay"),
    "workshops": ("names", "count", "end", "rounds", "next"),
    "grid": ("title", "clock", "names", "end"),
    "third": ("role", "organisation"),
}


def offered(layout: Layout, without: frozenset[str]) -> frozenset[str]:
    """Of what is left out, what that layout has: the rest is remembered for another."""
    return without & frozenset[str](PARTS[layout])
