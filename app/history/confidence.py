"""How sure a model was of each token that it drew, in a few bytes for each.

Of a token are kept: where it stands in the raw text, its own probability, the entropy over the candidates, how far the
likeliest was ahead of the second, and what else it nearly said. Columns of bytes lie one behind the other, since they
are much the same all along, and are compressed.
"""

from __future__ import annotations

import base64
import itertools
import math
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from app.history.records import ModelStep

MOST_NEARLY_SAID = 4
_LEAST_PROBABILITY = 0.02
"""What is less likely was not nearly said."""
_MOST_BITS = 8.0
"""Of entropy; with eight candidates there are little more than three."""
_MOST_NATS = _MOST_BITS * math.log(2.0)
_LONGEST_GAP = 65_535
_APART = "\x00"
_LARGEST_RECORD = 64_000_000

Drawn = tuple[bytes, float]
"""A token's bytes and the natural logarithm of its probability."""
Noted = tuple[Drawn, Sequence[Drawn]]
"""A drawn token and the likeliest in its place, likeliest first."""


@dataclass(frozen=True, slots=True)
class TokenConfidence:
    """A drawn token: from where to where it stands in a text, in characters, and how sure the model was of it."""

    start: int
    end: int
    probability: float
    entropy: float
    """In bits, over the candidates and all others as one."""
    margin: float
    """The probability of the likeliest, less that of the second."""
    nearly_said: tuple[tuple[str, float], ...] = ()
    """Other candidates, likeliest first, with their probabilities."""


class _Record(msgspec.Struct, frozen=True, array_like=True):
    """A column for each thing that is known of a token, and those of what else was nearly said."""

    lengths: bytes = b""
    """In bytes of the raw text; 0 for what is hidden there."""
    probabilities: bytes = b""
    entropies: bytes = b""
    margins: bytes = b""
    counts: bytes = b""
    """How many others were nearly said."""
    chances: bytes = b""
    texts: str = ""
    gaps: dict[int, int] = {}
    """What stands before a token that nobody drew, in bytes, by the token's place; before few of them."""


_COLUMNS = ("lengths", "probabilities", "entropies", "margins", "counts", "chances")


class ConfidenceRecorder:
    """Takes note of drawn tokens as they come; `encoded` puts them beside the raw text that they stand in.

    A reply that goes on has an `earlier` record, of the raw text that it has `begun` with.
    """

    def __init__(self, earlier: str = "", *, begun: str = "") -> None:
        self._earlier = record = _decoded(earlier) or _Record()
        self._pieces: list[tuple[int, bytes]] = []
        """Each with where in the raw text it may begin, in bytes."""
        self._passed = _size(begun)
        self._probabilities = bytearray(record.probabilities)
        self._entropies = bytearray(record.entropies)
        self._margins = bytearray(record.margins)
        self._counts = bytearray(record.counts)
        self._chances = bytearray(record.chances)
        self._texts = record.texts.split(_APART) if record.chances else []

    def note(self, drawn: Drawn, likeliest: Sequence[Drawn]) -> None:
        """Take note of a token and of the likeliest in its place, likeliest first."""
        piece, log_probability = drawn
        self._pieces.append((self._passed, piece))
        chances = [math.exp(one) for _, one in likeliest]
        self._probabilities.append(_in_a_byte(math.exp(log_probability)))
        rest = 1.0 - sum(chances)
        nats = -sum([chance * one for chance, (_, one) in zip(chances, likeliest, strict=True)])
        nats -= rest * math.log(rest) if rest > 0.0 else 0.0
        self._entropies.append(_in_a_byte(nats / _MOST_NATS))
        self._margins.append(
            _in_a_byte(chances[0] - chances[1] if len(chances) > 1 else chances[0] if chances else 0.0)
        )
        count = 0
        for (other, _), chance in zip(likeliest, chances, strict=True):
            if chance < _LEAST_PROBABILITY or count == MOST_NEARLY_SAID:
                break
            if other != piece:
                self._texts.append(other.decode("utf-8", "replace").replace(_APART, ""))
                self._chances.append(_in_a_byte(chance))
                count += 1
        self._counts.append(count)

    def pass_by(self, raw: str) -> None:
        """Take note of raw text that has come: tokens noted from now on stand behind it, whatever it says."""
        self._passed += _size(raw)

    def encoded(self, raw: str) -> str:
        """Return the record of a raw text; empty if nothing was noted."""
        if not self._counts:
            return ""
        earlier = self._earlier
        lengths, gaps = bytearray(earlier.lengths), dict(earlier.gaps)
        data = raw.encode("utf-8", "replace")
        at = sum(lengths) + sum(gaps.values())
        behind = 0
        for may_begin, piece in self._pieces:
            begins = max(may_begin, behind)
            found = data.find(piece, begins, begins + _LONGEST_GAP) if piece else -1
            if found > at:
                gaps[len(lengths)] = found - at
            lengths.append(0 if found < 0 else min(len(piece), 255))
            if found >= 0:
                at = behind = found + lengths[-1]
        record = _Record(
            bytes(lengths),
            bytes(self._probabilities),
            bytes(self._entropies),
            bytes(self._margins),
            bytes(self._counts),
            bytes(self._chances),
            _APART.join(self._texts),
            gaps,
        )
        return _encoded(record)


def confidence_text(pieces: Sequence[tuple[str, Sequence[Noted]]]) -> str:
    """Return the record of raw text that has come in pieces, each with the tokens that came with it."""
    recorder = ConfidenceRecorder()
    for raw, noted in pieces:
        for drawn, likeliest in noted:
            recorder.note(drawn, likeliest)
        recorder.pass_by(raw)
    return recorder.encoded("".join(raw for raw, _ in pieces))


def confidence_of_pieces(raws: Sequence[str], confidences: Sequence[str]) -> str:
    """Return the record of a raw text that was kept in pieces, each with its own."""
    whole, at = _Record(), 0
    end = 0
    for raw, stored in zip(raws, confidences, strict=True):
        record = _decoded(stored)
        if record is not None and record.lengths:
            count = len(whole.lengths)
            gaps = {place + count: gap for place, gap in record.gaps.items()}
            if at > end:
                gaps[count] = gaps.get(count, 0) + at - end
            end = at + sum(record.lengths) + sum(record.gaps.values())
            columns = {name: getattr(whole, name) + getattr(record, name) for name in _COLUMNS}
            texts = _APART.join(one.texts for one in (whole, record) if one.chances)
            whole = msgspec.structs.replace(whole, **columns, texts=texts, gaps={**whole.gaps, **gaps})
        at += _size(raw)
    return _encoded(whole) if whole.lengths else ""


def confidence_of_beginning(step: ModelStep, raw: str) -> str:
    """Return the record of those of a step's tokens that stand at the beginning of another raw text as well."""
    record = _decoded(step.confidence)
    if record is None:
        return ""
    both = zip(step.raw.encode("utf-8", "replace"), raw.encode("utf-8", "replace"), strict=False)
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], both))
    ends = itertools.accumulate(length + record.gaps.get(place, 0) for place, length in enumerate(record.lengths))
    count = sum(1 for _ in itertools.takewhile(lambda end: end <= same, ends))
    others = sum(record.counts[:count])
    columns = {name: getattr(record, name)[: others if name == "chances" else count] for name in _COLUMNS}
    texts = _APART.join(record.texts.split(_APART)[:others])
    gaps = {place: gap for place, gap in record.gaps.items() if place < count}
    return _encoded(_Record(**columns, texts=texts, gaps=gaps)) if count else ""


def confidence_of(step: ModelStep) -> tuple[TokenConfidence, ...]:
    """Return how sure the model was of the tokens of a step's raw text; nothing if nobody took note."""
    record = _decoded(step.confidence)
    if record is None:
        return ()
    data = step.raw.encode("utf-8", "replace")
    characters = list(itertools.accumulate((byte & 0xC0 != 0x80 for byte in data), initial=0))
    return tuple(_tokens(record, characters))


def confidence_in(step: ModelStep, text: str) -> tuple[TokenConfidence, ...]:
    """Return the same for a part of the raw text, such as the step's thought: where the tokens stand in that."""
    start = step.raw.find(text) if text else -1
    if start < 0:
        return ()
    end = start + len(text)
    return tuple(
        replace(one, start=max(0, one.start - start), end=min(one.end, end) - start)
        for one in confidence_of(step)
        if start < one.end and one.start < end
    )


def _tokens(record: _Record, characters: list[int]) -> Iterator[TokenConfidence]:
    texts = iter(record.texts.split(_APART))
    chances = iter(record.chances)
    at = 0
    for place, (length, probability, entropy, margin, count) in enumerate(
        zip(record.lengths, record.probabilities, record.entropies, record.margins, record.counts, strict=False)
    ):
        at += record.gaps.get(place, 0)
        end = at + length
        if end >= len(characters):
            return
        others = [(text, chance / 255) for text, chance in itertools.islice(zip(texts, chances, strict=False), count)]
        yield TokenConfidence(
            characters[at], characters[end], probability / 255, entropy / 255 * _MOST_BITS, margin / 255, tuple(others)
        )
        at = end


def _encoded(record: _Record) -> str:
    return base64.b85encode(zlib.compress(msgspec.msgpack.encode(record), 6)).decode()


def _decoded(stored: str) -> _Record | None:
    """Return a record; `None` if there is none, or it is damaged."""
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(base64.b85decode(stored), _LARGEST_RECORD)
        return msgspec.msgpack.decode(data, type=_Record) if unpacker.eof else None
    except (ValueError, zlib.error, msgspec.MsgspecError):
        return None


def _size(raw: str) -> int:
    return len(raw.encode("utf-8", "replace"))


def _in_a_byte(share: float) -> int:
    return 0 if share <= 0.0 else 255 if share >= 1.0 else round(share * 255)
