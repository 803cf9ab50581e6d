"""Names and titles of strangers that hold orders or turn text around: wherever the window shows them, all is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.history.attachments import StoredAttachment
from app.history.conversation_lines import FolderLine
from app.history.records import MessageState, ReplyFigures
from app.history.store import HistoryStore
from app.model_choice.engine_probe import EngineProbe
from app.model_choice.known_models import library_of
from app.paths import AppPaths
from tests.app.hub.tiny_gguf import write_gguf
from tests.fakes.fake_hub import FakeHub
from tests.fakes.steps import reply_end
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.model_manager_stage import choose, open_models, search
from ui.assembly import Assembly
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand
from ui.chat.conversations.conversation_model import ConversationRole
from ui.chat.search.search_results import HIT_ROLE, SEEN_ROLE
from ui.chat.transcript.file_text_dialog import FileTextDialog
from ui.models.library.library_panel import LibraryAction
from ui.models.models_page import Tab

EVIL = "x\u202egnp.evil\x1b[2J\u2066 train\x07"
SEEN = "x<U+202E>gnp.evil^[[2J<U+2066> train^G"
REPO = "org/evil-GGUF"
DOCUMENTS = ("Reply: ", "Your question: ")
"""What a model or a person has written is a text, and no name."""
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def rows_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for role in _TEXT_ROLES:
            yield str(model.index(row, 0).data(role) or "")


def texts_of(top: QWidget) -> Iterator[str]:
    """Return all that a window and what belongs to it says, read and heard, but for documents and fields."""
    for widget in (top, *top.findChildren(QWidget)):
        tip = widget.toolTip().replace("\n", " ")  # its lines are broken
        yield from (tip, widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QMenu):
            for action in widget.actions():
                yield from (action.text(), action.toolTip())
        if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
            yield from rows_of(widget.model())


def check_all_is_seen() -> list[str]:
    """Fail where something that cannot be seen is shown; return the texts in which it is spelled."""
    said = [text for top in QApplication.topLevelWidgets() for text in texts_of(top)]
    assert [text for text in said if UNSEEN.search(text) and not text.startswith(DOCUMENTS)] == []
    return [text for text in said if "<U+202E>" in text]


def shown(assembly: Assembly, part: QWidget) -> list[str]:
    check_all_is_seen()
    return [text for text in texts_of(part) if "<U+202E>" in text]


@pytest.fixture
def full(paths: AppPaths) -> AppPaths:
    store = HistoryStore.open(paths.database)
    for _ in range(2):
        conversation = store.create_conversation(EVIL)
        asked = store.add_question(conversation.id, None, f"a {EVIL}")
        store.attachments.add(asked.id, [StoredAttachment(f"{EVIL}.txt", "text", 3, "abc")])
        reply = store.begin_reply(conversation.id, asked.id, EVIL)
        store.finish_reply(
            reply.id, reply_end(raw="", thinking="", answer=EVIL, state=MessageState.COMPLETE, figures=ReplyFigures())
        )
    store.shelf.move([2], store.shelf.create_folder(EVIL).id)
    store.close()
    return paths


def test_titles_folders_and_files_are_seen_whole(full: AppPaths, open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(home=full)
    model = assembly.content.sidebar.conversations
    presenters_of(assembly).chat.show_conversation(1)
    chip = f"Show the text of {SEEN}.txt"
    qtbot.waitUntil(lambda: chip in shown(assembly, assembly.content.page.transcript))

    assert [text for text in rows_of(model) if text == SEEN]
    assert model.title(1) == SEEN
    lines = [model.index(row).data(ConversationRole.LINE) for row in range(model.rowCount())]
    assert [line.name for line in lines if isinstance(line, FolderLine)] == [SEEN]
    assembly.content.sidebar.list.commanded.emit(ConversationCommand(CommandKind.DELETE, (1,)))
    assert f"Deleted “{SEEN}”" in shown(assembly, assembly.content.sidebar)
    assembly.content.sidebar.list.folder_delete_asked.emit(1)
    assert f"Deleted the folder “{SEEN}”" in shown(assembly, assembly.content.sidebar)


def test_a_title_that_is_edited_stays_as_it_is_until_something_is_typed(
    full: AppPaths, open_window: OpenWindow
) -> None:
    assembly = open_window(home=full)
    model = assembly.content.sidebar.conversations
    (index,) = [model.index(row) for row in range(model.rowCount()) if model.index(row).data(ConversationRole.ID) == 1]

    assert model.setData(index, index.data(Qt.ItemDataRole.EditRole))

    assert services_of(assembly).store.conversation(1).title == EVIL


def test_what_a_search_finds_is_seen_whole_and_marked_where_it_is(
    full: AppPaths, open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window(home=full)
    QTest.keyClicks(assembly.content.sidebar.search_field, "train")
    model = assembly.content.sidebar.results.model
    qtbot.waitUntil(lambda: model.rowCount() >= 6)

    check_all_is_seen()
    for row in range(model.rowCount()):
        hit, seen = model.index(row).data(HIT_ROLE), model.index(row).data(SEEN_ROLE)
        assert seen.title == SEEN
        assert hit.title == EVIL
        assert {seen.excerpt[start:end] for start, end in seen.matches} == {"train"}


def test_sentences_about_files_and_models_are_seen_whole(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assembly = open_window()
    services_of(assembly).picker.choose(str(tmp_path / f"{EVIL}.gguf"))
    assert any(SEEN in text for text in shown(assembly, assembly.content.page.notices))

    (tmp_path / f"{EVIL}.json").write_text("[]")
    services_of(assembly).exchange.import_from(tmp_path / f"{EVIL}.json")
    qtbot.waitUntil(lambda: services_of(assembly).jobs.running() == ())
    check_all_is_seen()

    (tmp_path / f"{EVIL}.txt").write_text("abc")
    assembly.content.files_dropped.emit((str(tmp_path / f"{EVIL}.txt"),))
    qtbot.waitUntil(lambda: any("about" in t for t in texts_of(assembly.content.page.composer)))
    assert any(SEEN in text for text in shown(assembly, assembly.content.page.composer))
    dialog = FileTextDialog(StoredAttachment(f"{EVIL}.txt", "text", 3, "abc"))
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == f"{SEEN}.txt"
    check_all_is_seen()


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """A Hub of strangers; no model of other apps, no keyring, no child for the dry run."""
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setattr(EngineProbe, "_asked", lambda _self, _question: None)
    small = write_gguf(tmp_path / "small.gguf", architecture=EVIL).read_bytes()
    with FakeHub() as hub:
        hub.add(
            REPO,
            {"m-Q4_K_M.gguf": small, f"{EVIL}-Q4_K_M.gguf": small, "README.md": f"# x\n\nThis is {EVIL}\n".encode()},
            card={"license": EVIL, "base_model": [EVIL]},
            gguf={"total": 600_000_000, "architecture": EVIL, "context_length": 32_768},
        )
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        yield hub


def test_what_the_hub_and_files_say_of_models_is_seen_whole(
    hub: FakeHub, paths: AppPaths, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    library_of(paths).import_file(write_gguf(tmp_path / EVIL / f"{EVIL}.gguf", architecture=EVIL))
    assembly, room = open_models(open_window)
    search(room, qtbot, "evil")
    choose(room, qtbot, REPO)
    check_all_is_seen()
    assert [card.entry.path for card in room.page.model_panel.cards()] == ["m-Q4_K_M.gguf"]
    assert SEEN in " ".join(room.page.model_panel.facts.texts().values())

    room.page.show_tab(Tab.LIBRARY)
    models = room.page.library.models
    qtbot.waitUntil(lambda: models.rowCount() == 2)
    (key,) = [entry.key for entry in models.entries() if entry.name == SEEN]
    room.page.library.list.clicked.emit(models.index(models.row_of(key)))
    assert room.page.library_panel.title() == SEEN
    room.page.library_panel.button(LibraryAction.REMOVE).click()
    check_all_is_seen()

    room.page.library_panel.button(LibraryAction.USE).click()
    qtbot.waitUntil(lambda: session_of(assembly).model_status.name == SEEN)
    assembly.picker.open_list()
    assert any(SEEN in text for text in check_all_is_seen())
    assembly.picker.close_list()
