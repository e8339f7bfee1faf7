"""What all sets of words are: one per area and language."""

from typing import Any, Self, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Wordbook:
    """Words by name, in one language.

    To the types a frozen dataclass, so that they prove every language complete. To Python the
    plainest of classes: a real dataclass of a hundred words takes milliseconds to make, and all of
    them are made before the first painting.
    """

    def __init__(self, **words: Any) -> None:
        self.__dict__.update(words)

    def having(self, **words: Any) -> Self:
        """The same words but for those given."""
        return type(self)(**(self.__dict__ | words))
