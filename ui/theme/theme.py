"""Light or dark: follows the system unless the person has chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.settings.choices import Density, ReadingFont, ReadingWidth, ThemeChoice
from ui.theme.colours import DARK, LIGHT, Colours
from ui.theme.fonts import TEXT_FAMILY, TEXT_SIZE_PX, load_text_fonts
from ui.theme.reading import set_reading
from ui.theme.spacing import set_compact
from ui.theme.style_sheet import style_sheet


class Theme(QObject):
    """Applies fonts, palette and style sheet to the application, and again when the system's colours change.

    Widgets that paint themselves read `colours` in their `paintEvent`.

    Signals:
        changed(Colours): other colours, another size of text, density, width or font apply from now on.
    """

    changed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        *,
        text_scale: float = 1.0,
        density: Density = Density.COMFORTABLE,
        reading_width: ReadingWidth = ReadingWidth.USUAL,
        reading_font: ReadingFont = ReadingFont.INTER,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._colours: Colours | None = None
        load_text_fonts()
        self._set_font(text_scale)
        set_compact(application, compact=density is Density.COMPACT)
        set_reading(application, width=reading_width, font=reading_font)
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._is_worn = False
        self._apply()

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return self._colours or LIGHT

    def wear(self) -> None:
        """Put the style sheet on, once, when the widgets are put together: each move of a widget reads it again."""
        self._is_worn = True
        self._application.setStyleSheet(style_sheet(self.colours))

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system, or not."""
        self._choice = choice
        self._apply()

    def set_text_scale(self, text_scale: float) -> None:
        """Show all text larger or smaller; 1 is the usual size."""
        self._set_font(text_scale)
        self._put_on()

    def set_density(self, density: Density) -> None:
        """Put things closer to each other, or apart."""
        set_compact(self._application, compact=density is Density.COMPACT)
        self._put_on()

    def set_reading(self, width: ReadingWidth, font: ReadingFont) -> None:
        """Set answers in another width, or in other letters."""
        set_reading(self._application, width=width, font=font)
        self._put_on()

    def _put_on(self) -> None:
        if self._is_worn:
            self._application.setStyleSheet(style_sheet(self.colours))
        self.changed.emit(self.colours)

    def _set_font(self, text_scale: float) -> None:
        font = QFont(TEXT_FAMILY)
        font.setPixelSize(round(TEXT_SIZE_PX * text_scale))
        self._application.setFont(font)

    def _apply(self) -> None:
        colours = DARK if self._is_dark() else LIGHT
        if colours is self._colours:
            return
        self._colours = colours
        self._application.setPalette(_palette(colours))
        self._put_on()

    def _is_dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, value in (
        (role.Window, colours.window),
        (role.Base, colours.window),
        (role.AlternateBase, colours.sidebar),
        (role.Button, colours.raised),
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.PlaceholderText, colours.faint_text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.BrightText, colours.warm),
        (role.Mid, colours.faint_text),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Link, colours.accent_text),
    ):
        palette.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.faint_text))
    return palette
