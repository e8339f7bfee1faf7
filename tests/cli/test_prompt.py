"""What is typed on a terminal, key by key."""

from hypothesis import given
from hypothesis import strategies as some

from runofshow.cli.prompt import Prompt
from tests.rows import each_row


@each_row(
    "keys, lines, left",
    [
        (b"go\r", ["go"], ""),
        (b"go\n", ["go"], ""),
        (b"go", [], "go"),
        (b"gi\x7fo\n", ["go"], ""),
        (b"x\x15go", [], "go"),
        (b"say one two\x17", [], "say one"),
        (b"\x7f\x7fgo", [], "go"),
        (b"g\x1b[Ao\x1b[3~\x1bOP\x1b[15;5~\n", ["go"], ""),
        (b"g\x01\x04o\t", [], "go"),
        ("dire été\n".encode(), ["dire été"], ""),
        (b"a\nb\nc", ["a", "b"], "c"),
    ],
)
def test_keys_make_lines(keys: bytes, lines: list[str], left: str) -> None:
    prompt = Prompt()
    assert prompt.take(keys) == lines
    assert prompt.text == left


@given(some.text(some.characters(codec="utf-8"), max_size=40), some.integers(1, 5))
def test_keys_may_come_in_pieces(text: str, size: int) -> None:
    data = f"{text}\n".encode()
    whole, pieces = Prompt(), Prompt()
    expected = whole.take(data)
    found = [line for at in range(0, len(data), size) for line in pieces.take(data[at : at + size])]
    assert (found, pieces.text) == (expected, whole.text)


def test_a_line_has_its_end() -> None:
    prompt = Prompt()
    prompt.take(b"x" * 5000)
    assert len(prompt.text) == 2000
