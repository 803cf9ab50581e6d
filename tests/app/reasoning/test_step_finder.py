"""The steps of a thought, found while it streams."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from app.reasoning import StepKind, TraceStep, marks_of, with_ends
from app.reasoning.step_finder import StepFinder
from tests.fakes.marked_thoughts import DATA, at_blank_lines, found_steps, marked_thoughts, measured

MANY = ("models", "prose", "real")
LEARNED = sorted(path.stem for path in DATA.glob("*.txt") if not path.stem.startswith(("kept", *MANY)))
SAMPLE = [
    thought
    for kind in MANY
    for path in sorted(DATA.glob(f"{kind}_*.txt"))
    for thought in marked_thoughts(path.stem)[::10]
]
ALL = [*SAMPLE, *(thought for half in LEARNED for thought in marked_thoughts(half))]


def kinds_in(text: str) -> list[tuple[str, str]]:
    return [(step.kind.value, text[step.start : end].strip()) for step, end in with_ends(found_steps(text), len(text))]


@pytest.mark.parametrize("half", LEARNED)
def test_the_weights_are_those_that_the_marked_thoughts_teach(half: str) -> None:
    """Of thoughts that nothing was learned of, fewer steps are found: `packaging/step_finder/train.py` tells."""
    thoughts = marked_thoughts(half)
    found, baseline = measured(thoughts, found_steps), measured(thoughts, at_blank_lines)

    assert len({thought.language for thought in thoughts}) == 7
    assert min(found["all"].precision, found["all"].recall) >= (0.83 if half == "natural" else 0.87)
    assert found["all"].recall > baseline["all"].recall + 0.3


@pytest.mark.parametrize(("half", "kinds", "places"), [("kept_prose", 0.66, 0.87), ("kept_real", 0.72, 0.86)])
def test_steps_are_found_in_thoughts_that_nothing_was_learned_of(half: str, kinds: float, places: float) -> None:
    thoughts = marked_thoughts(half)
    found, baseline = measured(thoughts, found_steps), measured(thoughts, at_blank_lines)

    assert len({thought.language for thought in thoughts}) == 7
    assert min(found["all"].precision, found["all"].recall) >= kinds
    assert min(found["places"].precision, found["places"].recall) >= places
    assert found["all"].recall > baseline["all"].recall + 0.3
    assert found["places"].recall > baseline["places"].recall + 0.1


def test_the_weights_are_those_that_thoughts_in_the_manner_of_real_ones_teach() -> None:
    thoughts = [one for path in DATA.glob("real_*.txt") for one in marked_thoughts(path)][::4]
    found = measured(thoughts, found_steps)

    assert min(found["all"].precision, found["all"].recall) >= 0.95


@given(st.sampled_from(ALL), st.lists(st.integers(1, 40), max_size=60))
def test_the_steps_do_not_depend_on_the_pieces(thought: object, sizes: list[int]) -> None:
    text = thought.text  # type: ignore[attr-defined]
    finder, whole = StepFinder(), StepFinder()
    start = 0
    for size in sizes:
        finder.feed(text[start : start + size])
        start += size
    finder.feed(text[start:])
    whole.feed(text)

    assert [(step.kind, step.start) for step in finder.finish()] == [(one.kind, one.start) for one in whole.finish()]


def test_a_thought_turns_in_the_middle_of_a_paragraph() -> None:
    text = "We have 3 apples. Wait, is it pears? It says pears. They cost 6, 2 each. Let me check: 3 · 2 is 6. Fine."

    assert kinds_in(text) == [
        ("statement", "We have 3 apples."),
        ("doubt", "Wait, is it pears? It says pears."),
        ("statement", "They cost 6, 2 each."),
        ("check", "Let me check: 3 · 2 is 6. Fine."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Firstborn sons inherit. The wait time is 3 minutes. Wait times grow.",
        "First terms matter, and the first term is 2. Check digits repeat. The check digit is 7.",
        "Backing up takes long. Returns are high. Alternating current flows. Casey is here. They wait.",
        "The word is long. Therefore was spelled wrong. It lacks an e.",
        "1. Eggs\n2. Milk\n3. Bread",
    ],
)
def test_words_that_only_look_like_a_turn_are_none(text: str) -> None:
    assert {kind for kind, _ in kinds_in(text)} <= {"statement"}


def test_a_check_that_fails_is_told_by_its_result() -> None:
    finder = StepFinder()
    finder.feed("We need 3x = 14, so x is 4.\n\nLet me verify: 3 · 4 is 12. ")
    before = finder.steps[-1].kind
    changed = finder.feed("That doesn't match 14. So x is wrong. ")

    assert before is not StepKind.FAILED_CHECK
    assert (finder.steps[-1].kind, changed) == (StepKind.FAILED_CHECK, 1)


def test_conditions_side_by_side_are_cases_and_one_alone_is_not() -> None:
    alone = "It rains.\n\nIf it rains, we stay.\n\nWe stay."
    finder = StepFinder()
    finder.feed("Who was it?\n\nIf it was Ana, then Ben lies, so two lie.\n\n")
    before = [step.kind.value for step in finder.steps]
    changed = finder.feed("If it was Ben, then only Ana lies. That fits.\n\n")

    assert "case" not in [kind for kind, _ in kinds_in(alone)]
    assert (before, changed) == (["statement", "statement"], 1)
    assert [step.kind.value for step in finder.steps] == ["statement", "case", "case"]


def test_markup_before_a_cue_does_not_hide_it() -> None:
    text = "Think.\n\n* **Wait**, no.\n* *Alternatively*, two.\n\n## Final answer: 3"

    assert [kind for kind, _ in kinds_in(text)] == ["statement", "doubt", "alternative", "conclusion"]


def test_code_and_formulas_are_steps_only_after_a_blank_line() -> None:
    text = "The code is:\n```\nwait = 1\n\n# Wait, no.\n```\n\nIt gives:\n\n\\[\nx = 2.\n\n\\]\n\nWait, why?"

    assert [text[step.start :][:5] for step in found_steps(text)] == ["The c", "It gi", "\\[\nx ", "Wait,"]


def test_a_step_knows_how_many_tokens_and_seconds_came_before_it() -> None:
    finder = StepFinder()
    for count, piece in enumerate(["One.", "\n\n", "Wait, ", "two? ", "No. "]):
        finder.feed(piece, tokens=count * 10, seconds=count / 2)

    assert finder.finish() == [TraceStep(StepKind.STATEMENT, 0), TraceStep(StepKind.DOUBT, 6, tokens=20, began_s=1.0)]


def test_a_step_found_after_a_thought_was_gone_on_with_began_before_it_was_cut() -> None:
    text = SAMPLE[0].text
    for cut in range(40, len(text), 97):
        before, after = StepFinder(), StepFinder()
        for start in range(cut):
            before.feed(text[start], tokens=start)
        after.feed(text[:cut])
        after.tell(marks_of(before.finish()))
        for start in range(cut, len(text)):
            after.feed(text[start], tokens=start)
        starts = [step.start for step in after.finish()]
        assert [step.tokens for step in after.steps] == pytest.approx(starts, abs=1), cut


def test_a_sentence_without_an_end_is_not_waited_for() -> None:
    finder = StepFinder()
    for _ in range(3000):
        finder.feed("ab ")

    assert finder.steps == [TraceStep(StepKind.STATEMENT, 0)]
