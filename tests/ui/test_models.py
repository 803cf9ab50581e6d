from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.engines.model_status import ModelPhase
from app.inference.protocol import TemplateWants
from app.inference.scripted_engine import Fail, Pause, Script
from app.reasoning.tool_calls import TOOL_CALL_JSON
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import field
from ui.widgets.drop_overlay import DropOverlay


def test_a_load_in_progress_can_be_cancelled(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(load=(Pause(0.1), Pause(20))))
    session_of(assembly).choose_model("/models/slow.gguf", "Slow")
    cancel = next(b for b in assembly.picker.findChildren(QPushButton) if b.text() == "Cancel")
    qtbot.waitUntil(lambda: not cancel.isHidden())

    cancel.click()

    qtbot.waitUntil(lambda: session_of(assembly).model_status.phase is ModelPhase.IDLE)
    assert cancel.isHidden()


def test_the_model_loads_while_the_question_is_typed_unless_its_load_was_ended(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(script=Script(load=(Pause(0.1), Pause(20))))
    session = session_of(assembly)
    session.choose_model("/models/slow.gguf", "Slow", load=False)
    assert session.model_status.phase is ModelPhase.IDLE

    field(assembly).insertPlainText("How")
    qtbot.waitUntil(lambda: session.model_status.phase is ModelPhase.LOADING)

    services_of(assembly).broker.cancel_load()
    qtbot.waitUntil(lambda: session.model_status.phase is ModelPhase.IDLE)
    with qtbot.waitSignal(assembly.content.page.composer.paused):
        field(assembly).insertPlainText(" many?")
    assert session.model_status.phase is ModelPhase.IDLE


def test_what_the_model_takes_stands_in_the_tooltip_of_the_picker(open_window: OpenWindow, qtbot: QtBot) -> None:
    wants = TemplateWants(tools=True, tool_calls=True, tool_results=True, call_format=TOOL_CALL_JSON, in_tool_loop=True)
    assembly = open_window(script=Script(wants=wants))
    button = assembly.picker.findChildren(QPushButton)[0]

    session_of(assembly).choose_model("/models/able.gguf", "Able")

    words = "Can use tools, and sees its thoughts again until the answer is complete"
    qtbot.waitUntil(lambda: words in button.accessibleDescription())


def test_a_load_that_fails_is_told_above_the_transcript(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(load=(Fail("It does not fit.", "Choose a smaller one."),)))

    session_of(assembly).choose_model("/models/large.gguf", "Large")

    bar = assembly.content.page.notices
    qtbot.waitUntil(bar.isVisible)
    assert bar.accessibleName() == "It does not fit. Choose a smaller one."
    words = [label.text() for label in assembly.content.page.welcome.findChildren(QLabel)]
    assert "Large cannot be loaded. Choose another model." in words, "it is not ready for a question"


def test_a_file_that_is_no_model_is_told_in_words(open_window: OpenWindow, tmp_path: Path) -> None:
    file = tmp_path / "letter.gguf"
    file.write_text("Dear reader,")
    assembly = open_window()

    services_of(assembly).picker.open_file(str(file))

    assert assembly.content.page.notices.isVisible()
    assert session_of(assembly).model_status.name == "Scripted"


def drop(file: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    return data


@pytest.mark.parametrize("name", ["a model.gguf", "A.GGUF", "letter.txt"])
def test_a_dropped_model_is_opened_and_any_other_file_goes_along_with_the_question(
    open_window: OpenWindow, tmp_path: Path, name: str
) -> None:
    window = open_window(model=False).content
    opened: list[str] = []
    sent: list[tuple[str, ...]] = []
    for signal, taken in ((window.file_dropped, opened.append), (window.files_dropped, sent.append)):
        signal.disconnect()
        signal.connect(taken)
    data = drop(tmp_path / name)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    window.dragEnterEvent(QDragEnterEvent(QPointF(50, 50).toPoint(), Qt.DropAction.CopyAction, data, left, none))
    (overlay,) = window.findChildren(DropOverlay)
    assert overlay.isVisible()
    window.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))

    path = str(tmp_path / name)
    assert (opened, sent) == (([], [(path,)]) if name.endswith(".txt") else ([path], []))
    assert not overlay.isVisible()


def test_the_welcome_fits_the_chosen_model(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    chat = presenters_of(assembly).chat

    def examples() -> list[str]:
        buttons = assembly.content.page.welcome.findChildren(QPushButton)
        return [b.text() for b in buttons if b.property("kind") == "example" and not b.isHidden()]

    assert examples() == []
    chat.set_starter("/models/scripted.gguf", "Aside Starter · built in")
    qtbot.waitUntil(lambda: "What is 347 + 588?" in examples())

    next(b for b in assembly.content.page.welcome.findChildren(QPushButton) if b.text() == "What is 347 + 588?").click()

    qtbot.waitUntil(lambda: session_of(assembly).running_turn is None)
    assert assembly.content.sidebar.conversations.title(1) == "What is 347 + 588?"
