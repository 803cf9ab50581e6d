"""What a vote will cost is told from what was measured here, and no more."""

from __future__ import annotations

from dataclasses import replace

from app.conversation.vote_cost import vote_cost
from app.history.records import ReplyFigures
from app.history.vote_figures import VoteFigures
from app.inference.protocol import ModelInfo, Placement

HERE = Placement("m.gguf", "qwen3", "Q8_0", 1, 1, "cpu", cache_bytes=100)
MODEL = ModelInfo("M", 4096, placement=HERE)
REPLY = ReplyFigures(thinking_tokens=80, answer_tokens=20, tokens_per_s=50.0)


def test_without_a_reply_so_far_the_time_is_not_known() -> None:
    cost = vote_cost(8, info=MODEL, votes=(), replies=(ReplyFigures(),), free_bytes=10_000)

    assert (cost.seconds, cost.at_once, cost.memory_bytes) == (None, 8, 800)


def test_side_by_side_each_reply_is_slower() -> None:
    cost = vote_cost(6, info=MODEL, votes=(), replies=(REPLY,), free_bytes=10_000)

    assert cost.seconds == 2.0 * (1 + 0.2 * 5)


def test_beyond_memory_some_follow_the_others() -> None:
    cost = vote_cost(8, info=MODEL, votes=(), replies=(REPLY,), free_bytes=250)

    assert (cost.at_once, cost.memory_bytes) == (3, 300)
    assert cost.seconds == 2.0 * (1 + 0.2 * 2) * 3
    assert vote_cost(8, info=MODEL, votes=(), replies=(), free_bytes=-5).at_once == 1


def test_votes_so_far_tell_more_than_replies() -> None:
    vote = VoteFigures(0.0, samples=8, finished=4, agreeing=4, spared=4, tokens=400, seconds=12.0)

    assert vote_cost(8, info=MODEL, votes=(vote,), replies=(REPLY,), free_bytes=10_000).seconds == 3.0


def test_of_a_server_memory_is_not_told() -> None:
    cost = vote_cost(8, info=replace(MODEL, placement=None), votes=(), replies=(REPLY,), free_bytes=0)

    assert (cost.at_once, cost.memory_bytes, cost.seconds) == (4, 0, 4.0)


def test_what_lies_on_a_device_takes_its_memory_and_only_what_it_had_room_for_is_written_at_once() -> None:
    placed = replace(HERE, gpu_layers=3, total_layers=4, replies_at_once=6)

    cost = vote_cost(8, info=replace(MODEL, placement=placed), votes=(), replies=(REPLY,), free_bytes=0)

    assert (cost.at_once, cost.memory_bytes, cost.gpu_bytes) == (6, 150, 450)
    assert cost.seconds == 2.0 * (1 + 0.05 * 5) * 2
