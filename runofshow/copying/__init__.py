"""A copy of everything, as one file, for whoever looks into what went wrong."""
