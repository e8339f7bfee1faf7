"""Guesses: who tries one secret after another is told of once; who is only mistaken never."""

import logging

import pytest

from runofshow.net.guesses import KEYS, PINS, QUIET, REMEMBERED, WITHIN, Bar, Guesses
from tests.rows import each_row


def made(bar: Bar = KEYS) -> tuple[Guesses, list[str]]:
    told: list[str] = []
    return Guesses("key", bar, told.append), told


def test_one_who_tries_several_is_told_once_and_again_after_a_while(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    guesses, told = made()
    for number in range(KEYS.each):
        assert told == []
        guesses.wrong(f"secret {number}", "10.0.0.9", number)
    assert told == ["10.0.0.9"]
    for number in range(100):
        guesses.wrong(f"more {number}", "10.0.0.9", 10 + number)
    assert told == ["10.0.0.9"]
    guesses.wrong("and more", "10.0.0.9", KEYS.each + QUIET)
    assert told == ["10.0.0.9"]  # one alone, after so long
    for number in range(KEYS.each):
        guesses.wrong(f"again {number}", "10.0.0.9", KEYS.each + QUIET)
    assert told == ["10.0.0.9"] * 2
    assert [record.levelno for record in caplog.records] == [logging.INFO] * 2
    assert "secret" not in caplog.text


def test_who_is_only_mistaken_guesses_nothing() -> None:
    guesses, told = made()
    for second in range(1000):
        guesses.wrong("yesterday's", "10.0.0.9", second)  # a tablet that tries all day
        guesses.wrong("", "10.0.0.8", second)  # one who says nothing at all
        guesses.wrong(f"{second // 80}", "10.0.0.7", second)  # a hand that mistypes now and then
    for tablet in range(KEYS.all - 10):
        guesses.wrong(f"tablet {tablet}", f"10.0.1.{tablet}", 2000)
    assert told == []


@each_row("bar", [KEYS, PINS])
def test_many_addresses_together_are_told_of_too(bar: Bar) -> None:
    guesses, told = made(bar)
    for number in range(bar.all):
        guesses.wrong(bytes([number + 1]), f"10.0.0.{number}", 0.0)
    assert told == [f"10.0.0.{bar.all - 1}"]


def test_it_remembers_so_many_and_for_so_long() -> None:
    guesses, _ = made()
    for number in range(REMEMBERED + 50):
        guesses.wrong(f"{number}", "10.0.0.9", 0)
    assert len(guesses._wrong) == REMEMBERED
    guesses.wrong("late", "10.0.0.9", WITHIN + 1)
    assert len(guesses._wrong) == 1
