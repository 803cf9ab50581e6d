"""A question asked several times in a conversation: its candidates, its vote, and what is left after a fall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from app.conversation.events import ProblemOccurred, TurnEnded, VoteEnded
from app.conversation.shown_vote import shown_vote
from app.conversation.turn import TurnState
from app.engines.engine import Steer
from app.errors import UserError
from app.history.failures import failure_of
from app.history.records import MessageState, StoredMessage
from app.history.votes import Fork, KeptVote
from app.inference.protocol import GenerationRequest
from app.inference.scripted_engine import Crash, Pause, Say, SayMany
from app.voting.answer import AnswerGroup
from tests.app.conversation.conftest import MakeStage
from tests.fakes.conversation_stage import ConversationStage

SURE = KeptVote(8, until_sure=True)
ENDLESS = (Say("<think>"), SayMany(("hm ",), 100_000, tokens_per_s=50))


def answers(*texts: str) -> list[tuple[Say, ...]]:
    return [(Say("<think>\nHm.\n</think>\n\n"), Say(text)) for text in texts]


def over(s: ConversationStage) -> VoteEnded:
    s.until(lambda: any(isinstance(event, VoteEnded) for event in s.heard))
    assert s.session.flush(5)
    return next(event for event in reversed(s.heard) if isinstance(event, VoteEnded))


def candidates(s: ConversationStage, reply_id: int) -> list[StoredMessage]:
    return [s.store.message(one) for one in s.store.candidate_ids(reply_id)]


def states(replies: Sequence[StoredMessage]) -> list[MessageState]:
    return [reply.state for reply in replies]


def test_a_question_asked_three_times_is_answered_by_candidates_of_which_one_that_won_is_shown(
    stage: MakeStage,
) -> None:
    s = stage(*answers("It is 41.", "It is 42.", "42"))
    s.session.choose_model("/models/test.gguf", "Test")

    turn = s.session.send(None, "6 × 7?", vote=KeptVote(3))

    assert s.session.vote_for(turn.reply_id) is not None
    ended = over(s)
    replies = candidates(s, turn.reply_id)
    assert [reply.answer for reply in replies] == ["It is 41.", "It is 42.", "42"]
    assert states(replies) == [MessageState.COMPLETE] * 3
    assert ended.vote.outcome is not None
    assert (ended.vote.outcome.winner, ended.vote.outcome.agreeing) == ("42", (1, 2))
    assert s.store.vote_of(replies[2].id) == ended.vote
    assert s.store.branch(turn.conversation_id)[-1].id == replies[1].id
    assert s.session.vote_for(turn.reply_id) is None
    assert s.session.turn_count == 0


def test_until_sure_candidates_are_added_wave_by_wave(stage: MakeStage) -> None:
    s = stage(*answers("42", "41", "42", "42", "42"))
    s.session.choose_model("/models/test.gguf", "Test")

    turn = s.session.send(None, "6 × 7?", vote=SURE)

    assert len(candidates(s, turn.reply_id)) == 3
    outcome = over(s).vote.outcome
    replies = candidates(s, turn.reply_id)
    assert [reply.answer for reply in replies] == ["42", "41", "42", "42", "42"]
    assert {reply.parent_id for reply in replies} == {turn.question_id}
    assert outcome is not None
    assert (outcome.winner, outcome.finished, outcome.cut) == ("42", 5, 3)
    assert len([event for event in s.heard if isinstance(event, TurnEnded)]) == 5


def test_what_the_vote_does_not_need_is_cut_where_it_is(stage: MakeStage) -> None:
    s = stage(*answers("42", "42"), ENDLESS)
    s.session.choose_model("/models/test.gguf", "Test")

    turn = s.session.send(None, "6 × 7?", vote=KeptVote(3, until_sure=True))

    outcome = over(s).vote.outcome
    replies = candidates(s, turn.reply_id)
    assert states(replies) == [MessageState.COMPLETE, MessageState.COMPLETE, MessageState.STOPPED]
    assert outcome is not None
    assert (outcome.winner, outcome.finished, outcome.cut) == ("42", 2, 1)


def test_a_stop_in_mid_vote_votes_what_is_there(stage: MakeStage) -> None:
    s = stage(*answers("42", "42"), ENDLESS, ENDLESS)
    s.session.choose_model("/models/test.gguf", "Test")
    turn = s.session.send(None, "6 × 7?", vote=KeptVote(4))
    s.until(lambda: len([event for event in s.heard if isinstance(event, TurnEnded)]) == 2)

    s.session.stop()

    outcome = over(s).vote.outcome
    assert outcome is not None
    assert (outcome.winner, outcome.finished, outcome.cut) == ("42", 2, 0)
    assert states(candidates(s, turn.reply_id)).count(MessageState.STOPPED) == 2


def test_a_killed_child_ends_a_vote_and_it_goes_on_with_what_was_finished(stage: MakeStage) -> None:
    s = stage(*answers("42"), (Say("<think>Hm"), Pause(0.3), Crash()), ENDLESS)
    s.session.choose_model("/models/test.gguf", "Test")
    turn = s.session.send(None, "6 × 7?", vote=KeptVote(3))
    ended = over(s)
    assert ended.vote.outcome is not None
    assert (ended.vote.outcome.winner, ended.vote.outcome.finished) == ("42", 1)
    assert states(candidates(s, turn.reply_id)) == [MessageState.COMPLETE, MessageState.FAILED, MessageState.FAILED]
    s.heard.clear()

    further = s.session.continue_vote(turn.reply_id)  # the new child begins the script anew: all that it says is 42

    assert further is not None
    assert s.session.vote_for(further.reply_id) is not None
    s.until(lambda: further.has_ended)
    assert len(candidates(s, turn.reply_id)) == 5
    assert further.state is TurnState.FINISHED


def test_a_vote_goes_on_after_a_restart(stage: MakeStage) -> None:
    s = stage(*answers("42", "42"), ENDLESS)
    s.session.choose_model("/models/test.gguf", "Test")
    turn = s.session.send(None, "6 × 7?", vote=KeptVote(3))
    s.until(lambda: len([event for event in s.heard if isinstance(event, TurnEnded)]) == 2)
    assert s.session.flush(5)
    s.store.recover_interrupted()  # as the next start of the app does
    replies = candidates(s, turn.reply_id)
    assert states(replies) == [MessageState.COMPLETE, MessageState.COMPLETE, MessageState.FAILED]
    assert s.store.vote_of(turn.reply_id) == KeptVote(3)

    again = stage(*answers("41"))
    again.session.choose_model("/models/test.gguf", "Test")
    further = again.session.continue_vote(turn.reply_id)

    assert further is not None
    outcome = over(again).vote.outcome
    assert outcome is not None
    assert (outcome.winner, outcome.finished) == ("42", 3)
    assert outcome.groups == (AnswerGroup("42", (0, 1)), AnswerGroup("41", (3,)))
    assert again.store.vote_of(turn.reply_id) == KeptVote(3, outcome=outcome)


def test_a_vote_that_is_decided_as_it_is_asks_nothing_more(stage: MakeStage) -> None:
    s = stage(*answers("42", "42", "42"))
    s.session.choose_model("/models/test.gguf", "Test")
    turn = s.session.send(None, "6 × 7?", vote=SURE)
    first = over(s)

    assert s.session.continue_vote(turn.reply_id) is None

    assert over(s).vote == first.vote
    with pytest.raises(LookupError):
        s.session.continue_vote(turn.question_id)


def test_a_question_is_answered_anew_several_times_beside_the_old_reply(stage: MakeStage) -> None:
    s = stage(*answers("41", "42", "42"))
    s.session.choose_model("/models/test.gguf", "Test")
    old = s.session.send(None, "6 × 7?")
    s.until(lambda: old.has_ended)

    turn = s.session.regenerate(old.reply_id, vote=KeptVote(2))

    over(s)
    assert len(s.store.siblings(turn.reply_id)) == 3
    assert len(candidates(s, turn.reply_id)) == 2
    assert s.store.vote_of(old.reply_id) is None


def test_a_vote_waits_for_its_conversation_s_turn_and_is_taken_back_whole(stage: MakeStage) -> None:
    s = stage(ENDLESS)
    s.session.choose_model("/models/test.gguf", "Test")
    running = s.session.send(None, "Think!")
    s.until(lambda: running.state is TurnState.THINKING)

    waiting = s.session.send(running.conversation_id, "6 × 7?", vote=SURE)
    s.session.cancel(waiting.id)

    assert s.session.turn_count == 1
    assert over(s).vote.outcome is not None
    assert states(candidates(s, waiting.reply_id)) == [MessageState.STOPPED] * 3


def test_what_cannot_be_kept_ends_the_vote_and_nothing_else(stage: MakeStage, monkeypatch: pytest.MonkeyPatch) -> None:
    s = stage(*answers("42", "41", "42"))
    s.session.choose_model("/models/test.gguf", "Test")
    turn = s.session.send(None, "6 × 7?", vote=SURE)

    def refuse(*_arguments: object, **_options: object) -> list[StoredMessage]:
        raise UserError("The disk is full.", "Make room.")

    monkeypatch.setattr(s.store, "begin_candidates", refuse)

    outcome = over(s).vote.outcome
    assert outcome is not None
    assert (outcome.winner, outcome.finished) == ("42", 3)
    assert any(isinstance(event, ProblemOccurred) for event in s.heard)
    assert states(candidates(s, turn.reply_id)) == [MessageState.COMPLETE] * 3
    assert s.session.turn_count == 0
    assert not s.broker.is_running


def test_closing_in_mid_vote_keeps_what_is_written(stage: MakeStage) -> None:
    s = stage(*answers("42"), ENDLESS)
    s.session.choose_model("/models/test.gguf", "Test")
    turn = s.session.send(None, "6 × 7?", vote=KeptVote(2))
    s.until(lambda: any(isinstance(event, TurnEnded) for event in s.heard))

    s.session.close()

    assert s.session.flush(5)
    assert states(candidates(s, turn.reply_id)) == [MessageState.COMPLETE, MessageState.STOPPED]


def test_what_cannot_be_voted_on_becomes_one_reply_that_was_shown_all(stage: MakeStage) -> None:
    s = stage(*answers("The sea is wide.\nIt has no end.", "Waves come and go,\nuncounted."), *answers("Wide waves."))
    s.session.choose_model("/models/test.gguf", "Test")
    turn = s.session.send(None, "Write a poem.", vote=KeptVote(2))
    assert over(s).vote.outcome is not None
    asked: list[str] = []
    original = s.session.requests.for_turn

    def note(*arguments: Any, **options: Any) -> GenerationRequest:
        request = original(*arguments, **options)
        asked.append(request.messages[-1].text)
        return request

    s.session.requests.for_turn = note  # type: ignore[method-assign]

    synthesis = s.session.synthesize(turn.reply_id)

    s.until(lambda: synthesis.has_ended)
    assert s.session.flush(5)
    reply = s.store.message(synthesis.reply_id)
    assert (reply.answer, reply.group_id, reply.figures.is_synthesis) == ("Wide waves.", None, True)
    assert asked[0].startswith("Write a poem.\n\nBelow are 2 answers")
    assert asked[0].endswith("Answer 1:\nThe sea is wide.\nIt has no end.\n\nAnswer 2:\nWaves come and go,\nuncounted.")
    with pytest.raises(LookupError):
        s.session.synthesize(synthesis.reply_id)


def test_all_thoughts_of_a_vote_are_told_to_answer_now(stage: MakeStage, monkeypatch: pytest.MonkeyPatch) -> None:
    s = stage(*answers("42"), ENDLESS, ENDLESS)
    s.session.choose_model("/models/test.gguf", "Test")
    s.session.send(None, "6 × 7?", vote=KeptVote(3))
    s.until(lambda: any(isinstance(event, TurnEnded) for event in s.heard))
    told: list[Steer] = []
    monkeypatch.setattr(s.engine, "steer", told.append)

    s.session.answer_now()

    assert sorted(order.run.sample for order in told) == [1, 2]
    s.session.stop()
    over(s)


def test_several_models_answer_one_after_another_and_each_version_says_who_wrote_it(stage: MakeStage) -> None:
    s = stage(*answers("It is 41.", "It is 42.", "42"))
    s.session.choose_model("/models/Test.gguf", "Test")

    turn = s.session.send(None, "6 × 7?", vote=KeptVote.of_models(("Test", "Other", "Third")))

    outcome = over(s).vote.outcome
    replies = candidates(s, turn.reply_id)
    assert [(reply.model_name, reply.answer) for reply in replies] == [
        ("Test", "It is 41."),
        ("Other", "It is 42."),
        ("Third", "42"),
    ]
    assert outcome is not None
    assert (outcome.winner, outcome.agreeing) == ("42", (1, 2))
    shown = shown_vote(replies[1].id, session=s.session, store=s.store)
    assert shown is not None
    assert shown.is_of_models
    assert [mark.model for mark in shown.marks] == ["Test", "Other", "Third"]
    s.until(lambda: s.broker.is_idle)
    assert s.session.model_status.name == "Test"
    assert s.store.vote_figures("Test") == [], "it is no vote of one model's samples"


def test_of_several_models_one_that_cannot_be_loaded_says_why_and_is_asked_again_alone(stage: MakeStage) -> None:
    s = stage(*answers("It is 42.", "42"), refuses="Broken")
    s.session.choose_model("/models/Test.gguf", "Test")
    turn = s.session.send(None, "6 × 7?", vote=KeptVote.of_models(("Test", "Broken", "Third")))
    over(s)
    replies = candidates(s, turn.reply_id)
    assert states(replies) == [MessageState.COMPLETE, MessageState.FAILED, MessageState.COMPLETE]
    assert failure_of(replies[1].error).message_text() == "Broken cannot be read."
    shown = shown_vote(turn.reply_id, session=s.session, store=s.store)
    assert shown is not None
    assert shown.can_continue

    s.heard.clear()
    s.session.continue_vote(turn.reply_id)

    outcome = over(s).vote.outcome
    replies = candidates(s, turn.reply_id)
    assert [reply.model_name for reply in replies] == ["Test", "Broken", "Third", "Broken"]
    assert outcome is not None
    assert (outcome.winner, outcome.agreeing, outcome.finished) == ("42", (0, 2), 2)


def test_several_models_stopped_and_asked_on_after_a_restart_keep_what_was_finished(stage: MakeStage) -> None:
    s = stage(*answers("It is 42."), ENDLESS)
    s.session.choose_model("/models/Test.gguf", "Test")
    turn = s.session.send(None, "6 × 7?", vote=KeptVote.of_models(("Test", "Other", "Third")))
    s.until(lambda: any(isinstance(event, TurnEnded) for event in s.heard))
    assert s.session.flush(5)
    s.store.recover_interrupted()  # as the next start of the app does

    again = stage(*answers("41", "42"))
    again.session.choose_model("/models/Test.gguf", "Test")
    again.session.continue_vote(turn.reply_id)

    outcome = over(again).vote.outcome
    replies = candidates(again, turn.reply_id)
    assert [(reply.model_name, reply.answer) for reply in replies if reply.state is MessageState.COMPLETE] == [
        ("Test", "It is 42."),
        ("Other", "41"),
        ("Third", "42"),
    ]
    assert outcome is not None
    assert (outcome.winner, outcome.agreeing) == ("42", (0, 4))


def test_a_thought_is_gone_on_with_several_times_and_again_after_a_fall(
    stage: MakeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    s = stage((Say("<think>One. Two.</think>41"),), (Say("Three.</think>42"),), (Say("Three"), Pause(0.3), Crash()))
    s.session.choose_model("/models/test.gguf", "Test")
    old = s.session.send(None, "6 × 7?")
    s.until(lambda: old.has_ended)
    asked: list[GenerationRequest] = []
    for_turn = s.session.requests.for_turn

    def noted(*given: Any, **options: Any) -> GenerationRequest:
        asked.append(for_turn(*given, **options))
        return asked[-1]

    monkeypatch.setattr(s.session.requests, "for_turn", noted)
    turn = s.session.continue_thought(old.reply_id, "One. ", samples=2, budget_tokens=300)
    assert over(s).vote.fork == Fork("One. ", 300)
    replies = candidates(s, turn.reply_id)
    assert [reply.thinking for reply in replies] == ["One. Three.", "One. Three"]
    assert states(replies) == [MessageState.COMPLETE, MessageState.FAILED]
    s.heard.clear()

    further = s.session.continue_vote(turn.reply_id)  # the new child begins the script anew

    assert further is not None
    over(s)
    assert s.session.message(further.reply_id).thinking.startswith("One. ")
    assert [(request.think_budget, request.messages[-1].thinking) for request in asked] == [(300, "One. ")] * 2


def test_one_of_several_models_is_taken_back_and_the_others_go_on(stage: MakeStage) -> None:
    s = stage(ENDLESS, *answers("42"))
    s.session.choose_model("/models/Test.gguf", "Test")
    turn = s.session.send(None, "6 × 7?", vote=KeptVote.of_models(("Test", "Other", "Third")))
    s.until(lambda: turn.state is TurnState.THINKING)
    waiting = s.session.turns_of(turn.conversation_id)[1]
    assert waiting.state is TurnState.QUEUED

    s.session.cancel(waiting.id)
    s.session.cancel(turn.id)

    assert over(s).vote.outcome is not None
    stopped = MessageState.STOPPED
    assert states(candidates(s, turn.reply_id)) == [stopped, stopped, MessageState.COMPLETE]


def test_a_stop_while_another_model_is_loaded_leaves_the_chosen_one_to_the_next_question(stage: MakeStage) -> None:
    s = stage(*answers("42"), load=(Pause(0.1),) * 3)
    s.session.choose_model("/models/Test.gguf", "Test", load=False)
    turn = s.session.send(None, "6 × 7?", vote=KeptVote.of_models(("Other", "Third")))
    s.until(lambda: bool(turn.load_fraction))

    s.session.stop()

    assert s.session.turn_count == 0
    again = s.session.send(turn.conversation_id, "And?")
    s.until(lambda: again.has_ended)
    assert again.state is TurnState.FINISHED
    assert s.session.model_status.name == "Test"
    assert s.session.flush(5)
    assert states(candidates(s, turn.reply_id)) == [MessageState.STOPPED] * 2
