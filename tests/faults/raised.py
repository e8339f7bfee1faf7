"""Exceptions where the program is entered: each handler, slot, timer and callback raises once.

Where it is entered is read from the code itself: what overrides a handler of Qt's, and each method
that is handed to somebody to be called. Its code is exchanged for one that puts it back and raises,
with the same arguments: whoever has the method already calls it so, and Qt passes it what it would.
"""

import inspect
import re
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

import runofshow
from runofshow.desktop.faults import Faults

PACKAGES = ("runofshow.ui", "runofshow.desktop", "runofshow.app", "runofshow.desk")
_ROOT = Path(runofshow.__file__).parent


class Injected(ArithmeticError):
    """Raised on purpose; its argument says where."""


@lru_cache(maxsize=2)
def doors(*, everywhere: bool = False) -> dict[str, FunctionType]:
    """The functions by which Qt, the loop or a subscription enters the program, by their names.

    Those of what is loaded now, or `everywhere`.
    """
    found: dict[str, FunctionType] = {}
    for module in _modules(everywhere):
        handed = set(_HANDED.findall(inspect.getsource(module)))
        for cls in vars(module).values():
            if not inspect.isclass(cls) or cls.__module__ != module.__name__ or cls is Faults:
                continue
            for name, member in vars(cls).items():
                if isinstance(member, FunctionType) and (name in handed or _overrides(cls, name)):
                    found[f"{cls.__module__}.{cls.__name__}.{name}"] = unguarded(member)
    return found


def _modules(everywhere: bool) -> list[ModuleType]:
    if everywhere:
        for info in walk_packages([str(_ROOT)], "runofshow."):
            if info.name.startswith(PACKAGES):
                import_module(info.name)
    return [each for name, each in sorted(sys.modules.items()) if name.startswith(PACKAGES)]


_HANDED = re.compile(r"\bself\.(\w+)\b(?!\s*[(.\[=])")
"""A method that is handed to somebody: named, and not called."""


def _overrides(cls: type, name: str) -> bool:
    """Whether Qt calls it: it is a method of a class of Qt's that `cls` comes from."""
    bases = (base for base in cls.__mro__ if base.__module__.startswith("PySide6"))
    return not name.startswith("_") and any(name in vars(base) for base in bases)


def unguarded(member: Any) -> Any:
    """What raises within its guard (ui/handlers.py), where there is one."""
    return inspect.unwrap(member) if isinstance(member, FunctionType) else member


class Raising:
    """Functions that raise once each, from `arm` on. Attribute: raised, those that did."""

    def __init__(self, functions: dict[str, FunctionType]) -> None:
        self.raised: list[str] = []
        self._left = {function: name for name, function in functions.items()}
        self._own = {function: function.__code__ for function in functions.values()}

    def arm(self) -> None:
        """Have each of them raise when it is next called."""
        for function in self._left:
            function.__code__ = _raising(self._own[function], partial(self._raise, function))

    def disarm(self) -> None:
        """Have those that have not raised do what they do."""
        for function in self._left:
            function.__code__ = self._own[function]

    def waits(self, function: object) -> bool:
        """Whether it is to raise yet."""
        return function in self._left

    def _raise(self, function: FunctionType) -> None:
        function.__code__ = self._own[function]
        name = self._left.pop(function)
        self.raised.append(name)
        raise Injected(name)


def _raising(code: CodeType, act: Callable[[], None]) -> CodeType:
    """Code of the same kind, with the same arguments and place, that calls `act` instead."""
    called = _template(code.co_flags & _KINDS)
    return code.replace(
        co_code=called.co_code,
        co_consts=tuple(act if each == "act" else each for each in called.co_consts),
        co_names=called.co_names,
        co_stacksize=max(code.co_stacksize, called.co_stacksize),
        co_exceptiontable=called.co_exceptiontable,
        co_linetable=called.co_linetable,
    )


_KINDS = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR


@lru_cache(maxsize=4)
def _template(kind: int) -> CodeType:
    """Code that calls what stands in the place of its constant "act", when it is run.

    Coroutines and generators run when they are awaited and asked, not when they are made.
    """
    begins = "def" if kind in (0, inspect.CO_GENERATOR) else "async def"
    ends = "yield" if kind in (inspect.CO_GENERATOR, inspect.CO_ASYNC_GENERATOR) else "return"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # a text cannot be called, it says
        made = compile(f"{begins} raising(): 'act'(); {ends}", "", "exec")
    (found,) = (each for each in made.co_consts if isinstance(each, CodeType))
    return found


def functions_of(*packages: str) -> dict[str, FunctionType]:
    """All functions and methods of the modules that are loaded of these packages, by their names.

    One that remembers what it was asked (`lru_cache`) is the one beneath.
    """
    found: dict[str, FunctionType] = {}
    for name, module in sorted(sys.modules.items()):
        if not name.startswith(packages):
            continue
        classes = [each for each in vars(module).values() if inspect.isclass(each)]
        owners = [module, *(each for each in classes if each.__module__ == name)]
        for each in [_beneath(member) for owner in owners for member in vars(owner).values()]:
            if not isinstance(each, FunctionType) or each.__module__ != name:
                continue
            if each.__code__.co_filename == module.__file__:  # not made by a dataclass
                found[f"{name}.{each.__qualname__}"] = each
    return found


def _beneath(member: object) -> object:
    """The function itself of a property, a method of a class, of what remembers its answers."""
    for name in ("fget", "__func__", "func", "__wrapped__"):
        member = getattr(member, name, member)
    return member


def called_in(functions: dict[str, FunctionType], act: Callable[[], object]) -> list[str]:
    """The names of those functions that are called while `act` goes on, in any thread."""
    codes = {function.__code__: name for name, function in functions.items()}
    seen: set[CodeType] = set()

    def look(frame: FrameType, what: str, _: object) -> None:
        if what == "call":
            seen.add(frame.f_code)

    threading.setprofile(look)
    sys.setprofile(look)
    try:
        act()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    return sorted(codes[code] for code in seen & codes.keys())


@contextmanager
def raising(functions: dict[str, FunctionType]) -> Iterator[Raising]:
    """Each of `functions` raises once within."""
    made = Raising(functions)
    made.arm()
    try:
        yield made
    finally:
        made.disarm()


# --- what calls them -----------------------------------------------------------------------------


def prod(widget: QtWidgets.QWidget, made: Raising) -> None:
    """Have Qt call each handler of a widget's that has not raised yet; as it raises it acts not."""
    for name, event in _EVENTS.items():
        handler = unguarded(getattr(type(widget), name, None))
        if made.waits(handler):
            called(partial(QtWidgets.QApplication.sendEvent, widget, event(widget)))
    painter = unguarded(getattr(type(widget), "paintEvent", None))
    if made.waits(painter):
        called(widget.grab)


def called(act: Callable[[], object]) -> None:
    """Do it; what raises within comes back to whoever calls Qt, and here goes to the hook.

    It may be a consequence only: a page whose making was cut short lacks what came after.
    """
    try:
        act()
    except Exception as raised:  # noqa: BLE001
        sys.excepthook(type(raised), raised, raised.__traceback__)


def _mouse(kind: QtCore.QEvent.Type, widget: QtWidgets.QWidget) -> QtGui.QMouseEvent:
    at = QtCore.QPointF(widget.rect().center())
    left = QtCore.Qt.MouseButton.LeftButton
    return QtGui.QMouseEvent(
        kind, at, widget.mapToGlobal(at), left, left, QtCore.Qt.KeyboardModifier.NoModifier
    )


def _key(kind: QtCore.QEvent.Type, _: QtWidgets.QWidget) -> QtGui.QKeyEvent:
    return QtGui.QKeyEvent(kind, QtCore.Qt.Key.Key_F24, QtCore.Qt.KeyboardModifier.NoModifier)


def _wheel(widget: QtWidgets.QWidget) -> QtGui.QWheelEvent:
    at, down = QtCore.QPointF(widget.rect().center()), QtCore.QPoint(0, -120)
    return QtGui.QWheelEvent(
        at, widget.mapToGlobal(at), QtCore.QPoint(), down, QtCore.Qt.MouseButton.NoButton,
        QtCore.Qt.KeyboardModifier.NoModifier, QtCore.Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def _dragged(widget: QtWidgets.QWidget) -> QtGui.QDragEnterEvent:
    return QtGui.QDragEnterEvent(
        widget.rect().center(), QtCore.Qt.DropAction.CopyAction, _NOTHING,
        QtCore.Qt.MouseButton.LeftButton, QtCore.Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


_NOTHING = QtCore.QMimeData()
_Type = QtCore.QEvent.Type
_EVENTS: dict[str, Callable[[QtWidgets.QWidget], QtCore.QEvent]] = {
    "mousePressEvent": partial(_mouse, _Type.MouseButtonPress),
    "mouseMoveEvent": partial(_mouse, _Type.MouseMove),
    "mouseReleaseEvent": partial(_mouse, _Type.MouseButtonRelease),
    "mouseDoubleClickEvent": partial(_mouse, _Type.MouseButtonDblClick),
    "keyPressEvent": partial(_key, _Type.KeyPress),
    "keyReleaseEvent": partial(_key, _Type.KeyRelease),
    "wheelEvent": _wheel,
    "dragEnterEvent": _dragged,
    "resizeEvent": lambda widget: QtGui.QResizeEvent(widget.size(), widget.size()),
    "showEvent": lambda _: QtGui.QShowEvent(),
    "hideEvent": lambda _: QtGui.QHideEvent(),
    "closeEvent": lambda _: QtGui.QCloseEvent(),
    "focusInEvent": lambda _: QtGui.QFocusEvent(_Type.FocusIn),
    "focusOutEvent": lambda _: QtGui.QFocusEvent(_Type.FocusOut),
    "leaveEvent": lambda _: QtCore.QEvent(_Type.Leave),
    "changeEvent": lambda _: QtCore.QEvent(_Type.ActivationChange),
    "event": lambda _: QtCore.QEvent(_Type.StatusTip),
}
"""An event of each kind that a handler here is called with."""
