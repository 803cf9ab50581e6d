"""What is to be seen in each picture, played in the real window with the starter model."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

import psutil
from conversations import CONVERSATIONS, Exchange, ShownConversation
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from shown_hub import REPOSITORY

from app.history.backups import Backups
from app.history.errors import DatabaseIsDamaged
from app.history.records import MessageState, ModelStep, ReplyEnd, ReplyFigures, StoredMessage
from app.history.shelf import ConversationShelf
from app.history.store import HistoryStore
from app.paths import AppPaths
from app.settings import SettingsFile
from app.settings.choices import SettingsGroup
from ui.assembly import Assembly
from ui.bridges.notice_of import notice_of
from ui.chat.conversations.history_trouble import HistoryTrouble

if TYPE_CHECKING:
    from pathlib import Path

    from app.inference.engine import EngineFactory
    from ui.presenters import Presenters
    from ui.services import Services

_SEEN_LETTERS = 100
"""Of a thought, before it is held still."""
MODEL = "DeepSeek-R1-Distill-Qwen-7B"


class Stage:
    """The real window, full of conversations; use it with `with`."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.paths = AppPaths.from_environment()
        for folder in (self.paths.data, self.paths.config):
            folder.mkdir(parents=True, exist_ok=True)
        SettingsFile(self.paths.settings_file).update(
            theme=options.theme, language=options.language, text_scale=options.text_scale
        )
        self.ids: dict[str, int] = {}
        self.modal: Callable[[], object] | None = None
        """What a scene leaves to be opened: it does not return before its dialog is closed."""
        for conversation in CONVERSATIONS[::-1]:
            self._write(conversation)
        self._held: list[psutil.Process] = []
        self._application = QApplication([])
        self.assembly = Assembly(self._application, self.paths, engine_factory=_factory)
        width, height = map(int, options.size.split("x"))
        self.assembly.window.setGeometry(0, 0, width, height)

    def __enter__(self) -> Self:
        self.assembly.show()
        self.until(lambda: self.assembly.services is not None)
        self.assembly.window.activateWindow()
        self.until(lambda: self.services.session.model_status.info is not None)
        self.settle()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.assembly.close()

    @property
    def services(self) -> Services:
        """What works behind the window."""
        assert self.assembly.services is not None
        return self.assembly.services

    @property
    def presenters(self) -> Presenters:
        """What the parts of the window show and do."""
        assert self.assembly.presenters is not None
        return self.assembly.presenters

    def perform(self, action: str) -> None:
        """Do what a shortcut does."""
        self.assembly.actions.perform(action)

    def show(self, name: str) -> None:
        """Show a conversation."""
        self.presenters.pages.show_chat()
        self.presenters.chat.show_conversation(self.ids[name] if name else None)
        self.settle()

    def ask(self, question: str) -> None:
        """Ask the model that is chosen."""
        self.assembly.content.page.composer.sent.emit(question)

    def until(self, condition: Callable[[], bool], timeout_s: float = 60.0) -> None:
        """Let the window work until something holds."""
        end = time.monotonic() + timeout_s
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self.settle(0.02)

    def settle(self, seconds: float = 0.7) -> None:
        """Let the window work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def keep(self, path: Path, *, largest_bytes: int) -> None:
        """Write what the screen shows, with fewer colours where the file would be large."""
        if self.modal is not None:
            opened, self.modal = self.modal, None
            QTimer.singleShot(1200, lambda: (self.keep(path, largest_bytes=largest_bytes), self._close_dialog()))
            opened()
            return
        picture = QGuiApplication.primaryScreen().grabWindow(0).toImage()
        picture.convertTo(QImage.Format.Format_RGB32)
        picture.save(str(path))
        if path.stat().st_size > largest_bytes:
            picture.convertToFormat(QImage.Format.Format_Indexed8).save(str(path))

    def _close_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()

    def hold_engine(self) -> None:
        """Let the engine's process stand still until the scene is over."""
        self._held = [child for child in psutil.Process().children() if child.name() != "Xvfb"]
        for child in self._held:
            child.suspend()

    def tidy(self) -> None:
        """Close what a scene has opened."""
        for child in self._held:
            child.resume()
        self._held = []
        for widget in QApplication.topLevelWidgets():
            if widget is not self.assembly.window and widget.isVisible():
                widget.close()
        if self.services.session.running_turn is not None:
            self.services.session.stop()
            self.until(lambda: self.services.session.running_turn is None)
        content = self.assembly.content
        content.page.notices.hide()
        content.sidebar.search_field.clear()
        is_narrow = content.window().width() < 900
        if is_narrow and not content.sidebar.isHidden():
            content.toggle_sidebar()
        content.page.find_bar.close_bar()
        content.page.composer.edit.clear()
        self.presenters.pages.show_chat()
        if content.dock.is_collapsed:
            content.dock.toggle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _write(self, shown: ShownConversation) -> None:
        at = time.time() - shown.days_ago * 86_400
        store = HistoryStore.open(self.paths.database, clock=lambda: at)
        conversation = store.create_conversation(shown.title)
        self.ids[shown.name] = conversation.id
        parent = None
        for exchange in shown.exchanges:
            question = store.add_question(conversation.id, parent, exchange.question)
            if shown.other_answer:
                _answer(store, question, replace(exchange, answer=shown.other_answer, seconds=0.6, tokens=19))
            parent = _answer(store, question, exchange)
            store.set_leaf(conversation.id, parent)
        if shown.is_pinned:
            ConversationShelf(store.database).set_pinned((conversation.id,), pinned=True)
        store.close()


def _answer(store: HistoryStore, question: StoredMessage, exchange: Exchange) -> int:
    reply = store.begin_reply(question.conversation_id, question.id, MODEL)
    figures = ReplyFigures(
        thinking_s=exchange.seconds,
        thinking_tokens=exchange.tokens,
        answer_tokens=180,
        tokens_per_s=33.4,
        time_to_first_token_s=0.4,
        thinking_ended="model",
    )
    raw = f"<think>\n{exchange.thought}\n</think>\n\n{exchange.answer}"
    step = ModelStep(raw, exchange.thought, exchange.answer, figures)
    store.finish_reply(reply.id, ReplyEnd(step, MessageState.COMPLETE, figures))
    return reply.id


def _live(stage: Stage) -> None:
    """In the middle of a thought: the engine is held while its picture is taken."""
    stage.show("")
    stage.services.session.overrides.offer_tools(None, ())  # by hand it takes long enough to be caught
    stage.ask("Is 91 a prime number?")
    stage.until(lambda: stage.services.session.running_turn is None)
    stage.ask("What is 12 * 17 - 45?")
    stage.until(lambda: _thought_letters(stage) > _SEEN_LETTERS)
    stage.hold_engine()


def _thought_letters(stage: Stage) -> int:
    turn = stage.services.session.running_turn
    return len(turn.thinking) if turn is not None else 0


def _folded(stage: Stage) -> None:
    stage.show("maths")
    stage.assembly.content.dock.toggle()


def _search(stage: Stage) -> None:
    stage.show("code")
    stage.perform("search")
    stage.assembly.content.sidebar.search_field.setText("function")
    stage.settle(1.5)


def _find(stage: Stage) -> None:
    stage.show("maths")
    stage.assembly.content.page.find_bar.open_bar("sum")
    stage.settle(1)


def _settings(group: SettingsGroup) -> Callable[[Stage], None]:
    return lambda stage: stage.presenters.settings.open(group)


def _palette(stage: Stage) -> None:
    stage.show("code")
    stage.perform("palette")


def _models(stage: Stage) -> None:
    stage.services.models.open()
    stage.settle(2.5)


def _on_this_computer(stage: Stage) -> None:
    from ui.models.models_page import Tab

    _models(stage)
    room = stage.services.models
    assert room is not None
    room.page.show_tab(Tab.LIBRARY)
    stage.settle(1.5)


def _downloads(stage: Stage) -> None:
    _models(stage)
    stage.services.models.open_downloads()


def _model(stage: Stage) -> None:
    _models(stage)
    room = stage.services.models
    assert room is not None
    results = room.page.discover.results
    place = results.index(results.row_of(REPOSITORY))
    room.page.discover.list.setCurrentIndex(place)
    room.page.discover.list.clicked.emit(place)
    stage.until(lambda: not room.page.model_panel.box.isHidden(), 60)


def _downloading(stage: Stage) -> None:
    _model(stage)
    room = stage.services.models
    assert room is not None
    room.page.model_panel.cards()[0].button.click()
    stage.settle(2)


def _download_list(stage: Stage) -> None:
    _downloading(stage)
    stage.services.models.open_downloads()


def _strip(stage: Stage) -> None:
    _downloading(stage)
    stage.show("code")


def _backup(stage: Stage) -> None:
    stage.show("code")
    stage.perform("back_up")
    stage.settle(1)
    stage.perform("restore")


def _damaged(stage: Stage) -> None:
    page = HistoryTrouble()
    stage.assembly.content.show_page(page)
    page.show_trouble(
        notice_of(DatabaseIsDamaged(stage.paths.database, details="database disk image is malformed")),
        Backups(stage.paths.database).all(),
        can_start_fresh=True,
        can_retry=False,
    )


def _sampling(stage: Stage) -> None:
    stage.show("code")
    stage.presenters.presets.show_panel()


def _presets(stage: Stage) -> None:
    stage.show("code")
    stage.modal = stage.presenters.presets.edit_presets


def _shortcuts(stage: Stage) -> None:
    stage.show("code")
    stage.perform("shortcuts")


def _export(stage: Stage) -> None:
    stage.show("code")
    stage.perform("export")


def _error(stage: Stage) -> None:
    from app.errors import UserError

    stage.show("code")
    stage.services.events.report(
        UserError(
            "The disk of {folder} is full.",
            "Free some space, remove models you do not use, or move the models folder.",
            folder="/home/ada/Models",
            details="OSError: [Errno 28] No space left on device",
        )
    )


def _compare(stage: Stage) -> None:
    stage.show("larger")
    stage.assembly.content.page.transcript.asks.compare_asked.emit(_last_reply(stage, "larger"))


def _last_reply(stage: Stage, name: str) -> int:
    return stage.services.store.branch(stage.ids[name])[-1].id


def _menu(stage: Stage) -> None:
    stage.show("code")
    stage.perform("model")


def _shows(name: str) -> Callable[[Stage], None]:
    return lambda stage: stage.show(name)


SCENES: dict[str, Callable[[Stage], None]] = {
    "empty": _shows(""),
    "maths": _shows("maths"),
    "code": _shows("code"),
    "table": _shows("table"),
    "arabic": _shows("arabic"),
    "folded": _folded,
    "live": _live,
    "search": _search,
    "find": _find,
    "palette": _palette,
    "menu": _menu,
    "compare": _compare,
    "sampling": _sampling,
    "presets": _presets,
    "shortcuts": _shortcuts,
    "export": _export,
    "error": _error,
    "settings": _settings(SettingsGroup.APPEARANCE),
    **{f"settings-{group}": _settings(group) for group in SettingsGroup if group is not SettingsGroup.REMEMBERED},
    "models": _models,
    "model": _model,
    "library": _on_this_computer,
    "downloads": _downloads,
    "downloading": _downloading,
    "download-list": _download_list,
    "strip": _strip,
    "backup": _backup,
    "damaged": _damaged,
}
"""Each leaves the window as it is to be seen."""


def _factory() -> EngineFactory:
    from app.inference.llama_factory import LlamaEngineFactory

    return LlamaEngineFactory()
