"""The window in other languages: changed while it is open, and as if it had been opened so."""

from __future__ import annotations

import gc
import json
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.errors import UserError
from app.inference.protocol import TemplateWants
from app.inference.scripted_engine import Crash, Say, Script, ScriptedEngineFactory
from app.paths import AppPaths, resources_directory
from app.reasoning.tool_calls import TOOL_CALL_JSON
from app.settings import SettingsFile, SettingsGroup
from app.settings.choices import Language
from app.text import translatable
from tests.fakes.chatgpt_export import chatgpt
from tests.ui.conftest import OpenWindow, presenters_of, services_of, session_of
from tests.ui.held_events import HeldEvents, told_apart
from tests.ui.window_actions import ask, has_ended, last_reply
from ui.assembly import Assembly
from ui.bridges.notice_of import notice_of
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand
from ui.chat.conversations.sidebar import ListCommand
from ui.platform.languages import Languages, resolved
from ui.widgets.spoken_numbers import count_text, size_text
from ui.widgets.window_action import KeyHint

OWN_WORDS = ("Settings", "New chat", "Stop", "Copy", "Models")
MOVING = {"ContextGauge", "ModelPicker", "ElidedLabel", "VerbatimView"}
"""What shows the moment rather than a word of its own: the last turn, the model in memory, free memory, a thought that
is made when it is first seen."""


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp, Language.ENGLISH)
    yield languages
    languages.close()


def words_of(assembly: Assembly) -> dict[str, set[str]]:
    """Return everything that the pages of the window show and say, by where it is."""
    found: dict[str, set[str]] = defaultdict(set)

    def walk(widget: QWidget, path: str) -> None:
        if type(widget).__name__ in MOVING:
            return
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        for name in ("text", "placeholderText", "title"):
            if not (name == "text" and isinstance(widget, QLineEdit)):
                texts.append(str(widget.property(name) or ""))
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(index) for index in range(widget.count())]
        for action in widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
            texts += [action.text(), action.toolTip()]
        found[path].update(text for text in texts if text)
        for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            walk(child, f"{path}/{type(child).__name__}")

    page = presenters_of(assembly).settings.page
    if page is not None:
        page.fill()
    walk(assembly.window, "")
    return {path: texts for path, texts in found.items() if texts}


def labels_of(assembly: Assembly) -> list[tuple[str, str]]:
    """Return what the palette calls the actions, and finds them by."""
    return [(action.label, action.more_words) for action in assembly.actions.declared()]


def speak(assembly: Assembly, qtbot: QtBot, language: str) -> None:
    """Choose a language, and wait until the window speaks it."""
    before = assembly.content
    assembly.kept.set(language=language)
    qtbot.waitUntil(lambda: assembly.content is not before)


def open_every_page(assembly: Assembly, qtbot: QtBot) -> None:
    services = services_of(assembly)
    presenters = presenters_of(assembly)
    services.models.open()
    with qtbot.waitSignal(services.models.library.listed):
        services.models.library.refresh()
    presenters.settings.open(SettingsGroup.GENERATION)


_UNFREEZE = gc.unfreeze
Read = tuple[dict[str, set[str]], list[tuple[str, str]], tuple[KeyHint, ...]]


def read(assembly: Assembly, qtbot: QtBot) -> Read:
    open_every_page(assembly, qtbot)
    return words_of(assembly), labels_of(assembly), assembly.actions.shortcuts()


def test_a_language_chosen_later_reads_as_if_it_had_been_chosen_before(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths
) -> None:
    wants = TemplateWants(tools=True, tool_calls=True, tool_results=True, call_format=TOOL_CALL_JSON)
    assembly = open_window(script=Script(wants=wants))  # nothing is greyed, as in a window that has loaded no model
    ask(assembly, "Is it so?")
    qtbot.waitUntil(has_ended(assembly))
    open_every_page(assembly, qtbot)
    changed: list[tuple[str, Read]] = []
    for language in ("de", "zh_CN", "en", "de"):
        speak(assembly, qtbot, language)
        changed.append((language, read(assembly, qtbot)))
    assembly.close()

    for chosen in Language.GERMAN, Language.CHINESE, Language.ENGLISH:
        SettingsFile(paths.settings_file).update(language=chosen)
        fresh = open_window(home=paths)
        assert fresh.languages.spoken is chosen
        now, *names_and_keys = read(fresh, qtbot)
        fresh.close()
        for words, *others in (found for language, found in changed if language == chosen):
            assert others == names_and_keys
            different = {path: (words.get(path), now.get(path)) for path in {*words, *now}}
            assert {path: pair for path, pair in different.items() if pair[0] != pair[1]} == {}


def test_a_reply_goes_on_being_written_while_the_language_changes(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(*told_apart("<think>\nHm.", " So.</think>", "New chat is done."))
    events, session = HeldEvents(assembly, qtbot), session_of(assembly)
    presenters_of(assembly).chat.send("Models")
    turn = session.running_turn
    assert turn is not None
    events.give_until(lambda: "Hm." in turn.thinking)

    speak(assembly, qtbot, "de")

    assert session.running_turn is turn
    assert "Neuer Chat" in {button.text() for button in assembly.content.sidebar.findChildren(QPushButton)}
    assert presenters_of(assembly).chat.conversation_id == turn.conversation_id
    events.give_all()
    assert session.running_turn is None
    assert turn.failure is None
    view = assembly.content.page.transcript.reply(turn.reply_id)
    assert view is not None
    qtbot.waitUntil(lambda: "New chat is done." in view.text_view().markdown())
    assert assembly.content.sidebar.conversations.title(turn.conversation_id) == "Models"


def test_peoples_own_words_are_never_translated(open_window: OpenWindow, qtbot: QtBot) -> None:
    """They may read like texts of the app."""
    assembly = open_window()
    store = services_of(assembly).store
    for name in OWN_WORDS:
        store.presets.create(name)
        conversation = store.create_conversation(name)
        store.shelf.move((conversation.id,), store.shelf.create_folder(name).id)
    preset = next(preset for preset in store.presets.all() if preset.name == "Settings")
    presenters_of(assembly).conversations.show_all()
    presenters_of(assembly).presets.apply(preset)
    assembly.content.page.composer.set_draft("Copy")

    for language in ("de", "zh_CN", "en"):
        speak(assembly, qtbot, language)
        known = assembly.content.sidebar.conversations
        assert {known.title(id_) for id_ in known.ids()} == set(OWN_WORDS)
        assert {folder.name for folder in known.folders()} == set(OWN_WORDS)
        assert "Settings" in {button.text() for button in assembly.content.page.composer.findChildren(QPushButton)}
        assert assembly.content.page.composer.draft == "Copy"
        assert {preset.name for preset in store.presets.all() if not preset.is_built_in} == set(OWN_WORDS)


def test_what_is_unfinished_stays(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assembly = open_window()
    chat = presenters_of(assembly).chat
    chat.send("What is one?")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is None)
    note = tmp_path / "Stop.txt"
    note.write_text("Settings")
    assembly.content.page.composer.set_draft("half a question")
    assembly.content.files_dropped.emit((str(note),))
    qtbot.waitUntil(lambda: len(assembly.content.page.composer.files.files) == 1)
    question = next(view for view in assembly.content.page.transcript.cards() if not view.is_reply)
    question.begin_editing("another question")
    assembly.content.sidebar.search_field.setText("one")
    assembly.content.page.find_bar.open_bar("wel")
    services_of(assembly).events.report(UserError(translatable("Try again."), ""))
    shown = chat.conversation_id

    speak(assembly, qtbot, "de")

    content, chat = assembly.content, presenters_of(assembly).chat
    assert chat.conversation_id == shown
    assert content.page.composer.draft == "half a question"
    assert [file.name for file in content.page.composer.files.files] == ["Stop.txt"]
    assert list(content.page.transcript.drafts().values()) == ["another question"]
    assert content.sidebar.search_field.text() == "one"
    assert (content.page.find_bar.isVisible(), content.page.find_bar.text) == (True, "wel")
    told = {label.text() for label in content.page.notices.findChildren(QLabel)}
    assert (content.page.notices.isVisible(), "Bitte erneut versuchen." in told) == (True, True)


def test_why_a_stored_reply_broke_off_is_told_in_the_language_of_now(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(Say("It is"), Crash())
    ask(assembly, "Is it so?")
    qtbot.waitUntil(has_ended(assembly))

    speak(assembly, qtbot, "de")

    told = {label.text() for label in last_reply(assembly).findChildren(QLabel)}
    assert "Die Engine hat unerwartet aufgehört." in told


def test_an_edited_thought_stays_open(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    ask(assembly, "Is it so?")
    qtbot.waitUntil(has_ended(assembly))
    presenters_of(assembly).thinking.edit_thought()
    (field,) = assembly.content.dock.pane.findChildren(QPlainTextEdit)
    field.setPlainText("I doubt it.")

    speak(assembly, qtbot, "de")

    assert assembly.content.dock.pane.is_editing
    (field,) = assembly.content.dock.pane.findChildren(QPlainTextEdit)
    assert field.toPlainText() == "I doubt it."
    assert "Gedanken bearbeiten" in {label.text() for label in assembly.content.dock.pane.findChildren(QLabel)}


def test_what_was_deleted_can_still_be_brought_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    store = services_of(assembly).store
    made = store.create_conversation("Deleted")
    presenters_of(assembly).conversations.show_all()
    presenters_of(assembly).conversations.execute(ConversationCommand(CommandKind.DELETE, (made.id,)))

    speak(assembly, qtbot, "de")

    bar = assembly.content.sidebar.undo_bar
    assert (bar.isVisible(), bar.accessibleName()) == (True, "„Deleted“ gelöscht")
    next(button for button in bar.findChildren(QPushButton)).click()
    assert assembly.content.sidebar.conversations.title(made.id) == "Deleted"


def test_a_job_goes_on_and_is_spoken_of_in_the_new_language(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "New chat.json"
    source.write_text(json.dumps([chatgpt()] * 1500))
    assembly = open_window()
    services_of(assembly).exchange.import_from(source)
    qtbot.waitUntil(lambda: bool(assembly.content.sidebar.work_strip.texts()))

    speak(assembly, qtbot, "de")

    strip = assembly.content.sidebar.work_strip
    qtbot.waitUntil(lambda: bool(strip.texts()))
    assert "Importing" not in strip.texts()[0]
    qtbot.waitUntil(lambda: not services_of(assembly).jobs.running(), timeout=60_000)
    assert "importiert" in strip.texts()[0]
    assert len(assembly.content.sidebar.conversations.ids()) == 1500


def test_a_reset_of_the_language_can_be_taken_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    speak(assembly, qtbot, "de")
    presenters_of(assembly).settings.open(SettingsGroup.APPEARANCE)
    page, before = presenters_of(assembly).settings.page, assembly.content
    assert page is not None
    page.sections[SettingsGroup.APPEARANCE].reset.click()
    qtbot.waitUntil(lambda: assembly.content is not before)

    page, before = presenters_of(assembly).settings.page, assembly.content
    assert page is not None
    assert page.undo_bar.isVisible()
    page.undo_bar.undone.emit()
    qtbot.waitUntil(lambda: assembly.content is not before)

    assert assembly.languages.spoken is Language.GERMAN


def test_a_dialog_that_is_open_is_answered_first(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    assembly.content.sidebar.commanded.emit(ListCommand.RESTORE)
    dialog, before = QApplication.activeModalWidget(), assembly.content
    assert dialog is not None

    assembly.kept.set(language="de")
    qtbot.wait(300)
    assert assembly.content is before
    dialog.close()

    qtbot.waitUntil(lambda: assembly.content is not before)
    assert assembly.languages.spoken is Language.GERMAN


def test_changes_leave_nothing_behind(open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "unfreeze", _UNFREEZE)
    assembly = open_window()
    presenters_of(assembly).chat.send("What is one?")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is None)
    open_every_page(assembly, qtbot)

    def counted() -> tuple[int, int, int]:
        open_every_page(assembly, qtbot)
        page = presenters_of(assembly).settings.page
        assert page is not None
        page.fill()
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        living = sum(isinstance(one, QObject) and isValid(one) for one in gc.get_objects())
        heard = assembly.kept.receivers("2changed(PyObject)") + assembly.theme.receivers("2changed(PyObject)")
        return len(QApplication.allWidgets()), living, heard

    for language in ("de", "en"):
        speak(assembly, qtbot, language)
    before, threads = counted(), threading.active_count()

    for language in ("de", "en") * 2:
        speak(assembly, qtbot, language)

    def is_as_before() -> bool:
        return all(now <= then for now, then in zip(counted(), before, strict=True))

    qtbot.waitUntil(is_as_before)
    assert threading.active_count() < threads + 4, "a pool that lives on may have begun another one"


def test_a_window_that_is_closed_leaves_nothing_behind(qapp: QApplication, qtbot: QtBot, paths: AppPaths) -> None:
    assembly = Assembly(qapp, paths, engine_factory=lambda: ScriptedEngineFactory(Script()))
    with qtbot.waitSignal(assembly.started):
        assembly.show()
    session_of(assembly).choose_model("/models/scripted.gguf", "Scripted", load=False)
    ask(assembly, "Is it so?")
    qtbot.waitUntil(has_ended(assembly))
    open_every_page(assembly, qtbot)
    speak(assembly, qtbot, "de")
    known: list[ref[object]] = [
        ref(services_of(assembly)),
        ref(presenters_of(assembly)),
        ref(assembly.content),
        ref(assembly),
    ]

    assembly.close()
    del assembly
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()
    gc.collect()

    assert [one() for one in known] == [None] * len(known), "a function that a signal was connected to is kept for good"


def test_the_settings_stay_open_where_they_were(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    presenters_of(assembly).settings.open(SettingsGroup.APPEARANCE)
    page = presenters_of(assembly).settings.page
    assert page is not None
    row = next(r for r in page.sections[SettingsGroup.APPEARANCE].rows if r.declaration.name == "language")
    box = row.findChild(QComboBox)
    assert box is not None
    before = assembly.content

    box.setFocus()
    box.setCurrentIndex(box.findData("zh_CN"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: assembly.content is not before)

    page = presenters_of(assembly).settings.page
    assert page is not None
    assert page.isVisible()
    assert page.group is SettingsGroup.APPEARANCE
    assert page.field.placeholderText() == "搜索设置"
    assert page.row_in_use() == "language", "the keyboard stays with the setting that was changed"


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        (["de-AT", "en-US"], Language.GERMAN),
        (["fr-FR", "de-DE"], Language.GERMAN),
        (["zh-Hans-CN", "zh-CN", "zh"], Language.CHINESE),
        (["zh-SG"], Language.CHINESE),
        (["zh-Hant-TW", "en-GB"], Language.ENGLISH),
        (["en-GB", "de-DE"], Language.ENGLISH),
        (["C"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_system_language_is_the_first_that_there_is(wishes: list[str], language: Language) -> None:
    assert resolved(Language.SYSTEM, wishes=wishes) is language
    assert resolved(Language.GERMAN, wishes=wishes) is Language.GERMAN


def test_a_language_is_kept_for_the_next_start(open_window: OpenWindow, paths: AppPaths) -> None:
    SettingsFile(paths.settings_file).update(language="de")

    assembly = open_window()

    names = {button.text() for button in assembly.content.sidebar.findChildren(QPushButton)}
    assert {"Neuer Chat", "Modelle", "Einstellungen"} <= names


def test_numbers_and_sizes_are_written_as_the_language_does(languages: Languages) -> None:
    assert (count_text(16384), size_text(4_700_000_000)) == ("16,384", "4.7 GB")

    languages.choose(Language.GERMAN)

    assert (count_text(16384), size_text(4_700_000_000)) == ("16.384", "4,7 GB")


def test_an_error_of_the_app_is_translated_with_its_numbers(languages: Languages) -> None:
    error = UserError(
        translatable("{name} needs {need} of memory; {free} are free."),
        translatable("Try again."),
        name="M 1.5 GB",
        need="4.7 GB",
        free="12 kB",
    )
    languages.choose(Language.GERMAN)

    notice = notice_of(error)

    assert notice.message == "M 1.5 GB braucht 4,7 GB Speicher; 12 kB sind frei."
    assert notice.advice == "Bitte erneut versuchen."
    assert error.message_text() == "M 1.5 GB needs 4.7 GB of memory; 12 kB are free.", "the command line stays English"


def test_a_change_of_language_leaves_nothing_behind(qapp: QApplication) -> None:
    before = QLocale()
    languages = Languages(qapp, Language.GERMAN, folder=resources_directory() / "translations")
    assert qapp.translate("Sidebar", "Settings") == "Einstellungen"
    languages.close()

    assert qapp.translate("Sidebar", "Settings") == "Settings"
    assert QLocale() == before
