"""What a model is asked when several of its answers, on which no vote can be held, are to become one."""

from __future__ import annotations

from collections.abc import Sequence

_TASK = (
    "Below are {count} answers to the question above, written independently of each other. Make one answer of them: "
    "keep what they agree on, and name plainly where they differ and what speaks for each. Write in the language of "
    "the question, and do not number or quote the answers."
)


def synthesis_task(answers: Sequence[str]) -> str:
    """Return what follows the question."""
    parts = [_TASK.format(count=len(answers))]
    parts += [f"Answer {number}:\n{answer.strip()}" for number, answer in enumerate(answers, start=1)]
    return "\n\n".join(parts)
