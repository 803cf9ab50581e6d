"""Every page and dialog shows its words whole: in each language, from 100 to 200 %, from 700 to 2,560 pixels."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.conversation.reply_prompt import ReplyPrompt
from app.engines.known_endpoints import KeptEndpoint
from app.history.attachments import StoredAttachment
from app.history.backups import Backup, BackupKind
from app.history.preset_records import ThinkingOptions
from app.inference.protocol import PromptAccount, PromptControl, PromptPiece, PromptSource
from app.inference.scripted_engine import Say, Script
from app.messages import Sampling
from app.paths import AppPaths
from app.settings import SettingsFile, SettingsGroup
from app.settings.choices import Language, ThemeChoice
from tests.app.hub.tiny_gguf import write_gguf
from tests.ui.clipped import clipped
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import ask, has_ended
from ui.assembly import Assembly
from ui.chat.conversations.forget_dialog import ForgetDialog
from ui.chat.exchange.backup_dialog import BackupDialog
from ui.chat.exchange.export_dialog import ExportDialog
from ui.chat.presets.conversation_panel import ConversationPanel
from ui.chat.presets.presets_dialog import PresetsDialog
from ui.chat.thinking.thinking_limit_dialog import ThinkingLimitDialog
from ui.chat.transcript.compare_window import CompareWindow
from ui.chat.transcript.file_text_dialog import FileTextDialog
from ui.chat.transcript.prompt_window import PromptWindow
from ui.models.models_page import Tab
from ui.models.picker.model_settings_dialog import ModelSettingsDialog
from ui.models.picker.server_consent import ServerConsent
from ui.widgets.crash_dialog import CrashDialog
from ui.widgets.shortcuts_sheet import ShortcutsSheet

LANGUAGES = ("en", "de", "zh_CN")
SCALES, WIDTHS, THEMES = (1.0, 1.25, 1.5, 2.0), (700, 1000, 1280, 1800, 2560), (ThemeChoice.LIGHT, ThemeChoice.DARK)
SAMPLED = {
    "en": [(1.25, 1280, ThemeChoice.LIGHT)],
    "de": [(2.0, 700, ThemeChoice.DARK), (1.5, 1000, ThemeChoice.LIGHT)],
    "zh_CN": [(2.0, 2560, ThemeChoice.DARK)],
}
"""The longest words at the largest sizes in the least room; ASIDE_SIZES=all tries every combination."""
QUESTION = "How long would a train from Cologne to Zurich take, if every other train were late by half an hour?"
ANSWER = (
    Say("<think>\nLet me count.\n\nTwice.\n</think>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nx = 1\n```\n"),
)
PIECES = (PromptPiece(PromptSource.TEMPLATE, "<user>"), PromptPiece(PromptSource.QUESTION, "Why?"))


@pytest.fixture
def full(paths: AppPaths) -> AppPaths:
    """A home with a model in it."""
    folder = paths.models / "qwen" / "Qwen3-8B-GGUF"
    folder.mkdir(parents=True)
    write_gguf(folder / "Qwen3-8B-Instruct-2507-Q4_K_M.gguf", name="Qwen3 8B Instruct 2507")
    return paths


def pages(assembly: Assembly, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """Show one page after the other."""
    services, presenters, content = services_of(assembly), presenters_of(assembly), assembly.content
    presenters.conversations.begin()
    yield "welcome", content
    presenters.chat.show_conversation(1)
    yield "chat", content
    presenters.commands.open_palette()
    yield "palette", content
    presenters.commands.open_palette()
    services.models.open()
    for tab in Tab:
        services.models.page.show_tab(tab)
        yield f"models: {tab.name}", content
        if tab in (Tab.DISCOVER, Tab.LIBRARY, Tab.SERVERS):
            services.models.page.open_panel()
            yield f"models: {tab.name}, panel", content
            services.models.page.close_panel()
    for group in (one for one in SettingsGroup if one is not SettingsGroup.REMEMBERED):
        presenters.settings.open(group)
        yield f"settings: {group.name}", content
    presenters.pages.show_chat()


def dialogs(assembly: Assembly) -> dict[str, Callable[[], QDialog]]:
    """Return what makes each dialog."""
    window, store = assembly.window, services_of(assembly).store
    account = PromptAccount(PIECES, tuple(len(piece.text) for piece in PIECES), (PromptControl("think-budget", "500"),))
    kept = KeptEndpoint(url="http://192.168.1.20:8080/v1", name="A server in the cellar")
    reply = next(message for message in store.branch(1) if message.role == "assistant")
    presets = PresetsDialog(["Qwen3 8B Instruct 2507"], Sampling(), window)
    presets.show_presets(store.presets.all())

    def panel() -> QDialog:
        presenters_of(assembly).presets.show_panel()
        (shown,) = window.findChildren(ConversationPanel)
        return shown

    return {
        "panel": panel,
        "presets": lambda: presets,
        "export": lambda: ExportDialog(count=2, parent=window),
        "backups": lambda: BackupDialog([Backup(Path("a.sqlite3"), BackupKind.BY_HAND, 1e9, 40_000)], window),
        "forget": lambda: ForgetDialog([QUESTION, QUESTION], window),
        "limit": lambda: ThinkingLimitDialog(ThinkingOptions(), window),
        "compare": lambda: CompareWindow(
            [reply.id, reply.id], message=store.message, pair=(reply.id, reply.id), parent=window
        ),
        "prompt": lambda: PromptWindow(ReplyPrompt(account, 3, 2, ()), parent=window),
        "file": lambda: FileTextDialog(StoredAttachment("a.txt", "text", 3, "abc"), window, offers_insertion=True),
        "consent": lambda: ServerConsent(kept, window),
        "model settings": lambda: ModelSettingsDialog("Qwen3 8B Instruct 2507", is_here=True, parent=window),
        "crash": lambda: CrashDialog("Traceback", window),
        "shortcuts": lambda: ShortcutsSheet(assembly.actions.shortcuts(), window),
    }


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_clipped(full: AppPaths, open_window: OpenWindow, qtbot: QtBot, language: str) -> None:
    SettingsFile(full.settings_file).update(language=Language(language))
    assembly = open_window(script=Script(turns=(ANSWER,) * 2), home=full)
    ask(assembly, QUESTION)
    qtbot.waitUntil(has_ended(assembly))
    session_of(assembly).thinking_levels.choose(1, "off")
    everything = itertools.product(SCALES, WIDTHS, THEMES[:1])
    found: dict[str, list[str]] = {}
    for scale, width, theme in everything if os.environ.get("ASIDE_SIZES") == "all" else SAMPLED[language]:
        services_of(assembly).kept.set(text_scale=scale, theme=theme)
        assembly.window.resize(width, max(700, width * 9 // 16))
        at = f"{language} {scale:.0%} {width} px"
        for name, page in pages(assembly, qtbot):
            settle()
            if assembly.window.width() > width:
                found.setdefault("window", []).append(f"{at}: {name} is {assembly.window.width()} px wide")
            for line in clipped(page):
                found.setdefault(f"{name}: {line.split(': ')[0]}", []).append(f"{at}: {line.partition(': ')[2]}")
        for name, make in dialogs(assembly).items():
            dialog = make()
            dialog.show()
            settle()
            for line in clipped(dialog):
                found.setdefault(f"{name}: {line.split(': ')[0]}", []).append(f"{at}: {line.partition(': ')[2]}")
            dialog.close()
            if not isinstance(dialog, ConversationPanel):
                dialog.deleteLater()
    assert not found, "\n".join(f"{where}\n    " + "\n    ".join(what[:4]) for where, what in found.items())


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 100)
    whole, narrow, flat, outside = (QLabel("Some words to read", page) for _ in range(4))
    whole.adjustSize()
    narrow.resize(whole.width() // 2, whole.height())
    flat.setWordWrap(True)
    flat.resize(whole.width() // 2, whole.height())
    outside.setGeometry(590, 0, whole.width(), whole.height())
    page.show()

    assert [line.partition(": ")[2].split()[0] for line in clipped(page)] == ["needs", "needs", "cut"]
