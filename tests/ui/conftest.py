"""Offscreen, in a temporary home; a test that leaves a window open, or causes a Qt warning or a logged error, fails."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")  # the window speaks English to the tests, wherever they run

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.conversation.session import Session
from app.engines.model_status import ModelPhase
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.scripted_engine import Pause, Say, SayMany, Script, ScriptedEngineFactory, Step
from app.paths import AppPaths
from app.settings.choices import ThemeChoice
from tests.fakes.forked_children import fork_children
from ui.assembly import Assembly
from ui.platform import keep_awake
from ui.platform.clipboard_release import release_clipboard
from ui.presenters import Presenters
from ui.services import Services
from ui.theme.theme import Theme

_OF_THE_OFFSCREEN_SCREEN = ("propagateSizeHints", r"support raise\(\)", "support grabbing the keyboard")
"""What the platform without a screen says of windows and menus; no real one does."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*_OF_THE_OFFSCREEN_SCREEN, extend=True))


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppPaths:
    home = tmp_path / "home"
    monkeypatch.setenv("ASIDE_HOME", str(home))
    return AppPaths.from_environment({"ASIDE_HOME": str(home)})


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    theme.wear()
    return theme


@pytest.fixture(autouse=True)
def no_window_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "qapp" not in request.fixturenames:
        return
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    release_clipboard()
    request.getfixturevalue("qapp").setStyleSheet("")  # else each widget of the next window is dressed by itself
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton, "a button of the mouse is left pressed; release it"
    assert not windows, f"these windows are left open: {windows}; close them, or give them to qtbot.addWidget"


@pytest.fixture(autouse=True)
def nothing_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    loud = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert not loud, f"errors were logged: {loud}"


OpenWindow = Callable[..., Assembly]


@pytest.fixture
def open_window(
    qapp: QApplication, qtbot: QtBot, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenWindow]:
    """Return a function that opens the real window on a scripted engine child; it is closed after the test."""
    fork_children(monkeypatch)
    monkeypatch.setattr(keep_awake, "wakefulness_command", tuple)  # the desktop may sleep while tests run
    # A change of the language looks for garbage: not in all that a worker has collected and run before.
    monkeypatch.setattr(gc, "unfreeze", int)
    opened: list[Assembly] = []

    def open_one(*steps: Step, script: Script | None = None, home: AppPaths = paths, model: bool = True) -> Assembly:
        played = script or Script(turns=(steps or DEFAULT_TURN,))
        assembly = Assembly(qapp, home, engine_factory=lambda: ScriptedEngineFactory(played))
        opened.append(assembly)
        with qtbot.waitSignal(assembly.started):
            assembly.show()
        if model:
            session_of(assembly).choose_model("/models/scripted.gguf", "Scripted", load=False)
        return assembly

    yield open_one
    for assembly in opened:
        assembly.close()
    _KEPT.extend(opened)


@pytest.fixture
def starter_window(
    qapp: QApplication, qtbot: QtBot, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Assembly]:
    """The real window with the built-in model in memory."""
    fork_children(monkeypatch)
    assembly = Assembly(qapp, paths, engine_factory=LlamaEngineFactory)
    with qtbot.waitSignal(assembly.started):
        assembly.show()
    assembly.window.resize(1300, 800)
    qtbot.waitUntil(lambda: session_of(assembly).model_status.phase is ModelPhase.READY)
    yield assembly
    assembly.close()


_KEPT: list[Assembly] = []
"""Closed windows. Qt ends a test's process when the collector frees their parts in an order of its own."""


DEFAULT_TURN: tuple[Step, ...] = (
    Say("<think>\n"),
    SayMany(("One ", "two ", "three.\n\n"), 9),
    Say("</think>\n\n"),
    SayMany(("All ", "is ", "well.\n"), 3),
)
SLOW_TURN: tuple[Step, ...] = (Say("<think>\nHm."), Pause(30.0), Say("</think>Done."))


def services_of(assembly: Assembly) -> Services:
    assert assembly.services is not None
    return assembly.services


def presenters_of(assembly: Assembly) -> Presenters:
    assert assembly.presenters is not None
    return assembly.presenters


def session_of(assembly: Assembly) -> Session:
    return services_of(assembly).session
