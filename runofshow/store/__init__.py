"""The disk: journal, recovery, atomic files, settings."""
