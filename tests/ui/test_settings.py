"""The settings page: generated from the declarations, searched, kept at once, reset and undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.paths import AppPaths
from app.settings import SettingDeclaration, SettingsFile, SettingsGroup
from tests.fakes.fake_hub import FakeHub
from tests.ui.conftest import OpenWindow, presenters_of, services_of
from tests.ui.window_actions import type_number
from ui.assembly import Assembly
from ui.settings.editors import Switch
from ui.settings.setting_row import SettingRow
from ui.settings.settings_page import SettingsPage
from ui.settings.token_panel import TokenPanel
from ui.theme.colours import DARK, LIGHT
from ui.widgets.number_field import NumberField


def open_settings(open_window: OpenWindow) -> tuple[Assembly, SettingsPage]:
    assembly = open_window()
    assembly.content.sidebar.settings_asked.emit()
    page = presenters_of(assembly).settings.page
    assert page is not None
    page.fill()
    return assembly, page


def test_the_page_opens_with_one_section_and_fills_the_others_while_it_is_read(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    assembly = open_window()
    assembly.content.sidebar.settings_asked.emit()
    page = presenters_of(assembly).settings.page
    assert page is not None

    assert {group for group, section in page.sections.items() if section.rows} == {SettingsGroup.APPEARANCE}
    qtbot.waitUntil(lambda: all(s.rows for s in page.sections.values() if s.group is not SettingsGroup.ABOUT))
    shown = [group for group, section in page.sections.items() if section.isVisible()]
    assert shown == [SettingsGroup.APPEARANCE]
    for group in (SettingsGroup.APPEARANCE, SettingsGroup.GENERATION):
        page.show_group(group)
        section = page.sections[group]
        qtbot.waitUntil(lambda s=section: s.height() == s.heightForWidth(s.width()))  # type: ignore[misc]


def row_of(page: SettingsPage, name: str) -> SettingRow:
    return next(row for section in page.sections.values() for row in section.rows if row.declaration.name == name)


def shown_rows(page: SettingsPage) -> set[str]:
    rows = [row for section in page.sections.values() for row in section.rows]
    return {row.declaration.name for row in rows if row.isVisible()}


def pick(row: SettingRow, value: str) -> None:
    box = row.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def enter(row: SettingRow, text: str) -> None:
    line = row.findChild(QLineEdit)
    assert line is not None
    line.setText(text)
    line.editingFinished.emit()


def said(row: QWidget) -> str:
    return " ".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())


def stored(paths: AppPaths) -> dict[str, object]:
    content: dict[str, object] = json.loads(paths.settings_file.read_text(encoding="utf-8"))
    return content


def test_every_declared_setting_has_its_row_on_the_page_of_its_group(open_window: OpenWindow) -> None:
    _, page = open_settings(open_window)

    for declaration in SettingDeclaration.all():
        if declaration.group is SettingsGroup.REMEMBERED:
            continue
        assert row_of(page, declaration.name) in page.sections[declaration.group].rows
    for group in page.sections:
        page.show_group(group)
        assert page.sections[group].isVisible()
        assert sum(section.isVisible() for section in page.sections.values()) == 1


def test_a_theme_is_worn_and_kept_at_once(open_window: OpenWindow, paths: AppPaths) -> None:
    assembly, page = open_settings(open_window)

    pick(row_of(page, "theme"), "dark")
    assert assembly.theme.colours is DARK
    assert stored(paths)["theme"] == "dark"

    pick(row_of(page, "theme"), "light")
    assert assembly.theme.colours is LIGHT


def test_text_grows_while_the_window_is_open(open_window: OpenWindow, qtbot: QtBot, paths: AppPaths) -> None:
    assembly, page = open_settings(open_window)
    before = assembly.window.fontMetrics().height()
    number = row_of(page, "text_scale").findChild(NumberField)
    assert number is not None
    assert (number.number, said(number)) == (100, "%")

    type_number(number, "200")

    qtbot.waitUntil(lambda: paths.settings_file.exists() and stored(paths).get("text_scale") == 2.0)
    assert assembly.window.fontMetrics().height() > 1.7 * before
    type_number(number, "100")
    qtbot.waitUntil(lambda: stored(paths)["text_scale"] == 1.0)


def test_an_optional_number_goes_back_to_the_model(open_window: OpenWindow, qtbot: QtBot, paths: AppPaths) -> None:
    _, page = open_settings(open_window)
    page.show_group(SettingsGroup.GENERATION)
    number = row_of(page, "temperature").findChild(NumberField)
    assert number is not None
    assert number.box.lineEdit().placeholderText() == "Model's own"

    type_number(number, "0")
    qtbot.waitUntil(lambda: paths.settings_file.exists() and stored(paths).get("temperature") == 0.0)
    type_number(number, "")

    qtbot.waitUntil(lambda: stored(paths)["temperature"] is None)


def test_search_finds_words_of_explanations_on_all_pages(open_window: OpenWindow) -> None:
    _, page = open_settings(open_window)

    page.field.setText("KILOBYTES second")
    assert shown_rows(page) == {"bandwidth_limit_kb_per_s"}
    page.field.setText("folder")
    assert {"models_folder", "model_folders"} <= shown_rows(page)
    page.field.setText("zebra quokkas")
    assert shown_rows(page) == set()
    assert "No setting has these words" in said(page)

    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    assert page.sections[SettingsGroup.APPEARANCE].isVisible()


def test_a_page_is_reset_and_the_reset_undone(open_window: OpenWindow, paths: AppPaths) -> None:
    SettingsFile(paths.settings_file).update(proxy="http://p:1", simultaneous_downloads=4, theme="dark")
    _, page = open_settings(open_window)
    page.show_group(SettingsGroup.NETWORK)
    assert "Changed" in " ".join(b.text() for b in row_of(page, "proxy").findChildren(QPushButton) if b.isVisible())

    reset = next(b for b in page.sections[SettingsGroup.NETWORK].findChildren(QPushButton) if "Reset" in b.text())
    reset.click()

    assert (stored(paths)["proxy"], stored(paths)["simultaneous_downloads"]) == ("", 2)
    assert stored(paths)["theme"] == "dark"
    assert page.undo_bar.isVisible()
    page.undo_bar.undone.emit()
    assert (stored(paths)["proxy"], stored(paths)["simultaneous_downloads"]) == ("http://p:1", 4)


def test_mirrors_and_proxies_are_checked_before_they_are_kept(open_window: OpenWindow, paths: AppPaths) -> None:
    assembly, page = open_settings(open_window)
    page.show_group(SettingsGroup.NETWORK)

    for name, text, kept, words in (
        ("proxy", "socks5://127.0.0.1:1080", None, "SOCKS proxies cannot be used"),
        ("proxy", "proxy.example.org:3128", "http://proxy.example.org:3128", ""),
        ("proxy", "ftp://proxy", None, "not the address of a proxy"),
        ("proxy", "http://", None, "not an address"),
        ("proxy", "http://proxy:99999", None, "not an address"),
        ("hub_endpoint", "http://mirror.example.org", None, "https://"),
        ("hub_endpoint", "mirror.example.org/", "https://mirror.example.org", ""),
        ("hub_endpoint", "http://127.0.0.1:8080", "http://127.0.0.1:8080", ""),
        ("hub_endpoint", "https://user:secret@mirror", None, "password"),
        ("hub_endpoint", "not an address", None, "not an address"),
    ):
        assembly.kept.set(**{name: ""})
        enter(row_of(page, name), text)

        assert words in said(row_of(page, name)), text
        assert SettingsFile(paths.settings_file).load().__getattribute__(name) == (kept or ""), text


def test_mirror_proxy_and_switch_reach_the_running_clients(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    assembly, page = open_settings(open_window)
    assembly.content.sidebar.models_asked.emit()
    room = services_of(assembly).models
    access = room.hub.service.clients.access
    access.set_token("hf_for_the_hub_only")

    enter(row_of(page, "proxy"), "http://127.0.0.1:3128")
    assert (access.connection.proxy, access.connection.token) == ("http://127.0.0.1:3128", "hf_for_the_hub_only")
    enter(row_of(page, "hub_endpoint"), "https://mirror.example.org")
    assert access.connection.endpoint == "https://mirror.example.org"
    assert access.connection.token == ""
    switch = row_of(page, "stay_offline").findChild(Switch)
    assert switch is not None
    switch.click()
    assert access.connection.is_offline


def test_another_folder_is_looked_through_at_once_and_no_more_when_taken_out(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    from tests.app.hub.tiny_gguf import write_gguf
    from ui.settings.editors import FoldersEditor

    (tmp_path / "more").mkdir()
    write_gguf(tmp_path / "more" / "theirs.gguf", name="Theirs")
    assembly, page = open_settings(open_window)
    assembly.content.sidebar.models_asked.emit()
    room = services_of(assembly).models
    row = row_of(page, "model_folders")
    assert isinstance(row.editor, FoldersEditor)

    row.editor.add(str(tmp_path / "more"))
    qtbot.waitUntil(lambda: any("heirs" in e.name for e in room.page.library.models.entries()))
    remove = next(b for b in row.editor.findChildren(QPushButton) if b.text() == "Take out")
    remove.click()

    qtbot.waitUntil(lambda: not any("heirs" in e.name for e in room.page.library.models.entries()))
    assert (tmp_path / "more" / "theirs.gguf").exists()


def test_a_token_is_checked_with_the_hub_and_forgotten(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.hub.connection.token_store.TokenStore._keyring", lambda _self: None)
    hub = FakeHub()
    hub.tokens = {"hf_good": "ada"}
    with hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        assembly, page = open_settings(open_window)
        page.show_group(SettingsGroup.NETWORK)
        panel = page.findChild(TokenPanel)
        assert panel is not None
        assert "HF_ENDPOINT is set" in said(row_of(page, "hub_endpoint"))
        assert "No token for 127.0.0.1 is saved." in said(panel)

        panel.token.field.setText("hf_bad")
        panel.token.field.returnPressed.emit()
        qtbot.waitUntil(lambda: "token" in said(panel).lower() and "Asking" not in said(panel))
        assert "Signed in" not in said(panel)
        panel.token.field.setText("hf_good")
        panel.token.field.returnPressed.emit()
        qtbot.waitUntil(lambda: "Signed in as ada, kept until Aside ends." in said(panel))
        room = services_of(assembly).models
        assert room.hub.service.clients.access.connection.token == "hf_good"

        next(b for b in panel.findChildren(QPushButton) if b.text() == "Forget").click()
        qtbot.waitUntil(lambda: "forgotten" in said(panel))
        assert room.hub.service.clients.access.connection.token == ""


def test_nonsense_in_the_file_leaves_the_page_with_the_defaults(open_window: OpenWindow, paths: AppPaths) -> None:
    paths.settings_file.parent.mkdir(parents=True)
    paths.settings_file.write_text('{"theme": 7, "text_scale": "huge", "model_folders": {"a": 1}, "proxy": null}')

    _, page = open_settings(open_window)

    assert row_of(page, "theme").property("changed") is False
    assert said(page)


def test_every_shortcut_of_the_window_is_listed(open_window: OpenWindow) -> None:
    assembly, page = open_settings(open_window)
    page.show_group(SettingsGroup.SHORTCUTS)
    section = page.sections[SettingsGroup.SHORTCUTS]
    listed = said(section) + " ".join(b.text() for b in section.findChildren(QPushButton) if b.isVisible())

    for shortcut in assembly.window.findChildren(QShortcut):
        text = shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)
        assert text in listed, f"{text} is missing from the list of shortcuts"


def test_every_control_has_a_name_and_a_tooltip(open_window: OpenWindow) -> None:
    _, page = open_settings(open_window)

    for group in page.sections:
        page.show_group(group)
        for kind in (QAbstractButton, QComboBox, QAbstractSpinBox):
            for control in page.findChildren(kind):
                if not control.isVisible() or control.objectName().startswith("qt_"):
                    continue
                text = control.text() if isinstance(control, QAbstractButton) else ""
                assert control.accessibleName() or text, f"{control} on {group}"
                assert control.toolTip(), f"{control.accessibleName() or text} on {group}"


def test_escape_and_the_shortcut_lead_back_to_the_chat(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly, page = open_settings(open_window)
    assert page.isVisible()

    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert assembly.content.page.isVisible()

    QTest.keyClick(assembly.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.isVisible)
    assembly.content.sidebar.models_asked.emit()
    assert not page.isVisible()
    assert not presenters_of(assembly).settings.is_shown


def test_the_report_for_helpers_is_copied_without_what_is_private(open_window: OpenWindow) -> None:
    assembly, page = open_settings(open_window)
    assembly.kept.set(proxy="http://ada:secret@proxy.example:3128")
    page.show_group(SettingsGroup.ABOUT)
    section = page.sections[SettingsGroup.ABOUT]
    (button,) = [b for b in section.findChildren(QAbstractButton) if b.text() == "Copy diagnostic report"]

    button.click()

    copied = QGuiApplication.clipboard().text()
    assert "proxy: set" in copied
    assert "llama_cpp_python" in copied
    assert "secret" not in copied
    assert button.text() == "Copied"
