"""A small byte-level vocabulary: every byte, some words, and the markers that a test asks for.

llama.cpp's `llama-bpe` pre-tokenizer takes a whole word that is in the vocabulary without looking at merges, so a word
with its leading space is one token both when it is written and when it is read back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import gguf

_NORMAL = int(gguf.TokenType.NORMAL)
_CONTROL = int(gguf.TokenType.CONTROL)
_USER_DEFINED = int(gguf.TokenType.USER_DEFINED)

WORDS = tuple(" " + first + middle + last for first in "bdfklmnr" for middle in "aeiou" for last in ("n", "st"))
"""What random models write: eighty words, each one token wherever it stands after a word."""


def _byte_characters() -> tuple[str, ...]:
    """Return the character that stands for each byte in byte-level vocabularies (GPT-2's table)."""
    shown = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    hidden = [byte for byte in range(256) if byte not in shown]
    return tuple(chr(byte) if byte in shown else chr(256 + hidden.index(byte)) for byte in range(256))


_CHARACTER_OF_BYTE = _byte_characters()


@dataclass(frozen=True)
class VocabularyPlan:
    """What a vocabulary holds besides the 256 single bytes. A marker in neither list is plain text of many tokens.

    Not slotted: what it looks up often is kept in the instance.
    """

    control: tuple[str, ...] = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
    """Hidden from the output unless asked for; parsed only where special tokens are."""
    user_defined: tuple[str, ...] = ("<think>", "</think>")
    """Visible, and matched in any text, whatever the tokenizer is told."""
    words: tuple[str | bytes, ...] = WORDS
    """Ordinary tokens of more than one byte; `bytes` where they are no text."""
    end: str | None = "<|im_end|>"
    """The token that ends a reply; `None` for a vocabulary that has none."""
    begin: str | None = None
    """The token put before every prompt."""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """All tokens as the file writes them, by number."""
        plain = [*_CHARACTER_OF_BYTE, *(_as_written(word) for word in self.words)]
        return tuple(dict.fromkeys([*plain, *self.control, *self.user_defined]))

    @property
    def types(self) -> tuple[int, ...]:
        """The type of each token."""
        kinds = dict.fromkeys(self.control, _CONTROL) | dict.fromkeys(self.user_defined, _USER_DEFINED)
        return tuple(kinds.get(text, _NORMAL) for text in self.texts)

    def token(self, piece: str | bytes) -> int:
        """Return the number of the token that writes exactly `piece`; raises `KeyError` if there is none."""
        is_marker = piece in self.control or piece in self.user_defined
        text = piece if is_marker and isinstance(piece, str) else _as_written(piece)
        return self._numbers[text]

    def with_words(self, *pieces: str | bytes) -> VocabularyPlan:
        """Return the plan with a token for each of these pieces."""
        markers = {*self.control, *self.user_defined}
        return replace(self, words=tuple(dict.fromkeys([*self.words, *(p for p in pieces if p not in markers)])))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {text: number for number, text in enumerate(self.texts)}

    def write_to(self, writer: gguf.GGUFWriter) -> None:
        """Add the tokenizer's keys."""
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre("llama-bpe")
        writer.add_token_list(list(self.texts))
        writer.add_token_types(list(self.types))
        writer.add_token_merges(["\u0120 \u0120"])  # none is needed, but llama.cpp wants the list
        writer.add_add_bos_token(self.begin is not None)
        if self.begin is not None:
            writer.add_bos_token_id(self.token(self.begin))
        if self.end is not None:
            writer.add_eos_token_id(self.token(self.end))


def _as_written(piece: str | bytes) -> str:
    data = piece if isinstance(piece, bytes) else piece.encode("utf-8")
    return "".join(_CHARACTER_OF_BYTE[byte] for byte in data)


USER_DEFINED_THINK = VocabularyPlan()
"""ChatML control tokens; `<think>` and `</think>` are USER_DEFINED, as in Qwen3."""

CONTROL_THINK = VocabularyPlan(
    control=("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>"), user_defined=()
)
"""`<think>` and `</think>` are control tokens, whose text llama.cpp hides."""

PLAIN_THINK = VocabularyPlan(user_defined=())
"""`<think>` and `</think>` are ordinary text of several tokens."""

BRACKET_THINK = VocabularyPlan(
    control=("<s>", "</s>", "[INST]", "[/INST]", "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "[THINK]", "[/THINK]"),
    user_defined=(),
    end="</s>",
    begin="<s>",
)
"""`[THINK]` and `[/THINK]` as control tokens, as in Magistral."""

HARMONY = VocabularyPlan(
    control=("<|start|>", "<|end|>", "<|message|>", "<|channel|>", "<|constrain|>", "<|return|>", "<|call|>"),
    user_defined=(),
    words=(*WORDS, "analysis", "final", "commentary", "assistant", "user", "system"),
    end="<|return|>",
)
"""gpt-oss's markers."""

WITHOUT_MARKERS = VocabularyPlan(control=(), user_defined=(), end=None)
"""Nothing but bytes and words: whatever a template writes is ordinary text, and nothing ends a reply."""
