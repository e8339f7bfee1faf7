"""Making a PDF's words findable: Qt 6.11 says in it that every space is a tab.

A PDF holds, for each of its fonts, which letter a sign stands for: who searches or copies text
reads it there. Qt names the first letter that has the sign, and a tab comes before a space. The
tables stand open in the file, and what is put in is as long as what was there.
"""

import re
from typing import Final

_TABLE: Final = re.compile(rb"begincmap\n.*?\nendcmap", re.DOTALL)
_RANGE: Final = re.compile(rb"(<[0-9A-F]{4}> <[0-9A-F]{4}> )(\[[^\]]*\]|<[0-9A-F]{4}>)")


def readable(data: bytes) -> bytes:
    """The same PDF with its spaces as spaces."""
    return _TABLE.sub(lambda table: _RANGE.sub(_spaced, table[0]), data)


def _spaced(found: re.Match[bytes]) -> bytes:
    return found[1] + found[2].replace(b"<0009>", b"<0020>")
