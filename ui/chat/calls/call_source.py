"""Knows the calls of a running turn that have no result yet: which tool is meant, where it goes, how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.conversation.session_tools import SessionTools
from app.conversation.turn import Turn
from app.history.records import ToolDecision, ToolStep
from app.inference.template_values import parsed_json
from app.messages import ToolCall
from app.settings.addresses import is_this_computer
from app.tools.built_in.built_in_tool import CallProgress
from app.tools.server_process.messages import InputAsked
from ui.chat.calls.shown_call import ShownCall, ToolPlace


class CallSource:
    """Remembers since when calls are carried out, what their tools have told, and what servers ask meanwhile."""

    def __init__(self, tools: SessionTools, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._tools = tools
        self._clock = clock
        self._began: dict[tuple[int, int], float] = {}
        self._progress: dict[tuple[int, int], CallProgress] = {}
        self.questions: dict[int, InputAsked] = {}
        """What servers ask now, by number."""

    def of(self, turn: Turn) -> tuple[ShownCall, ...]:
        """Return the calls of a turn that wait for the person or are carried out, in order."""
        if turn.has_ended:
            return ()
        questions = list(self.questions.values())
        return tuple(
            self._shown(turn, place, step, questions)
            for place, step in enumerate(turn.ended_steps)
            if isinstance(step, ToolStep) and step.result is None
        )

    def note_progress(self, turn: Turn, place: int, progress: CallProgress) -> None:
        """Remember what a tool has told."""
        self._progress[turn.id, place] = progress

    def note_question(self, question: InputAsked) -> None:
        """A server asks the person something."""
        self.questions[question.question] = question

    def forget_question(self, number: int) -> None:
        """Nobody waits for its answer any more."""
        self.questions.pop(number, None)

    def forget(self, turn: Turn) -> None:
        """A turn is over."""
        for known in (self._began, self._progress):
            for key in [key for key in known if key[0] == turn.id]:
                del known[key]

    def place_of(self, call: ToolCall) -> ToolPlace:
        """Return which tool a call means, and where it goes."""
        tool = next((one for one in self._tools.all if one.spec.name == call.name), None)
        if tool is None:
            return ToolPlace(call.shown_name)
        schema = tool.spec.parameters
        if tool.server:
            server = next((one.server for one in self._tools.servers.all() if one.server.name == tool.server), None)
            url = server.url if server is not None else ""
            where = server.target if server is not None else tool.server
            return ToolPlace(tool.tool, tool.server, where, schema, bool(url) and not is_this_computer(url))
        if tool.only_computes:
            return ToolPlace(tool.tool, schema=schema)
        values = parsed_json(call.arguments)
        address = values.get("url") if isinstance(values, dict) else None
        where = address if isinstance(address, str) else QCoreApplication.translate("CallSource", "the Internet")
        return ToolPlace(tool.tool, "", where, schema, is_elsewhere=True)

    def _shown(self, turn: Turn, place: int, step: ToolStep, questions: list[InputAsked]) -> ShownCall:
        """Return what is shown of a call; of `questions` the first of its server is its own."""
        key, tool = (turn.id, place), self.place_of(step.call)
        has_thought = bool(turn.thinking.strip())
        if step.decision is ToolDecision.OPEN:
            return ShownCall(*key, step, tool, has_thought=has_thought)
        seconds = self._clock() - self._began.setdefault(key, self._clock())
        asked = next((one for one in questions if one.server == tool.server), None)
        if asked is not None:
            questions.remove(asked)
        return ShownCall(*key, step, tool, seconds, self._progress.get(key), has_thought, asked)
