"""Whatever a server sends, a reply is read without a stumble, and how the stream is cut changes nothing."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings, strategies as st

from app.engines.endpoint_call import Chunk, ChunkChoice, ChunkText
from app.engines.endpoint_profile import ThoughtsOut
from app.engines.endpoint_reply import EndpointReply
from app.messages import Message, RunId, Text, Thinking

_WORDS = st.text("ab <>/think\n", max_size=30)
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "thinking", "summary", "index", "id", "function", "name", "arguments"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
_FIELDS = (
    "content",
    "reasoning_content",
    "reasoning",
    "thinking",
    "reasoning_details",
    "tool_calls",
    "function_call",
)
_DELTAS = st.dictionaries(st.sampled_from(_FIELDS), _ANYTHING, max_size=4)
_CHOICES = st.fixed_dictionaries({"delta": _DELTAS | st.none()}, optional={"finish_reason": _WORDS, "index": _ANYTHING})
_CHUNKS = st.fixed_dictionaries({}, optional={"choices": st.lists(_CHOICES, max_size=2), "usage": _ANYTHING})
_BEGINNINGS = st.none() | st.builds(Message.assistant, _WORDS, _WORDS) | st.builds(Message.assistant, _WORDS)


@settings(max_examples=300)
@given(st.lists(_CHUNKS, max_size=5), st.sampled_from(ThoughtsOut), _BEGINNINGS)
def test_nothing_that_can_be_read_makes_it_stumble(
    chunks: list[object], thoughts: ThoughtsOut, beginning: Message | None
) -> None:
    reply, usage = EndpointReply(RunId(1), thoughts=thoughts, beginning=beginning), None
    for data in chunks:
        try:
            chunk = msgspec.json.decode(msgspec.json.encode(data), type=Chunk)
        except msgspec.ValidationError:
            continue
        usage = chunk.usage or usage
        for choice in chunk.choices or ():
            reply.take(choice)
    reply.end()
    stats = reply.stats(usage, is_stopped=False, is_alone=True)
    assert min(stats.prompt_tokens, stats.cached_tokens, stats.thinking_tokens, stats.answer_tokens) >= 0
    assert reply.seen is None or reply.seen.text is not None


@settings(max_examples=200)
@given(_WORDS, _WORDS, st.lists(st.integers(1, 5), min_size=40, max_size=40), st.booleans())
def test_how_a_stream_is_cut_changes_nothing(thought: str, answer: str, cuts: list[int], in_a_field: bool) -> None:
    def read(sizes: list[int]) -> tuple[str, str, str]:
        field = "reasoning_content" if in_a_field else "content"
        whole = thought if in_a_field else f"<think>{thought}</think>{answer}"
        pieces = [ChunkText(**{field: piece}) for piece in cut(whole, sizes)]
        if in_a_field:
            pieces += [ChunkText(content=piece) for piece in cut(answer, sizes)]
        reply = EndpointReply(RunId(1), thoughts=ThoughtsOut.UNKNOWN)
        told = [reply.take(ChunkChoice(delta=piece)) for piece in pieces]
        told.append(reply.take(ChunkChoice(finish_reason="stop")))
        parts = [part for one in told if one is not None for part in one.parts]
        raw = "".join(one.raw for one in told if one is not None)
        thinking = "".join(part.text for part in parts if isinstance(part, Thinking))
        return thinking, "".join(part.text for part in parts if isinstance(part, Text)), raw

    assert read([1000] * 40)[:2] == read(cuts)[:2]


def cut(text: str, sizes: list[int]) -> list[str]:
    """Return a text in pieces of these sizes, what is left over in the last."""
    pieces = []
    for size in sizes:
        pieces.append(text[:size])
        text = text[size:]
    return [piece for piece in (*pieces, text) if piece]
