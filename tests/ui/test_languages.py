"""The window in other languages: changed while it is open, and as if it had been opened so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.inference.scripted_engine import Pause, Say
from app.paths import AppPaths, resources_directory
from app.settings import SettingsFile, SettingsGroup
from app.settings.language import Language
from app.text import translatable
from tests.ui.conftest import OpenWindow, parts_of, session_of
from ui.assembly import Assembly
from ui.bridges.languages import Languages, resolved
from ui.bridges.notice_of import notice_of
from ui.bridges.phrase_book import PhraseBook, PhraseKey
from ui.bridges.retranslation import Retranslation
from ui.widgets.spoken_numbers import count_text, size_text

MOVING = {"ContextGauge", "ModelPicker", "ThinkingPane", "ThinkingRail", "ElidedLabel", "Transcript", "UndoBar"}
"""What shows the moment rather than a word of its own: free memory, the last turn, the model in memory."""


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp, Language.ENGLISH)
    yield languages
    languages.close()


def retold(languages: Languages, wanted: Language, *texts: str) -> list[str]:
    """Return texts of the language spoken now in another one, that is spoken from now on."""
    found: list[str] = []
    connection = languages.changed.connect(lambda change: found.extend(change.text(text) for text in texts))
    languages.choose(wanted)
    languages.changed.disconnect(connection)
    return found


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

    page = parts_of(assembly).settings.door.page
    if page is not None:
        page.fill()
    walk(assembly.views.window, "")
    return {path: texts for path, texts in found.items() if texts}


def open_every_page(assembly: Assembly, qtbot: QtBot) -> None:
    parts = parts_of(assembly)
    parts.door.open()
    room = parts.door.room
    assert room is not None
    with qtbot.waitSignal(room.listed, timeout=5000):
        room.library.refresh()
    parts.settings.door.open(SettingsGroup.GENERATION)


@pytest.mark.parametrize("route", [("de",), ("zh_CN",), ("de", "zh_CN", "en", "de"), ("zh_CN", "en")])
def test_a_language_chosen_later_reads_as_if_it_had_been_chosen_before(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths, route: tuple[str, ...]
) -> None:
    assembly = open_window()
    open_every_page(assembly, qtbot)
    for language in route:
        assembly.kept.change(language=language)
        qtbot.wait(50)
    changed = words_of(assembly)
    assembly.close()

    fresh = open_window(home=paths)
    open_every_page(fresh, qtbot)

    assert fresh.languages.spoken is Language(route[-1])
    now = words_of(fresh)
    different = {path: (changed.get(path), now.get(path)) for path in {*changed, *now}}
    assert {path: pair for path, pair in different.items() if pair[0] != pair[1]} == {}


def test_a_running_reply_goes_on_while_the_language_changes(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window(Say("<think>\nHm."), Pause(0.8), Say(" So.</think>"), Say("New chat is done."))
    parts = parts_of(assembly)
    parts.chat.send("Models")
    session = session_of(assembly)
    qtbot.waitUntil(lambda: session.running_turn is not None)
    turn = session.running_turn
    assembly.views.composer.set_draft("Settings")

    assembly.kept.change(language="de")

    assert session.running_turn is turn
    assert assembly.views.composer.draft == "Settings", "what people write stays as it is"
    assert "Neuer Chat" in {button.text() for button in assembly.views.sidebar.findChildren(QPushButton)}
    qtbot.waitUntil(lambda: session.running_turn is None, timeout=5000)
    assert turn is not None
    assert turn.failure is None
    assert assembly.views.conversations.title(turn.conversation_id) == "Models"


def test_the_settings_stay_open_where_they_were(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    door = parts_of(assembly).settings.door
    door.open(SettingsGroup.APPEARANCE)
    assert door.page is not None
    row = next(r for r in door.page.sections[SettingsGroup.APPEARANCE].rows if r.declaration.name == "language")
    box = row.findChild(QComboBox)
    assert box is not None

    box.setFocus()
    box.setCurrentIndex(box.findData("zh_CN"))
    box.activated.emit(box.currentIndex())
    qtbot.wait(50)

    assert door.page.isVisible()
    assert door.page.group is SettingsGroup.APPEARANCE
    assert door.page.field.placeholderText() == "搜索设置"
    assert door.page.row_in_use() == "language", "the keyboard stays with the setting that was changed"
    assembly.kept.change(language="en")


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

    names = {button.text() for button in assembly.views.sidebar.findChildren(QPushButton)}
    assert {"Neuer Chat", "Modelle", "Einstellungen"} <= names


def test_a_page_that_was_made_anew_leaves_none_behind_that_wears_colours(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    door = parts_of(assembly).settings.door
    door.open()
    first = door.page
    assert first is not None
    assembly.kept.change(language="de")
    with qtbot.waitSignal(first.destroyed):
        pass

    assembly.kept.change(theme="dark")

    assert door.page is not None
    assert assembly.theme.colours.text in door.page.styleSheet()


def test_numbers_and_sizes_are_written_as_the_language_does(languages: Languages) -> None:
    assert (count_text(16384), size_text(4_700_000_000)) == ("16,384", "4.7 GB")

    languages.choose(Language.GERMAN)

    assert (count_text(16384), size_text(4_700_000_000)) == ("16.384", "4,7 GB")


def test_an_error_of_the_app_is_translated_with_its_numbers(languages: Languages) -> None:
    error = UserError(
        translatable("{name} needs {need} of memory; {free} are free."),
        translatable("Try again."),
        values={"name": "M 1.5 GB", "need": "4.7 GB", "free": "12 kB"},
    )
    languages.choose(Language.GERMAN)

    notice = notice_of(error)

    assert notice.message == "M 1.5 GB braucht 4,7 GB Speicher; 12 kB sind frei."
    assert notice.advice == "Bitte erneut versuchen."
    assert error.message_text() == "M 1.5 GB needs 4.7 GB of memory; 12 kB are free.", "the command line stays English"


def test_what_stands_in_the_fields_goes_along(languages: Languages) -> None:
    shown = (
        "Thinking: Low",
        "Thought for 0.3 s · 1,234 tokens ›",
        "Copy (Ctrl+C)",
        "Deleted “Trains, and {braces}”",
        "Moved 12 conversations",
        "Nothing that Aside says",
        "3.5",
        "",
    )

    german = retold(languages, Language.GERMAN, *shown)

    assert german == [
        "Denken: Niedrig",
        "Nachgedacht: 0,3 s · 1.234 Token ›",
        "Kopieren (Ctrl+C)",
        "„Trains, and {braces}“ gelöscht",
        "12 Unterhaltungen verschoben",
        "Nothing that Aside says",
        "3,5",
        "",
    ]
    assert retold(languages, Language.CHINESE, *german)[4] == "已移动 12 个对话"


def test_plural_forms_follow_the_count(languages: Languages) -> None:
    assert retold(languages, Language.GERMAN, "Moved 1 conversation", "Moved 2 conversations") == [
        "1 Unterhaltung verschoben",
        "2 Unterhaltungen verschoben",
    ]


def test_of_two_phrases_that_read_alike_the_one_of_the_own_class_is_taken(languages: Languages) -> None:
    book = PhraseBook({PhraseKey("Lid", "Open"): ("Auf",), PhraseKey("Sky", "Clear"): ("Auf",)})

    change = Retranslation(book, QLocale())

    assert change.text("Auf", ["Sky"]) == "Clear"
    assert change.text("Auf", ["Lid"]) == "Open"


def test_a_change_of_language_leaves_nothing_behind(qapp: QApplication) -> None:
    before = QLocale()
    languages = Languages(qapp, Language.GERMAN, folder=resources_directory() / "translations")
    assert qapp.translate("Sidebar", "Settings") == "Einstellungen"
    languages.close()

    assert qapp.translate("Sidebar", "Settings") == "Settings"
    assert QLocale() == before
