"""The settings in the window: pages at the left, one of them in the middle, a search across all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.settings import SettingsGroup
from ui.settings.group_section import GroupSection
from ui.settings.settings_style import wear
from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, Icons
from ui.theme.theme import Theme
from ui.widgets.key_tip import KeyTip
from ui.widgets.level_text import LevelText
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.undo_bar import UndoBar
from ui.widgets.unfolding_box import UnfoldingBox

_HEADER_PX = 52
_COLUMN_PX = 640
_GROUPS_PX = 176
_GROUPS_FIT_PX = 640
_IDLE_MS = 60


class SettingsPage(QWidget):
    """Arranges the sections it is given; where it is narrow, their list becomes one that unfolds.

    A section is filled when it is first shown or searched, the others one by one while nothing else happens, so that
    the page opens at once.

    Signals:
        filled(SettingsGroup): this page has its rows now.
        sidebar_asked(): the list of conversations should appear or go.
        close_asked(): Escape was pressed.
    """

    filled = Signal(object)
    sidebar_asked = Signal()
    close_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        sections: Sequence[tuple[GroupSection, str]],
        *,
        fill: Callable[[GroupSection], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(320)
        self.sections = {section.group: section for section, _ in sections}
        self._group = next(iter(self.sections))
        self._fill = fill
        self._empty = list(self.sections)
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._fill_next)
        self.field = QLineEdit()
        LevelText(self.field)
        self.field.setProperty("kind", "field")
        self.field.setPlaceholderText(self.tr("Search the settings"))
        self.field.setAccessibleName(self.tr("Search the settings"))
        KeyTip(self.field, self.tr("Names and explanations of all pages are searched"), action="find")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._show())
        self.undo_bar = UndoBar()
        self.notice = NoticeBar()
        self.notice.setVisible(False)
        self._nothing = QLabel(self.tr("No setting has these words. Try fewer or others."))
        self._nothing.setProperty("tone", "soft")
        self._nothing.setWordWrap(True)
        self._switch = QToolButton()
        KeyTip(self._switch, self.tr("Show or hide the conversations"), action="sidebar")
        self._switch.setAccessibleName(self.tr("Show or hide the conversations"))
        self._switch.clicked.connect(self.sidebar_asked)
        self._switch.setVisible(False)
        icons.give(self._switch, IconName.SIDEBAR)
        self._buttons = {section.group: self._button(section.group, title) for section, title in sections}
        self._chooser = UnfoldingBox()
        self._chooser.setAccessibleName(self.tr("Page of the settings"))
        self._chooser.setToolTip(self.tr("Choose a page of the settings"))
        for section, title in sections:
            self._chooser.addItem(title, section.group)
        self._chooser.activated.connect(lambda index: self.show_group(self._chooser.itemData(index)))
        self._arrange([section for section, _ in sections])
        wear(self, theme)

    @property
    def group(self) -> SettingsGroup:
        """The page shown."""
        return self._group

    def show_group(self, group: SettingsGroup | None = None) -> None:
        """Show another page, or the one last shown, and end a search."""
        self._group = group or self._group
        self.field.clear()
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    def fill(self) -> None:
        """Fill every section that is still empty."""
        while self._empty:
            self._fill_section(self._empty[0])

    def row_in_use(self) -> str:
        """Return the name of the setting that has the keyboard; empty if none has."""
        focus = self.focusWidget()
        rows = [row for section in self.sections.values() for row in section.rows]
        return next((row.declaration.name for row in rows if focus is not None and row.isAncestorOf(focus)), "")

    def go_to(self, name: str) -> None:
        """Give a setting the keyboard."""
        for row in self.sections[self._group].rows:
            if row.declaration.name == name:
                row.editor.setFocus()

    def set_switch_visible(self, *, visible: bool) -> None:
        """Offer the sidebar switch only where the sidebar is not always there."""
        self._switch.setVisible(visible)

    # --- private ----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the other sections while the first is read."""
        super().showEvent(event)
        self._idle.start()

    def _button(self, group: SettingsGroup, title: str) -> QPushButton:
        button = QPushButton(title)
        button.setProperty("kind", "group")
        button.setCheckable(True)
        button.setToolTip(self.tr("Show the settings of this page: {page}").format(page=title))
        button.clicked.connect(lambda: self.show_group(group))
        return button

    def _arrange(self, sections: Sequence[GroupSection]) -> None:
        title = QLabel(self.tr("Settings"))
        title.setObjectName("settingsTitle")
        header = QFrame()
        header.setObjectName("settingsHeader")
        header.setMinimumHeight(scaled_px(_HEADER_PX))
        row = QHBoxLayout(header)
        row.setContentsMargins(24, 6, 20, 6)
        row.setSpacing(12)
        row.addWidget(self._switch)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self.field, 2)
        self._groups = QWidget()
        self._groups.setFixedWidth(scaled_px(_GROUPS_PX))
        groups = QVBoxLayout(self._groups)
        groups.setContentsMargins(12, 20, 0, 12)
        groups.setSpacing(2)
        for button in self._buttons.values():
            groups.addWidget(button)
        groups.addStretch()
        column_widget = QWidget()
        column_widget.setMaximumWidth(scaled_px(_COLUMN_PX))
        column = QVBoxLayout(column_widget)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(8)
        column.addWidget(self._chooser)
        column.addWidget(self.notice)
        column.addWidget(self._nothing)
        for section in sections:
            column.addWidget(section)
        column.addStretch()
        inside = QWidget()
        centred = QHBoxLayout(inside)
        centred.setContentsMargins(24, 0, 24, 0)
        centred.addWidget(column_widget, 1000)
        centred.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._scroll, 1)
        undo = QHBoxLayout()
        undo.setContentsMargins(24, 0, 24, 12)
        undo.addWidget(self.undo_bar)
        right.addLayout(undo)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._groups)
        body.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addLayout(body, 1)

    def _fill_next(self) -> None:
        if self._empty:
            self._fill_section(self._empty[0])
        if not self._empty:
            self._idle.stop()

    def _fill_section(self, group: SettingsGroup) -> None:
        self._empty.remove(group)
        self._fill(self.sections[group])
        self.filled.emit(group)

    def _show(self) -> None:
        words = self.field.text().casefold().split()
        if words:
            self.fill()
        elif self._group in self._empty:
            self._fill_section(self._group)
        found = False
        for group, section in self.sections.items():
            if words:
                found = section.show_matches(words) or found
            elif group is self._group:
                section.show_matches([])
            else:
                section.setVisible(False)
        self._nothing.setVisible(bool(words) and not found)
        for group, button in self._buttons.items():
            button.setChecked(not words and group is self._group)
        self._chooser.setCurrentIndex(self._chooser.findData(self._group))

    def _is_wide(self) -> bool:
        return self.width() >= scaled_px(_GROUPS_FIT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list of pages where there is no room for it."""
        super().resizeEvent(event)
        self._groups.setVisible(self._is_wide())
        self._chooser.setVisible(not self._is_wide())

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcut: here it leads back."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End a search, then go back, with Escape."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.field.text():
            self.field.clear()
        else:
            self.close_asked.emit()
