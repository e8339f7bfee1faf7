"""The plans for a promise, step by step, and the chances that they give."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # the steps of a plan for a promise
    "plan_share": ("répartir", "spread"),
    "plan_breaks": ("sur les pauses d'abord", "breaks first"),
    "plan_few": ("sur le moins de séquences", "on fewest items"),
    "plan_next": ("sur les prochaines", "next ones"),
    "plan_last": ("sur la fin", "from the end"),
    "plan_now": ("faire conclure", "wrap up now"),
    "plan_skip": ("supprimer une séquence facultative", "drop optional"),
    # chances
    "odds_many": ("{count} chances sur {of}", "{count} chances in {of}"),
    "odds_one": ("1 chance sur {of}", "1 chance in {of}"),
    "odds_sure": ("presque sûr", "almost certain"),
    "odds_poor": ("très compromis", "very doubtful"),
}
