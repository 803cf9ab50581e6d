"""Brings problems of other threads to the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.errors import UserError


class ProblemBridge(QObject):
    """Signals:
    occurred(UserError): something failed on another thread.
    """

    occurred = Signal(object)

    def post(self, error: UserError) -> None:
        """Take an error; called on any thread."""
        self.occurred.emit(error)
