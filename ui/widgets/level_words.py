"""What levels of thinking are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def level_words(level: str) -> str:
    """Return what a level of thinking is called; an empty one decides nothing."""
    return {
        "": _tr("As it is"),
        "auto": _tr("Auto"),
        "off": _tr("Off"),
        "low": _tr("Low"),
        "medium": _tr("Medium"),
        "high": _tr("High"),
        "max": _tr("Max"),
        "on": _tr("On"),
    }.get(level, level)


def _tr(text: str) -> str:
    return QCoreApplication.translate("level_words", text)
