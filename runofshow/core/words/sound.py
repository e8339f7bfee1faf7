"""What keeps a sound from being heard, in French and in English."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "sound_missing": (
        "Sonnerie muette : la bibliothèque miniaudio manque (pip install miniaudio).",
        "No chime: the library miniaudio is missing (pip install miniaudio).",
    ),
    "sound_gone": (
        "Sonnerie muette : « {device} » n'est plus là. Les chronos continuent.",
        "No chime: “{device}” is gone. The timers go on.",
    ),
    "sound_failed": (
        "Sonnerie muette : la sortie audio ne répond pas. Les chronos continuent. ({why})",
        "No chime: the sound output does not answer. The timers go on. ({why})",
    ),
    "sound_stopped": (
        "Sonnerie muette : la sortie audio s'est arrêtée. Les chronos continuent.",
        "No chime: the sound output has stopped. The timers go on.",
    ),
    "sound_stuck": (
        "Sonnerie muette : la sortie audio est bloquée. Les chronos continuent.",
        "No chime: the sound output hangs. The timers go on.",
    ),
}
