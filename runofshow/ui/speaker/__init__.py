"""The stage screen, one file per visible thing."""
