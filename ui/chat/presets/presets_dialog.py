"""Makes, changes, copies and deletes presets; what is changed is kept at once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.history.preset_records import Preset
from app.messages import Sampling
from ui.chat.presets.preset_editor import KeepingDialog, PresetEditor
from ui.chat.presets.preset_words import preset_name
from ui.chat.thinking.vote_button import SAMPLES, times_text
from ui.theme.fonts import scaled_px
from ui.theme.spacing import keep_spaced
from ui.widgets.layouts import column, grid, row
from ui.widgets.level_words import level_words
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.styled import LevelText, button, label
from ui.widgets.timers import after
from ui.widgets.tip_lines import tip_lines
from ui.widgets.undo_bar import UndoBar
from ui.widgets.unfolding_box import UnfoldingBox
from ui.widgets.window_size import open_at

_KEEP_MS = 400
_LIST_PX, _AROUND_PX, _ANY_PX = 190, 72, 16_777_215


class _CutName(QStyledItemDelegate):
    """Cuts a name that is wider than the list; else Qt lets the list hide its end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list."""
        return QSize(0, super().sizeHint(option, index).height())


class PresetsDialog(KeepingDialog):
    """A list on the left, the chosen one on the right. Built-in ones can be read and copied.

    Signals:
        create_asked(), duplicate_asked(Preset), delete_asked(Preset), undo_asked(): for the listener to do.
        edited(Preset): a preset of one's own has other values.
    """

    create_asked = Signal()
    duplicate_asked = Signal(object)
    delete_asked = Signal(object)
    undo_asked = Signal()
    edited = Signal(object)

    def __init__(self, models: Sequence[str], recommended: Sampling | None, parent: QWidget | None = None) -> None:
        """`models` are the names of the models on this computer."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Presets"))
        open_at(self, scaled_px(760), scaled_px(600))
        self._recommended = recommended
        self._presets: list[Preset] = []
        self._is_showing = False
        self._list = QListWidget()
        self._list.setItemDelegate(_CutName(self._list))
        self._list.setAccessibleName(self.tr("Presets"))
        self._list.setMinimumWidth(scaled_px(110))
        self._list.currentRowChanged.connect(self._show_row)
        self.form = PresetForm(models)
        words = self.tr("This one came with Aside. Duplicate it to change it.")
        self._note_label = label(words, tone="soft", wraps=True)
        self.editor = PresetEditor()
        right = column(self.form, self._note_label, (self.editor, 1), spacing=10)
        self._body = row(self._list, (right, 1), spacing=16)
        self._new = button(self.tr("New"), self.tr("Make a new preset"))
        self._copy = button(self.tr("Duplicate"), self.tr("Make a preset like this one"))
        self._delete = button(self.tr("Delete"), self.tr("Delete this preset; it can be undone"))
        tip = self.tr("Close; what was changed is kept (Esc)")
        close = button(self.tr("Close"), tip, clicked=self.accept)
        foot = row(self._new, self._copy, self._delete, 1, close, spacing=8)
        self.undo_bar = UndoBar()
        self.undo_bar.undone.connect(self.undo_asked)
        self._fit()
        keep_spaced(column((self._body, 1), self.undo_bar, foot, of=self, margins=(20, 20, 20, 16), spacing=12))
        self._new.clicked.connect(self._ask_create)
        self._copy.clicked.connect(lambda: self._with_chosen(self.duplicate_asked))
        self._delete.clicked.connect(lambda: self._with_chosen(self.delete_asked))
        self._soon = after(self, _KEEP_MS, self._tell)
        self.form.changed.connect(self._note)
        self.editor.changed.connect(self._note)

    def show_presets(self, presets: Sequence[Preset], chosen_key: str = "") -> None:
        """Show these, and one of them at the right."""
        self._is_showing = True
        self._presets = list(presets)
        self._list.clear()
        for preset in presets:
            item = QListWidgetItem(preset_name(preset))
            item.setToolTip(preset_name(preset))
            self._list.addItem(item)
        self._is_showing = False
        keys = [preset.key for preset in presets]
        self._list.setCurrentRow(keys.index(chosen_key) if chosen_key in keys else 0)

    def update_preset(self, preset: Preset) -> None:
        """A preset was kept: its name may be written otherwise."""
        for at, known in enumerate(self._presets):
            if known.key == preset.key:
                self._presets[at] = preset
                self._list.item(at).setText(preset_name(preset))

    def name_it(self) -> None:
        """Let the person type the name."""
        self.form.name_it()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find another place for the list."""
        super().resizeEvent(event)
        self._fit()

    # --- private ----------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Put the list above where there is no room beside it."""
        is_narrow = self.width() < scaled_px(_LIST_PX) + self.editor.least_px + _AROUND_PX
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if is_narrow else across)
        self._list.setMaximumSize(*((_ANY_PX, scaled_px(88)) if is_narrow else (scaled_px(_LIST_PX), _ANY_PX)))

    def _chosen(self) -> Preset | None:
        row = self._list.currentRow()
        return self._presets[row] if 0 <= row < len(self._presets) else None

    def _show_row(self, _row: int) -> None:
        if self._is_showing:
            return
        self._soon.stop()
        preset = self._chosen()
        if preset is None:
            return
        self._is_showing = True
        self.form.show_preset(preset)
        self.editor.show_way(
            system_prompt=preset.system_prompt, sampling=preset.choices.sampling, recommended=self._recommended
        )
        is_built_in = preset.is_built_in
        self.editor.set_read_only(read_only=is_built_in)
        self._note_label.setVisible(is_built_in)
        self._delete.setEnabled(not is_built_in)
        self._is_showing = False

    def _note(self) -> None:
        preset = self._chosen()
        if not self._is_showing and preset is not None and not preset.is_built_in:
            row = self._list.currentRow()
            form = self.form
            choices = structs.replace(
                preset.choices,
                model=form.model,
                thinking_level=form.thinking_level,
                think_budget_tokens=form.think_budget_tokens,
                sampling=self.editor.form.choice(),
                samples=form.samples,
            )
            name = form.name or preset.name
            self._presets[row] = Preset(preset.key, name, self.editor.prompt.toPlainText(), choices)
            self._soon.start()

    def _tell(self) -> None:
        self._soon.stop()
        preset = self._chosen()
        if preset is not None and not preset.is_built_in:
            self.edited.emit(preset)

    def _ask_create(self) -> None:
        self._flush()
        self.create_asked.emit()

    def _with_chosen(self, signal: object) -> None:
        self._flush()
        preset = self._chosen()
        if preset is not None:
            signal.emit(preset)  # type: ignore[attr-defined]  # a bound signal

    def _flush(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a number is entered when its field is left
        if self._soon.isActive():
            self._tell()

    # --- Qt ---------------------------------------------------------------------------------------------------

    def done(self, result: int) -> None:
        """Keep the last change."""
        self._flush()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the last change."""
        self._flush()
        super().closeEvent(event)


# The first lines of a preset: its name, its model, and how much that may think.

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
        self._samples.setToolTip(
            tip_lines(self.tr("How often a question is thought about; what most agree on is shown"))
        )
        for box in (self._model, self._level, self._samples):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
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
