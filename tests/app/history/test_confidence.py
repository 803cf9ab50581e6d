"""How sure a model was of its tokens: noted, kept in a few bytes, and read back where the tokens stand."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from app.conversation.turn import Turn
from app.history.confidence import ConfidenceRecorder, confidence_in, confidence_of, confidence_text
from app.history.records import MessageState, ModelStep, ReplyFigures, StoredMessage
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.protocol import RunDelta
from app.messages import RunId, Thinking
from tests.fakes.steps import reply_end


def recorder_of(*tokens: tuple[str, float, dict[str, float]]) -> ConfidenceRecorder:
    recorder = ConfidenceRecorder()
    for text, chance, others in tokens:
        likeliest = sorted([(text, chance), *others.items()], key=lambda one: -one[1])
        recorder.note((text.encode(), math.log(chance)), [(one.encode(), math.log(p)) for one, p in likeliest])
    return recorder


def test_tokens_are_read_back_with_what_was_nearly_said() -> None:
    raw = "<think>Größe 7</think>Ja"
    recorder = recorder_of(
        ("Größe", 0.5, {"Länge": 0.3, "Breite": 0.01}), (" 7", 0.9, {" 8": 0.1}), ("Ja", 1.0, {"Nein": 1e-9})
    )
    step = ModelStep(raw, "Größe 7", "Ja", confidence=recorder.encoded(raw))
    one, two, three = confidence_of(step)

    assert [raw[token.start : token.end] for token in (one, two, three)] == ["Größe", " 7", "Ja"]
    assert [(text, round(chance, 1)) for text, chance in one.nearly_said] == [("Länge", 0.3)]
    assert round(one.margin, 1) == 0.2
    assert round(two.probability, 1) == 0.9
    assert abs(two.entropy - 0.469) < 0.02
    assert (three.entropy, three.nearly_said) == (0.0, ())
    assert [(token.start, token.end) for token in confidence_in(step, step.thinking)] == [(0, 5), (5, 7)]
    assert [(token.start, token.end) for token in confidence_in(step, step.answer)] == [(0, 2)]


def test_hidden_and_forced_tokens_do_not_shift_the_others() -> None:
    raw = "ab\nConsidering the time, I answer.\ncd"
    recorder = recorder_of(("a", 0.6, {}), ("<hidden>", 0.6, {}), ("b", 0.6, {}), ("cd", 0.6, {}))
    tokens = confidence_of(ModelStep(raw, confidence=recorder.encoded(raw)))

    assert [raw[token.start : token.end] for token in tokens] == ["a", "", "b", "cd"]


def test_a_token_stands_behind_a_given_beginning_that_says_the_same() -> None:
    begun, words = "The größe is one. ", ["The", " größe", " is", " one"]
    tokens = [(word.encode(), math.log(0.5)) for word in words]
    noted = tuple((token, (token,)) for token in tokens)
    turn = Turn(turn_id=1, conversation_id=1, question_id=1, reply_id=2, clock=lambda: 0.0)
    pieces = [(begun, ()), ("".join(words), noted)]
    for text, drawn_here in pieces:
        turn.accept(RunDelta(RunId(1), text, (Thinking(text),), 0, 0, True, drawn_here))
    kept = turn.noted(turn.step_at_work())
    saved = replace(kept, confidence=confidence_text(pieces))

    for step in (kept, saved):
        starts = [token.start - len(begun) for token in confidence_of(step)]
        assert starts == [0, 3, 9, 12]


def test_a_thought_that_is_forked_keeps_what_was_known_of_its_beginning() -> None:
    raw = "<think>Größe 7 ist es.</think>Ja"
    words = ("Größe", " 7", " ist es.", "</think>Ja")
    recorder = recorder_of(*((word, 0.5, {" nie": 0.4}) for word in words))
    step = ModelStep(raw, "Größe 7 ist es.", "Ja", confidence=recorder.encoded(raw))
    old = StoredMessage(2, 1, 1, "assistant", raw, step.thinking, "Ja", MessageState.COMPLETE, 0.0, steps=(step,))
    turn = Turn(turn_id=1, conversation_id=1, question_id=1, reply_id=3, clock=lambda: 0.0)
    turn.begin_thought("Größe 7 war", is_closed=False, edited=old)
    new = (b" es", math.log(0.3))
    turn.accept(RunDelta(RunId(1), "<think>Größe 7 war", (Thinking("Größe 7 war"),), 0, 0, True, ()))
    turn.accept(RunDelta(RunId(1), " es", (Thinking(" es"),), 1, 0, True, ((new, (new, (b" da", math.log(0.2)))),)))
    kept = turn.noted(turn.step_at_work())
    tokens = confidence_in(kept, kept.thinking)

    assert [(kept.thinking[one.start : one.end], [word for word, _ in one.nearly_said]) for one in tokens] == [
        ("Größe", [" nie"]),
        (" 7", [" nie"]),
        (" es", [" da"]),
    ]


@given(st.lists(st.text("aб🙂", min_size=1, max_size=3), min_size=1, max_size=20), st.integers(0, 20))
def test_a_record_goes_on_where_a_reply_does(pieces: list[str], cut: int) -> None:
    first, second = "".join(pieces[:cut]), "".join(pieces)
    earlier = recorder_of(*((piece, 0.5, {"x": 0.4}) for piece in pieces[:cut])).encoded(first)
    later = ConfidenceRecorder(earlier, begun=first)
    for piece in pieces[cut:]:
        later.note((piece.encode(), math.log(0.5)), [(piece.encode(), math.log(0.5)), (b"y", math.log(0.3))])
    tokens = confidence_of(ModelStep(second, confidence=later.encoded(second)))

    assert [second[token.start : token.end] for token in tokens] == pieces
    assert [token.nearly_said[0][0] for token in tokens] == ["x"] * len(pieces[:cut]) + ["y"] * len(pieces[cut:])


def test_what_was_saved_of_a_running_reply_tells_how_sure_it_was_after_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    store = HistoryStore.open(path)
    question = store.add_question(store.create_conversation().id, None, "Well?")
    cut = ModelStep("A", "A", "", confidence=recorder_of(("A", 0.5, {"B": 0.5})).encoded("A"))
    reply = store.begin_reply(question.conversation_id, question.id, "M", begins_with=message_of(cut))
    writer = HistoryWriter(path, on_problem=lambda problem: pytest.fail(str(problem)))
    for raw, said, other in (
        ("<forced>", None, ""),
        (" größe", " größe", "x"),
        (" 🙂", " 🙂", ""),
        ("…", None, ""),
        ("z", "z", "y"),
    ):
        noted = [((said.encode(), math.log(0.5)), drawn(said, other))] if said else []
        writer.append(reply.id, raw=raw, thinking=raw, noted=noted)
        assert writer.flush(5)
    writer.close()
    (recovered,) = store.recover_interrupted()
    store.close()
    (step,) = recovered.steps

    assert isinstance(step, ModelStep)
    tokens = confidence_of(step)
    assert [step.raw[one.start : one.end] for one in tokens] == ["A", " größe", " 🙂", "z"]
    assert [[text for text, _ in one.nearly_said] for one in tokens] == [["B"], ["x"], [], ["y"]]


def drawn(said: str, other: str) -> list[tuple[bytes, float]]:
    return [(text.encode(), math.log(0.5)) for text in (said, other) if text]


def message_of(step: ModelStep) -> StoredMessage:
    message = StoredMessage(1, 1, None, "assistant", "", "", "", MessageState.STOPPED, 0.0)
    return message.with_steps([step])


def test_a_damaged_record_is_none() -> None:
    whole = recorder_of(("a", 0.5, {})).encoded("a")

    for record in ("", "?", "€", whole[:-5], "00000", whole[::-1]):
        assert confidence_of(ModelStep("a", confidence=record)) == ()
    assert confidence_of(ModelStep("", confidence=whole)) == ()


def test_a_token_takes_a_few_bytes() -> None:
    words = [f" word{number * 7919 % 997}" for number in range(4000)]
    tokens = [(word, 0.4 + number % 60 / 100, {f" other{number % 31}": 0.05}) for number, word in enumerate(words)]
    recorder = recorder_of(*tokens)

    assert len(recorder.encoded("".join(words))) < 8 * len(words)


def test_history_keeps_it_with_the_step(tmp_path: Path) -> None:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    question = store.add_question(store.create_conversation().id, None, "Well?")
    reply = store.begin_reply(question.conversation_id, question.id, "M")
    record = recorder_of(("Yes", 0.5, {"No": 0.5})).encoded("Yes")
    store.finish_reply(
        reply.id,
        reply_end(
            raw="Yes", thinking="", answer="Yes", state=MessageState.COMPLETE, figures=ReplyFigures(), confidence=record
        ),
    )
    (step,) = store.message(reply.id).steps

    assert isinstance(step, ModelStep)
    assert confidence_of(step)[0].nearly_said[0][0] == "No"
    store.check_integrity()
    store.close()
