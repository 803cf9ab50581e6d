"""Calls of tools as servers stream them: in pieces that name their place, or an id, or neither."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from app.messages import ToolCall

_MOST_CALLS = 256


@dataclass(slots=True)
class _Pieces:
    call_id: str = ""
    name: str = ""
    arguments: list[str] = field(default_factory=list)


class EndpointCalls:
    """The calls of one reply, put together from `tool_calls` of its chunks, whatever of their fields is missing.

    Servers that leave out the place, or give every call the first one, tell a new call by its id or its name.
    """

    def __init__(self) -> None:
        self._calls: list[_Pieces] = []
        self._places: dict[int, _Pieces] = {}

    def take(self, told: object) -> int:
        """Take what a chunk says of calls; returns how many letters of arguments it has brought."""
        letters = 0
        for one in told if isinstance(told, list) else [told] if isinstance(told, dict) else ():
            if isinstance(one, dict):
                letters += self._take(one)
        return letters

    @property
    def calls(self) -> list[ToolCall]:
        """The calls so far, with what has come of their arguments."""
        return [ToolCall(one.call_id, one.name, "".join(one.arguments).strip() or "{}") for one in self._calls]

    def _take(self, told: dict[str, object]) -> int:
        function = told.get("function")
        said = function if isinstance(function, dict) else told
        name, call_id = _text(said.get("name")), _text(told.get("id"))
        pieces = self._pieces_at(told.get("index"), call_id, name)
        if pieces is None:
            return 0
        pieces.call_id = pieces.call_id or call_id
        if name and name != pieces.name:
            pieces.name += name
        arguments = said.get("arguments")
        text = json.dumps(arguments, ensure_ascii=False) if isinstance(arguments, dict | list) else _text(arguments)
        pieces.arguments.append(text)
        return len(text) + len(name)

    def _pieces_at(self, index: object, call_id: str, name: str) -> _Pieces | None:
        """Return the call that goes on; a new one if this cannot belong to it."""
        last = self._calls[-1] if self._calls else None
        known = self._places.get(index) if isinstance(index, int) else last
        if known is not None and not _is_another(known, call_id, name):
            return known
        if len(self._calls) == _MOST_CALLS or not (call_id or name or last is None):
            return None
        self._calls.append(_Pieces())
        if isinstance(index, int):
            self._places[index] = self._calls[-1]
        return self._calls[-1]


def _is_another(known: _Pieces, call_id: str, name: str) -> bool:
    if call_id and known.call_id:
        return call_id != known.call_id
    return bool(name and known.name and "".join(known.arguments).strip())


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
