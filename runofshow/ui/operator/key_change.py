"""Changing the keys of an action, one press after the other. No widgets.

- A key that is free is given at once, in the place of the one that is chosen among its own.
- One that another action has is told, with whose it is; pressed again, the two exchange theirs.
  What others have in another part of the window is no matter.
- The digits of a family change all at once: any of them tells what is held with all.
- One that can never be had is refused with the reason, and nothing changes.
"""

from typing import NamedTuple

from runofshow.ui.operator import key_names
from runofshow.ui.operator.key_lines import label
from runofshow.ui.operator.keymap import Held, Keymap, Never
from runofshow.ui.operator.local_keys import family, scope_of
from runofshow.ui.texts import Words
from runofshow.ui.texts.keys import keys_words


class KeyChange(NamedTuple):
    """An action whose keys are being changed: each press gives another of these.

    `at` is which of its keys is to be another, one past the last is one more; `waits` the key that
    another action has, until it is pressed again; `told` what the last press came to, by the name
    of its text, about `key`; `refused` says that it changed nothing, `whose` what else has the key.
    """

    keymap: Keymap
    name: str
    at: int = 0
    waits: str = ""
    told: str = ""
    key: str = ""
    refused: bool = False
    whose: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the action has now."""
        return self.keymap.keys(self.name)

    @property
    def full(self) -> bool:
        """Whether it can have no key more: a family has one, whose digit stands for all."""
        return bool(self.keys) and family(self.name) is not None

    @property
    def instead(self) -> str | None:
        """The key that is chosen to be another; None for one more."""
        return self.keys[self.at] if self.at < len(self.keys) else None

    def pressed(self, key: str) -> "KeyChange":
        """What comes of a key that was pressed."""
        key = self.keymap.meant(self.name, key)
        verdict = self.keymap.verdict(self.name, key)
        if isinstance(verdict, Never):
            return self._refused(verdict, key)
        if key in self.keys:
            return self._replace(at=self.keys.index(key), waits="", told="same", key=key)
        if isinstance(verdict, Held) and self.waits != key:
            return self._replace(waits=key, told="taken", key=key, refused=True, whose=verdict.by)
        return self._taken(self.keymap.give(self.name, key, self.instead), key)

    def turned(self, by: int) -> "KeyChange":
        """Another of its keys is chosen."""
        at = (self.at + by) % (len(self.keys) + (not self.full))
        return KeyChange(self.keymap, self.name, at)

    def removed(self) -> "KeyChange":
        """The chosen key is taken from it."""
        if self.instead is None:
            return self
        return self._taken(self.keymap.take(self.name, self.instead), "")

    def restored(self) -> "KeyChange":
        """It has the keys of the table again."""
        return self._taken(self.keymap.restore(self.name), "")

    def _taken(self, result: Keymap | Never, key: str) -> "KeyChange":
        if isinstance(result, Never):
            return self._refused(result, key)
        theirs = result.keys(self.name)
        at = theirs.index(key) if key in theirs else min(self.at, len(theirs))
        bare = next((name for name, keys in result.differing.items()
                     if not keys and name != self.name and self.keymap.keys(name)), "")  # fmt: skip
        told = "" if not key else "bare" if bare else "done"
        return KeyChange(result, self.name, at, told=told, key=key, whose=bare)

    def _refused(self, never: Never, key: str) -> "KeyChange":
        return self._replace(waits="", told=never.why, key=key, refused=True)

    def says(self, words: Words) -> str:
        """What the last press came to, in words; what can be pressed when nothing was."""
        listed = keys_words(words.language)
        if not self.told:
            return listed.press if family(self.name) is None else listed.digit
        key = key_names.written(self.key, words.window) if self.key else ""
        if self.told in listed.why:
            return listed.why[self.told].format(key=key)
        text = {
            "done": listed.done,
            "bare": listed.bare,
            "taken": listed.taken,
            "same": listed.same,
        }[self.told]
        name = self.whose or self.name
        said = label(name, words)
        if scope_of(name) is not scope_of(self.name):
            said = f"{listed.scopes.get(scope_of(name).value, listed.whole)}\u00a0: {said}"
        return text.format(key=key, name=said)
