"""What it costs to keep how sure the model was of each token: processor time of a token without it over that with it.

    uv run python tests/benchmarks/confidence_cost.py [MODEL.gguf] [--quick]

The same greedy reply, in pairs with and without, each pair the other way round, on one thread and without drafts (a
reply whose candidates are told is drawn on the CPU, token by token). Time is the processor's, of the child and of the
app, which notes the candidates as a turn of the window does: what else runs on the computer does not count. Prints each
pair, then one JSON object: `ratio` of the speeds is the mean of the pairs without the outermost tenths, `error` its
standard error, which must be well below 0.01 to tell anything; `bytes_per_token` of the record, `note_us` of the app's
own part.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.history.confidence import ConfidenceRecorder
from app.inference.protocol import GenerationRequest, LoadOptions, SpeculationKind
from app.messages import Message, Sampling
from tests.benchmarks.engine_child import EngineChild

_STARTER = next((Path(__file__).resolve().parents[2] / "resources" / "starter").glob("*.gguf"), None)
_QUESTION = "Explain step by step how a steam engine turns heat into motion, and name each of its parts."


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", default=str(_STARTER))
    parser.add_argument("--quick", action="store_true", help="fewer and shorter runs")
    arguments = parser.parse_args()
    pairs, tokens = (10, 100) if arguments.quick else (60, 200)
    with EngineChild() as child:
        child.load(Path(arguments.model), LoadOptions(speculation=SpeculationKind.OFF, threads=1))
        measure(child, tokens=tokens, is_kept=True)  # what is made once
        found: list[tuple[_Cost, _Cost]] = []
        for number in range(pairs):
            order = (False, True) if number % 2 else (True, False)
            costs = {is_kept: measure(child, tokens=tokens, is_kept=is_kept) for is_kept in order}
            found.append((costs[False], costs[True]))
            print(f"without {costs[False].token_us:.1f} us a token, with {costs[True].token_us:.1f}", flush=True)
    ratios = sorted(without.token_us / with_it.token_us for without, with_it in found)
    ratios = ratios[pairs // 10 : pairs - pairs // 10]
    summary = {
        "ratio": round(statistics.mean(ratios), 4),
        "error": round(statistics.stdev(ratios) / math.sqrt(len(ratios)), 4),
        "token_us": round(statistics.median(without.token_us for without, _ in found), 1),
        "bytes_per_token": round(statistics.median(with_it.bytes_per_token for _, with_it in found), 2),
        "note_us": round(statistics.median(with_it.note_us for _, with_it in found), 2),
    }
    print(json.dumps(summary))


@dataclass(frozen=True, slots=True)
class _Cost:
    token_us: float
    note_us: float = 0.0
    bytes_per_token: float = 0.0


def measure(child: EngineChild, *, tokens: int, is_kept: bool) -> _Cost:
    """Return what a reply has cost."""
    request = GenerationRequest(
        (Message.user(_QUESTION),),
        sampling=Sampling(temperature=0.0, max_tokens=tokens),
        told_candidates=5 if is_kept else 0,
    )
    recorder = ConfidenceRecorder()
    began = child.cpu_s + time.process_time()
    replies = child.answer(request)
    noting = time.process_time()
    for drawn, likeliest in replies.drawn[0]:
        recorder.note(drawn, likeliest)
    encoded = recorder.encoded(replies.raw[0])
    noted = time.process_time()
    spent = child.cpu_s + noted - began
    return _Cost(spent / replies.tokens * 1e6, (noted - noting) / replies.tokens * 1e6, len(encoded) / replies.tokens)


if __name__ == "__main__":
    main()
