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
    assert costs.of_all(()) == (0, True)

    def asked(place: int) -> CountTokens:
        question = engine.told[place]
        assert isinstance(question, CountTokens)
        return question

    costs.count((LOOK, RAIN), (RAIN,))
    each, together = asked(-2), asked(-1)
    assert [("look" in text, "rain" in text) for text in each.texts] == [(True, False), (False, True)]
    assert together.request is not None
    assert together.request.tools == (RAIN,)
    counting.take(TokensCounted(each.count_id, 0, (21, 17)))
    counting.take(TokensCounted(together.count_id, 150))
    bare = asked(-1)
    assert bare.request is not None
    assert bare.request.tools == ()
    counting.take(TokensCounted(bare.count_id, 30))
    assert (told, costs.of(LOOK), costs.of(RAIN), costs.of_all((RAIN,))) == (
        [1, 1],
        (21, True),
        (17, True),
        (120, True),
    )
    assert costs.of_all((LOOK,)) == (21, False)
    count = len(engine.told)
    costs.count((LOOK, RAIN), (RAIN,))
    assert len(engine.told) == count, "it is known"
    costs.forget()
    assert costs.of(LOOK) == (LOOK.tokens, False)


def test_a_great_many_tools_are_counted_a_part_at_a_time() -> None:
    engine = HeardEngine()
    counting = TokenCounting(lambda: engine)
    many = [ToolSpec(f"tool {number}", "", "{}") for number in range(250)]
    costs = ToolCosts(counting, lambda: costs.count(many, ()))

    costs.count(many, ())
    sizes = []
    while isinstance(asked := engine.told[-1], CountTokens) and not costs.of(many[-1]).is_counted:
        sizes.append(len(asked.texts))
        counting.take(TokensCounted(asked.count_id, 0, (3,) * len(asked.texts)))
    assert sizes == [100, 100, 50]
