"""What every editor of a setting promises."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class SettingEditor(QWidget):
    """Shows a value and tells of another one; showing tells nothing.

    Signals:
        value_chosen(object): the person has chosen this value.
    """

    value_chosen = Signal(object)
    is_wide = False
    """Whether it stands below the explanation, not beside it."""

    def show_value(self, value: object) -> None:
        """Show the setting's value."""
        raise NotImplementedError

    def show_matches(self, words: list[str]) -> bool:
        """Show only what of the value has all these words (in lower case); return whether anything has."""
        return False

    def name_it(self, name: str, tip: str) -> None:
        """Give the control its accessible name and its tooltip."""
        raise NotImplementedError
