"""Search over 1,000,000 messages beside 10,000 (`--quick`: 50,000), with a new connection for each query.

`search_ratio` is the time for the first page of hits, large ÷ small, the sum over queries of every kind (rare and
common words, beginnings as one types, phrases, Chinese), each the median of several in turn. `search_first_ms` is the
slowest of those medians on the large history. `kind_ratio` and `kind_first_ms` are the same of searches in steps of
thoughts that are of a kind.

    python tests/benchmarks/history_search.py [--quick]
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.history.database import Database
from app.history.search_upkeep import merge_search_index
from app.history.store import HistoryStore
from app.reasoning import StepKind

_SMALL, _LARGE, _QUICK_LARGE = 10_000, 1_000_000, 50_000
_CONVERSATION_MESSAGES = 100
_BATCH_MESSAGES = 20_000
_WORDS = 20_000
_PAGE = 40
_QUERIES = (
    "train",
    "th",
    "thin",
    "thinking trains",
    "therefore",
    '"two trains"',
    "relative velocity",
    "velocity noon",
    "火车",
    "相遇",
    "naïve",
    "zzzznothing",
)
_PHRASES = (
    "the two trains meet at noon",
    "thinking about relative velocity",
    "therefore the answer follows",
    "a naive estimate of the distance",
    "两列火车在中午相遇",
    "the thinker thinks it through",
)

_TURNS = ("Wait,", "Let me check:", "So", "Thus", "Alternatively,", "Going back to", "The", "Then")
_KIND_QUERIES = (
    ("", StepKind.DOUBT),
    ("train", StepKind.DOUBT),  # no thought has it
    ("th", StepKind.CHECK),
    ("et", StepKind.RETURN),
    ("e", StepKind.FAILED_CHECK),  # there is no such step
)
"""What is looked for in steps of thoughts that are of a kind."""


def fill(path: Path, message_count: int) -> None:
    """Write conversations whose words are as common and rare as in real text."""
    chance = random.Random(1)
    words = ["".join(chance.choices("etaoinshrdlcumwfgypb", k=chance.randint(3, 9))) for _ in range(_WORDS)]
    text = chance.choices(words, [1 / (rank + 1) for rank in range(_WORDS)], k=200_000)
    database = Database(path, busy_timeout_s=1.0)

    def some(count: int) -> str:
        place = chance.randrange(len(text) - count)
        return " ".join(text[place : place + count])

    for first in range(0, message_count, _BATCH_MESSAGES):
        with database.writing() as connection:
            for number in range(first, min(first + _BATCH_MESSAGES, message_count), _CONVERSATION_MESSAGES):
                conversation_id = connection.execute(
                    "INSERT INTO conversation (title, created_at, updated_at) VALUES (?, ?, ?)",
                    (some(4), number, number),
                ).lastrowid
                connection.executemany(
                    "INSERT INTO message (conversation_id, role, state, created_at, answer, thinking)"
                    " VALUES (?, ?, 'complete', ?, ?, ?)",
                    [
                        (
                            conversation_id,
                            "assistant" if place % 2 else "user",
                            number + place,
                            f"{some(8)} {_PHRASES[chance.randrange(len(_PHRASES))]} {some(6)}",
                            f"{some(18)}.\n\n{_TURNS[chance.randrange(len(_TURNS))]} {some(9)}." if place % 2 else "",
                        )
                        for place in range(_CONVERSATION_MESSAGES)
                    ],
                )
    merge_search_index(database)  # as the window does once a day
    database.close()


def medians_ms(path: Path, rounds: int) -> list[float]:
    """Return the time to the first page for each query, each on a connection that has read nothing yet."""
    queries: list[tuple[str, StepKind | None]] = [*((query, None) for query in _QUERIES), *_KIND_QUERIES]
    taken: list[list[float]] = [[] for _ in queries]
    for _ in range(rounds):
        for times, (query, kind) in zip(taken, queries, strict=True):
            store = HistoryStore.open(path)
            begin = time.perf_counter()
            store.search(query, limit=_PAGE, kind=kind)
            times.append((time.perf_counter() - begin) * 1000)
            store.close()
    return [statistics.median(times) for times in taken]


def measure(*, is_quick: bool) -> dict[str, float]:
    """Measure, print, and return the figures."""
    large_count = _QUICK_LARGE if is_quick else _LARGE
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        small, large = Path(folder) / "small.sqlite3", Path(folder) / "large.sqlite3"
        begin = time.perf_counter()
        fill(small, _SMALL)
        fill(large, large_count)
        print(
            f"histories of {_SMALL:,} and {large_count:,} messages in {time.perf_counter() - begin:.0f} s", flush=True
        )
        rounds = 7 if is_quick else 15
        few, many = medians_ms(small, rounds), medians_ms(large, rounds)
    names = [*_QUERIES, *(f"{kind} {query}" for query, kind in _KIND_QUERIES)]
    for query, short, long in zip(names, few, many, strict=True):
        print(f"  {query}: {short:.2f} ms, {long:.2f} ms", flush=True)
    words = len(_QUERIES)
    of_kinds = {
        "kind_ratio": round(sum(many[words:]) / sum(few[words:]), 3),
        "kind_first_ms": round(max(many[words:]), 2),
    }
    few, many = few[:words], many[:words]
    print(f"search: {sum(few):.1f} ms and {sum(many):.1f} ms for {len(_QUERIES)} queries", flush=True)
    return {"search_ratio": round(sum(many) / sum(few), 3), "search_first_ms": round(max(many), 2), **of_kinds}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="50,000 messages instead of 1,000,000")
    print(json.dumps(measure(is_quick=parser.parse_args().quick)))


if __name__ == "__main__":
    main()
