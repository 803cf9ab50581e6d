"""Graphics cards on the page Performance: what was found, what a pack would bring, which are installed, and why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import clear, column, row
from ui.widgets.styled import button, label, line_field, show_text
from ui.widgets.work_row import WorkRow


@dataclass(frozen=True, slots=True)
class PackLine:
    """An installed pack: what it is, and whether it works here."""

    name: str
    words: str
    works: bool


class PacksPanel(QFrame):
    """A row of the settings, by its looks; `work` shows what is being done, with a way to stop it.

    Signals:
        install_asked(str): install what lies at this address.
        file_asked(): a pack file should be chosen.
        removal_asked(str): the pack of this name should be removed.
        seen(): it is shown for the first time; only then is anything looked at.
    """

    install_asked = Signal(str)
    file_asked = Signal()
    removal_asked = Signal(str)
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingRow")
        self._was_seen = False
        self.found = label(self.tr("Looking at this computer …"), wraps=True)
        self.gain = label(tone="soft", wraps=True)
        self._packs = QWidget()
        self._lines = column(of=self._packs, spacing=6)
        self.from_file = button(
            self.tr("Install a pack…"), self.tr("Choose the file of a pack"), clicked=lambda: self.file_asked.emit()
        )
        self.address = line_field(self.tr("Address of a pack"), hint="https://…", longest=2000)
        self.from_address = button(
            self.tr("Install from this address"), self.tr("Download, check and try it"), clicked=self._ask
        )
        self.address.returnPressed.connect(self._ask)
        self.work = WorkRow()
        self.said = label(tone="soft", wraps=True)
        signed = self.tr("A pack is a program: its signature and every file are checked, then it is tried here.")
        column(
            label(self.tr("Graphics cards and packs"), weight="strong"),
            self.found,
            self.gain,
            self._packs,
            label(signed, tone="soft", wraps=True),
            self.address,
            FlowRow(self.from_address, self.from_file),
            self.work,
            self.said,
            of=self,
            margins=(14, 12, 0, 12),
            spacing=8,
        )
        show_text(self.said, "")
        show_text(self.gain, "")
        self._packs.setVisible(False)

    def show_packs(self, packs: Sequence[PackLine]) -> None:
        """List these."""
        clear(self._lines)
        for pack in packs:
            words = label(f"{pack.name}: {pack.words}", wraps=True, tone="" if pack.works else "warm")
            remove = button(self.tr("Remove"), self.tr("Delete the pack {name}").format(name=pack.name))
            remove.setAccessibleName(remove.toolTip())
            remove.clicked.connect(lambda _checked=False, name=pack.name: self.removal_asked.emit(name))
            line = QWidget(self._packs)
            row((words, 1), remove, of=line, spacing=8)
            self._lines.addWidget(line)
        self._packs.setVisible(bool(packs))

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing else begin while something is installed."""
        for one in (self.from_file, self.from_address, self.address, self._packs):
            one.setEnabled(not is_busy)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that somebody looks."""
        super().showEvent(event)
        if not self._was_seen:
            self._was_seen = True
            self.seen.emit()

    def _ask(self) -> None:
        if self.address.text().strip():
            self.install_asked.emit(self.address.text().strip())
