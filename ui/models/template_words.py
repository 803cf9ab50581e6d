"""What a loaded model can be given, in the picker's tooltip: tools, its own thoughts again, a system prompt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

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


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplateWords", text)
