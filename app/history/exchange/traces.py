"""Thinking traces for training, in the form that distillation uses: a line of JSON for each conversation.

Of a question that was asked several times every finished sample has a line, with what the vote over them came to, so
that those that agree can be told from the others.
"""

from __future__ import annotations

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.records import MessageState
from app.history.step_messages import messages_of
from app.history.votes import vote_from
from app.messages import Message, ToolCall, ToolResult


class TraceFunction(msgspec.Struct, frozen=True):
    """What is called; the arguments are JSON as the model wrote it."""

    name: str
    arguments: str


class TraceCall(msgspec.Struct, frozen=True):
    """A call of a tool."""

    id: str
    function: TraceFunction
    type: str = "function"


class TraceMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message; replies carry their thought in `reasoning_content`, and calls of tools are followed by results."""

    role: str
    content: str
    reasoning_content: str | None = None
    tool_calls: list[TraceCall] | None = None
    tool_call_id: str | None = None


class TraceVote(msgspec.Struct, frozen=True, omit_defaults=True):
    """How the last reply stood in a vote: `answer` is what it answers, and so do `agree` of the `finished` ones.

    `sample` counts from 0, of `samples` at most. `winner` is `None` for a tie, and where nothing could be compared.
    `model` wrote it, where several models were asked.
    """

    sample: int
    samples: int
    finished: int
    answer: str | None
    agree: int
    winner: str | None
    model: str | None = None


class Trace(msgspec.Struct, frozen=True, omit_defaults=True):
    """A conversation."""

    messages: list[TraceMessage]
    vote: TraceVote | None = None


def traces_of(tree: ConversationTree) -> list[Trace]:
    """Return the branch shown up to its last complete reply, and the line to each other reply that had a vote."""
    votes = _votes(tree)
    shown = [place for place in tree.line(tree.shown) if _is_complete(tree, place)][-1:]
    return [_trace(tree, place, votes.get(place)) for place in (*shown, *sorted(votes.keys() - shown))]


def _is_complete(tree: ConversationTree, place: int) -> bool:
    message = tree.messages[place]
    return message.role == "assistant" and message.state is MessageState.COMPLETE


def _votes(tree: ConversationTree) -> dict[int, TraceVote]:
    """Return how the replies stood in the votes that have come to something, by their places."""
    groups: dict[int, list[int]] = {}
    for place, message in enumerate(tree.messages):
        if message.group is not None:
            groups.setdefault(message.group, []).append(place)
    found: dict[int, TraceVote] = {}
    for first, places in groups.items():
        stored = tree.messages[first].more.get("vote")
        kept = vote_from(stored) if isinstance(stored, str) else None
        if kept is None or kept.outcome is None:
            continue
        outcome = kept.outcome
        for group in outcome.groups:
            for sample in group.samples:
                if sample < len(places) and _is_complete(tree, places[sample]):
                    agree = len(group.samples) if group.answer is not None else 0
                    writer = tree.messages[places[sample]].model_name if kept.models else None
                    found[places[sample]] = TraceVote(
                        sample, kept.samples, outcome.finished, group.answer, agree, outcome.winner, writer
                    )
    return found


def _trace(tree: ConversationTree, place: int, vote: TraceVote | None) -> Trace:
    messages = [TraceMessage("system", tree.system_prompt())] if tree.system_prompt() else []
    for one in tree.line(place):
        message = tree.messages[one]
        if message.role == "user":
            files = "".join(
                f"{file.name}:\n\n{file.text}\n\n" if file.text else f"[{file.name}]\n\n"
                for file in message.attachments
            )
            messages.append(TraceMessage("user", files + message.answer))
        else:
            messages += map(_traced, messages_of(message.made_of()))
    return Trace(messages, vote)


def _traced(message: Message) -> TraceMessage:
    results = [part for part in message.parts if isinstance(part, ToolResult)]
    if results:
        return TraceMessage("tool", results[0].content, tool_call_id=results[0].call_id)
    calls = [
        TraceCall(part.call_id, TraceFunction(part.name, part.arguments))
        for part in message.parts
        if isinstance(part, ToolCall)
    ]
    return TraceMessage(message.role, message.text, message.thinking, calls or None)
