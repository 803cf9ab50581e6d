"""Replies as models write them are seen as a person has judged that they should be, whole and as they come.

What is seen is written as `tests.app.documents.reading` writes it. Those `kept_aside` were looked at only when the
rules had been made.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.documents.reading import seen

_REPLIES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "data" / "markdown_replies.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("step", [1, 7, 10**9])
@pytest.mark.parametrize("reply", _REPLIES, ids=lambda reply: f"{reply['kind']}: {reply['text'][:30]}")
def test_a_reply_is_seen_as_it_was_meant(reply: dict[str, Any], step: int) -> None:
    assert seen(reply["text"], step=step) == reply["seen"]
