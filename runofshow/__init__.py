"""Run of Show keeps a day of talks to time: one window for the régie, one for the stage."""

__version__ = "0.1.0"
