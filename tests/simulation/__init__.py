"""The deterministic simulation: whole show days, with everything that can go wrong, from one seed.

`python -m tests.simulation` lives through thousands of days a minute. In each one the real desk,
journal, mirror, recovery, clock and network are driven by chance through their ports: a machine
whose clocks step and sleep (`machine.py`), a disk that refuses, tears, flips and kills (`disk.py`),
viewers that come, stall and go (`crowd.py`), hands that repeat themselves and know only an old
show. After each step the show is held against an independent one (`truth.py`, `tests.reading`).

- A day is a plan and a list of events (`events.py`), values: one that fails is lived again
  with some left out, until no more can be (`living.py`). The seed and that story are printed.
- `teller.py` draws the events, `world.py` lets them happen and checks.
- `planted.py` plants bugs in a copy of the program and shows that each is found, and by which seed.
"""
