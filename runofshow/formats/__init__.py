"""Bytes to a draft, a draft to a plan, a plan to bytes: one file per format. Pure."""
