"""What servers of models say of themselves and how they send a thought, as data, a dialect each.

Only fields that somebody reads are here; the values are made up.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.fakes.endpoint_server import DONE, chunk, delta, event

_THINKING_TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n"
    "{% if enable_thinking is defined and enable_thinking is false %}<think>\n\n</think>\n\n{% endif %}{% endif %}"
)


def _usage(*, thinking: int | None = None, cached: int | None = None) -> bytes:
    counted: dict[str, object] = {"prompt_tokens": 9, "completion_tokens": 5}
    if thinking is not None:
        counted["completion_tokens_details"] = {"reasoning_tokens": thinking}
    if cached is not None:
        counted["prompt_tokens_details"] = {"cached_tokens": cached}
    return event({"choices": [], "usage": counted})


@dataclass(frozen=True, slots=True)
class DialectCase:
    """A server, and what is to be found of it."""

    dialect: str
    pages: dict[str, object]
    stream: tuple[bytes, ...]
    model: str = "m"
    version: str = ""
    path: str = "/v1"
    """Where its API is."""
    context: int = 0
    thinks: bool | None = None
    sees_images: bool | None = None
    levels: tuple[str, ...] = ()
    asks: dict[str, dict[str, object]] = field(default_factory=dict)
    """What stands in a request, by level of thinking."""
    loop_field: str = ""
    """Where the thought of a tool loop is sent back, once one has come."""
    history_field: str = ""
    """The same of earlier turns."""
    thinking_tokens: int | None = None


_SWITCHED = ("off", "on", "low", "medium", "high")

DIALECTS = (
    DialectCase(
        "llama-server",
        pages={
            "/v1/models": {"data": [{"id": "m", "owned_by": "llamacpp", "meta": {"n_ctx_train": 4096}}]},
            "/props": {
                "build_info": "b9-x",
                "default_generation_settings": {"n_ctx": 2048},
                "modalities": {"vision": True},
                "chat_template": _THINKING_TEMPLATE,
                "chat_template_caps": {"supports_tools": True},
            },
        },
        stream=(
            delta(role="assistant", content=None),
            delta(reasoning_content="\nHm"),
            delta(reasoning_content="m."),
            delta(content="\n\nYes"),
            delta(reason="stop"),
            _usage(cached=8),
            DONE,
        ),
        version="b9-x",
        context=2048,
        thinks=True,
        sees_images=True,
        levels=("off", "on"),
        asks={
            "auto": {},
            "off": {"chat_template_kwargs": {"enable_thinking": False}, "reasoning_format": "auto"},
            "on": {"chat_template_kwargs": {"enable_thinking": True}},
        },
        loop_field="reasoning_content",
        history_field="reasoning_content",
    ),
    DialectCase(
        "vllm",
        pages={
            "/v1/models": {"data": [{"id": "m", "owned_by": "vllm", "max_model_len": 8192}]},
            "/version": {"version": "0.17.1"},
        },
        stream=(
            delta(role="assistant", content=""),
            delta(reasoning="Hmm."),
            delta(content="Yes"),
            delta(reason="stop"),
            _usage(),
            DONE,
        ),
        version="0.17.1",
        context=8192,
        levels=_SWITCHED,
        asks={
            "auto": {},
            "off": {"chat_template_kwargs": {"enable_thinking": False, "thinking": False}},
            "low": {
                "chat_template_kwargs": {"enable_thinking": True, "thinking": True},
                "reasoning_effort": "low",
            },
        },
        loop_field="reasoning",
        history_field="reasoning",
    ),
    DialectCase(
        "ollama",
        pages={
            "/v1/models": {"data": [{"id": "m", "owned_by": "library"}]},
            "/api/version": {"version": "0.33.0"},
            "/api/show": {
                "capabilities": ["completion", "thinking", "vision", "tools"],
                "model_info": {"qwen3.context_length": 40960},
            },
            "/api/ps": {"models": [{"name": "m", "context_length": 4096}]},
        },
        stream=(
            delta(reasoning="Hm", content=""),
            delta(reasoning="m."),
            delta(content="Yes"),
            delta(reason="stop"),
            DONE,
        ),
        version="0.33.0",
        context=4096,
        thinks=True,
        sees_images=True,
        levels=("off", "low", "medium", "high"),
        asks={"auto": {}, "off": {"reasoning_effort": "none"}, "high": {"reasoning_effort": "high"}},
        loop_field="reasoning",
        history_field="reasoning",
    ),
    DialectCase(
        "lm-studio",
        pages={
            "/v1/models": {"data": [{"id": "m", "object": "model", "owned_by": "organization_owner"}]},
            "/api/v1/models": {
                "models": [
                    {
                        "key": "m",
                        "type": "llm",
                        "max_context_length": 32768,
                        "loaded_instances": [{"config": {"context_length": 16384}}],
                        "capabilities": {
                            "vision": False,
                            "trained_for_tool_use": True,
                            "reasoning": {"allowed_options": ["off", "on"], "default": "on"},
                        },
                    }
                ]
            },
        },
        stream=(delta(reasoning_content="Hmm."), delta(content="Yes"), delta(reason="stop"), DONE),
        context=16384,
        thinks=True,
        sees_images=False,
        levels=("off", "on"),
        asks={"auto": {}, "off": {"reasoning_effort": "none"}},
        loop_field="reasoning_content",
    ),
    DialectCase(
        "openrouter",
        pages={
            "/api/v1/models": {
                "data": [
                    {
                        "id": "m",
                        "context_length": 131072,
                        "architecture": {"input_modalities": ["text", "image"]},
                        "supported_parameters": ["reasoning", "tools"],
                    }
                ]
            }
        },
        stream=(
            b": OPENROUTER PROCESSING\n\n",
            delta(reasoning="Hmm.", reasoning_details=[{"type": "reasoning.text", "text": "Hmm.", "signature": "s"}]),
            delta(content="Yes"),
            delta(reason="stop", content=""),
            _usage(thinking=3, cached=0),
            DONE,
        ),
        path="/api/v1",
        context=131072,
        thinks=True,
        sees_images=True,
        levels=_SWITCHED,
        asks={"auto": {}, "off": {"reasoning": {"enabled": False}}, "low": {"reasoning": {"effort": "low"}}},
        loop_field="reasoning_details",
        thinking_tokens=3,
    ),
    DialectCase(
        "deepseek",
        pages={"/v1/models": {"data": [{"id": "m", "owned_by": "deepseek"}]}},
        stream=(
            delta(role="assistant", content=None, reasoning_content=""),
            delta(content=None, reasoning_content="Hmm."),
            delta(content="Yes", reasoning_content=None),
            delta(content="", reason="stop"),
            _usage(thinking=3, cached=0),
            DONE,
        ),
        levels=_SWITCHED,
        asks={
            "auto": {},
            "off": {"thinking": {"type": "disabled"}},
            "high": {"thinking": {"type": "enabled"}, "reasoning_effort": "high"},
        },
        loop_field="reasoning_content",
        thinking_tokens=3,
    ),
    DialectCase(
        "other",
        pages={"/v1/models": {"data": [{"id": "m"}]}},
        stream=(chunk("<thi"), chunk("nk>\nHm"), chunk("m.\n</th"), chunk("ink>\n\nYes"), chunk(reason="stop"), DONE),
        levels=("off", "low", "medium", "high"),
        asks={"auto": {}, "off": {"reasoning_effort": "none"}},
        loop_field="reasoning_content",
    ),
)
