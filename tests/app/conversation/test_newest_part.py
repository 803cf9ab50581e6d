"""Of a branch that is far too long only the newest part is counted."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given, strategies as st

from app.conversation.draft_prompt import DraftPrompt, NewestPart, newest_part
from app.history.context_exclusions import ContextExclusions
from app.history.records import MessageState, ReplyFigures, StoredMessage
from tests.app.conversation.conftest import MakeStage
from tests.fakes.steps import reply_end


def branch_of(*turns: tuple[int, int]) -> list[StoredMessage]:
    """A branch of questions and answers with so many letters each; the questions have odd ids."""
    roles: tuple[Literal["user", "assistant"], ...] = ("user", "assistant")
    made: list[StoredMessage] = []
    for turn in turns:
        for role, letters in zip(roles, turn, strict=True):
            number = len(made) + 1
            made.append(
                StoredMessage(
                    number, 1, number - 1 or None, role, "", "", "x" * letters, MessageState.COMPLETE, created_at=0.0
                )
            )
    return made


def test_a_branch_that_may_fit_is_counted_as_a_whole() -> None:
    branch = branch_of((100, 100), (700, 700))
    assert newest_part(branch, ContextExclusions(), context_tokens=200) == NewestPart(branch, 1600)
    assert newest_part([], ContextExclusions(), context_tokens=200) == NewestPart([], 0)


def test_only_what_overfills_the_context_is_counted() -> None:
    branch = branch_of((10, 20), (30, 40), (900, 100), (900, 100))
    part = newest_part(branch, ContextExclusions(), context_tokens=200)
    assert part == NewestPart(branch[4:], 2000, (1, 3), 100)
    assert part.older_tokens(500) == 25


def test_what_is_left_out_anyway_counts_neither_here_nor_there() -> None:
    branch = branch_of((10, 20), (30, 40), (900, 100), (900, 100))
    part = newest_part(branch, ContextExclusions(questions=(3, 5)), context_tokens=100)
    assert part == NewestPart(branch[6:], 1000, (1,), 30)
    # Nothing older would be sent: there is nothing to estimate.
    assert newest_part(branch, ContextExclusions(questions=(1, 3, 5)), context_tokens=100) == NewestPart(branch, 1000)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12),
    st.sets(st.integers(0, 11)),
    st.integers(0, 20),
)
def test_a_part_begins_with_a_question_and_nothing_is_lost(
    turns: list[tuple[int, int]], left_out: set[int], context: int
) -> None:
    branch = branch_of(*turns)
    exclusions = ContextExclusions(questions=tuple(2 * index + 1 for index in left_out))
    part = newest_part(branch, exclusions, context_tokens=context)

    sent = [one for one in branch if (one.id if one.role == "user" else one.parent_id) not in exclusions.questions]
    assert part.letters + part.older_letters == sum(len(one.answer) for one in sent)
    counted = list(part.messages)
    assert branch[len(branch) - len(counted) :] == counted
    assert not counted or counted[0].role == "user"
    if part.older:
        assert part.letters > context * 8
        assert list(part.older) == [one.id for one in sent if one.role == "user" and one not in counted]


def test_of_a_branch_that_is_far_too_long_only_what_is_counted_is_kept(
    stage: MakeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.conversation.draft_prompt._MOST_MESSAGES", 6)
    talk = stage()
    talk.session.choose_model("/models/scripted.gguf", "Scripted")
    talk.until(lambda: talk.session.model_status.info is not None)
    info = talk.session.model_status.info
    assert info is not None
    answer = "x" * (info.context * 8 // 2)
    conversation, leaf = talk.store.create_conversation("Long talk"), None
    for _ in range(4):
        asked = talk.store.add_question(conversation.id, leaf, "Why?")
        leaf = talk.store.begin_reply(conversation.id, asked.id, "model").id
        end = reply_end(raw="", thinking="", answer=answer, state=MessageState.COMPLETE, figures=ReplyFigures())
        talk.store.finish_reply(leaf, end)
    draft = DraftPrompt(talk.session, talk.store)
    draft.show(conversation.id)
    assert draft.is_long(), "it is read on a thread"

    part = draft.newest_part()
    assert part.older
    assert not draft.is_long()
    assert draft.newest_part() is part

    draft.count_all()
    assert draft.is_long(), "the older ones are read again when they are needed"
    assert len(draft.newest_part().messages) == 8
