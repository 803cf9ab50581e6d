"""The life of the window: what is said when history cannot be opened, and that everything ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.history.errors import DatabaseIsDamaged
from app.history.store import HistoryStore
from app.paths import AppPaths
from ui.application import check_window, run_window
from ui.assembly import Assembly
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


def box() -> QMessageBox | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()), None)


def choose(text: str) -> None:
    shown = box()
    assert shown is not None
    next(b for b in shown.findChildren(QPushButton) if b.text().startswith(text)).click()


def test_the_window_passes_its_own_check(qapp: QApplication, qtbot: QtBot) -> None:
    check_window()


def test_a_damaged_history_is_kept_when_a_new_one_is_begun(qapp: QApplication, qtbot: QtBot, paths: AppPaths) -> None:
    paths.data.mkdir(parents=True)
    paths.database.write_bytes(b"no database at all " * 1000)
    codes: list[int] = []
    first = when(lambda: box() is not None, lambda: choose("Start with an empty history"))
    second = when(
        lambda: not first.isActive() and (paths.data / "history.sqlite3").exists() and box() is None,
        lambda: QTimer.singleShot(300, close_all),
    )

    codes.append(run_window())

    assert second is not None
    assert codes == [0]
    assert [p for p in paths.data.iterdir() if "damaged" in p.name]
    store = HistoryStore.open(paths.database)
    assert store.conversations() == []
    store.close()


def test_a_damaged_history_is_left_alone_when_the_person_quits(
    qapp: QApplication, qtbot: QtBot, paths: AppPaths
) -> None:
    paths.data.mkdir(parents=True)
    paths.database.write_bytes(b"no database at all " * 1000)
    timer = when(lambda: box() is not None, lambda: choose("Quit"))

    assert run_window() == 1

    assert not timer.isActive()
    with pytest.raises(DatabaseIsDamaged):
        HistoryStore.open(paths.database)


def close_all() -> None:
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.close()


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
