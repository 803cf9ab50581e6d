"""Files in the composer: read beside the window, counted, refused with the numbers, sent and shown again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.history.store import HistoryStore
from app.inference.scripted_engine import Script
from app.paths import AppPaths
from tests.ui.conftest import DEFAULT_TURN, OpenWindow, presenters_of, session_of
from tests.ui.window_actions import ask, button, field, has_ended, press
from ui.assembly import Assembly
from ui.chat.composer.attached_chip import AttachedChip
from ui.chat.transcript.file_text_dialog import FileTextDialog


def chips(assembly: Assembly) -> list[str]:
    return [
        chip.findChildren(QPushButton)[0].text()
        for chip in assembly.content.page.composer.findChildren(AttachedChip)
        if chip.isVisible()
    ]


def load(assembly: Assembly, qtbot: QtBot) -> None:
    session_of(assembly).choose_model("/models/scripted.gguf", "Scripted")
    qtbot.waitUntil(lambda: session_of(assembly).model_status.info is not None)


def notice(assembly: Assembly) -> str:
    return " ".join(label.text() for label in assembly.content.page.notices.findChildren(QLabel) if label.isVisible())


def paste(assembly: Assembly, data: QMimeData) -> None:
    QApplication.clipboard().setMimeData(data)
    field(assembly).paste()


def text_data(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_dropped_file_is_sent_with_the_question_and_shown_there(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    assembly = open_window()
    (tmp_path / "prices.csv").write_text("a,b\n1,2\n")
    assembly.content.files_dropped.emit((str(tmp_path / "prices.csv"),))
    qtbot.waitUntil(lambda: "about" in "".join(chips(assembly)))

    ask(assembly, "What is in there?")
    qtbot.waitUntil(has_ended(assembly))

    assert chips(assembly) == []
    store = HistoryStore.open(paths.database)
    assert [file.text for file in store.attachments.of_message(1)] == ["a,b\n1,2\n"]
    store.close()
    question = assembly.content.page.transcript.question(1)
    assert question is not None
    shown: list[str] = []

    def read_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FileTextDialog)
        shown.append(dialog.findChildren(QPlainTextEdit)[0].toPlainText())
        dialog.accept()

    QTimer.singleShot(100, read_and_close)
    press(button(question, "prices.csv"))
    assert shown == ["a,b\n1,2\n"]


def test_only_files_can_be_sent_and_taken_out_again(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assembly = open_window()
    (tmp_path / "x.py").write_text("print(1)")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.py"))])
    paste(assembly, data)
    qtbot.waitUntil(lambda: "about" in "".join(chips(assembly)))
    (chip,) = assembly.content.page.composer.findChildren(AttachedChip)
    assert button(assembly.content.page.composer, "Send").isEnabled()

    press(chip.findChildren(QToolButton)[0])

    assert chips(assembly) == []
    assert not button(assembly.content.page.composer, "Send").isEnabled()


def test_the_loaded_model_counts_exactly(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    paste(assembly, text_data("word " * 1000))
    assert "about" in chips(assembly)[0]
    assert field(assembly).toPlainText() == ""

    load(assembly, qtbot)

    qtbot.waitUntil(lambda: "1,2" in chips(assembly)[0] and "about" not in chips(assembly)[0])
    qtbot.waitUntil(lambda: "left for the reply" in assembly.content.page.composer.findChildren(QLabel)[-1].text())


def test_a_file_that_does_not_fit_is_refused_with_the_numbers(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = open_window(script=Script(turns=(DEFAULT_TURN,), context=2048))
    load(assembly, qtbot)
    (tmp_path / "long.txt").write_text("word " * 8000)

    assembly.content.files_dropped.emit((str(tmp_path / "long.txt"),))

    qtbot.waitUntil(lambda: "long.txt needs 10,00" in notice(assembly))
    assert "are free" in notice(assembly)
    assert chips(assembly) == []


def test_of_a_file_that_does_not_fit_the_beginning_is_sent_or_the_context_is_made_longer(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = open_window(script=Script(turns=(DEFAULT_TURN,), context=2048, trained_context=32_768))
    load(assembly, qtbot)
    (tmp_path / "long.txt").write_text("word word\n" * 4000)
    notices = assembly.content.page.notices
    assembly.content.files_dropped.emit((str(tmp_path / "long.txt"),))
    qtbot.waitUntil(lambda: notices.second_action.text() == "Attach the beginning" and notices.isVisible())
    assert notices.action.text().startswith("Load with ")

    notices.second_action.click()
    qtbot.waitUntil(lambda: len(chips(assembly)) == 1 and "(beginning)" in chips(assembly)[0])
    assert not notices.isVisible()
    (beginning,) = assembly.content.page.composer.files.files
    assert 0 < len(beginning.text) < 40_000
    assert beginning.text.endswith("word word\n")

    assembly.content.files_dropped.emit((str(tmp_path / "long.txt"),))
    qtbot.waitUntil(notices.isVisible)
    notices.action.click()

    def context() -> int:
        info = session_of(assembly).model_status.info
        return info.context if info is not None else 0

    qtbot.waitUntil(lambda: context() > 12_000)
    qtbot.waitUntil(lambda: len(chips(assembly)) == 2)


def test_of_several_that_hold_no_text_each_is_refused_with_a_sentence(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = open_window()
    photo, data, folder = tmp_path / "photo.heic", tmp_path / "data.bin", tmp_path / "folder"
    photo.write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(100))
    data.write_bytes(bytes(range(256)) * 40)
    folder.mkdir()

    presenters_of(assembly).attachments.add_paths(str(path) for path in (photo, data, folder))
    qtbot.waitUntil(lambda: "photo.heic is a picture of a kind that cannot be read" in notice(assembly))
    qtbot.waitUntil(lambda: all(name in notice(assembly) for name in ("photo.heic", "data.bin", "folder")))
    assert chips(assembly) == []

    presenters_of(assembly).attachments.add_paths((str(data),))
    qtbot.waitUntil(lambda: "data.bin" in notice(assembly) and "photo.heic" not in notice(assembly))


def test_a_short_paste_is_text(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    paste(assembly, text_data("a few words"))

    assert field(assembly).toPlainText() == "a few words"
    assert chips(assembly) == []


def test_text_and_files_that_were_not_sent_are_there_after_a_crash(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    assembly = open_window()
    QTest.keyClicks(field(assembly), "half a thought")
    paste(assembly, text_data("long " * 1000))

    def saved() -> bool:
        store = HistoryStore.open(paths.database)
        draft = store.drafts.of(None)
        store.close()
        return draft.text == "half a thought" and len(draft.files) == 1

    qtbot.waitUntil(saved)
    assembly.close()

    again = open_window()
    assert field(again).toPlainText() == "half a thought"
    assert chips(again)[0].startswith("Pasted text 1.txt")


def test_a_question_that_was_sent_is_no_draft_any_more(open_window: OpenWindow, qtbot: QtBot) -> None:
    first = open_window()
    ask(first, "Well?")
    qtbot.waitUntil(has_ended(first))
    QTest.keyClicks(field(first), "And")
    first.close()

    again = open_window()
    assert field(again).toPlainText() == "And"
    again.content.sidebar.new_chat.click()
    assert field(again).toPlainText() == ""
    QTest.keyClick(field(again), Qt.Key.Key_Escape)
