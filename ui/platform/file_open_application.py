"""The application object on macOS, where files and links to open come as events and not as arguments."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class FileOpenApplication(QApplication):
    """Signals:
    file_asked(str): the path of a file, or a link, that should be opened.
    """

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take the events that ask to open something; only those to the application itself come here."""
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file() or event.url().toString())
            return True
        return super().event(event)
