"""What the window says of the journal's double, in French and in English."""

from runofshow.ui.texts.wordbook import Wordbook


class DoubleWords(Wordbook):
    """Words of the double: its lamp, its banners, its folder."""

    lamp: str
    tip: str
    ask_folder: str
    own_folder: str
    same_disk: str
    waits: str
    is_back: str
    knows_more: str
    take: str
    open_one: str
    has: str


FR = DoubleWords(
    lamp="sans double",
    tip="Double du journal\u00a0: {file}",
    ask_folder="Où tenir le double du journal (une clé USB)",
    own_folder="Ce dossier est celui du journal\u00a0: choisir une clé ou un autre disque.",
    same_disk="Ce double est sur le disque du journal même\u00a0: une panne perdrait les deux.",
    waits="Le journal, lui, est tenu\u202f; le double se rattrapera seul.",
    is_back="Le double du journal est de nouveau à jour.",
    knows_more="Le double en sait plus long\u00a0: {count} {count:geste|gestes}, jusqu'à {at}.",
    take="Tout reprendre",
    open_one="Ouvrir un double…",
    has="Le double a tout.",
)

EN = DoubleWords(
    lamp="no double",
    tip="Journal's double: {file}",
    ask_folder="Where to keep the journal's double (a USB stick)",
    own_folder="This is the journal's own folder: choose a stick or another disk.",
    same_disk="This double is on the journal's own disk: should that fail, both are lost.",
    waits="The journal itself is kept; the double will catch up by itself.",
    is_back="The journal's double is up to date again.",
    knows_more="The double knows {count} {count:action|actions} more, up to {at}.",
    take="Take up all",
    open_one="Open a double…",
    has="The double has it all.",
)


def double_words(language: str) -> DoubleWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
