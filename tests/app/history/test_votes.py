"""Votes are kept beside the first of their candidates, and come along wherever these go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.asking import ConversationSetup, NewQuestion
from app.history.exchange.exporting import ExportForm, export_file
from app.history.exchange.importing import import_file
from app.history.store import HistoryStore
from app.history.votes import KeptVote
from app.voting.ballot import Ballot

VOTE = KeptVote(8, until_sure=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    yield store
    store.close()


def decided(*answers: str) -> KeptVote:
    ballot = Ballot(len(answers))
    for sample, answer in enumerate(answers):
        ballot.count(sample, answer)
    return KeptVote(len(answers), outcome=ballot.outcome())


def test_a_vote_is_written_with_its_question_and_read_of_every_candidate(store: HistoryStore) -> None:
    asked = store.ask(ConversationSetup("Sums"), NewQuestion("6 × 7?", "Qwen", candidates=3, vote=VOTE))

    assert [store.vote_of(one.id) for one in asked.candidates] == [VOTE] * 3
    assert asked.conversation.leaf_id == asked.reply.id
    assert store.vote_of(asked.reply.parent_id or 0) is None
    assert store.vote_of(999) is None


def test_further_candidates_join_the_group_and_what_is_shown_stays(store: HistoryStore) -> None:
    asked = store.ask(ConversationSetup("Sums"), NewQuestion("6 × 7?", "Qwen", candidates=2, vote=VOTE))
    first, second = asked.candidates
    store.set_leaf(asked.conversation.id, second.id)

    (added,) = store.begin_candidates(asked.conversation.id, first.parent_id or 0, "Qwen", count=1, group_id=first.id)

    assert store.candidate_ids(added.id) == [first.id, second.id, added.id]
    assert store.conversation(asked.conversation.id).leaf_id == second.id


def test_the_winner_is_shown_unless_the_conversation_has_gone_on(store: HistoryStore) -> None:
    asked = store.ask(ConversationSetup("Sums"), NewQuestion("6 × 7?", "Qwen", candidates=3, vote=VOTE))
    ended = decided("41", "42", "42")

    store.keep_vote(asked.reply.id, ended, shown_id=asked.candidates[1].id)
    assert store.conversation(asked.conversation.id).leaf_id == asked.candidates[1].id
    assert store.vote_of(asked.candidates[2].id) == ended

    later = store.add_question(asked.conversation.id, asked.reply.id, "And?")
    store.keep_vote(asked.reply.id, ended, shown_id=asked.candidates[1].id)
    assert store.conversation(asked.conversation.id).leaf_id == later.id


def test_a_vote_that_cannot_be_read_is_none(store: HistoryStore) -> None:
    asked = store.ask(ConversationSetup("Sums"), NewQuestion("6 × 7?", "Qwen", candidates=2, vote=VOTE))
    with store.database.writing() as connection:
        connection.execute('UPDATE message SET vote = \'{"samples": "many"}\'')

    assert store.vote_of(asked.reply.id) is None


def test_a_vote_goes_out_and_comes_in_and_a_copy_of_one_candidate_has_none(store: HistoryStore, tmp_path: Path) -> None:
    asked = store.ask(ConversationSetup("Sums"), NewQuestion("6 × 7?", "Qwen", candidates=3, vote=VOTE))
    ended = decided("41", "42", "42")
    store.keep_vote(asked.reply.id, ended)
    export_file(store.database, [asked.conversation.id], tmp_path / "out.json", ExportForm.JSON)

    (imported,) = import_file(store.database, tmp_path / "out.json").conversation_ids

    reply = store.branch(imported)[-1]
    assert reply.id not in [one.id for one in asked.candidates]
    assert store.vote_of(reply.id) == ended
    assert len(store.candidate_ids(reply.id)) == 3
    copy = store.copies.branch_off(asked.conversation.id, [asked.reply.parent_id or 0, asked.reply.id], "Copy")
    assert store.vote_of(store.branch(copy)[-1].id) is None
