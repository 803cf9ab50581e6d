"""Editing a thought in the pane and going on from it; limits of the thought; a question read while it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.history.preset_records import ThinkingOptions
from app.inference.scripted_engine import Say, Script
from tests.fakes.failing_writes import held_by_another
from tests.ui.conftest import DEFAULT_TURN, SLOW_TURN, OpenWindow, services_of, session_of
from tests.ui.window_actions import (
    answer_of,
    ask,
    button,
    field,
    has_ended,
    last_reply,
    press,
    thought_in_pane,
    type_number,
)
from ui.assembly import Assembly
from ui.chat.thinking.thinking_control import ThinkingControl
from ui.chat.thinking.thinking_limit_dialog import ThinkingLimitDialog
from ui.chat.thinking.thinking_options_menu import ThinkingOptionsMenu, limit_text
from ui.chat.thoughts.thought_editor import ThoughtEditor
from ui.theme.theme import Theme
from ui.widgets.menu_button import MenuButton
from ui.widgets.number_field import NumberField

TURNS = Script(turns=(DEFAULT_TURN, (Say(" So it is."), Say("</think>"), Say("No."))))


def editor(assembly: Assembly) -> QPlainTextEdit:
    (found,) = assembly.content.dock.pane.findChildren(ThoughtEditor)
    (text,) = found.findChildren(QPlainTextEdit)
    return text


def edit_thought(assembly: Assembly, qtbot: QtBot, question: str = "Is it so?") -> str:
    """Ask, wait for the reply, open its thought for editing; returns the thought."""
    ask(assembly, question)
    qtbot.waitUntil(has_ended(assembly))
    thought = thought_in_pane(assembly)
    press(button(assembly.content.dock.pane, "Edit and continue"))
    return thought


def test_a_thought_is_edited_in_its_place_and_gone_on_from(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=TURNS)
    thought = edit_thought(assembly, qtbot)
    assert editor(assembly).toPlainText() == thought
    assert editor(assembly).hasFocus()

    editor(assembly).setPlainText("I doubt it.")
    press(button(assembly.content.dock.pane, "Think on from here"))
    qtbot.waitUntil(has_ended(assembly))

    assert not assembly.content.dock.pane.is_editing
    assert thought_in_pane(assembly) == "I doubt it. So it is."
    view = last_reply(assembly)
    assert answer_of(view).strip() == "No."
    assert view.card.versions == 2


def test_an_edited_thought_can_be_answered_from_by_keyboard(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=Script(turns=(DEFAULT_TURN, (Say("No."),))))
    edit_thought(assembly, qtbot)

    editor(assembly).setPlainText("It is not.")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor(assembly), Qt.Key.Key_Return, keys)
    qtbot.waitUntil(has_ended(assembly))

    assert thought_in_pane(assembly) == "It is not."
    assert answer_of(last_reply(assembly)).strip() == "No."


def test_escape_leaves_the_thought_as_it_was(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=TURNS)
    thought = edit_thought(assembly, qtbot)

    editor(assembly).setPlainText("Nothing of it.")
    QTest.keyClick(editor(assembly), Qt.Key.Key_Escape)

    assert thought_in_pane(assembly) == thought
    assert [b.text() for b in assembly.content.dock.pane.findChildren(QPushButton) if b.isVisible()] == [
        "Edit and continue…",
        "Outline",
        "",
    ]
    assert last_reply(assembly).card.versions == 1


def test_a_draft_of_a_thought_is_there_again_after_a_look_elsewhere(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=TURNS)
    edit_thought(assembly, qtbot)
    editor(assembly).setPlainText("Half a thou")

    assembly.content.sidebar.new_chat.click()
    assert not assembly.content.dock.pane.is_editing
    assembly.content.sidebar.list.conversation_chosen.emit(1)
    press(button(assembly.content.dock.pane, "Edit and continue"))

    assert editor(assembly).toPlainText() == "Half a thou"


def test_an_edited_thought_that_cannot_be_kept_is_there_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(script=TURNS)
    edit_thought(assembly, qtbot)
    editor(assembly).setPlainText("I doubt it.")

    with held_by_another(services_of(assembly).store.database):
        press(button(assembly.content.dock.pane, "Think on from here"))
    assert last_reply(assembly).card.versions == 1
    press(button(assembly.content.dock.pane, "Edit and continue"))

    assert editor(assembly).toPlainText() == "I doubt it."


def test_a_running_thought_cannot_be_edited(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*SLOW_TURN)
    ask(assembly, "Is it so?")
    qtbot.waitUntil(lambda: bool(thought_in_pane(assembly)))

    assembly.content.dock.pane.panel.edit_thought()

    assert not assembly.content.dock.pane.is_editing
    session_of(assembly).stop()
    qtbot.waitUntil(has_ended(assembly))


@pytest.fixture
def control(qtbot: QtBot, theme: Theme) -> ThinkingControl:
    control = ThinkingControl()
    qtbot.addWidget(control)
    control.show_levels(("off", "on"), "auto")
    return control


def choices(control: ThinkingControl) -> dict[str, bool]:
    """Open the options and return what can be chosen, and whether it is."""
    press(next(b for b in control.findChildren(MenuButton) if not b.isHidden()))
    (menu,) = control.findChildren(ThinkingOptionsMenu)
    menu.hide()
    return {action.text(): action.isChecked() for action in menu.actions() if action.isCheckable()}


def choose(control: ThinkingControl, text: str) -> None:
    choices(control)
    (menu,) = control.findChildren(ThinkingOptionsMenu)
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_a_limit_is_chosen_from_the_menu_and_shown_on_the_control(control: ThinkingControl, qtbot: QtBot) -> None:
    chosen: list[ThinkingOptions] = []
    control.options_chosen.connect(chosen.append)
    assert choices(control)["No limit"]

    choose(control, "500 tokens")
    choose(control, "1 min")

    assert chosen == [ThinkingOptions(budget_tokens=500), ThinkingOptions(budget_s=60.0)]
    assert "≤ 1 min" in [b.text() for b in control.findChildren(QPushButton) if not b.isHidden()]


def test_what_becomes_of_old_thoughts_can_be_chosen_only_where_the_template_can(control: ThinkingControl) -> None:
    assert "Keep in the prompt" not in choices(control)

    chosen: list[ThinkingOptions] = []
    control.options_chosen.connect(chosen.append)
    control.show_options(ThinkingOptions(budget_tokens=500), can_keep_thoughts=True)
    choose(control, "Keep in the prompt")

    assert chosen == [ThinkingOptions(budget_tokens=500, keeps_thoughts=True)]


def test_a_limit_of_another_kind_is_asked_for_and_offered_from_then_on(control: ThinkingControl, qtbot: QtBot) -> None:
    choose(control, "Other limit…")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ThinkingLimitDialog))
    (unit,), (number,) = dialog.findChildren(QComboBox), dialog.findChildren(NumberField)
    unit.setCurrentIndex(1)
    type_number(number, "45")

    assert choices(control)["45 s"]


def test_a_model_that_always_thinks_says_so_in_the_menu(control: ThinkingControl) -> None:
    control.show_levels(("low", "medium", "high"), "auto")
    control.show_options(ThinkingOptions(), can_keep_thoughts=False, default_level="medium")
    choices(control)

    (menu,) = control.findChildren(ThinkingOptionsMenu)
    assert "This model always thinks; it cannot be turned off." in [action.text() for action in menu.actions()]
    auto = next(b for b in control.findChildren(QPushButton) if b.text() == "Auto")
    assert "As the model has it: Medium" in auto.toolTip()


def test_limits_have_words() -> None:
    assert limit_text(ThinkingOptions()) == "No limit"
    assert limit_text(ThinkingOptions(budget_tokens=2000, budget_s=9.0)) == "2,000 tokens · 9 s"


def test_a_limit_chosen_in_the_window_bounds_the_starters_thought(starter_window: Assembly, qtbot: QtBot) -> None:
    choose(starter_window.content.page.header.thinking, "Other limit…")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ThinkingLimitDialog))
    type_number(dialog.findChildren(NumberField)[0], "20")

    ask(starter_window, "What is 347 + 588?")
    qtbot.waitUntil(has_ended(starter_window))

    (_, reply) = session_of(starter_window).branch(1)
    assert reply.figures.thinking_tokens == 20
    assert reply.figures.thinking_ended == "budget"
    assert reply.answer.strip()


def test_the_starter_goes_on_from_an_edited_thought(starter_window: Assembly, qtbot: QtBot) -> None:
    edit_thought_of_starter(starter_window, qtbot)
    editor(starter_window).setPlainText("It is 935.")
    press(button(starter_window.content.dock.pane, "Answer from it"))
    qtbot.waitUntil(has_ended(starter_window))

    assert thought_in_pane(starter_window) == "It is 935."
    assert answer_of(last_reply(starter_window)).strip()
    assert last_reply(starter_window).card.versions == 2


def edit_thought_of_starter(assembly: Assembly, qtbot: QtBot) -> None:
    ask(assembly, "What is 347 + 588?")
    qtbot.waitUntil(has_ended(assembly))
    press(button(assembly.content.dock.pane, "Edit and continue"))


def test_a_question_is_read_while_it_is_typed(starter_window: Assembly, qtbot: QtBot) -> None:
    edit = field(starter_window)
    edit.setPlainText("Tell me which is larger and why: " + "seven hundred and three or nine hundred " * 6)
    with qtbot.waitSignal(starter_window.content.page.composer.paused):
        edit.insertPlainText("?")
    qtbot.wait(500)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(has_ended(starter_window))

    (_, reply) = session_of(starter_window).branch(1)
    assert reply.figures.prompt_tokens is not None
    assert reply.figures.cached_tokens is not None
    assert reply.figures.prompt_tokens - reply.figures.cached_tokens < 20
    assert reply.figures.prompt_tokens > 40
