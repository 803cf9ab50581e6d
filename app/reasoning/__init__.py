"""Splits what a model says into thinking and answer, and knows how each family of models is told to think.

`format_for_template` finds the format of a model from its chat template, `StreamSplitter` splits a reply in it, and
`controls_for_template` tells how the model's thinking is switched. `StepFinder` finds the steps of a thought.
"""

from app.reasoning.controls import controls_for_template
from app.reasoning.delta import Delta, Kind
from app.reasoning.detection import format_for_model, format_for_template
from app.reasoning.known_formats import AS_WRITTEN
from app.reasoning.prompt_state import PromptState, state_of_prompt
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.step_finder import StepFinder, steps_of
from app.reasoning.stream_splitter import StreamSplitter
from app.reasoning.thinking_controls import ThinkingControls
from app.reasoning.thinking_level import ThinkingLevel, ThinkingRequest
from app.reasoning.trace_alignment import AlignedSteps, TraceAlignment, aligned
from app.reasoning.trace_marks import marks_of, with_marks
from app.reasoning.trace_steps import StepKind, TraceStep, with_ends

__all__ = [
    "AS_WRITTEN",
    "AlignedSteps",
    "Delta",
    "Kind",
    "PromptState",
    "ReasoningFormat",
    "StepFinder",
    "StepKind",
    "StreamSplitter",
    "ThinkingControls",
    "ThinkingLevel",
    "ThinkingRequest",
    "TraceAlignment",
    "TraceStep",
    "aligned",
    "controls_for_template",
    "format_for_model",
    "format_for_template",
    "marks_of",
    "state_of_prompt",
    "steps_of",
    "with_ends",
    "with_marks",
]
