"""The windows: the only place, with `runofshow.app`, where Qt is imported."""

from runofshow.ui.handlers import guard_handlers

guard_handlers()
