"""Says what a GGUF file is for that is no chat model; most of the formats of llama.cpp's neighbours are GGUF, too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.gguf.errors import NotAChatModel
from app.gguf.gguf_header import GgufHeader
from app.text import translatable

_ENCODERS = frozenset(
    (
        "bert",
        "nomic-bert",
        "nomic-bert-moe",
        "jina-bert-v2",
        "jina-bert-v3",
        "modern-bert",
        "neo-bert",
        "eurobert",
        "t5encoder",
        "gemma-embedding",
        "llama-embed",
    )
)
_MAKERS_OF_IMAGES = frozenset(
    (
        "flux",
        "flux2",
        "sd1",
        "sd2",
        "sd3",
        "sdxl",
        "aura",
        "ltxv",
        "hyvid",
        "hunyuan-video",
        "wan",
        "hidream",
        "cosmos",
        "lumina2",
        "qwen_image",
        "pig",
        "chroma",
        "z_image",
    )
)
_OF_SPEECH = frozenset(
    ("whisper", "snac-dec", "wavtokenizer-dec", "parler-tts", "kokoro", "dia", "orpheus", "csm", "bark")
)
_IMAGE_PARTS = frozenset(("clip", "mmproj"))
_TAUGHT_TO_CHAT = re.compile(
    r"(?<![a-z])(?:instruct(?:ed|ion)?|inst|chat|it|assistant|dialog(?:ue)?|sft|rlhf|dpo|orpo|kto|simpo|grpo|ppo|qa|think(?:ing|er)?"
    r"|reason(?:ing|er)?|r1|qwq|distill?(?:ed)?|hermes|vicuna|alpaca|wizard[a-z]*|dolphin|zephyr|openchat|tulu|guard)"
    r"(?![a-z])"
)
_CHOOSE_A_MODEL = translatable("Choose the file of a whole model.")


def not_a_chat_model(header: GgufHeader, name: str) -> NotAChatModel | None:
    """Return what to say of a file that cannot write text; `None` for every other, also of unknown architectures."""
    kind, architecture = header.get_str("general.type"), header.architecture
    if kind == "imatrix" or architecture == "imatrix":
        message = translatable("{name} is an importance matrix: models are quantized with its help.")
        return NotAChatModel(name=name, message=message, advice=translatable("Choose one of the models beside it."))
    if (kind == "adapter" and header.get_str("adapter.type", "lora") == "lora") or _has_adapter_weights(header):
        message = translatable("{name} is a LoRA adapter: it changes another model, and writes nothing by itself.")
        return NotAChatModel(
            name=name, message=message, advice=translatable("Choose a model into which the adapter was merged.")
        )
    if kind == "adapter":
        message = translatable("{name} is an adapter: it changes another model, and writes nothing by itself.")
    elif architecture == "controlvector":
        message = translatable("{name} is a control vector: it changes another model, and writes nothing by itself.")
    elif kind == "mmproj" or architecture in _IMAGE_PARTS:
        return NotAChatModel(
            name=name,
            message=translatable("{name} is the part of a model that sees images or hears, not the model."),
            advice=translatable("Choose the model itself; this part is found beside it."),
        )
    elif architecture in _ENCODERS or header.get_int(header.architecture_key("pooling_type")) in (1, 2, 3, 4):
        message = translatable("{name} is a model that compares texts, and writes none.")
    elif architecture in _MAKERS_OF_IMAGES:
        message = translatable("{name} is a model that makes images or films, and no text.")
    elif architecture in _OF_SPEECH:
        message = translatable("{name} is a model for speech, and writes no answers.")
    elif not header.tensors and header.split_count == 1:
        message = translatable("{name} holds a vocabulary and no weights.")
    else:
        return None
    return NotAChatModel(name=name, message=message, advice=_CHOOSE_A_MODEL)


def _has_adapter_weights(header: GgufHeader) -> bool:
    return bool(header.tensors) and all(one.name.endswith((".lora_a", ".lora_b")) for one in header.tensors)


def is_taught_to_chat(names: Iterable[str]) -> bool:
    """Whether a model's names tell that it was made to answer, and is no base model that only goes on with texts."""
    return any(_TAUGHT_TO_CHAT.search(name.lower()) for name in names)
