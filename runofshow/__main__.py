"""`python -m runofshow`, and what the installed commands run.

A show is run by a program of its own, under a supervisor (supervisor.py); all else is done here.
"""

import os
import sys

from runofshow import spawning


def main() -> int:
    """Do what the command line says; returns the exit code."""
    words = sys.argv[1:]
    if spawning.LIFELINE not in os.environ and spawning.wants_supervisor(words):
        child = spawning.spawned(words)
        from runofshow.supervisor import supervise  # meanwhile the program starts

        return supervise(child, words)
    from runofshow.cli import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())
