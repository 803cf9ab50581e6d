"""What a loaded model can be given, in a line of the picker's tooltip: tools, and its own thoughts again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.inference.protocol import ModelInfo, PastThoughts


def template_words(info: ModelInfo) -> tuple[str, ...]:
    """Return the line; none for a model that runs elsewhere, whose template nobody has seen."""
    if info.placement is None:
        return ()
    wants = info.wants
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplateWords", text)
