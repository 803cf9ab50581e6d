"""Replies of real shape in the real window: no marker is seen, no thought in an answer, no answer in a thought.

Tiny models of every family write what they are told to, and the vectors of `tests/data/reasoning.json` are played by a
scripted engine. `ASIDE_REPLIES=all` asks for every reply of every family (some two hundred); the suite for one of each.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engines.model_status import ModelPhase
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.scripted_engine import Say, Script, ScriptedEngineFactory
from app.paths import AppPaths
from tests.fakes.family_replies import BODIES, FAMILIES, Body, Family, model_writing
from tests.ui.conftest import session_of
from tests.ui.shown_and_kept import blocks_shown, read_anew
from tests.ui.window_actions import answer_of, ask, has_ended, last_reply, thought_in_pane
from ui.assembly import Assembly
from ui.platform import keep_awake

_ASKS_ALL = os.environ.get("ASIDE_REPLIES") == "all"
_VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "reasoning.json").read_text(encoding="utf-8")
)
_PLAYED = [
    one
    for one in _VECTORS
    if "pieces" not in one and not one["prompt_opens_thinking"] and "tools offered" not in one["family"]
]

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(autouse=True)
def the_desktop_may_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep_awake, "wakefulness_command", tuple)


@contextmanager
def window_on(qapp: QApplication, qtbot: QtBot, home: Path, factory: Any) -> Iterator[Assembly]:
    assembly = Assembly(qapp, AppPaths.from_environment({"ASIDE_HOME": str(home)}), engine_factory=lambda: factory)
    try:
        with qtbot.waitSignal(assembly.started):
            assembly.show()
        assembly.window.resize(1300, 800)
        yield assembly
    finally:
        assembly.close()


def asked(assembly: Assembly, qtbot: QtBot) -> tuple[str, str]:
    """Return what the pane and the card show of the reply to a question, after it has ended."""
    qtbot.waitUntil(lambda: session_of(assembly).model_status.phase is ModelPhase.READY)
    assembly.content.sidebar.new_chat.click()
    ask(assembly, "Why?")
    qtbot.waitUntil(lambda: session_of(assembly).running_turn is not None)
    qtbot.waitUntil(has_ended(assembly))
    view = last_reply(assembly)
    answer = answer_of(view)
    assert blocks_shown(view.text_view(), qtbot) == read_anew(answer, is_over=True)
    return thought_in_pane(assembly), answer


def bodies_of(family: Family) -> tuple[Body, ...]:
    return BODIES if _ASKS_ALL else (BODIES[FAMILIES.index(family) % len(BODIES)],)


def test_replies_of_every_family_are_shown_as_they_were_meant(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, aside_home: Path
) -> None:
    wrong: list[str] = []
    with window_on(qapp, qtbot, aside_home, LlamaEngineFactory()) as assembly:
        for family in FAMILIES:
            for number, body in enumerate(bodies_of(family)):
                folder = tmp_path / f"{family.name} {number}"
                folder.mkdir()
                session_of(assembly).choose_model(str(model_writing(folder, family, body)), family.name)
                thought, answer = asked(assembly, qtbot)
                if (thought.strip(), answer.rstrip()) != (body.thought, body.answer):
                    wrong.append(f"{family.name}: ({thought}) {answer}")

    assert not wrong


@pytest.mark.parametrize("vector", _PLAYED if _ASKS_ALL else _PLAYED[::6], ids=lambda vector: vector["id"])
def test_vectors_are_shown_as_they_were_meant(
    qapp: QApplication, qtbot: QtBot, aside_home: Path, vector: dict[str, Any]
) -> None:
    names = ("open", "close", "implicit_close", "answer_open", "answer_close")
    template = "".join(marker for name in names for marker in vector["markers"][name])
    template += "<|content|>" if vector["markers"]["protocol"] == "solar" else ""
    raw = vector["raw"]
    steps = tuple(Say(raw[at : at + 5]) for at in range(0, len(raw), 5))

    with window_on(qapp, qtbot, aside_home, ScriptedEngineFactory(Script(turns=(steps,), template=template))) as window:
        thought, answer = asked(window, qtbot)

    assert (_normal(thought), _normal(answer)) == (_normal(vector["reasoning"]), _normal(vector["answer"]))


def _normal(text: str) -> str:
    return re.sub(r"\n+", "\n", text.strip())
