"""The life of the window: what is said when history cannot be opened, and that everything ends."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from app.history.backups import BackupKind, Backups
from app.history.errors import DatabaseIsDamaged
from app.history.store import HistoryStore
from app.inference.scripted_engine import ScriptedEngineFactory
from app.paths import AppPaths
from tests.fakes.forked_children import fork_children
from tests.ui.conftest import OpenWindow, services_of
from ui import application
from ui.application import check_window, run_window
from ui.assembly import Assembly
from ui.bridges import history_watch
from ui.chat.conversations.history_trouble import HistoryTrouble
from ui.widgets.crash_dialog import CrashDialog
from ui.widgets.notice_bar import Notice, NoticeBar


def when(condition: Callable[[], bool], action: Callable[[], None]) -> QTimer:
    """Do something as soon as the window has come so far."""
    timer = QTimer()

    def look() -> None:
        if condition():
            timer.stop()
            action()

    timer.timeout.connect(look)
    timer.start(20)
    return timer


def trouble() -> HistoryTrouble | None:
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow) and w.isVisible()]
    pages = [page for window in windows for page in window.findChildren(HistoryTrouble) if page.isVisible()]
    return pages[0] if pages else None


def choose(text: str) -> None:
    page = trouble()
    assert page is not None
    next(b for b in page.findChildren(QPushButton) if b.text().startswith(text) and b.isVisible()).click()


def can_choose(text: str) -> bool:
    page = trouble()
    buttons = page.findChildren(QPushButton) if page is not None else []
    return any(b.text().startswith(text) and b.isVisible() and b.isEnabled() for b in buttons)


def said() -> str:
    page = trouble()
    assert page is not None
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_window_passes_its_own_check(qapp: QApplication, qtbot: QtBot) -> None:
    check_window()


@pytest.fixture
def history(paths: AppPaths, monkeypatch: pytest.MonkeyPatch) -> AppPaths:
    """A history with one conversation; nobody asks a model anything here."""
    monkeypatch.setattr(application, "_llama_factory", ScriptedEngineFactory)
    fork_children(monkeypatch)
    with contextlib.closing(HistoryStore.open(paths.database)) as store:
        conversation = store.create_conversation("Trains")
        store.add_question(conversation.id, None, "When do they meet? " * 2000)
    return paths


def spoil(path: Path, how: str) -> None:
    content = path.read_bytes()
    match how:
        case "garbage":
            path.write_bytes(b"no database at all " * 1000)
        case "half":
            path.write_bytes(content[: len(content) // 2])
        case "empty":
            path.write_bytes(b"")
        case "newer":
            with contextlib.closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA user_version = 999")


@pytest.mark.parametrize("how", ["garbage", "half", "empty"])
def test_a_backup_takes_the_place_of_a_damaged_history(
    qapp: QApplication, qtbot: QtBot, history: AppPaths, how: str
) -> None:
    Backups(history.database).make(BackupKind.DAILY)
    spoil(history.database, how)
    damaged = history.database.read_bytes()
    seen: list[str] = []

    def restore() -> None:
        seen.append(said())
        choose("Restore this backup")

    first = when(lambda: trouble() is not None, restore)
    second = when(lambda: not first.isActive() and trouble() is None, lambda: note_and_close(seen))

    assert run_window() == 0

    assert not second.isActive()
    assert "The file with the conversations is damaged." in seen[0]
    (kept,) = history.data.glob("history.damaged-*.sqlite3")
    assert kept.read_bytes() == damaged
    assert str(kept) in seen[1]
    with contextlib.closing(HistoryStore.open(history.database)) as store:
        assert [one.title for one in store.conversations()] == ["Trains"]


@pytest.mark.parametrize("how", ["garbage", "newer"])
def test_a_history_that_cannot_be_opened_is_kept_when_a_new_one_is_begun(
    qapp: QApplication, qtbot: QtBot, history: AppPaths, how: str
) -> None:
    spoil(history.database, how)
    spoiled = history.database.read_bytes()
    first = when(lambda: trouble() is not None, lambda: choose("Start with an empty history"))
    second = when(lambda: not first.isActive() and trouble() is None, lambda: note_and_close([]))

    assert run_window() == 0

    assert not second.isActive()
    (kept,) = history.data.glob("history.damaged-*.sqlite3")
    assert kept.read_bytes() == spoiled
    with contextlib.closing(HistoryStore.open(history.database)) as store:
        assert store.conversations() == []


def test_a_history_that_is_gone_is_no_empty_one(qapp: QApplication, qtbot: QtBot, history: AppPaths) -> None:
    Backups(history.database).make(BackupKind.DAILY)
    history.database.unlink()
    seen: list[str] = []

    def restore() -> None:
        seen.append(said())
        choose("Restore this backup")

    first = when(lambda: trouble() is not None, restore)
    second = when(lambda: not first.isActive() and trouble() is None, lambda: note_and_close(seen))

    assert run_window() == 0

    assert not second.isActive()
    assert "is not where it was" in seen[0]
    with contextlib.closing(HistoryStore.open(history.database)) as store:
        assert [one.title for one in store.conversations()] == ["Trains"]


def test_an_empty_history_is_begun_in_the_place_of_one_that_is_gone_when_the_person_says_so(
    qapp: QApplication, qtbot: QtBot, history: AppPaths
) -> None:
    Backups(history.database).make(BackupKind.DAILY)
    history.database.unlink()
    first = when(lambda: trouble() is not None, lambda: choose("Start with an empty history"))
    second = when(lambda: not first.isActive() and trouble() is None, lambda: note_and_close([]))

    assert run_window() == 0

    assert not second.isActive()
    assert len(Backups(history.database).all()) >= 1
    with contextlib.closing(HistoryStore.open(history.database)) as store:
        assert store.conversations() == []


@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_a_file_that_goes_while_the_window_is_open_is_told_and_saved(
    qapp: QApplication, qtbot: QtBot, history: AppPaths, how: str
) -> None:
    seen: list[str] = []

    def lose() -> None:
        if how == "moved":
            history.database.rename(history.data / "elsewhere.sqlite3")
            return
        history.database.unlink()
        if how == "replaced":
            HistoryStore.begin(history.database).close()

    def restore() -> None:
        seen.append(said())
        choose("Restore this backup")

    begun = when(lambda: history.database.with_name("history.in-use").exists(), lose)
    # The window is there while what is still open is saved; then it can be restored.
    first = when(lambda: not begun.isActive() and can_choose("Restore this backup"), restore)
    second = when(lambda: not first.isActive() and trouble() is None, lambda: note_and_close(seen))

    assert run_window() == 0

    assert not second.isActive()
    assert "was moved, deleted or replaced while Aside had it open" in seen[0]
    assert Backups(history.database).all()[0].kind is BackupKind.RESCUED
    with contextlib.closing(HistoryStore.open(history.database)) as store:
        assert [one.title for one in store.conversations()] == ["Trains"]


def test_an_older_file_that_was_put_in_the_place_is_told_and_can_be_gone_on_with(
    qapp: QApplication, qtbot: QtBot, history: AppPaths
) -> None:
    old = history.database.read_bytes()
    with contextlib.closing(HistoryStore.open(history.database)) as store:
        store.create_conversation("Bread")
    Backups(history.database).make(BackupKind.DAILY)
    history.database.write_bytes(old)
    seen: list[str] = []

    def accept() -> None:
        seen.append(said())
        choose("Go on with this one")

    first = when(lambda: trouble() is not None, accept)
    second = when(lambda: not first.isActive() and trouble() is None, lambda: note_and_close(seen))
    assert run_window() == 0

    assert not second.isActive()
    assert "holds less than the newest backup" in seen[0]
    assert "Missing conversations and messages: 1." in seen[0]

    again = when(
        lambda: history.database.with_name("history.in-use").exists(), lambda: QTimer.singleShot(500, close_all)
    )
    assert run_window() == 0
    assert not again.isActive()
    with contextlib.closing(HistoryStore.open(history.database)) as store:
        assert [one.title for one in store.conversations()] == ["Trains"]


def test_what_can_be_read_of_a_damaged_history_goes_on(qapp: QApplication, qtbot: QtBot, history: AppPaths) -> None:
    with contextlib.closing(sqlite3.connect(history.database)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DROP TABLE draft")
        connection.commit()
    seen: list[str] = []
    first = when(lambda: trouble() is not None, lambda: choose("Go on with what can be read"))
    second = when(lambda: not first.isActive() and trouble() is None, lambda: note_and_close(seen))

    assert run_window() == 0

    assert not second.isActive()
    assert "Read from the damaged file: 1 conversation with 1 message." in seen[0]
    assert len(list(history.data.glob("history.damaged-*.sqlite3"))) == 1
    with contextlib.closing(HistoryStore.open(history.database)) as store:
        assert [one.title for one in store.conversations()] == ["Trains"]


def test_a_history_of_which_nothing_can_be_read_stays_where_it_is(
    qapp: QApplication, qtbot: QtBot, paths: AppPaths
) -> None:
    paths.data.mkdir(parents=True)
    paths.database.write_bytes(b"no database at all " * 1000)
    seen: list[str] = []

    def quit_then() -> None:
        seen.append(said())
        choose("Quit")

    first = when(lambda: trouble() is not None, lambda: choose("Go on with what can be read"))
    second = when(lambda: not first.isActive() and "No message can be read" in said(), quit_then)

    assert run_window() == 1

    assert not second.isActive()
    assert paths.database.read_bytes() == b"no database at all " * 1000


def test_damage_that_only_reading_everything_finds_is_told_after_a_run_that_did_not_end(
    qapp: QApplication, qtbot: QtBot, history: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_watch, "_CHECK_MS", 300)
    Backups(history.database).make(BackupKind.DAILY)
    history.database.with_name("history.in-use").touch()
    with contextlib.closing(sqlite3.connect(history.database)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM message_search_data WHERE id > 10")
        connection.commit()
    timer = when(lambda: trouble() is not None, lambda: choose("Quit"))

    assert run_window() == 1

    assert not timer.isActive()
    assert history.database.with_name("history.in-use").exists()


def test_a_history_that_another_program_holds_is_opened_once_it_lets_go(
    qapp: QApplication, qtbot: QtBot, history: AppPaths
) -> None:
    holder = sqlite3.connect(history.database, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("DELETE FROM draft")
    seen: list[str] = []

    def let_go() -> None:
        seen.append(said())
        holder.execute("ROLLBACK")
        holder.close()
        choose("Try again")

    first = when(lambda: trouble() is not None, let_go)
    second = when(lambda: not first.isActive() and trouble() is None, lambda: note_and_close(seen))

    assert run_window() == 0

    assert not second.isActive()
    assert "Another program is using the conversations." in seen[0]
    assert list(history.data.glob("*damaged*")) == []


def test_a_damaged_history_is_left_alone_when_the_person_quits(
    qapp: QApplication, qtbot: QtBot, paths: AppPaths
) -> None:
    paths.data.mkdir(parents=True)
    paths.database.write_bytes(b"no database at all " * 1000)
    timer = when(lambda: trouble() is not None, lambda: choose("Quit"))

    assert run_window() == 1

    assert not timer.isActive()
    with pytest.raises(DatabaseIsDamaged):
        HistoryStore.open(paths.database)


def note_and_close(seen: list[str]) -> None:
    bars = [bar for window in QApplication.topLevelWidgets() for bar in window.findChildren(NoticeBar)]
    seen.append(" ".join(bar.accessibleName() for bar in bars))
    QTimer.singleShot(100, close_all)


def close_all() -> None:
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.close()


def test_what_is_heard_while_the_window_closes_begins_no_thread(open_window: OpenWindow) -> None:
    assembly = open_window()
    services = services_of(assembly)
    assembly.close()

    services.models.note_used("/models/scripted.gguf")

    assert not [thread for thread in threading.enumerate() if thread.name.startswith("background")]


def test_closing_twice_and_before_the_first_paint_is_fine(qapp: QApplication, qtbot: QtBot, paths: AppPaths) -> None:
    def no_engine() -> None:
        raise AssertionError("nothing is started before the first paint")

    assembly = Assembly(qapp, paths, engine_factory=no_engine)  # type: ignore[arg-type]

    assembly.close()
    assembly.close()


def test_the_crash_report_can_be_copied(qapp: QApplication, qtbot: QtBot) -> None:
    dialog = CrashDialog("Traceback: planted")
    qtbot.addWidget(dialog)
    dialog.show()

    next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("Copy")).click()

    assert QApplication.clipboard().text() == "Traceback: planted"


def test_details_of_a_notice_are_hidden_until_asked_for(qapp: QApplication, qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_notice(Notice("It failed.", "Try again.", "exit code 9"))
    details = next(b for b in bar.findChildren(QPushButton) if b.text() == "Details")

    shown = [label for label in bar.findChildren(type(bar._details)) if label.isVisible()]
    assert [label.text() for label in shown] == ["It failed.", "Try again."]
    details.click()
    assert bar._details.isVisible()
