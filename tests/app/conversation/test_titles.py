"""Titles by the model: written in an idle moment, never over a name that the person has given."""

from __future__ import annotations

from app.conversation.titles import TitleWriter
from app.history.records import Conversation
from app.inference.scripted_engine import Pause, Say
from tests.app.conversation.conftest import MakeStage
from tests.fakes.conversation_stage import ConversationStage

ANSWER = (Say("<think>\nHm.</think>\n\nAt six."),)
TITLE = (Say("<think>\nA name.</think>\n\n“Trains to Köln.”\nOr so."),)


def writer_for(stage: ConversationStage, changed: list[Conversation], *, is_wanted: bool = True) -> TitleWriter:
    return TitleWriter(broker=stage.broker, store=stage.store, is_wanted=lambda: is_wanted, on_change=changed.append)


def answered(stage: ConversationStage) -> int:
    """Ask something, and return the conversation when it is answered."""
    stage.session.choose_model("/models/scripted.gguf", "Scripted")
    turn = stage.session.send(None, "When does the train to Köln go, and from where?")
    stage.until(lambda: turn.has_ended and stage.broker.is_idle)
    return turn.conversation_id


def test_a_conversation_is_named_once_when_nothing_else_is_asked(stage: MakeStage) -> None:
    talk, changed = stage(ANSWER, TITLE), list[Conversation]()
    titles = writer_for(talk, changed)
    shown = answered(talk)

    titles.note_answered(shown)
    assert not changed, "not before an idle moment"
    titles.tick()
    talk.until(lambda: bool(changed))

    assert talk.store.conversation(shown).title == "Trains to Köln"
    assert [message.role for message in talk.store.branch(shown)] == ["user", "assistant"], "it is no turn"
    titles.note_answered(shown)
    titles.tick()
    assert talk.broker.is_idle


def test_a_name_that_the_person_has_given_stays(stage: MakeStage) -> None:
    talk, changed = stage(ANSWER, TITLE), list[Conversation]()
    titles = writer_for(talk, changed)
    shown = answered(talk)
    titles.note_answered(shown)
    titles.tick()
    talk.store.rename(shown, "My trip")
    talk.until(lambda: talk.broker.is_idle)

    assert not changed
    assert talk.store.conversation(shown).title == "My trip"


def test_without_the_wish_nothing_is_asked_and_a_question_goes_first(stage: MakeStage) -> None:
    talk, changed = stage(ANSWER, (Say("<think>\n"), Pause(30.0)), ANSWER, TITLE), list[Conversation]()
    shown = answered(talk)
    silent = writer_for(talk, changed, is_wanted=False)
    silent.note_answered(shown)
    silent.tick()
    assert talk.broker.is_idle

    titles = writer_for(talk, changed)
    titles.note_answered(shown)
    titles.tick()
    assert talk.broker.is_running
    titles.give_way()
    turn = talk.session.send(shown, "And back?")
    talk.until(lambda: turn.has_ended and talk.broker.is_idle)
    titles.tick()
    talk.until(lambda: bool(changed))

    assert talk.store.conversation(shown).title == "Trains to Köln"
