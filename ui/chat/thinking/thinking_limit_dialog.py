"""Asks for a limit of the thought that the menu does not offer."""

from __future__ import annotations

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.history.preset_records import ThinkingOptions
from ui.widgets.layouts import column, row
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.styled import button, label
from ui.widgets.unfolding_box import UnfoldingBox

_MOST = 1_000_000
_USUAL_TOKENS = 1000


class ThinkingLimitDialog(QDialog):
    """A number, and whether it counts tokens or seconds."""

    def __init__(self, options: ThinkingOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Limit the thinking"))
        words = label(self.tr("The thought ends there, and the answer begins."), wraps=True)
        self._number = NumberField(NumberRange(0, _MOST))
        self._number.name_it(self.tr("Limit"), self.tr("How many tokens or seconds a thought may take"))
        self._unit = UnfoldingBox()
        self._unit.setAccessibleName(self.tr("Unit of the limit"))
        self._unit.setToolTip(self.tr("Count tokens or seconds"))
        self._unit.addItems((self.tr("tokens"), self.tr("seconds")))
        tip = self.tr("Use this limit from the next question on (Enter)")
        keep = button(self.tr("Set the limit"), tip, kind="primary", clicked=self.accept)
        keep.setDefault(True)
        cancel = button(self.tr("Cancel"), self.tr("Leave the limit as it is (Esc)"), clicked=self.reject)
        asked = row((self._number, 1), (self._unit, Qt.AlignmentFlag.AlignTop))
        column(words, asked, row(1, cancel, keep), of=self, margins=(24, 20, 24, 20), spacing=16)
        counts_seconds = options.budget_s is not None
        self._unit.setCurrentIndex(1 if counts_seconds else 0)
        given = options.budget_s if counts_seconds else options.budget_tokens
        self._number.show_number(int(given) if given is not None else _USUAL_TOKENS)
        self._number.validity_changed.connect(keep.setEnabled)
        self._number.setFocus(Qt.FocusReason.TabFocusReason)

    def chosen(self, options: ThinkingOptions) -> ThinkingOptions:
        """Return the options with the limit that was entered."""
        number = int(self._number.number or 0)
        if self._unit.currentIndex() == 1:
            return structs.replace(options, budget_s=float(number), budget_tokens=None)
        return structs.replace(options, budget_tokens=number, budget_s=None)
