"""Opens the settings of one model and keeps what is chosen there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.cancellation import StopSignal
from app.errors import UserError
from app.model_choice.local_facts import LocalFacts
from app.settings import ModelSettings
from ui.bridges.background import Task
from ui.bridges.hub import Hub
from ui.bridges.settings_store import SettingsStore
from ui.models.picker.model_settings_dialog import ModelSettingsDialog


class ModelSettingsPresenter(QObject):
    """One dialog at a time. `changed` is told the model whose settings are others now.

    Signals:
        problem_occurred(UserError): they could not be kept.
    """

    problem_occurred = Signal(object)

    def __init__(self, *, hub: Hub, kept: SettingsStore, changed: Callable[[str], None]) -> None:
        super().__init__()
        self._hub = hub
        self._kept = kept
        self._changed = changed
        self._asking: Task[LocalFacts | None] | None = None
        self.dialog: ModelSettingsDialog | None = None

    def open(self, key: str, title: str, parent: QWidget) -> None:
        """Let the person choose for the model of this key."""
        if self.dialog is not None:
            return
        dialog = self.dialog = ModelSettingsDialog(title, is_here=Path(key).is_absolute(), parent=parent)
        dialog.changed.connect(lambda: self._judge(key))
        dialog.finished.connect(lambda result: self._closed(key, result == QDialog.DialogCode.Accepted))
        dialog.show_settings(self._kept.now().model_settings.get(key))
        dialog.open()

    def set_context(self, key: str, tokens: int) -> None:
        """Load this model with so long a context from now on."""
        own = self._kept.now().model_settings.get(key, ModelSettings())
        self._keep(key, msgspec.structs.replace(own, context=tokens))

    # --- private ----------------------------------------------------------------------------------------------

    def _judge(self, key: str) -> None:
        """Say what the choice would do to the memory."""
        if self.dialog is None or not Path(key).is_absolute():
            return
        wanted = self.dialog.settings()

        def ask() -> None:
            if self._asking is not None:
                self._asking.cancel()
            self._asking = self._hub.background.run(work, self._show, owner=self)

        def work(_stop: StopSignal) -> LocalFacts | None:
            return self._hub.service.facts_of(Path(key), wanted)

        self._hub.look_at_computer(ask, owner=self)

    def _show(self, facts: LocalFacts | None) -> None:
        if self.dialog is not None:
            self.dialog.show_facts(facts, has_card=bool(self._hub.service.computer().gpus))

    def _closed(self, key: str, is_accepted: bool) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            if is_accepted:
                self._keep(key, dialog.settings())
            dialog.deleteLater()

    def _keep(self, key: str, own: ModelSettings) -> None:
        others = {name: kept for name, kept in self._kept.now().model_settings.items() if name != key}
        try:
            self._kept.set(model_settings=others if own == ModelSettings() else {**others, key: own})
        except UserError as error:
            self.problem_occurred.emit(error)
            return
        self._changed(key)
