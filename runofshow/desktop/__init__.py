"""The parts of the desktop: what app.py builds and connects."""
