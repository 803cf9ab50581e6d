"""Asks in which form conversations should be written to a file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from app.history.exchange.exporting import ExportForm
from ui.widgets.dialog_buttons import DialogButtons
from ui.widgets.fitted_dialog import FittedDialog
from ui.widgets.layouts import column
from ui.widgets.styled import label
from ui.widgets.tip_lines import tip_lines

_WIDTH_PX = 440


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """A form, and whether thoughts are written too."""

    form: ExportForm
    with_thoughts: bool


class ExportDialog(FittedDialog):
    """One choice and one switch.

    Signals:
        chosen(ExportChoice): the person wants the file.
    """

    chosen = Signal(object)

    def __init__(self, *, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            self.tr("Export conversation") if count == 1 else self.tr("Export %n conversations", "", count)
        )
        self._buttons: dict[ExportForm, QRadioButton] = {}
        inside = QWidget()
        whole = column(of=inside, margins=(24, 24, 24, 8), spacing=4)
        for form, name, about in self._forms():
            button = QRadioButton(name)
            button.setToolTip(tip_lines(about))
            button.setAccessibleDescription(about)
            button.toggled.connect(self._form_changed)
            words = label(about, tone="faint", scale="small", wraps=True)
            words.setIndent(26)
            whole.addWidget(button)
            whole.addWidget(words)
            whole.addSpacing(8)
            self._buttons[form] = button
        self._thoughts = QCheckBox(self.tr("With the thoughts"))
        self._thoughts.setToolTip(self.tr("Thoughts are written as folded sections"))
        self._thoughts.setChecked(True)
        whole.addWidget(self._thoughts)
        buttons = DialogButtons(self, self.tr("Export…"))
        buttons.setContentsMargins(24, 8, 24, 16)
        buttons.confirm.clicked.connect(self._accept)
        self.set_parts(inside, buttons, width_px=_WIDTH_PX)
        self.choose(ExportForm.MARKDOWN)

    def choose(self, form: ExportForm) -> None:
        """Choose a form."""
        self._buttons[form].setChecked(True)

    def choice(self) -> ExportChoice:
        """Return what is chosen."""
        form = next(form for form, button in self._buttons.items() if button.isChecked())
        return ExportChoice(form, self._thoughts.isChecked() or not self._thoughts.isEnabled())

    def _forms(self) -> tuple[tuple[ExportForm, str, str], ...]:
        return (
            (ExportForm.MARKDOWN, self.tr("Markdown"), self.tr("The branch shown, to read and to edit anywhere.")),
            (ExportForm.WEB_PAGE, self.tr("Web page"), self.tr("The branch shown, to read in a browser, offline.")),
            (ExportForm.JSON, self.tr("JSON"), self.tr("Everything, with all versions; Aside can import it again.")),
            (ExportForm.TRACES, self.tr("Thinking traces"), self.tr("JSON Lines with messages and reasoning_content.")),
        )

    def _form_changed(self) -> None:
        documents = (ExportForm.MARKDOWN, ExportForm.WEB_PAGE)
        self._thoughts.setEnabled(any(self._buttons[form].isChecked() for form in documents if form in self._buttons))

    def _accept(self) -> None:
        self.chosen.emit(self.choice())
        self.accept()
