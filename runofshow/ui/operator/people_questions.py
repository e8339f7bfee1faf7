"""What the line asks about people: a microphone, who replaces whom, how long before a call. No Qt.

A question is about a person, found anew on each board: the day goes on while somebody types.
"""

from collections.abc import Callable
from functools import partial

from runofshow.core import commands, times
from runofshow.core.board import Board
from runofshow.core.misreadings import why_misread
from runofshow.core.plurals import counted
from runofshow.core.times import Misread, show_length
from runofshow.ui.operator.attendance import Person, people, replacing, ringing, wiring
from runofshow.ui.operator.questions import NO_MORE, Asked, Question, Reader, Reading
from runofshow.ui.texts.people import PeopleWords, people_words


def of_mic(person: Person) -> Question:
    """Which microphone somebody wears."""
    return _about(
        lambda w: w.ask_mic.format(name=person.name),
        lambda w: w.hint_mic,
        partial(_read_mic, person.key),
    )


def of_phone(person: Person) -> Question:
    """At which number somebody is rung."""
    return _about(
        lambda w: w.ask_phone.format(name=person.name),
        lambda w: w.hint_phone,
        partial(_read_phone, person.key),
    )


def of_replacement(person: Person) -> Question:
    """Who speaks in somebody's place."""
    return _about(
        lambda w: w.ask_replace.format(name=person.name),
        lambda w: w.hint_replace,
        partial(_read_replacement, person.key),
    )


def of_calls() -> Question:
    """How long before their item people are called, on the whole day."""
    return _about(lambda w: w.ask_calls, lambda w: w.hint_calls, _read_calls)


def _about(
    label: Callable[[PeopleWords], str], hint: Callable[[PeopleWords], str], read: Reader
) -> Question:
    """A question in the words of people; its answer is words too."""
    return Question(
        lambda w: label(people_words(w.language)),
        lambda w: hint(people_words(w.language)),
        read,
        airing=False,
        long=True,
    )


def _person(board: Board, key: str) -> Person | None:
    return next((each for each in people(board) if each.key == key), None)


def _read_mic(key: str, text: str, asked: Asked) -> Reading:
    words, person = _words(asked), _person(asked.board, key)
    if person is None:
        return Reading(words.nobody_chosen)
    if text.lower() in NO_MORE:
        return Reading(words.echo_no_mic.format(name=person.name), (wiring(person, None),))
    return Reading(words.echo_mic.format(name=person.name, mic=text), (wiring(person, text),))


def _read_phone(key: str, text: str, asked: Asked) -> Reading:
    words, person = _words(asked), _person(asked.board, key)
    if person is None or not person.ahead:
        return Reading(words.nobody_chosen)
    phone = None if text.lower() in NO_MORE else text
    echo = words.echo_no_phone if phone is None else words.echo_phone
    return Reading(echo.format(name=person.name, phone=phone), (ringing(person, phone),))


def _read_replacement(key: str, text: str, asked: Asked) -> Reading:
    words, person = _words(asked), _person(asked.board, key)
    if person is None or not person.ahead:
        return Reading(words.nobody_chosen)
    count = len({place.row.id for place in person.ahead})
    facts = {"other": text, "name": person.name, "count": count}
    echo = counted(words.echo_replace, words.language, facts)
    return Reading(echo, (replacing(person, text),))


def _read_calls(text: str, asked: Asked) -> Reading:
    words = _words(asked)
    if text.lower() in NO_MORE:
        return Reading(words.echo_no_calls, (commands.Edit(set={"call_before": None}),))
    try:
        length = times.read_length(text)
    except Misread as misread:
        said = why_misread(misread).text(asked.words.language) if misread.why else words.hint_calls
        return Reading(said)
    echo = words.echo_calls.format(length=show_length(length))
    return Reading(echo, (commands.Edit(set={"call_before": times.write_length(length)}),))


def _words(asked: Asked) -> PeopleWords:
    return people_words(asked.words.language)
