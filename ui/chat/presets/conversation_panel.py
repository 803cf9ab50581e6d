"""How this conversation is answered: by which model, with how much thought, told what, and how words are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from app.history.preset_records import ConversationChoices
from app.messages import Sampling
from ui.chat.presets.preset_editor import KeepingDialog, PresetEditor
from ui.theme.fonts import scaled_px
from ui.theme.spacing import keep_spaced
from ui.widgets.layouts import column, grid, row
from ui.widgets.level_words import level_words
from ui.widgets.menu_button import MenuButton
from ui.widgets.styled import button, label, styled
from ui.widgets.tip_lines import tip_lines
from ui.widgets.unfolding_box import UnfoldingBox
from ui.widgets.window_size import open_at


class ConversationPanel(KeepingDialog):
    """Stays open beside the conversation; what is changed holds from the next question on.

    Signals:
        preset_chosen(str): the conversation should have the preset of this key.
        model_chosen(str): the model of this name should answer.
        level_chosen(str): the model should think so much.
        times_asked(QWidget): how often to think should be offered below this widget.
        tools_asked(QWidget): the tools should be offered below this widget.
    """

    preset_chosen = Signal(str)
    model_chosen = Signal(str)
    level_chosen = Signal(str)
    times_asked = Signal(QWidget)
    tools_asked = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How this conversation is answered"))
        open_at(self, scaled_px(560), scaled_px(720))
        self._shown = ConversationChoices()
        about = label(self.tr("Holds in this conversation, from the next question on."), wraps=True, tone="soft")
        self._lines = grid(across_px=12, down_px=8, margins=(0, 0, 12, 0))
        self._lines.setColumnStretch(1, 1)
        self._preset = self._box(self.tr("Preset"), self.tr("Choose a preset; it decides what stands below"))
        self._model = self._box(self.tr("Model"), self.tr("The model that answers next"))
        self._level = self._box(self.tr("Thinking"), self.tr("How much the model may think, where it can choose"))
        for box, told in (
            (self._preset, self.preset_chosen),
            (self._model, self.model_chosen),
            (self._level, self.level_chosen),
        ):
            box.activated.connect(lambda row, box=box, told=told: told.emit(box.itemData(row)))
        self._times, self._tools = (styled(MenuButton(), kind="list") for _ in range(2))
        self._times.clicked.connect(lambda: self.times_asked.emit(self._times))
        self._tools.clicked.connect(lambda: self.tools_asked.emit(self._tools))
        self._times.setToolTip(self.tr("Choose how often the next question is thought about"))
        self._add_line(self.tr("How often"), self._times)
        self._add_line(self.tr("Tools"), self._tools)
        self.editor = PresetEditor()
        close = button(self.tr("Close"), self.tr("Close; what was changed is kept (Esc)"), clicked=self.accept)
        self.reset = styled(QPushButton(), kind="small")
        self._differs = label(wraps=True)
        keep_spaced(
            column(
                about,
                self._lines,
                (self.editor, 1),
                self._differs,  # below: what stands under the mouse must not move when it comes
                row(self.reset, 1, close, margins=(0, 0, 12, 0)),
                of=self,
                margins=(24, 20, 12, 16),
                spacing=12,
            )
        )

    def show_answering(
        self,
        presets: Sequence[tuple[str, str]],
        models: Sequence[str],
        *,
        model: str,
        levels: Sequence[str],
        level: str,
        is_known: bool,
    ) -> None:
        """Offer presets (key and name), models and levels of thinking, and show which hold.

        `is_known`: whether the model has been asked which levels it has.
        """
        _fill(self._preset, [(name, key) for key, name in presets], self._shown.preset_key or presets[0][0])
        _fill(self._model, [(name, name) for name in dict.fromkeys((*models, *([model] if model else [])))], model)
        _fill(self._level, [(level_words(one), one) for one in levels], level)
        self._level.setEnabled(bool(levels))
        none = self.tr("This model answers directly") if is_known else self.tr("Known when the model is loaded")
        self._level.setPlaceholderText("" if levels else none)

    def show_times(self, words: str) -> None:
        """Say how often the next question is thought about."""
        self._times.setText(words)
        self._times.setAccessibleName(words)

    def show_tools(self, words: str, *, reason: str) -> None:
        """Say which tools are offered, or why none can be."""
        self._tools.setText(words)
        self._tools.setAccessibleName(words)
        self._tools.setEnabled(not reason)
        self._tools.setToolTip(reason or self.tr("Choose the tools of this conversation"))

    def show_choices(self, choices: ConversationChoices, *, usual_prompt: str, recommended: Sampling | None) -> None:
        """Show a conversation's choices, and what holds where there are none."""
        self._shown = choices
        self.editor.show_way(
            system_prompt=choices.system_prompt or "",
            sampling=choices.sampling,
            recommended=recommended,
            placeholder=usual_prompt or self.tr("None"),
        )

    def show_changes(self, changes: Sequence[str], *, preset: str) -> None:
        """Say what differs from the preset of this name, or without a name from the usual."""
        back = self.tr("Back to “{preset}”").format(preset=preset) if preset else self.tr("Back to the usual")
        self.reset.setText(back.replace("&", "&&"))
        self.reset.setToolTip(self.tr("Take back what was changed in this conversation"))
        self.reset.setEnabled(bool(changes))
        words = self.tr("Differs from “{preset}”: {what}") if preset else self.tr("Differs from the usual: {what}")
        self._differs.setText(words.format(preset=preset, what=" · ".join(changes)))
        self._differs.setVisible(bool(changes))

    def choices(self) -> ConversationChoices:
        """Return the choices as they are now; an empty system prompt is as the settings have it."""
        prompt = self.editor.prompt.toPlainText()
        return ConversationChoices(self._shown.preset_key, prompt or None, self.editor.form.choice())

    def _box(self, title: str, tip: str) -> UnfoldingBox:
        box = UnfoldingBox()
        box.setAccessibleName(title)
        box.setToolTip(tip_lines(tip))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        self._add_line(title, box)
        return box

    def _add_line(self, title: str, control: QWidget) -> None:
        name = label(title)
        name.setBuddy(control)
        self._lines.addWidget(name, self._lines.rowCount(), 0)
        self._lines.addWidget(control, self._lines.rowCount() - 1, 1)


def _fill(box: UnfoldingBox, entries: Sequence[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for words, value in entries:
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(chosen))
