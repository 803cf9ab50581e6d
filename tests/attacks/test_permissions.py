"""Another account of the same computer looks for what people write: in a new home, and in one of an earlier version."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.diagnostics.log_files import close_log, open_log
from app.history.backups import BackupKind, Backups
from app.history.exchange.exporting import ExportForm, export_file
from app.history.store import HistoryStore
from app.hub.transfer.part_file import PartFile
from app.paths import AppPaths
from app.private_files import make_folder_like_its_parent
from app.settings import SettingsFile

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the profile's rights hold there")
ROOT = Path(__file__).parents[2]


@pytest.fixture(params=[0o022, 0o000, 0o077], ids=["usual umask", "open umask", "closed umask"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def paths(aside_home: Path) -> AppPaths:
    return AppPaths.from_environment({"ASIDE_HOME": str(aside_home)})


def open_to_others(folder: Path) -> dict[str, str]:
    """Return everything below a folder, itself too, that another account may touch in any way."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        mode = path.lstat().st_mode
        if not stat.S_ISLNK(mode) and mode & 0o077:
            found[str(path.relative_to(folder))] = oct(stat.S_IMODE(mode))
    return found


def test_what_history_writes_is_for_its_owner_alone(paths: AppPaths, umask: int) -> None:
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("My secret")
    store.add_question(conversation.id, None, "a question")
    Backups(paths.database).make(BackupKind.BY_HAND)

    assert {path.suffix for path in paths.data.iterdir()} >= {".sqlite3", ".sqlite3-wal", ".sqlite3-shm"}
    assert open_to_others(paths.data) == {}

    store.restore(Backups(paths.database).all()[0])
    assert open_to_others(paths.data) == {}
    store.close()
    assert open_to_others(paths.data) == {}


def test_the_copy_before_a_migration_is_for_its_owner_alone(paths: AppPaths, umask: int) -> None:
    HistoryStore.open(paths.database).close()
    with_old_version = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA user_version = 1')"
    subprocess.run([sys.executable, "-c", with_old_version, paths.database], check=True)
    with pytest.raises(Exception, match=r"."):  # its tables are newer than it says
        HistoryStore.open(paths.database)

    assert list(paths.data.rglob("*before*"))
    assert open_to_others(paths.data) == {}


def test_logs_settings_and_the_models_folder_of_ours_are_for_their_owner_alone(paths: AppPaths, umask: int) -> None:
    log = open_log(paths.logs)
    logging.getLogger("a room").warning("something")
    close_log(log)
    SettingsFile(paths.settings_file).update(language="de")
    make_folder_like_its_parent(paths.data)
    paths.keep_private()
    part = PartFile(paths.data / "models" / "maker" / "model.gguf")
    with part.opened():
        pass

    assert open_to_others(paths.logs) == {}
    assert open_to_others(paths.config) == {}
    assert open_to_others(paths.data) == {}


def test_what_a_person_puts_elsewhere_has_the_rights_that_person_chose(
    paths: AppPaths, tmp_path: Path, umask: int
) -> None:
    store = HistoryStore.open(paths.database)
    conversation = store.create_conversation("For all")
    store.add_question(conversation.id, None, "a question")
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    export_file(store.database, [conversation.id], shared / "export.json", ExportForm.JSON)
    store.close()
    part = PartFile(shared / "models" / "model.gguf")
    with part.opened():
        pass

    assert stat.S_IMODE((shared / "export.json").stat().st_mode) == 0o666 & ~umask
    assert stat.S_IMODE(part.path.stat().st_mode) == 0o666 & ~umask
    assert stat.S_IMODE((shared / "models").stat().st_mode) == 0o777 & ~umask


def test_a_home_of_an_earlier_version_is_mended(paths: AppPaths, tmp_path: Path) -> None:
    for folder in (
        paths.data / "backups",
        paths.config,
        paths.cache / "sequences",
        paths.logs,
        paths.models / "a" / "b",
    ):
        folder.mkdir(parents=True)
    for file in (
        paths.database,
        paths.data / "history.sqlite3-wal",
        paths.data / "backups" / "history-2026-11-01_10-00-00-daily.sqlite3",
        paths.cache / "sequences" / "0.state",
        paths.logs / "aside.log",
        paths.models / "a" / "b" / "model.gguf",
    ):
        file.write_bytes(b"x")
    program = paths.data / "engine-packs" / "tool"
    program.parent.mkdir()
    program.write_bytes(b"x")
    program.chmod(0o755)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "model.gguf").write_bytes(b"x")
    (paths.models / "link.gguf").symlink_to(elsewhere / "model.gguf")
    (paths.models / "folder").symlink_to(elsewhere)
    (paths.models / "also elsewhere.gguf").hardlink_to(elsewhere / "model.gguf")
    for path in (*elsewhere.rglob("*"), elsewhere, *(p for p in paths.data.parent.rglob("*") if p != program)):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)

    paths.keep_private()

    for folder in (paths.data, paths.config, paths.cache, paths.logs):
        assert open_to_others(folder) == {}
    assert list(open_to_others(paths.models)) == ["also elsewhere.gguf"]  # it is not ours alone
    assert stat.S_IMODE(program.stat().st_mode) == 0o700
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o755
    assert stat.S_IMODE((elsewhere / "model.gguf").stat().st_mode) == 0o644


def test_mending_a_home_that_is_not_there_or_may_not_be_read_is_no_trouble(paths: AppPaths, tmp_path: Path) -> None:
    paths.keep_private()
    assert not paths.data.exists()
    paths.data.parent.mkdir()
    paths.data.write_bytes(b"a file where a folder should be")
    paths.keep_private()


@pytest.mark.parametrize("umask", [0], indirect=True)
def test_a_day_with_the_real_programs_leaves_nothing_open(paths: AppPaths, umask: int) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    def run(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, env=environment, check=True, timeout=90, stdout=-1, text=True
        ).stdout

    run("-m", "ui", "ask", "--max-tokens", "4", "Hello")
    lying_there = run("-c", A_WINDOW, str(paths.data.parent))

    assert "history.sqlite3-wal 0o600" in lying_there
    assert ".lock 0o600" in lying_there
    for folder in (paths.data, paths.config, paths.cache, paths.logs):
        assert not folder.exists() or open_to_others(folder) == {}


A_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.application import run_window
application = QApplication([])
def look():
    files = [path for path in Path(sys.argv[1]).rglob("*") if path.is_file()]
    if any(path.name.endswith("-wal") for path in files):
        ticks.stop()
        for path in files:
            print(path.name, oct(path.stat().st_mode & 0o777))
        for window in application.topLevelWidgets():
            window.close()
ticks = QTimer()
ticks.timeout.connect(look)
ticks.start(200)
run_window()
"""
