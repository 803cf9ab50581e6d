"""Chat templates that were made to keep the engine busy, to fill its memory, or to end it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from app.inference.chat_template import ChatTemplate, RenderingWasStopped
from app.inference.engine import Interrupts
from app.inference.errors import TemplateFailed, TemplateTookTooLong
from app.inference.protocol import FinishReason, RunFinished
from app.messages import Message, RunId
from tests.fakes.tiny_models import scripted_model, templates
from tests.fakes.tiny_models.running_engine import RunningEngine

QUESTION = [Message.user("Hello")]
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def insisting_on(names: int) -> str:
    """Return a template that fails on each of so many names that nothing defines, one after another."""
    return "".join(f"{{{{ name_{number}.part }}}}" for number in range(names))


@pytest.mark.parametrize("names", [100, 1000, 20_000])
def test_a_template_with_thousands_of_unknown_names_is_told_in_time(names: int) -> None:
    began = time.monotonic()

    with pytest.raises((TemplateFailed, TemplateTookTooLong), match=r"too many names|did not finish"):
        ChatTemplate(insisting_on(names), limit_s=1.0).render(QUESTION)

    assert time.monotonic() - began < 30.0


def test_a_template_with_a_few_unknown_names_still_works() -> None:
    assert ChatTemplate(insisting_on(20) + "{{ messages[0].content }}").render(QUESTION) == "Hello"


def test_the_time_limit_holds_for_all_renderings_together() -> None:
    loops = "{% for a in range(3000) %}{% for b in range(99) %}{% endfor %}{% endfor %}"
    slow = "".join(f"{loops}{{{{ name_{number}.part }}}}" for number in range(30))
    template = ChatTemplate("{% if message['type'] %}{% endif %}" + slow, limit_s=1.0)
    began = time.monotonic()

    with pytest.raises(TemplateTookTooLong):
        template.render([Message.system("Be brief."), *QUESTION])

    assert time.monotonic() - began < 20.0


def test_a_rendering_stops_when_it_is_told_to() -> None:
    stop = threading.Event()
    timer = threading.Timer(0.3, stop.set)
    timer.start()
    began = time.monotonic()

    with pytest.raises(RenderingWasStopped):
        ChatTemplate(ENDLESS, limit_s=60.0).render(QUESTION, is_stopped=stop.is_set)

    timer.join()
    assert time.monotonic() - began < 30.0


def test_a_template_can_be_used_again_after_it_was_stopped() -> None:
    template = ChatTemplate("{{ messages[0].content[0].text }}")  # found out with the first rendering

    with pytest.raises(RenderingWasStopped):
        template.render(QUESTION, is_stopped=lambda: True)

    assert template.render(QUESTION) == "Hello"


@pytest.fixture
def loads_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """A load renders for no longer than a second."""
    usual = ChatTemplate.__init__.__kwdefaults__
    assert usual is not None
    monkeypatch.setitem(usual, "limit_s", 1.0)


@pytest.mark.usefixtures("loads_fast")
def test_a_turn_whose_template_never_ends_can_be_stopped(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template=templates.PLAIN + ENDLESS)
    interrupts = Interrupts()

    def stop() -> None:
        for number in range(10):
            interrupts.stop(RunId(number))

    with RunningEngine(model, context=512, interrupts=interrupts) as engine:
        assert engine.engine._loaded is not None
        engine.engine._loaded.prompts._template._limit_s = 60.0
        timer = threading.Timer(0.5, stop)
        timer.start()

        engine.answer("Hello")

        timer.join()
        finished = engine.events[-1]
    assert isinstance(finished, RunFinished)
    assert finished.stats.reason is FinishReason.STOPPED


@pytest.mark.usefixtures("loads_fast")
def test_a_template_that_only_stumbles_over_history_costs_no_more_than_time(tmp_path: Path) -> None:
    stumbling = (
        templates.PLAIN + "{% for m in messages %}{% if m.role == 'assistant' %}" + ENDLESS + "{% endif %}{% endfor %}"
    )
    model = scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template=stumbling)
    with RunningEngine(model, context=512) as engine:
        assert engine.answer("Hello").answer == "Yes"

        engine.engine.rest(lambda: False)

        assert engine.answer("Hello").answer == "Yes"


@pytest.mark.parametrize("source", ["{# nothing #}", "{% set x = 1 %}", "{{ nobody }}"])
def test_a_template_that_makes_nothing_of_a_question_is_told_as_that(tmp_path: Path, source: str) -> None:
    model = scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template=source)

    with RunningEngine(model, context=512) as engine, pytest.raises(TemplateFailed, match="makes nothing"):
        engine.answer("Hello")
