"""The day as values: plan, log, show, commands, board. Pure: the standard library and pydantic."""
