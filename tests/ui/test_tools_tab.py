"""The tab Tools: servers added, started, ended, in trouble; who may decide on their calls."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.messages import Permission
from app.paths import AppPaths
from app.tools.errors import NoToolServerTarget, ToolServerNameIsUnusable
from app.tools.kept_servers import KeptServer, KeptServers
from app.tools.known_servers import ServerState
from app.tools.server_process.messages import InputAsked
from app.tools.typed_server import typed_server
from tests.fakes.mcp_stage import program
from tests.ui.conftest import OpenWindow, presenters_of, services_of
from tests.ui.window_actions import button, press as press_at_once, settle
from ui.assembly import Assembly
from ui.models.tools.tool_panel import Leave, ToolPanel, ToolServerAction
from ui.models.tools.tools_view import ToolsView
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.unfolding_box import UnfoldingBox


def press(widget: QWidget) -> None:
    """Press it where it stands when all have their places."""
    settle()
    press_at_once(widget)


def opened(assembly: Assembly) -> tuple[ToolsView, ToolPanel]:
    assembly.window.resize(1300, 900)
    services_of(assembly).models.open_tools()
    page = services_of(assembly).models.page
    return page.tools, page.tool_panel


def choose(assembly: Assembly, name: str) -> None:
    view = services_of(assembly).models.page.tools
    entry = next(one for one in view.entries.entries() if one.name == name)
    view.list.entry_chosen.emit(entry)


def names(view: ToolsView) -> list[str]:
    return [entry.name for entry in view.entries.entries()]


def exactly(view: ToolsView, text: str) -> QPushButton:
    return next(one for one in view.findChildren(QPushButton) if one.text() == text)


def told(bar: NoticeBar) -> str:
    return " ".join(one.text() for one in bar.findChildren(QLabel))


def leave_of(panel: ToolPanel, tool: str) -> UnfoldingBox:
    return next(one for one in panel.findChildren(UnfoldingBox) if one.accessibleName() == f"Calls of {tool}")


def test_a_server_is_added_started_watched_stopped_and_removed(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = program(FAKE_TOOLS="60")
    monkeypatch.setenv("FAKE_TOOLS", "60")
    assembly = open_window()
    view, panel = opened(assembly)
    servers = services_of(assembly).tools.servers
    assert names(view) == ["calculate", "today", "python", "fetch"]

    press(button(view, "Add a server"))
    view.name.setText("many tools")
    view.target.setText(f"{fake.command[0]} {Path(fake.folder) / fake.command[1]}")
    view.secret_name.setText("FAKE_TOKEN")
    view.secret.setText("s3cret")
    press(exactly(view, "Add"))
    assert "cannot be the name" in told(view.notice)
    view.name.setText("many")
    press(exactly(view, "Add"))
    assert "Aside cannot hold it back" in view.question.words.text()
    press(view.question.yes)

    assert names(view)[-1] == "many"
    assert not view.secret.text()
    assert panel.facts.texts()["Variables"] == "FAKE_TOKEN = ••••••"
    assert "s3cret" not in paths.tool_servers_file.read_text()
    assert servers.all()[0].state is ServerState.IDLE, "it starts when it is used"

    press(panel.button(ToolServerAction.START))
    qtbot.waitUntil(lambda: servers.all()[0].state is ServerState.RUNNING)
    listing = servers.all()[0].listing
    assert listing is not None
    qtbot.waitUntil(lambda: view.entries.entries()[-1].detail == f"{len(listing.tools)} tools")
    assert len(panel.findChildren(QCheckBox)) == 50, "not all at once"
    panel.filter.setText("tool 59")
    (tick,) = panel.findChildren(QCheckBox)
    tick.click()
    assert services_of(assembly).kept.now().offered_tools == ("many/tool 59",)

    panel.filter.setText("add")
    leave = leave_of(panel, "add")
    leave.activated.emit(leave.findData(Leave.NEVER))
    (rule,) = services_of(assembly).kept.now().tool_rules
    assert (rule.name, rule.permission) == ("many/add", Permission.NEVER)
    again = leave_of(panel, "add")
    assert again.currentData() is Leave.NEVER
    again.activated.emit(again.findData(Leave.ASKS))
    assert services_of(assembly).kept.now().tool_rules == ()

    press(button(panel.offers, "Use"))
    assert not assembly.content.page.composer.draft, "the prompt is to be filled in first"
    next(one for one in panel.offers.findChildren(QLineEdit) if one.accessibleName() == "name").setText("Ada")
    press(button(panel.offers, "Use"))
    qtbot.waitUntil(lambda: assembly.content.page.composer.draft == "Greet Ada.")
    assert presenters_of(assembly).pages.is_chat_shown
    services_of(assembly).models.open_tools()
    press(button(panel.offers, "Send along"))
    files = assembly.content.page.composer.files
    qtbot.waitUntil(lambda: [file.text for file in files.files] == ["noted"])
    services_of(assembly).models.open_tools()

    press(panel.button(ToolServerAction.RESTART))
    qtbot.waitUntil(lambda: servers.all()[0].state is ServerState.STARTING)
    press(panel.button(ToolServerAction.STOP))
    qtbot.waitUntil(lambda: panel.button(ToolServerAction.START).isEnabled())
    press(panel.button(ToolServerAction.REMOVE))
    assert panel.window().focusWidget() is panel.removal.yes
    press(panel.removal.yes)
    qtbot.waitUntil(lambda: names(view)[-1] == "fetch")
    assert KeptServers(paths.tool_servers_file).list() == ()


def test_settings_of_other_apps_are_pasted_and_what_fails_is_a_sentence(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    services_of(assembly).kept.set(stay_offline=True)
    view, panel = opened(assembly)
    press(button(view, "Paste settings"))
    view.text.setPlainText("{ broken")
    press(button(view, "Add these"))
    assert "No tool servers stand in this text" in told(view.notice)

    settings = {
        "no such": {"command": "no-such-program-of-aside", "env": {"API_TOKEN": "abc"}},
        "away": {"url": "https://example.org/mcp", "headers": {"Authorization": "Bearer x"}},
    }
    view.text.setPlainText(json.dumps({"mcpServers": settings}))
    press(button(view, "Add these"))
    assert "leaves this computer, to https://example.org/mcp" in view.question.words.text()
    press(view.question.yes)
    assert names(view)[-2:] == ["no-such", "away"]

    press(panel.button(ToolServerAction.START))
    qtbot.waitUntil(lambda: "stay offline" in panel.said.text())
    choose(assembly, "no-such")
    press(panel.button(ToolServerAction.START))
    qtbot.waitUntil(lambda: "cannot be used" in panel.said.text())
    assert [entry.badge.text for entry in view.entries.entries() if entry.badge] == ["failed", "failed"]


def test_what_is_typed_is_a_command_or_an_address() -> None:
    server = typed_server("files", "npx -y 'a b' /tmp", secret_name="KEY", secret="x")
    assert (server.command, server.environment) == (("npx", "-y", "a b", "/tmp"), {"KEY": "x"})
    assert typed_server("a", "http://x/mcp", secret_name="Authorization", secret="y").headers == {"Authorization": "y"}
    for name, target in (("a", ""), ("a", "ftp://x"), ("a", "'open")):
        with pytest.raises(NoToolServerTarget):
            typed_server(name, target)
    for name in ("", "a b", "python"):
        with pytest.raises(ToolServerNameIsUnusable):
            typed_server(name, "x")


def test_servers_of_other_apps_are_offered_and_a_question_of_a_server_is_asked_here(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / ".cursor").mkdir()
    found = {"mcpServers": {"notes": {"command": "notes-server"}, "away": {"url": "https://example.org/mcp"}}}
    (tmp_path / ".cursor" / "mcp.json").write_text(json.dumps(found))
    assembly = open_window()
    view, panel = opened(assembly)
    press(button(view, "From other apps"))
    press(button(view, "Add…"))
    assert "notes: notes-server" in view.question.words.text()
    press(view.question.yes)
    assert names(view)[-1] == "notes"
    press(button(view, "From other apps"))
    assert [one.toolTip() for one in view.findChildren(QPushButton) if one.text() == "Add…" and one.isVisible()] == [
        "away (Cursor): https://example.org/mcp"
    ]

    answers: list[tuple[int, str | None]] = []
    monkeypatch.setattr(services_of(assembly).tools.servers, "answer", lambda *answer: answers.append(answer))
    question = InputAsked(1 << 40, "notes", "Sign in.", url="https://login.example.org/x", is_sign_in=True)
    services_of(assembly).events.tool_input_asked.emit(question)
    assert "login.example.org" in " ".join(one.text() for one in panel.findChildren(QLabel))
    presenters_of(assembly).pages.show_chat()
    assert assembly.content.page.asking_bar.accessibleName() == "The tool server notes asks you something."
    press(assembly.content.page.asking_bar.show_button)
    press(button(panel, "Decline"))
    assert answers == [(1 << 40, None)]
    services_of(assembly).events.tool_input_over.emit(1 << 40)
    assert assembly.content.page.asking_bar.isHidden()


def test_what_a_server_asked_before_the_page_was_seen_is_answered_there_by_keyboard(
    open_window: OpenWindow, qtbot: QtBot, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("notes", "doors"):
        KeptServers(paths.tool_servers_file).add(KeptServer(name, ("no-such-program",)))
    assembly = open_window()
    assembly.window.resize(700, 800)
    assembly.window.activateWindow()
    answers: list[tuple[int, str | None]] = []
    opened_addresses: list[str] = []
    monkeypatch.setattr(services_of(assembly).tools.servers, "answer", lambda *answer: answers.append(answer))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened_addresses.append(url.toString()))
    question = InputAsked(7, "doors", "Sign in.", url="https://login.example.org/x", is_sign_in=True)
    services_of(assembly).events.tool_input_asked.emit(question)

    press(assembly.content.page.asking_bar.show_button)

    panel = services_of(assembly).models.page.tool_panel
    lead = button(panel, "Open in the browser")
    assert panel.title() == "doors"
    qtbot.waitUntil(lambda: lead.isVisible() and lead.hasFocus())
    QTest.keyClick(lead, Qt.Key.Key_Space)
    assert (opened_addresses, answers) == (["https://login.example.org/x"], [(7, "{}")])
    services_of(assembly).events.tool_input_over.emit(7)
    focused = assembly.window.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused), "the keyboard stays where the question was"


def test_what_is_asked_has_the_keyboard_and_escape_gives_it_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    assembly.window.activateWindow()
    view, _panel = opened(assembly)
    press(button(view, "Add a server"))
    view.name.setText("notes")
    view.target.setText("notes-server")
    view.target.setFocus()
    QTest.keyClick(view.target, Qt.Key.Key_Return)
    no = button(view.question, "Cancel")
    qtbot.waitUntil(no.hasFocus)
    QTest.keyClick(no, Qt.Key.Key_Escape)
    assert view.question.isHidden()
    assert view.target.hasFocus()
    QTest.keyClick(view.target, Qt.Key.Key_Return)
    QTest.keyClick(no, Qt.Key.Key_Return)
    assert "notes" not in names(view), "Enter once more is no answer"
