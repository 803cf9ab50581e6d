"""The thinking control beside the model picker: how much the model may think in this conversation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from app.history.preset_records import ThinkingOptions
from ui.chat.thinking.thinking_options_menu import ThinkingOptionsMenu, limit_text
from ui.theme.fonts import text_font
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import row
from ui.widgets.menu_button import MenuButton
from ui.widgets.menus import add_ticked, open_at
from ui.widgets.one_at_a_time import one_at_a_time
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.styled import label, styled
from ui.widgets.tip_lines import tip_lines

_OFF, _ON, _AUTO = "off", "on", "auto"
_ORDER = (_OFF, _ON, _AUTO, "low", "medium", "high", "max")
_LEVEL, _MENU, _ROW = range(3)
"""A button that says the level, one that says what it is about too, and that word before a row of all levels."""
_PADDING_PX = 22
_HEIGHT_PX = 34
_FRAME_PX = 4


class ThinkingControl(QFrame):
    """A word and a row of levels, of which one is chosen; a button with a menu where there is little room.

    Only the levels that the model has are there. Where `auto` is none of them, it stands among them. Hidden for a
    model that does not think. At its end a menu bounds the thought and tells what becomes of old thoughts.

    Signals:
        level_chosen(str): the person wants this level from the next question on.
        options_chosen(ThinkingOptions): the person wants these from the next question on.
    """

    level_chosen = Signal(str)
    options_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thinkingControl")
        self.setAccessibleName(self.tr("Thinking"))
        self._levels: tuple[str, ...] = ()
        self._chosen = _AUTO
        self._form = _ROW
        self._group = QButtonGroup(self)
        self._segments: dict[str, QPushButton] = {}
        self._menu_button = styled(MenuButton(), kind="segment", edge="only")
        self._menu_button.setMinimumHeight(_HEIGHT_PX - 4)
        self._menu_button.clicked.connect(self._open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._options = ThinkingOptions()
        self._can_keep_thoughts = False
        self._default = ""
        self._options_button = styled(MenuButton(), kind="segment", edge="last")
        self._options_button.setMinimumHeight(_HEIGHT_PX - 4)
        self._options_button.clicked.connect(self._open_options)
        self._word = label(self.tr("Thinking"), tone="faint", scale="small")
        self._word.setContentsMargins(8, 0, 6, 0)
        self._row = row(self._word, self._menu_button, self._options_button, of=self, margins=(1, 1, 1, 1), spacing=0)
        self._menu = ThinkingOptionsMenu(self)
        self._menu.options_chosen.connect(self._choose_options)
        ScaledLength(self, lambda _px: self._measure(), 0)

    @property
    def chosen(self) -> str:
        """The level that is shown as chosen; empty while nothing can be chosen."""
        return self._chosen if self._levels else ""

    def show_levels(self, model_levels: Sequence[str], chosen: str) -> None:
        """Offer the levels of a model; one that it lacks is shown as what `auto` means."""
        levels = shown_levels(model_levels)
        self._chosen = shown_level(levels, chosen)
        if levels != self._levels:
            self._levels = levels
            self._fill()
        self._measure()

    def show_options(self, options: ThinkingOptions, *, can_keep_thoughts: bool, default_level: str = "") -> None:
        """Show what bounds the thought; `default_level` is what `auto` stands for."""
        self._options = options
        self._can_keep_thoughts = can_keep_thoughts
        self._default = default_level
        for level, button in self._segments.items():
            self._explain(button, level)
        self._show_parts()

    def forms_px(self) -> tuple[int, ...]:
        """How wide each form is, from the least to the whole; where there is nothing to choose there is one."""
        if not self._levels:
            return (0,)
        buttons = (*self._segments.values(), self._options_button)
        row_px = sum(max(button.minimumWidth(), button.sizeHint().width()) for button in buttons) + _FRAME_PX
        if len(self._levels) == 1:
            return (row_px,)
        labels = (self._name(self._chosen), self._menu_label())
        return (*(self._menu_width(words) + _FRAME_PX for words in labels), self._word.sizeHint().width() + row_px)

    def show_form(self, form: int) -> None:
        """Take one of the forms."""
        if form != self._form:
            self._form = form
            self._show_parts()

    def choose_next(self) -> None:
        """Go on to the next level, after the last one to the first."""
        if len(self._levels) > 1:
            self._choose(self._levels[(self._levels.index(self._chosen) + 1) % len(self._levels)])

    # --- private ----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for button in self._segments.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._segments = {}
        for index, level in enumerate(self._levels):
            button = styled(
                QPushButton(self._name(level), self), kind="segment", edge="first" if index == 0 else "middle"
            )
            button.setCheckable(True)
            button.setAutoExclusive(True)  # the group sees to it; so it is told to be one of several
            button.setMinimumHeight(_HEIGHT_PX - 4)
            button.setAccessibleName(self.tr("Thinking: {level}").format(level=button.text()))
            self._explain(button, level)
            button.toggled.connect(lambda is_on, level=level: self._choose(level) if is_on else None)
            self._group.addButton(button)
            self._segments[level] = button
            self._row.insertWidget(self._row.count() - 1, button)

    def _measure(self) -> None:
        """Let a level that is chosen, and bold then, take no more room."""
        for button in self._segments.values():
            button.setMinimumWidth(_bold_px(button.text()) + _PADDING_PX)
        self._show_parts()

    def _menu_label(self) -> str:
        label = self.tr("Thinking: {level}").format(level=self._name(self._chosen))
        return label + (f" ≤ {limit_text(self._options)}" if self._is_bounded() else "")

    def _menu_width(self, label: str) -> int:
        return _bold_px(label) + self._menu_button.arrow_px() + _PADDING_PX

    def _explain(self, button: QPushButton, level: str) -> None:
        self._tell_keys(button, level)
        button.setAccessibleDescription(self._explanation(level))

    def _tell_keys(self, button: QPushButton, level: str) -> None:
        explanation = self._explanation(level)
        if len(self._levels) > 1:
            tip = button.findChild(KeyTip) or KeyTip(button, "", action="thinking_level")
            tip.say("\n".join((explanation, self.tr("Next level"))))
        else:
            button.setToolTip(tip_lines(explanation))

    @one_at_a_time
    def _show_parts(self) -> None:
        self.setVisible(bool(self._levels))
        if not self._levels:
            return
        self._segments[self._chosen].setChecked(True)
        is_choice = len(self._levels) > 1
        is_menu = is_choice and self._form != _ROW
        self._word.setVisible(is_choice and not is_menu)
        for button in self._segments.values():
            button.setVisible(not is_menu)
        self._menu_button.setVisible(is_menu)
        self._show_options_button(is_menu=is_menu)
        label = self.tr("Thinking: {level}").format(level=self._name(self._chosen))
        self._menu_button.setText(self._name(self._chosen) if self._form == _LEVEL else self._menu_label())
        self._menu_button.setMinimumWidth(self._menu_width(self._menu_button.text()))
        self._menu_button.setAccessibleName(label)
        self._tell_keys(self._menu_button, self._chosen)

    def _choose(self, level: str) -> None:
        if level != self._chosen:
            self._chosen = level
            self.level_chosen.emit(level)
        self._show_parts()

    def _choose_options(self, options: ThinkingOptions) -> None:
        self._options = options
        self.options_chosen.emit(options)
        self._show_parts()

    def _open_menu(self) -> None:
        """Open levels and options in one menu."""
        self._menu.clear()
        for level in self._levels:
            choose, is_chosen = partial(self._choose, level), level == self._chosen
            add_ticked(self._menu, self._name(level), choose, is_ticked=is_chosen, tip=self._explanation(level))
        self._menu.addSeparator()
        self._open_below(self._menu_button)

    def _open_options(self) -> None:
        self._menu.clear()
        self._open_below(self._options_button)

    def _open_below(self, button: QPushButton) -> None:
        self._menu.add_options(
            self._options, can_keep_thoughts=self._can_keep_thoughts, always_thinks=_OFF not in self._levels
        )
        open_at(self._menu, button)

    def _is_bounded(self) -> bool:
        return self._options.budget_tokens is not None or self._options.budget_s is not None

    def _show_options_button(self, *, is_menu: bool) -> None:
        self._options_button.setVisible(not is_menu)
        limit = limit_text(self._options)
        self._options_button.setText(f"≤ {limit}" if self._is_bounded() else "")
        name = self.tr("Limit of the thought: {limit}").format(limit=limit)
        self._options_button.setAccessibleName(name)
        explanation = self.tr("Limit the thought; keep or drop old thoughts")
        self._options_button.setToolTip(tip_lines(f"{name}\n{explanation}"))

    def _name(self, level: str) -> str:
        if level in (_ON, _AUTO) and len(self._levels) <= 1:
            return self.tr("Always thinks")
        names = {
            _OFF: self.tr("Off"),
            _ON: self.tr("On"),
            "low": self.tr("Low"),
            "medium": self.tr("Medium"),
            "high": self.tr("High"),
            "max": self.tr("Max"),
        }
        return names.get(level) or self.tr("Auto")

    def _explanation(self, level: str) -> str:
        if level == _AUTO and self._default in ("low", "medium", "high", "max"):
            text = self.tr("As the model has it: {level}").format(level=self._name(self._default))
        else:
            as_it_likes = self.tr("Think as much as the model sees fit")
            text = {
                _OFF: self.tr("Answer at once, without thinking"),
                _ON: as_it_likes,
                _AUTO: as_it_likes,
                "low": self.tr("Think briefly"),
                "medium": self.tr("Think for a while"),
                "max": self.tr("Think as long as it takes"),
            }.get(level) or self.tr("Think thoroughly")
        if _OFF not in self._levels:
            text += "\n" + self.tr("This model always thinks; it cannot be turned off.")
        return text


def _bold_px(words: str) -> int:
    return QFontMetrics(text_font(size_px=13, weight=QFont.Weight.DemiBold)).horizontalAdvance(words)


def shown_levels(model_levels: Sequence[str]) -> tuple[str, ...]:
    """Return what can be chosen for a model with these levels, in order; nothing for one that does not think."""
    known = [level for level in _ORDER if level in model_levels]
    if all(level == _OFF for level in known):
        return ()
    if _ON not in known and len(known) > 1:
        known.append(_AUTO)
    return tuple(sorted(known, key=_ORDER.index))


def shown_level(levels: Sequence[str], chosen: str) -> str:
    """Return which of these levels is shown: where the chosen one is none of them, what `auto` means."""
    if chosen in levels:
        return chosen
    return _AUTO if _AUTO in levels else _ON if _ON in levels else levels[0] if levels else _AUTO
