"""Presets and a conversation's own choices: chosen, seen at a glance, changed, and used for the next answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.history.preset_records import ConversationChoices, Preset, PresetChoices, ThinkingOptions
from app.messages import Sampling
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.window_actions import ask, button, has_ended, press, type_number
from ui.assembly import Assembly
from ui.chat.presets.conversation_panel import ConversationPanel
from ui.chat.presets.preset_picker import PresetPicker
from ui.chat.presets.presets_dialog import PresetsDialog
from ui.chat.presets.presets_presenter import PresetsPresenter
from ui.widgets.number_field import NumberField


def picker(assembly: Assembly) -> PresetPicker:
    (only,) = assembly.content.page.composer.findChildren(PresetPicker)
    return only


def said(assembly: Assembly) -> list[str]:
    return [b.text() for b in picker(assembly).findChildren(QPushButton) if b.isVisible()]


def presets_of(assembly: Assembly) -> PresetsPresenter:
    return presenters_of(assembly).presets


def number(parent: QWidget, name: str) -> NumberField:
    return next(n for n in parent.findChildren(NumberField) if n.box.accessibleName() == name)


def preset(assembly: Assembly, key: str) -> Preset:
    found = services_of(assembly).store.presets.find(key)
    assert found is not None
    return found


def test_a_preset_is_seen_at_a_glance_and_kept_with_the_conversation(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    assert said(assembly) == ["Preset"]

    picker(assembly).chosen.emit(preset(assembly, "short"))
    assert said(assembly) == ["Short answers"]
    assert session_of(assembly).thinking_levels.of(None) == "low"
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))

    assert said(assembly) == ["Short answers"]
    own = session_of(assembly).overrides.of(1)
    assert (own.preset_key, own.system_prompt) == ("short", preset(assembly, "short").system_prompt)
    assembly.content.sidebar.new_chat.click()
    assert said(assembly) == ["Preset"]
    assembly.content.sidebar.list.conversation_chosen.emit(1)
    assert said(assembly)[0] == "Short answers"


def test_the_panel_changes_what_holds_here_and_gives_it_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    picker(assembly).panel_asked.emit()
    (panel,) = assembly.window.findChildren(ConversationPanel)
    assert "As recommended" in number(panel, "Temperature").box.lineEdit().placeholderText()

    type_number(number(panel, "Temperature"), "0.2")
    type_number(number(panel, "Top-k"), "0")
    type_number(number(panel, "Seed"), "7")
    panel.findChildren(QPlainTextEdit)[0].setPlainText("Be brief.")

    own = session_of(assembly).overrides.of(1)
    assert own == ConversationChoices("", "Be brief.", Sampling(temperature=0.2, top_k=0, seed=7))
    assert said(assembly)[1] == "4 changes"
    for name in ("Temperature", "Top-k", "Seed"):
        press(next(one for one in panel.findChildren(QToolButton) if one.accessibleName().startswith(f"{name}: reset")))
    assert session_of(assembly).overrides.of(1).sampling == Sampling()
    assert said(assembly)[1] == "System prompt"
    panel.findChildren(QPlainTextEdit)[0].clear()
    assert session_of(assembly).overrides.of(1) == ConversationChoices()
    assert len(said(assembly)) == 1
    panel.close()


def test_presets_are_made_changed_copied_deleted_and_brought_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    store = services_of(assembly).store.presets
    seen: list[list[str]] = []

    def work() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PresetsDialog)
        (names,) = dialog.findChildren(QListWidget)

        def listed() -> list[str]:
            return [p.name for p in store.all() if not p.is_built_in]

        assert not button(dialog, "Delete").isEnabled()
        press(button(dialog, "New"))
        (name,) = [edit for edit in dialog.findChildren(QLineEdit) if edit.accessibleName() == "Name of the preset"]
        QTest.keyClicks(name, "Terse")
        dialog.editor.prompt.setPlainText("One word.")
        type_number(number(dialog, "Temperature"), "0.1")
        press(button(dialog, "Duplicate"))
        seen.append(listed())
        press(button(dialog, "Delete"))
        seen.append(listed())
        press(button(dialog.undo_bar, "Undo"))
        seen.append(listed())
        seen.append([names.item(row).text() for row in range(names.count())][-2:])
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    from PySide6.QtCore import QTimer

    QTimer.singleShot(150, work)
    presets_of(assembly).edit_presets()

    assert seen == [["Terse", "Terse (copy)"], ["Terse"], ["Terse", "Terse (copy)"], ["Terse", "Terse (copy)"]]
    made = store.all()[-1]
    assert (made.system_prompt, made.choices.sampling.temperature) == ("One word.", 0.1)


def test_a_preset_decides_about_model_thinking_and_its_limit(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    store = services_of(assembly).store.presets
    presets_of(assembly).model_names = lambda: ("Aside Starter", "Other")
    made = store.create("Deep", choices=PresetChoices("Gone 8B", until_sure=False, tools=("calculate",)))

    dialog = PresetsDialog(presets_of(assembly).model_names(), None, assembly.window)
    qtbot.addWidget(dialog)
    dialog.edited.connect(store.update)
    dialog.show_presets(store.all(), made.key)
    model, level, _ = dialog.form.findChildren(QComboBox)
    (limit,) = dialog.form.findChildren(NumberField)
    assert model.currentText() == "Gone 8B (not on this computer)"
    assert (level.currentText(), limit.box.lineEdit().placeholderText()) == ("As it is", "As it is")

    model.setCurrentIndex(model.findData("Aside Starter"))
    model.activated.emit(model.currentIndex())
    level.setCurrentIndex(level.findData("high"))
    level.activated.emit(level.currentIndex())
    dialog.show()
    type_number(limit, "1500")
    dialog.done(0)

    kept = store.find(made.key)
    assert kept is not None
    assert kept.choices == PresetChoices("Aside Starter", "high", 1500, until_sure=False, tools=("calculate",))


def test_applying_a_preset_switches_to_its_model_or_says_that_it_is_not_here(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    store = services_of(assembly).store.presets
    picker(assembly).chosen.emit(store.create("Far", choices=PresetChoices(model="Gone 8B")))

    bar = assembly.content.page.notices
    assert bar.isVisible()
    assert "Gone 8B is not on this computer" in bar.accessibleName()
    assert session_of(assembly).model_status.name == "Scripted"
    assert said(assembly) == ["Far", "Model: Scripted"]

    wanted = services_of(assembly).picker.starter()
    assert wanted is not None
    picker(assembly).chosen.emit(store.create("Near", choices=PresetChoices(model=wanted.name)))
    assert session_of(assembly).model_status.path == str(wanted.path)
    assert said(assembly) == ["Near"]


def test_what_differs_from_the_preset_is_said_and_can_be_taken_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    picker(assembly).chosen.emit(preset(assembly, "short"))
    session = session_of(assembly)

    session.thinking_levels.choose(1, "high")
    session.thinking_levels.choose_options(1, ThinkingOptions(budget_tokens=None))
    own = session.overrides.of(1)
    session.overrides.choose(1, ConversationChoices(own.preset_key, "Other words.", Sampling(temperature=0.2)))
    presets_of(assembly).show_choices()
    assert said(assembly) == ["Short answers", "4 changes"]

    picker(assembly).panel_asked.emit()
    (panel,) = assembly.window.findChildren(ConversationPanel)
    words = " ".join(label.text() for label in panel.findChildren(QLabel))
    for part in ("Short answers", "Temperature 0.2", "System prompt", "Thinking: High", "Limit of the thought: none"):
        assert part in words
    press(button(panel, "Back to"))

    assert said(assembly) == ["Short answers"]
    assert session.overrides.of(1) == own
    assert (session.thinking_levels.of(1), session.thinking_levels.options_of(1).budget_tokens) == ("low", 1000)
    assert not button(panel, "Back to").isEnabled()
    panel.close()


def test_where_there_is_no_room_for_words_the_number_of_changes_is_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    session_of(assembly).overrides.choose(None, ConversationChoices("", "Be brief.", Sampling(top_k=3)))
    presets_of(assembly).show_choices()
    assert said(assembly) == ["Preset", "2 changes"]

    assembly.content.page.composer.narrow_changed.emit(True)

    assert said(assembly) == ["", "2"]
    assert next(b.accessibleName() for b in picker(assembly).findChildren(QPushButton)) == "Preset"
    assembly.content.page.composer.narrow_changed.emit(False)
    assert said(assembly) == ["Preset", "2 changes"]


def test_one_button_shows_how_a_conversation_is_answered_and_changes_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Well?")
    qtbot.waitUntil(has_ended(assembly))
    assembly.content.page.header.answering.click()
    (panel,) = assembly.window.findChildren(ConversationPanel)
    boxes = {box.accessibleName(): box for box in panel.findChildren(QComboBox)}
    assert boxes["Model"].currentText() == "Scripted"
    assert boxes["Preset"].currentIndex() == 0

    assert button(panel, "No tools").toolTip() or button(panel, "No tools").isEnabled()
    assert not boxes["Thinking"].isEnabled(), "the scripted engine has no levels"
    panel.level_chosen.emit("off")
    assert session_of(assembly).thinking_levels.of(1) == "off"
    boxes["Preset"].activated.emit(boxes["Preset"].findData("short"))
    assert session_of(assembly).overrides.of(1).preset_key == "short"
    assert said(assembly) == ["Short answers"]

    press(button(panel, "Think once"))
    (menu,) = (one for one in assembly.window.findChildren(QMenu) if one.isVisible())
    next(line for line in menu.actions() if line.text().startswith("Think 3 times")).trigger()
    menu.close()
    assert button(panel, "Think up to 3 times, until sure").isVisible()
    assert assembly.content.page.header.votes.text() == "Think 3 times"


def test_a_system_prompt_for_all_is_what_a_conversation_without_its_own_is_told(open_window: OpenWindow) -> None:
    assembly = open_window()
    services_of(assembly).kept.set(system_prompt="Answer in rhymes.")

    assert session_of(assembly).requests.system_prompt(None) == "Answer in rhymes."
    presets_of(assembly).show_panel()
    (panel,) = assembly.window.findChildren(ConversationPanel)
    assert panel.editor.prompt.placeholderText() == "Answer in rhymes."
