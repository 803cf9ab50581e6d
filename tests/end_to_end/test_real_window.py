"""A person types into the real window on a real X server; then things break.

`ASIDE_KILLS=50` repeats the killing as often as the acceptance asks for; the suite does it a few times.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.real_window import RealWindow, XServer, has_x_server
from tests.fakes.ended_processes import ends

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(not has_x_server(), reason="needs Xvfb and xdotool"),
    pytest.mark.timeout(3600 if "ASIDE_KILLS" in os.environ else 240),
]
KILLS = int(os.environ.get("ASIDE_KILLS", "3"))
LONG = "Write a very long story about a lighthouse keeper, with many chapters, and do not stop early."


@pytest.fixture
def server() -> Iterator[XServer]:
    with XServer() as running:
        yield running


def test_a_typed_question_is_thought_about_and_answered(server: XServer, aside_home: Path) -> None:
    window = RealWindow(server, aside_home)
    try:
        window.appear()
        window.ask("What is 347 + 588?")
        window.until(lambda: [r[0] for r in window.replies()] == ["complete"], what="the reply")
        ((_, thinking, answer),) = window.replies()
        window.ask("and double that?")
        window.until(lambda: [r[0] for r in window.replies()] == ["complete"] * 2, what="the second reply")
        second = window.replies()[1][2]
    finally:
        window.close()

    assert "5" in thinking
    assert "935" in answer
    assert "1870" in second
    assert window.process.returncode == 0


def test_escape_stops_a_reply_and_the_next_question_works(server: XServer, aside_home: Path, smollm2: Path) -> None:
    window = RealWindow(server, aside_home, str(smollm2))
    try:
        window.appear()
        window.ask(LONG)
        window.until(lambda: any(len(r[2]) > 20 for r in window.replies()), what="some text")
        window.press("Escape")
        window.until(lambda: [r[0] for r in window.replies()] == ["stopped"], what="the stop")
        window.ask("What is 2 + 3?")
        window.until(lambda: len(window.replies()) == 2 and window.replies()[1][0] == "running", what="the next reply")
    finally:
        window.close()

    assert len(window.replies()[0][2]) > 20


def test_killing_the_engine_at_any_moment_leaves_the_window_and_the_text(
    server: XServer, aside_home: Path, smollm2: Path
) -> None:
    window = RealWindow(server, aside_home, str(smollm2))
    chance = random.Random(1)
    try:
        window.appear()
        for round_number in range(1, KILLS + 1):
            window.ask(LONG)
            window.until_replies(round_number)
            time.sleep(chance.uniform(0.0, 1.5))
            engine = window.engine()
            written = window.replies()[-1][2]
            if engine is not None:
                engine.kill()
            window.until(lambda: window.replies()[-1][0] in ("failed", "complete", "length"), what="the failure")
            assert window.replies()[-1][2].startswith(written)
        window.ask("What is 2 + 3?")
        window.until(lambda: bool(window.replies()[-1][2]) and len(window.replies()) == KILLS + 1, what="an answer")
    finally:
        window.close()

    assert window.process.returncode == 0


def test_killing_the_app_at_any_moment_loses_at_most_half_a_second(
    server: XServer, aside_home: Path, smollm2: Path
) -> None:
    chance = random.Random(2)
    for round_number in range(1, KILLS + 1):
        window = RealWindow(server, aside_home, str(smollm2))
        try:
            window.appear()
            window.ask(LONG)
            window.until_replies(round_number)
            time.sleep(chance.uniform(0.0, 1.5))
            engine = window.engine()
            if round_number % 3 == 0 and engine is not None:
                engine.send_signal(signal.SIGSTOP)  # as if it hung
            seen = window.replies()[-1][2]
            time.sleep(0.5)  # what was there half a second ago must be saved by now
        finally:
            window.kill()
        if engine is not None:
            assert ends(engine.pid), "the engine outlived the app"
        assert window.is_whole()
        assert window.replies()[-1][2].startswith(seen)


def test_the_engine_dies_with_the_app_also_in_mid_load(server: XServer, aside_home: Path, smollm2: Path) -> None:
    window = RealWindow(server, aside_home, str(smollm2))
    window.until(lambda: window.engine() is not None, what="the engine child")
    engine = window.engine()
    window.kill()

    assert engine is not None
    assert ends(engine.pid)


def test_a_second_start_raises_the_first_window_and_ends(server: XServer, aside_home: Path) -> None:
    first = RealWindow(server, aside_home)
    try:
        first.appear()
        second = RealWindow(server, aside_home)
        assert second.process.wait(30) == 0
        second.close()
        assert first.process.poll() is None
    finally:
        first.close()
