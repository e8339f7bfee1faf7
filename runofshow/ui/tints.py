"""The colours of look.md as codes: what windows paint with, and pages in a browser too. No Qt."""

from typing import Final, NamedTuple


class Tints(NamedTuple):
    """The colours by what they mean; theme.py says more of them, in the same order."""

    bg: str
    surf: str
    raised: str
    hover: str
    line: str
    line2: str
    text: str
    sec: str
    quiet: str
    live: str
    live_row: str
    go: str
    go_hover: str
    go_text: str
    go_sec: str
    amber: str
    dim: str
    act: str
    over: str
    ok: str
    plate: str


DARK: Final = Tints(
    bg="#0C0E11", surf="#14171B", raised="#1E2328", hover="#343B43",
    line="#262C33", line2="#3A424C",
    text="#E8EAED", sec="#AAB2BC", quiet="#9099A4",
    live="#5CB3FF", live_row="#12304F",
    go="#1C5C9E", go_hover="#2368B0", go_text="#FFFFFF", go_sec="#D6E4F3",
    amber="#FFB000", dim="#8A6514", act="#FF8452", over="#F283E0",
    ok="#B4BCC6", plate="#0A0C0F",
)  # fmt: skip
LIGHT: Final = Tints(
    bg="#DFE3E7", surf="#F5F6F8", raised="#FFFFFF", hover="#E3E8ED",
    line="#D3D8DD", line2="#A9B1BA",
    text="#14171A", sec="#444C56", quiet="#565F6A",
    live="#084F93", live_row="#D5E6F7",
    go="#0B5299", go_hover="#0E5FB0", go_text="#FFFFFF", go_sec="#DCE9F6",
    amber="#6B4700", dim="#B98A2A", act="#86001A", over="#7A0F6A",
    ok="#3F4751", plate="#FFFFFF",
)  # fmt: skip
