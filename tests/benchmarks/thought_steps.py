"""How well the steps of thoughts are found, for each kind, and what that costs as a thought grows.

    uv run python tests/benchmarks/thought_steps.py [--quick]

Marked thoughts in seven languages (`tests/data/thoughts`). The weights were learned of all of them but those of files
called `kept`: what is printed of the others tells how well they are remembered, and `packaging/step_finder/train.py`
how well steps are found in thoughts that nothing was learned of.
A step is right if it begins at the marked place and is of the marked kind; `places` counts places alone. The baseline
splits at blank lines. Then a thought of 60,000 tokens streams in, of the tuned ones over and over: processor time of
its last tenth over that of its first (`growth`), per token, and of finding all steps at once when a conversation is
opened. Prints rows, then one JSON object.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.reasoning.step_finder import StepFinder
from tests.fakes.marked_thoughts import DATA, at_blank_lines, found_steps, marked_thoughts, measured

_TOKEN = 4


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a thought of 20,000 tokens")
    tokens = 20_000 if parser.parse_args().quick else 60_000
    summary: dict[str, object] = {}
    for half in sorted(path.stem for path in DATA.glob("*.txt")):
        thoughts = marked_thoughts(half)
        for name, find in (("finder", found_steps), ("blank lines", at_blank_lines)):
            for kind, found in measured(thoughts, find).items():
                print(f"{half} | {name} | {kind} | marked {found.marked} | found {found.found} | right {found.right}")
                summary[f"{half} {name} {kind}"] = [round(found.precision, 3), round(found.recall, 3)]
    text = "\n\n".join(thought.text for thought in marked_thoughts("tuned"))
    pieces = list(itertools.islice(_pieces(text), tokens))
    tenths = _tenths(pieces)
    print("CPU s of each tenth: " + " ".join(f"{seconds:.4f}" for seconds in tenths))
    began = time.process_time()
    whole = StepFinder()
    whole.feed("".join(pieces))
    at_once_ms = (time.process_time() - began) * 1000
    summary |= {"growth": round(tenths[-1] / tenths[0], 3), "us_per_token": round(sum(tenths) / tokens * 1e6, 2)}
    print(json.dumps({**summary, "at_once_ms": round(at_once_ms, 1), "steps": len(whole.finish())}))


def _pieces(text: str) -> itertools.chain[str]:
    pieces = [text[start : start + _TOKEN] for start in range(0, len(text), _TOKEN)]
    return itertools.chain.from_iterable(itertools.repeat([*pieces, "\n\n"]))


def _tenths(pieces: list[str]) -> list[float]:
    finder = StepFinder()
    size = len(pieces) // 10
    times = []
    for start in range(0, size * 10, size):
        began = time.process_time()
        for count, piece in enumerate(pieces[start : start + size], start):
            finder.feed(piece, tokens=count, seconds=count / 50)
        times.append(time.process_time() - began)
    return times


if __name__ == "__main__":
    main()
