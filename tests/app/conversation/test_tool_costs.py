"""What tools cost of a prompt is guessed, and counted as soon as there is a model that counts."""

from __future__ import annotations

from app.conversation.tool_costs import ToolCosts
from app.engines.token_counting import TokenCounting
from app.inference.protocol import CountTokens, TokensCounted
from app.messages import ToolSpec
from tests.fakes.heard_engine import HeardEngine

LOOK = ToolSpec("look", "Looks around.", '{"type": "object"}')
RAIN = ToolSpec("rain", "Tells of rain.", "{}")


def test_tools_are_counted_by_what_they_make_a_prompt_longer() -> None:
    engine, told = HeardEngine(), []
    counting = TokenCounting(lambda: engine)
    costs = ToolCosts(counting, lambda: told.append(1))
    assert costs.of(LOOK) == (LOOK.tokens, False)
    assert costs.of_all((LOOK, RAIN)) == (LOOK.tokens + RAIN.tokens, False)

    def answer(prompt: int, *texts: int) -> CountTokens:
        asked = engine.told[-1]
        assert isinstance(asked, CountTokens)
        counting.take(TokensCounted(asked.count_id, prompt, texts))
        return asked

    costs.count((LOOK, RAIN), (RAIN,))
    asked = answer(150, 21, 17)
    assert asked.request is not None
    assert (asked.request.tools, ["look" in text for text in asked.texts]) == ((RAIN,), [True, False])
    asked = answer(30)
    assert asked.request is not None
    assert asked.request.tools == ()
    assert (told, costs.of(LOOK), costs.of(RAIN), costs.of_all((RAIN,))) == ([1], (21, True), (17, True), (120, True))
    assert costs.of_all((LOOK,)) == (21, False)
    count = len(engine.told)
    costs.count((LOOK, RAIN), (RAIN,))
    assert len(engine.told) == count, "it is known"
    costs.forget()
    assert costs.of(LOOK) == (LOOK.tokens, False)
