"""The standing attack: strangers' files, damaged files and kills, made by a seed and as many as `ASIDE_ATTACKS` says.

Small by default, so that the suite stays quick; `ASIDE_ATTACKS=1000 uv run pytest -n0 tests/attacks` is the large run.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.store import HistoryStore

ATTACKS = int(os.environ.get("ASIDE_ATTACKS", "12"))
"""How many times each random attack is tried."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = str(Path(__file__).parent)
    for item in items if ATTACKS > 100 else ():
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.timeout(7200))


@pytest.fixture
def attacks() -> int:
    return ATTACKS


@pytest.fixture
def dice(request: pytest.FixtureRequest) -> random.Random:
    """The same for each run of a test, unless `ASIDE_ATTACK_SEED` says otherwise."""
    return random.Random(os.environ.get("ASIDE_ATTACK_SEED", "") + request.node.nodeid)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    yield store
    store.close()
