"""Byte-level BPE with the "qwen2" pre-tokenizer: what llama.cpp does with our vocabulary, done here the same way.

Ids 0-255 are the bytes, then one per merge, then the chat markers. Digits are never merged with anything, so every
number is a row of single digits. `vocabulary.json` holds the merges; `python byte_pairs.py` makes it anew.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

from chat_format import SPECIAL

VOCABULARY_FILE = Path(__file__).with_name("vocabulary.json")
SIZE = 1536


def _class(first: str) -> str:
    """A regex class of all characters whose category starts with a letter."""
    spans: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code))[0] == first:
            if spans and spans[-1][1] == code - 1:
                spans[-1][1] = code
            else:
                spans.append([code, code])
    return "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in spans)


def _pattern(letter: str, number: str) -> re.Pattern[str]:
    return re.compile(
        rf"'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD]|[^\r\n{letter}{number}]?[{letter}]+|[{number}]"
        rf"| ?[^\s{letter}{number}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
    )


_ASCII = _pattern("a-zA-Z", "0-9")
_UNICODE: list[re.Pattern[str]] = []


def pieces(text: str) -> list[str]:
    """The text cut where no merge may reach across."""
    if text.isascii():
        return _ASCII.findall(text)
    if not _UNICODE:
        _UNICODE.append(_pattern(_class("L"), _class("N")))
    return _UNICODE[0].findall(text)


def byte_names() -> list[str]:
    """The printable character that stands for each byte in GPT-2 style vocabularies."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    names = {b: chr(b) for b in plain}
    spare = (chr(256 + i) for i in range(256))
    return [names[b] if b in names else next(spare) for b in range(256)]


class Tokenizer:
    """Text to ids. A piece once seen is looked up, so that encoding costs little more than the split."""

    def __init__(self, merges: list[tuple[int, int]]) -> None:
        self.merges = merges
        self._ranks = {pair: 256 + i for i, pair in enumerate(merges)}
        self._known: dict[str, list[int]] = {}
        start = 256 + len(merges)
        self.special = {marker: start + i for i, marker in enumerate(SPECIAL)}
        self.size = start + len(SPECIAL)
        self._marker = re.compile("(" + "|".join(map(re.escape, SPECIAL)) + ")")
        self.spelled: list[bytes] = [bytes([b]) for b in range(256)]
        for a, b in merges:
            self.spelled.append(self.spelled[a] + self.spelled[b])

    @classmethod
    def load(cls, path: Path = VOCABULARY_FILE) -> Tokenizer:
        """The vocabulary that is part of the recipe."""
        return cls([tuple(pair) for pair in json.loads(path.read_text())["merges"]])

    def _merge(self, piece: str) -> list[int]:
        ids = list(piece.encode())
        while len(ids) > 1:
            rank, at = min((self._ranks.get((ids[i], ids[i + 1]), 1 << 30), i) for i in range(len(ids) - 1))
            if rank == 1 << 30:
                break
            ids[at : at + 2] = [rank]
        return ids

    def encode_plain(self, text: str) -> list[int]:
        """Ids of a text in which markers mean nothing."""
        known, out = self._known, []
        for piece in pieces(text):
            ids = known.get(piece)
            if ids is None:
                ids = self._merge(piece)
                if len(known) < 400_000:
                    known[piece] = ids
            out += ids
        return out

    def encode(self, text: str) -> list[int]:
        """Ids of a text with its markers."""
        out: list[int] = []
        for part in self._marker.split(text):
            if part in self.special:
                out.append(self.special[part])
            elif part:
                out += self.encode_plain(part)
        return out

    def decode(self, ids: list[int]) -> str:
        """The text of ids; what is no whole character shows as U+FFFD."""
        names = {i: marker.encode() for marker, i in self.special.items()}
        return b"".join(names[i] if i in names else self.spelled[i] for i in ids).decode(errors="replace")

    def token_names(self) -> list[str]:
        """Every token as it is written in the GGUF."""
        names = byte_names()
        return ["".join(names[b] for b in spelled) for spelled in self.spelled] + list(SPECIAL)

    def merge_names(self) -> list[str]:
        """Every merge as it is written in the GGUF."""
        names = self.token_names()
        return [f"{names[a]} {names[b]}" for a, b in self.merges]


def train(texts: list[str], count: int) -> list[tuple[int, int]]:
    """The merges of the most frequent neighbours, one after the other; equal counts go to the smaller pair."""
    words = Counter(piece for text in texts for piece in pieces(text))
    rows = [list(word.encode()) for word in words]
    weights = list(words.values())
    pairs: Counter[tuple[int, int]] = Counter()
    where: dict[tuple[int, int], set[int]] = defaultdict(set)
    for i, row in enumerate(rows):
        for pair in itertools.pairwise(row):
            pairs[pair] += weights[i]
            where[pair].add(i)
    merges: list[tuple[int, int]] = []
    while len(merges) < count:
        best = max(pairs, key=lambda pair: (pairs[pair], -pair[0], -pair[1]))
        new = 256 + len(merges)
        merges.append(best)
        for i in where.pop(best):
            row, weight = rows[i], weights[i]
            for pair in itertools.pairwise(row):
                pairs[pair] -= weight
            merged: list[int] = []
            for token in row:
                if merged and merged[-1] == best[0] and token == best[1]:
                    merged[-1] = new
                else:
                    merged.append(token)
            rows[i] = merged
            for pair in itertools.pairwise(merged):
                pairs[pair] += weight
                where[pair].add(i)
        del pairs[best]
    return merges


def main() -> None:
    """Make `vocabulary.json` from 60,000 generated conversations."""
    from chat_format import training_text
    from curriculum import mixture

    rng = Random(20)
    marker = re.compile("|".join(map(re.escape, SPECIAL)))
    texts = [
        part for _ in range(60_000) for part in marker.split("".join(training_text(rng, mixture.conversation(rng))))
    ]
    merges = train(texts, SIZE - 256 - len(SPECIAL))
    VOCABULARY_FILE.write_text(json.dumps({"merges": merges}) + "\n")


if __name__ == "__main__":
    main()
