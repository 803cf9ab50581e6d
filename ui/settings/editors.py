"""What edits a setting, by the sort of its value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.settings import SettingDeclaration, SettingKind
from ui.theme.fonts import scaled_px
from ui.theme.rounded import paint_rounded
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.file_questions import ask_for_folder
from ui.widgets.layouts import column, row, take_out
from ui.widgets.long_words import PlainField
from ui.widgets.number_box import NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.styled import button, line_field
from ui.widgets.timers import after
from ui.widgets.tip_lines import tip_lines
from ui.widgets.unfolding_box import UnfoldingBox

_TELL_AFTER_MS = 350
_NUMBER_PX, _LEAST_CHOICE_PX = 132, 110
_PROSE_PX = 120
_SWITCH_PX = 22
_SHARE = 1.75
_RING_PX = 3


class SettingEditor(QWidget):
    """Shows a value and tells of another one; showing tells nothing.

    Signals:
        value_chosen(object): the person has chosen this value.
    """

    value_chosen = Signal(object)
    is_wide = False
    """Whether it stands below the explanation, not beside it."""

    def show_value(self, value: object) -> None:
        """Show the setting's value."""
        raise NotImplementedError

    def show_matches(self, words: list[str]) -> bool:
        """Show only what of the value has all these words (in lower case); return whether anything has."""
        return False

    def set_name(self, name: str, tip: str) -> None:
        """Give the control its accessible name and its tooltip."""
        control = self.focusProxy()
        assert control is not None, "every editor has a control that takes the keyboard"
        control.setAccessibleName(name)
        control.setToolTip(tip_lines(tip))

    def hold(self, control: QWidget) -> None:
        """Consist of this control."""
        row(control, of=self)
        self.setFocusProxy(control)


class SwitchEditor(SettingEditor):
    """On or off, at once."""

    def __init__(self) -> None:
        super().__init__()
        self._switch = Switch()
        self._switch.clicked.connect(lambda is_on: self.value_chosen.emit(bool(is_on)))
        self.hold(self._switch)

    def show_value(self, value: object) -> None:
        """Show whether it is on."""
        self._switch.setChecked(value is True)


class ChoiceEditor(SettingEditor):
    """One of a few values, in a list that unfolds; `choices` are (value, words)."""

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._box = UnfoldingBox()
        for value, words in choices:
            self._box.addItem(words, value)
        ScaledLength(self._box, self._box.setMinimumWidth, _LEAST_CHOICE_PX)  # else it leaves words no room
        self._box.activated.connect(lambda index: self.value_chosen.emit(self._box.itemData(index)))
        self.hold(self._box)

    def show_value(self, value: object) -> None:
        """Show which one is chosen."""
        self._box.setCurrentIndex(max(0, self._box.findData(str(value))))


class TextEditor(SettingEditor):
    """A line; what was typed is told when the person presses Enter or leaves it."""

    is_wide = True

    def __init__(self, *, hint: str = "") -> None:
        super().__init__()
        self._shown = ""
        self._line = line_field("", hint=hint)
        self._line.editingFinished.connect(self._tell)
        self.hold(self._line)

    def show_value(self, value: object) -> None:
        """Show the text."""
        self._shown = str(value or "")
        self._line.setText(self._shown)

    def _tell(self) -> None:
        if self._line.text() != self._shown:
            self._shown = self._line.text()
            self.value_chosen.emit(self._shown)


class ProseEditor(SettingEditor):
    """A field for several lines; what was typed is told after a moment, and when the person leaves it."""

    is_wide = True

    def __init__(self, *, hint: str) -> None:
        super().__init__()
        self._shown = ""
        self._field = PlainField()
        self._field.setObjectName("promptField")
        self._field.setTabChangesFocus(True)
        self._field.setPlaceholderText(hint)
        ScaledLength(self._field, self._field.setFixedHeight, _PROSE_PX)
        self._soon = after(self, _TELL_AFTER_MS, self._tell)
        self._field.textChanged.connect(self._note)
        self.hold(self._field)

    def show_value(self, value: object) -> None:
        """Show the text; what is being typed stays where the cursor is."""
        self._shown = str(value or "")
        if self._field.toPlainText() != self._shown:
            self._field.setPlainText(self._shown)

    def _note(self) -> None:
        self._soon.start()

    def _tell(self) -> None:
        self._soon.stop()
        if self._field.toPlainText() != self._shown:
            self._shown = self._field.toPlainText()
            self.value_chosen.emit(self._shown)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell at once what was typed last."""
        super().hideEvent(event)
        self._tell()


class NumberEditor(SettingEditor):
    """A field with steps. An empty one leaves an optional number to the model, or stands for 0 where that is a word."""

    def __init__(self, declaration: SettingDeclaration, *, unset: str, zero: str, unit: str) -> None:
        super().__init__()
        self._is_whole = declaration.kind is SettingKind.WHOLE_NUMBER
        self._times = declaration.times
        self._chosen: float | None = None
        self._field = NumberField(NumberRange.declared(declaration), unit=unit, has_buttons=True)
        if declaration.is_optional:
            self._field.may_be_empty(unset)
        elif zero:
            self._field.may_be_empty(zero, stands_for=0)
        self._field.fit_words(_NUMBER_PX)
        self._field.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.box.number_chosen.connect(self._note)
        self._soon = after(self, _TELL_AFTER_MS, self._tell)
        row(self._field, 1, of=self)  # below its words it stands at the left, no wider than it needs
        self.setFocusProxy(self._field)

    def show_value(self, value: object) -> None:
        """Show the number, or that it is left to the model."""
        self._soon.stop()
        self._field.show_number(round(value * self._times, 10) if isinstance(value, int | float) else None)

    def set_name(self, name: str, tip: str) -> None:
        """Name the field."""
        self._field.name_it(name, tip)

    def _note(self, number: float | None) -> None:
        self._chosen = number
        self._soon.start()  # the arrows pass many numbers on their way

    def _tell(self) -> None:
        self._soon.stop()
        number = self._chosen
        if number is not None and not self._is_whole:
            number = round(number / self._times, 10)
        self.value_chosen.emit(number)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell at once what was chosen last."""
        super().hideEvent(event)
        if self._soon.isActive():
            self._tell()


class FoldersEditor(SettingEditor):
    """A line per folder, each with a button that takes it out of the list; the folders themselves stay as they are."""

    is_wide = True

    def __init__(self) -> None:
        super().__init__()
        self._folders: tuple[str, ...] = ()
        self._lines: list[QWidget] = []
        self._add = button(self.tr("Add a folder…"), clicked=self._ask)
        self._column = column(row(self._add, 1), of=self, spacing=4)
        self.setFocusProxy(self._add)

    def show_value(self, value: object) -> None:
        """Show the folders."""
        self._folders = tuple(str(folder) for folder in value) if isinstance(value, tuple | list) else ()
        for line in self._lines:
            take_out(line)
        self._lines = [self._line(folder) for folder in self._folders]
        for index, line in enumerate(self._lines):
            self._column.insertWidget(index, line)

    def set_name(self, name: str, tip: str) -> None:
        """Name the button."""
        super().set_name(self.tr("{setting}: add a folder").format(setting=name), tip)

    def add(self, folder: str) -> None:
        """Put a folder into the list, once."""
        if folder and folder not in self._folders:
            self.value_chosen.emit((*self._folders, folder))

    def _line(self, folder: str) -> QWidget:
        line = QWidget()
        path = ElidedLabel()
        path.setText(folder)
        remove = button(
            self.tr("Take out"),
            self.tr("Look through this folder no more; nothing in it is deleted"),
            kind="quiet",
            name=self.tr("Take {folder} out of the list").format(folder=folder),
            clicked=lambda: self.value_chosen.emit(tuple(one for one in self._folders if one != folder)),
        )
        row((path, 1), remove, of=line)
        return line

    def _ask(self) -> None:
        self.add(str(ask_for_folder(self.window(), self.tr("Add a folder with models")) or ""))


class ModelsFolderEditor(SettingEditor):
    """Shows where downloaded models are kept. `move` moves them, file by file, into a folder; the setting follows."""

    is_wide = True

    def __init__(self, own_folder: str, move: Callable[[Path], None]) -> None:
        super().__init__()
        self._own_folder = own_folder
        self._move = move
        self._path = ElidedLabel()
        back = self.tr("Move the models to {folder}").format(folder=own_folder)
        self._back = button(self.tr("Move back"), back, clicked=lambda: move(Path(own_folder)))
        other = button(self.tr("Move…"), clicked=self._ask)
        row((self._path, 1), self._back, other, of=self, spacing=8)
        self.setFocusProxy(other)

    def show_value(self, value: object) -> None:
        """Show the folder in use."""
        folder = str(value or "") or self._own_folder
        self._path.setText(folder)
        self._back.setVisible(folder != self._own_folder)

    def set_name(self, name: str, tip: str) -> None:
        """Name the button."""
        super().set_name(self.tr("{setting}: move the models").format(setting=name), tip)

    def _ask(self) -> None:
        folder = ask_for_folder(self.window(), self.tr("Keep downloaded models in"))
        if folder is not None:
            self._move(folder)


class Switch(QAbstractButton):
    """A checkable button; in the theme's colours by its palette, as large as the text asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The track, and room for the ring of the focus."""
        height = scaled_px(_SWITCH_PX)
        return QSize(round(height * _SHARE) + 2 * _RING_PX, height + 2 * _RING_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, knob and focus."""
        painter = QPainter(self)
        palette = self.palette()
        height = scaled_px(_SWITCH_PX)
        track = QRectF(_RING_PX, (self.height() - height) / 2, height * _SHARE, height)
        ground = palette.highlight().color() if self.isChecked() else palette.mid().color()
        if self.hasFocus():
            edge = QPen(palette.accent().color(), 2)
            paint_rounded(painter, track.adjusted(-2, -2, 2, 2), height / 2 + 2, edge=edge)
        paint_rounded(painter, track, height / 2, ground=ground)
        side = height - 6
        is_right = self.isChecked() != (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        left = track.right() - side - 3 if is_right else track.left() + 3
        painter.setBrush(palette.base().color())
        painter.drawEllipse(QRectF(left, track.top() + 3, side, side))
