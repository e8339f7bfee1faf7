"""Words out of mark-up: what other tools keep in HTML or Markdown, as a person reads it."""

import html
import re
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = re.compile(
    "address|article|aside|blockquote|d[dlt]|div|figure|footer|h[1-6r]|header|li|main|[ou]l|p|pre|"
    "section|table|t[dhr]"
)
_SILENT: Final = frozenset(("script", "style", "template", "head"))
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|<!--|<br ?/?>")
_ENTITY: Final = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")


def plain(text: str) -> str:
    """`text` without tags and entities, a paragraph a line, no empty lines, no odd white space."""
    if _TAG.search(text):
        stripper = _Stripper()
        stripper.feed(text)
        stripper.close()
        text = "".join(stripper.parts)
    elif _ENTITY.search(text):
        text = html.unescape(text)
    lines = (" ".join(line.split()) for line in re.split(r"[\n\r\v\f\x85\u2028\u2029]", text))
    return "\n".join(line for line in lines if line)


def plain_line(text: str) -> str:
    """`text` as `plain`, on one line."""
    return " ".join(plain(text).split())


def cut(text: str, most: int) -> str:
    """`text`, or its beginning up to a word, with an ellipsis, within `most` characters."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return head[: head.rfind(" ") if " " in head[most // 2 :] else None].rstrip(" ,;:") + "…"


class _Stripper(HTMLParser):
    """Keeps the words of a page's body; a block begins a line, a point of a list has a dash."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br" or _BLOCKS.fullmatch(tag):
            self.parts.append("\n")
        if tag == "li":
            self.parts.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif _BLOCKS.fullmatch(tag):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)
