from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.conversation.leaving_out import larger_context, oldest_to_leave_out, turn_texts
from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.records import MessageState, StoredMessage
from tests.fakes.tiny_models import tiny_model
from tests.fakes.tiny_models.running_engine import RunningEngine


@pytest.mark.parametrize(
    ("excess", "expected"), [(0, ()), (1, (1,)), (10, (1,)), (11, (1, 2)), (60, (1, 2, 3)), (61, None)]
)
def test_as_many_of_the_oldest_turns_as_are_needed(excess: int, expected: tuple[int, ...] | None) -> None:
    assert oldest_to_leave_out([(1, 10), (2, 20), (3, 30)], excess) == expected


def test_a_turn_is_its_question_its_files_and_its_answer() -> None:
    question = StoredMessage(1, 1, None, "user", "", "", "Q", MessageState.COMPLETE, 0.0)
    answer = StoredMessage(2, 1, 1, "assistant", "", "T", "A", MessageState.COMPLETE, 0.0)
    later = replace(question, id=3, parent_id=2, answer="R")
    files = {1: [StoredAttachment("a.txt", "text", 1, "word")]}

    (first, last) = turn_texts([question, answer, later], files, ContextExclusions())
    assert (first.question_id, first.text) == (1, "a.txt:\n```\nword\n```\n\nQ\nA")
    assert last.text == "R"
    assert turn_texts([question, answer, later], files, ContextExclusions(files=(1,)))[0].text == "Q\nA"
    assert [turn.question_id for turn in turn_texts([question, answer, later], files, ContextExclusions((1,)))] == [3]


def test_the_pictures_of_a_turn_count_with_it() -> None:
    question = StoredMessage(1, 1, None, "user", "", "", "Q", MessageState.COMPLETE, 0.0)
    later = replace(question, id=2)
    picture = StoredAttachment("a.png", "image", 1, "", content=b"p")

    first, last = turn_texts([question, later], {1: [picture, picture], 2: [picture]}, ContextExclusions())

    assert (first.text, len(first.images), len(last.images)) == ("Q", 2, 1)
    counted = iter((100, 200, 400))
    assert (first.tokens(1, counted), last.tokens(1, counted)) == (301, 401)


def test_a_larger_context_is_one_that_the_model_was_trained_for(tmp_path: Path) -> None:
    with RunningEngine() as engine:
        info = engine.load(tiny_model("qwen3", tmp_path, context=1024), context=256)

    assert larger_context(info, 300) == 512
    assert larger_context(info, 800) == 1024
    assert larger_context(info, 1100) is None
    assert larger_context(replace(info, context=1024), 1024) is None
