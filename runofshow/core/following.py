"""Values worked out once, and carried over to a later object that is the same in what they follow.

An edit of one slot of ten thousand leaves nearly all that was worked out of the plan as it was. So
each derived value names the aspects of the plan that it follows from, and who makes a new object
from a former one says which aspects differ.
"""

from collections.abc import Callable, Collection
from functools import cached_property
from typing import Any, TypeVar

T = TypeVar("T")


class Following(cached_property[T]):
    """A value worked out when first asked for; `aspects` are what it follows from."""

    aspects: frozenset[str] = frozenset()


def following(*aspects: str) -> Callable[[Callable[[Any], T]], Following[T]]:
    """Marks a method as such a value."""

    def marked(method: Callable[[Any], T]) -> Following[T]:
        value = Following(method)
        value.aspects = frozenset(aspects)
        return value

    return marked


def carry_over(former: object, later: object, changed: Collection[str]) -> None:
    """Give `later` what `former`, of its type, has worked out and is the same for both."""
    known, kept = former.__dict__, later.__dict__
    for name, value in vars(type(former)).items():
        if isinstance(value, Following) and name in known and value.aspects.isdisjoint(changed):
            kept[name] = known[name]
