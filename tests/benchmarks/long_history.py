"""A conversation of 10,000 messages beside one of ten: opening, scrolling end to end, memory; and search.

`open_ratio` is the time from choosing the conversation until its last message is painted, long ÷ short, each the
quickest quarter of several in turn (other programs on the machine disturb the slower ones). `scroll_p99_ms` is the 99th
percentile of the time a frame takes (moving the scroll bar, building what comes into view, painting) from the end to
the beginning, by steps of a wheel and by leaps. `memory_mb` is what the window's process holds after that.

    python tests/benchmarks/long_history.py [--quick]
"""

# ruff: noqa: E402 - as in the app, nothing of Qt is imported before `start_fast`

from __future__ import annotations

import argparse
import importlib
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.__main__ import start_fast

start_fast()

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from app.history.records import MessageState
from app.history.store import HistoryStore
from app.inference.scripted_engine import ScriptedEngineFactory
from app.paths import AppPaths
from ui.assembly import Assembly

_LONG, _SHORT = 10_000, 10
_CODE = "```python\ndef catch_up(lead_h, v1, v2):\n    return lead_h * v1 / (v2 - v1)\n```\n\n"
_SENTENCE = "The first train is **40 km** ahead, so they meet at `15:40`, and $t = 40/40$ hours pass.\n\n"


def fill(paths: AppPaths, message_count: int) -> int:
    """Write a conversation of questions and answers; return its id."""
    store = HistoryStore.open(paths.database)
    try:
        conversation = store.create_conversation("Talk")
        with store._database.writing() as connection:
            parent = None
            for number in range(message_count):
                is_question = number % 2 == 0
                before_end = message_count - number  # both conversations end alike
                text = f"Question {number}? " + "What is it, then? " * (1 + before_end % 9)
                if not is_question:
                    text = f"Answer {number}.\n\n" + _SENTENCE * (1 + before_end % 7) + _CODE * (before_end % 3 == 0)
                parent = connection.execute(
                    "INSERT INTO message (conversation_id, parent_id, role, state, created_at, answer, thinking)"
                    " VALUES (?, ?, ?, ?, 1.0, ?, ?)",
                    (
                        conversation.id,
                        parent,
                        "user" if is_question else "assistant",
                        MessageState.COMPLETE.value,
                        text,
                        "" if is_question else "Let me see. " * 60,
                    ),
                ).lastrowid
            connection.execute("UPDATE conversation SET leaf_id = ? WHERE id = ?", (parent, conversation.id))
        return conversation.id
    finally:
        store.close()


def _settle(application: QApplication, seconds: float = 0.0) -> None:
    until = time.perf_counter() + seconds
    while True:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if time.perf_counter() >= until:
            return
        time.sleep(0.002)


def open_times(application: QApplication, assembly: Assembly, ids: tuple[int, int], rounds: int) -> tuple[float, float]:
    """Return the time in ms to open the short and the long conversation, in turn."""
    chat = assembly.presenters.chat if assembly.presenters is not None else None
    assert chat is not None
    times: dict[int, list[float]] = {id_: [] for id_ in ids}
    for _ in range(rounds):
        for conversation_id in ids:
            chat.show_conversation(None)
            _settle(application, 0.25)
            began = time.perf_counter()
            chat.show_conversation(conversation_id)
            assembly.content.page.transcript.viewport().repaint()
            times[conversation_id].append((time.perf_counter() - began) * 1000)
            _settle(application, 0.25)
    short, long = (statistics.quantiles(times[id_], n=4)[0] for id_ in ids)
    return short, long


def frame_times(application: QApplication, assembly: Assembly, *, frames: int) -> list[float]:
    """Scroll from the end to the beginning and return what each frame took, in ms."""
    transcript = assembly.content.page.transcript
    bar = transcript.verticalScrollBar()
    transcript.scroll_to_end()
    _settle(application, 0.5)
    taken: list[float] = []
    step = max(1, bar.maximum() // frames)
    while bar.value() > 0:
        began = time.perf_counter()
        # Nine steps of a wheel, then a leap as with the bar's handle: together end to end.
        bar.setValue(bar.value() - (120 if len(taken) % 10 else step * 10))
        application.processEvents()  # paints
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # only a loop that runs does so by itself
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def search_ratio(*, is_quick: bool) -> dict[str, float]:
    """Return the figures of the search's own part, if it is there."""
    try:
        part = importlib.import_module("tests.benchmarks.history_search")
    except ModuleNotFoundError:
        return {}
    measure: Callable[..., dict[str, float]] = part.measure
    return measure(is_quick=is_quick)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds and frames")
    is_quick = parser.parse_args().quick
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        paths = AppPaths.from_environment({"ASIDE_HOME": folder})
        with multiprocessing.get_context("spawn").Pool(1) as pool:  # what that takes is not the window's
            short, long = (pool.apply(fill, (paths, count)) for count in (_SHORT, _LONG))
        ids = short, long
        print(f"conversations of {_SHORT} and {_LONG:,} messages are written", flush=True)
        assembly = Assembly(application, paths, engine_factory=lambda: ScriptedEngineFactory())
        loop = QEventLoop()
        assembly.started.connect(loop.quit)
        assembly.window.resize(1440, 900)
        assembly.show()
        loop.exec()
        _settle(application, 0.5)
        short_ms, long_ms = open_times(application, assembly, ids, 7 if is_quick else 25)
        print(f"opening: {short_ms:.1f} ms with {_SHORT} messages, {long_ms:.1f} ms with {_LONG:,}", flush=True)
        frames = sorted(frame_times(application, assembly, frames=400 if is_quick else 3000))
        p99 = frames[int(len(frames) * 0.99)]
        print(
            f"scrolling: {len(frames)} frames, p50 {frames[len(frames) // 2]:.1f} ms, p99 {p99:.1f} ms,"
            f" max {frames[-1]:.1f} ms",
            flush=True,
        )
        memory_mb = psutil.Process().memory_info().rss / 1e6
        print(f"memory: {memory_mb:.0f} MB", flush=True)
        assembly.close()
    figures = {
        "open_ratio": round(long_ms / short_ms, 3),
        "scroll_p99_ms": round(p99, 2),
        "scroll_max_ms": round(frames[-1], 2),
        "memory_mb": round(memory_mb, 1),
    }
    print(json.dumps(figures | search_ratio(is_quick=is_quick)))


if __name__ == "__main__":
    main()
