"""A file that was read, over the rundown: the file at the left, the rundown it becomes at the
right, and below them the doubts, one topic at a time.

It is no dialog: the show runs on beside it, and GO's keys are GO's. Doubts of one kind are one
topic (formats/topics.py): Up and Down walk the topics, Enter leaves all guesses of one and goes on,
a digit opens one of its doubts; there Up and Down walk its doubts, Enter leaves that one, and
Escape goes back to all of them. A digit takes an answer, F2 corrects, Ctrl+Z takes the last step
back, Left and Right change the day, Ctrl+Enter takes the rundown, and Escape leaves everything as
it was. Tab goes to the items and back: there a digit opens a field, and Delete takes the item out.
"""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.formats.columns import FIELDS
from runofshow.formats.proof import Proof
from runofshow.formats.source import Place, column_name
from runofshow.formats.topics import Topic, answers_for_all, given_to_all, topics, waiting
from runofshow.ui.operator.digits import digit_of
from runofshow.ui.operator.doubt_walk import (
    Spot,
    at_doubt,
    at_topic,
    first_open,
    next_open,
    opened,
    walked,
)
from runofshow.ui.operator.draft_choosers import Chooser, Entry
from runofshow.ui.operator.draft_floor import DraftFloor
from runofshow.ui.operator.draft_rows import FIELDS as SLOT_FIELDS
from runofshow.ui.operator.draft_rows import (
    Shown,
    doubt_shown,
    draft_rows,
    editable,
    field_texts,
    places_read,
    slot_read_at,
    slot_shown,
)
from runofshow.ui.operator.draft_topics import lines_of, topic_lines, topic_shown, within_topic
from runofshow.ui.operator.key_names import filled
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.source_view import field_named
from runofshow.ui.operator.strokes import asks_first, strokes
from runofshow.ui.texts import Words
from runofshow.ui.texts.importing import ImportingWords, importing_words
from runofshow.ui.theme import Theme

Key: Final = QtCore.Qt.Key
_CTRL: Final = QtCore.Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = QtCore.Qt.KeyboardModifier.ShiftModifier
_OURS: Final = frozenset(
    (
        Key.Key_Up,
        Key.Key_Down,
        Key.Key_Left,
        Key.Key_Right,
        Key.Key_Return,
        Key.Key_Escape,
        Key.Key_Tab,
        Key.Key_Backtab,
    )
)


class DraftSheet(DraftFloor):
    """The sheet.

    Attributes: proof (None while reading); topics, of its doubts; spot, the topic and the doubt
    looked at, or None; slot, the id of the item looked at instead, or ""; revises, whether the file
    is to revise the day.
    Signals: answered(choices by the number of the doubt), corrected(number, text), rewritten(slot,
    field, text), dropped(slot), back(), taken(), closed(), day_chosen(ISO date), room_chosen(name,
    or "" for all), column_chosen(column, field).
    """

    answered = QtCore.Signal(object)
    corrected = QtCore.Signal(int, str)
    rewritten = QtCore.Signal(str, str, str)
    dropped = QtCore.Signal(str)
    back = QtCore.Signal()
    taken = QtCore.Signal()
    closed = QtCore.Signal()
    day_chosen = QtCore.Signal(str)
    room_chosen = QtCore.Signal(str)
    column_chosen = QtCore.Signal(int, str)

    def __init__(self, theme: Theme, said: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(theme, importing_words(said.language), parent)
        self.topics: tuple[Topic, ...] = ()
        self.spot: Spot | None = None
        self.slot = self._field = ""
        self.revises = False
        self._connect()
        self.speak(said)

    def _connect(self) -> None:
        self.head.taken.connect(self._take)
        self.head.closed.connect(self.closed)
        self.head.day_chosen.connect(self.day_chosen)
        self.head.room_chosen.connect(self.room_chosen)
        self.card.chosen.connect(self.choose)
        self.card.topics.picked.connect(self._pick_topic)
        self.card.written.connect(self._written)
        self.card.left.connect(self._leave_line)
        self.card.turned.connect(self._next_field)
        self.slots.picked.connect(self._pick_slot)
        self.source.picked.connect(self._pick_place)
        self.source.column_picked.connect(self._offer_fields)

    # --- values in -----------------------------------------------------------------------------

    def read(self, name: str, done: int = 0, total: int = 0) -> None:
        """Say that a file is being read, and how far."""
        self.proof, self._name, self._stuck = None, name, False
        self.words = self._words(self._said)
        self.head.speak(self.words)
        form = self.words.progress if total else self.words.reading
        self._status = form.format(file=name, done=done, total=total)
        self._show()

    def fail(self, name: str, why: str) -> None:
        """Say why a file cannot be read."""
        self.proof, self._name, self._status, self._stuck = None, name, why, True
        self._show()

    def put(self, proof: Proof, name: str) -> None:
        """Show a proof; of a new file, from its first doubt on."""
        anew = self.proof is None or proof.draft is not self.proof.draft
        anew = anew or proof.chosen != self.proof.chosen  # type: ignore[union-attr]
        former = None if anew else self.proof
        self.proof, self._name, self._status, self._stuck = proof, name, "", False
        draft = proof.draft
        named = {at: field_named(field, self.words) for at, field in (draft.columns or {}).items()}
        self.source.put(draft.source, named, draft.header)
        if anew:
            self.topics = topics(proof)
            self.spot, self.slot = first_open(self.topics, proof), ""
        if self.slot:
            self.slot = _back_again(former, proof) or self.slots.nearest(
                self.slot, proof.show.outline.by_id
            )
        self.slots.put(draft_rows(proof, self.words))
        self._show()
        self._look()

    def refuse(self, why: str) -> None:
        """Say why an answer or a correction does not do."""
        self.card.refuse(why)

    def accepted(self) -> None:
        """A correction was taken: the line goes, and the next doubt comes, if one was answered."""
        self._leave_line()
        if not self.slot:
            self._go_on()

    def _words(self, said: Words) -> ImportingWords:
        """The words of a language; of a file that revises the day, what taking it does."""
        own, naming = importing_words(said.language), said.window
        own = own._replace(
            correct=filled(own.correct, naming),
            drop=filled(own.drop, naming),
            back=filled(own.back, naming),
        )
        if not self.revises:
            return own
        return own._replace(take=own.revise, take_tip=own.revise_tip, takes=own.revises)

    def speak(self, said: Words) -> None:
        """Say everything in the language of `said`."""
        self._said = said
        self.words, self._strokes = self._words(said), strokes(Scope.DRAFT, said.window)
        for part in (self.head, self.legend, self.card):
            part.speak(self.words)
        if self.proof is not None:
            self.put(self.proof, self._name)
        else:
            self._show()

    # --- doubts --------------------------------------------------------------------------------

    def walk(self, by: int) -> None:
        """Look at the topic, the doubt of one that was opened, or the item, before or after."""
        if self.slot:
            self.slot = self.slots.beside(self.slot, by)
        elif self.spot is not None:
            self.spot = walked(self.topics, self.spot, by)
        self._look()

    def choose(self, index: int) -> None:
        """Take what stands on this digit.

        The answer of a doubt, or its tick where several may stand; the answer to a whole topic, or
        one of its doubts to look at; the field of an item to write.
        """
        proof, spot = self.proof, self.spot
        if self.slot:
            self._write_field(index)
        elif proof is not None and spot is not None:
            if spot.doubt is None:
                self._choose_of_all(proof, self.topics[spot.topic], index)
            elif index < len(proof.doubts[spot.doubt].choices):
                self._choose_of_one(proof, spot.doubt, index)

    def _choose_of_one(self, proof: Proof, number: int, index: int) -> None:
        if not proof.doubts[number].several:
            self._answer({number: (index,) if index else ()})
            return
        ticks = set(proof.taken.get(number, ())) ^ {index}
        self.answered.emit({number: tuple(sorted(ticks))})

    def _choose_of_all(self, proof: Proof, topic: Topic, index: int) -> None:
        codes, lines = answers_for_all(proof, topic), lines_of(proof, topic, self.words)
        if index < len(codes):
            self._answer(given_to_all(proof, topic, codes[index]))
        elif index - len(codes) < len(lines):
            self.look_at(lines[index - len(codes)].doubts[0])

    def leave_guess(self) -> None:
        """Leave what was guessed, of all the topic or of the doubt looked at, and go on."""
        proof, spot = self.proof, self.spot
        if self.slot:
            self.walk(1)
        elif proof is not None and spot is not None:
            topic = self.topics[spot.topic]
            asked = topic.doubts if spot.doubt is None else (spot.doubt,)
            left = {number: () for number in asked if topic.asks and proof.open(number)}
            if left:
                self._answer(left)
            else:
                self._go_on()

    def _answer(self, choices: Mapping[int, tuple[int, ...]]) -> None:
        """Answer, and go on unless it is refused."""
        before = self.proof
        self.answered.emit(choices)
        if self.proof is not before:
            self._go_on()

    def _go_on(self) -> None:
        """To what waits for an answer next."""
        if self.proof is not None and self.spot is not None:
            self.spot = next_open(self.topics, self.proof, self.spot)
            self._look()

    def look_at(self, number: int) -> None:
        """Look at the doubt of that number."""
        self.spot, self.slot = at_doubt(self.topics, number), ""
        self._look()

    def _pick_topic(self, index: int) -> None:
        self.spot, self.slot = at_topic(self.topics, index), ""
        self._look()
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> None:
        """From one doubt of a topic to all of them; from there, leave the page."""
        if self.spot is not None and not self.slot and opened(self.topics, self.spot):
            self._pick_topic(self.spot.topic)
        else:
            self.closed.emit()

    def _look(self) -> None:
        """Show what is looked at, its slots, and where it was read."""
        proof, spot = self.proof, self.spot
        self.card.close_line()
        if proof is None:
            return
        at = None if spot is None or self.slot else spot.topic
        self.card.topics.put(topic_lines(proof, self.topics, at, self.words.language))
        if self.slot:
            self.card.put(slot_shown(proof, self.slot, self.words))
            self._light(proof, (), self.slot)
        elif spot is None:
            self.card.put(None, self.words.no_doubt)
        elif spot.doubt is None:
            topic = self.topics[spot.topic]
            self.card.put(topic_shown(proof, topic, self.words))
            self._light(proof, topic.doubts)
        else:
            self.card.put(self._doubt_shown(proof, spot, spot.doubt))
            self._light(proof, (spot.doubt,))

    def _doubt_shown(self, proof: Proof, spot: Spot, number: int) -> Shown:
        topic, within = self.topics[spot.topic], ""
        if opened(self.topics, spot):
            within = within_topic(topic, number, self.words.language)
        return doubt_shown(proof, number, self.words, within)

    def _light(self, proof: Proof, numbers: tuple[int, ...], slot: str = "") -> None:
        """Light the slots that these doubts are about, or one slot, and where they were read."""
        self.source.light(*places_read(proof, numbers, slot))
        self.slots.choose(*([proof.doubts[number].slot for number in numbers] or [slot]))

    def _pick_slot(self, slot: str) -> None:
        """Look at the first open doubt about an item; if there is none, at the item itself."""
        proof = self.proof
        if proof is None:
            return
        about = [at for at in waiting(proof) if proof.doubts[at].slot == slot]
        if about and slot not in (self.slot, self.slots.chosen):
            self.look_at(about[0])
        else:
            self.slot = slot
            self._look()
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def turn_to_slots(self) -> None:
        """From the doubts to the items, at the one looked at; or back."""
        if self.proof is not None and self.slots.rows:
            self.slot = "" if self.slot else self.slots.chosen or self.slots.rows[0].id
            self._look()

    def drop(self) -> None:
        """Take the item looked at out."""
        if self.slot:
            self.dropped.emit(self.slot)

    def _pick_place(self, place: Place) -> None:
        """Look at the slot that was read there."""
        if self.proof is None:
            return
        found = slot_read_at(self.proof, place)
        if found is not None:
            self._pick_slot(found)
        self.source.light(place)

    # --- corrections ---------------------------------------------------------------------------

    def correct(self) -> None:
        """Open the line in which the field that the doubt is about is written anew."""
        proof, spot = self.proof, self.spot
        if self.slot:
            self._write_field(0)
            return
        if proof is None or spot is None or spot.doubt is None or not editable(proof, spot.doubt):
            return
        self.card.put(self._doubt_shown(proof, spot, spot.doubt))
        self.card.correct(proof.doubts[spot.doubt].value or "")

    def _write_field(self, index: int) -> None:
        """Open the line for a field of the item looked at."""
        if self.proof is None or index >= len(SLOT_FIELDS):
            return
        self._field = SLOT_FIELDS[index]
        shown = slot_shown(self.proof, self.slot, self.words)
        named = self.words.field_names.get(self._field, self._field)
        self.card.put(shown._replace(said=named.capitalize(), keys=self.words.writing))
        self.card.correct(field_texts(self.proof, self.slot, self.words.language)[index])

    def _next_field(self, by: int) -> None:
        """Up and Down in the line: the field before or after, nothing written."""
        if self.slot:
            self._write_field((SLOT_FIELDS.index(self._field) + by) % len(SLOT_FIELDS))

    def _written(self, text: str) -> None:
        if self.slot:
            self.rewritten.emit(self.slot, self._field, text)
        elif self.spot is not None and self.spot.doubt is not None:
            self.corrected.emit(self.spot.doubt, text)

    def _leave_line(self) -> None:
        self.card.close_line()
        if self.slot:
            self._look()
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    # --- columns -------------------------------------------------------------------------------

    def _offer_fields(self, column: int, at: QtCore.QPoint) -> None:
        """What a column may be taken for."""
        if self.proof is None or self.proof.draft.columns is None:
            return
        own, now = self.words, self.proof.draft.columns.get(column, "aside")
        others = [now] if now not in FIELDS else []
        entries = [
            Entry(field_named(field, own) or own.fields["aside"], field, field == now)
            for field in (*others, *FIELDS)
        ]
        title = own.column.format(column=column_name(column + 1))
        taken = partial(self.column_chosen.emit, column)
        Chooser(self, self.theme, entries, taken, title=title, seek=own.seek_room).popup(at)

    # --- keys ----------------------------------------------------------------------------------

    def event(self, event: QtCore.QEvent) -> bool:
        asked = asks_first(event)
        if asked is not None:
            plain = not asked.modifiers() & ~_SHIFT and asked.key() in _OURS
            takes = asked.modifiers() == _CTRL and asked.key() == Key.Key_Return
            digit = _choice(asked) is not None
            if plain or takes or digit or self._strokes.meaning(asked):
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab is a key of ours

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        held, digit = event.modifiers(), _choice(event)
        match event.key():
            case Key.Key_Return if held & _CTRL:
                self._take()
            case _ if name := self._strokes.meaning(event):
                self._do(name)
            case Key.Key_Return:
                self.leave_guess()
            case Key.Key_Down | Key.Key_Up:
                self.walk(1 if event.key() == Key.Key_Down else -1)
            case Key.Key_Left | Key.Key_Right:
                self.head.turn_day(1 if event.key() == Key.Key_Right else -1)
            case Key.Key_Tab | Key.Key_Backtab:
                self.turn_to_slots()
            case Key.Key_Escape:
                self.step_back()
            case _ if digit is not None:
                self.choose(digit - 1)
            case _:
                super().keyPressEvent(event)

    def _do(self, name: str) -> None:
        """Do what a key of the sheet's own means, by its name in the table."""
        match name:
            case "draft_back":
                self.back.emit()
            case "draft_correct":
                self.correct()
            case "draft_drop":
                self.drop()
            case "draft_room_after" | "draft_room_before":
                self.head.turn_room(1 if name == "draft_room_after" else -1)

    def _take(self) -> None:
        if self.proof is not None:
            self.taken.emit()


def _choice(event: QtGui.QKeyEvent) -> int | None:
    """The digit of a choice, from 1, by where its key lies."""
    return digit_of(event, QtGui.QGuiApplication.platformName()) or None


def _back_again(former: Proof | None, proof: Proof) -> str:
    """The first item that `former` had not, as when one taken out is given back; else nothing."""
    if former is None:
        return ""
    had = former.show.outline.by_id
    return next((slot for slot in proof.show.outline.by_id if slot not in had), "")
