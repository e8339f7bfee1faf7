"""Pages: the files of `resources/web`, which tell nothing of the show and are open to all.

Beside them stand the fonts, and what is made of the program's own words and colours (browser.py).
They are read once, before the server opens; only what was found then is ever sent, so that no
address leads anywhere else. `/` is `index.html`, `/stage` is `stage.html`, where there are such
files.
"""

import hashlib
import logging
from collections.abc import Iterator, Mapping
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


class _Page(NamedTuple):
    kind: str
    data: bytes
    etag: str


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
        if request.headers.get("If-None-Match") == page.etag:
            return web.Response(status=304, headers=headers)
        text = page.kind.startswith("text/")
        return web.Response(
            body=page.data,
            content_type=page.kind,
            charset="utf-8" if text else None,
            headers=headers,
        )
