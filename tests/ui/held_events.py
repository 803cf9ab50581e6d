"""What the engine tells is kept back, and given to the window one event at a time: so a test stands at every token."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from pytestqt.qtbot import QtBot

from app.inference.protocol import Event, RunDelta
from app.inference.scripted_engine import Pause, Say, Step
from tests.ui.conftest import services_of
from ui.assembly import Assembly


class HeldEvents:
    """Stands between the engine's bridge and the window."""

    def __init__(self, assembly: Assembly, qtbot: QtBot) -> None:
        self._services = services_of(assembly)
        self._qtbot = qtbot
        self._waiting: deque[Event] = deque()
        bridge = self._services._bridge
        bridge.received.disconnect(self._services._take)
        bridge.received.connect(self._waiting.extend)

    def give(self) -> Event:
        """Give the window the next event, as soon as there is one; return it."""
        self._qtbot.waitUntil(lambda: bool(self._waiting))
        event = self._waiting.popleft()
        self._services._take((event,))
        return event

    def give_until(self, is_reached: Callable[[], bool]) -> None:
        """Give the window events until something holds."""
        while not is_reached():
            self.give()

    def each_token(self) -> Iterator[None]:
        """Give the events of all replies that run or wait; pause after each piece of text."""
        session = self._services.session
        while session.running_turn is not None:
            if isinstance(self.give(), RunDelta):
                yield

    def give_all(self) -> None:
        """Give the events of all replies that run or wait."""
        for _ in self.each_token():
            pass


def told_apart(*texts: str, letters: int = 5) -> tuple[Step, ...]:
    """Return steps that write texts in tokens of so many letters, each of them an event of its own."""
    pieces = [text[at : at + letters] for text in texts for at in range(0, len(text), letters)]
    return tuple(step for piece in pieces for step in (Say(piece), Pause(0.0)))
