"""The windows: the only place, with `runofshow.app`, where Qt is imported."""
