"""Everything that a question writes is written, or nothing of it: whatever fails, at whichever write."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Protocol

import pytest

from app.conversation.turn import Turn
from app.errors import UserError
from app.history.asking import ConversationSetup
from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.drafts import Draft
from app.history.errors import DatabaseIsNotWritable, DiskIsFull
from app.history.preset_records import ConversationChoices, ThinkingOptions
from app.history.records import MessageState, ReplyFigures, StoredMessage
from app.inference.scripted_engine import Say
from app.messages import Sampling
from tests.fakes.conversation_stage import ConversationStage
from tests.fakes.failing_writes import content_of, full_after, refusing_write
from tests.fakes.steps import reply_end

MakeStage = Callable[..., ConversationStage]
TABLE = StoredAttachment("prices.csv", "csv", 8, "a,b\n1,2\n" * 4000)
PICTURE = StoredAttachment("cat.txt", "text", 3, "", content=b"\x01" * 60_000, preview=b"\x02" * 900)
OWN = ConversationChoices("own-1", "Be odd.", Sampling(top_k=3))
LONG = "Why is the sky as blue as it is? " * 400


class Ask(Protocol):
    """One way of asking something of a session."""

    def __call__(self, stage: ConversationStage, cut: StoredMessage) -> Turn: ...


def _in_new(stage: ConversationStage, _cut: StoredMessage) -> Turn:
    return stage.session.send(None, LONG, files=(TABLE, PICTURE), was_draft=True)


def _in_untitled(stage: ConversationStage, cut: StoredMessage) -> Turn:
    return stage.session.send(cut.conversation_id, LONG, files=(TABLE, PICTURE), was_draft=True)


def _edited(stage: ConversationStage, cut: StoredMessage) -> Turn:
    return stage.session.edit_question(cut.parent_id or 0, LONG)


def _anew(stage: ConversationStage, cut: StoredMessage) -> Turn:
    return stage.session.regenerate(cut.id)


def _resumed(stage: ConversationStage, cut: StoredMessage) -> Turn:
    return stage.session.resume(cut.id)


def _thought_on(stage: ConversationStage, cut: StoredMessage) -> Turn:
    return stage.session.continue_thought(cut.id, "Hm. But no.")


EVERY_WAY = pytest.mark.parametrize("ask", [_in_new, _in_untitled, _edited, _anew, _resumed, _thought_on])


def _set_up(stage: ConversationStage) -> StoredMessage:
    """Choose a model and things for the next conversation; return a cut reply of one without a title."""
    s = stage
    s.session.choose_model("m.gguf", "M", load=False)
    s.session.overrides.choose(None, OWN)
    s.session.thinking_levels.choose(None, "high")
    s.session.thinking_levels.choose_options(None, ThinkingOptions(budget_tokens=9))
    conversation = s.store.create_conversation()
    s.store.drafts.keep(None, Draft("Why is the"))
    s.store.drafts.keep(conversation.id, Draft("Why"))
    question = s.store.add_question(conversation.id, None, "Count.")
    s.store.attachments.add(question.id, (TABLE, PICTURE))
    reply = s.store.begin_reply(conversation.id, question.id, "M")
    raw = "<think>one two" + " three" * 4000
    return s.store.finish_reply(
        reply.id, reply_end(raw=raw, thinking=raw[7:], answer="", state=MessageState.STOPPED, figures=ReplyFigures())
    )


def _check_nothing_happened(s: ConversationStage, before: list[str]) -> None:
    assert content_of(s.path) == before
    assert s.session.running_turn is None
    assert s.session.queued_turns == ()
    assert s.session.overrides.of(None) == OWN
    assert s.heard == [s.heard[0]], "only the model was told of"


@EVERY_WAY
def test_a_refused_write_changes_nothing_and_asking_again_asks_once(stage: MakeStage, ask: Ask) -> None:
    s = stage((Say("Yes."),))
    cut = _set_up(s)
    before = content_of(s.path)
    number, turn = 0, None

    while turn is None:
        with refusing_write(s.store.database, number):
            try:
                turn = ask(s, cut)
            except DatabaseIsNotWritable:
                _check_nothing_happened(s, before)
        number += 1

    assert number > 5, "there was little to refuse"
    s.until(lambda: turn.has_ended)
    assert len(s.store.conversations()) == (2 if turn.conversation_id != cut.conversation_id else 1)
    s.store.check_integrity()


@EVERY_WAY
def test_a_disk_that_fills_anywhere_changes_nothing_and_asking_again_asks_once(stage: MakeStage, ask: Ask) -> None:
    s = stage((Say("Yes."),))
    cut = _set_up(s)
    before = content_of(s.path)
    pages, turn = 0, None

    while turn is None:
        with full_after(s.store.database, pages):
            try:
                turn = ask(s, cut)
            except DiskIsFull:
                _check_nothing_happened(s, before)
        pages += 1

    s.until(lambda: turn.has_ended)
    assert len(s.store.conversations()) == (2 if turn.conversation_id != cut.conversation_id else 1)
    s.store.check_integrity()


def test_what_was_chosen_for_the_next_conversation_is_its_own(stage: MakeStage) -> None:
    s = stage((Say("Yes."),))
    cut = _set_up(s)

    turn = _in_new(s, cut)

    conversation = s.store.conversation(turn.conversation_id)
    assert s.store.presets.choices_of(conversation.id) == OWN
    assert (conversation.thinking_level, conversation.thinking_options) == ("high", ThinkingOptions(budget_tokens=9))
    assert conversation.title.startswith("Why is the sky as blue")
    assert s.store.attachments.of_message(turn.question_id) == [TABLE, PICTURE]
    assert s.session.overrides.of(None) == ConversationChoices(), "the one after it begins with nothing of its own"


def test_a_draft_is_over_when_it_is_asked_and_no_other_one_is(stage: MakeStage) -> None:
    s = stage((Say("Yes."),))
    cut = _set_up(s)

    s.session.send(cut.conversation_id, "Sum it up.")
    assert s.store.drafts.of(cut.conversation_id) == Draft("Why"), "the question was not the draft"
    s.session.send(cut.conversation_id, "Why?", was_draft=True)
    assert s.store.drafts.of(cut.conversation_id) == Draft()
    assert s.store.drafts.of(None) == Draft("Why is the")
    s.session.send(None, "Why is the sky blue?", was_draft=True)
    assert s.store.drafts.of(None) == Draft()


def test_an_edited_question_takes_its_files_along(stage: MakeStage) -> None:
    s = stage((Say("Yes."),))
    cut = _set_up(s)

    turn = s.session.edit_question(cut.parent_id or 0, "Count on.")

    asked = s.store.message(turn.question_id)
    assert (asked.answer, asked.role, asked.state, asked.parent_id) == (
        "Count on.",
        "user",
        MessageState.COMPLETE,
        None,
    )
    assert s.store.attachments.of_message(asked.id) == [TABLE, PICTURE]
    assert s.store.sibling_ids(asked.id) == [cut.parent_id, asked.id]


def test_a_resumed_reply_that_the_app_dies_in_at_once_still_has_its_beginning(stage: MakeStage) -> None:
    s = stage((Say("Yes."),))
    cut = _set_up(s)

    turn = s.session.resume(cut.id)

    assert s.store.message(turn.reply_id).raw == cut.raw


def test_a_prompt_that_cannot_be_read_fails_its_turn_and_not_the_asking(
    stage: MakeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    s = stage((Say("Yes."),))
    cut = _set_up(s)
    s.session.choose_model("m.gguf", "M")
    s.until(lambda: s.session.model_status.info is not None)

    def unreadable(*_arguments: object) -> list[StoredMessage]:
        raise DiskIsFull(s.path)

    with monkeypatch.context() as patch:
        patch.setattr(s.store, "branch", unreadable)
        turn = s.session.send(cut.conversation_id, "Why?")

    assert isinstance(turn.failure, UserError)
    assert s.session.running_turn is None
    again = s.session.regenerate(turn.question_id)
    s.until(lambda: again.has_ended)
    assert again.answer == "Yes."


def test_a_conversation_begun_with_a_summary_is_written_at_once(stage: MakeStage) -> None:
    s = stage()
    before = content_of(s.path)
    setup = ConversationSetup("On", OWN, "low", ThinkingOptions(budget_s=2.0), ContextExclusions(follows=7))
    number, begun = 0, None

    while begun is None:
        with refusing_write(s.store.database, number):
            try:
                begun = s.store.begin_conversation(setup)
            except (UserError, sqlite3.DatabaseError):
                assert content_of(s.path) == before
        number += 1

    assert number > 1
    assert (begun.title, begun.thinking_level, begun.thinking_options) == ("On", "low", ThinkingOptions(budget_s=2.0))
    assert s.store.presets.choices_of(begun.id) == OWN
    assert s.store.exclusions.of(begun.id) == ContextExclusions(follows=7)
