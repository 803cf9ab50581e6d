"""Why a reply broke off is kept so that it can be told in any language, and never asks for more than its values."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.history.failures import failure_of, kept_failure


def test_an_error_is_kept_with_its_templates_and_values() -> None:
    error = UserError("{name} needs {need}.", "Choose a smaller one.", details="not kept", name="Qwen", need=12)

    kept = failure_of(kept_failure(error))

    assert (kept.message, kept.advice, kept.values) == (error.message, error.advice, {"name": "Qwen", "need": 12})


@pytest.mark.parametrize(
    "kept",
    [
        "The engine stopped unexpectedly.",
        "a set {1, 2} and {an open brace",
        '{"message": "{name.__class__}", "values": {"name": "x"}}',
        '{"message": "{name:>999999999}", "values": {"name": "x"}}',
        '{"message": "{name!r:99}", "values": {"name": "x"}}',
        '{"message": "{} {0}", "values": {}}',
        '{"answer": 42}',
    ],
)
def test_what_others_wrote_is_a_sentence_and_no_template(kept: str) -> None:
    said = failure_of(kept).message_text()

    assert said in (kept, "{} {0}", "{name.__class__}", "{name:>999999999}", "{name!r:99}")
