"""What holds for the calls of a turn, whoever carries them out.

Nothing that a model or a tool does makes a turn endless: it has so many calls, the same call so many times, and a
result so much of the context.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.inference.template_values import parsed_json
from app.messages import ToolCall

MOST_CALLS = 25
"""Calls of one turn; then the model is asked once to answer without tools."""
REFUSED = "This call was refused."
BROKEN = "The arguments are not a JSON object, so the call was not carried out."

_MOST_OF_THE_SAME = 3
_RESULT_SHARE = 0.25
_BYTES_PER_TOKEN = 3
"""Fewer than vocabularies have in most languages, so that a result takes no more than its share."""
_LONGEST_RESULT = 32_000
"""In characters, where no context is known."""
_UNKNOWN = "There is no tool of this name. The tools are: {names}."
_TOO_MANY = f"The call was not carried out: a turn has {MOST_CALLS} calls. Answer with what is known."
_SAME_AGAIN = "The call was not carried out: it was made {count} times in this turn, and its results are above."
_CUT = "\n[Cut here: {left} of {length} characters are left out.]"


def objection_to(call: ToolCall, *, offered: Iterable[str], earlier: Sequence[ToolCall]) -> str:
    """Return why a call cannot be carried out, for the model; empty if it can. `earlier` are those of its turn."""
    names = list(offered)
    if len(earlier) >= MOST_CALLS:
        return _TOO_MANY
    if call.name not in names:
        return _UNKNOWN.format(names=", ".join(names))
    if not is_object(call.arguments):
        return BROKEN
    same = (call.name, parsed_json(call.arguments))
    count = sum((one.name, parsed_json(one.arguments)) == same for one in earlier)
    return _SAME_AGAIN.format(count=count) if count >= _MOST_OF_THE_SAME else ""


def is_object(arguments: str) -> bool:
    """Whether arguments are what every tool takes, a JSON object."""
    try:
        return isinstance(json.loads(arguments), dict)
    except (ValueError, RecursionError):
        return False


def with_ids(calls: Iterable[ToolCall], *, used: Iterable[str]) -> list[ToolCall]:
    """Return the calls of a step, each with an id that no other call of the turn has."""
    taken = set(used)
    number = len(taken)
    named: list[ToolCall] = []
    for call in calls:
        call_id = call.call_id
        while not call_id or call_id in taken:
            number += 1
            call_id = f"call_{number}"
        taken.add(call_id)
        named.append(replace(call, call_id=call_id))
    return named


def cut(content: str, context: int) -> str:
    """Return a result that takes no more than a share of the context, in tokens; 0 where that is not known."""
    if not context:
        end = _LONGEST_RESULT
    else:
        room = int(context * _RESULT_SHARE * _BYTES_PER_TOKEN)
        if len(content) <= room // 4 or len(content.encode(errors="replace")) <= room:
            return content
        end = len(content.encode(errors="replace")[:room].decode(errors="ignore"))
    if len(content) <= end:
        return content
    return content[:end] + _CUT.format(left=len(content) - end, length=len(content))
