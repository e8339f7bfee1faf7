"""Files: read with limits, saved whole or not at all, former versions kept."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from runofshow.core.errors import Unreadable, Unwritable
from runofshow.store import files
from tests.process import PATIENCE

posix = pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
nobody = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    path = folder / "journée.json"
    path.write_bytes(b"old")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def alone(path: Path) -> bool:
    """Whether nothing else was left beside the file."""
    return [found.name for found in path.parent.iterdir()] == [path.name]


def unreadable(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        files.load(path)
    assert caught.value.text("fr") != caught.value.text("en")
    return caught.value


def unwritable(path: Path, data: bytes = b"new") -> Unwritable:
    with pytest.raises(Unwritable) as caught:
        files.save(path, data)
    assert str(path) in caught.value.text("fr")
    assert caught.value.text("fr") != caught.value.text("en")
    return caught.value


# --- reading -----------------------------------------------------------------------------------


def test_a_file_is_read(file: Path) -> None:
    assert files.load(file) == b"old"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    trouble = unreadable(tmp_path / "nothing.json")
    assert trouble.code == "file_missing"
    assert trouble.place.endswith("nothing.json")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    assert unreadable(tmp_path / name).code == "file_missing"


def test_a_file_within_a_file(file: Path) -> None:
    assert unreadable(file / "inner.json").code == "file_missing"


def test_a_folder(tmp_path: Path) -> None:
    assert unreadable(tmp_path).code == "file_is_folder"


@posix
def test_what_would_never_end_is_not_even_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert unreadable(pipe).code == "file_not_plain"
    assert unreadable(Path("/dev/zero")).code == "file_not_plain"


@posix
@nobody
def test_a_file_one_may_not_read(file: Path) -> None:
    file.chmod(0)
    assert unreadable(file).code == "file_denied"


def test_a_denial_has_its_sentence(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "open", denied)
    assert unreadable(file).code == "file_denied"


def test_a_disk_that_fails_says_why(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(path: Path, mode: str) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", failed)
    assert "Input/output error" in unreadable(file).text("en")


def test_a_huge_file_is_refused_without_reading_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with file.open("wb") as hole:
        hole.truncate(50_000_000)
    monkeypatch.delattr(Path, "open")
    trouble = unreadable(file)
    assert trouble.code == "file_too_big"
    assert trouble.text("en") == (
        "This file holds 50 MB, and a schedule 5 MB at most: is it the right file?"
    )


def test_the_limit_itself_is_read(file: Path) -> None:
    file.write_bytes(b"x" * 100)
    assert len(files.load(file, largest=100)) == 100
    with pytest.raises(Unreadable):
        files.load(file, largest=99)


# --- saving ------------------------------------------------------------------------------------


def test_a_file_is_replaced_and_nothing_is_left_beside_it(file: Path) -> None:
    assert files.save(file, b"new") is None
    assert file.read_bytes() == b"new"
    assert alone(file)


def test_a_new_file_is_made(file: Path) -> None:
    other = file.with_name("other.json")
    files.save(other, b"")
    assert other.read_bytes() == b""


@posix
def test_permissions_stay(file: Path) -> None:
    file.chmod(0o640)
    files.save(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_user_s_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    files.save(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


@posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_what_it_names_is_saved(file: Path, tmp_path: Path, there: bool) -> None:
    if not there:
        file.unlink()
    link = tmp_path / "link.json"
    link.symlink_to(file)
    files.save(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["documents", "link.json"]


def test_the_data_is_on_the_disk_before_it_takes_the_name(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def flushed(opened: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(opened).st_mode) else "file")
        fsync(opened)

    def renamed(path: Path, target: Path) -> Path:
        done.append("rename")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", renamed)
    monkeypatch.setattr(sys, "platform", "linux")
    files.save(file, b"new")
    assert done == ["file", "rename", *(["folder"] if os.name != "nt" else [])]


@pytest.mark.parametrize(
    "number, code",
    [
        (errno.ENOSPC, "save_full"),
        (errno.EDQUOT, "save_full"),
        (errno.EROFS, "save_read_only"),
        (errno.EACCES, "save_denied"),
        (errno.EPERM, "save_denied"),
        (errno.ENODEV, "folder_gone"),
        (errno.EIO, "save_failed"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_refuses_leaves_the_old_file_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, step: str
) -> None:
    def refused(*_: object) -> None:
        raise OSError(number, "refused")

    with monkeypatch.context() as patched:
        patched.setattr(os if step == "fsync" else Path, step, refused)
        assert unwritable(file).code == code
    assert file.read_bytes() == b"old"
    assert alone(file)


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    assert unwritable(tmp_path / "gone" / "day.json").code == "folder_gone"


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    assert unwritable(tmp_path).code == "save_onto_folder"


@posix
def test_a_loop_of_links_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert unwritable(loop).code == "save_failed"
    assert unreadable(loop).code == "file_failed"


def test_a_file_marked_read_only_is_not_replaced(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert unwritable(file).code == "save_denied"
    assert file.read_bytes() == b"old"


LIMITED = """
import resource, sys
from pathlib import Path
from runofshow.core.errors import Unwritable
from runofshow.store import files
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    files.save(Path(sys.argv[1]), b"x" * 100_000)
except Unwritable as trouble:
    print(trouble.code)
"""


@posix
def test_a_disk_that_fills_up_halfway_leaves_the_old_file(file: Path) -> None:
    done = run(LIMITED, file)
    assert done.stdout.strip() == "save_full", done.stderr
    assert file.read_bytes() == b"old"
    assert alone(file)


def run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        cwd=Path(files.__file__).parents[2],
    )


SAVING = """
import itertools, sys
from pathlib import Path
from runofshow.store import files
path, data = Path(sys.argv[1]), Path(sys.argv[2])
print("ready", flush=True)
for n in itertools.count():
    files.save(path, bytes([65 + n % 26]) * 300_000, data)
"""


@posix
def test_killed_at_any_moment_it_leaves_a_whole_file(file: Path, data: Path) -> None:
    file.write_bytes(b"A" * 300_000)
    for round_ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", SAVING, str(file), str(data)],
            stdout=subprocess.PIPE,
            cwd=Path(files.__file__).parents[2],
        ) as saving:
            assert saving.stdout is not None
            assert saving.stdout.readline() == b"ready\n"
            before = file.stat().st_mtime_ns
            while round_ % 3 and file.stat().st_mtime_ns == before and saving.poll() is None:
                pass  # sometimes before the first save, sometimes within a later one
            saving.kill()
        left = file.read_bytes()
        assert len(left) == 300_000
        assert len(set(left)) == 1
        for version in files.versions(file, data):
            assert len(set(version.read_bytes())) == 1


def test_what_a_killed_program_left_is_swept_an_hour_later(file: Path) -> None:
    old, new = (file.with_name(f".{file.name}.{n}-1.part") for n in (1, 2))
    for left in (old, new):
        left.write_bytes(b"half")
    now = file.stat().st_mtime
    os.utime(old, (now - 4000, now - 4000))
    files.save(file, b"new")
    assert not old.exists()
    assert new.exists()


# --- former versions ---------------------------------------------------------------------------


def test_what_a_save_replaces_is_kept_in_the_data_folder(file: Path, data: Path) -> None:
    files.save(file, b"new", data)
    files.save(file, b"newer", data)
    kept = files.versions(file, data)
    assert [version.read_bytes() for version in kept] == [b"new", b"old"]
    assert all(version.suffix == ".json" for version in kept)
    assert alone(file)


def test_the_last_twenty_are_kept(file: Path, data: Path) -> None:
    for number in range(30):
        files.save(file, str(number).encode(), data)
    kept = [version.read_bytes() for version in files.versions(file, data)]
    assert kept == [str(number).encode() for number in range(28, 8, -1)]


def test_saving_the_same_again_keeps_nothing(file: Path, data: Path) -> None:
    files.save(file, b"old", data)
    assert files.versions(file, data) == ()


def test_files_of_one_name_in_two_folders_keep_their_own(file: Path, data: Path) -> None:
    other = file.parent / "other"
    other.mkdir()
    twin = other / file.name
    twin.write_bytes(b"twin")
    files.save(file, b"new", data)
    files.save(twin, b"new", data)
    assert [version.read_bytes() for version in files.versions(twin, data)] == [b"twin"]


def test_a_version_that_cannot_be_kept_is_said_and_the_file_is_saved(
    file: Path, data: Path
) -> None:
    data.write_bytes(b"a file where the folder should be")
    warning = files.save(file, b"new", data)
    assert warning is not None
    assert warning.code == "version_not_kept"
    assert file.name in warning.text("fr")
    assert file.read_bytes() == b"new"


def test_other_files_among_the_versions_do_no_harm(file: Path, data: Path) -> None:
    files.save(file, b"new", data)
    folder = files.versions(file, data)[0].parent
    (folder / "notes.txt").write_text("mine")
    files.save(file, b"newer", data)
    assert len(files.versions(file, data)) == 2


def test_a_name_at_the_limit_of_the_disk_is_saved(tmp_path: Path, data: Path) -> None:
    path = tmp_path / ("é" * 125 + ".json")
    files.save(path, b"old", data)
    files.save(path, b"new", data)
    assert path.read_bytes() == b"new"
    assert len(files.versions(path, data)) == 1


def test_a_name_with_signs_of_patterns_is_saved(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows has no such names")
    path = tmp_path / "day [1]*?.json"
    files.save(path, b"old")
    files.save(path, b"new")
    assert path.read_bytes() == b"new"
    assert alone(path)
