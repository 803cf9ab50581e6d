"""Which of the oldest turns to leave out of a prompt so that it fits."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.conversation.prompt import images_of, question_text
from app.gguf import read_header, shard_set
from app.hardware.machine import Machine
from app.hardware.memory_fit import FitWishes, MemoryFit
from app.hardware.memory_needs import weights_bytes
from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.records import StoredMessage, ToolStep
from app.history.step_messages import answered
from app.inference.protocol import ModelInfo
from app.messages import Image


@dataclass(frozen=True, slots=True)
class TurnText:
    """What a turn puts into the prompt: a question with its files, and its answer."""

    question_id: int
    text: str
    images: tuple[Image, ...] = ()

    def tokens(self, text_tokens: int, image_tokens: Iterator[int]) -> int:
        """Return what it takes: of its text, and of its images, which come next in `image_tokens`."""
        return text_tokens + sum(itertools.islice(image_tokens, len(self.images)))


def turn_texts(
    branch: Sequence[StoredMessage], files: Mapping[int, Sequence[StoredAttachment]], exclusions: ContextExclusions
) -> list[TurnText]:
    """Return the turns of a branch that are sent, oldest first."""
    texts: dict[int, str] = {}
    images: dict[int, tuple[Image, ...]] = {}
    for message in branch:
        if message.role == "user" and message.id not in exclusions.questions:
            own = () if message.id in exclusions.files else files.get(message.id, ())
            texts[message.id] = question_text(own, message.answer)
            images[message.id] = images_of(own)
        elif message.role == "assistant" and message.parent_id in texts:
            texts[message.parent_id] += "\n" + "\n".join((message.answer, *_tool_texts(message)))
    return [TurnText(question_id, text, images[question_id]) for question_id, text in texts.items()]


def _tool_texts(reply: StoredMessage) -> list[str]:
    """Return what tools were asked and told: it is sent with the answer."""
    steps = [step for step in answered(reply.steps) if isinstance(step, ToolStep)]
    return [text for step in steps for text in (step.call.arguments, step.result.content if step.result else "")]


def sized_turns(
    turns: Sequence[TurnText], text_tokens: Sequence[int], image_tokens: Sequence[int]
) -> list[tuple[int, int]]:
    """Return (question id, tokens) of each turn, by what its text and all images were counted to take."""
    of_images = iter(image_tokens)
    return [(turn.question_id, turn.tokens(tokens, of_images)) for turn, tokens in zip(turns, text_tokens, strict=True)]


def oldest_to_leave_out(
    turns: Sequence[tuple[int, int]], excess_tokens: int, *, older: tuple[int, ...] = (), keeps_one: bool = False
) -> tuple[int, ...] | None:
    """Return the ids of the oldest turns, of (question id, tokens) each, that together have so many tokens.

    `older` are ids of turns before these, which go as well. `None` if all of them are too few, since something else is
    too long; with `keeps_one` also if none of these would be left.
    """
    chosen: list[int] = []
    for question_id, tokens in turns:
        if excess_tokens <= 0:
            break
        chosen.append(question_id)
        excess_tokens -= tokens
    if excess_tokens > 0 or (keeps_one and len(chosen) == len(turns)):
        return None
    return (*older, *chosen)


# Whether a model could be loaded with a larger context.

_STEP = 256
_ROUND = 1024


def longer_context(info: ModelInfo, needed_tokens: int) -> int | None:
    """Return a context that would hold so many tokens with room for a reply, twice the present one at least.

    `None` where the model runs elsewhere or was not trained for that. Whether the memory is there the load finds out.
    """
    if info.placement is None:
        return None
    wanted = max(2 * info.context, -(-(needed_tokens * 5 // 4) // _ROUND) * _ROUND)
    possible = min(wanted, info.context_limit or wanted)
    return possible if possible > max(info.context, needed_tokens) else None


def larger_context(info: ModelInfo, needed_tokens: int) -> int | None:
    """Return the context in tokens to load the model with for a prompt so long, `None` if there is none that fits.

    Twice the present one if that is enough, else as much as is needed with some room, at most what the model was
    trained for and what fits into the computer's memory; what the loaded model holds counts as free. Reads the file's
    header. Raises the errors of `app.gguf` and `OSError`.
    """
    placement = info.placement
    if placement is None:
        return None
    wanted = max(2 * info.context, -(-(needed_tokens * 5 // 4) // _STEP) * _STEP)
    paths = shard_set(Path(placement.path)).paths
    headers = tuple(read_header(path) for path in paths)
    size_bytes = sum(path.stat().st_size for path in paths)
    machine = Machine.now()
    held_bytes = size_bytes if not placement.gpu_layers else 0
    fit = MemoryFit.estimate(
        headers,
        model_name=info.name,
        weights_bytes=weights_bytes(headers[0], size_bytes),
        context=wanted,
        free_bytes=min(machine.available_memory_bytes + held_bytes, machine.total_memory_bytes),
        wishes=FitWishes(cache_type=placement.cache_type),
    )
    possible = min(wanted, fit.max_context, info.context_limit or wanted)
    return possible if possible > info.context and possible >= needed_tokens else None
