"""Messages and what they are made of, and how replies are drawn."""

from __future__ import annotations

import pickle

from msgspec.structs import fields

from app.inference.protocol import GenerationRequest
from app.inference.sampling_defaults import REASONING_DEFAULTS, recommended_sampling
from app.messages import Image, Message, Sampling, Text, Thinking, ToolCall, ToolResult
from app.settings import SettingDeclaration, Settings

PICTURE = Image("cat.png", b"cat")
OF_ONE_REPLY = {"seed", "max_tokens"}


def test_a_message_says_what_its_parts_say() -> None:
    parts = (Thinking("Hm. "), ToolCall("1", "add", "{}"), Thinking("So."), Text("It is "), Text("two."))
    reply = Message("assistant", parts, raw="<think>…")

    assert (reply.thinking, reply.text, reply.images) == ("Hm. So.", "It is two.", ())
    assert Message.user("What?", (PICTURE,)) == Message("user", (PICTURE, Text("What?")))
    assert Message.user("What?", (PICTURE,)).images == (PICTURE,)
    assert Message("tool", (ToolResult("1", "2"),)).text == ""
    assert pickle.loads(pickle.dumps(reply)) == reply


def test_only_a_reply_behind_the_question_is_the_beginning_of_one() -> None:
    question, old = Message.user("Why?"), Message.assistant("Because.", "Hm.", raw="<think>Hm.</think>Because.")
    edited = Message("assistant", (Thinking("I doubt it."),))

    assert GenerationRequest((question, old, question)).beginning is None
    asked_on = GenerationRequest((question, old))
    assert (asked_on.beginning, asked_on.told_beginning, asked_on.asked) == (old, old, (question,))
    edited_on = GenerationRequest((question, edited))
    assert (edited_on.beginning, edited_on.told_beginning, edited_on.asked) == (edited, None, (question,))
    assert (edited.has_thought, edited.is_past_thought, Message.assistant("").is_past_thought) == (True, False, True)


def test_what_is_left_open_is_as_usual_whatever_the_field() -> None:
    usual = Sampling(*(number + 1 for number in range(len(fields(Sampling)))))
    assert Sampling().completed_by(usual) == usual
    assert usual.completed_by(Sampling()) == usual
    for field in fields(Sampling):
        chosen = Sampling(**{field.name: 0})
        completed = chosen.completed_by(usual)
        assert getattr(completed, field.name) == 0, "0 is chosen, not open"
        assert [getattr(completed, one.name) for one in fields(Sampling) if one != field] == [
            getattr(usual, one.name) for one in fields(Sampling) if one != field
        ]


def test_every_value_of_sampling_but_those_of_one_reply_is_a_setting() -> None:
    names = {field.name for field in fields(Sampling)} - OF_ONE_REPLY
    chosen = {name: SettingDeclaration.of(name).maximum for name in names}

    assert all(SettingDeclaration.of(name).label and SettingDeclaration.of(name).description for name in names)
    assert Sampling.of(Settings()) == Sampling()
    assert Sampling.of(Settings(**chosen)) == Sampling(**chosen)  # type: ignore[arg-type]


def test_a_model_recommends_what_its_metadata_says_as_far_as_it_is_a_number() -> None:
    metadata = {"temp": "0.25", "top_k": "12.0", "penalty_repeat": "1.5", "top_p": "nan", "min_p": "-1", "seed": "3"}
    recommended = recommended_sampling({f"general.sampling.{name}": value for name, value in metadata.items()})

    assert recommended == Sampling(temperature=0.25, top_k=12, top_p=0.95, min_p=0.0, repeat_penalty=1.5)
    assert isinstance(recommended.top_k, int)
    assert recommended_sampling({"general.sampling.top_k": "many"}) == REASONING_DEFAULTS
