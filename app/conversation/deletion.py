"""Takes conversations out of everything that holds them: rows, search index, log, what models keep, and copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from app.cancellation import Cancelled
from app.conversation.errors import DeletedReplyIsNotSaved
from app.conversation.session import Session
from app.history.copy_content import ConversationKey
from app.history.held_copies import forget_in_copies, remove_left_overs
from app.history.purge import purge, remove_remains
from app.history.store import HistoryStore
from app.inference.kept_sequences import forget_sequences

_SAVED_WITHIN_S = 10.0


def delete_for_good(
    store: HistoryStore, ids: Sequence[int], *, cache_folder: Path, is_stopped: Callable[[], bool]
) -> tuple[int, ...]:
    """Delete these, which are given up, and return those that were there. Raises `Cancelled`; the rest goes later."""
    gone = purge(store.database, ids, is_stopped=is_stopped)
    forget_sequences(cache_folder, tuple(map(str, gone)))
    while not remove_remains(store.database, is_stopped=is_stopped):
        if is_stopped():
            raise Cancelled
    return gone


def delete_everywhere(
    store: HistoryStore,
    keys: frozenset[ConversationKey],
    *,
    session: Session,
    cache_folder: Path,
    with_copies: bool,
    on_progress: Callable[[float], None],
    is_stopped: Callable[[], bool],
) -> list[Path]:
    """Delete these whose turns have ended, with copies too if that is wished; return copies that could not be changed.

    Raises `DeletedReplyIsNotSaved` and `Cancelled`.
    """
    if not session.flush(_SAVED_WITHIN_S):
        raise DeletedReplyIsNotSaved
    delete_for_good(store, sorted(key[0] for key in keys), cache_folder=cache_folder, is_stopped=is_stopped)
    remove_left_overs(store.path)
    if not with_copies:
        return []
    left = forget_in_copies(store.path, keys, on_progress=on_progress, is_stopped=is_stopped)
    return [copy.backup.path for copy in left]
