"""The window's language: chosen or the desktop's, changed while the window is open."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from app.paths import resources_directory
from app.settings.choices import Language

_log = logging.getLogger(__name__)
_LOCALES = {
    Language.ENGLISH: QLocale.Language.English,
    Language.GERMAN: QLocale.Language.German,
    Language.CHINESE: QLocale.Language.Chinese,
}
_OF_QT = {Language.ENGLISH: "", Language.GERMAN: "qtbase_de", Language.CHINESE: "qtbase_zh_CN"}


class Languages(QObject):
    """Loads translations into the application, and the way numbers and dates are written with them.

    Signals:
        changed(): the application speaks another language; what is shown already does not.
    """

    changed = Signal()

    def __init__(
        self,
        application: QCoreApplication,
        choice: Language,
        *,
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._folder = folder if folder is not None else resources_directory() / "translations"
        self._translators: list[QTranslator] = []
        self._locale_before = QLocale()
        self._spoken = Language.ENGLISH
        self._speak(resolved(choice))

    @property
    def spoken(self) -> Language:
        """The language of the window, never `SYSTEM`."""
        return self._spoken

    def choose(self, choice: Language) -> None:
        """Speak another language from now on."""
        before, wanted = self._spoken, resolved(choice)
        if wanted is before:
            return
        self._forget()
        self._speak(wanted)
        self.changed.emit()

    def close(self) -> None:
        """Leave the application as it was."""
        self._forget()
        QLocale.setDefault(self._locale_before)

    # --- private ----------------------------------------------------------------------------------------------

    def _speak(self, language: Language) -> None:
        self._spoken = language
        QLocale.setDefault(_locale_of(language))
        if _OF_QT[language]:
            self._load(_OF_QT[language], QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._load(f"aside_{language.value}", str(self._folder))

    def _load(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._translators.append(translator)
        else:
            _log.warning("no translation %s in %s", name, folder)

    def _forget(self) -> None:
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators.clear()


def resolved(choice: Language, *, wishes: list[str] | None = None) -> Language:
    """Return the language that a choice means; `wishes` are the desktop's languages, the best first."""
    if choice is not Language.SYSTEM:
        return choice
    for name in QLocale.system().uiLanguages() if wishes is None else wishes:
        locale = QLocale(name)
        for language, code in _LOCALES.items():
            if locale.language() is code and (
                language is not Language.CHINESE or locale.script() is QLocale.Script.SimplifiedChineseScript
            ):
                return language
    return Language.ENGLISH


def _locale_of(language: Language) -> QLocale:
    """Return how numbers and dates are written: as the desktop does if it speaks the language, else as is usual."""
    system = QLocale.system()
    return system if system.language() is _LOCALES[language] else QLocale(_LOCALES[language])
