"""How the next word is drawn: a row for each value, with what it means and what the model recommends."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.history.preset_records import SamplingChoice
from app.inference.protocol import Sampling
from app.text import translatable
from ui.theme.fonts import scaled_px
from ui.theme.spacing import keep_spaced
from ui.widgets.number_frame import NumberFrame
from ui.widgets.wheel_guard import WheelGuard

_FIELD_PX = 190


@dataclass(frozen=True, slots=True)
class SamplingField:
    """One value: `name` is that of `SamplingChoice`'s field; `decimals` 0 is a whole number."""

    name: str
    title: str
    explanation: str
    least: float
    most: float
    step: float
    decimals: int


FIELDS = (
    SamplingField(
        "temperature",
        translatable("Temperature"),
        translatable("How freely words are chosen: low is sober, high is playful; 0 always takes the likeliest."),
        0.0,
        5.0,
        0.05,
        2,
    ),
    SamplingField(
        "top_k", translatable("Top-k"), translatable("Choose among so many likeliest words; 0 for all."), 0, 1000, 1, 0
    ),
    SamplingField(
        "top_p",
        translatable("Top-p"),
        translatable("Choose among the likeliest words that together have this probability; 1 for all."),
        0.01,
        1.0,
        0.01,
        2,
    ),
    SamplingField(
        "min_p",
        translatable("Min-p"),
        translatable("Leave out words less likely than this share of the likeliest; 0 for none."),
        0.0,
        1.0,
        0.01,
        2,
    ),
    SamplingField(
        "repeat_penalty",
        translatable("Repeat penalty"),
        translatable("Above 1, words that were just used become less likely; it harms long thoughts and code."),
        0.5,
        2.0,
        0.05,
        2,
    ),
    SamplingField(
        "seed",
        translatable("Seed"),
        translatable("The same number draws the same words again, if nothing else changes."),
        0,
        2_147_483_647,
        1,
        0,
    ),
    SamplingField(
        "max_tokens",
        translatable("Longest reply"),
        translatable("Thought and answer together end after so many tokens."),
        1,
        1_000_000,
        100,
        0,
    ),
)


class SamplingForm(QWidget):
    """Values that are not chosen are left to the settings and the model.

    Signals:
        changed(): a value was chosen, or given back.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QDoubleSpinBox] = {}
        self._is_showing = False
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        keep_spaced(grid)
        for row, field in enumerate(FIELDS):
            words = QVBoxLayout()
            words.setSpacing(0)
            title = QLabel(_tr(field.title))
            about = QLabel(_tr(field.explanation))
            about.setProperty("tone", "soft")
            about.setProperty("scale", "small")
            about.setWordWrap(True)
            words.addWidget(title)
            words.addWidget(about)
            box = self._box(field)
            title.setBuddy(box)
            grid.addLayout(words, row, 0)
            grid.addWidget(NumberFrame(box), row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        self._reset = QPushButton(self.tr("Reset to recommended"))
        self._reset.setProperty("kind", "small")
        self._reset.setToolTip(self.tr("Leave all of these to the settings and the model"))
        self._reset.clicked.connect(self._give_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)

    def show_choice(self, choice: SamplingChoice, recommended: Sampling | None) -> None:
        """Show what is chosen, and what holds where nothing is."""
        self._is_showing = True
        for field in FIELDS:
            box = self._boxes[field.name]
            usual = getattr(recommended, field.name, None) if recommended is not None else None
            box.setSpecialValueText(self._unset_words(field, usual))
            value = getattr(choice, field.name)
            box.setValue(box.minimum() if value is None else float(value))
        self._is_showing = False
        self._reset.setEnabled(choice != SamplingChoice())

    def choice(self) -> SamplingChoice:
        """Return what is chosen."""
        return SamplingChoice(
            temperature=self._number("temperature"),
            top_k=self._whole("top_k"),
            top_p=self._number("top_p"),
            min_p=self._number("min_p"),
            repeat_penalty=self._number("repeat_penalty"),
            seed=self._whole("seed"),
            max_tokens=self._whole("max_tokens"),
        )

    def _number(self, name: str) -> float | None:
        box = self._boxes[name]
        return round(box.value(), box.decimals()) if box.value() > box.minimum() else None

    def _whole(self, name: str) -> int | None:
        number = self._number(name)
        return round(number) if number is not None else None

    def _box(self, field: SamplingField) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setDecimals(field.decimals)
        box.setSingleStep(field.step)
        box.setRange(field.least - field.step, field.most)  # below the least: not chosen
        box.setGroupSeparatorShown(field.most > 9999)
        box.setMinimumWidth(scaled_px(_FIELD_PX))
        box.setKeyboardTracking(False)
        box.setAccessibleName(_tr(field.title))
        box.setAccessibleDescription(_tr(field.explanation))
        box.setToolTip(_tr(field.explanation))
        WheelGuard(box)
        box.valueChanged.connect(self._note)
        self._boxes[field.name] = box
        return box

    def _unset_words(self, field: SamplingField, usual: float | None) -> str:
        if field.name == "seed":
            return self.tr("Another each time")
        if field.name == "max_tokens":
            return self.tr("As the context allows")
        if usual is None:
            return self.tr("As recommended")
        number = self.locale().toString(float(usual), "f", field.decimals)
        return self.tr("As recommended: {value}").format(value=number)

    def _note(self) -> None:
        if not self._is_showing:
            self._reset.setEnabled(self.choice() != SamplingChoice())
            self.changed.emit()

    def _give_back(self) -> None:
        self._is_showing = True
        for box in self._boxes.values():
            box.setValue(box.minimum())
        self._is_showing = False
        self._note()


def _tr(text: str) -> str:
    return QCoreApplication.translate("app", text)
