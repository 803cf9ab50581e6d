"""A session with the real engine in its child, driven from one thread."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from app.conversation.preferences import SessionPreferences
from app.conversation.session import Session
from app.engines.broker import Broker
from app.engines.local_engine import LocalEngine
from app.engines.model_ref import LocalFile, NamedModel
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.protocol import Event
from app.messages import Sampling


class SessionAtWork:
    """A session with the real engine on a database, driven from one thread. Use it with `with`."""

    def __init__(self, database: Path, model: Path) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.store = HistoryStore.open(database)
        self.writer = HistoryWriter(database, on_problem=lambda _problem: None)
        self._engine = LocalEngine(self._events.put, factory=LlamaEngineFactory())
        preferences = SessionPreferences(sampling=Sampling(temperature=0.0))
        self.broker = Broker({LocalFile: self._engine}, load_options=lambda _model: preferences.load_options())
        self.session = Session(
            store=self.store,
            writer=self.writer,
            broker=self.broker,
            find_model=lambda name: NamedModel(LocalFile(name), name),
            listener=lambda _event: None,
            preferences=lambda: preferences,
        )
        self.session.choose_model(str(model), "Starter")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()
        self.broker.close()
        self.writer.close()
        self.store.close()

    def until(self, condition: Callable[[], bool]) -> None:
        """Handle events until `condition` holds."""
        deadline = time.monotonic() + 60.0
        while not condition():
            assert time.monotonic() < deadline, "it did not happen"
            try:
                self.broker.handle(self._events.get(timeout=0.05))
            except queue.Empty:
                continue
