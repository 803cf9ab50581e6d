"""What holds for the calls of a turn, whoever carries them out.

Nothing that a model or a tool does makes a turn endless: it has so many calls, and the same call so many times.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from app.conversation.long_results import READ_ON
from app.inference.template_values import parsed_json
from app.messages import ToolCall

MOST_CALLS = 25
"""Calls of one turn; then the model is asked once to answer without tools."""
REFUSED = "This call was refused."
BROKEN = "The arguments are not a JSON object, so the call was not carried out."

_MOST_OF_THE_SAME = 3
_UNKNOWN = "There is no tool of this name. The tools are: {names}."
_TOO_MANY = f"The call was not carried out: a turn has {MOST_CALLS} calls. Answer with what is known."
_SAME_AGAIN = "The call was not carried out: it was made {count} times in this turn, and its results are above."


def objection_to(call: ToolCall, *, offered: Iterable[str], earlier: Sequence[ToolCall]) -> str:
    """Return why a call cannot be carried out, for the model; empty if it can. `earlier` are those of its turn."""
    names = list(offered)
    if len(earlier) >= MOST_CALLS:
        return _TOO_MANY
    if call.name not in names:
        return _UNKNOWN.format(names=", ".join(names))
    if not is_object(call.arguments):
        return BROKEN
    if call.name == READ_ON.name:  # each goes on where the one before has ended
        return ""
    same = (call.name, parsed_json(call.arguments))
    count = sum((one.name, parsed_json(one.arguments)) == same for one in earlier)
    return _SAME_AGAIN.format(count=count) if count >= _MOST_OF_THE_SAME else ""


def calls_without_end(calls: Sequence[ToolCall]) -> bool:
    """Whether the calls of one step are so many, or so often the same, that the model would write more for ever."""
    same = Counter((call.name, call.arguments) for call in calls)
    return len(calls) >= MOST_CALLS or max(same.values(), default=0) > _MOST_OF_THE_SAME


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
