"""What is chosen for one model: context, layers, system prompt, sampling, and what that does to whether it fits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.messages import Sampling
from app.model_choice.local_facts import LocalFacts
from app.settings import ModelSettings
from ui.models.parts.arithmetic_box import ArithmeticBox
from ui.theme.fonts import scaled_px
from ui.widgets.dialog_buttons import DialogButtons
from ui.widgets.layouts import column, grid, scrolled
from ui.widgets.long_words import PlainField
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.sampling_form import SamplingForm
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.spoken_numbers import count_text
from ui.widgets.styled import button, label, show_text
from ui.widgets.timers import after
from ui.widgets.tip_lines import tip_lines
from ui.widgets.window_size import open_at

_WIDTH_PX, _HEIGHT_PX = 640, 640
_PROMPT_PX = 84
_REST_MS = 150
_STEP = 1024
_MOST_TOKENS, _MOST_LAYERS = 10_000_000, 10_000


class ModelSettingsDialog(QDialog):
    """Accepted with other settings, which `settings` returns.

    Signals:
        changed(): something was chosen that may change whether it fits.
    """

    changed = Signal()

    def __init__(self, title: str, *, is_here: bool, parent: QWidget) -> None:
        """`is_here`: whether the model runs on this computer; a server decides context and layers itself."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings of {name}").format(name=title))
        about = self.tr("They hold wherever this model answers. What is left open is as in the settings.")
        self.context = NumberField(NumberRange(0, _MOST_TOKENS, _STEP), unit=self.tr("tokens"), has_buttons=True)
        self.context.may_be_empty(self.tr("As in the settings"), stands_for=0)
        self.layers = NumberField(NumberRange(0, _MOST_LAYERS), has_buttons=True)
        self.layers.may_be_empty(self.tr("As many as fit"))
        fields = grid(across_px=16, down_px=12)
        fields.setColumnStretch(0, 1)
        for at, (field, called, words) in enumerate(
            (
                (self.context, self.tr("Context"), self.tr("Tokens that the model can see at once.")),
                (self.layers, self.tr("Layers"), self.tr("On the graphics card; the processor computes the others.")),
            )
        ):
            name, explanation = label(called, weight="strong"), label(words, tone="soft", scale="small", wraps=True)
            name.setBuddy(field)
            field.name_it(called, words, description=words)
            fields.addLayout(column(name, explanation, spacing=2), at, 0)
            fields.addWidget(field, at, 1)
        self._no_card = label(tone="soft", scale="small", wraps=True)
        self.fit = ArithmeticBox()
        self._here = QWidget()
        column(fields, self._no_card, self.fit, of=self._here, spacing=12)
        self._here.setVisible(is_here)
        self.prompt = PlainField()
        self.prompt.setObjectName("promptField")
        self.prompt.setTabChangesFocus(True)
        self.prompt.setAccessibleName(self.tr("System prompt"))
        self.prompt.setToolTip(self.tr("What this model is told before each conversation"))
        self.prompt.setPlaceholderText(self.tr("As in the settings"))
        ScaledLength(self.prompt, self.prompt.setFixedHeight, _PROMPT_PX)
        self.sampling = SamplingForm()
        buttons = DialogButtons(self, self.tr("Save"))
        buttons.confirm.clicked.connect(self.accept)
        self.reset = button(
            self.tr("Leave all open"),
            self.tr("As in the settings, all of it"),
            clicked=lambda: self.show_settings(None),
        )
        buttons.insertWidget(0, self.reset)
        inside = QWidget()
        column(
            label(about, tone="soft", wraps=True),
            self._here,
            label(self.tr("System prompt"), weight="strong"),
            self.prompt,
            label(self.tr("Sampling"), weight="strong"),
            self.sampling,
            1,
            of=inside,
            margins=(20, 16, 20, 8),
            spacing=12,
        )
        buttons.setContentsMargins(20, 8, 20, 16)
        column((scrolled(inside), 1), buttons, of=self, margins=(1, 1, 1, 1), spacing=0)
        self._soon = after(self, _REST_MS, self.changed.emit)
        for field in (self.context, self.layers):
            field.box.number_chosen.connect(lambda _number: self._soon.start())
        open_at(self, scaled_px(_WIDTH_PX), scaled_px(_HEIGHT_PX))

    def show_settings(self, settings: ModelSettings | None, recommended: Sampling | None = None) -> None:
        """Show what is chosen; `None` leaves all open."""
        shown = settings or ModelSettings()
        self.context.show_number(shown.context)
        self.layers.show_number(shown.gpu_layers)
        self.prompt.setPlainText(shown.system_prompt or "")
        self.sampling.show_choice(shown.sampling, recommended)
        self._soon.start()

    def settings(self) -> ModelSettings:
        """Return what is chosen."""
        layers = self.layers.number
        return ModelSettings(
            context=int(self.context.number or 0),
            gpu_layers=int(layers) if layers is not None else None,
            system_prompt=self.prompt.toPlainText().strip() or None,
            sampling=self.sampling.choice(),
        )

    def show_facts(self, facts: LocalFacts | None, *, has_card: bool) -> None:
        """Show what the choice does to the memory, and what the model was made for."""
        self.fit.show_fit(facts.fit if facts is not None else None)
        self.layers.setEnabled(has_card)
        show_text(
            self._no_card, "" if has_card else self.tr("No graphics card computes here, so all layers are in memory.")
        )
        if facts is not None and facts.trained_context:
            words = self.tr("Made for {count}").format(count=count_text(facts.trained_context))
            self.context.setToolTip(tip_lines(words))
