"""How long a law is tried: the profile's number of examples (conftest.py), or a share of it.

A number of its own would keep a law as shallow in the `thorough` profile as in a daily run.
"""

from hypothesis import settings


def share(of: float) -> settings:
    """Settings with that share of the profile's examples, for a law that costs more than others."""
    return settings(max_examples=max(1, round(settings().max_examples * of)))
