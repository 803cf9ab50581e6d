"""Prompts are read beside streams in steps that last a tenth of a second, in tiles where those fit."""

from __future__ import annotations

from app.inference.llama.replies.reading_pace import ReadingPace


def read(pace: ReadingPace, tokens: int, *, written_s: float | None, tile_s: float, small_s: float) -> list[float]:
    """What the steps of a prompt take, on a machine where tokens cost less from sixty-four on."""
    steps = []
    while tokens > 0:
        part = min(tokens, pace.tokens(written_s, left=tokens))
        steps.append(part * (tile_s if part >= 64 else small_s))
        pace.note(part, steps[-1])
        tokens -= part
    return steps


def test_steps_keep_to_tiles_where_smaller_ones_would_read_less_in_the_same_time() -> None:
    steps = read(ReadingPace(), 473, written_s=0.006, tile_s=0.0011, small_s=0.008)
    assert sum(steps) < 1.5 * 473 * 0.0011
    assert max(steps) < 0.15


def test_what_was_slow_for_a_moment_is_tried_again() -> None:
    pace = ReadingPace()
    pace.note(64, 3.0)
    assert pace.tokens(0.006, left=473) < 64
    steps = read(pace, 473, written_s=0.006, tile_s=0.0011, small_s=0.002)
    assert sum(step > 64 * 0.001 for step in steps) > 3


def test_a_slow_machine_reads_little_at_a_time() -> None:
    steps = read(ReadingPace(), 100, written_s=0.25, tile_s=0.05, small_s=0.06)
    assert max(steps) <= 8 * 0.06


def test_a_fast_device_reads_much_at_once_after_a_first_look() -> None:
    pace = ReadingPace()
    steps = read(pace, 4000, written_s=None, tile_s=0.00004, small_s=0.0001)
    assert len(steps) < 12
    assert pace.tokens(None, left=2000) == 512


def test_what_is_only_guessed_is_tried_with_little() -> None:
    steps = read(ReadingPace(), 683, written_s=0.0007, tile_s=0.0013, small_s=0.002)
    assert max(steps) < 0.2


def test_where_tiles_are_not_faster_steps_are_as_short_as_they_may_be() -> None:
    pace = ReadingPace()
    pace.note(512, 512 * 0.0025)  # alone
    steps = read(pace, 449, written_s=0.006, tile_s=0.0026, small_s=0.0024)
    assert max(steps) < 0.12
