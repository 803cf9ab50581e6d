"""The files of the question that is being written, as a row of chips above the field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.flow_row import FlowRow

if TYPE_CHECKING:  # there are no files before the first paint
    from app.history.attachments import StoredAttachment
    from ui.chat.composer.attached_chip import AttachedChip


class AttachedFiles(FlowRow):
    """Hidden while there are none. Each file has a key: files of one name may be told apart by it.

    Signals:
        changed(): files came, went or were read.
        opened(int): the text of the file with this key should be shown.
        file_added(int): a file with this key is there to be counted.
    """

    changed = Signal()
    opened = Signal(int)
    file_added = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Files of the question"))
        self._chips: dict[int, AttachedChip] = {}
        self._files: dict[int, StoredAttachment] = {}
        self._paths: dict[int, str] = {}
        self._next_key = 1
        self.setVisible(False)

    @property
    def files(self) -> tuple[StoredAttachment, ...]:
        """The files that are read, in the order they came."""
        return tuple(self._files[key] for key in self._chips if key in self._files)

    @property
    def is_reading(self) -> bool:
        """Whether some are still being read."""
        return len(self._files) < len(self._chips)

    def waiting(self) -> tuple[str, ...]:
        """Return the paths of the files that are still being read."""
        return tuple(self._paths[key] for key in self._chips if key not in self._files and self._paths[key])

    def begin(self, name: str, path: str = "") -> int:
        """A file is being read, the one at this path; return its key."""
        from ui.chat.composer.attached_chip import AttachedChip

        key = self._next_key
        self._next_key += 1
        chip = AttachedChip(name)
        chip.remove_button.clicked.connect(lambda: self.remove(key))
        chip.open_button.clicked.connect(lambda: self.opened.emit(key))
        self._chips[key] = chip
        self._paths[key] = path
        self.add(chip)
        chip.setVisible(True)
        self.setVisible(True)
        self.changed.emit()
        return key

    def put(self, key: int, file: StoredAttachment, *, note: str = "") -> None:
        """The file is read; it may have been taken out meanwhile."""
        chip = self._chips.get(key)
        if chip is None:
            return
        self._files[key] = file
        chip.show_file(file, note=note)
        self.changed.emit()
        self.file_added.emit(key)

    def file(self, key: int) -> StoredAttachment | None:
        """Return a file that is still there."""
        return self._files.get(key)

    def known(self) -> tuple[int, ...]:
        """Return the keys of the files that are read."""
        return tuple(key for key in self._chips if key in self._files)

    def show_tokens(self, key: int, tokens: int) -> None:
        """Say exactly how long a file is."""
        chip = self._chips.get(key)
        if chip is not None:
            chip.show_tokens(tokens)

    def show_estimates(self) -> None:
        """No model is loaded that could count: say how long they are about."""
        for key, file in self._files.items():
            self._chips[key].show_estimate(file)

    def remove(self, key: int) -> None:
        """Take a file out."""
        chip = self._chips.pop(key, None)
        self._files.pop(key, None)
        if chip is not None:
            self.take_out(chip)
            self.setVisible(bool(self._chips))
            self.changed.emit()

    def take_all(self) -> tuple[StoredAttachment, ...]:
        """Return the files and be empty."""
        files = self.files
        for key in tuple(self._chips):
            self.remove(key)
        return files

    def show_files(self, files: Sequence[StoredAttachment]) -> None:
        """Show these in the place of all others."""
        self.take_all()
        for file in files:
            self.put(self.begin(file.name), file)
