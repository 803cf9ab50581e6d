"""The menu of the thinking control: a limit for the thought, and what becomes of old thoughts."""

from __future__ import annotations

from functools import partial

from msgspec import structs
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.history.preset_records import ThinkingOptions
from ui.widgets.menus import add_ticked
from ui.widgets.spoken_numbers import count_text, seconds_text

_TOKENS = (500, 2000, 8000)
_SECONDS = (15.0, 60.0, 300.0)


class ThinkingOptionsMenu(QMenu):
    """Fills itself anew with `show_options`; other actions may be put before what it adds.

    Signals:
        options_chosen(ThinkingOptions): the person wants these from the next question on.
    """

    options_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._options = ThinkingOptions()

    def add_options(self, options: ThinkingOptions, *, can_keep_thoughts: bool, always_thinks: bool) -> None:
        """Add the choices, the present ones checked."""
        self._options = options
        self._add_heading(self.tr("Limit of the thought"))
        self._add_limits(options)
        if can_keep_thoughts:
            self.addSeparator()
            self._add_heading(self.tr("Old thoughts"))
            self._add_history(options)
        if always_thinks:
            self.addSeparator()
            self._add_heading(self.tr("This model always thinks; it cannot be turned off."))

    def _add_limits(self, options: ThinkingOptions) -> None:
        limits = [ThinkingOptions()]
        limits += [ThinkingOptions(budget_tokens=tokens) for tokens in _TOKENS]
        limits += [ThinkingOptions(budget_s=seconds) for seconds in _SECONDS]
        present = ThinkingOptions(options.budget_tokens, options.budget_s)
        if present not in limits:
            limits.append(present)
        for limit in limits:
            chosen = structs.replace(options, budget_tokens=limit.budget_tokens, budget_s=limit.budget_s)
            tip = self.tr("The thought ends there, and the answer begins.")
            self._add_choice(limit_text(limit), chosen, is_chosen=limit == present, tip=tip)
        other = self.addAction(self.tr("Other limit…"), self._ask_for_limit)
        other.setToolTip(self.tr("Any number of tokens or seconds"))

    def _add_history(self, options: ThinkingOptions) -> None:
        for keeps, text, explanation in (
            (None, self.tr("As the model has it"), self.tr("Each model was trained for one or the other.")),
            (
                True,
                self.tr("Keep in the prompt"),
                self.tr("The model sees what it thought before; takes context."),
            ),
            (False, self.tr("Leave out of the prompt"), self.tr("The model sees only its answers; saves context.")),
        ):
            chosen = structs.replace(options, keeps_thoughts=keeps)
            self._add_choice(text, chosen, is_chosen=options.keeps_thoughts is keeps, tip=explanation)

    def _add_choice(self, text: str, chosen: ThinkingOptions, *, is_chosen: bool, tip: str) -> None:
        add_ticked(self, text, partial(self.options_chosen.emit, chosen), is_ticked=is_chosen, tip=tip)

    def _add_heading(self, text: str) -> None:
        self.addAction(text).setEnabled(False)

    def _ask_for_limit(self) -> None:
        from ui.chat.thinking.thinking_limit_dialog import ThinkingLimitDialog

        dialog = ThinkingLimitDialog(self._options, self.window())
        dialog.accepted.connect(lambda: self.options_chosen.emit(dialog.chosen(self._options)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def limit_text(options: ThinkingOptions) -> str:
    """Return the limit in words: `No limit`, `500 tokens`, `1 min`."""
    words = []
    if options.budget_tokens is not None:
        text = QCoreApplication.translate("ThinkingOptionsMenu", "{count} tokens")
        words.append(text.format(count=count_text(options.budget_tokens)))
    if options.budget_s is not None:
        words.append(_time_text(options.budget_s))
    return " · ".join(words) or QCoreApplication.translate("ThinkingOptionsMenu", "No limit")


def _time_text(seconds: float) -> str:
    if seconds >= 60 and seconds % 60 == 0:
        return QCoreApplication.translate("ThinkingOptionsMenu", "{minutes} min").format(minutes=int(seconds // 60))
    return seconds_text(seconds)
