"""Export, import, backups and printing from the sidebar, with real files."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.history.backups import BackupKind, Backups
from app.history.exchange.exporting import ExportForm
from app.history.store import HistoryStore
from app.paths import AppPaths
from tests.fakes.chatgpt_export import chatgpt
from tests.ui.conftest import SLOW_TURN, OpenWindow, presenters_of, services_of
from tests.ui.window_actions import button, press
from ui.assembly import Assembly
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand
from ui.chat.conversations.sidebar import ListCommand
from ui.chat.exchange.backup_dialog import BackupDialog
from ui.chat.exchange.exchange_presenter import ExchangePresenter, FileDialogs
from ui.chat.exchange.export_dialog import ExportChoice, ExportDialog


@pytest.fixture
def full(paths: AppPaths) -> AppPaths:
    store = HistoryStore.open(paths.database)
    for title in ("Trains", "Bread"):
        conversation = store.create_conversation(title)
        store.add_question(conversation.id, None, f"What about {title.lower()}?")
    store.close()
    return paths


def exchange(assembly: Assembly) -> ExchangePresenter:
    return services_of(assembly).exchange


def told(assembly: Assembly) -> str:
    return "\n".join(assembly.content.sidebar.work_strip.texts())


def test_a_conversation_is_exported_in_the_form_that_is_chosen(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.html"
    monkeypatch.setattr(FileDialogs, "file_to_write", lambda self, name: target)
    assembly = open_window(home=full)
    assembly.content.sidebar.list.commanded.emit(ConversationCommand(CommandKind.EXPORT, (1,)))
    [dialog] = assembly.window.findChildren(ExportDialog)
    dialog.choose(ExportForm.WEB_PAGE)
    dialog._accept()

    qtbot.waitUntil(lambda: told(assembly) == "Exported to out.html")

    assert "What about trains?" in target.read_text()


def test_all_are_exported_and_imported_again(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "all.json"
    monkeypatch.setattr(FileDialogs, "file_to_write", lambda self, name: target)
    monkeypatch.setattr(FileDialogs, "file_to_read", lambda self: target)
    assembly = open_window(home=full)
    exchange(assembly).export((1, 2), ExportChoice(ExportForm.JSON, True))
    qtbot.waitUntil(lambda: told(assembly).startswith("Exported"))

    assembly.content.sidebar.commanded.emit(ListCommand.IMPORT)

    qtbot.waitUntil(lambda: len(assembly.content.sidebar.conversations.ids()) == 4)
    assert told(assembly).endswith("Imported 2 conversations with 2 messages")


def test_a_broken_file_is_told_in_the_window_and_changes_nothing(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "broken.json"
    source.write_text(json.dumps([chatgpt()] * 3)[:-200])
    assembly = open_window(home=full)

    with qtbot.waitSignal(services_of(assembly).events.problem_occurred) as told_of:
        exchange(assembly).import_from(source)

    assert isinstance(told_of.args[0], UserError)
    assert len(assembly.content.sidebar.conversations.ids()) == 2
    assert assembly.content.page.notices.isVisible()


def test_an_import_is_stopped_without_a_trace(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "long.json"
    source.write_text(json.dumps([chatgpt()] * 4000))
    assembly = open_window(home=full)
    exchange(assembly).import_from(source)
    qtbot.waitUntil(lambda: told(assembly) == "Importing long.json…")

    press(button(assembly.content.sidebar.work_strip, "Stop"))

    assert told(assembly) == "Stopping: Importing long.json…"
    qtbot.waitUntil(lambda: told(assembly) == "Stopped; nothing of long.json was imported.")
    assert len(services_of(assembly).store.conversations()) == 2


def test_a_backup_is_made_and_restored_from_the_window(full: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=full)
    assembly.content.sidebar.commanded.emit(ListCommand.BACK_UP)
    qtbot.waitUntil(lambda: told(assembly) == "The conversations are backed up.")
    assembly.content.sidebar.list.commanded.emit(ConversationCommand(CommandKind.DELETE, (1, 2)))
    assert assembly.content.sidebar.conversations.ids() == []

    assembly.content.sidebar.commanded.emit(ListCommand.RESTORE)
    [dialog] = assembly.window.findChildren(BackupDialog)
    dialog._accept()

    qtbot.waitUntil(lambda: sorted(assembly.content.sidebar.conversations.ids()) == [1, 2])
    kinds = [backup.kind for backup in Backups(full.database).all()]
    assert sorted(kinds) == [BackupKind.BEFORE_RESTORE, BackupKind.BY_HAND]


def test_the_daily_backup_is_made_once_and_in_silence(full: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=full)
    exchange(assembly).back_up_daily()
    qtbot.waitUntil(lambda: len(Backups(full.database).all()) == 1)

    exchange(assembly).back_up_daily()
    qtbot.wait(100)

    assert [backup.kind for backup in Backups(full.database).all()] == [BackupKind.DAILY]
    assert told(assembly) == ""


def test_a_history_found_damaged_while_the_window_is_open_can_be_restored(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    with contextlib.closing(HistoryStore.open(full.database)) as store:
        store.add_question(1, None, "many words " * 30_000)
    Backups(full.database).make(BackupKind.DAILY)
    assembly = open_window(home=full)
    content = bytearray(full.database.read_bytes())
    content[len(content) // 2 :: 4096] = b"\xa5" * len(content[len(content) // 2 :: 4096])
    full.database.write_bytes(content)

    with qtbot.waitSignal(services_of(assembly).events.problem_occurred):
        exchange(assembly).back_up(BackupKind.BY_HAND)
    press(button(assembly.content.page.notices, "Restore from a backup"))
    [dialog] = assembly.window.findChildren(BackupDialog)
    dialog._accept()
    qtbot.waitUntil(lambda: told(assembly) == "The conversations are as they were then.")

    services_of(assembly).store.check_integrity()
    assert not assembly.content.page.notices.isVisible()
    assert sorted(map(assembly.content.sidebar.conversations.title, assembly.content.sidebar.conversations.ids())) == [
        "Bread",
        "Trains",
    ]


def test_nothing_is_restored_while_a_reply_is_written(full: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    backup = Backups(full.database).make(BackupKind.BY_HAND)
    assembly = open_window(*SLOW_TURN, home=full)
    presenters_of(assembly).chat.send("Wait.")
    qtbot.waitUntil(lambda: services_of(assembly).session.running_turn is not None)

    with qtbot.waitSignal(services_of(assembly).events.problem_occurred) as told_of:
        exchange(assembly).restoring.restore(backup)

    assert "A reply is being written" in told_of.args[0].message_text()


def test_printing_lays_out_the_branch_as_pages(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    target = tmp_path / "out.pdf"

    def to_pdf(self: FileDialogs) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return printer

    monkeypatch.setattr(FileDialogs, "printer", to_pdf)
    assembly = open_window(home=full)

    assembly.content.sidebar.list.commanded.emit(ConversationCommand(CommandKind.PRINT, (1,)))

    qtbot.waitUntil(lambda: told(assembly) == "“Trains” has been handed to the printer.")
    document = pypdfium2.PdfDocument(str(target))
    words = document[0].get_textpage().get_text_bounded()
    document.close()
    assert words.split()[0] == "Trains"
    assert "What about trains?" in words
