"""What it costs to keep how sure the model was of each token: tokens per second with it over those without.

    uv run python tests/benchmarks/confidence_cost.py [MODEL.gguf] [--quick]

The same greedy reply, in turns with and without, without drafts (a reply whose candidates are told is drawn on the CPU,
token by token); the candidates are noted as a turn of the window does, and the record is made at the end. Prints each
run, then one JSON object: `ratio` of the medians, `bytes_per_token` of the record, `note_us` of the app's own part.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.cli.engine_run import EngineRun
from app.engines.model_ref import LocalFile
from app.history.confidence import ConfidenceRecorder
from app.inference.protocol import GenerationRequest, LoadOptions, RunDelta, RunFinished, SpeculationKind
from app.messages import Message, Sampling

_STARTER = next((Path(__file__).resolve().parents[2] / "resources" / "starter").glob("*.gguf"), None)
_QUESTION = "Explain step by step how a steam engine turns heat into motion, and name each of its parts."


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", default=str(_STARTER))
    parser.add_argument("--quick", action="store_true", help="fewer and shorter runs")
    arguments = parser.parse_args()
    runs, tokens = (6, 100) if arguments.quick else (30, 100)
    speeds: dict[bool, list[float]] = {True: [], False: []}
    notes: list[float] = []
    sizes: list[float] = []
    with EngineRun() as engine:
        engine.load(
            LocalFile(arguments.model), LoadOptions(speculation=SpeculationKind.OFF), on_progress=lambda _fraction: None
        )
        for number in range(runs):
            is_kept = bool(number % 2)
            request = GenerationRequest(
                (Message.user(_QUESTION),),
                sampling=Sampling(temperature=0.0, max_tokens=tokens),
                told_candidates=5 if is_kept else 0,
            )
            recorder, raw, spent = ConfidenceRecorder(), "", 0.0
            for event in engine.answer(request):
                if isinstance(event, RunDelta):
                    raw += event.raw
                    began = time.process_time()
                    for one in event.drawn:
                        likeliest = [(other.piece, other.log_probability) for other in one.likeliest]
                        recorder.note((one.drawn.piece, one.drawn.log_probability), likeliest)
                    spent += time.process_time() - began
                elif isinstance(event, RunFinished) and event.stats.tokens_per_s:
                    count = event.stats.thinking_tokens + event.stats.answer_tokens
                    speeds[is_kept].append(event.stats.tokens_per_s)
                    print(
                        f"{'with' if is_kept else 'without'}: {event.stats.tokens_per_s:.2f} tokens/s, {count} tokens"
                    )
                    if is_kept:
                        notes.append(spent / count)
                        sizes.append(len(recorder.encoded(raw)) / count)
    medians = {is_kept: statistics.median(found[1:]) for is_kept, found in speeds.items()}
    print(
        json.dumps(
            {
                "ratio": round(medians[True] / medians[False], 4),
                "bytes_per_token": round(statistics.median(sizes), 2),
                "note_us": round(statistics.median(notes) * 1e6, 2),
            }
        )
    )


if __name__ == "__main__":
    main()
