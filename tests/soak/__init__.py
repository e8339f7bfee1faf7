"""The soak: the real program for hours, fifty viewers and random hands, its figures watched.

`python -m tests.soak` plays twelve hours at sixty times their pace, `--rate 1 --hours 2` two hours
as they are. `program.py` is the program, with its windows, on a clock that may run fast and with a
probe in it; `hands.py` what is done to it; `figures.py` what must be flat.
"""
