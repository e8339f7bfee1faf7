"""Works with Companion's module for Ontime (5.4): a Stream Deck drives the show (network.md §4).

A listener of its own, closed until the régie opens it. What the module expects is answered in its
words; what they do is decided by ours:

- `start`: a held clock runs again; nothing on air: the next one goes; else nothing. `next` is a GO.
  `previous` is a recall: the former one is on air as if the GO had never been.
- `load` chooses what the next `start` or `next` takes, and leaves what is on air alone; `reload`
  takes that choice back. Whatever goes on air by any hand ends it.
- `pause` holds, `stop` ends what is on air, `addtime` stretches it; `roll` is refused: what goes by
  itself is marked so in the schedule.
- The timer's message is the stage's. There is no second one.
- Three counters belong to the Stream Deck alone: no screen shows them (counters.py).

What is refused says why in its `payload`, in place of "success".
"""
