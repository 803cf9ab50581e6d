"""Splits what a model says into thinking and answer, and knows how each family of models is told to think.

`format_for_template` finds the format of a model from its chat template, `StreamSplitter` splits a reply in it, and
`controls_for_template` tells how the model's thinking is switched. `StepFinder` finds the steps of a thought: it is
imported when it is first asked for, since it takes 0.1 s and eleven megabytes.
"""

from typing import TYPE_CHECKING, Any

from app.reasoning.controls import (
    controls_for_template as controls_for_template,
    format_for_model as format_for_model,
    format_for_template as format_for_template,
)
from app.reasoning.delta import Delta as Delta, Kind as Kind
from app.reasoning.known_formats import AS_WRITTEN as AS_WRITTEN
from app.reasoning.prompt_state import PromptState as PromptState, state_of_prompt as state_of_prompt
from app.reasoning.reasoning_format import ReasoningFormat as ReasoningFormat
from app.reasoning.stream_splitter import StreamSplitter as StreamSplitter, is_words as is_words
from app.reasoning.thinking_controls import (
    ThinkingControls as ThinkingControls,
    ThinkingLevel as ThinkingLevel,
    ThinkingRequest as ThinkingRequest,
)
from app.reasoning.trace_alignment import (
    AlignedSteps as AlignedSteps,
    TraceAlignment as TraceAlignment,
    aligned as aligned,
)
from app.reasoning.trace_steps import (
    KIND_NAMES as KIND_NAMES,
    StepKind as StepKind,
    TraceMark as TraceMark,
    TraceStep as TraceStep,
    cost_of as cost_of,
    first_words as first_words,
    marked_places as marked_places,
    marks_of as marks_of,
    with_ends as with_ends,
    with_marks as with_marks,
)

if TYPE_CHECKING:
    from app.reasoning.step_finder import StepFinder as StepFinder, steps_of as steps_of


def __getattr__(name: str) -> Any:
    if name not in ("StepFinder", "steps_of"):
        raise AttributeError(name)
    from app.reasoning import step_finder

    return getattr(step_finder, name)
