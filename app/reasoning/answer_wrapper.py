"""A pair of markers that some models put around their whole answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerWrapper:
    """Markers around the answer, such as `<answer>` and `</answer>`.

    They are removed at the very start and the very end of the answer only. The closing one counts only after the
    opening one, unless `closes_alone`.
    """

    open_marker: str
    close_marker: str
    closes_alone: bool = False
