"""Says in another language what a window shows already.

Most texts of the window are given to their widgets once, when these are made. When the language changes, each text
is looked up in the old language, with what stands in its fields, and replaced by the same phrase in the new one. What
people and models have written is not touched: contents of fields and documents, items of models, and every object with
the property `verbatim`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.bridges.phrase_book import FoundPhrase, PhraseBook, PhraseKey

_JOINTS = tuple(re.compile(joint) for joint in (r"(\n|\t)", r"( · |‹ | ›)", r"( \(|\))", r"(\. )", r"(: )", r"(, )"))
"""What texts are joined with, the wider ones first."""

_NUMBER = re.compile(r"(\d[\d.,’\u202f\xa0]*)( ?(?:B|kB|MB|GB|TB|kB/s|MB/s|s|min|h|k|M|%))?")
_LONGEST = 4000
Property = tuple[Callable[[], str], Callable[[str], object]]


class Retranslation:
    """One change of language: texts of `before`, with numbers as in `locale`, become texts of what is spoken now."""

    def __init__(self, before: PhraseBook, locale: QLocale) -> None:
        self._before = before
        self._locale = locale

    def text(self, text: str, contexts: Sequence[str] = ()) -> str:
        """Return `text` in the new language, unchanged if it is no phrase of the window.

        Where two phrases read alike, one of the `contexts` is preferred, the first ones most.
        """
        if not text or len(text) > _LONGEST:
            return text
        whole = self._whole(text, contexts)
        if whole is not None:
            return whole
        number = _NUMBER.fullmatch(text)
        if number is not None:
            return self._renumbered(number[1]) + (number[2] or "")
        parts = next((parts for joint in _JOINTS if len(parts := joint.split(text)) > 1), [])
        return (
            "".join(self.text(part, contexts) if place % 2 == 0 else part for place, part in enumerate(parts)) or text
        )

    def apply(self) -> None:
        """Say everything that the application's widgets show in the new language."""
        for widget in QApplication.allWidgets():
            self._retell(widget, _properties_of(widget))
            for action in widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
                self._retell(action, _properties_of_action(action))
            for shortcut in widget.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
                self._retell(shortcut, [(shortcut.whatsThis, shortcut.setWhatsThis)])

    # --- private ----------------------------------------------------------------------------------------------

    def _whole(self, text: str, contexts: Sequence[str]) -> str | None:
        keys = self._before.exactly(text)
        if keys:
            key = _preferred(keys, contexts)
            return QCoreApplication.translate(key.context, key.source)
        found = [
            phrase
            for phrase in self._before.recognized(text)
            if not any(joint.search(said) for said in phrase.values.values() for joint in _JOINTS[:2])
        ]
        if not found:
            return None
        longest = self._before.text(found[0].key)
        alike = {phrase.key: phrase for phrase in found if self._before.text(phrase.key) == longest}
        return self._filled(alike[_preferred(list(alike), contexts)], contexts)

    def _filled(self, phrase: FoundPhrase, contexts: Sequence[str]) -> str:
        said = next((said for name, said in phrase.values.items() if name.startswith("%")), "")
        count = re.sub(r"\D", "", said) or "-1"
        template = QCoreApplication.translate(phrase.key.context, phrase.key.source, "", int(count))
        values = {name: self.text(said, contexts) for name, said in phrase.values.items()}
        return re.sub(r"\{(\w*)[^}]*\}", lambda field: values.get(field.group(1), field.group()), template)

    def _renumbered(self, said: str) -> str:
        number, is_number = self._locale.toDouble(said)
        if not is_number:
            return said
        _whole, _point, decimals = said.partition(self._locale.decimalPoint())
        written = QLocale().toString(number, "f", len(decimals))
        is_grouped = self._locale.groupSeparator() in said
        return written if is_grouped else written.replace(QLocale().groupSeparator(), "")

    def _retell(self, object_: QObject, properties: Iterable[Property]) -> None:
        if object_.property("verbatim"):
            return
        contexts = list(_contexts_of(object_))
        for read, write in properties:
            shown = read()
            retold = self.text(shown, contexts)
            if retold != shown:
                write(retold)


def _preferred(keys: Sequence[PhraseKey], contexts: Sequence[str]) -> PhraseKey:
    return min(keys, key=lambda key: contexts.index(key.context) if key.context in contexts else len(contexts))


def _contexts_of(object_: QObject) -> Iterable[str]:
    """Yield the names of the classes that may have said a text of this object: its own, then its owners'."""
    owner: QObject | None = object_
    while owner is not None:
        yield from (kind.__name__ for kind in type(owner).__mro__ if kind.__module__.startswith("ui."))
        owner = owner.parent()


def _properties_of(widget: QWidget) -> Iterable[Property]:
    yield widget.toolTip, widget.setToolTip
    yield widget.whatsThis, widget.setWhatsThis
    yield widget.accessibleName, widget.setAccessibleName
    yield widget.accessibleDescription, widget.setAccessibleDescription
    if widget.isWindow():
        yield widget.windowTitle, widget.setWindowTitle
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text, widget.setText
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText, widget.setPlaceholderText
        case QGroupBox() | QMenu():
            yield widget.title, widget.setTitle
        case QComboBox():
            for index in range(widget.count()):
                yield _item(widget.itemText, widget.setItemText, index)
        case QTabBar():
            for index in range(widget.count()):
                yield _item(widget.tabText, widget.setTabText, index)


def _item(read: Callable[[int], str], write: Callable[[int, str], object], index: int) -> Property:
    return lambda: read(index), lambda text: write(index, text)


def _properties_of_action(action: QAction) -> Iterable[Property]:
    yield action.text, action.setText
    yield action.toolTip, action.setToolTip
