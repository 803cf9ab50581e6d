"""The settings in the window: pages at the left, one of them in the middle, a search across all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from string import Template

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from app.settings import SettingsGroup
from ui.settings.setting_row import SettingRow
from ui.theme.fonts import scaled_px
from ui.theme.page_style import PageStyle
from ui.theme.theme import Theme
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.escape_key import EscapeKey
from ui.widgets.fuzzy_search import FuzzySearch
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import clear, column, row, scrolled
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.sidebar_switch import SidebarSwitch
from ui.widgets.styled import button, label, line_field, offer_clearing
from ui.widgets.timers import after, every
from ui.widgets.undo_bar import UndoBar
from ui.widgets.unfolding_box import UnfoldingBox
from ui.widgets.window_action import WindowAction

_HEADER_PX = 52
_COLUMN_PX = 640
_GROUPS_FIT_PX, _BESIDE_FIT_PX = 640, 400
_IDLE_MS = 60
_MOST_LINKS = 6
_MOST_NEAR = 5
"""Of what is shown where nothing has the words."""


class SettingsPage(QWidget):
    """Arranges the sections it is given; where it is narrow, their list becomes one that unfolds.

    A section is filled when it is first shown or searched, the others one by one while nothing else happens, so that
    the page opens at once.

    Signals:
        close_asked(): Escape was pressed.
    """

    close_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        sections: Sequence[tuple[GroupSection, str]],
        *,
        fill: Callable[[GroupSection], None],
        actions: ActionRegistry,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(320)
        self.sections = {section.group: section for section, _ in sections}
        self._group = next(iter(self.sections))
        self._fill = fill
        self._actions = actions
        self._empty = list(self.sections)
        self._idle = every(self, _IDLE_MS, self._fill_next)
        words = self.tr("Search the settings")
        self.field = line_field(words, hint=words, height_px=0)
        ScaledLength(self.field, self.field.setMaximumWidth, _COLUMN_PX)
        KeyTip(self.field, self.tr("Names and explanations of all pages are searched"), action="find")
        offer_clearing(self.field)
        self.field.textChanged.connect(lambda _text: self._show())
        self.undo_bar = UndoBar()
        self.notice = NoticeBar()
        nothing = self.tr("No setting has these words. Try fewer or others.")
        self._nothing = label(nothing, tone="soft", wraps=True)
        self._elsewhere = QWidget()
        """What a search finds that is no setting: a button for each action."""
        self.linked: list[str] = []
        """The names of these actions."""
        self._links = column(of=self._elsewhere, margins=(17, 0, 0, 24), spacing=6)
        self._buttons = {section.group: self._button(section.group, title) for section, title in sections}
        self._chooser = UnfoldingBox()
        self._chooser.setAccessibleName(self.tr("Page of the settings"))
        self._chooser.setToolTip(self.tr("Choose a page of the settings"))
        for section, title in sections:
            self._chooser.addItem(title, section.group)
        self._chooser.activated.connect(lambda index: self.show_group(self._chooser.itemData(index)))
        self._arrange()
        PageStyle(self, theme, STYLE)
        EscapeKey(self, self._go_back)

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
        rows = [setting for section in self.sections.values() for setting in section.rows]
        return next((one.declaration.name for one in rows if focus is not None and one.isAncestorOf(focus)), "")

    def go_to(self, name: str) -> None:
        """Give a setting the keyboard."""
        for setting in self.sections[self._group].rows:
            if setting.declaration.name == name:
                setting.editor.setFocus()
                after(self, 0, partial(self._scroll.ensureWidgetVisible, setting)).start()  # once it has its place

    # --- private ----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the other sections while the first is read."""
        super().showEvent(event)
        self._idle.start()

    def _go_back(self) -> None:
        """End a search, then leave."""
        if self.field.text():
            self.field.clear()
        else:
            self.close_asked.emit()

    def _button(self, group: SettingsGroup, title: str) -> QPushButton:
        tip = self.tr("Show the settings of this page: {page}").format(page=title)
        made = button(title, tip, kind="group", clicked=lambda: self.show_group(group), spokenRole="tab")
        made.setCheckable(True)
        return made

    def _arrange(self) -> None:
        title = label(self.tr("Settings"))
        title.setObjectName("settingsTitle")
        header = QFrame()
        header.setObjectName("settingsHeader")
        parts = (SidebarSwitch(), title, 1, (self.field, 2))
        row(*parts, of=header, margins=(24, 6, 20, 6), spacing=12).addStrut(scaled_px(_HEADER_PX) - 13)
        self._groups = QWidget()
        self._groups.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column(*self._buttons.values(), 1, of=self._groups, margins=(12, 20, 0, 12), spacing=2)
        middle = QWidget()
        ScaledLength(middle, middle.setMaximumWidth, _COLUMN_PX)
        above = (self._chooser, self.notice, self._nothing)
        column(*above, *self.sections.values(), self._elsewhere, 1, of=middle, margins=(0, 24, 0, 24), spacing=8)
        inside = QWidget()
        row((middle, 1000), 1, of=inside, margins=(24, 0, 24, 0))
        self._scroll = scrolled(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = column((self._scroll, 1), row(self.undo_bar, margins=(24, 0, 24, 12)))
        body = row(self._groups, (right, 1), spacing=0)
        column(header, (body, 1), of=self, spacing=0)

    def _fill_next(self) -> None:
        if self._empty:
            self._fill_section(self._empty[0])
        if not self._empty:
            self._idle.stop()

    def _fill_section(self, group: SettingsGroup) -> None:
        self._empty.remove(group)
        self._fill(self.sections[group])
        self._fit()

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
        found = self._show_links(self._actions.matching(words) if words else ()) or found
        found = found or (bool(words) and self._show_near())
        self._nothing.setVisible(bool(words) and not found)
        for group, one in self._buttons.items():
            one.setChecked(not words and group is self._group)
        self._chooser.setCurrentIndex(self._chooser.findData(self._group))
        self._show_chooser()

    def _show_chooser(self) -> None:
        """Name the page where the list of pages has no room; what a search finds is of all of them."""
        self._chooser.setVisible(not self._is_wide() and not self.field.text().strip())

    def _show_near(self) -> bool:
        """Show what comes nearest to the words, as the palette finds it; return whether anything does."""
        places = [place for section in self.sections.values() for place in section.places()]
        actions = self._actions.available()
        texts = [*(words for _, words in places), *(f"{action.label} {action.more_words}" for action in actions)]
        near = [hit.index for hit in FuzzySearch(texts).hits(self.field.text(), limit=_MOST_NEAR)]
        shown = frozenset(places[index][0] for index in near if index < len(places))
        for section in self.sections.values():
            section.show_only(shown)
        self._show_links([actions[index - len(places)] for index in near if index >= len(places)])
        return bool(near)

    def _show_links(self, found: Sequence[WindowAction]) -> bool:
        """Offer what else in the window is found; return whether anything is."""
        clear(self._links)
        actions = found[:_MOST_LINKS]
        self.linked = [action.name for action in actions]
        if actions:
            self._links.addWidget(label(self.tr("Elsewhere in the window"), weight="strong"))
        for action in actions:
            link = button(action.label, action.spoken_keys(), clicked=partial(self._actions.perform, action.name))
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._elsewhere.setVisible(bool(actions))
        return bool(actions)

    def _is_wide(self) -> bool:
        return self.width() >= scaled_px(_GROUPS_FIT_PX)

    def _fit(self) -> None:
        """Fold the list of pages where there is no room for it, and put controls below their words."""
        self._groups.setVisible(self._is_wide())
        self._show_chooser()
        is_narrow = self.width() < scaled_px(_BESIDE_FIT_PX)
        for section in self.sections.values():
            for setting in section.rows:
                setting.set_stacked(stacked=is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts into the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit them again in another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.isVisible():
            self._fit()


# The style of the settings page, in the colours of the theme.

STYLE = Template(
    """
#settings, #settings QScrollArea, #settings QScrollArea > QWidget > QWidget { background: $window; }
#settingsHeader { background: $window; border: none; border-bottom: 1px solid $line; }
#settingsTitle { font-size: 15px; font-weight: 600; }
QLabel[scale="group"] { font-size: 18px; font-weight: 600; }
QLabel[weight="strong"] { font-weight: 600; }
#settingRow { background: transparent; border: none; border-bottom: 1px solid $line;
    border-left: 3px solid transparent; }
#settingRow[changed="true"] { border-left: 3px solid $accent; }
QPushButton[kind="group"] { text-align: left; color: $soft_text; padding: 7px 12px; border-radius: 8px; }
QPushButton[kind="group"]:checked { background: $accent_tint; color: $accent_text; font-weight: 600; }
QPushButton[kind="link"][scale="small"] { font-size: 12px; }
QLineEdit[kind="field"] { background: $raised; color: $text; border: 1px solid $edge;
    border-radius: 8px; padding: 5px 10px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit[kind="field"]:focus { border: 2px solid $accent; padding: 4px 9px; }
QKeySequenceEdit QLineEdit { background: $raised; color: $text; border: 2px solid $accent; border-radius: 6px;
    padding: 3px 8px; }
QLabel[keys="true"] { background: $hover; border: 1px solid $line; border-radius: 6px; padding: 2px 8px;
    font-size: 12px; }
"""
)


# One page of the settings: a title, its rows, what else belongs there, and the way back to the defaults.


class GroupSection(QWidget):
    """Holds rows and panels; `reset` gives all its settings their defaults again."""

    def __init__(self, group: SettingsGroup, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self._found_by = title.casefold()
        self.rows: list[SettingRow] = []
        self.panels: list[tuple[QWidget, str]] = []
        heading = label(title, scale="group")
        heading.setContentsMargins(17, 0, 0, 8)
        self.reset = button(
            self.tr("Reset this page"),
            self.tr("Give every setting on this page its default again; this can be undone"),
            name=self.tr("Reset {page}").format(page=title),
        )
        foot = row(self.reset, 1, margins=(17, 16, 0, 8))
        self._column = column(heading, foot, of=self, margins=(0, 0, 0, 24), spacing=0)

    def add_row(self, setting: SettingRow) -> None:
        """Put a setting below the others."""
        self.rows.append(setting)
        self._insert(setting)

    def add_panel(self, panel: QWidget, *, found_by: str) -> None:
        """Put something else below the settings; a search for these words finds it."""
        self.panels.append((panel, found_by.casefold()))
        self._insert(panel)

    def show_matches(self, words: list[str]) -> bool:
        """Show what has all these words, those of the page's own name apart; return whether anything has."""
        shown, is_searched = 0, bool(words)
        words = [word for word in words if word not in self._found_by]
        for setting in self.rows:
            is_found = setting.matches(words)
            setting.setVisible(is_found)
            shown += is_found
        for panel, found_by in self.panels:
            is_found = all(word in found_by for word in words)
            panel.setVisible(is_found)
            shown += is_found
        self.reset.setVisible(not is_searched and any(setting.can_be_reset for setting in self.rows))
        self.setVisible(shown > 0)
        return shown > 0

    def places(self) -> list[tuple[QWidget, str]]:
        """Return what stands here, and by which words it is found."""
        return [*((one, one.called) for one in self.rows), *self.panels]

    def show_only(self, wanted: frozenset[QWidget]) -> None:
        """Show these alone, and nothing where none of them stands here."""
        places = [one for one, _ in self.places()]
        for one in places:
            one.setVisible(one in wanted)
        self.reset.setVisible(False)
        self.setVisible(not wanted.isdisjoint(places))

    def _insert(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)
