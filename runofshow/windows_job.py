"""How a process bounds itself on Windows: a Job object that it puts itself into.

What is beyond `memory` is not given to it (in Python a MemoryError), and the system ends it after
`seconds` of work. From the documentation of SetInformationJobObject and of
JOBOBJECT_EXTENDED_LIMIT_INFORMATION; jobs may be nested since Windows 8. Tested against a fake: not
run on Windows yet. Where Windows refuses, time alone bounds the process (reading.py).
"""

import ctypes
import sys
from typing import Any, Final

_EXTENDED_LIMITS: Final = 9
"""JobObjectExtendedLimitInformation."""
_PROCESS_TIME: Final = 0x0002
_PROCESS_MEMORY: Final = 0x0100
_TICKS: Final = 10_000_000
"""Of 100 ns in a second."""


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; between the two IO_COUNTERS."""

    _fields_ = (
        ("basic", _Basic),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def bound(memory: int, seconds: int) -> bool:
    """Bound this process to so many bytes and seconds of work; whether Windows took it."""
    kernel = _kernel()
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return False
    limits = _Limits(process_memory=memory)
    limits.basic.flags = _PROCESS_TIME | _PROCESS_MEMORY
    limits.basic.process_time = seconds * _TICKS
    size = ctypes.sizeof(limits)
    set_ = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
    return bool(set_ and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()))


def _kernel() -> Any:
    """The functions of Windows that are called, their handles as wide as pointers."""
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle, number = ctypes.c_void_p, ctypes.c_uint32
        kernel.CreateJobObjectW.argtypes = (handle, ctypes.c_wchar_p)
        kernel.CreateJobObjectW.restype = handle
        kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, handle, number)
        kernel.GetCurrentProcess.restype = handle
        kernel.AssignProcessToJobObject.argtypes = (handle, handle)
        return kernel
    else:  # noqa: RET505  # the type checker sees one of the two
        raise OSError("Job objects are of Windows")
