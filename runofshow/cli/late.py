"""A module that others import at their beginning and seldom use: loaded when it is first used.

Python's own LazyLoader loads a module as soon as a second `import` names it (before 3.12).
"""

import importlib
import sys
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


class _Late(ModuleType):
    """Stands for a module until somebody asks it for anything but the functions it pretends."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_whole(self), name)


def _whole(stands: ModuleType) -> ModuleType:
    """The module itself, loaded now."""
    name = stands.__name__
    if sys.modules.get(name) is stands:
        del sys.modules[name]
    return importlib.import_module(name)


def late(name: str, *functions: str) -> None:
    """Have that module loaded when it is first used; importing `functions` from it is no use yet.

    It must be there, and so must be the package it is of.
    """
    if name in sys.modules:
        return
    spec = find_spec(name)
    assert spec is not None, name
    stands = module_from_spec(spec)
    stands.__class__ = _Late
    for each in functions:
        setattr(stands, each, _late_call(stands, each))
    sys.modules[name] = stands


def _late_call(stands: ModuleType, name: str) -> Callable[..., Any]:
    """That function of the module, which is loaded at the first call."""

    def call(*given: Any, **named: Any) -> Any:
        return getattr(_whole(stands), name)(*given, **named)

    return call
