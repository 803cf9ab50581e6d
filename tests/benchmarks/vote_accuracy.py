"""What votes over several replies are worth: how often they are right, and what they cost.

    uv run python tests/benchmarks/vote_accuracy.py [--problems 300] [--samples 16] [--temperature 1.9] [--threads 1]
        [--seed 1] [--keep FILE] [--quick]

The starter model answers problems whose operands its training never saw, each so often, at a temperature where one
reply is right 60 to 80 % of the time. All rules are then held over the same replies: one alone, votes of 4, 8 and 16,
and each way to stop early. A vote is right if a reply that gave the winning answer is; one without a winner is wrong.
`tokens` is what a rule has written, as a share of all the replies that it may use: replies that are asked for one after
another in their order, or in waves, or of which those that are left are cut when the vote is over. Intervals are 95 %
(Wilson's; of differences, and of replies alone, by drawing problems anew). `--keep` writes the replies to a file, and
takes those that are there already. One JSON object comes last.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.protocol import FinishReason, GenerationRequest, LoadOptions, SpeculationKind
from app.messages import Message, Sampling
from app.voting.ballot import Ballot
from app.voting.extraction import answer_of
from tests.benchmarks.engine_child import EngineChild

ROOT = Path(__file__).resolve().parents[2]
MOST_TOKENS = 600
DRAWN_ANEW = 2000
KINDS = ("addition", "subtraction", "multiplication", "division")


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply to a problem. `confidence` is the mean log probability of its tokens, before temperature."""

    answer: str
    tokens: int
    is_whole: bool
    is_right: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Held:
    """What a rule has come to with the replies to one problem."""

    is_right: bool
    is_tie: bool
    written: int
    """Tokens."""
    all: int
    """The tokens of all replies that the rule may use."""


Rule = Callable[[Sequence[Reply]], Held]


def asked(problems: int, seed: int) -> list[Any]:
    """Return held-out sums, differences, products and quotients."""
    sys.path.insert(0, str(ROOT / "packaging" / "starter_model"))  # scripts in a folder that is no package
    makers = import_module("held_out")
    each = math.ceil(problems / 16) + 1
    found: dict[str, Any] = {}
    while len(found) < problems:
        drawn = [one.problem for one in makers.problems(seed, each=each) if not one.earlier]
        whole = [problem for problem in drawn if problem.value is not None and problem.kind in KINDS]
        random.Random(seed).shuffle(whole)
        found |= {problem.question: problem for problem in whole if problem.question not in found}
        seed += 1
    return list(found.values())[:problems]


def answered(
    problems: Sequence[tuple[int, Any]], *, samples: int, temperature: float, threads: int
) -> Iterator[list[Reply]]:
    """Yield the replies to each of these numbered problems."""
    is_right = import_module("curriculum.problem").is_right
    (model,) = (ROOT / "resources" / "starter").glob("*.gguf")
    options = LoadOptions(context=2048, threads=threads, gpu_layers=0, speculation=SpeculationKind.OFF)
    with EngineChild() as child:
        child.load(model, options)
        for number, problem in problems:
            request = GenerationRequest(
                (Message.user(problem.question),),
                Sampling(
                    temperature=temperature, top_k=0, top_p=1.0, min_p=0.0, seed=number * 100, max_tokens=MOST_TOKENS
                ),
                samples=samples,
                told_candidates=1,
            )
            replies = child.answer(request)
            yield [
                Reply(
                    answer=answer,
                    tokens=stats.thinking_tokens + stats.answer_tokens,
                    is_whole=stats.reason is FinishReason.STOP,
                    is_right=is_right(answer, problem.check, problem.expected),
                    confidence=sum(told) / len(told) if told else 0.0,
                )
                for answer, stats, told in zip(replies.answers, replies.stats, replies.log_probabilities, strict=True)
            ]


# --- rules -----------------------------------------------------------------------------------------------------------


def full(count: int) -> Rule:
    """All of so many replies vote."""
    return lambda replies: held(replies[:count], range(count), written=sum(reply.tokens for reply in replies[:count]))


def until_sure(count: int) -> Rule:
    """Waves until three more agree than disagree, or nothing can change: `--until-sure`."""

    def rule(replies: Sequence[Reply]) -> Held:
        ballot, begun = Ballot(count, until_sure=True), 0
        while wave := ballot.needed:
            for sample in range(begun, begun + wave):
                note(ballot, sample, replies[sample])
            begun += wave
        return held(replies[:count], range(begun), written=sum(reply.tokens for reply in replies[:begun]))

    return rule


def one_by_one(count: int, is_over: Callable[[list[int], int], bool]) -> Rule:
    """One after another until `is_over` says so of the votes, largest first, and the replies that are left."""

    def rule(replies: Sequence[Reply]) -> Held:
        begun = 0
        while begun < count:
            begun += 1
            if is_over(votes_of(replies[:begun]), count - begun):
                break
        return held(replies[:count], range(begun), written=sum(reply.tokens for reply in replies[:begun]))

    return rule


def first_finished(first: int, count: int) -> Rule:
    """All at once; the first that finish vote and the others are cut (short-m@k, 2505.17813)."""

    def rule(replies: Sequence[Reply]) -> Held:
        voters = sorted((n for n in range(count) if replies[n].is_whole), key=lambda n: replies[n].tokens)[:first]
        ended = replies[voters[-1]].tokens if len(voters) == first else MOST_TOKENS
        return held(replies[:count], voters, written=sum(min(reply.tokens, ended) for reply in replies[:count]))

    return rule


def most_confident(count: int) -> Rule:
    """All, then the half that the model was surest of votes (as DeepConf, 2508.15260, without its early stop)."""

    def rule(replies: Sequence[Reply]) -> Held:
        voters = sorted(range(count), key=lambda n: -replies[n].confidence)[: count // 2]
        return held(replies[:count], voters, written=sum(reply.tokens for reply in replies[:count]))

    return rule


def weighted(count: int) -> Rule:
    """All vote, each with the mean probability of its tokens."""

    def rule(replies: Sequence[Reply]) -> Held:
        weights: dict[str, float] = {}
        for reply in replies[:count]:
            found = answer_of(reply.answer) if reply.is_whole else None
            if found is not None:
                weights[found.key] = weights.get(found.key, 0.0) + math.exp(reply.confidence)
        best = max(weights, key=lambda key: weights[key], default=None)
        winners = [reply for reply in replies[:count] if reply.is_whole and key_of(reply) == best is not None]
        tokens = sum(reply.tokens for reply in replies[:count])
        return Held(bool(winners) and winners[0].is_right, False, tokens, tokens)

    return rule


def held(replies: Sequence[Reply], voters: Sequence[int], *, written: int) -> Held:
    """Let these replies vote."""
    ballot = Ballot(len(replies))
    for sample in voters:
        note(ballot, sample, replies[sample])
    outcome = ballot.outcome()
    answers = [group for group in outcome.groups if group.answer is not None]
    is_right = bool(outcome.agreeing) and replies[outcome.agreeing[0]].is_right
    return Held(is_right, bool(answers) and outcome.winner is None, written, sum(reply.tokens for reply in replies))


def note(ballot: Ballot, sample: int, reply: Reply) -> None:
    """Count a reply, or that it has no vote."""
    if reply.is_whole:
        ballot.count(sample, reply.answer)
    else:
        ballot.leave_out()


def votes_of(replies: Sequence[Reply]) -> list[int]:
    """Return how many votes each answer has, largest first."""
    keys = [key for reply in replies if reply.is_whole and (key := key_of(reply)) is not None]
    return sorted((keys.count(key) for key in set(keys)), reverse=True) or [0]


def key_of(reply: Reply) -> str | None:
    """Return what a reply answers."""
    found = answer_of(reply.answer)
    return found.key if found is not None else None


def is_fixed(votes: list[int], left: int) -> bool:
    """Whether the outcome cannot change any more."""
    return votes[0] > sum(votes[1:2]) + left


def rules(samples: int) -> dict[str, Rule]:
    """Return the rules by their names, as far as there are replies for them."""
    found = {f"vote_{count}": full(count) for count in (4, 8, 16) if count <= samples} | {"weighted_4": weighted(4)}
    for count in (8, 16):
        if count <= samples:
            found |= {
                f"until_sure_{count}": until_sure(count),
                f"outcome_fixed_{count}": one_by_one(count, is_fixed),
                f"three_agree_{count}": one_by_one(count, lambda votes, _left: votes[0] >= 3),
                f"four_agree_{count}": one_by_one(count, lambda votes, _left: votes[0] >= 4),
                f"first_3_of_{count}": first_finished(3, count),
                f"first_5_of_{count}": first_finished(5, count),
                f"most_confident_{count}": most_confident(count),
                f"weighted_{count}": weighted(count),
            }
    return found


# --- figures ---------------------------------------------------------------------------------------------------------


def interval(values: Sequence[float], *, seed: int = 1) -> list[float]:
    """Return the middle 95 % of the means of as many problems, drawn anew."""
    draw = random.Random(seed)
    means = sorted(sum(draw.choices(values, k=len(values))) / len(values) for _ in range(DRAWN_ANEW))
    return [round(means[int(DRAWN_ANEW * share)], 3) for share in (0.025, 0.975)]


def interval_of_share(right: int, of: int) -> list[float]:
    """Return the 95 % interval of a share (Wilson 1927), which is none of one value where all are right."""
    share, z = right / of, 1.96
    middle, width = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return [round((middle + sign * width) / (1 + z * z / of), 3) for sign in (-1, 1)]


def figures(replies: Sequence[Sequence[Reply]], *, samples: int) -> dict[str, Any]:
    """Return what each rule comes to."""
    single = [sum(reply.is_right for reply in each) / len(each) for each in replies]
    told: dict[str, Any] = {
        "one": {"accuracy": round(sum(single) / len(single), 3), "interval": interval(single)},
        "tokens_each": round(sum(reply.tokens for each in replies for reply in each) / len(replies) / samples, 1),
        "cut_by_length": round(
            sum(not reply.is_whole for each in replies for reply in each) / len(replies) / samples, 3
        ),
    }
    outcomes: dict[str, list[Held]] = {}
    for name, rule in rules(samples).items():
        outcomes[name] = results = [rule(each) for each in replies]
        right = [float(result.is_right) for result in results]
        told[name] = {
            "accuracy": round(sum(right) / len(right), 3),
            "interval": interval_of_share(int(sum(right)), len(right)),
            "tokens": round(sum(result.written for result in results) / sum(result.all for result in results), 3),
            "ties": round(sum(result.is_tie for result in results) / len(results), 3),
        }
        print(f"{name:18} {told[name]}", flush=True)
    for count in (4, 8, 16):
        if f"vote_{count}" in outcomes:
            gains = [result.is_right - one for result, one in zip(outcomes[f"vote_{count}"], single, strict=True)]
            told[f"vote_{count}_gain_points"] = points(gains)
            for name in outcomes:
                if name.endswith(f"_{count}") and not name.startswith("vote"):
                    pairs = zip(outcomes[name], outcomes[f"vote_{count}"], strict=True)
                    told[name]["against_the_full_vote_points"] = points([a.is_right - b.is_right for a, b in pairs])
    return told


def points(differences: Sequence[float]) -> list[float]:
    """Return a mean difference in percentage points, and its interval."""
    mean = 100 * sum(differences) / len(differences)
    return [round(mean, 1), *(round(100 * end, 1) for end in interval(differences))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--problems", type=int, default=300)
    parser.add_argument("--samples", type=int, default=16)
    parser.add_argument("--temperature", type=float, default=1.9)
    parser.add_argument("--threads", type=int, default=1, help="for so small a model more are slower")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--quick", action="store_true", help="at most 40 s on two cores")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.problems = 6
    replies: list[list[Reply]] = []
    if arguments.keep is not None and arguments.keep.exists():
        lines = arguments.keep.read_text(encoding="utf-8").splitlines()[: arguments.problems]
        replies = [[Reply(**one) for one in json.loads(line)] for line in lines]
    problems = list(enumerate(asked(arguments.problems, arguments.seed)))[len(replies) :]
    began = time.perf_counter()
    for each in answered(
        problems, samples=arguments.samples, temperature=arguments.temperature, threads=arguments.threads
    ):
        replies.append(each)
        if arguments.keep is not None:
            with arguments.keep.open("a", encoding="utf-8") as file:
                file.write(json.dumps([asdict(reply) for reply in each]) + "\n")
        if len(replies) % 10 == 0:
            print(f"{len(replies)} problems, {time.perf_counter() - began:.0f} s", flush=True)
    told = {"problems": len(replies), "samples": arguments.samples, "temperature": arguments.temperature}
    print(json.dumps(told | figures(replies, samples=arguments.samples)))


if __name__ == "__main__":
    main()
