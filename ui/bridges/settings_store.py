"""The settings in the window: what the person has chosen is written at once, where things were a moment later."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.settings import Settings, SettingsFile
from app.settings.errors import CommentsNotKept
from app.settings.file import with_changes
from ui.widgets.timers import after

_log = logging.getLogger(__name__)
_SAVE_AFTER_MS = 800


class SettingsStore(QObject):
    """Knows the settings as they are now.

    Signals:
        changed(frozenset[str]): these settings have another value from now on.
        problem_occurred(UserError): something in the file could not be read, or was not kept.
    """

    changed = Signal(object)
    problem_occurred = Signal(object)

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self._settings = file.load()
        self._unsaved: dict[str, object] = {}
        self._timer = after(self, _SAVE_AFTER_MS, self.save)

    def now(self) -> Settings:
        """Return the settings as they are now."""
        return self._settings

    def set(self, **changes: object) -> None:
        """Write what the person has chosen at once, and tell of it. Raises `SettingIsInvalid`, `SettingsNotSaved`."""
        written = self._updated(changes)
        self._unsaved = {name: value for name, value in self._unsaved.items() if name not in changes}
        self._take(written)

    def reload(self) -> None:
        """Read what someone else has written."""
        self._take(self.file.load())

    def set_later(self, **changes: object) -> None:
        """Use where the window was and the like from now on; it is written a moment later."""
        settings = with_changes(self._settings, **changes)
        self._unsaved.update(changes)
        self._timer.start()
        self._take(settings)

    def save(self) -> None:
        """Write what is only remembered so far; a failure is logged, for it can wait until something else changes."""
        self._timer.stop()
        if not self._unsaved:
            return
        try:
            written = self._updated(self._unsaved)
        except UserError as error:
            _log.warning("settings not saved: %s", error)
            return
        self._unsaved = {}
        self._take(written)

    def tell_trouble(self) -> None:
        """Tell what could not be read, once for each file that was broken."""
        if self.file.trouble is not None:
            self.problem_occurred.emit(self.file.trouble)
        if self._settings.broken_settings:
            self.set_later(broken_settings="")

    def _updated(self, changes: Mapping[str, object]) -> Settings:
        kept_before = self.file.kept_beside
        written = self.file.update(**changes)
        if self.file.kept_beside not in (None, kept_before):
            if self.file.trouble is not None:
                self.tell_trouble()
            elif self.file.kept_beside is not None:
                self.problem_occurred.emit(CommentsNotKept(self.file.kept_beside))
        return written

    def _take(self, settings: Settings) -> None:
        before, self._settings = self._settings, with_changes(settings, **self._unsaved)
        names = [name for name in Settings.__struct_fields__ if getattr(before, name) != getattr(self._settings, name)]
        if names:
            self.changed.emit(frozenset(names))
