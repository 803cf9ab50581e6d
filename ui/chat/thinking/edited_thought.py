"""A thought that the person has edited, on its way to the session."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EditedThought:
    """`text` takes the place of the thought of the reply `reply_id`; the model thinks on, or `answers_now`."""

    reply_id: int
    text: str
    answers_now: bool = False
