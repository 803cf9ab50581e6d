"""Exports of every app, damaged anywhere: what can be read is read, or one sentence says that it cannot."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.history.exchange.errors import ExchangeError
from app.history.exchange.importing import import_file
from app.history.store import HistoryStore
from tests.app.history.exchange.reading_exports import brought
from tests.fakes.foreign_exports import foreign_exports

EXPORTS = foreign_exports()
ODD: tuple[Any, ...] = (
    None, True, -1, 7.5, 10**400, "", "x", "\ud83d", [], [None], [[]], {}, {"a": None}, ["text"], {"text": 3},
    "data:image/png;base64,%%%", "</think>", "2026-13-99", [{"type": "text", "text": None}],
)  # fmt: skip
CASES = 60


def imported_or_told(store: HistoryStore, path: Path, content: bytes) -> None:
    before = len(store.conversations())
    path.write_bytes(content)
    told = ""
    try:
        import_file(store.database, path)
    except ExchangeError as error:
        told = error.message_text()
    if told:
        assert told.endswith(".")
        assert len(store.conversations()) == before


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_that_is_whole_tells_all_its_words(store: HistoryStore, tmp_path: Path, name: str) -> None:
    trees, _, _ = brought(store, tmp_path / name, EXPORTS[name])

    assert len(trees) == 1
    assert len(trees[0].messages) > 1


@pytest.mark.parametrize("name", EXPORTS)
def test_any_value_may_be_another_one(store: HistoryStore, tmp_path: Path, name: str) -> None:
    dice = random.Random(name)
    for _ in range(CASES):
        objects = [json.loads(line) for line in EXPORTS[name].split("\n")]
        holders = list(_holders(objects))
        for _ in range(dice.randint(1, 3)):
            holder, key = dice.choice(holders)
            holder[key] = dice.choice(ODD)

        imported_or_told(store, tmp_path / name, "\n".join(map(json.dumps, objects)).encode())


@pytest.mark.parametrize("name", EXPORTS)
def test_any_byte_may_be_lost_or_another_one(store: HistoryStore, tmp_path: Path, name: str) -> None:
    dice = random.Random(name)
    for _ in range(CASES):
        content = bytearray(EXPORTS[name].encode())
        place = dice.randrange(len(content))
        match dice.randrange(4):
            case 0:
                del content[place:]
            case 1:
                del content[place : place + dice.randint(1, 40)]
            case 2:
                content[place] = dice.randrange(256)
            case _:
                content[place:place] = content[dice.randrange(len(content)) :][: dice.randint(1, 200)]

        imported_or_told(store, tmp_path / name, bytes(content))


def _holders(value: object) -> Iterator[tuple[Any, Any]]:
    """Yield everything that holds a value, and where."""
    for key, one in value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else []):
        yield value, key
        yield from _holders(one)
