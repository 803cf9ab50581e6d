"""Says words through a screen reader, without moving the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(speaker: QWidget, words: str) -> None:
    """Say this politely: what is being read out is finished first."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # costs 10 ms, seldom needed

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, words))
