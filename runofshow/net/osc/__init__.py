"""OSC, in and out (network.md §2): UDP, closed until the régie opens it.

In, every address begins with `/runofshow`; with a PIN set, it is the first argument of each.

- `/go`, `/end`, `/recall`, `/hold`, `/resume`, `/restart`, `/questions`, `/clear`: a number says
  whether a button is pressed, so that 0, its release, does nothing;
- `/go "id"`, `/skip "id"`, `/restore "id"`; `/cue/2.1/go`, `/cue/2.1/skip`, `/cue/2.1/restore`;
- `/stretch "1m"` or a number of seconds, `/stretch/to "10:30"`, `/began "2m"`, `/ended "2m"`;
- `/say "text"`, then to whom and for how long if need be; `/flash "text"`; `/note "text"`;
- `/blackout 1`, `/incident 0`, `/floor 2` (0: nobody);
- `/command "{…}"`: any command that a Companion link may give, as JSON; `/state`: all that is told.

Answers: `/reply/go "ok" rev`, or `/reply/go "refused" code sentence`. What begins with `/reply`,
and what is not for us, is never answered, so that two shows cannot talk each other to death.

Out, to each target that wants it, whatever changed: see `told.py`.
"""
