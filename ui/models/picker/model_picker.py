"""The model picker: a button with the chosen model's name, and a menu of the others."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.text import visible_line
from ui.theme.icons import IconName
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icon_view import IconView
from ui.widgets.key_tip import KeyTip
from ui.widgets.layouts import row
from ui.widgets.styled import button, show_text, styled

_WIDEST_NAME_PX = 280
_WIDEST_DETAIL_PX = 140
_HEIGHT_PX = 34


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model that can be chosen; `description` is its second line in the menu."""

    key: str
    """Its path; of one on a server `SERVER/MODEL`, as the command line names it."""
    name: str
    quantization: str = ""
    description: str = ""
    is_usable: bool = True
    section: str = ""
    """What the menu says above it and its neighbours of the same section; empty for what is on this computer."""

    @property
    def is_a_way(self) -> bool:
        """Whether it is no model, but a way to a server's models, or why there are none."""
        return self.key.endswith("/")

    @property
    def full_name(self) -> str:
        """What it is called where no section stands above it."""
        return self.key if self.section else self.name


class PickerPhase(enum.StrEnum):
    """What the chosen model is doing."""

    NONE = "none"
    """No model is chosen."""
    IDLE = "idle"
    """Chosen, not in memory."""
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PickerState:
    """What the picker shows closed; `fraction` 0…1 while loading, `facts` are lines for the tooltip."""

    phase: PickerPhase
    key: str = ""
    name: str = ""
    quantization: str = ""
    fraction: float = 0.0
    facts: tuple[str, ...] = ()
    place: str = ""
    """Where it runs, if that is a server."""


class ModelPicker(QWidget):
    """Shows a `PickerState`; while a model loads, its progress and `cancel`, a way to give up.

    Signals:
        menu_asked(): the menu is about to open; `show_models` may still change it.
        model_chosen(str): the key of the model wanted.
        open_asked(): a file should be chosen.
        unload_asked(): the model's memory should be free again.
    """

    menu_asked = Signal()
    model_chosen = Signal(str)
    open_asked = Signal()
    unload_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = PickerState(PickerPhase.NONE)
        self._models: tuple[ModelEntry, ...] = ()
        self._name = ElidedLabel()
        self._name.setStyleSheet("font-weight: 600;")
        self._name.setMaximumWidth(_WIDEST_NAME_PX)
        self._detail = styled(ElidedLabel(), tone="faint", scale="small")
        self._detail.setMaximumWidth(_WIDEST_DETAIL_PX)
        self._button = button("", kind="raised", clicked=self.open_menu)
        self._button.setFixedHeight(max(_HEIGHT_PX, self.fontMetrics().height() + 16))
        self._tip = KeyTip(self._button, "", action="model")
        inside = (self._name, self._detail, IconView(IconName.EXPAND))
        for part in inside:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = row(*inside, of=self._button, margins=(11, 0, 10, 0), spacing=8)
        self.cancel = button(self.tr("Cancel"), self.tr("Give up loading this model"), kind="link")
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        row(self._button, self.cancel, of=self, spacing=10)
        self.show_state(self._state)

    @property
    def menu(self) -> QMenu:
        """The menu as it was last filled."""
        return self._menu

    def show_models(self, models: Sequence[ModelEntry]) -> None:
        """Offer these models, also in a menu that is open."""
        self._models = tuple(models)
        before = self._menu.activeAction()
        key = before.data() if before is not None else None
        self._fill_menu()
        again = next((action for action in self._menu.actions() if key is not None and action.data() == key), None)
        if again is not None:  # else the keyboard loses its place
            self._menu.setActiveAction(again)

    def show_state(self, state: PickerState) -> None:
        """Show the chosen model."""
        self._state = state
        self._name.setText(state.name or self.tr("No model"))
        detail = self._detail_text(state)
        show_text(self._detail, detail)
        self._name.setMaximumWidth(_WIDEST_NAME_PX - (self._detail.sizeHint().width() if state.place else 0))
        self.cancel.setVisible(state.phase is PickerPhase.LOADING)
        self._button.setMinimumWidth(self._inside.sizeHint().width())
        name = self.tr("Model: {name}").format(name=f"{self._name.text()} {detail}".strip())
        self._button.setAccessibleName(name)
        self._tip.say("\n".join((*state.facts, self.tr("Choose a model"))))
        self._button.setAccessibleDescription("\n".join(state.facts))

    def open_menu(self) -> None:
        """Open the menu as if the button had been pressed."""
        self.menu_asked.emit()
        self._fill_menu()
        self._menu.popup(self.mapToGlobal(self._button.geometry().bottomLeft()))

    # --- private ----------------------------------------------------------------------------------------------

    def _detail_text(self, state: PickerState) -> str:
        match state.phase:
            case PickerPhase.LOADING:
                if state.place:
                    return self.tr("asking {server} …").format(server=state.place)
                return self.tr("loading {percent} %").format(percent=int(state.fraction * 100))
            case PickerPhase.FAILED:
                return self.tr("cannot be asked") if state.place else self.tr("cannot be loaded")
        return self.tr("on {server}").format(server=state.place) if state.place else state.quantization

    def _fill_menu(self) -> None:
        menu = self._menu
        menu.clear()
        section = ""
        for model in self._models:
            if model.section != section:
                section = model.section
                menu.addSeparator()
                menu.addAction(section.replace("&", "&&")).setEnabled(False)
            menu.addAction(self._action_for(model))
        if self._models:
            menu.addSeparator()
        open_file = QAction(self.tr("Open GGUF file…"), menu)
        open_file.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        open_file.triggered.connect(self.open_asked)
        menu.addAction(open_file)
        if self._state.phase is PickerPhase.READY and not self._state.place:
            unload = QAction(self.tr("Unload"), menu)
            unload.setToolTip(self.tr("Free the model's memory; it loads again with the next question"))
            unload.triggered.connect(self.unload_asked)
            menu.addAction(unload)

    def _action_for(self, model: ModelEntry) -> QAction:
        parts = [model.name, *(part for part in (model.quantization, model.description) if part)]
        action = QAction(" · ".join(parts).replace("&", "&&"), self._menu)
        action.setCheckable(True)
        action.setChecked(model.key == self._state.key)
        action.setEnabled(model.is_usable)
        action.setToolTip(visible_line(model.key))
        action.setData(model.key)
        action.triggered.connect(lambda: self.model_chosen.emit(model.key))
        return action
