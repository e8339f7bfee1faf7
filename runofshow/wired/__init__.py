"""The desk's side of what is wired to the show: Companion, OSC, what is sent on crossings."""
