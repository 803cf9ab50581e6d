"""From declarations to rows: the control by the sort of value, the words translated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.settings import SettingDeclaration, SettingKind
from ui.settings.choice_editor import ChoiceEditor
from ui.settings.folders_editor import FoldersEditor
from ui.settings.models_folder_editor import ModelsFolderEditor
from ui.settings.number_editor import NumberEditor
from ui.settings.setting_editor import SettingEditor
from ui.settings.setting_row import SettingRow
from ui.settings.shortcuts_editor import ShortcutsEditor
from ui.settings.switch_editor import SwitchEditor
from ui.settings.text_editor import TextEditor
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.spoken_numbers import number_text

_HINTS = {"hub_endpoint": "https://hub.example.org", "proxy": "http://proxy.example.org:3128"}


def row_of(declaration: SettingDeclaration, *, own_models_folder: str, actions: ActionRegistry) -> SettingRow:
    """Return the row of one setting."""
    return SettingRow(
        declaration,
        _editor_of(declaration, own_models_folder, actions),
        label=_declared_words(declaration.label),
        description=_declared_words(declaration.description),
        default_words=_default_words(declaration),
    )


def _editor_of(declaration: SettingDeclaration, own_models_folder: str, actions: ActionRegistry) -> SettingEditor:
    if declaration.name == "models_folder":
        return ModelsFolderEditor(own_models_folder)
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
    return QCoreApplication.translate("setting_rows", text)
