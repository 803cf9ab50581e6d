"""Forgetting a conversation in the window: what is said before, what goes, and what is left anywhere in the home."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.conversation.shown_branch import READ_AT_ONCE
from app.history.backups import BackupKind, Backups
from app.history.branch_outline import BranchEntry
from app.history.store import HistoryStore
from app.inference.kept_sequences import sequence_name
from app.paths import AppPaths
from app.settings import SettingsFile
from tests.ui.conftest import SLOW_TURN, OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import ask, button, field, has_ended, press
from ui.assembly import Assembly
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand
from ui.chat.conversations.forget_dialog import ForgetDialog
from ui.chat.exchange.exchange_presenter import ExchangePresenter

WORD = "Unspeakable"
ENTRY = "Forget everything of this conversation…"


@pytest.fixture
def home(paths: AppPaths) -> AppPaths:
    with contextlib.closing(HistoryStore.open(paths.database)) as store:
        other = store.create_conversation("Trains")
        store.add_question(other.id, None, "When do they meet?")
    return paths


def exchange(assembly: Assembly) -> ExchangePresenter:
    return services_of(assembly).exchange


def told(assembly: Assembly) -> str:
    return "\n".join(assembly.content.sidebar.work_strip.texts())


def files_with_the_word(home: AppPaths) -> list[str]:
    root = home.data.parent
    return [
        str(path.relative_to(root))
        for path in sorted(root.rglob("*"))
        if path.is_file() and WORD.lower().encode() in path.read_bytes().lower()
    ]


def keep_sequences_of(home: AppPaths, *conversations: str) -> Path:
    folder = home.cache / "sequences"
    folder.mkdir(parents=True, exist_ok=True)
    for conversation in conversations:
        for model in ("one", "another"):
            (folder / (sequence_name(conversation, model) + ".state")).write_text(f"{WORD} {conversation}")
    return folder


def open_dialog(assembly: Assembly, qtbot: QtBot, conversation_id: int) -> ForgetDialog:
    menu = assembly.content.sidebar.list.menu_for(conversation_id)
    entry_of(menu, ENTRY).trigger()
    menu.deleteLater()
    [dialog] = assembly.window.findChildren(ForgetDialog)
    qtbot.waitUntil(dialog.confirm.isEnabled)
    return dialog


def entry_of(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def converse(assembly: Assembly, qtbot: QtBot) -> int:
    """Ask, answer, type without sending, search and look at it: leave traces wherever there can be some."""
    ask(assembly, f"{WORD} things?")
    qtbot.waitUntil(has_ended(assembly))
    conversation_id = presenters_of(assembly).chat.conversation_id
    assert conversation_id is not None
    presenters_of(assembly).chat.show_conversation(None)
    commands = presenters_of(assembly).commands
    commands._choose(next(entry for entry in commands._entries() if entry.key == f"conversation:{conversation_id}"))
    commands._choose(next(entry for entry in commands._entries() if entry.key == "action:sidebar"))
    field(assembly).setPlainText(f"{WORD} and not sent")
    presenters_of(assembly).chat.drafts.save_now()
    assert services_of(assembly).session.flush(5.0)
    return conversation_id


def test_nothing_of_a_forgotten_conversation_is_left_in_the_whole_home(
    home: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(home=home)
    conversation_id = converse(assembly, qtbot)
    sequences = keep_sequences_of(home, str(conversation_id))
    (sequences / (sequence_name("1", "one") + ".state")).write_text("of trains")
    for kind in (BackupKind.DAILY, BackupKind.BY_HAND):
        Backups(home.database).make(kind)
    assembly.content.sidebar.search_field.setText(WORD)
    qtbot.waitUntil(lambda: len(assembly.content.sidebar.results.model.hits()) > 0)
    (home.data / "backups" / "history-2026-01-01_10-00-00-daily.sqlite3.part").write_text(f"{WORD}, cut by a crash")
    (home.data / "backups" / "restoring.sqlite3-wal").write_text(f"{WORD}, cut by a crash")
    assert len(files_with_the_word(home)) > 6

    dialog = open_dialog(assembly, qtbot, conversation_id)
    assert "2 copies still hold it:" in dialog.text()
    assert "daily · until about" in dialog.text()
    assert "made by hand · until it is deleted" in dialog.text()
    press(dialog.confirm)

    qtbot.waitUntil(lambda: told(assembly) == "1 conversation is deleted for good.")
    assert files_with_the_word(home) == []
    assert assembly.content.sidebar.conversations.ids() == [1]
    assert presenters_of(assembly).chat.conversation_id is None
    assert field(assembly).toPlainText() == ""
    assert assembly.content.sidebar.undo_bar.isHidden()
    qtbot.waitUntil(lambda: assembly.content.sidebar.results.model.hits() == [])
    assert [path.read_text() for path in sequences.iterdir()] == ["of trains"]
    settings = SettingsFile(home.settings_file).load()
    assert settings.last_conversation_id is None
    assert settings.recent_commands == ("action:sidebar",)
    assembly.close()
    assert files_with_the_word(home) == []
    assert len(Backups(home.database).all()) == 2


def test_copies_that_are_named_may_keep_it(home: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=home)
    conversation_id = converse(assembly, qtbot)
    copy = Backups(home.database).make(BackupKind.DAILY)
    content = copy.path.read_bytes()

    dialog = open_dialog(assembly, qtbot, conversation_id)
    dialog._too.click()
    press(dialog.confirm)

    qtbot.waitUntil(lambda: "deleted for good" in told(assembly))
    assert files_with_the_word(home) == [f"data/backups/{copy.path.name}"]
    assert copy.path.read_bytes() == content


def test_a_copy_that_does_not_hold_it_is_not_named(home: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    Backups(home.database).make(BackupKind.DAILY)
    assembly = open_window(home=home)
    conversation_id = converse(assembly, qtbot)

    dialog = open_dialog(assembly, qtbot, conversation_id)

    assert "No backup holds it." in dialog.text()
    assert dialog._too.isHidden()
    dialog.reject()


def test_nothing_goes_when_it_is_cancelled(home: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=home)

    press(button(open_dialog(assembly, qtbot, 1), "Cancel"))

    qtbot.waitUntil(lambda: not assembly.window.findChildren(ForgetDialog))
    assert assembly.content.sidebar.conversations.ids() == [1]
    assert services_of(assembly).store.deleted_before(9e12) == []


def test_the_rest_of_a_long_conversation_is_not_looked_for_when_it_is_gone(
    home: AppPaths, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with contextlib.closing(HistoryStore.open(home.database)) as store:
        conversation = store.create_conversation(WORD)
        parent = None
        for number in range(READ_AT_ONCE + 2):
            parent = store.add_question(conversation.id, parent, str(number)).id
    assembly = open_window()
    whole = HistoryStore.outline

    def forgotten(store: HistoryStore, conversation_id: int, *, limit: int = -1) -> list[BranchEntry]:
        if limit < 0:
            raise LookupError("it was forgotten while it was being read")
        return whole(store, conversation_id, limit=limit)

    monkeypatch.setattr(HistoryStore, "outline", forgotten)
    presenters_of(assembly).chat.show_conversation(conversation.id)

    with qtbot.waitSignal(presenters_of(assembly).transcript.branch_filled):
        pass

    assert assembly.content.page.transcript.cards()


def test_a_running_reply_is_ended_first_and_leaves_nothing(
    home: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(*SLOW_TURN, home=home)
    ask(assembly, f"{WORD} things?")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is not None)
    conversation_id = presenters_of(assembly).chat.conversation_id
    assert conversation_id is not None
    qtbot.waitUntil(lambda: services_of(assembly).store.branch(conversation_id)[-1].thinking != "")

    press(open_dialog(assembly, qtbot, conversation_id).confirm)

    qtbot.waitUntil(lambda: "deleted for good" in told(assembly))
    assert session_of(assembly).running_turn is None
    assert files_with_the_word(home) == []


def test_what_the_app_could_not_forget_wholly_goes_when_it_starts_again(
    home: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    with contextlib.closing(HistoryStore.open(home.database)) as store:
        doomed = store.create_conversation(WORD)
        store.add_question(doomed.id, None, f"{WORD} things?")
        store.shelf.give_up([doomed.id])
    keep_sequences_of(home, str(doomed.id))
    assembly = open_window(home=home)
    assert assembly.content.sidebar.conversations.ids() == [1]

    services_of(assembly).forgetting.tidy()

    qtbot.waitUntil(lambda: files_with_the_word(home) == [])


def test_what_models_kept_of_conversations_that_are_gone_goes_when_the_app_ends(
    home: AppPaths, open_window: OpenWindow
) -> None:
    folder = keep_sequences_of(home, "1", "77")
    assembly = open_window(home=home)

    assembly.close()

    assert {path.read_text() for path in folder.iterdir()} == {f"{WORD} 1"}


def test_an_undo_does_not_bring_back_what_was_forgotten(home: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=home)
    assembly.content.sidebar.list.commanded.emit(ConversationCommand(CommandKind.PIN, (1,)))
    assert not assembly.content.sidebar.undo_bar.isHidden()

    press(open_dialog(assembly, qtbot, 1).confirm)

    qtbot.waitUntil(lambda: "deleted for good" in told(assembly))
    assert assembly.content.sidebar.undo_bar.isHidden()
    assembly.content.sidebar.list.undo_asked.emit()
    assert assembly.content.sidebar.conversations.ids() == []


def test_it_waits_for_what_else_writes_conversations_and_says_so(
    home: AppPaths, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = Backups(home.database).make(BackupKind.BY_HAND)
    assembly = open_window(home=home)
    dialog = open_dialog(assembly, qtbot, 1)
    exchange(assembly).restoring.restore(backup)

    with qtbot.waitSignal(services_of(assembly).events.problem_occurred) as problem:
        press(dialog.confirm)

    assert problem.args is not None
    assert "has to wait" in problem.args[0].message
    qtbot.waitUntil(lambda: not services_of(assembly).jobs.running())
    assert assembly.content.sidebar.conversations.ids() == [1]


def test_it_can_be_begun_from_the_palette(home: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=home)
    presenters_of(assembly).chat.show_conversation(1)

    assembly.actions.perform("forget")

    [dialog] = assembly.window.findChildren(ForgetDialog)
    assert "“Trains”" in dialog.text()
    dialog.reject()
