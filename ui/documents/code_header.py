"""The line above a code block: its language, a switch for wrapping, a button for copying."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.theme.fonts import scaled_px

_COPIED_MS = 1600


class CodeHeader(QWidget):
    """Stands on the ground of the code block.

    Signals:
        copy_asked(): copy the whole block.
        wrap_changed(bool): wrap long lines, or not.
    """

    copy_asked = Signal()
    wrap_changed = Signal(bool)

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = QLabel()
        self._language.setProperty("tone", "faint")
        self._language.setProperty("scale", "small")
        self._wrap = QPushButton()
        self._wrap.setProperty("kind", "quiet")
        self._wrap.setCheckable(True)
        self._wrap.toggled.connect(self._wrap_toggled)
        self._copy = QPushButton()
        self._copy.setProperty("kind", "quiet")
        self._copy.clicked.connect(self.copy_asked)
        for button in (self._wrap, self._copy):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFlat(True)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_MS)
        self._copied.timeout.connect(self._say)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled_px(14), 2, scaled_px(12), 0)
        row.setSpacing(14)
        row.addWidget(self._language)
        row.addStretch()
        row.addWidget(self._wrap)
        row.addWidget(self._copy)
        self._name = language
        self._language.setText(display_name(language))
        self._say()

    def set_language(self, language: str) -> None:
        """Show the language as it is written after the fence."""
        if language != self._name:
            self._name = language
            self._language.setText(display_name(language))
            self._say()

    def say_copied(self) -> None:
        """Tell that it has been copied, for a moment."""
        self._copy.setText(self.tr("Copied"))
        self._copied.start()

    def set_wrapped(self, *, wrapped: bool) -> None:
        """Show whether lines are wrapped."""
        if self._wrap.isChecked() != wrapped:
            self._wrap.setChecked(wrapped)

    # --- private ----------------------------------------------------------------------------------------------

    def _say(self) -> None:
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self._with_language(self.tr("Copy this code")))
        self._copy.setToolTip(self.tr("Copy this code"))
        is_wrapped = self._wrap.isChecked()
        self._wrap.setText(self.tr("Unwrap") if is_wrapped else self.tr("Wrap"))
        self._wrap.setAccessibleName(self._with_language(self.tr("Wrap long lines of this code")))
        self._wrap.setToolTip(self.tr("Show each line in one piece") if is_wrapped else self.tr("Wrap long lines"))

    def _with_language(self, name: str) -> str:
        """Return what a button is called, so that those of several code blocks can be told apart."""
        language = self._language.text()
        return self.tr("{name} ({language})").format(name=name, language=language) if language else name

    def _wrap_toggled(self, wrapped: bool) -> None:
        self._say()
        self.wrap_changed.emit(wrapped)


_NAMES = {
    "py": "Python",
    "python": "Python",
    "python3": "Python",
    "js": "JavaScript",
    "javascript": "JavaScript",
    "ts": "TypeScript",
    "typescript": "TypeScript",
    "jsx": "JSX",
    "tsx": "TSX",
    "cpp": "C++",
    "c++": "C++",
    "cs": "C#",
    "csharp": "C#",
    "sh": "Shell",
    "bash": "Bash",
    "html": "HTML",
    "css": "CSS",
    "json": "JSON",
    "sql": "SQL",
    "yaml": "YAML",
    "yml": "YAML",
    "xml": "XML",
    "php": "PHP",
    "text": "",
    "txt": "",
    "plaintext": "",
}


def display_name(language: str) -> str:
    """Return what a language is called, from what stands behind a fence."""
    name = language.strip("{}.").split(",", 1)[0][:24]
    known = _NAMES.get(name.lower())
    if known is not None:
        return known
    return name[:1].upper() + name[1:]
