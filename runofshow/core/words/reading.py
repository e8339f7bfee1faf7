"""What is said of a file that is read: places in it, what it is, what cannot be read of it."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "place_line": ("ligne {line}", "line {line}"),
    "place_cell": ("cellule {cell}", "cell {cell}"),
    "place_sheet_cell": ("feuille {sheet}, cellule {cell}", "sheet {sheet}, cell {cell}"),
    "place_path": ("en {path}", "at {path}"),
}
