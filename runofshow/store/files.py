"""Files as people keep them: read with limits, saved whole or not at all, former versions kept.

- `load` reads an ordinary file of a bounded size; anything else gets its sentence at once.
- `save` writes a new file beside the old one, flushes it to the disk and only then renames it
  over the old: after a power cut there is the old file or the new one, never half of one.
- What a save replaces is kept in the data folder, the last `KEPT` versions of each file, so that
  the folder with the user's documents holds nothing of ours.
"""

import contextlib
import errno
import hashlib
import os
import stat
import sys
import threading
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final

from runofshow.core.errors import Unreadable, Unwritable
from runofshow.core.sentences import Sentence

LARGEST: Final = 5_000_000
"""Bytes that `load` takes unless told otherwise."""
KEPT: Final = 20
"""Former versions kept of each file."""
_MEGA: Final = 1_000_000
_NAME: Final = 40
"""Letters of a file's name that names made from it keep: each may take four bytes of 255."""
_LEFT_BEHIND: Final = 3600.0
"""Seconds after which a temporary file is one that a killed program left."""


# --- reading -----------------------------------------------------------------------------------


def load(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of the file; at most `largest`. Raises Unreadable with the remedy."""
    try:
        found = path.stat()
        _ordinary(path, found, largest)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise _unreadable(path, error) from None
    except ValueError:  # a NUL in the name
        raise Unreadable("file_missing", _shown(path)) from None
    if len(data) > largest:  # it grew meanwhile
        raise _too_big(path, len(data), largest)
    return data


def _ordinary(path: Path, found: os.stat_result, largest: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise Unreadable("file_is_folder", _shown(path))
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable("file_not_plain", _shown(path))
    if found.st_size > largest:
        raise _too_big(path, found.st_size, largest)


def _too_big(path: Path, size: int, largest: int) -> Unreadable:
    return Unreadable(
        "file_too_big", _shown(path), size=-(-size // _MEGA), limit=-(-largest // _MEGA)
    )


def _unreadable(path: Path, error: OSError) -> Unreadable:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR | errno.ENAMETOOLONG | errno.EINVAL:
            return Unreadable("file_missing", _shown(path))
        case errno.EACCES | errno.EPERM:
            return Unreadable("file_denied", _shown(path))
        case errno.EISDIR:
            return Unreadable("file_is_folder", _shown(path))
        case _:
            return Unreadable("file_failed", _shown(path), reason=reason(error))


def reason(error: OSError) -> str:
    """What the system says of `error`, in its own words."""
    return error.strerror or type(error).__name__


def _shown(path: Path) -> str:
    """The path as a sentence can show it, whatever bytes its name holds."""
    text = os.fspath(path).encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() else "·" for sign in text)


# --- saving ------------------------------------------------------------------------------------


def save(path: Path, data: bytes, keep_in: Path | None = None) -> Sentence | None:
    """Puts `data` into the file, whole or not at all; raises Unwritable with the remedy.

    A symbolic link is followed and stays; the file's permissions stay. With `keep_in`, the data
    folder, the version replaced is kept under `versions/` there; the answer is a warning when that
    could not be done.
    """
    target = Path(os.path.realpath(path))
    warning = None
    try:
        former = _former(target)
        if keep_in is not None and former is not None and target.read_bytes() != data:
            warning = _kept(target, keep_in)
        _replaced(target, data, former)
    except OSError as error:
        raise _unwritable(path, error) from None
    return warning


def save_privately(path: Path, data: bytes) -> None:
    """Puts `data` into a file that its user alone can read, before there is anything in it.

    Its folder is made when there is none. Raises Unwritable.
    """
    with contextlib.suppress(OSError):  # `save` says why it cannot be
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        path.chmod(0o600)
    save(path, data)


def put(path: Path, data: bytes) -> None:
    """Puts `data` into the file, whole or not at all for whoever reads it meanwhile.

    It does not wait for the disk: for what is written anew every second. Raises Unwritable.
    """
    target = Path(os.path.realpath(path))
    try:
        _replaced(target, data, _former(target), lasting=False)
    except OSError as error:
        raise _unwritable(path, error) from None


def _former(target: Path) -> os.stat_result | None:
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    return found


def _replaced(
    target: Path, data: bytes, former: os.stat_result | None, *, lasting: bool = True
) -> None:
    if former is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    beside = f".{target.name[:_NAME]}.{os.getpid()}-{threading.get_ident()}.part"
    temporary = target.with_name(beside)
    try:
        _written(temporary, data, former, lasting)
        _renamed(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if lasting:
        folder_flushed(target.parent)
        _swept(target)


def _written(temporary: Path, data: bytes, former: os.stat_result | None, lasting: bool) -> None:
    with os.fdopen(_new(temporary), "wb") as file:
        if former is not None and hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), stat.S_IMODE(former.st_mode))
        file.write(data)
        file.flush()
        if lasting:
            flushed(file.fileno())


def _new(name: Path) -> int:
    """Opens a file for writing, never through a link that somebody put there."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(name, flags, 0o666)


def _renamed(temporary: Path, target: Path) -> None:
    """Takes the place of the target; on Windows a virus scanner may hold it for a moment."""
    for wait in (0.01, 0.02, 0.04, 0.08):
        try:
            temporary.replace(target)
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(wait)
        else:
            return
    temporary.replace(target)


def _swept(target: Path) -> None:
    """Takes away what a killed program left, an hour or more ago, of a save of the same file."""
    with contextlib.suppress(OSError):
        now = target.stat().st_mtime
        for left in target.parent.glob(f".{_literal(target.name[:_NAME])}.*.part"):
            if now - left.stat().st_mtime > _LEFT_BEHIND:
                left.unlink()


def _literal(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def flushed(file: int) -> None:
    """The file is on the disk itself, past the drive's own memory where the system can say so.

    Raises OSError.
    """
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):  # not every file system knows it
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
            return
    os.fsync(file)


def folder_flushed(folder: Path) -> None:
    """The names in a folder are on the disk too; Windows has no such call and needs none.

    Raises OSError.
    """
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError as error:  # some network disks cannot
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(opened)


def _unwritable(path: Path, error: OSError) -> Unwritable:
    return Unwritable(_CODES.get(error.errno or 0, "save_failed"), **_facts(path, error))


_CODES: Final = {
    errno.ENOSPC: "save_full",
    errno.EDQUOT: "save_full",
    errno.EFBIG: "save_full",
    errno.EROFS: "save_read_only",
    errno.EACCES: "save_denied",
    errno.EPERM: "save_denied",
    errno.EISDIR: "save_onto_folder",
    errno.ENOENT: "folder_gone",
    errno.ENOTDIR: "folder_gone",
    errno.ENODEV: "folder_gone",
    errno.ENXIO: "folder_gone",
}


def _facts(path: Path, error: OSError) -> dict[str, str]:
    return {"place": _shown(path), "reason": reason(error)}


def set_aside(path: Path) -> Path:
    """Rename what stands at `path` to `<stem>-broken-1`, `-2` … and its ending; raises OSError."""
    names = (path.with_name(f"{path.stem}-broken-{number}{path.suffix}") for number in count(1))
    aside = next(each for each in names if not (each.exists() or each.is_symlink()))
    path.replace(aside)
    return aside


# --- former versions ---------------------------------------------------------------------------


def versions(path: Path, keep_in: Path) -> tuple[Path, ...]:
    """The former versions of the file that are kept, the latest first."""
    folder = _versions_of(Path(os.path.realpath(path)), keep_in)
    try:
        found = [kept for kept in folder.iterdir() if _number(kept) is not None]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda kept: _number(kept) or 0, reverse=True))


def _versions_of(target: Path, keep_in: Path) -> Path:
    """Where they are: the file's name, and a mark for the folder it is in."""
    mark = hashlib.sha256(os.fsencode(target)).hexdigest()[:8]
    return keep_in / "versions" / f"{target.stem[:_NAME]}-{mark}"


def _number(kept: Path) -> int | None:
    head, _, _ = kept.name.partition(" ")
    return int(head) if head.isascii() and head.isdigit() else None


def _kept(target: Path, keep_in: Path) -> Sentence | None:
    """Keeps the file as it is now among its versions; a warning when that cannot be done."""
    try:
        data, changed = target.read_bytes(), target.stat().st_mtime
        earlier = versions(target, keep_in)
        folder = _versions_of(target, keep_in)
        folder.mkdir(parents=True, exist_ok=True)
        number = (_number(earlier[0]) or 0) + 1 if earlier else 1
        written = datetime.fromtimestamp(changed, UTC).strftime("%Y-%m-%dT%H%M%SZ")
        _replaced(folder / f"{number:06d} {written}{target.suffix[:20]}", data, None)
        for old in earlier[KEPT - 1 :]:
            old.unlink()
    except OSError as error:
        return Sentence.of("version_not_kept", **_facts(target, error))
    return None
