"""One reply of each family through the engine; `tests/benchmarks/family_replies.py` asks for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.inference.protocol import GenerationRequest
from app.messages import Message
from tests.fakes.family_replies import BODIES, FAMILIES, Family, model_writing
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_thought_and_answer_are_told_apart_and_no_marker_is_seen(tmp_path: Path, family: Family) -> None:
    body = BODIES[FAMILIES.index(family) % len(BODIES)]
    with RunningEngine(model_writing(tmp_path, family, body)) as engine:
        reply = engine.answer_to(GenerationRequest((Message.user("Why?"),), replace(GREEDY, max_tokens=200)))

    assert (reply.thinking, reply.answer.rstrip()) == (body.thought, body.answer)
