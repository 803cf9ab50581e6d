"""The tools of a conversation: chosen and kept, offered, asked for, carried out, and what servers do meanwhile."""

from __future__ import annotations

import json
import queue
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from app.conversation.events import (
    SessionEvent,
    ToolCallProgressed,
    ToolInputAsked,
    ToolInputOver,
    ToolServersChanged,
)
from app.conversation.preferences import SessionPreferences
from app.conversation.session_tools import SessionTools
from app.conversation.tool_runner import Allowed, Refused
from app.history.built_in_presets import BUILT_IN_PRESETS
from app.history.exchange.exporting import ExportForm, export_file
from app.history.exchange.importing import import_file
from app.history.records import ToolDecision
from app.messages import Permission, Text, ToolCall, ToolChoices, ToolResult, ToolRule
from app.paths import AppPaths
from app.settings import SettingsFile
from app.tools.kept_servers import KeptServer, KeptServers
from app.tools.known_servers import KnownServer, ServerState
from tests.fakes.mcp_stage import program
from tests.fakes.tools_at_hand import ToolStage

ASK = ToolCall("a", "fake__ask", "{}")
ADD = ToolCall("b", "fake__add", '{"a": 2, "b": 3}')


class Desk:
    """A session with real tools and one server that is kept; `work_until` does what is posted to its thread."""

    def __init__(self, folder: Path) -> None:
        self.paths = AppPaths(folder, folder, folder, folder, folder)
        self.preferences = SessionPreferences()
        self._posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.heard: list[SessionEvent] = []
        kept = KeptServers(self.paths.tool_servers_file)
        if not kept.list():
            kept.add(program())
        self.tools = SessionTools(
            self.paths,
            is_offline=lambda: False,
            proxy=lambda: "",
            choices=lambda conversation_id: self.stage.session.overrides.tools(conversation_id),
            preferences=lambda: self.preferences,
            listener=self.heard.append,
            post=self._posted.put,
        )
        self.stage = ToolStage(folder, self.tools)
        self.session = self.stage.session

    def work_until(self, is_so: Callable[[], object]) -> None:
        while not is_so():
            self._posted.get(timeout=30)()

    def allow(self, turn_id: int, place: int) -> None:
        self.session.decide(turn_id, place, Allowed())

    def server(self) -> KnownServer:
        return self.tools.servers.all()[0]

    def event(self, kind: type[SessionEvent]) -> list[SessionEvent]:
        return [one for one in [*self.heard, *self.stage.heard] if isinstance(one, kind)]

    def results(self) -> list[str]:
        parts = [part for message in self.stage.asked.messages for part in message.parts]
        return [part.content for part in parts if isinstance(part, ToolResult)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    with made.stage:
        yield made
    made.tools.close()


def test_a_server_is_opened_called_asked_back_and_ended_and_each_is_told(desk: Desk) -> None:
    tools, session = desk.tools, desk.session
    assert (desk.server().state, desk.server().listing) == (ServerState.IDLE, None)
    session.overrides.offer_tools(None, ("calculate", "fake/ask", "fake/add", "fake/slow"))
    assert [spec.name for spec in tools.specs(None)] == ["calculate"], "what a server offers is not known yet"

    tools.servers.open("fake")
    desk.work_until(lambda: desk.server().state is ServerState.RUNNING and len(tools.specs(None)) == 4)
    turn = session.send(None, "Go.")
    assert {spec.name for spec in desk.stage.asked.tools} == {"calculate", "fake__ask", "fake__add", "fake__slow"}
    desk.stage.say(ASK, ToolCall("c", "fake__slow", '{"seconds": 0}'), ToolCall("d", "calculate", "{}"))
    assert [step.decision for step in desk.stage.steps_of(turn)][:2] == [ToolDecision.OPEN, ToolDecision.OPEN]
    session.decide(turn.id, 1, Allowed())
    desk.work_until(lambda: desk.event(ToolInputAsked))
    (asked,) = desk.event(ToolInputAsked)
    assert isinstance(asked, ToolInputAsked)
    assert asked.question.message == "What is your name?"
    tools.servers.answer(asked.question.question, '{"name": "Ada"}')
    desk.work_until(lambda: desk.event(ToolInputOver))
    session.decide(turn.id, 2, Allowed())
    desk.work_until(lambda: desk.event(ToolCallProgressed))
    desk.work_until(lambda: len(desk.results()) == 3)
    desk.stage.say(Text("Done."))
    assert desk.results()[:2] == ["accept Ada", "done"]

    whole = tools.toggled(("calculate", "fake/ask"), "fake")
    assert whole == ("calculate", "fake")
    but_one = tools.toggled(whole, "fake/ask")
    assert "fake/ask" not in but_one
    assert {"calculate", "fake/add", "fake/slow"} < set(but_one)
    assert set(tools.toggled(but_one, "fake/ask")) == {*but_one, "fake/ask"}
    assert tools.toggled(whole, "fake") == ("calculate",)

    tools.servers.end("fake")
    desk.work_until(lambda: desk.server().state is ServerState.IDLE)
    assert len(tools.specs(turn.conversation_id)) == 4, "what it offers is remembered"


def test_what_was_said_of_a_tool_is_kept_and_holds_at_once(desk: Desk, tmp_path: Path) -> None:
    tools, session = desk.tools, desk.session
    session.overrides.offer_tools(None, ("fake",))
    tools.servers.open("fake")
    desk.work_until(lambda: len(tools.specs(None)) > 2)
    turn = session.send(None, "Go.")
    desk.stage.say(ADD, structs.replace(ADD, call_id="c", arguments='{"a": 3, "b": 4}'), ASK)
    session.overrides.add_tool_rule(turn.conversation_id, tools.rule_allowing(ADD))
    session.note_tool_rules()
    desk.preferences = replace(desk.preferences, tool_rules=(tools.rule_forbidding("fake__ask"),))
    session.note_tool_rules()
    desk.work_until(lambda: len(desk.results()) == 3)
    desk.stage.say(Text("Done."))
    assert desk.results() == ["5", "7", "This call was refused."]

    kept = desk.stage.store.presets.tools_of(turn.conversation_id)
    assert kept.offered == ("fake",)
    assert [(rule.name, rule.permission, rule.kinds) for rule in kept.rules] == [
        ("fake/add", Permission.ALWAYS, ("a: int", "b: int"))
    ]
    settings = SettingsFile(tmp_path / "settings.json")
    settings.update(tool_rules=desk.preferences.tool_rules, offered_tools=("calculate",))
    read = SessionPreferences.of(settings.load(), cache_folder=tmp_path)
    assert (read.tool_rules, read.offered_tools) == (desk.preferences.tool_rules, ("calculate",))


def test_a_call_at_work_is_stopped_with_a_word_and_a_server_that_dies_is_said(desk: Desk) -> None:
    session = desk.session
    session.overrides.offer_tools(None, ("fake",))
    desk.tools.servers.open("fake")
    desk.work_until(lambda: len(desk.tools.specs(None)) > 2)
    turn = session.send(None, "Go.")
    desk.stage.say(ToolCall("a", "fake__slow", '{"seconds": 60}'), ToolCall("b", "fake__die", "{}"))
    session.decide(turn.id, 1, Allowed())
    desk.work_until(lambda: desk.event(ToolCallProgressed))
    session.decide(turn.id, 1, Refused("too slow"))
    session.decide(turn.id, 2, Allowed())
    desk.work_until(lambda: len(desk.results()) == 2)
    desk.stage.say(Text("Done."))

    assert desk.results()[0] == "The person has stopped this call, and says: too slow"
    assert "out of cheese" in desk.results()[1]
    desk.work_until(lambda: desk.server().state is ServerState.FAILED)
    assert desk.server().problem is not None
    assert "exit code 3" in str(desk.server().problem)
    assert "out of cheese" in desk.server().log


def test_a_form_that_nobody_fills_in_blocks_nothing_and_goes_with_its_call(desk: Desk) -> None:
    desk.session.overrides.offer_tools(None, ("fake",))
    desk.tools.servers.open("fake")
    desk.work_until(lambda: len(desk.tools.specs(None)) > 2)
    turn = desk.session.send(None, "Go.")
    desk.stage.say(ASK)
    desk.allow(turn.id, 1)
    desk.work_until(lambda: desk.event(ToolInputAsked))
    desk.session.stop()
    assert turn.has_ended
    desk.work_until(lambda: desk.event(ToolInputOver))
    again = desk.session.send(turn.conversation_id, "And now?")
    desk.stage.say(ADD)
    desk.allow(again.id, 1)
    desk.work_until(desk.results)
    desk.stage.say(Text("Done."))


def test_a_server_that_never_answers_is_given_up(desk: Desk) -> None:
    desk.tools.servers.add(KeptServer("deaf", (sys.executable, "-c", "import time; time.sleep(600)")))
    desk.tools.servers.open("deaf")
    desk.work_until(lambda: desk.tools.servers.all()[1].state is ServerState.STARTING)
    desk.tools.servers.end("deaf")
    desk.work_until(lambda: desk.tools.servers.all()[1].state is ServerState.IDLE)


def test_servers_come_and_go_while_the_window_is_open(desk: Desk) -> None:
    tools = desk.tools
    tools.servers.add(KeptServer("bad", (sys.executable, "-c", "raise SystemExit('no such luck')")))
    tools.servers.open("bad")
    desk.work_until(lambda: tools.servers.all()[1].state is ServerState.FAILED)
    assert "no such luck" in tools.servers.all()[1].log
    tools.servers.remove("bad")
    desk.work_until(lambda: desk.event(ToolServersChanged))
    assert [one.server.name for one in tools.servers.all()] == ["fake"]
    KeptServers(desk.paths.tool_servers_file).remove("fake")
    tools.servers.look_again()
    assert tools.servers.all() == ()


def test_what_a_server_offers_is_remembered_as_long_as_it_is_reached_as_before(tmp_path: Path) -> None:
    for is_other in (False, True):
        desk = Desk(tmp_path)
        with desk.stage:
            if is_other:
                assert len(desk.tools.all) > 5
                KeptServers(desk.paths.tool_servers_file).remove("fake")
                desk.tools.servers.add(replace_command(program()))
                assert desk.server().listing is None
            else:
                desk.tools.servers.open("fake")
                desk.work_until(lambda desk=desk: desk.server().state is ServerState.RUNNING)  # type: ignore[misc]
        desk.tools.close()


def replace_command(server: KeptServer) -> KeptServer:
    return KeptServer(server.name, (*server.command, "--other"), folder=server.folder)


def test_presets_and_new_conversations_have_tools_and_rules_do_not_travel(desk: Desk, tmp_path: Path) -> None:
    session, presets = desk.session, desk.stage.store.presets
    preset = next(one for one in BUILT_IN_PRESETS if one.key == "calculator")
    session.apply_preset(None, preset)
    session.overrides.add_tool_rule(None, ToolRule("python", Permission.NEVER))
    turn = session.send(None, "Go.")
    desk.stage.say(Text("Done."))
    chosen = ToolChoices(("calculate",), (ToolRule("python", Permission.NEVER),))
    assert presets.tools_of(turn.conversation_id) == chosen
    assert session.overrides.tools(None) == ToolChoices()
    desk.preferences = SessionPreferences(offered_tools=("today",))
    assert desk.tools.chosen(None) == ("today",)
    session.overrides.offer_tools(None, ())
    assert desk.tools.chosen(None) == ()

    assert desk.stage.writer.flush(10)
    told = tmp_path / "all.json"
    export_file(desk.stage.store.database, [turn.conversation_id], told, ExportForm.JSON)
    written = json.loads(told.read_text())
    assert "never" not in told.read_text()
    written["conversations"][0]["more"]["tools"] = '{"offered": ["python"]}'
    told.write_text(json.dumps(written))
    imported = import_file(desk.stage.store.database, told)
    assert presets.tools_of(imported.conversation_ids[0]) == ToolChoices()


def test_a_list_of_servers_that_cannot_be_read_is_known_and_stops_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with desk.stage:
        desk.paths.tool_servers_file.write_text("{")
        desk.tools.servers.look_again()
        assert desk.tools.servers.all() == ()
        assert "cannot be read" in str(desk.tools.servers.trouble)
        desk.session.overrides.offer_tools(None, ("calculate", "fake"))
        assert [spec.name for spec in desk.tools.specs(None)] == ["calculate"]
    desk.tools.close()
