"""What a phone says while it asks to be let in as a remote, in French and in English."""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class PairingWords(Wordbook):
    """The words of one language; `{seconds}` is for how long it still waits."""

    title: str
    show: str
    compare: str
    left: str
    asking: str
    accepted: str
    no_code: str
    alone: str
    again: str


FR: Final = PairingWords(
    title="Télécommande",
    show="Numéro de ce téléphone",
    compare="La régie compare ce numéro au sien, et accepte.",
    left="encore {seconds} s",
    asking="Demande à la régie…",
    accepted="Accepté",
    no_code="Aucun code dans cette adresse\u00a0: scanner celui que montre la régie.",
    alone="La régie ne répond pas\u00a0: vérifier le Wi-Fi, puis scanner de nouveau.",
    again="Pour recommencer, scanner de nouveau le code que montre la régie.",
)
EN: Final = PairingWords(
    title="Remote",
    show="Number of this phone",
    compare="The operator compares this number with theirs, and accepts.",
    left="{seconds} s left",
    asking="Asking the operator…",
    accepted="Accepted",
    no_code="No code in this address: scan the one that the operator shows.",
    alone="The operator does not answer: check the Wi-Fi, then scan again.",
    again="To begin again, scan the code that the operator shows.",
)


def pairing_words(language: str) -> PairingWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
