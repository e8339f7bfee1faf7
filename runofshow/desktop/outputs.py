"""The outputs at work: each a window on its screen, opened, dressed and remembered.

- The first is the stage. It is always there, opens with the program, and takes a free screen when
  it was given none. Every other opens as it was left, on the screen that it was given or nowhere.
- A screen given to one output is taken from the other that had it, which gets the former's.
- A frozen picture and a test pattern are for rehearsals and for rigging: an item that goes on air
  lifts them all. While it runs, an output that is not for those who speak may be tested again.
"""

from functools import partial
from typing import Any, Final, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.core.board import Board
from runofshow.desktop.memory import Memory
from runofshow.store.settings import STAGE, Output, ScreenIdentity
from runofshow.ui.demo import possible
from runofshow.ui.hall import Hall
from runofshow.ui.home import Home
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.outlet import Outlet, called, fresh_key, joins, look_of, palette_named
from runofshow.ui.place import AWAY, Place, Why
from runofshow.ui.placing import Neighbours, StagePlacer
from runofshow.ui.screens import Identity, diagonal, find, identity, in_order, likeness
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts import words

FULL_HD: Final = (1920, 1080)
"""What an output is taken to paint until its screen is known."""


class Post(NamedTuple):
    """An output's window, and what keeps it in its place."""

    window: StageWindow
    placer: StagePlacer


class Outputs(QtCore.QObject):
    """All outputs of this machine.

    Attributes: hall, their windows; home, which keeps the régie's own window on its screen.
    Signals: changed() when anything that `outlets` tells is another; pictured(key, Face) when one
    shows something else; made(StageWindow) for each window but the first; placed(key, Place) when
    one has gone to another place; forgotten(key); lifted() when what was frozen or tested shows the
    show again; aired() when another item is on air.
    """

    changed = QtCore.Signal()
    pictured = QtCore.Signal(str, object)
    made = QtCore.Signal(object)
    placed = QtCore.Signal(str, object)
    forgotten = QtCore.Signal(str)
    lifted = QtCore.Signal()
    aired = QtCore.Signal()

    def __init__(self, window: OperatorWindow, hall: Hall, memory: Memory) -> None:
        super().__init__(window)
        self.hall = hall
        self._window, self._memory = window, memory
        self.home = Home(window)
        self._among = Neighbours(self.home)
        self._posts: dict[str, Post] = {}
        self._live = False
        self._aired: str | None = None
        self._take(self._stage, hall.stage)
        window.stage_window_asked.connect(self.toggle_window)
        window.stage_screen_asked.connect(partial(self.give, STAGE))
        memory.changed.connect(lambda _: self.dress())

    # --- what there is -------------------------------------------------------------------------

    @property
    def all(self) -> tuple[Output, ...]:
        """The outputs as they are remembered, the stage first."""
        return self._memory.settings.outputs

    @property
    def _stage(self) -> Output:
        return self._memory.settings.stage

    @property
    def stage(self) -> StagePlacer:
        """What keeps the stage in its place."""
        return self._posts[STAGE].placer

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """How each output stands."""
        return tuple(self._outlet(each, number) for number, each in enumerate(self.all, start=1))

    def _outlet(self, output: Output, number: int) -> Outlet:
        post = self._posts.get(output.key)
        screen = self._screen(output, post)
        told = None if screen is None else diagonal(screen)
        pixels = self._pixels(output, post, screen)
        if post is None:
            return Outlet(output, number, AWAY, pixels=pixels, told=told)
        window, place = post.window, post.placer.place
        done = window.dark, window.frozen, window.testing
        return Outlet(output, number, place, *done, pixels, told)

    def _screen(self, output: Output, post: Post | None) -> QtGui.QScreen | None:
        """The screen that an output fills, else the one that it was given, if it is there."""
        if output.as_window:
            return None
        if post is not None and post.placer.covers is not None:
            return post.placer.covers
        given = wanted(output)
        return None if given is None else find(given, in_order())

    def _pixels(
        self, output: Output, post: Post | None, screen: QtGui.QScreen | None
    ) -> tuple[int, int]:
        """Width and height that an output paints, or would."""
        if output.as_window:
            return output.width, output.height
        if screen is not None:
            size = screen.size() * screen.devicePixelRatio()
        elif post is not None and post.window.isVisible():
            size = post.window.size() * post.window.devicePixelRatio()
        else:
            return FULL_HD
        return size.width(), size.height()

    def window_of(self, key: str) -> StageWindow | None:
        """The window of the output of that key, once it was opened."""
        post = self._posts.get(key)
        return None if post is None else post.window

    def _post(self, output: Output) -> Post:
        """The output at work, made now if need be."""
        if output.key not in self._posts:
            window = StageWindow(words(self._language(output)).stage)
            window.typed.connect(self._window.typed)
            window.file_dropped.connect(self._window.open_asked)
            self._take(output, window)
            self.made.emit(window)
        return self._posts[output.key]

    def _take(self, output: Output, window: StageWindow) -> None:
        """Let `window` be that output."""
        first = window is self.hall.stage
        placer = StagePlacer(window, self._window, wanted(output), self._among, roams=first)
        self._posts[output.key] = Post(window, placer)
        placer.changed.connect(partial(self._placed, output.key))
        placer.moved.connect(partial(self._moved, output.key))
        window.picture_changed.connect(partial(self.pictured.emit, output.key))
        window.resized.connect(self.changed)
        window.close_asked.connect(placer.close if first else partial(self.shut, output.key))
        self._dress(output)

    def _placed(self, key: str, place: Place) -> None:
        self.placed.emit(key, place)
        self.changed.emit()

    # --- opening and closing -------------------------------------------------------------------

    def open(self) -> None:
        """Bring up the stage, and the others that were open."""
        for output in self.all:
            if output.on or output.key == STAGE:
                self._open(output)

    def toggle_window(self) -> None:
        """Show the stage in an ordinary window, or take it back to where it would be."""
        placer = self.stage
        if self._stage.as_window:
            self._open(self._stage)
        elif placer.place.state == "beside":
            placer.close()
        else:
            placer.open_beside()

    def put_away(self, why: Why = "") -> None:
        """Hide all of them until they are opened again."""
        for post in self._posts.values():
            post.placer.put_away(why)

    def leave(self) -> None:
        """Close all for good; what was open is remembered as open."""
        self.put_away()
        for key in [key for key in self._posts if key != STAGE]:
            self._forget(key)

    def bring(self, key: str) -> None:
        """Open the output of that key, and remember that it is."""
        self._memory.change_output(key, on=True)
        self._open(self._output(key))

    def shut(self, key: str) -> None:
        """Close the output of that key, and remember that it is; the stage is back next time."""
        self._memory.change_output(key, on=False)
        if key in self._posts:
            self._posts[key].placer.put_away()

    def _open(self, output: Output) -> None:
        placer = self._post(output).placer
        if not output.as_window:
            placer.open()
            return
        place = None
        if output.left is not None and output.top is not None:
            place = QtCore.QPoint(output.left, output.top)
        placer.open_window(QtCore.QSize(output.width, output.height), place)

    def _output(self, key: str) -> Output:
        return next(each for each in self.all if each.key == key)

    # --- the list ------------------------------------------------------------------------------

    def add(self, layout: str = "timer") -> str:
        """A new output without a screen, closed; returns its key."""
        output = Output(key=fresh_key(self.all), layout=layout, on=False)
        self._memory.change(outputs=(*self.all, output))
        return output.key

    def remove(self, key: str) -> None:
        """Forget an output; never the stage."""
        if key == STAGE:
            return
        if key in self._posts:
            self._forget(key)
        self._memory.change(outputs=tuple(each for each in self.all if each.key != key))

    def _forget(self, key: str) -> None:
        """Let the window of an output go."""
        window, placer = self._posts.pop(key)
        self.hall.unseat(window)
        placer.part()
        window.deleteLater()
        self.forgotten.emit(key)

    def change(self, key: str, **fields: Any) -> None:
        """Give fields of an output other values; what is open changes at once."""
        before = self._output(key)
        self._memory.change_output(key, **fields)
        after = self._output(key)
        sized = ("as_window", "width", "height")
        resized = any(getattr(before, field) != getattr(after, field) for field in sized)
        if resized and key in self._posts and self._posts[key].placer.place != AWAY:
            self._open(after)

    def give(self, key: str, screen: str | None) -> None:
        """Have an output on the screen of that label; None: the stage on any that is free.

        Whoever had it gets the screen that the output leaves.
        """
        found = next((each for each in in_order() if identity(each).label == screen), None)
        if screen is not None and found is None:
            return
        mine = self._output(key)
        had = None if found is None else self._holder(identity(found), key)
        now = None if found is None else ScreenIdentity(**identity(found).as_json())
        if had is not None:
            self._memory.change_output(had.key, screen=mine.screen)
            self._assign(had.key, wanted(mine))
        self._memory.change_output(key, screen=now)
        if key == STAGE and not mine.as_window:
            self.stage.choose(None if found is None else identity(found))
        else:
            self._assign(key, None if found is None else identity(found))

    def _holder(self, screen: Identity, but: str) -> Output | None:
        """The other output that was given `screen`."""
        for each in self.all:
            given = wanted(each)
            if each.key != but and given is not None and likeness(given, screen) == 0:
                return each
        return None

    def _assign(self, key: str, screen: Identity | None) -> None:
        if key in self._posts:
            self._posts[key].placer.assign(screen)

    # --- what is done to one alone -------------------------------------------------------------

    def show(self, key: str, what: str) -> str:
        """Have one output show "live", or be "dark", "frozen" (keep its picture) or a "test".

        Why not, if it must not: the name of a text.
        """
        if key not in self._posts:
            return ""
        output, window = self._output(key), self._posts[key].window
        if self._live and (what == "frozen" or (what == "test" and joins(output))):
            return "not_while_live"
        window.darken(what == "dark")
        window.freeze(what == "frozen")
        if what == "test":
            window.test(self._called(output), self._posts[key].placer.place.screen)
        else:
            window.end_test()
        self.changed.emit()
        return ""

    def heed(self, board: Board) -> None:
        """What is live is shown: frozen pictures and patterns go when an item goes on air."""
        air = board.on_air
        begun = air is not None and air.slot != self._aired
        self._live, self._aired = not possible(board), None if air is None else air.slot
        if not (begun or self._live):
            return
        if begun:
            self.aired.emit()
        for key, post in self._posts.items():
            window, speaks = post.window, self.hall.speakers.has(post.window)
            if window.frozen or (window.testing and (begun or speaks)):
                self.show(key, "live")
                self.lifted.emit()

    def _called(self, output: Output) -> str:
        """How an output is called in its own language."""
        return called(output, self.all.index(output) + 1, self._language(output))

    # --- dress ---------------------------------------------------------------------------------

    def _language(self, output: Output) -> str:
        return output.language or self._window.words.language

    def dress(self) -> None:
        """Let every window look as it was chosen, in its language and colours."""
        for output in self.all:
            if output.key in self._posts:
                self._dress(output)
        self.changed.emit()

    def _moved(self, key: str, at: QtCore.QPoint) -> None:
        """A window to be captured was put elsewhere: it stays there."""
        self._memory.change_output(key, left=at.x(), top=at.y())

    def _dress(self, output: Output) -> None:
        window = self._posts[output.key].window
        said = words(self._language(output)).stage
        palette = palette_named(output, self._memory.settings.palette)
        if palette != window.palette_used:
            window.wear(palette)
        window.dress(look_of(output))
        window.speak(said)
        if window is not self.hall.stage:
            window.setWindowTitle(self._called(output))
        self.hall.seat(window, joins(output))
        if window is self.hall.stage:
            self._window.stage_dressed(window.look, window.palette_used)


def wanted(output: Output) -> Identity | None:
    """The screen that an output was given."""
    return None if output.screen is None else Identity.of_json(output.screen.model_dump())
