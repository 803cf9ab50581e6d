from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.conversation.preferences import SessionPreferences
from app.inference.scripted_engine import Script, Step
from tests.fakes.conversation_stage import ConversationStage
from tests.fakes.forked_children import fork_children

MakeStage = Callable[..., ConversationStage]


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeStage]:
    """Make a stage with these turns; closed after the test."""
    fork_children(monkeypatch)
    made: list[ConversationStage] = []

    def make(
        *turns: tuple[Step, ...],
        load: tuple[Step, ...] = (),
        refuses: str = "",
        preferences: SessionPreferences | None = None,
    ) -> ConversationStage:
        script = Script(turns=turns or Script().turns, load=load, refuses=refuses)
        made.append(ConversationStage(tmp_path, script, preferences=preferences))
        return made[-1]

    yield make
    for each in made:
        each.close()
