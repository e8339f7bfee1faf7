"""The window of the régie, one file per visible thing."""
