"""Images in a prompt, with real files for llama.cpp's mtmd: what the model sees, and what of it is read again."""

from __future__ import annotations

import contextlib
import ctypes
import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from msgspec import structs

from app.attachments.picture_errors import PictureHasTooManyPixels, PictureIsDamaged
from app.inference.image_errors import (
    ImagePartDoesNotMatch,
    ImagePartMissing,
    ImagePartNotLoadable,
    ModelSeesNoImages,
)
from app.inference.llama.images.image_reader import ImageReader, upright
from app.inference.llama.images.image_runs import words_of
from app.inference.llama.native.binding import lib
from app.inference.llama.replies import run_batch
from app.inference.llama.sequences.sequence import ReadingWasStopped
from app.inference.marker_guard import image_sign
from app.inference.protocol import (
    CountTokens,
    FinishReason,
    GenerationRequest,
    LoadOptions,
    ModelLoaded,
    ReadAhead,
    RunDelta,
    RunFinished,
    SpeculationKind,
    StartRun,
)
from app.messages import Image, Message, RunId, ToolCall, ToolResult
from tests.fakes.pictures import bmp, png, png_that_claims
from tests.fakes.tiny_models import image_part, tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, Reply, RunningEngine

RED = Image("red.png", png(40, 30, (255, 60, 0)))
BLUE = Image("blue.bmp", bmp(60, 60, (0, 90, 255)))
KINDS = (("gemma3", "gemma3"), ("qwen2vl", "qwen2vl_merger"), ("qwen35", "qwen2vl_merger"))
"""An image that is read at once; one whose positions are rows and columns; the same in memory that cannot go back."""


def model_that_sees(folder: Path, architecture: str = "gemma3", projector: str = "gemma3") -> Path:
    image_part(projector, folder)
    return tiny_model(architecture, folder, context=8192)


def question(text: str, *images: Image) -> Message:
    return Message.user(text, images=images)


def request(*messages: Message, conversation: str = "") -> GenerationRequest:
    return GenerationRequest(messages, structs.replace(GREEDY, max_tokens=12), conversation=conversation)


def ask(engine: RunningEngine, *messages: Message) -> Reply:
    return engine.answer_to(request(*messages))


def logits(engine: RunningEngine, asked: GenerationRequest) -> npt.NDArray[np.float32]:
    """Read a prompt into an empty cache and return what follows its last token."""
    loaded = engine.engine._loaded
    assert loaded is not None
    for held in loaded.pool.held:
        held.sequence.clear()
    loaded.pool.held[0].sequence.read(
        loaded.prompts.write(asked).tokens, on_progress=lambda _read, _cached: None, is_stopped=lambda: False
    )
    return logits_of(loaded.context, loaded.model.vocabulary.size)


def logits_of(context: object, size: int) -> npt.NDArray[np.float32]:
    return np.ctypeslib.as_array(lib.llama_get_logits_ith(context, -1), (size,)).copy()


@pytest.mark.parametrize(("architecture", "projector"), KINDS)
def test_a_model_sees_images_and_the_next_turn_reads_none_again(
    architecture: str, projector: str, tmp_path: Path
) -> None:
    with RunningEngine(model_that_sees(tmp_path, architecture, projector)) as engine:
        loaded = engine.events[-1]
        assert isinstance(loaded, ModelLoaded)
        assert loaded.info.sees_images
        red, blue = (logits(engine, request(question("what is it", image))) for image in (RED, BLUE))
        assert float(np.abs(red - blue).max()) > 1.0
        assert np.array_equal(red, logits(engine, request(question("what is it", RED))))

        first = ask(engine, question("what is it", RED, BLUE))
        engine.engine.rest(lambda: False)
        history = (question("what is it", RED, BLUE), Message.assistant(first.answer))
        following = ask(engine, *history, question("and now"))

        assert first.stats.prompt_tokens < following.stats.cached_tokens < following.stats.prompt_tokens
        assert following.stats.prompt_tokens - following.stats.cached_tokens < 40, "only the question is read"
        asked = request(*history, question("and now"))
        again = logits(engine, asked)
        ask(engine, *history, question("something else"))
        assert float(np.abs(logits(engine, asked) - again).max()) == 0.0


@pytest.mark.parametrize(("architecture", "projector"), KINDS[:2])
def test_the_model_reads_what_llama_cpp_itself_would_show_it(architecture: str, projector: str, tmp_path: Path) -> None:
    from llama_cpp import mtmd_cpp as mtmd

    with RunningEngine(model_that_sees(tmp_path, architecture, projector)) as engine:
        asked = request(question("what is it", RED, BLUE))
        ours = logits(engine, asked)
        loaded = engine.engine._loaded
        assert loaded is not None
        assert loaded._images is not None
        prompt = loaded.prompts.write(asked).text
        for number in range(2):
            prompt = prompt.replace(image_sign(number), "<__media__>")
        text = prompt.encode()
        bitmaps = (ctypes.c_void_p * 2)(*(loaded._images._decoded(image) for image in (RED, BLUE)))
        chunks = mtmd.mtmd_input_chunks_init()
        given = mtmd.mtmd_input_text(text, len(text), False, True)
        assert mtmd.mtmd_tokenize(loaded._images._context, chunks, ctypes.byref(given), bitmaps, 2) == 0
        for held in loaded.pool.held:
            held.sequence.clear()
        end = ctypes.c_int32()
        code = mtmd.mtmd_helper_eval_chunks(
            loaded._images._context, loaded.context, chunks, 0, 0, 512, True, ctypes.byref(end)
        )
        assert code == 0
        theirs = logits_of(loaded.context, loaded.model.vocabulary.size)
        mtmd.mtmd_input_chunks_free(chunks)
        for bitmap in bitmaps:
            mtmd.mtmd_bitmap_free(bitmap)
    assert float(np.abs(ours - theirs).max()) < 0.2, "a batch is cut elsewhere, no more"
    assert int(ours.argmax()) == int(theirs.argmax())


@pytest.mark.parametrize(("architecture", "projector"), KINDS[1:])
def test_a_conversation_with_images_is_taken_up_from_disk(architecture: str, projector: str, tmp_path: Path) -> None:
    model = model_that_sees(tmp_path / "model", architecture, projector)
    options = LoadOptions(cache_folder=str(tmp_path / "cache"))
    asked = request(question("what is it " * 10, RED, BLUE), conversation="one")
    with RunningEngine(model, options=options) as engine:
        first = engine.answer_to(asked)
        engine.engine.rest(lambda: False)
    more = replace(asked, messages=(*asked.messages, Message.assistant(first.answer), question("and", RED)))
    with RunningEngine(model, options=options) as engine:
        taken_up = engine.answer_to(more)
        expected = engine.answer_to(replace(more, conversation="another"))
    assert taken_up.stats.cached_tokens > first.stats.prompt_tokens
    assert taken_up.raw == expected.raw


def test_an_image_that_changes_is_read_again_from_where_it_stands(tmp_path: Path) -> None:
    with RunningEngine(model_that_sees(tmp_path, "qwen2vl", "qwen2vl_merger")) as engine:
        ask(engine, question("what is it", RED, RED))
        changed = ask(engine, question("what is it", RED, BLUE))
        expected = logits(engine, request(question("what is it", RED, BLUE)))
        assert 0 < changed.stats.cached_tokens < changed.stats.prompt_tokens
        ask(engine, question("what is it", RED, RED))
        ask(engine, question("what is it", RED, BLUE))
        assert np.array_equal(logits(engine, request(question("what is it", RED, BLUE))), expected)


def test_drafts_are_made_of_words_only(tmp_path: Path) -> None:
    options = LoadOptions(speculation=SpeculationKind.NGRAM)
    with RunningEngine(model_that_sees(tmp_path, "qwen2vl", "qwen2vl_merger"), options=options) as engine:
        asked = GenerationRequest(
            (question("fin dust fin dust fin dust", RED, RED, RED),), structs.replace(GREEDY, max_tokens=150)
        )
        reply = engine.answer_to(asked)
        again = engine.answer_to(asked)
        assert reply.raw == again.raw
        loaded = engine.engine._loaded
        assert loaded is not None
        assert len(words_of(loaded.pool.held[0].sequence.tokens)) < loaded.pool.held[0].sequence.length


def test_images_are_counted_and_read_ahead_with_the_question(tmp_path: Path) -> None:
    with RunningEngine(model_that_sees(tmp_path)) as engine:
        counted = engine.engine.count(CountTokens(1, request(question("what is it", RED)), (), (RED, BLUE)))
        assert counted.prompt_tokens == ask(engine, question("what is it", RED)).stats.prompt_tokens
        assert counted.image_tokens[0] == counted.image_tokens[1] > 4
        typed = question("look at this one and tell me what you", BLUE)
        engine.engine.read_ahead(ReadAhead(request(typed)), lambda: False)
        reply = ask(engine, question("look at this one and tell me what you see", BLUE))
        assert reply.stats.cached_tokens > counted.image_tokens[1] + 20


@pytest.mark.parametrize(("architecture", "projector"), KINDS[1:])
def test_reading_an_image_can_be_stopped_at_any_moment(architecture: str, projector: str, tmp_path: Path) -> None:
    with RunningEngine(model_that_sees(tmp_path, architecture, projector)) as engine:
        asked = request(question("what is it", RED, Image("large.png", png(300, 300, (9, 200, 90)))))
        expected = logits(engine, asked)
        loaded = engine.engine._loaded
        assert loaded is not None
        tokens = loaded.prompts.write(asked).tokens
        stops = 0
        for patience in range(1, 400, 9):
            loaded.pool.held[0].sequence.clear()
            asks = itertools.count()
            with contextlib.suppress(ReadingWasStopped):
                loaded.pool.held[0].sequence.read(
                    tokens,
                    on_progress=lambda _read, _cached: None,
                    is_stopped=lambda asks=asks, patience=patience: next(asks) >= patience,  # type: ignore[misc]
                )
                break
            stops += 1
            if stops % 4 == 0:
                loaded.pool.held[0].sequence.read(
                    tokens, on_progress=lambda _read, _cached: None, is_stopped=lambda: False
                )
                again = logits_of(loaded.context, loaded.model.vocabulary.size)
                assert float(np.abs(again - expected).max()) < 0.2
        assert stops > 6, "not only between images"


def test_a_photograph_that_lies_on_its_side_is_shown_upright() -> None:
    seen = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)
    turn = np.rot90
    stored = {
        1: seen,
        2: seen[:, ::-1],
        3: turn(seen, 2),
        4: seen[::-1],
        5: turn(seen)[::-1],
        6: turn(seen),
        7: turn(seen, 3)[::-1],
        8: turn(seen, 3),
    }
    for orientation, pixels in stored.items():
        assert np.array_equal(upright(np.ascontiguousarray(pixels), orientation), seen), orientation


def test_in_a_short_context_an_image_takes_less(tmp_path: Path) -> None:
    model = model_that_sees(tmp_path, "qwen2vl", "qwen2vl_merger")
    large = Image("large.png", png(900, 900, (9, 200, 90)))
    taken = []
    for context in (2048, 8192):
        with RunningEngine(model, context=context, options=LoadOptions(context=context)) as engine:
            taken.append(engine.engine.count(CountTokens(1, None, (), (large,))).image_tokens[0])
    assert taken[0] <= 300
    assert taken[1] > 1000


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"no picture at all", PictureIsDamaged),
        (RED.data[:60], PictureIsDamaged),
        (png_that_claims(60_000, 60_000), PictureHasTooManyPixels),
        (png_that_claims(300, 300), PictureIsDamaged),
        (b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40), PictureIsDamaged),
    ],
)
def test_what_is_no_picture_is_refused_and_the_engine_goes_on(
    data: bytes, error: type[Exception], tmp_path: Path
) -> None:
    with RunningEngine(model_that_sees(tmp_path)) as engine:
        with pytest.raises(error, match=r"odd\.png"):
            ask(engine, question("what is it", Image("odd.png", data)))
        assert ask(engine, question("what is it", RED)).raw


def test_a_sign_typed_by_a_person_is_no_image(tmp_path: Path) -> None:
    with RunningEngine(model_that_sees(tmp_path)) as engine:
        plain = ask(engine, question("look at it", RED))
        typed = ask(engine, question(f"look {image_sign(0)[0]}at it", RED))
        assert typed.stats.prompt_tokens == plain.stats.prompt_tokens
        loaded = engine.engine._loaded
        assert loaded is not None
        forged = loaded.prompts.write(request(question(f"{image_sign(0)} <__media__>", RED))).tokens
        assert sum(token < -(1 << 30) for token in forged) == 1


CALLS = (
    "{% if tools %}{% for t in tools %}{{ t | tojson }}{% endfor %}{% endif %}{% for m in messages %}<|im_start|>"
    "{{ m.role }}\n{{ WRITTEN if m.role == 'tool' else m.content }}{% for c in m.tool_calls or [] %}<tool_call>\n"
    "{{ c.function | tojson }}\n</tool_call>{% endfor %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


@pytest.mark.parametrize("written", ["m.content", "m.content | tojson", "[m.content] | string"])
def test_a_model_sees_what_its_tools_have_drawn(written: str, tmp_path: Path) -> None:
    image_part("gemma3", tmp_path)
    template = CALLS.replace("WRITTEN", f"({written})")
    with RunningEngine(tiny_model("gemma3", tmp_path, context=8192, chat_template=template)) as engine:
        plain = engine.engine.count(CountTokens(1, request(*drawing()))).prompt_tokens
        (each,) = engine.engine.count(CountTokens(1, None, (), (RED,))).image_tokens
        for drawn in ((RED,), (RED, BLUE), (BLUE, Image("no.png", b"no picture"), Image("x.png", RED.data[:60]))):
            seen = sum(image in (RED, BLUE) for image in drawn)
            asked = request(*drawing(*drawn))
            counted = engine.engine.count(CountTokens(1, asked, accounts=True))
            assert 0 <= counted.prompt_tokens - plain - seen * each <= 4 * seen, "a line, and nothing of its sign"
            assert counted.account is not None
            assert "".join(piece.text for piece in counted.account.pieces).count("[blue.bmp]") == (BLUE in drawn)
        red, blue = (logits(engine, request(*drawing(image))) for image in (RED, BLUE))
        assert float(np.abs(red - blue).max()) > 0.1
        assert ask(engine, *drawing(RED, BLUE)).raw

        many = engine.engine.count(CountTokens(1, request(*drawing(*[RED] * 40)))).prompt_tokens
        assert many <= plain + 8192 // 4 + 4 * 40


def test_a_model_without_eyes_is_told_what_tools_say(tmp_path: Path) -> None:
    with RunningEngine(tiny_model("llama", tmp_path)) as engine:
        assert ask(engine, *drawing(RED)).stats.prompt_tokens == ask(engine, *drawing()).stats.prompt_tokens


def drawing(*drawn: Image) -> tuple[Message, ...]:
    call, result = ToolCall("c1", "draw", "{}"), ToolResult("c1", "shown", images=drawn)
    return question("draw it"), Message("assistant", (call,)), Message("tool", (result,))


def test_a_model_without_eyes_says_so(tmp_path: Path) -> None:
    with RunningEngine(tiny_model("llama", tmp_path)) as engine:
        loaded = engine.events[-1]
        assert isinstance(loaded, ModelLoaded)
        assert not loaded.info.sees_images
        assert not loaded.info.notes
        with pytest.raises(ModelSeesNoImages, match="cannot look at images") as caught:
            ask(engine, question("what is it", RED))
        assert "mmproj" in caught.value.advice
        assert engine.engine.count(CountTokens(1, None, (), (RED,))).image_tokens == (0,)
        assert ask(engine, question("what is it")).raw


def test_a_part_of_another_model_is_passed_over_with_a_note_unless_it_was_asked_for(tmp_path: Path) -> None:
    wrong = image_part("gemma3", tmp_path, width=96)
    model = tiny_model("llama", tmp_path)
    with RunningEngine(model) as engine:
        loaded = engine.events[-1]
        assert isinstance(loaded, ModelLoaded)
        assert not loaded.info.sees_images
        assert "does not belong to tiny-llama.gguf" in loaded.info.notes[0].text()
        assert ask(engine, question("what is it")).raw
    with pytest.raises(ImagePartDoesNotMatch, match="repository"):
        load_with(model, wrong)
    with pytest.raises(ImagePartMissing, match=r"elsewhere\.gguf"):
        load_with(model, tmp_path / "elsewhere.gguf")
    (tmp_path / "cut.gguf").write_bytes(wrong.read_bytes()[:3000])
    with pytest.raises(ImagePartNotLoadable, match=r"cut\.gguf"):
        load_with(model, tmp_path / "cut.gguf")


def test_no_part_is_taken_where_none_is_wanted(tmp_path: Path) -> None:
    with RunningEngine(model_that_sees(tmp_path), options=LoadOptions(mmproj="")) as engine:
        loaded = engine.events[-1]
        assert isinstance(loaded, ModelLoaded)
        assert not loaded.info.sees_images


def load_with(model: Path, part: Path) -> None:
    with RunningEngine(options=LoadOptions(mmproj=str(part))) as engine:
        engine.load(model)


@pytest.mark.parametrize(("architecture", "projector"), KINDS)
def test_replies_go_on_while_an_image_is_computed_and_write_what_they_write_without(
    architecture: str, projector: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_batch, "_MEANWHILE_EVERY_S", 0.0)
    model = model_that_sees(tmp_path, architecture, projector)
    plain, seeing = request(question("Go on.")), request(question("And this?", RED))
    plain = replace(plain, sampling=structs.replace(GREEDY, max_tokens=40))
    with RunningEngine(model) as engine:
        alone = [engine.answer_to(one).raw for one in (plain, seeing)]
    with RunningEngine(model) as engine:
        loaded = engine.engine._loaded
        assert loaded is not None
        pool = loaded.pool
        reading: list[int] = []
        read = ImageReader.read

        def held() -> int:
            return sum(len(one.sequence.tokens) for one in pool.held)

        def watched(self: ImageReader, *arguments: object, **more: object) -> int:
            before = held()
            code = read(self, *arguments, **more)  # type: ignore[arg-type]
            reading.append(held() - before)
            return code

        monkeypatch.setattr(ImageReader, "read", watched)
        engine.engine.start(StartRun(RunId(1), plain))
        engine.go_on(4)
        engine.engine.start(StartRun(RunId(2), seeing))
        engine.go_on()
        together = [
            "".join(e.raw for e in engine.events if isinstance(e, RunDelta) and e.run.turn == turn) for turn in (1, 2)
        ]

    assert len(reading) == 1
    assert reading[0] > 0, "the other reply went on"
    # Rounding differs between batches, so that a draw between two equals may fall otherwise near the end.
    assert [raw[:12] for raw in together] == [raw[:12] for raw in alone]


@pytest.mark.parametrize("stopped", [1, 2])
def test_a_stop_while_an_image_is_computed_ends_that_run_only(
    stopped: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_batch, "_MEANWHILE_EVERY_S", 0.0)
    model = model_that_sees(tmp_path)
    plain, seeing = request(question("Go on.")), request(question("And this?", RED))
    plain = replace(plain, sampling=structs.replace(GREEDY, max_tokens=40))
    with RunningEngine(model) as engine:
        alone = [engine.answer_to(one).raw for one in (plain, seeing)]
    with RunningEngine(model) as engine:
        codes: list[int] = []
        read = ImageReader.read

        def watched(self: ImageReader, *arguments: object, **more: object) -> int:
            engine.interrupts.stop(RunId(stopped))
            codes.append(read(self, *arguments, **more))  # type: ignore[arg-type]
            return codes[-1]

        monkeypatch.setattr(ImageReader, "read", watched)
        engine.engine.start(StartRun(RunId(1), plain))
        engine.go_on(4)
        engine.engine.start(StartRun(RunId(2), seeing))
        engine.go_on()
        ends = {e.run.turn: e.stats.reason for e in engine.events if isinstance(e, RunFinished)}
        other = 3 - stopped
        raw = "".join(e.raw for e in engine.events if isinstance(e, RunDelta) and e.run.turn == other)

    assert ends == {stopped: FinishReason.STOPPED, other: FinishReason.LENGTH}
    assert len(codes) <= 1, "the image is not computed twice"
    assert raw[:12] == alone[other - 1][:12]
