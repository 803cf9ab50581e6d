"""Results of tools that are too long for the context: a model is given their beginning, and reads on where it wants.

What was cut is held in memory until something newer needs the room. *read_on* is offered as soon as a result is cut,
and then for good: a list of tools that comes and goes would have the whole prompt read anew each time.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable

from app.history.records import Step, ToolStep
from app.inference.template_values import parsed_json
from app.messages import ToolCall, ToolResult, ToolSpec

READ_ON = ToolSpec(
    "read_on",
    "Reads on in a result that was cut. Its note names the result.",
    '{"type": "object", "properties": {"result": {"type": "string"}, "start": {"type": "integer", "description":'
    ' "where to read, in characters; without it, where the last reading ended"}}, "required": ["result"]}',
)

_RESULT_SHARE = 0.25
_BYTES_PER_TOKEN = 3
"""Fewer than vocabularies have in most languages, so that a result takes no more than its share."""
_LONGEST_RESULT = 32_000
"""In characters, where no context is known."""
_MOST_HELD = 16_000_000
"""Characters of all that is held."""
_NOTE = "\n[Cut here: {left} of {length} characters are left out. Go on: read_on {name!r}.]"
_LONGEST_NOTE = 100
_IS_NOTED = re.compile(r"\n\[Cut here: \d+ of \d+ characters are left out\. Go on: read_on '\w+'\.\]\Z")
_GONE = "There is no such result at hand. Make the call again that it came from."
_AT_END = "The result has ended: it has {length} characters."


class LongResults:
    """Holds what was cut of results."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[str, int]] = OrderedDict()
        """Each whole, and how far it was read, by what it is called."""

    def cut(self, content: str, context: int) -> str:
        """Return a result that takes no more than a share of the context, in tokens; 0 where that is not known."""
        end = _end_of_piece(content, context)
        if end >= len(content):
            return content
        import hashlib  # brings OpenSSL, 4 MB, and is seldom needed

        name = hashlib.sha256(content.encode(errors="replace")).hexdigest()[:6]
        self._hold(name, content, end)
        return content[:end] + _NOTE.format(left=len(content) - end, length=len(content), name=name)

    def read(self, call: ToolCall, context: int) -> ToolResult:
        """Return the result of a call of *read_on*."""
        arguments = parsed_json(call.arguments)
        values = arguments if isinstance(arguments, dict) else {}
        name, start = str(values.get("result", "")).strip(), values.get("start")
        if not name and self._held:
            name = next(reversed(self._held))
        content, read_to = self._held.get(name, ("", 0))
        if not content:
            return ToolResult(call.call_id, _GONE, is_error=True)
        begin = max(0, start) if isinstance(start, int) else read_to
        rest = content[begin:]
        if not rest:
            return ToolResult(call.call_id, _AT_END.format(length=len(content)))
        end = _end_of_piece(rest, context)
        self._hold(name, content, begin + end)
        left = len(rest) - end
        note = _NOTE.format(left=left, length=len(content), name=name) if left > 0 else ""
        return ToolResult(call.call_id, rest[:end] + note)

    def _hold(self, name: str, content: str, read_to: int) -> None:
        self._held[name] = (content, read_to)
        self._held.move_to_end(name)
        while len(self._held) > 1 and sum(len(one) for one, _ in self._held.values()) > _MOST_HELD:
            self._held.popitem(last=False)


def with_read_on(specs: tuple[ToolSpec, ...], steps: Iterable[Step]) -> tuple[ToolSpec, ...]:
    """Return the tools that are offered after these steps: *read_on*, too, if a result among them was cut."""
    results = (step.result for step in steps if isinstance(step, ToolStep))
    was_cut = specs and any(result is not None and _IS_NOTED.search(result.content[-200:]) for result in results)
    return (*specs, READ_ON) if was_cut else specs


def _end_of_piece(content: str, context: int) -> int:
    """Return how much of a text is told: all of it, or so much that there is room for the note behind it."""
    if not context:
        return len(content) if len(content) <= _LONGEST_RESULT else _LONGEST_RESULT - _LONGEST_NOTE
    room = int(context * _RESULT_SHARE * _BYTES_PER_TOKEN)
    if len(content) <= room // 4 or len(content[: room + 1].encode(errors="replace")) <= room:
        return len(content)
    room = max(room - _LONGEST_NOTE, room // 2)
    return len(content[:room].encode(errors="replace")[:room].decode(errors="ignore"))
