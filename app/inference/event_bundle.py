"""Reports events together that come together: each message takes both processes away from decoding."""

from __future__ import annotations

from types import TracebackType

from app.inference.engine import Emit
from app.inference.protocol import Event


class EventBundle:
    """Reports at once, but within `with`: what comes there is reported together at its end."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._gathered: list[Event] | None = None

    def __call__(self, *events: Event) -> None:
        if self._gathered is None:
            self._emit(*events)
        else:
            self._gathered.extend(events)

    def __enter__(self) -> None:
        self._gathered = []

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        gathered, self._gathered = self._gathered, None
        if gathered:
            self._emit(*gathered)
