"""The words of `runofshow desktop`."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "desktop_installed": (
        "Installé dans {folder} : le menu des applications, l'icône, et les fichiers {ending} qui s'ouvrent d'un double-clic.",
        "Installed in {folder}: the applications' menu, the icon, and {ending} files that open with a double-click.",
    ),
    "desktop_removed": ("Retiré de {folder}.", "Removed from {folder}."),
    "desktop_not_there": (
        "Rien n'était installé dans {folder}.",
        "Nothing was installed in {folder}.",
    ),
    "desktop_unnoted": (
        "« {tool} » manque ici : le bureau le verra à la prochaine ouverture de session.",
        "“{tool}” is missing here: the desktop will see it at the next log-in.",
    ),
    "desktop_elsewhere": (
        "Les menus et les doubles clics s'installent ainsi sous Linux seulement ; ailleurs, l'installateur du programme s'en charge.",
        "Menus and double-clicks are installed this way on Linux only; elsewhere the program's installer sees to it.",
    ),
    "desktop_folder": (
        "{place} ne peut pas être écrit ({why}).",
        "{place} cannot be written ({why}).",
    ),
}
