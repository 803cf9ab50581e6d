"""A session on a real database and a real scripted child, driven from the test's own thread."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from pathlib import Path

from app.conversation.events import SessionEvent
from app.conversation.preferences import SessionPreferences
from app.conversation.session import Session
from app.conversation.tool_runner import ToolRunner
from app.engines.broker import Broker
from app.engines.local_engine import LocalEngine
from app.engines.model_ref import LocalFile, NamedModel
from app.errors import UserError
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.protocol import Event
from app.inference.scripted_engine import Script, ScriptedEngineFactory


class ConversationStage:
    """Owns everything a session needs; `until` runs its events until something holds."""

    def __init__(
        self,
        folder: Path,
        script: Script,
        *,
        preferences: SessionPreferences | None = None,
        tools: ToolRunner | None = None,
    ) -> None:
        self.heard: list[SessionEvent] = []
        self.problems: list[UserError] = []
        self.now = 1000.0
        self.path = folder / "history.sqlite3"
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.store = HistoryStore.open(self.path)
        self.writer = HistoryWriter(self.path, on_problem=self.problems.append)
        self.engine = LocalEngine(self._events.put, factory=ScriptedEngineFactory(script))
        chosen = preferences or SessionPreferences()
        self.broker = Broker(
            {LocalFile: self.engine},
            load_options=lambda _model: chosen.load_options(),
            idle_unload_s=lambda: chosen.idle_unload_s,
            most_at_once=lambda: chosen.most_at_once,
            clock=lambda: self.now + time.monotonic(),
        )
        self.session = Session(
            store=self.store,
            writer=self.writer,
            broker=self.broker,
            listener=self.heard.append,
            preferences=lambda: chosen,
            tools=tools,
            find_model=lambda name: NamedModel(LocalFile(f"/models/{name}.gguf"), name),
            clock=lambda: self.now + time.monotonic(),
        )

    def until(self, condition: Callable[[], bool], *, timeout_s: float = 60.0) -> None:
        """Handle events until `condition` holds."""
        deadline = time.monotonic() + timeout_s
        while not condition():
            left_s = deadline - time.monotonic()
            if left_s <= 0:
                raise AssertionError(f"it did not happen; heard {self.heard[-5:]}")
            try:
                self.broker.handle(self._events.get(timeout=min(left_s, 0.05)))
            except queue.Empty:
                continue

    def close(self) -> None:
        """Close everything in reverse order."""
        self.session.close()
        self.broker.close()
        self.writer.close()
        self.store.close()
