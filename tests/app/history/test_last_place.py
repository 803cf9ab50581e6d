"""What history refuses to the end is written elsewhere, and found there."""

from __future__ import annotations

import stat
from pathlib import Path

from app.history.last_place import KeptRoom, write_elsewhere, written_elsewhere


def test_what_cannot_be_saved_is_written_to_the_first_place_that_takes_it(tmp_path: Path) -> None:
    full, free, folders = tmp_path / "full", tmp_path / "free", []
    free.mkdir()
    full.write_text("no folder")
    folders = [full, tmp_path / "gone", free, tmp_path]

    path = write_elsewhere(["What I typed", "# Trains\n\nThey meet \ud800."], folders)

    assert path is not None
    assert path.parent == free
    assert path.read_text() == "What I typed\n\n---\n\n# Trains\n\nThey meet ?."
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    (free / "aside-not-saved-of-another.md").symlink_to(full)
    assert written_elsewhere([*folders, free]) == [path]
    assert write_elsewhere(["Nowhere"], folders[:2]) is None


def test_room_is_kept_once_and_given_back(tmp_path: Path) -> None:
    room = KeptRoom(tmp_path / "history.sqlite3")
    room.keep()
    (kept,) = tmp_path.iterdir()
    made_at = kept.stat().st_mtime_ns
    room.keep()
    assert (kept.stat().st_size, kept.stat().st_mtime_ns) == (2**21, made_at)

    room.give_back()
    room.give_back()
    KeptRoom(tmp_path / "gone" / "history.sqlite3").keep()

    assert not list(tmp_path.iterdir())
