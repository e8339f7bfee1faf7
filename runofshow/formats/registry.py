"""Which reader a file is for, seen by its content, and the draft it makes.

Rules of this module:
- The content decides; the name's ending only tells texts apart that could be two things.
- A reader is imported once its format has been recognised.
- Whatever is no programme is refused with a sentence that says what the file is.
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Any, Final

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.formats import own
from runofshow.formats.draft import Asked, Draft, Had
from runofshow.formats.encoding import decoded
from runofshow.formats.json_text import parse
from runofshow.formats.limits import unzipped
from runofshow.formats.source import Source

LARGEST: Final = 64_000_000
"""Bytes of a file, packed or not."""

READERS: Final[Mapping[str, str]] = {
    "text": "runofshow.formats.programme",
    "markdown": "runofshow.formats.markdown",
    "rst": "runofshow.formats.rst",
    "html": "runofshow.formats.html",
    "docx": "runofshow.formats.docx",
    "odt": "runofshow.formats.odt",
    "pdf": "runofshow.formats.pdf",
    "csv": "runofshow.formats.csv_text",
    "xlsx": "runofshow.formats.sheets",
    "xls": "runofshow.formats.sheets",
    "ods": "runofshow.formats.sheets",
    "icalendar": "runofshow.formats.calendar_file",
    "frab-xml": "runofshow.formats.frab",
    "frab-json": "runofshow.formats.frab",
    "ontime": "runofshow.formats.ontime",
    "sessionize": "runofshow.formats.sessionize",
    "schema.org": "runofshow.formats.schema_org",
}
ALL: Final = ("runofshow", *READERS)
"""The names of all formats, as `inspect` tells them."""


def read(data: bytes, asked: Asked) -> Draft:
    """What the file says, as the reader for it understands it.

    Raises Unreadable when it is no file that can be read, or holds nothing of a programme.
    """
    if len(data) > LARGEST:
        raise own.too_big(len(data), LARGEST)
    name = recognised(data, asked)
    if name == "runofshow":
        return _own(data, asked)
    reader = import_module(READERS[name])
    draft: Draft
    if name == "text":
        text, _, doubt = decoded(data, asked)
        draft = reader.read_lines(text, asked)
        draft = draft._replace(doubts=(*((doubt,) if doubt else ()), *draft.doubts))
    elif name in _DOCUMENTS:
        document, source = reader.document(data, asked)
        programme = import_module(READERS["text"])
        draft = programme.draft_of(document, asked, source)
        draft = draft._replace(doubts=(*source.doubts, *draft.doubts))
    else:
        draft = reader.read(data, asked)
    return _named(draft._replace(format=name), asked)


_DOCUMENTS: Final = frozenset({"markdown", "rst", "html", "docx", "odt", "pdf"})
"""The formats whose readers make a Document; what it means is the programme reader's to find."""


def _own(data: bytes, asked: Asked) -> Draft:
    found = own.read(data, asked.today)
    lines = tuple(data.decode("utf-8", "replace").splitlines())
    return Draft("runofshow", Source(lines), doubts=found.doubts, whole=found.plan)


def _named(draft: Draft, asked: Asked) -> Draft:
    """The draft, called by its file where it gives itself no title."""
    if draft.whole is not None:
        return draft
    if not draft.entries:
        raise _empty(draft, asked)
    if draft.title.value is not None:
        return draft
    stem = PurePath(asked.name).stem.replace("_", " ").replace("-", " ").strip()
    title: Had[str] = Had(stem or asked.name, "inferred", why=Sentence.of("title_of_file"))
    return draft._replace(title=title)


def _empty(draft: Draft, asked: Asked) -> Unreadable:
    """That there is no programme, at least in what was read of the file."""
    left = next((each.said for each in draft.source.doubts if each.how == "missing"), None)
    if left is None:
        return Unreadable("no_programme", file=asked.name)
    return Unreadable("no_programme_in_part", file=asked.name, left=left)


# --- what a file is ------------------------------------------------------------------------------

_IMAGES: Final = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
)
_WORD: Final = "WordDocument".encode("utf-16-le")
_BOOKS: Final = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_PARTS: Final = (("word/", "docx"), ("xl/", "xlsx"))
_MIME: Final = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def recognised(data: bytes, asked: Asked) -> str:
    """The name of the format that `data` is in; raises Unreadable when nothing reads it."""
    if not data.strip(b" \t\r\n\0"):
        raise Unreadable("file_empty")
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, asked)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data, asked)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_IMAGES) or data[4:12] in (b"ftypheic", b"ftypavif") or _webp(data):
        raise Unreadable("file_is_image", file=asked.name)
    if data.startswith(b"{\\rtf"):
        raise Unreadable("file_is_rtf", file=asked.name)
    return _written(data, asked)


def _webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _zipped(data: bytes, asked: Asked) -> str:
    """An office document by what its archive holds."""
    names = unzipped(data).names
    for start, name in _PARTS:
        if any(part.startswith(start) for part in names):
            return name
    for mime, name in _MIME.items():
        if mime in data[:200] or (name in asked.name.lower() and "content.xml" in names):
            return name
    raise Unreadable("not_recognised", file=asked.name)


def _compound(data: bytes, asked: Asked) -> str:
    """An office document of before 2007, or one behind a password."""
    if _ENCRYPTED in data:
        raise Unreadable("file_locked", file=asked.name)
    if any(book in data for book in _BOOKS):
        return "xls"
    if _WORD in data:
        raise Unreadable("old_word", file=asked.name)
    raise Unreadable("not_recognised", file=asked.name)


_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TEMPLATE: Final = re.compile(r"\{%-?\s*\w")
_PROLOGUE: Final = re.compile(r"<!--.*?-->|<[!?][^>]*>", re.DOTALL)
_ELEMENT: Final = re.compile(r"<\s*([a-z][\w:-]*)[\s>/]", re.IGNORECASE)
_TAG: Final = re.compile(r"<\s*(?:!doctype\s+)?([a-z][\w:-]*)", re.IGNORECASE)
_HTML: Final = frozenset(
    (
        *("html", "head", "body", "div", "table", "p", "ul", "ol", "h1", "h2", "h3", "section"),
        *(
            "meta",
            "style",
            "script",
            "link",
            "title",
            "main",
            "article",
            "header",
            "span",
            "center",
        ),
        *("google-sheets-html-origin", "br", "b", "font", "dl", "tr", "colgroup"),
    )
)
_MARKDOWN: Final = (".md", ".markdown", ".qmd", ".rmd")
_IN_MARKDOWN: Final = frozenset(("style", "div", "p", "img", "a", "center", "h1", "br", "span"))
"""Tags with which a file of Markdown may begin."""
_HEADING: Final = re.compile(r"^#{1,6} +\S|^\|? *:?-{3,}:? *\|", re.MULTILINE)
_UNDERLINED: Final = re.compile(r"^\S.*\n([=~^\"*+-])\1{3,}\s*$", re.MULTILINE)
_DIRECTIVE: Final = re.compile(r"^\.\. [\w-]+::|^:\w+: ", re.MULTILINE)
MANY_EVENTS: Final = 3
"""So many events told to search engines make a page's programme."""
_SAMPLE: Final = 20_000
"""Letters of a text that are looked at to tell what it is."""


def _written(data: bytes, asked: Asked) -> str:
    """The format of a text."""
    text = decoded(data, asked).text
    sample = text[:_SAMPLE].lstrip()
    if len(_CONTROLS.findall(sample)) > len(sample) / 100:
        raise Unreadable("not_recognised", file=asked.name)
    ending = PurePath(asked.name).suffix.lower()
    if sample[:7].upper() == "BEGIN:V":
        return "icalendar"
    braced = sample[:1] in ("{", "[") and ending not in (".md", ".txt", ".csv")
    if braced or ending in (".json", ".jsonld"):
        return _json(data, asked)
    if _TEMPLATE.search(sample[:2000]) and ("<" in sample[:2000] or ending in (".xml", ".html")):
        raise Unreadable("file_is_template", file=asked.name)
    tag = _TAG.match(sample)
    styled = ending in _MARKDOWN and tag is not None and tag[1].lower() in _IN_MARKDOWN
    if (tag is not None and not styled) or sample.startswith("<?xml"):
        return _marked_up(text, sample, asked)
    if ending in _MARKDOWN:
        return "markdown"
    if ending in (".rst", ".rest"):
        return "rst"
    return _plain(text, sample, ending)


def _plain(text: str, sample: str, ending: str) -> str:
    """A table, or one of the ways of writing a document as text."""
    if ending in (".csv", ".tsv", ".tab") or import_module(READERS["csv"]).looks_like_one(text):
        return "csv"
    if _DIRECTIVE.search(sample) and _UNDERLINED.search(sample):
        return "rst"
    return "markdown" if _HEADING.search(sample) else "text"


def _marked_up(text: str, sample: str, asked: Asked) -> str:
    """HTML or an XML of a kind that is known, by its first element."""
    first = _ELEMENT.search(_PROLOGUE.sub("", sample))
    name = first[1].lower() if first else ""
    if name in _HTML or sample[:15].lower().startswith("<!doctype html"):
        events = import_module(READERS["schema.org"]).events_in_page(text)
        return "schema.org" if events >= MANY_EVENTS else "html"
    if name in ("schedule", "iframe"):
        return "frab-xml"
    raise Unreadable("xml_unknown", file=asked.name, tag=name)


def _json(data: bytes, asked: Asked) -> str:
    """The tool that a JSON file comes from, by its keys."""
    values = parse(data, strict=False).values
    for name, has in _JSON:
        if has(values):
            return name
    raise Unreadable("json_unknown", file=asked.name)


def _ours(values: Any) -> bool:
    format_ = _key(values, "format")
    return (isinstance(format_, str) and format_.startswith("runofshow")) or _keys(values) >= {
        "slots"
    }


def _ontime(values: Any) -> bool:
    named = _key(_key(values, "settings"), "app") == "ontime"
    return named or bool(_keys(values) & {"rundown", "rundowns"})


def _frab(values: Any) -> bool:
    return "schedule" in _keys(values) or _keys(values) >= {"conference", "days"}


def _sessionize(values: Any) -> bool:
    if isinstance(values, list):
        return any(_keys(value) & {"rooms", "sessions", "timeSlots"} for value in values[:9])
    return _keys(values) >= {"sessions"} and bool(_keys(values) & {"speakers", "rooms"})


def _linked(values: Any) -> bool:
    if isinstance(values, list):
        return any(_linked(value) for value in values[:9] if isinstance(value, dict))
    return bool(_keys(values) & {"@context", "@graph", "@type"})


def _keys(values: Any) -> set[str]:
    return set(values) if isinstance(values, dict) else set()


def _key(values: Any, key: str) -> Any:
    return values.get(key) if isinstance(values, dict) else None


_JSON: Final[tuple[tuple[str, Callable[[Any], bool]], ...]] = (
    ("schema.org", _linked),
    ("ontime", _ontime),
    ("frab-json", _frab),
    ("sessionize", _sessionize),
    ("runofshow", _ours),
)
"""The ways of knowing a JSON file, in the order in which they are tried."""
