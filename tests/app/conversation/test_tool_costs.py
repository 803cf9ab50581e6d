"""What tools cost of a prompt is guessed, and counted as soon as there is a model that counts."""

from __future__ import annotations

from app.conversation.tool_costs import ToolCosts
from app.engines.token_counting import TokenCounting
from app.inference.protocol import CountTokens, TokensCounted
from app.messages import ToolSpec
from tests.fakes.heard_engine import HeardEngine

LOOK = ToolSpec("look", "Looks around.", '{"type": "object"}')
RAIN = ToolSpec("rain", "Tells of rain.", "{}")
LENGTHS = {"": 30, "rain": 90, "other": 70, "other rain": 87, "other look": 91}
"""Of prompts with these tools."""


class Counter:
    """Answers what is asked of the engine, in order."""

    def __init__(self) -> None:
        self.engine = HeardEngine()
        self.counting = TokenCounting(lambda: self.engine)

    def answer(self) -> list[str]:
        """Answer all that was asked since; return of which tools."""
        asked = [question for question in self.engine.told if isinstance(question, CountTokens)]
        self.engine.told.clear()
        names = []
        for question in asked:
            assert question.request is not None
            names.append(" ".join(tool.name for tool in question.request.tools))
            self.counting.take(TokensCounted(question.count_id, LENGTHS.get(names[-1], 100)))
        return names


def test_tools_are_counted_by_what_they_make_a_prompt_longer() -> None:
    counter, told = Counter(), []
    costs = ToolCosts(counter.counting, lambda: told.append(1))
    assert costs.of(LOOK) == (LOOK.tokens, False)
    assert costs.of_all((LOOK, RAIN)) == (LOOK.tokens + RAIN.tokens, False)
    assert costs.of_all(()) == (0, True)

    costs.count((LOOK, RAIN), (RAIN,))
    assert counter.answer() == ["", "rain", "other", "other look", "other rain"]
    assert (told, costs.of(LOOK), costs.of(RAIN)) == ([1], (21, True), (17, True))
    assert costs.of_all((RAIN,)) == (60, True), "with what is said of tools at all"
    assert costs.of_all((LOOK,)) == (21, False)

    costs.count((LOOK, RAIN), (RAIN,))
    assert counter.answer() == []
    costs.count((LOOK, RAIN), (LOOK,))
    costs.forget()
    assert counter.answer() == ["look"]
    assert costs.of(LOOK) == (LOOK.tokens, False), "that was of another model"


def test_a_great_many_tools_are_counted_some_at_a_time() -> None:
    counter = Counter()
    many = [ToolSpec(f"tool {number}", "", "{}") for number in range(45)]
    costs = ToolCosts(counter.counting, lambda: costs.count(many, ()))

    costs.count(many, ())
    assert [len(counter.answer()) for _ in range(4)] == [20, 20, 7, 0]
    assert all(costs.of(tool).is_counted for tool in many)
