"""Tools that do what a test says, and a session with them on an engine that reports what a test says."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from app.conversation.events import SessionEvent, TurnEnded
from app.conversation.session import Session
from app.conversation.tool_runner import ToolRunner
from app.conversation.turn import Turn
from app.engines.broker import Broker
from app.engines.model_ref import LocalFile, NamedModel
from app.errors import UserError
from app.history.records import StoredMessage, ToolDecision, ToolStep
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.protocol import (
    FinishReason,
    GenerationRequest,
    ModelInfo,
    ModelLoaded,
    RunDelta,
    RunFinished,
    RunStats,
    ThinkingEnd,
)
from app.messages import ReplyPart, RunId, Thinking, ToolCall, ToolResult, ToolSpec
from app.tools.built_in.built_in_tool import CallProgress
from tests.fakes.heard_engine import HeardEngine

SPECS = (ToolSpec("look", "Looks.", "{}"), ToolSpec("rain", "Tells of rain.", "{}"))


class ToolsAtHand:
    """Implements `ToolRunner`. `answers` are given at once; a call of another tool works until `finish`."""

    def __init__(self, answers: dict[str, str] | None = None, decision: ToolDecision = ToolDecision.AUTOMATIC) -> None:
        self.answers = answers if answers is not None else {"look": "a spire", "rain": "none"}
        self.decision = decision
        self.offered = SPECS
        self.started: list[ToolCall] = []
        self.given_up: list[str] = []
        self.questions: list[str] = []
        self.progress: dict[str, Callable[[CallProgress], None]] = {}
        self._working: dict[str, Callable[[ToolResult], None]] = {}

    def specs(self, conversation_id: int | None) -> tuple[ToolSpec, ...]:
        return self.offered

    def decision_on(self, conversation_id: int, call: ToolCall) -> ToolDecision:
        return self.decision

    def start(
        self,
        call: ToolCall,
        on_done: Callable[[ToolResult], None],
        *,
        question: str,
        on_progress: Callable[[CallProgress], None],
    ) -> Callable[[], None]:
        self.questions.append(question)
        self.progress[call.call_id] = on_progress
        self.started.append(call)
        if call.name in self.answers:
            on_done(ToolResult(call.call_id, self.answers[call.name]))
        else:
            self._working[call.call_id] = on_done
        return lambda: self.given_up.append(call.call_id)

    def finish(self, call_id: str, content: str, *, is_error: bool = False) -> None:
        self._working[call_id](ToolResult(call_id, content, is_error))


T = TypeVar("T", bound=ToolRunner)


class ToolStage(Generic[T]):
    """Owns everything such a session needs; `say` is what the model writes in a step. Use it with `with`."""

    def __init__(self, folder: Path, tools: T, *, context: int = 4096, takes_tools: bool = True) -> None:
        self.heard: list[SessionEvent] = []
        self.problems: list[UserError] = []
        self.tools = tools
        self._context = context
        self._clock = itertools.count(100)
        self.store = HistoryStore.open(folder / "history.sqlite3")
        self.writer = HistoryWriter(folder / "history.sqlite3", on_problem=self.problems.append)
        self.engine = HeardEngine()
        self.broker = Broker({LocalFile: self.engine})
        self.session = Session(
            store=self.store,
            writer=self.writer,
            broker=self.broker,
            find_model=lambda name: NamedModel(LocalFile(name), name),
            listener=self.heard.append,
            tools=tools,
            clock=lambda: float(next(self._clock)),
        )
        self.session.choose_model("m.gguf", "M")
        info = ModelInfo("M", context=context, thinks=True, takes_tools=takes_tools)
        self.broker.handle(ModelLoaded(self.engine.loads[-1][0], info, 0.1))

    def __enter__(self) -> ToolStage[T]:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()
        self.broker.close()
        self.writer.close()
        self.store.check_integrity()
        self.store.close()
        assert self.problems == []

    @property
    def asked(self) -> GenerationRequest:
        """What the engine was asked last."""
        return self.engine.started[-1][1]

    def say(self, *parts: ReplyPart, reason: FinishReason | None = None, run: RunId | None = None) -> None:
        """Let the model write a step; one that calls ends so unless there is another reason."""
        run = run or self.engine.started[-1][0]
        calls = any(isinstance(part, ToolCall) for part in parts)
        thought = sum(isinstance(part, Thinking) for part in parts)
        raw = "".join(part.name if isinstance(part, ToolCall) else part.text for part in parts)
        self.broker.handle(RunDelta(run, raw, parts, thought, len(parts) - thought, is_thinking=False))
        reason = reason or (FinishReason.TOOL_CALLS if calls else FinishReason.STOP)
        ended = ThinkingEnd.MODEL if thought else ThinkingEnd.NONE
        stats = RunStats(reason, ended, 10, 5, thought, len(parts) - thought, context=self._context)
        self.broker.handle(RunFinished(run, stats))

    def steps_of(self, turn: Turn) -> list[ToolStep]:
        """Return the calls of a turn as they are."""
        return [step for step in turn.ended_steps if isinstance(step, ToolStep)]

    def reply(self) -> StoredMessage:
        """Return the reply of the turn that has ended last, as the history has it."""
        ended = next(event for event in reversed(self.heard) if isinstance(event, TurnEnded))
        assert self.writer.flush(10.0)
        assert self.store.message(ended.reply.id) == ended.reply
        return ended.reply
