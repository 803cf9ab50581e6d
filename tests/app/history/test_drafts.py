"""What is not sent yet, and what is not sent any more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.drafts import Draft
from app.history.store import HistoryStore

FILE = StoredAttachment("notes.md", "markdown", 12, "# Notes \ud800")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    store.create_conversation("Trains")
    yield store
    store.check_integrity()
    store.close()


def test_each_conversation_has_a_draft_and_so_has_the_next_new_one(store: HistoryStore) -> None:
    store.drafts.keep(None, Draft("new"))
    store.drafts.keep(1, Draft("half a \ud800 thought", (FILE,)))
    store.drafts.keep(None, Draft("newer"))

    assert store.drafts.of(None) == Draft("newer")
    kept = store.drafts.of(1)
    assert kept.text == "half a � thought"
    assert [(f.name, f.text) for f in kept.files] == [("notes.md", "# Notes �")]
    assert store.drafts.of(2) == Draft()


def test_pictures_of_a_draft_are_kept(store: HistoryStore) -> None:
    picture = StoredAttachment("cat.png", "image", 4, "", content=b"\x89PN\xff", preview=b"\x00")
    store.drafts.keep(1, Draft("", (picture, FILE)))
    assert store.drafts.of(1).files[0] == picture


def test_an_empty_draft_is_none(store: HistoryStore) -> None:
    store.drafts.keep(1, Draft("words"))
    store.drafts.keep(1, Draft())

    assert store.drafts.of(1).is_empty


def test_a_draft_goes_with_its_conversation_and_none_comes_after(store: HistoryStore) -> None:
    store.drafts.keep(1, Draft("words"))
    store.delete(1)
    store.purge_deleted(float("inf"))
    assert store.drafts.of(1) == Draft()

    store.drafts.keep(1, Draft("too late"))
    assert store.drafts.of(1) == Draft()


def test_a_draft_survives_the_process(store: HistoryStore, tmp_path: Path) -> None:
    store.drafts.keep(1, Draft("words"))

    again = HistoryStore.open(tmp_path / "history.sqlite3")
    assert again.drafts.of(1) == Draft("words")
    again.close()


def test_what_is_left_out_is_kept_with_the_conversation(store: HistoryStore) -> None:
    assert store.exclusions.of(1).is_empty
    store.exclusions.keep(1, ContextExclusions((3, 5), (7,)))
    assert store.exclusions.of(1) == ContextExclusions((3, 5), (7,))
    with pytest.raises(LookupError):
        store.exclusions.keep(99, ContextExclusions())
    with pytest.raises(LookupError):
        store.exclusions.of(99)
