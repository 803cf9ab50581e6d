"""How often the next question is thought about, and what that costs: a button beside the thinking control."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.history.preset_records import ThinkingOptions
from ui.chat.thinking.yielding_button import YieldingButton
from ui.widgets.key_tip import KeyTip
from ui.widgets.menus import add_ticked, open_at
from ui.widgets.spoken_numbers import duration_text, size_text

if TYPE_CHECKING:
    from app.conversation.vote_cost import VoteCost

SAMPLES = (1, 3, 5, 8, 16)


class VoteButton(YieldingButton):
    """Once, or several times until it is sure; wanted while a model is chosen. `costs` is asked when the menu opens.

    Signals:
        options_chosen(ThinkingOptions): the person wants these from the next question on.
        models_asked(): the person wants to ask several models; `can_ask_models` says whether there is a question.
    """

    options_chosen = Signal(object)
    models_asked = Signal()

    def __init__(self, stand_in: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(stand_in, parent)
        self.setObjectName("voteButton")
        self.costs: Callable[[Sequence[int]], Mapping[int, VoteCost]] = lambda _samples: {}
        self.can_ask_models: Callable[[], bool] = lambda: False
        self._options = ThinkingOptions()
        self._tip = KeyTip(self, "", action="vote")
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.clicked.connect(lambda: self.open_menu())

    def show_options(self, options: ThinkingOptions, cost: VoteCost | None = None) -> None:
        """Show how often the next question is thought about, and what that will cost as far as it is known."""
        self._options = options
        short = self.tr("{count}×").format(count=options.samples) if options.samples > 1 else None
        words = times_text(options.samples)
        self.say(short, words)
        if options.samples > 1 and options.until_sure:
            words = self.tr("Think up to {count} times, until sure").format(count=options.samples)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("The answer that most replies agree on is shown."))
        lines = (words, sending_text(options, cost), *room_text(cost), self.accessibleDescription())
        self._tip.say("\n".join(filter(None, lines)))

    def open_menu(self, at: QWidget | None = None) -> None:
        """Offer the choices, each with what it costs on this computer; below another widget where that asks for it."""
        self._menu.clear()
        options = self._options
        narrowest: VoteCost | None = None
        choices = sorted({*SAMPLES, options.samples})
        costs = self.costs([samples for samples in choices if samples > 1])
        for samples in choices:
            cost = costs.get(samples)
            words = "\t".join(filter(None, (times_text(samples), cost_text(cost))))
            choose = partial(self._choose, structs.replace(options, samples=samples))
            add_ticked(self._menu, words, choose, is_ticked=samples == options.samples, tip=self._explanation(cost))
            narrowest = cost if room_text(cost) else narrowest
        for note in room_text(narrowest):
            self._menu.addAction(note).setEnabled(False)
        self._menu.addSeparator()
        toggle = partial(self._choose, structs.replace(options, until_sure=not options.until_sure))
        tip = self.tr("Begins with three, and ends as soon as three more agree than disagree")
        add_ticked(self._menu, self.tr("Until sure"), toggle, is_ticked=options.until_sure, tip=tip)
        self._menu.addSeparator()
        several = self._menu.addAction(self.tr("Ask several models…"))
        several.setEnabled(self.can_ask_models())
        tip = self.tr("Ask up to four models the same question, and compare their answers")
        several.setToolTip(tip if several.isEnabled() else self.tr("Write a question first."))
        several.triggered.connect(self.models_asked)
        open_at(self._menu, at or self.menu_place())

    # --- private ----------------------------------------------------------------------------------------------

    def _choose(self, options: ThinkingOptions) -> None:
        self.show_options(options)
        self.options_chosen.emit(options)

    def _explanation(self, cost: VoteCost | None) -> str:
        if cost is None:
            return ""
        if cost.seconds is None:
            return self.tr("How long it takes is known when the model has answered once.")
        if self._options.until_sure:
            return self.tr("At most; it ends as soon as it is sure. Measured on this computer.")
        return self.tr("As measured on this computer")


def times_text(samples: int) -> str:
    """Return how often is thought, in words."""
    if samples == 1:
        return _tr("Think once")
    return _tr("Think {count} times").format(count=samples)


def cost_text(cost: VoteCost | None) -> str:
    """Return time and memory in words; empty for what is not known."""
    if cost is None:
        return ""
    parts = []
    if cost.seconds is not None:
        parts.append(_tr("about {time}").format(time=duration_text(max(0.1, cost.seconds))))
    if cost.memory_bytes:
        parts.append(size_text(cost.memory_bytes))
    if cost.gpu_bytes:
        parts.append(_tr("{size} of graphics memory").format(size=size_text(cost.gpu_bytes)))
    return " · ".join(parts)


def sending_text(options: ThinkingOptions, cost: VoteCost | None) -> str:
    """Return what the next question will cost; empty for one reply, and where nothing is known."""
    words = cost_text(cost)
    if options.samples <= 1 or not words:
        return ""
    most = _tr("up to {count}×") if options.until_sure else _tr("{count}×")
    return " · ".join((most.format(count=options.samples), words))


def room_text(cost: VoteCost | None) -> tuple[str, ...]:
    """Return how many are written at once where that is not all."""
    if cost is None or cost.at_once >= cost.samples:
        return ()
    if cost.at_once == 1:
        return (_tr("Memory has room for one at a time."),)
    return (_tr("Memory has room for {count} at once; the others follow.").format(count=cost.at_once),)


def _tr(text: str) -> str:
    return QCoreApplication.translate("VoteButton", text)
