"""What the model got for a reply of history."""

from __future__ import annotations

from collections.abc import Callable

from app.conversation.reply_prompt import ReplyPrompt, ask_for_prompt
from app.errors import UserError
from app.history.context_exclusions import ContextExclusions
from app.inference.scripted_engine import Say
from tests.fakes.conversation_stage import ConversationStage

MakeStage = Callable[..., ConversationStage]


def prompt_of(s: ConversationStage, reply_id: int) -> ReplyPrompt:
    answers: list[ReplyPrompt | UserError] = []
    ask_for_prompt(s.session, s.broker.counting, reply_id, answers.append)
    s.until(lambda: bool(answers))
    assert isinstance(answers[0], ReplyPrompt)
    return answers[0]


def test_a_reply_of_history_tells_its_prompt_what_was_cached_and_what_was_left_out(stage: MakeStage) -> None:
    s = stage((Say("One."),), (Say("Two."),))
    s.session.choose_model("/m/tiny.gguf", "Tiny")
    first = s.session.send(None, "First question?")
    s.until(lambda: first.has_ended)
    second = s.session.send(first.conversation_id, "Second question?")
    s.until(lambda: second.has_ended)
    assert s.writer.flush(5.0)

    whole = prompt_of(s, second.reply_id)
    assert [(piece.source.value, piece.text) for piece in whole.account.pieces] == [
        ("history", "First question?"),
        ("history", "One."),
        ("question", "Second question?"),
    ]
    assert (whole.is_as_it_was, whole.cached_tokens, whole.cached_length, whole.left_out) == (True, 0, 0, ())
    assert prompt_of(s, first.reply_id).account.text == "First question?"

    s.store.exclusions.keep(first.conversation_id, ContextExclusions((first.question_id,)))
    shorter = prompt_of(s, second.reply_id)
    assert shorter.account.text == "Second question?"
    assert not shorter.is_as_it_was
    assert [message.answer for message in shorter.left_out] == ["First question?", "One."]


def test_a_reply_that_went_on_from_a_given_thought_got_that_too(stage: MakeStage) -> None:
    s = stage(
        (
            Say("<think>Hm. "),
            Say("No.</think>It is."),
        ),
        (Say(" Yes.</think>It is not."),),
    )
    s.session.choose_model("/m/tiny.gguf", "Tiny")
    first = s.session.send(None, "Why?")
    s.until(lambda: first.has_ended)
    forked = s.session.continue_thought(first.reply_id, "Hm. I doubt it.")
    s.until(lambda: forked.has_ended)
    answered = s.session.continue_thought(first.reply_id, "Hm.", answers_now=True)
    s.until(lambda: answered.has_ended)
    assert s.writer.flush(5.0)

    given = [prompt_of(s, turn.reply_id).account.pieces[1:] for turn in (first, forked, answered)]
    assert [[(piece.source.value, piece.text) for piece in pieces] for pieces in given] == [
        [],
        [("thinking", "<think>Hm. I doubt it.")],
        [("thinking", "<think>Hm.</think>")],
    ]


def test_of_the_text_what_was_cached_is_told_in_characters(stage: MakeStage) -> None:
    s = stage((Say("One."),))
    s.session.choose_model("/m/tiny.gguf", "Tiny")
    turn = s.session.send(None, "Twenty four characters !")
    s.until(lambda: turn.has_ended)
    prompt = prompt_of(s, turn.reply_id)

    assert ReplyPrompt(prompt.account, 7, 3, ()).cached_length == 12
    assert ReplyPrompt(prompt.account, 7, 99, ()).cached_length == 24
