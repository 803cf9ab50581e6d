"""One setting: its name, whether it was changed, what it does, and its control."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.settings import SettingDeclaration
from ui.settings.setting_editor import SettingEditor
from ui.theme.fonts import scaled_px
from ui.theme.spacing import keep_spaced

_WORDS_PX = 470


class SettingRow(QFrame):
    """Tells of chosen values by name.

    Signals:
        value_chosen(str, object): this setting should have this value.
        reset_asked(str): this setting should have its default again.
    """

    value_chosen = Signal(str, object)
    reset_asked = Signal(str)

    def __init__(
        self,
        declaration: SettingDeclaration,
        editor: SettingEditor,
        *,
        label: str,
        description: str,
        default_words: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingRow")
        self.declaration = declaration
        self.editor = editor
        self.can_be_reset = declaration.name != "models_folder"  # its models would stay behind
        self._searched = " ".join(
            (label, description, declaration.name, *(w for _, w in declaration.choices))
        ).casefold()
        editor.name_it(label, description)
        editor.value_chosen.connect(lambda value: self.value_chosen.emit(declaration.name, value))
        name = _words(label)
        name.setProperty("weight", "strong")
        name.setBuddy(editor)
        self._reset = QPushButton(self.tr("Changed · reset"))
        self._reset.setProperty("kind", "link")
        self._reset.setProperty("scale", "small")
        self._reset.setAccessibleName(
            self.tr("{setting}: reset to {default}").format(setting=label, default=default_words)
        )
        self._reset.setToolTip(self.tr("Back to: {default}").format(default=default_words))
        self._reset.clicked.connect(lambda: self.reset_asked.emit(declaration.name))
        explanation = _NarrowLabel(description)
        explanation.setWordWrap(True)
        explanation.setProperty("tone", "soft")
        explanation.setMaximumWidth(scaled_px(_WORDS_PX))
        self._note = _words("")
        self._note.setProperty("tone", "soft")
        self._note.setVisible(False)
        self._problem = _words("")
        self._problem.setProperty("tone", "danger")
        self._problem.setVisible(False)
        below = QHBoxLayout()
        below.addWidget(self._reset)
        below.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(explanation)
        words.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 0, 12)
        column.setSpacing(8)
        keep_spaced(column)
        if editor.is_wide:
            column.addLayout(words)
            column.addWidget(editor)
        else:
            beside = QHBoxLayout()
            beside.setSpacing(16)
            beside.addLayout(words, 1)
            beside.addWidget(editor)
            column.addLayout(beside)
        column.addWidget(self._note)
        column.addWidget(self._problem)

    def matches(self, words: list[str]) -> bool:
        """Whether all these words (in lower case) are in its name, explanation or choices."""
        is_found = all(word in self._searched for word in words)
        return self.editor.show_matches([] if is_found else words) or is_found

    def show_value(self, value: object, *, is_changed: bool) -> None:
        """Show the value, and mark it if it is not the default."""
        self.editor.show_value(value)
        self._reset.setVisible(is_changed and self.can_be_reset)
        if self.property("changed") is not is_changed:
            self.setProperty("changed", is_changed)
            self.style().unpolish(self)
            self.style().polish(self)
        self.show_problem("")

    def show_note(self, text: str) -> None:
        """Say what else is to be known now."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def show_problem(self, text: str) -> None:
        """Say why what was entered is not taken."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))


class _NarrowLabel(QLabel):
    """Tells layouts its height at the width it may have: they ask for that of the whole cell, and would cut a line."""

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the lines at this width, or at its greatest."""
        return super().heightForWidth(min(width, self.maximumWidth()))


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
