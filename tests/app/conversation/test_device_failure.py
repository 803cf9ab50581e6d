"""A graphics device that takes the engine down while a model loads: the model runs without it, and that is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engines.model_status import ModelPhase
from app.inference.scripted_engine import Crash, Say, Script
from tests.fakes.conversation_stage import ConversationStage

ANSWER = (Say("<think>\nHm.\n</think>\n\n"), Say("Yes."))


@pytest.fixture
def stage(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[ConversationStage]:
    made = ConversationStage(tmp_path, request.param)
    yield made
    made.close()


@pytest.mark.parametrize(
    "stage", [Script(turns=(ANSWER,), device="Card", device_load=(Crash(abort=True),))], indirect=True
)
def test_a_device_that_ends_the_engine_is_left_out(stage: ConversationStage) -> None:
    stage.session.choose_model("/m/tiny.gguf", "Tiny")
    turn = stage.session.send(None, "Is it so?")
    stage.until(lambda: turn.has_ended)

    info = stage.session.model_status.info
    assert turn.answer == "Yes."
    assert info is not None
    assert info.placement is not None
    assert info.placement.gpu_layers == 0
    (note,) = info.notes
    assert note.text() == "The engine stopped while it loaded the model on Card, so the model runs on the processor."


@pytest.mark.parametrize("stage", [Script(turns=(ANSWER,), device="Card")], indirect=True)
def test_a_device_that_works_is_used(stage: ConversationStage) -> None:
    stage.session.choose_model("/m/tiny.gguf", "Tiny", load=True)
    stage.until(lambda: stage.session.model_status.phase is ModelPhase.READY)

    info = stage.session.model_status.info
    assert info is not None
    assert info.placement is not None
    assert (info.placement.gpu_layers, info.placement.device, info.notes) == (5, "Card", ())


@pytest.mark.parametrize(
    "stage", [Script(turns=((Say("<think>\nHm."), Crash(abort=True)),), device="Card")], indirect=True
)
def test_a_device_that_gives_up_in_mid_reply_is_named_with_what_helps(stage: ConversationStage) -> None:
    stage.session.choose_model("/m/tiny.gguf", "Tiny")
    turn = stage.session.send(None, "Is it so?")
    stage.until(lambda: turn.has_ended)

    assert turn.thinking == "Hm."
    assert turn.failure is not None
    assert turn.failure.message_text() == "The engine stopped while it computed on Card: its memory may have run out."
    assert "fewer layers" in turn.failure.advice_text()


@pytest.mark.parametrize("stage", [Script(turns=(ANSWER,), device="Card", load=(Crash(abort=True),))], indirect=True)
def test_an_engine_that_dies_without_the_device_too_is_a_failure(stage: ConversationStage) -> None:
    stage.session.choose_model("/m/tiny.gguf", "Tiny", load=True)
    stage.until(lambda: stage.session.model_status.phase is ModelPhase.FAILED)

    error = stage.session.model_status.error
    assert error is not None
    assert error.kind == "engine_died"
