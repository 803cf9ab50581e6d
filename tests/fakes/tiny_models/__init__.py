"""Tiny GGUF files, written by the tests and run by the real llama.cpp.

`scripted_model` writes a given reply after any prompt; `tiny_model` has random weights of one of `ARCHITECTURES`.
`VocabularyPlan` says which markers a vocabulary holds and of what kind, `templates` holds chat templates.
"""

from tests.fakes.tiny_models import templates
from tests.fakes.tiny_models.image_part import image_part
from tests.fakes.tiny_models.scripted_model import scripted_model
from tests.fakes.tiny_models.tiny_model import ARCHITECTURES, HYBRID, RECURRENT, SLIDING_WINDOW, tiny_model
from tests.fakes.tiny_models.vocabulary_plan import (
    BRACKET_THINK,
    CONTROL_THINK,
    HARMONY,
    PLAIN_THINK,
    USER_DEFINED_THINK,
    WITHOUT_MARKERS,
    VocabularyPlan,
)

__all__ = [
    "ARCHITECTURES",
    "BRACKET_THINK",
    "CONTROL_THINK",
    "HARMONY",
    "HYBRID",
    "PLAIN_THINK",
    "RECURRENT",
    "SLIDING_WINDOW",
    "USER_DEFINED_THINK",
    "WITHOUT_MARKERS",
    "VocabularyPlan",
    "image_part",
    "scripted_model",
    "templates",
    "tiny_model",
]
