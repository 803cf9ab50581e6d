"""Whatever is killed in the midst of a call, app or tools process: nothing that was said is lost, and nothing stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.conversation.events import ToolCallProgressed
from app.history.records import MessageState, ModelStep, ToolDecision, ToolStep
from app.history.store import HistoryStore
from app.messages import Text, ToolCall
from tests.app.conversation.test_session_tools import Desk
from tests.fakes.ended_processes import ends

pytestmark = pytest.mark.skipif(os.name == "nt", reason="process groups are of POSIX")

_APP = """
import sys, time
from pathlib import Path
from app.conversation.events import ToolCallProgressed
from app.messages import Text, Thinking, ToolCall
from tests.app.conversation.test_session_tools import Desk

if __name__ == "__main__":
    stage, folder = sys.argv[1:]
    desk = Desk(Path(folder))
    desk.session.overrides.offer_tools(None, ("fake",))
    desk.tools.servers.open("fake")
    desk.work_until(lambda: len(desk.tools.specs(None)) > 2)
    turn = desk.session.send(None, "Go.")
    desk.stage.say(Thinking("I count."), Text("So: "), ToolCall("a", "fake__start_another", "{}"))
    desk.allow(turn.id, 1)
    desk.work_until(desk.results)
    desk.stage.say(Text("On."), ToolCall("b", "fake__slow", '{"seconds": 600}'))
    if stage != "asked":
        desk.allow(turn.id, 3)
        desk.work_until(lambda: desk.event(ToolCallProgressed))
    desk.stage.writer.flush(10)
    print(desk.results()[0], desk.tools.servers._servers.pid, flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("stage", ["asked", "working"])
def test_an_app_that_is_killed_in_the_midst_of_calls_has_kept_them_and_leaves_nothing(
    tmp_path: Path, stage: str
) -> None:
    script = tmp_path / "killed_app.py"
    script.write_text(_APP)
    with subprocess.Popen(
        [sys.executable, str(script), stage, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as app:
        assert app.stdout is not None
        pids = [int(pid) for pid in app.stdout.readline().split()]
        app.kill()
    assert len(pids) == 3
    assert ends(*pids)

    store = HistoryStore.open(tmp_path / "history.sqlite3")
    try:
        (reply,) = store.recover_interrupted()
        first, called, second, waiting = reply.steps
        store.check_integrity()
    finally:
        store.close()
    assert reply.state is MessageState.FAILED
    assert isinstance(first, ModelStep)
    assert (first.thinking, first.answer) == ("I count.", "So: ")
    assert isinstance(called, ToolStep)
    assert called.result is not None
    assert isinstance(second, ModelStep)
    assert isinstance(waiting, ToolStep)
    assert (waiting.call.name, waiting.result) == ("fake__slow", None)
    assert waiting.decision is (ToolDecision.OPEN if stage == "asked" else ToolDecision.ALLOWED)


def test_a_tools_process_that_is_killed_in_mid_call_is_told_to_the_model_and_the_next_call_works(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    with desk.stage:
        desk.session.overrides.offer_tools(None, ("fake",))
        desk.tools.servers.open("fake")
        desk.work_until(lambda: len(desk.tools.specs(None)) > 2)
        desk.session.overrides.add_tool_rule(
            None, desk.tools.rule_allowing(ToolCall("x", "fake__add", '{"a": 1, "b": 1}'))
        )
        turn = desk.session.send(None, "Go.")
        desk.stage.say(ToolCall("a", "fake__slow", '{"seconds": 600}'))
        desk.allow(turn.id, 1)
        desk.work_until(lambda: desk.event(ToolCallProgressed))
        pid = desk.tools.servers._servers.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        desk.work_until(desk.results)
        assert "tools process ended" in desk.results()[0]
        desk.stage.say(ToolCall("b", "fake__add", '{"a": 2, "b": 3}'))
        desk.work_until(lambda: len(desk.results()) == 2)
        assert desk.results()[1] == "5"
        desk.stage.say(Text("Done."))
    desk.tools.close()


def test_a_tool_that_its_server_takes_back_while_the_person_thinks_is_told_as_gone(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with desk.stage:
        desk.session.overrides.offer_tools(None, ("fake",))
        desk.tools.servers.open("fake")
        desk.work_until(lambda: len(desk.tools.specs(None)) > 2)
        turn = desk.session.send(None, "Go.")
        desk.stage.say(ToolCall("a", "fake__add", '{"a": 1, "b": 1}'))
        desk.tools.servers.remove("fake")
        desk.work_until(lambda: not desk.tools.specs(turn.conversation_id))
        desk.allow(turn.id, 1)
        desk.work_until(desk.results)
        assert desk.results() == ["This tool is not there any more."]
        desk.stage.say(Text("Done."))
    desk.tools.close()
