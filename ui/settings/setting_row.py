"""One setting: its name, whether it was changed, what it does, and its control, all made from its declaration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from app.settings import SettingDeclaration, SettingKind
from ui.settings.editors import (
    ChoiceEditor,
    FoldersEditor,
    ModelsFolderEditor,
    NumberEditor,
    ProseEditor,
    SettingEditor,
    SwitchEditor,
    TextEditor,
)
from ui.settings.shortcuts_editor import ShortcutsEditor
from ui.theme.spacing import keep_spaced
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.layouts import column, row
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.spoken_numbers import number_text
from ui.widgets.styled import button, label, restyle, show_text

_WORDS_PX = 470
_HINTS = {"hub_endpoint": "https://hub.example.org", "proxy": "http://proxy.example.org:3128"}


class SettingRow(QFrame):
    """Tells of chosen values by name.

    Signals:
        value_chosen(str, object): this setting should have this value.
    """

    value_chosen = Signal(str, object)

    def __init__(self, declaration: SettingDeclaration, editor: SettingEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingRow")
        self.declaration = declaration
        self.editor = editor
        self.can_be_reset = declaration.name != "models_folder"  # its models would stay behind
        name, description = _declared_words(declaration.label), _declared_words(declaration.description)
        choices = (_declared_words(words) for _, words in declaration.choices)
        self.called = " ".join((name, declaration.search_words, _declared_words(declaration.search_words)))
        """Its name, and what else people call it."""
        self._searched = " ".join((self.called, description, declaration.name, *choices)).casefold()
        editor.set_name(name, description)
        editor.value_chosen.connect(lambda value: self.value_chosen.emit(declaration.name, value))
        title = label(name, weight="strong", wraps=True)
        title.setBuddy(editor)
        default = _default_words(declaration)
        self._reset = button(
            self.tr("Changed · reset"),
            self.tr("Back to: {default}").format(default=default),
            kind="link",
            scale="small",
            name=self.tr("{setting}: reset to {default}").format(setting=name, default=default),
            clicked=lambda: self.value_chosen.emit(declaration.name, declaration.default),
        )
        explanation = _NarrowLabel(description)
        explanation.setWordWrap(True)
        ScaledLength(explanation, explanation.setMaximumWidth, _WORDS_PX)
        explanation.setProperty("tone", "soft")
        self._note = label(tone="soft", wraps=True)
        self._note.setVisible(False)
        self._problem = label(tone="danger", wraps=True)
        self._problem.setVisible(False)
        words = column(title, explanation, row(self._reset, 1), spacing=2)
        self._beside = row((words, 1), editor, spacing=16)
        self.set_stacked(stacked=False)
        keep_spaced(column(self._beside, self._note, self._problem, of=self, margins=(14, 12, 0, 12), spacing=8))

    def matches(self, words: list[str]) -> bool:
        """Whether all these words (in lower case) are in its name, explanation or choices."""
        is_found = all(word in self._searched for word in words)
        return self.editor.show_matches([] if is_found else words) or is_found

    def set_stacked(self, *, stacked: bool) -> None:
        """Put the control below the words, where both have no room beside each other."""
        is_below = stacked or self.editor.is_wide
        self._beside.setDirection(QBoxLayout.Direction.TopToBottom if is_below else QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(8 if is_below else 16)

    def show_value(self, value: object, *, is_changed: bool) -> None:
        """Show the value, and mark it if it is not the default."""
        self.editor.show_value(value)
        self._reset.setVisible(is_changed and self.can_be_reset)
        restyle(self, changed=is_changed)
        self.show_problem("")

    def show_note(self, text: str) -> None:
        """Say what else is to be known now."""
        show_text(self._note, text)

    def show_problem(self, text: str) -> None:
        """Say why what was entered is not taken."""
        show_text(self._problem, text)


class _NarrowLabel(QLabel):
    """Tells layouts its height at the width it may have: they ask for that of the whole cell, and would cut a line."""

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the lines at this width, or at its greatest."""
        return super().heightForWidth(min(width, self.maximumWidth()))


def editor_of(
    declaration: SettingDeclaration,
    *,
    own_models_folder: str,
    move_models: Callable[[Path], None],
    actions: ActionRegistry,
) -> SettingEditor:
    """Return the control for the sort of value that a setting has."""
    if declaration.name == "models_folder":
        return ModelsFolderEditor(own_models_folder, move_models)
    match declaration.kind:
        case SettingKind.SWITCH:
            return SwitchEditor()
        case SettingKind.CHOICE:
            return ChoiceEditor([(value, _declared_words(words)) for value, words in declaration.choices])
        case SettingKind.WHOLE_NUMBER | SettingKind.NUMBER:
            return NumberEditor(
                declaration,
                unset=_unset(),
                zero=_declared_words(declaration.zero),
                unit=_declared_words(declaration.unit),
            )
        case SettingKind.KEYS:
            return ShortcutsEditor(actions)
        case SettingKind.LIST:
            return FoldersEditor()
        case SettingKind.PROSE:
            return ProseEditor(hint=_tr("You are a careful mathematician. Answer in one sentence."))
        case SettingKind.TEXT:
            return TextEditor(hint=_HINTS.get(declaration.name, ""))


def _default_words(declaration: SettingDeclaration) -> str:
    default = declaration.default
    if declaration.kind is SettingKind.KEYS:
        return _tr("the keys that came with Aside")
    for value, words in declaration.choices:
        if value == str(default):
            return _declared_words(words)
    if default is None:
        return _unset()
    if isinstance(default, bool):
        return _tr("on") if default else _tr("off")
    if isinstance(default, int | float):
        if not default and declaration.zero:
            return _declared_words(declaration.zero)
        shown = number_text(default * declaration.times)
        return f"{shown} {_declared_words(declaration.unit)}".rstrip()
    return _tr("empty")


def _unset() -> str:
    return _tr("Model's own")


def _declared_words(text: str) -> str:
    return QCoreApplication.translate("app", text) if text else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingRow", text)
