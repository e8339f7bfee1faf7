"""What keeps a sound from being heard, in French and in English."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "sound_missing": (
        "Pas de sonnerie : la bibliothèque miniaudio manque (pip install miniaudio).",
        "No chime: the library miniaudio is missing (pip install miniaudio).",
    ),
    "sound_gone": (
        "Pas de sonnerie : la sortie audio « {device} » n'est plus là. Les chronos continuent.",
        "No chime: the sound output “{device}” is gone. The timers go on.",
    ),
    "sound_failed": (
        "Pas de sonnerie : la sortie audio ne répond pas ({why}). Les chronos continuent.",
        "No chime: the sound output does not answer ({why}). The timers go on.",
    ),
    "sound_stopped": (
        "Pas de sonnerie : la sortie audio s'est arrêtée. Les chronos continuent.",
        "No chime: the sound output has stopped. The timers go on.",
    ),
    "sound_stuck": (
        "Pas de sonnerie : la sortie audio est bloquée. Les chronos continuent.",
        "No chime: the sound output hangs. The timers go on.",
    ),
}
