"""Trying a disk: what it takes, and what kind it is."""

from pathlib import Path

import pytest

from runofshow.store.trial import Flushes, far, file_system, flushes, forgets

MOUNTS = """\
22 1 0:21 / / rw,relatime shared:1 - ext4 /dev/vda rw
23 22 0:22 / /media/une\\040clé rw - vfat /dev/sdb1 rw
24 22 0:23 / /srv rw - nfs4 server:/export rw
25 22 0:24 / /srv rw - tmpfs tmpfs rw
a line that says nothing
"""


def test_flushes_are_timed_and_leave_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    taken = flushes(folder, times=3)
    assert taken.tries == 3
    assert 0 < taken.middle <= taken.late <= taken.worst
    assert list(folder.iterdir()) == []
    assert flushes(folder, times=50, within=0).tries == 1  # a slow disk is not tried for ever


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file"):
        flushes(tmp_path / "file" / "data")


def test_the_late_one_is_that_of_a_hundred() -> None:
    assert Flushes.of([each / 100 for each in range(101)]) == (0.5, 0.99, 1.0, 101)
    assert Flushes.of([2.0]) == (2.0, 2.0, 2.0, 1)


def test_the_kind_of_a_disk_is_that_of_the_deepest_and_last_mount(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, "utf-8")
    kinds = {place: file_system(Path(place), table) for place in ("/", "/media/une clé/x", "/srv")}
    assert kinds == {"/": "ext4", "/media/une clé/x": "vfat", "/srv": "tmpfs"}
    assert file_system(Path("/"), tmp_path / "nothing") == ""
    assert [forgets(kind) for kind in ("tmpfs", "ext4")] == [True, False]
    assert [far(kind) for kind in ("nfs4", "vfat")] == [True, False]
