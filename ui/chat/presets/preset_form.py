"""The first lines of a preset: its name, its model, and how much that may think."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from app.history.preset_records import Preset
from ui.chat.presets.preset_words import level_words, preset_name
from ui.chat.thinking.vote_button import SAMPLES, times_text
from ui.theme.spacing import keep_spaced
from ui.widgets.layouts import grid
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.styled import LevelText
from ui.widgets.unfolding_box import UnfoldingBox

_LEVELS = ("", "off", "low", "medium", "high", "on")
_MOST_TOKENS = 1_000_000
_STEP_TOKENS = 500


class PresetForm(QWidget):
    """What is left open ("As it is") decides nothing.

    Signals:
        changed(): the person has changed something.
    """

    changed = Signal()

    def __init__(self, models: Sequence[str], parent: QWidget | None = None) -> None:
        """`models` are the names of the models on this computer."""
        super().__init__(parent)
        self._models = tuple(dict.fromkeys(models))
        self._name = QLineEdit()
        LevelText(self._name)
        self._name.setObjectName("searchField")
        self._name.setAccessibleName(self.tr("Name of the preset"))
        self._name.setToolTip(self._name.accessibleName())
        self._model = UnfoldingBox()
        self._model.setAccessibleName(self.tr("Model"))
        self._model.setToolTip(self.tr("The model that the preset switches to"))
        self._model.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._model.setMinimumContentsLength(16)
        self._level = UnfoldingBox()
        self._level.setAccessibleName(self.tr("Thinking"))
        self._level.setToolTip(self.tr("How much the model may think, where it can choose"))
        for level in _LEVELS:
            self._level.addItem(level_words(level), level)
        self._limit = NumberField(NumberRange(0, _MOST_TOKENS, _STEP_TOKENS), unit=self.tr("tokens"))
        self._limit.may_be_empty(level_words(""), stands_for=0)
        self._limit.name_it(
            self.tr("Thinking limit in tokens"),
            self.tr("A thought ends after so many tokens; an empty field leaves it as it is"),
        )
        self._samples = UnfoldingBox()
        self._samples.setAccessibleName(self.tr("How often"))
        self._samples.setToolTip(self.tr("How often a question is thought about; what most agree on is shown"))
        lines = grid(of=self, across_px=12, down_px=8)
        keep_spaced(lines)
        lines.addWidget(self._name, 0, 0, 1, 4)
        titled: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Model"), self._model),
            (self.tr("Thinking"), self._level),
            (self.tr("Limit"), self._limit),
            (self.tr("How often"), self._samples),
        )
        for place, (title, control) in enumerate(titled):
            label = QLabel(title)
            label.setBuddy(control)
            row, column = (1, 0) if place == 0 else (2 + (place - 1) // 2, 2 * ((place - 1) % 2))
            lines.addWidget(label, row, column)
            lines.addWidget(control, row, column + 1, 1, 3 if place == 0 else 1)
        lines.setColumnStretch(1, 1)
        lines.setColumnStretch(3, 1)
        self._name.textEdited.connect(lambda _text: self.changed.emit())
        self._model.activated.connect(lambda _row: self.changed.emit())
        self._samples.activated.connect(lambda _row: self.changed.emit())
        self._level.activated.connect(lambda _row: self.changed.emit())
        self._limit.box.number_chosen.connect(lambda _tokens: self.changed.emit())

    def show_preset(self, preset: Preset) -> None:
        """Show a preset; one that came with Aside can only be read."""
        self.blockSignals(True)
        self._name.setText(preset_name(preset))
        self._show_models(preset.choices.model)
        self._level.setCurrentIndex(max(0, self._level.findData(preset.choices.thinking_level)))
        self._show_samples(preset.choices.samples)
        self._limit.show_number(preset.choices.think_budget_tokens or 0)
        self.blockSignals(False)
        self._name.setReadOnly(preset.is_built_in)
        for control in (self._model, self._level, self._limit, self._samples):
            control.setEnabled(not preset.is_built_in)

    def name_it(self) -> None:
        """Let the person type the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    @property
    def name(self) -> str:
        """The name as it stands there; it may be empty."""
        return self._name.text().strip()

    @property
    def model(self) -> str:
        """The name of the model, empty for none."""
        return str(self._model.currentData() or "")

    @property
    def thinking_level(self) -> str:
        """The level, empty for none."""
        return str(self._level.currentData() or "")

    @property
    def think_budget_tokens(self) -> int | None:
        """The limit of a thought, `None` for none of its own."""
        return int(self._limit.number or 0) or None

    @property
    def samples(self) -> int | None:
        """How often a question is thought about, `None` to leave it as it is."""
        return int(self._samples.currentData() or 0) or None

    def _show_samples(self, chosen: int | None) -> None:
        self._samples.clear()
        self._samples.addItem(level_words(""), 0)
        for samples in sorted({*SAMPLES, *([chosen] if chosen else [])}):
            self._samples.addItem(times_text(samples), samples)
        self._samples.setCurrentIndex(max(0, self._samples.findData(chosen or 0)))

    def _show_models(self, chosen: str) -> None:
        self._model.clear()
        self._model.addItem(level_words(""), "")
        for name in self._models:
            self._model.addItem(name, name)
        if chosen and chosen not in self._models:
            self._model.addItem(self.tr("{name} (not on this computer)").format(name=chosen), chosen)
        self._model.setCurrentIndex(max(0, self._model.findData(chosen)))
