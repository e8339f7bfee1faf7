"""What is asked of Windows to bound a process; Windows itself is a fake here."""

import ctypes
from typing import Any

import pytest

from runofshow import windows_job


class Kernel:
    """Windows: notes what is asked, and takes it as far as `takes` says."""

    def __init__(self, takes: int = 3) -> None:
        self.takes = takes
        self.asked: list[tuple[Any, ...]] = []

    def _note(self, *asked: Any) -> int:
        self.asked.append(asked)
        return 7 if len(self.asked) <= self.takes else 0

    def CreateJobObjectW(self, *asked: Any) -> int:
        return self._note("create", *asked)

    def SetInformationJobObject(self, job: int, what: int, limits: Any, size: int) -> int:
        copy = windows_job._Limits.from_buffer_copy(limits._obj)
        return self._note("set", job, what, copy, size)

    def AssignProcessToJobObject(self, *asked: Any) -> int:
        return self._note("assign", *asked)

    def GetCurrentProcess(self) -> int:
        return -1


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="sizes of 64 bits")
def test_the_structures_are_as_large_as_those_of_windows() -> None:
    # sizeof in winnt.h, built for x64
    assert ctypes.sizeof(windows_job._Basic) == 64
    assert ctypes.sizeof(windows_job._Limits) == 144
    places = {
        name: getattr(windows_job._Limits, name).offset for name, _ in windows_job._Limits._fields_
    }
    assert places["io_counters"] == 64
    assert places["process_memory"] == 112
    assert windows_job._Basic.flags.offset == 16
    assert windows_job._Basic.affinity.offset == 48


def test_the_process_is_put_into_a_job_of_so_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = Kernel()
    monkeypatch.setattr(windows_job, "_kernel", lambda: kernel)
    assert windows_job.bound(1_000_000, 60)
    create, set_, assign = kernel.asked
    assert (create, assign) == (("create", None, None), ("assign", 7, -1))
    _, job, what, limits, size = set_
    assert (job, what, size) == (7, 9, ctypes.sizeof(windows_job._Limits))
    assert (limits.process_memory, limits.basic.flags) == (1_000_000, 0x102)
    assert limits.basic.process_time == 600_000_000


@pytest.mark.parametrize("takes", [0, 1, 2])
def test_a_windows_that_refuses_is_no_error(monkeypatch: pytest.MonkeyPatch, takes: int) -> None:
    kernel = Kernel(takes)
    monkeypatch.setattr(windows_job, "_kernel", lambda: kernel)
    assert not windows_job.bound(1_000_000, 60)
    assert len(kernel.asked) == takes + 1
