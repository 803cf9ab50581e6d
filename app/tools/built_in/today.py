"""*today*: the day and the time, which a model cannot know."""

from __future__ import annotations

import time
from collections.abc import Mapping

from app.messages import ToolSpec
from app.tools.built_in.built_in_tool import BuiltInTool, CallAtWork

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _today(_arguments: Mapping[str, object], _call: CallAtWork) -> str:
    now = time.localtime()
    return f"{_WEEKDAYS[now.tm_wday]}, {time.strftime('%Y-%m-%d, %H:%M:%S (UTC%z)', now)}"


TODAY = BuiltInTool(
    ToolSpec("today", "Tells today's date, the weekday and the time.", '{"type": "object", "properties": {}}'), _today
)
