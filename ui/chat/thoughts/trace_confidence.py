"""Where in a trace the model was unsure of its words, if somebody took note."""

from __future__ import annotations

from collections.abc import Sequence

from app.history.confidence import confidence_in
from app.history.records import ModelStep, Step
from ui.chat.thoughts.trace_text import GAP, piece_of

_UNSURE = 0.5
"""Below this probability another word was nearly said."""


def unsure_spans(steps: Sequence[Step]) -> list[tuple[int, int]]:
    """Return from where to where in the text of a trace stand words that were less likely than not, in order."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for step in steps:
        piece = piece_of(step)
        if isinstance(step, ModelStep):
            for token in confidence_in(step, piece):
                if token.probability >= _UNSURE or token.end <= token.start:
                    continue
                start, end = begin + token.start, begin + token.end
                if spans and spans[-1][1] == start:
                    spans[-1] = (spans[-1][0], end)
                else:
                    spans.append((start, end))
        begin += len(piece) + len(GAP) if piece else 0
    return spans
