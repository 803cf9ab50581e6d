"""What is known of a loaded model, in the picker's tooltip: where it is, and what its template can be given."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.hardware.context_choices import CacheType
from app.inference.protocol import ModelInfo, PastThoughts, TemplateWants


def template_words(info: ModelInfo) -> tuple[str, ...]:
    """Return the lines; none for a model that runs elsewhere, whose template nobody has seen."""
    if info.placement is None:
        return ()
    system = () if info.wants.system_message else (_tr("Gets the system prompt as part of the first question"),)
    return (*_tools_and_thoughts(info.wants), *system)


def _tools_and_thoughts(wants: TemplateWants) -> tuple[str, ...]:
    if not wants.can_use_tools:
        return (
            _tr("Cannot be given tools; sees its thoughts again") if wants.in_history else _tr("Cannot be given tools"),
        )
    if wants.in_history_with_tools is PastThoughts.ALWAYS:
        if wants.in_history:
            return (_tr("Can use tools, and sees all its thoughts again"),)
        return (_tr("Can use tools, and sees all its thoughts again while it may use them"),)
    if wants.in_history_with_tools is PastThoughts.OF_CALLS:
        return (_tr("Can use tools, and sees the thoughts that led to them again"),)
    if wants.in_tool_loop:
        return (_tr("Can use tools, and sees its thoughts again until the answer is complete"),)
    return (_tr("Can use tools"),)


def placement_words(info: ModelInfo) -> tuple[str, ...]:
    """Return lines such as `28 of 28 layers on NVIDIA H100`, the notes of the load last."""
    placement = info.placement
    if placement is None or not placement.total_layers:
        return tuple(_note(note.message, dict(note.values)) for note in info.notes)
    if placement.gpu_layers:
        lines = [
            _tr("{layers} of {total} layers on {device}").format(
                layers=placement.gpu_layers, total=placement.total_layers, device=placement.device
            )
        ]
    else:
        lines = [_tr("On the processor")]
    if placement.experts_on_cpu:
        lines.append(_counted("Experts of %n layers in the computer's memory", placement.experts_on_cpu))
    if placement.cache_type is not CacheType.F16:
        lines.append(_tr("Cache stored as {type}").format(type=placement.cache_type.value))
    return (*lines, *(_note(note.message, dict(note.values)) for note in info.notes))


def _note(template: str, values: dict[str, object]) -> str:
    return QCoreApplication.translate("app", template).format(**values)


def _counted(text: str, count: int) -> str:
    return QCoreApplication.translate("LoadedWords", text, "", count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LoadedWords", text)
