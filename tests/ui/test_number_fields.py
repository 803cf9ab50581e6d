"""Numbers that people type: by mouse and by keyboard, in their own language, and never turned into others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import fields
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.history.preset_records import ThinkingOptions
from app.messages import Sampling
from app.settings import SettingDeclaration, SettingKind, SettingsGroup
from tests.ui.window_actions import button, type_number
from ui.chat.presets.preset_editor import KeepingDialog
from ui.chat.thinking.thinking_limit_dialog import ThinkingLimitDialog
from ui.settings import editors
from ui.settings.editors import NumberEditor
from ui.theme.theme import Theme
from ui.widgets.number_box import NumberBox, NumberRange
from ui.widgets.number_field import NumberField
from ui.widgets.sampling_form import SamplingForm, sampling_fields
from ui.widgets.spoken_numbers import number_text

TEMPERATURE = NumberRange(0, 5, 0.05, is_whole=False)
TOP_K = NumberRange(0, 1000)
TOP_P = NumberRange(0, 1, 0.01, is_whole=False, is_least_excluded=True)
TOKENS = NumberRange(1, 1_000_000, 100)
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
SWISS = QLocale(QLocale.Language.German, QLocale.Country.Switzerland)
NUMBERS = (SettingKind.WHOLE_NUMBER, SettingKind.NUMBER)
FRENCH = QLocale(QLocale.Language.French, QLocale.Country.France)


@pytest.fixture(autouse=True)
def usual_locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(ENGLISH)
    yield
    QLocale.setDefault(before)


class Form(QDialog):
    """One number, with a placeholder, between other things that can have the keyboard."""

    def __init__(self, limits: NumberRange, *, placeholder: str) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QPushButton("After")
        self.after.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number = NumberField(limits, unit="tokens" if limits is TOKENS else "")
        if placeholder:
            self.number.may_be_empty(placeholder, start=0.4)
        self.number.name_it("Number", "A number", description="Any number will do.")
        self.number.show_number(None if placeholder else limits.most)
        self.chosen: list[object] = []
        self.number.box.number_chosen.connect(self.chosen.append)
        column = QVBoxLayout(self)
        for widget in (self.before, self.number, self.after):
            column.addWidget(widget)

    @property
    def line(self) -> QLineEdit:
        return self.number.box.lineEdit()

    def click(self) -> None:
        """Where the words stand, by whoever clicks into the middle of a field."""
        QTest.mouseClick(self.line, Qt.MouseButton.LeftButton, pos=self.line.rect().center())

    def type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def press(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def opened(qtbot: QtBot, limits: NumberRange = TEMPERATURE, *, placeholder: str = "As recommended: 0.4") -> Form:
    form = Form(limits, placeholder=placeholder)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.before.setFocus()
    qtbot.waitUntil(form.before.hasFocus)
    return form


@pytest.mark.parametrize(
    ("locale", "limits", "text", "number"),
    [
        (ENGLISH, TEMPERATURE, "0.7", 0.7),
        (ENGLISH, TEMPERATURE, ".7", 0.7),
        (ENGLISH, TEMPERATURE, "1.", 1),
        (ENGLISH, TEMPERATURE, "0,7", 0.7),
        (ENGLISH, TEMPERATURE, "+0.7 ", 0.7),
        (ENGLISH, TEMPERATURE, "０．７", 0.7),
        (ENGLISH, TEMPERATURE, "0。7", 0.7),
        (ENGLISH, TEMPERATURE, "0.125", 0.125),
        (ENGLISH, TEMPERATURE, "60", None),
        (ENGLISH, TEMPERATURE, "-1", None),
        (ENGLISH, TEMPERATURE, "−1", None),
        (ENGLISH, TEMPERATURE, "1e0", None),
        (ENGLISH, TEMPERATURE, "nan", None),
        (ENGLISH, TEMPERATURE, "1.2.3", None),
        (ENGLISH, TEMPERATURE, "0.7 hot", None),
        (GERMAN, TEMPERATURE, "0,7", 0.7),
        (GERMAN, TEMPERATURE, "0.7", 0.7),
        (GERMAN, TEMPERATURE, "1.250", 1.25),
        (ENGLISH, TOP_K, "40", 40),
        (ENGLISH, TOP_K, "4.0", 4),
        (ENGLISH, TOP_K, "0.7", None),
        (GERMAN, TOP_K, "0.7", None),
        (GERMAN, TOP_K, "0.700", None),
        (GERMAN, TOP_K, "0,7", None),
        (ENGLISH, TOP_K, "1001", None),
        (ENGLISH, TOP_K, "all", None),
        (ENGLISH, TOKENS, "16,384", 16384),
        (ENGLISH, TOKENS, "1,000,000", 1_000_000),
        (ENGLISH, TOKENS, "16 384", 16384),
        (ENGLISH, TOKENS, "16.384", None),
        (ENGLISH, TOKENS, "16,38", None),
        (GERMAN, TOKENS, "16.384", 16384),
        (GERMAN, TOKENS, "16,384", None),
        (SWISS, TOKENS, "16’384", 16384),
        (SWISS, TOKENS, "16'384", 16384),
        (FRENCH, TOKENS, "16\u202f384", 16384),
        (ENGLISH, TOKENS, "0", None),
        (ENGLISH, TOP_P, "0", None),
        (ENGLISH, TOP_P, "0.001", 0.001),
        (ENGLISH, TOP_P, "1", 1),
        (ENGLISH, TOP_K, "9" * 400, None),
    ],
)
def test_a_number_is_read_as_people_write_it_and_never_rounded(
    locale: QLocale, limits: NumberRange, text: str, number: float | None
) -> None:
    QLocale.setDefault(locale)

    if number is None:
        with pytest.raises(ValueError, match=re.escape(text)):
            limits.read(text)
    else:
        assert limits.read(text) == number


@pytest.mark.parametrize("locale", [ENGLISH, GERMAN, SWISS, FRENCH])
@pytest.mark.parametrize("number", [0, 7, 0.7, 0.001, 1234.5, 16384, 1_000_000, 2_147_483_647])
def test_what_is_written_is_read_as_the_same_number(locale: QLocale, number: float) -> None:
    QLocale.setDefault(locale)
    is_whole = number == int(number)
    limits = NumberRange(0, 1e10, is_whole=is_whole)

    assert limits.read(number_text(number, is_grouped=is_whole)) == number


@pytest.mark.parametrize("way", ["click", "Tab", "Backtab", "Tab before its window"])
def test_what_is_typed_takes_the_place_of_what_stood_there(qtbot: QtBot, theme: Theme, way: str) -> None:
    form = opened(qtbot)
    form.number.show_number(0.2)

    if way == "click":
        form.click()
    elif way == "Tab":
        form.press(Qt.Key.Key_Tab)
    elif way == "Tab before its window":
        form.press(Qt.Key.Key_Tab)
        came = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason)
        QApplication.sendEvent(form.number.box, came)
    else:
        form.after.setFocus()
        QTest.keyClick(form.after, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert form.line.selectedText() == "0.2"
    form.type("0.7")
    form.press(Qt.Key.Key_Tab)

    assert form.chosen == [0.7]
    assert form.line.text() == "0.7"


def test_a_second_click_puts_the_cursor_into_the_number(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot)
    form.number.show_number(0.25)
    form.click()

    QTest.mouseClick(form.line, Qt.MouseButton.LeftButton, pos=QPoint(form.line.width() - 2, 8))
    assert not form.line.hasSelectedText()
    form.press(Qt.Key.Key_Backspace)
    form.press(Qt.Key.Key_Return)

    assert form.chosen == [0.2]


def test_what_an_empty_field_means_is_no_content_and_comes_back(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot)
    assert form.line.text() == ""
    assert form.line.placeholderText() == "As recommended: 0.4"

    form.click()
    form.type("0.7")
    form.press(Qt.Key.Key_Return)
    for _ in range(3):
        form.press(Qt.Key.Key_Backspace)
    form.press(Qt.Key.Key_Return)

    assert form.chosen == [0.7, None]
    assert form.line.text() == ""
    assert form.number.note == ""


@pytest.mark.parametrize("text", ["60", "-1", "warm", "1.2.3"])
def test_what_cannot_be_taken_is_said_while_it_is_typed_and_changes_nothing(
    qtbot: QtBot, theme: Theme, text: str
) -> None:
    form = opened(qtbot)
    form.number.show_number(0.2)
    form.click()

    form.type(text)
    assert form.line.text() == text, "every key is taken"
    assert form.number.note == f"“{text}” is not taken: numbers from 0 to 5."
    assert form.number.box.accessibleDescription() == form.number.note
    form.press(Qt.Key.Key_Return)
    assert (form.line.text(), form.number.number) == (text, 0.2), "Enter leaves it there, to be mended"
    form.press(Qt.Key.Key_Tab)

    assert form.chosen == []
    assert (form.line.text(), form.number.number) == ("0.2", 0.2)
    assert form.number.note == f"“{text}” is not taken: numbers from 0 to 5."
    form.click()
    form.type("3")
    assert form.number.note == ""
    assert form.number.box.accessibleDescription() == "Any number will do."


def test_a_beginning_of_what_is_refused_does_not_count(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot, TOP_K)
    form.number.show_number(40)
    form.click()

    form.type("0.7")  # its first key alone would mean all words
    form.press(Qt.Key.Key_Tab)

    assert form.number.number == 40
    assert "whole numbers from 0 to 1,000" in form.number.note


def test_a_field_that_needs_a_number_says_so_when_it_is_left_empty(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot, TOP_K, placeholder="")
    form.click()
    form.press(Qt.Key.Key_Backspace)
    assert form.number.note == "", "it is about to be typed"

    form.press(Qt.Key.Key_Tab)

    assert form.number.note == "Takes whole numbers from 0 to 1,000."
    assert form.line.text() == "1,000"


def test_escape_takes_back_what_was_typed_before_it_closes_anything(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot)
    form.number.show_number(0.2)
    form.click()
    form.type("60")

    form.press(Qt.Key.Key_Escape)
    assert form.isVisible()
    assert (form.line.text(), form.number.note) == ("0.2", "")
    form.press(Qt.Key.Key_Escape)

    assert not form.isVisible()
    assert form.chosen == []


def test_what_was_typed_counts_when_the_dialog_is_closed(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot)
    form.click()
    form.type("0.7")

    form.close()

    assert form.chosen == [0.7]


def test_arrows_and_wheel_step_from_what_stands_there(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(form.line.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(form.number.box, wheel)
    assert form.chosen == [], "it scrolls the page while the keyboard is elsewhere"

    form.click()
    form.press(Qt.Key.Key_Up)
    form.press(Qt.Key.Key_Up)
    form.type("1")
    form.press(Qt.Key.Key_Down)
    form.type("99")
    form.press(Qt.Key.Key_Up)
    QApplication.sendEvent(form.number.box, wheel)
    form.press(Qt.Key.Key_PageDown)

    assert form.chosen == [0.45, 0.5, 0.95, 1, 1.05, 0.55]
    assert form.line.selectedText() == "0.55"


def test_steps_end_where_the_range_does(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot, TOP_P)
    form.number.show_number(0.02)
    form.click()
    for _ in range(3):
        form.press(Qt.Key.Key_Down)
    form.type("0.99")
    for _ in range(3):
        form.press(Qt.Key.Key_Up)

    assert form.chosen == [0.01, 1]


def test_steps_from_an_unknown_number_begin_at_the_lower_end(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot, TOP_P)
    form.number.may_be_empty("Model's own")
    form.click()
    form.press(Qt.Key.Key_Down)
    assert form.chosen == [], "less than the model's own is not known"
    form.press(Qt.Key.Key_Up)

    assert form.chosen == [0.01]


def test_enter_in_a_dialog_that_keeps_at_once_presses_no_button(qtbot: QtBot, theme: Theme) -> None:
    dialog = KeepingDialog()
    qtbot.addWidget(dialog)
    column, name, reset = QVBoxLayout(dialog), QLineEdit(), QPushButton("Reset")
    column.addWidget(name)
    column.addWidget(reset)
    pressed: list[bool] = []
    reset.clicked.connect(lambda: pressed.append(True))
    dialog.show()

    QTest.keyClick(name, Qt.Key.Key_Return)
    assert pressed == []
    QTest.keyClick(reset, Qt.Key.Key_Return)
    assert pressed == [True]


def test_a_large_number_is_grouped_while_it_is_read_and_not_while_it_is_typed(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot, TOKENS, placeholder="As the context allows")
    form.number.show_number(16384)
    assert form.line.text() == "16,384"

    form.click()
    assert form.line.text() == "16384"
    form.press(Qt.Key.Key_End)
    form.type("0 tokens")  # the unit may be typed, too
    form.press(Qt.Key.Key_Tab)

    assert form.chosen == [163840]
    assert form.line.text() == "163,840"


def test_a_number_from_elsewhere_is_shown_as_it_is_and_left_alone(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot, TOP_K)
    form.number.show_number(5000)  # by an import, or a file edited by hand

    form.click()
    assert form.line.text() == "5000"
    form.press(Qt.Key.Key_Return)
    form.press(Qt.Key.Key_Tab)

    assert (form.number.number, form.chosen, form.number.note) == (5000, [], "")


def test_what_is_typed_stays_when_the_same_number_is_shown_again(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot)
    form.click()
    form.type("1.")

    form.number.show_number(None)
    form.type("5")
    form.press(Qt.Key.Key_Return)

    assert form.chosen == [1.5]


def test_a_screen_reader_is_told_a_spin_box_with_its_number(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot)
    form.number.show_number(0.7)
    spoken = QAccessible.queryAccessibleInterface(form.number.box)

    assert spoken.role() is QAccessible.Role.SpinBox
    assert spoken.text(QAccessible.Text.Name) == "Number"
    assert spoken.text(QAccessible.Text.Value) == "0.7"


def test_the_form_of_sampling_gives_what_was_typed(qtbot: QtBot, theme: Theme) -> None:
    form = SamplingForm()
    qtbot.addWidget(form)
    form.show()
    form.show_choice(Sampling(min_p=0.125), Sampling(temperature=0.4, top_p=0.9))
    boxes = {box.accessibleName(): box for box in form.findChildren(NumberBox)}
    assert boxes["Temperature"].lineEdit().placeholderText() == "As recommended: 0.4"
    assert boxes["Temperature"].text() == ""

    for name, text in (("Temperature", ".7"), ("Top-k", "0"), ("Seed", "123456"), ("Top-p", "60")):
        boxes[name].setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(boxes[name], text)
        QTest.keyClick(boxes[name], Qt.Key.Key_Return)

    assert form.choice() == Sampling(temperature=0.7, top_k=0, seed=123456, min_p=0.125)
    assert all(isinstance(number, int) for number in (form.choice().top_k, form.choice().seed))


def test_the_form_of_sampling_has_a_row_for_each_value_and_its_range(qtbot: QtBot, theme: Theme) -> None:
    form = SamplingForm()
    qtbot.addWidget(form)
    chosen = Sampling(*(1 for _ in fields(Sampling)))
    form.show_choice(chosen, None)

    assert form.choice() == chosen
    assert [field.name for field in sampling_fields()] == [field.name for field in fields(Sampling)]
    limits = {field.name: field.limits for field in sampling_fields()}
    assert (limits["temperature"], limits["top_p"]) == (TEMPERATURE, TOP_P)
    assert limits["top_k"] == NumberRange(0, 1_000_000)


def test_a_limit_that_cannot_be_taken_is_not_set(qtbot: QtBot, theme: Theme) -> None:
    dialog = ThinkingLimitDialog(ThinkingOptions(budget_tokens=2000))
    qtbot.addWidget(dialog)
    dialog.show()
    (box,) = dialog.findChildren(NumberBox)
    qtbot.waitUntil(box.hasFocus)

    QTest.keyClicks(box, "2.5")
    assert not button(dialog, "Set the limit").isEnabled()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(box, "250")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.chosen(ThinkingOptions()) == ThinkingOptions(budget_tokens=250)


@pytest.mark.parametrize(
    "declaration",
    [one for one in SettingDeclaration.all() if one.kind in NUMBERS and one.group is not SettingsGroup.REMEMBERED],
    ids=lambda one: one.name,
)
def test_every_number_of_the_settings_is_typed_refused_and_emptied(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch, declaration: SettingDeclaration
) -> None:
    monkeypatch.setattr(editors, "_TELL_AFTER_MS", 20)
    editor = NumberEditor(declaration, unset="Model's own", zero=declaration.zero, unit=declaration.unit)
    qtbot.addWidget(editor)
    editor.show()
    editor.show_value(declaration.default)
    chosen: list[object] = []
    editor.value_chosen.connect(chosen.append)
    (number,) = editor.findChildren(NumberField)
    assert declaration.maximum is not None
    most = declaration.maximum * declaration.times

    for text in (f"{most + 1:.0f}", "-1", "x"):
        type_number(number, text)
        assert number.note
    type_number(number, f"{most:.0f}")
    qtbot.waitUntil(lambda: chosen == [declaration.maximum])
    if declaration.is_optional or declaration.zero:
        type_number(number, "")
        qtbot.waitUntil(lambda: chosen[1:] == [None if declaration.is_optional else 0])
    editor.close()


def test_no_field_of_the_window_takes_numbers_in_another_way() -> None:
    sources = Path(__file__).parents[2].joinpath("ui").rglob("*.py")

    assert not [path.name for path in sources if "QSpinBox" in (text := path.read_text()) or "QDoubleSpin" in text]


def test_a_click_beside_the_number_is_one_into_it(qtbot: QtBot, theme: Theme) -> None:
    form = opened(qtbot)
    form.number.show_number(0.2)
    frame = form.number.box.parentWidget()
    assert isinstance(frame, QWidget)

    QTest.mouseClick(frame, Qt.MouseButton.LeftButton, pos=QPoint(2, frame.height() // 2))

    assert form.number.box.hasFocus()
    assert form.line.selectedText() == "0.2"
