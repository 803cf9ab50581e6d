"""Votes are kept beside the first of their candidates, and come along wherever these go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.history.asking import ConversationSetup, NewQuestion
from app.history.exchange.exporting import ExportForm, export_file
from app.history.exchange.importing import import_file
from app.history.preset_records import PresetChoices
from app.history.records import MessageState, ReplyFigures
from app.history.store import HistoryStore
from app.history.votes import KeptVote
from app.voting.ballot import Ballot
from tests.fakes.steps import reply_end

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

    (added,) = store.begin_candidates(asked.conversation.id, first.parent_id or 0, ["Qwen"] * 1, group_id=first.id)

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


def test_every_sample_of_a_vote_goes_out_for_training_with_how_it_stood(store: HistoryStore, tmp_path: Path) -> None:
    asked = store.ask(ConversationSetup("Sums"), NewQuestion("6 × 7?", "Qwen", candidates=4, vote=KeptVote(5)))
    states = [MessageState.COMPLETE] * 3 + [MessageState.STOPPED]
    ballot = Ballot(5)
    for sample, (reply, answer, state) in enumerate(
        zip(asked.candidates, ("41", "It is 42.", "42", "4"), states, strict=True)
    ):
        store.finish_reply(
            reply.id, reply_end(raw="", thinking="Hm.", answer=answer, state=state, figures=ReplyFigures())
        )
        if state is MessageState.COMPLETE:
            ballot.count(sample, answer)
    store.keep_vote(asked.reply.id, KeptVote(5, outcome=ballot.outcome()), shown_id=asked.candidates[1].id)
    plain = store.ask(ConversationSetup("No vote"), NewQuestion("?", "Qwen"))
    store.finish_reply(
        plain.reply.id, reply_end(raw="", thinking="", answer="!", state=states[0], figures=ReplyFigures())
    )
    ids = [asked.conversation.id, plain.conversation.id]

    assert export_file(store.database, ids, tmp_path / "out.jsonl", ExportForm.TRACES) == 2

    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["messages"][-1]["content"], line.get("vote")) for line in lines] == [
        ("It is 42.", {"sample": 1, "samples": 5, "finished": 3, "answer": "42", "agree": 2, "winner": "42"}),
        ("41", {"sample": 0, "samples": 5, "finished": 3, "answer": "41", "agree": 1, "winner": "42"}),
        ("42", {"sample": 2, "samples": 5, "finished": 3, "answer": "42", "agree": 2, "winner": "42"}),
        ("!", None),
    ]
    assert [message["role"] for message in lines[1]["messages"]] == ["user", "assistant"]
    assert lines[1]["messages"][1]["reasoning_content"] == "Hm."


def test_a_preset_says_how_often_to_think(store: HistoryStore) -> None:
    choices = PresetChoices(samples=8, until_sure=True)

    preset = store.presets.create("Careful", choices=choices)

    found = store.presets.find(preset.key)
    assert found is not None
    assert found.choices == choices


def test_a_model_s_votes_tell_how_often_it_agrees_with_itself_and_what_was_spared(store: HistoryStore) -> None:
    asked = store.ask(ConversationSetup("Sums"), NewQuestion("6 × 7?", "Qwen", candidates=3, vote=VOTE))
    ballot = Ballot(8, until_sure=True)
    for sample, reply in enumerate(asked.candidates):
        figures = ReplyFigures(thinking_tokens=30, answer_tokens=10, tokens_per_s=20.0)
        complete = MessageState.COMPLETE
        store.finish_reply(reply.id, reply_end(raw="", thinking="Hm.", answer="42", state=complete, figures=figures))
        ballot.count(sample, "42")
    assert store.vote_figures("Qwen") == [], "it has come to nothing yet"
    store.keep_vote(asked.reply.id, KeptVote(8, True, ballot.outcome()))

    [figures_of_vote] = store.vote_figures("Qwen")

    assert store.vote_figures("Gemma") == []
    assert (figures_of_vote.samples, figures_of_vote.finished, figures_of_vote.agreeing) == (8, 3, 3)
    assert (figures_of_vote.spared, figures_of_vote.tokens, figures_of_vote.seconds) == (5, 120, 6.0)


def test_replies_of_several_models_say_in_an_export_who_wrote_them(store: HistoryStore, tmp_path: Path) -> None:
    vote = KeptVote.of_models(("Qwen", "Gemma"))
    asked = store.ask(ConversationSetup("Sums"), NewQuestion("6 × 7?", "", vote=vote))
    ballot = Ballot(2)
    for sample, reply in enumerate(asked.candidates):
        end = reply_end(raw="", thinking="Hm.", answer="42", state=MessageState.COMPLETE, figures=ReplyFigures())
        store.finish_reply(reply.id, end)
        ballot.count(sample, "42")
    store.keep_vote(asked.reply.id, replace(vote, outcome=ballot.outcome()))

    assert [(reply.model_name, reply.group_id) for reply in asked.candidates] == [
        ("Qwen", asked.reply.id),
        ("Gemma", asked.reply.id),
    ]
    export_file(store.database, [asked.conversation.id], tmp_path / "out.jsonl", ExportForm.TRACES)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["vote"]["model"] for line in lines] == ["Qwen", "Gemma"]
