"""Reads a translation as translators keep it: Qt's `.ts` (https://doc.qt.io/qt-6/linguist-ts-file-format.html).

Widgets are translated by the compiled `.qm` beside it; this file is read where all texts of a language are needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET


@dataclass(frozen=True, slots=True)
class Message:
    """A text in its context with its translation: one form, or one for each plural form of the language."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_counted: bool = False
    place: str = ""

    @property
    def is_finished(self) -> bool:
        """Whether every form is translated."""
        return bool(self.forms) and all(self.forms)


def read_translation(path: Path) -> tuple[Message, ...]:
    """Return the messages of a `.ts` file in its order; those without translation have empty forms."""
    found = []
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            is_counted = message.get("numerus") == "yes"
            translation = message.find("translation")
            forms: tuple[str, ...] = ("",)
            if translation is not None and translation.get("type") != "unfinished":
                parts = translation.findall("numerusform") if is_counted else [translation]
                forms = tuple(part.text or "" for part in parts)
            location = message.find("location")
            place = location.get("filename", "") if location is not None else ""
            found.append(Message(name, message.findtext("source", ""), forms, is_counted, place))
    return tuple(found)
