"""Pins, folders, archive and deletion of many at once; and everything put back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.records import Conversation
from app.history.store import HistoryStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    for title in ("Trains", "Bread", "Ice", "Tax"):
        store.create_conversation(title)
    yield store
    store.check_integrity()
    store.close()


def everything(store: HistoryStore) -> list[Conversation]:
    return [store.conversation(number) for number in (1, 2, 3, 4)]


def test_conversations_are_pinned_archived_and_moved_together(store: HistoryStore) -> None:
    folder = store.shelf.create_folder("  Work\n things ")

    store.shelf.set_pinned([1, 2], pinned=True)
    store.shelf.set_archived([2], archived=True)
    store.shelf.move([3, 4], folder.id)

    found = everything(store)
    assert folder.name == "Work things"
    assert [one.pinned_at is not None for one in found] == [True, True, False, False]
    assert [one.archived_at is not None for one in found] == [False, True, False, False]
    assert [one.folder_id for one in found] == [None, None, folder.id, folder.id]


def test_every_change_can_be_put_back(store: HistoryStore) -> None:
    folder = store.shelf.create_folder("Work")
    store.shelf.move([1], folder.id)
    store.shelf.set_pinned([2], pinned=True)
    before = everything(store)

    steps = [
        store.shelf.set_pinned([1, 2, 3], pinned=False),
        store.shelf.set_archived([1, 2], archived=True),
        store.shelf.move([1, 2, 3], None),
        store.shelf.delete([1, 2, 3, 4]),
    ]
    assert store.conversations() == []
    for places in reversed(steps):
        store.shelf.put_back(places)

    assert everything(store) == before


def test_a_deleted_folder_leaves_its_conversations_and_comes_back_with_them(store: HistoryStore) -> None:
    folder = store.shelf.create_folder("Work")
    other = store.shelf.create_folder("at home")
    store.shelf.move([1, 2], folder.id)

    removed = store.shelf.delete_folder(folder.id)
    assert [one.folder_id for one in everything(store)] == [None] * 4
    assert len(store.conversations()) == 4
    store.shelf.move([2], other.id)
    store.shelf.restore_folder(removed)

    assert [one.folder_id for one in everything(store)] == [folder.id, other.id, None, None]
    assert [one.name for one in store.shelf.folders()] == ["at home", "Work"]


def test_what_stood_in_a_folder_that_is_gone_is_put_back_into_none(store: HistoryStore) -> None:
    folder = store.shelf.create_folder("Work")
    store.shelf.move([1], folder.id)
    places = store.shelf.delete([1])
    store.shelf.delete_folder(folder.id)

    store.shelf.put_back(places)

    assert store.conversation(1).folder_id is None
    assert store.conversation(1).deleted_at is None


def test_a_folder_needs_a_name_and_must_exist(store: HistoryStore) -> None:
    with pytest.raises(ValueError, match="name"):
        store.shelf.create_folder(" \n\t ")
    with pytest.raises(LookupError):
        store.shelf.move([1], 77)
    with pytest.raises(LookupError):
        store.shelf.rename_folder(77, "x")
    assert store.shelf.create_folder("x" * 1000).name == "x" * 200
    assert store.shelf.rename_folder(1, "\ud800 y").name != ""


def test_ids_that_are_gone_are_left_out(store: HistoryStore) -> None:
    places = store.shelf.delete([1, 99])

    assert [place.conversation_id for place in places] == [1]


def test_thousands_are_moved_in_one_step(store: HistoryStore) -> None:
    ids = [store.create_conversation(str(number)).id for number in range(2000)]

    places = store.shelf.set_archived(ids, archived=True)

    assert len(places) == 2000
    assert len([one for one in store.conversations() if one.archived_at is not None]) == 2000
