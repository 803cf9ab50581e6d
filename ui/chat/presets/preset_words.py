"""What a preset is called, and in what a conversation differs from the one it was given."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.history.preset_records import ConversationChoices, Preset
from app.messages import Sampling
from ui.widgets.sampling_form import sampling_fields
from ui.widgets.spoken_numbers import number_text


def preset_name(preset: Preset) -> str:
    """Return a preset's name: those that came with Aside are translated."""
    return _declared(preset.name) if preset.is_built_in else preset.name


def changes(choices: ConversationChoices, preset: Preset | None) -> list[str]:
    """Return in words what differs from the preset, or without one from the usual."""
    given = preset.choices.sampling if preset is not None else Sampling()
    words = []
    for field in sampling_fields():
        value = getattr(choices.sampling, field.name)
        if value != getattr(given, field.name):
            words.append(f"{_declared(field.title)} {_tr('as recommended') if value is None else number_text(value)}")
    if (choices.system_prompt or "") != (preset.system_prompt if preset is not None else ""):
        words.append(_tr("System prompt"))
    return words


def _declared(text: str) -> str:
    return QCoreApplication.translate("app", text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("preset_words", text)
