"""How long does the window stop answering while a very long thought streams in?

The scripted engine child streams a thought of 60,000 tokens, then an answer of 20,000, at 300 tokens/s, into the real
window, with the outline of the thought beside it: once with paragraphs, once without a single line break. A timer that
should fire every 5 ms tells how late the event loop is. `growth` is the window's CPU time per token in the last tenth
of the thought divided by that in the second tenth, or of the last and the middle two fifths of the answer (Markdown
with code and maths), if that is more; `core_share` is the whole CPU time of the window (all threads) by the clock;
`opened_ms` how long it takes by the clock until the thought and the beginning of its outline are there when the
conversation is opened again, `outlined_ms` until all of the outline is, `opened_stall_ms` the longest time of that
without an answer.

    python tests/benchmarks/stream_stall.py [--quick]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_RATE = 300.0
_PROBE_MS = 5
_WORDS = (
    " the",
    " train",
    " gains",
    " forty",
    " km",
    " in",
    " an",
    " hour",
    ",",
    " so",
    " they",
    " meet",
    " at 15:40.",
)
_PARAGRAPH = 68
_DOCUMENT = (
    "## Step by step\n\nThe first train is **40 km** ahead, so `v2 - v1` closes the gap in $t = 40/40 = 1$ hour.\n\n"
    "$$t = \\frac{40\\,\\mathrm{km}}{40\\,\\mathrm{km/h}} = 1\\,\\mathrm{h}$$\n\n"
    "```python\ndef catch_up(lead_h, v1, v2):\n    if v2 <= v1:\n        raise ValueError('never')\n"
    "    return lead_h * v1 / (v2 - v1)\n```\n\n"
    "| train | speed |\n| --- | ---: |\n| first | 80 |\n| second | 120 |\n\n- one\n- two\n  - three\n\n"
)
"""A Markdown answer full of code and maths, again and again."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The window's CPU time when so many tokens had come."""

    tokens: int
    cpu_s: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What one stream cost. Delays in milliseconds."""

    p50_ms: float
    p99_ms: float
    max_ms: float
    growth: float
    answer_growth: float
    core_share: float
    opened_ms: float
    outlined_ms: float
    opened_stall_ms: float


def document_tokens() -> tuple[str, ...]:
    """Return the Markdown answer cut as a model's tokens cut it, some four letters each."""
    return tuple(_DOCUMENT[at : at + 4] for at in range(0, len(_DOCUMENT), 4))


def measure(*, thought_tokens: int, answer_tokens: int, has_breaks: bool) -> Figures:
    """Stream once into a new window and return the figures."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from app.inference.scripted_engine import Say, SayMany, Script, ScriptedEngineFactory
    from app.paths import AppPaths
    from app.reasoning.step_finder import steps_of
    from ui.assembly import Assembly

    word_count = _PARAGRAPH - 1 if has_breaks else len(_WORDS)
    words = tuple(_WORDS[n % len(_WORDS)] for n in range(word_count)) + (("\n\n",) if has_breaks else ())
    script = Script(
        turns=(
            (
                Say("<think>\n"),
                SayMany(words, thought_tokens, _RATE),
                Say("\n</think>\n\n"),
                SayMany(document_tokens(), answer_tokens, _RATE),
            ),
        )
    )
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    thinking: list[Sample] = []
    answering: list[Sample] = []
    delays: list[float] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        paths = AppPaths.from_environment({"ASIDE_HOME": folder})
        assembly = Assembly(application, paths, engine_factory=lambda: ScriptedEngineFactory(script))
        loop = QEventLoop()
        assembly.started.connect(loop.quit)
        assembly.window.resize(1440, 900)
        assembly.show()
        loop.exec()
        services, presenters = assembly.services, assembly.presenters
        assert services is not None
        assert presenters is not None
        services.session.choose_model("/scripted.gguf", "Scripted")
        while services.session.model_status.info is None:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

        turn = services.session.send(None, "When do the trains meet?")
        presenters.chat.show_conversation(turn.conversation_id)
        presenters.thinking.toggle_outline()
        last = time.perf_counter()

        def probe() -> None:
            nonlocal last
            now = time.perf_counter()
            delays.append(max(0.0, (now - last) * 1000 - _PROBE_MS))
            last = now
            for samples, tokens, total in (
                (thinking, turn.thinking_tokens, thought_tokens),
                (answering, turn.answer_tokens, answer_tokens),
            ):
                if not samples or tokens - samples[-1].tokens >= total / 200:
                    samples.append(Sample(tokens, time.process_time()))
            if turn.has_ended:
                loop.quit()

        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(probe)
        timer.start(_PROBE_MS)
        cpu, clock = time.process_time(), time.perf_counter()
        loop.exec()
        core_share = (time.process_time() - cpu) / (time.perf_counter() - clock)
        timer.stop()
        assert len(turn.thinking) > thought_tokens, "the thought did not arrive whole"
        services.session.flush(10)
        presenters.chat.show_conversation(None)
        application.processEvents()
        step_count = len(steps_of(turn.thinking.strip()))
        steps_of.cache_clear()  # as when it was written yesterday
        began = time.perf_counter()
        presenters.chat.show_conversation(turn.conversation_id)
        presenters.thinking.show(turn.reply_id)
        stall = time.perf_counter() - began
        opened_ms = outlined_ms = 0.0
        while not outlined_ms:
            before = time.perf_counter()
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            now = time.perf_counter()
            stall = max(stall, now - before)
            outline = assembly.content.dock.pane.panel.outline
            rows = outline.outline.rowCount() if outline is not None else 0
            opened_ms = opened_ms or ((now - began) * 1000 if rows else 0.0)
            outlined_ms = (now - began) * 1000 if rows >= step_count else 0.0
        assembly.close()
    ordered = sorted(delays)
    return Figures(
        p50_ms=round(ordered[len(ordered) // 2], 2),
        p99_ms=round(ordered[int(len(ordered) * 0.99)], 2),
        max_ms=round(ordered[-1], 2),
        growth=round(_cpu_per_token(thinking, 0.9, 1.0) / _cpu_per_token(thinking, 0.1, 0.2), 3),
        answer_growth=round(_cpu_per_token(answering, 0.6, 1.0) / _cpu_per_token(answering, 0.2, 0.6), 3),
        core_share=round(core_share, 3),
        opened_ms=round(opened_ms, 1),
        outlined_ms=round(outlined_ms, 1),
        opened_stall_ms=round(stall * 1000, 1),
    )


def _cpu_per_token(samples: list[Sample], begin: float, end: float) -> float:
    total = samples[-1].tokens
    first = next(sample for sample in samples if sample.tokens >= begin * total)
    last = next(sample for sample in samples if sample.tokens >= end * total)
    return (last.cpu_s - first.cpu_s) / (last.tokens - first.tokens)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="10,000 tokens, the unbroken thought only")
    is_quick = parser.parse_args().quick
    thought, answer = (7_000, 3_000) if is_quick else (60_000, 20_000)
    results: dict[str, Figures] = {}
    for name, has_breaks in (("unbroken", False),) if is_quick else (("paragraphs", True), ("unbroken", False)):
        print(f"{name}: {thought:,} + {answer:,} tokens at {_RATE:.0f}/s …", flush=True)
        figures = results[name] = measure(thought_tokens=thought, answer_tokens=answer, has_breaks=has_breaks)
        print(
            f"{name}: delay p50 {figures.p50_ms} ms, p99 {figures.p99_ms} ms, max {figures.max_ms} ms; "
            f"CPU growth {figures.growth} (thought), {figures.answer_growth} (answer); "
            f"{figures.core_share:.0%} of a core",
            flush=True,
        )
    worst = {
        key: max(getattr(figures, key) for figures in results.values())
        for key in ("p50_ms", "p99_ms", "max_ms", "core_share")
    }
    worst["growth"] = max(max(figures.growth, figures.answer_growth) for figures in results.values())
    by_stream = {
        f"{name}_{key}": getattr(figures, key) for name, figures in results.items() for key in figures.__slots__
    }
    print(json.dumps({**worst, **by_stream}))


if __name__ == "__main__":
    main()
