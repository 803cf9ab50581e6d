"""The model picker: a button with the chosen model's name, and below it a list that letters search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget

from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName
from ui.theme.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_view import IconView
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import row
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.styled import button, show_text, styled

if TYPE_CHECKING:
    from ui.models.parts.badge import BadgeText
    from ui.models.picker.model_lines import ModelLine
    from ui.widgets.command_palette import CommandPalette

_WIDEST_NAME_PX = 280
_WIDEST_DETAIL_PX = 140
_HEIGHT_PX = 34
_LEAST_PX = 100
"""Where the header is crowded the name ends in …"""


class ModelEntry(Struct, frozen=True):
    """A model that can be chosen."""

    key: str
    """Its path; of one on a server `SERVER/MODEL`, as the command line names it."""
    name: str
    title: str = ""
    """What it is shown as; the name where that is empty."""
    quantization: str = ""
    facts: tuple[str, ...] = ()
    """Its second line in the list: its size, and what it can do."""
    badge: BadgeText | None = None
    is_usable: bool = True
    section: str = ""
    """What the list says above it and its neighbours of the same section; empty for what is on this computer."""

    @property
    def is_a_way(self) -> bool:
        """Whether it is no model, but a way to a server's models, or why there are none."""
        return self.key.endswith("/")

    @property
    def shown_name(self) -> str:
        """What people read."""
        return self.title or self.name

    @property
    def full_name(self) -> str:
        """What it is called where no section stands above it."""
        return self.key if self.section else self.name


class PickerState(Struct, frozen=True):
    """What the picker shows closed; `fraction` is 0…1 while it loads, `facts` are lines for the tooltip."""

    name: str = ""
    """Empty while no model is chosen."""
    quantization: str = ""
    fraction: float | None = None
    has_failed: bool = False
    is_ready: bool = False
    facts: tuple[str, ...] = ()
    place: str = ""
    """Where it runs, if that is a server."""


class ModelPicker(QWidget):
    """Shows a `PickerState`; while a model loads, its progress and `cancel`, a way to give up.

    The list opens below the button. What the buttons at its foot do is the presenter's: `find_more`, `manage`,
    `open_file` and `unload` close it first.

    Signals:
        list_asked(): the list is about to open; `show_lines` may still change it.
        model_chosen(str): the key of the model wanted.
        settings_asked(str): the settings of the model of this key are wanted.
        spoken(str): words for a screen reader.
    """

    list_asked = Signal()
    model_chosen = Signal(str)
    settings_asked = Signal(str)
    spoken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = PickerState()
        self._lines: tuple[ModelLine, ...] = ()
        self._list: CommandPalette | None = None
        self._name = ElidedLabel()
        self._name.setStyleSheet("font-weight: 600;")
        self._detail = styled(ElidedLabel(), tone="faint", scale="small")
        self._button = button("", kind="raised", clicked=self.open_list)
        self._tip = KeyTip(self._button, "", action="model", above=self._cut_name)
        inside = (self._name, self._detail, IconView(IconName.EXPAND))
        for part in inside:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = row(*inside, of=self._button, margins=(11, 0, 10, 0), spacing=8)
        self.cancel = button(self.tr("Cancel"), self.tr("Give up loading this model"), kind="link")
        row(self._button, self.cancel, of=self, spacing=10)
        self.find_more = self._at_foot(self.tr("Find more models"), self.tr("See what suits this computer"))
        self.manage = self._at_foot(self.tr("Manage"), self.tr("The models on this computer: settings, files, updates"))
        tip = self.tr("Context, layers, system prompt and sampling of the model that is marked")
        self.settings = button(self.tr("Settings…"), tip, clicked=self._ask_for_settings)
        self.open_file = self._at_foot(self.tr("Open GGUF file…"), "")
        KeyTip(self.open_file, self.tr("Choose a model file on this computer"), action="open_file")
        tip = self.tr("Free the model's memory; it loads again with the next question")
        self.unload = self._at_foot(self.tr("Unload"), tip)
        self._foot = FlowRow(self.settings, self.find_more, self.manage, self.open_file, self.unload, parent=self)
        self._foot.setVisible(False)
        ScaledLength(self, lambda _px: self._fit(), 0)
        self.show_state(self._state)
        self._name.setText("…")  # until it is known which

    @property
    def list(self) -> CommandPalette | None:
        """The list of models, once it was opened."""
        return self._list

    def show_lines(self, lines: Sequence[ModelLine]) -> None:
        """Offer these, also in a list that is open."""
        self._lines = tuple(lines)
        if self._list is not None and self._list.isVisible():
            self._list.update_entries(self._lines)

    def show_state(self, state: PickerState) -> None:
        """Show the chosen model."""
        self._state = state
        self._name.setText(state.name or self.tr("No model"))
        detail = self._detail_text(state)
        show_text(self._detail, detail)
        self.cancel.setVisible(state.fraction is not None)
        self._fit()
        name = self.tr("Model: {name}").format(name=f"{self._name.text()} {detail}".strip())
        self._button.setAccessibleName(name)
        self._tip.say("\n".join((*state.facts, self.tr("Choose a model"))))
        self._button.setAccessibleDescription("\n".join(state.facts))
        self.unload.setVisible(state.is_ready and not state.place)

    def sizeHint(self) -> QSize:
        """All of the words: Qt does not ask what stands inside a button."""
        beside_px = self.cancel.sizeHint().width() + 10 if not self.cancel.isHidden() else 0
        return QSize(self._inside.sizeHint().width() + beside_px, self._button.height())

    def open_list(self) -> None:
        """Open the list as if the button had been pressed."""
        self.list_asked.emit()
        if self._list is None:
            self._list = self._make_list()
        self._list.open(self._lines)

    def close_list(self) -> None:
        """Close the list, if it is open."""
        if self._list is not None:
            self._list.close_palette()

    # --- private ----------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Bound the words; how far they give way below that is the header's."""
        self._button.setFixedHeight(max(_HEIGHT_PX, self.fontMetrics().height() + 16))
        self._detail.setMaximumWidth(scaled_px(_WIDEST_DETAIL_PX))
        where_px = self._detail.sizeHint().width() if self._state.place else 0
        self._name.setMaximumWidth(scaled_px(_WIDEST_NAME_PX) - where_px)
        self._button.setMinimumWidth(min(self._inside.sizeHint().width(), scaled_px(_LEAST_PX)))
        self.updateGeometry()

    def _cut_name(self) -> str:
        """Return the whole name while it does not show."""
        return self._name.text() if self._name.is_cut else ""

    def _make_list(self) -> CommandPalette:
        from ui.models.picker.model_lines import ModelLineDelegate
        from ui.widgets.command_palette import CommandPalette, PaletteWords

        window = self.window()
        content = window.centralWidget() if isinstance(window, QMainWindow) else None
        words = PaletteWords(
            self.tr("Models"),
            self.tr("Search models"),
            self.tr("Which model?"),
            self.tr("Models that can be chosen"),
        )
        self._foot.setVisible(True)
        made = CommandPalette(
            self._theme,
            content or window,
            words,
            delegate=ModelLineDelegate(self._theme, self),
            anchor=self._button,
            footer=self._foot,
        )
        made.chosen.connect(lambda line: self.model_chosen.emit(line.key))
        made.reached.connect(self.spoken.emit)
        return made

    def _ask_for_settings(self) -> None:
        entry = self._list.current() if self._list is not None else None
        self.close_list()
        if entry is not None:
            self.settings_asked.emit(entry.key)

    def _at_foot(self, words: str, tip: str) -> QPushButton:
        return button(words, tip, clicked=self.close_list)

    def _detail_text(self, state: PickerState) -> str:
        if state.fraction is not None:
            if state.place:
                return self.tr("asking {server} …").format(server=state.place)
            return self.tr("loading {percent} %").format(percent=int(state.fraction * 100))
        if state.has_failed:
            return self.tr("cannot be asked") if state.place else self.tr("cannot be loaded")
        return self.tr("on {server}").format(server=state.place) if state.place else state.quantization
