"""Pages: the files of `resources/web`, which tell nothing of the show and are open to all.

Beside them stand the fonts, and what is made of the program's own words and colours (browser.py).
They are read once, before the server opens; only what was found then is ever sent, so that no
address leads anywhere else. `/` is `index.html`, `/stage` is `stage.html`, where there are such
files.

Words are sent packed to whoever takes them so. A page names the modules that it will ask for: they
come together, not one after the other.
"""

import gzip
import hashlib
import logging
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from aiohttp import web

from runofshow.net.answers import HEADERS

_log = logging.getLogger(__name__)
KINDS: Final[Mapping[str, str]] = {
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
"""What may be sent, by its ending."""


def files(folder: Path, fonts: Path | None = None) -> Iterator[tuple[str, Path]]:
    """The files that are sent as they are, each with its address."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in KINDS and file.is_file():
            yield f"/{file.relative_to(folder).as_posix()}", file
    for file in sorted(fonts.glob("*.otf")) if fonts is not None else ():
        yield f"/fonts/{file.name}", file


_MODULE: Final = re.compile(r'(?:data-module|type="module" src)="([^"]+)"')
_IMPORT: Final = re.compile(r' from "([./][^"]*)"')


class _Page(NamedTuple):
    kind: str
    data: bytes
    etag: str


@lru_cache(maxsize=256)
def _packed(data: bytes) -> bytes:
    """The same in gzip, made when it is first asked for."""
    return gzip.compress(data, mtime=0)


class Pages:
    """The files under `folder`, which may not exist, the fonts of `fonts`, and those made."""

    def __init__(self, folder: Path, fonts: Path | None = None) -> None:
        self._pages: dict[str, _Page] = {}
        for path, file in files(folder, fonts):
            try:
                self._add(path, KINDS[file.suffix], file.read_bytes())
            except OSError as error:  # this one is not found, the others are
                _log.warning("no page %s: %s", file, error)

    def make(self, made: Mapping[str, str]) -> None:
        """Have these too, by their address, instead of those that were made before."""
        for path, text in made.items():
            self._add(path, KINDS[Path(path).suffix], text.encode())
        for path in [path for path in self._pages if path.endswith(".html")]:
            page = self._pages[path].data.decode()
            self._add(path, KINDS[".html"], self._ahead(page).encode())

    def _ahead(self, page: str) -> str:
        """The page, naming at its head the modules that it will ask for, unless it does already."""
        asked = _MODULE.findall(page)
        for path in asked:  # grows as it is walked
            known = self._pages.get(path)
            for name in _IMPORT.findall(known.data.decode()) if known is not None else ():
                each = name if name.startswith("/") else f"{path.rpartition('/')[0]}/{name[2:]}"
                asked += [] if each in asked else [each]
        links = "".join(f'<link rel="modulepreload" href="{path}">\n' for path in asked)
        return page if links in page else page.replace("</head>", f"{links}</head>", 1)

    def _add(self, path: str, kind: str, data: bytes) -> None:
        page = _Page(kind, data, f'"{hashlib.sha256(data).hexdigest()[:32]}"')
        self._pages[path] = page
        if path.endswith(".html"):
            name = path.removesuffix(".html")
            self._pages["/" if name == "/index" else name] = page

    def paths(self) -> frozenset[str]:
        """All addresses that lead to a page."""
        return frozenset(self._pages)

    def page(self, request: web.BaseRequest) -> web.Response | None:
        """The answer when a page is asked for, else None."""
        page = self._pages.get(request.path) if request.method == "GET" else None
        if page is None:
            return None
        headers = {**HEADERS, "ETag": page.etag, "Cache-Control": "no-cache"}
        headers["Vary"] = "Accept-Encoding"
        if request.headers.get("If-None-Match") == page.etag:
            return web.Response(status=304, headers=headers)
        text, body = page.kind.startswith("text/"), page.data
        if text and "gzip" in request.headers.get("Accept-Encoding", ""):
            body, headers["Content-Encoding"] = _packed(page.data), "gzip"
        return web.Response(
            body=body,
            content_type=page.kind,
            charset="utf-8" if text else None,
            headers=headers,
        )
