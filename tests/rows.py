"""Tables of small cases, a table one test: thousands of tests cost more than what they try.

@each_row("text, hour", [("9h15", time(9, 15)), ("midi", time(12))])
def test_a_time_is_understood(text: str, hour: time) -> None: ...

As `pytest.mark.parametrize`, but all rows are tried in one test, and every one that fails is told
with its values. For rows that leave nothing behind: what the test asks of pytest (a folder, a
window) is made once for all of them.
"""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from types import TracebackType
from typing import Any

import pytest

_SHOWN = 500
"""Signs of a row's values that are told."""


class _Failures:
    """Keeps what fails within it, and lets everything else go on."""

    def __init__(self) -> None:
        self.all: list[Exception] = []
        self.row = ""

    def __enter__(self) -> None:
        """Try a row."""

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, _: TracebackType | None
    ) -> bool:
        """Keep why it fails; what only skips, or was interrupted, goes on its way."""
        if isinstance(why, pytest.fail.Exception):  # which is no Exception
            why = AssertionError(why.msg).with_traceback(why.__traceback__)
        if not isinstance(why, Exception):
            return False
        why.add_note(f"the row: {self.row}")
        self.all.append(why)
        return True


def each_row(
    names: str, rows: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try each row, the values of `names` (one name: the value itself), in one test."""
    wanted = [name.strip() for name in names.split(",")]
    table = [row if len(wanted) > 1 else (row,) for row in rows]
    assert table, "a table without a row tries nothing"

    def of_table(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def of_all(**given: Any) -> None:
            failures = _Failures()
            for row in table:
                values = dict(zip(wanted, row, strict=True))
                failures.row = str(values)[:_SHOWN]
                with failures:
                    test(**given, **values)
            if failures.all:
                count = f"{len(failures.all)} of {len(table)} rows fail"
                raise ExceptionGroup(count, failures.all)

        asked = inspect.signature(test)
        left = [each for name, each in asked.parameters.items() if name not in wanted]
        setattr(of_all, "__signature__", asked.replace(parameters=left))  # noqa: B010
        return of_all

    return of_table
