"""The pure core: plan, log, rules. Standard library and pydantic only; `now` is an argument."""
