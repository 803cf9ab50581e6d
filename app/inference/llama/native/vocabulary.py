"""A model's vocabulary: text to tokens, tokens to bytes, and which tokens are markers."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping
from typing import Any

from app.inference.llama.native.binding import lib
from app.inference.marker_guard import CUT, MarkerGuard
from app.reasoning import is_words

_SPECIAL = lib.LLAMA_TOKEN_ATTR_CONTROL | lib.LLAMA_TOKEN_ATTR_UNKNOWN
_MARKER = _SPECIAL | lib.LLAMA_TOKEN_ATTR_USER_DEFINED
_SPECIAL_TOKENS = (
    ("unk_token", "unknown"),
    ("pad_token", "padding"),
    ("sep_token", "seperator"),
    ("cls_token", "cls"),
    ("mask_token", "mask"),
)
"""As templates name them, and as the keys of a file do (one of them misspelled)."""
_BRACKETS = frozenset("<>[]{}|｜◁▷")


class Vocabulary:
    """Wraps `llama_vocab` of one loaded model; valid as long as the model is.

    `preserved` are tokens whose text is wanted although llama.cpp hides it (control tokens that mark a thought). A file
    that does not name its first or last token gets a number from llama.cpp all the same, 11 for most; unless that is a
    control token, there is none.
    """

    def __init__(self, vocab: Any, *, names_begin: bool = True, names_end: bool = True) -> None:
        self._vocab = vocab
        self._begin = self._special(lib.llama_vocab_bos(vocab), is_named=names_begin)
        self._end = self._special(lib.llama_vocab_eos(vocab), is_named=names_end)
        self.size: int = lib.llama_vocab_n_tokens(vocab)
        self._buffer = ctypes.create_string_buffer(256)
        self._pieces: dict[int, bytes] = {}
        self._words: dict[int, str] = {}
        self._preserved: frozenset[int] = frozenset()
        self._end_tokens: dict[int, bool] = {}
        self.guard = MarkerGuard(self._marker_texts())

    def preserve(self, tokens: Iterable[int]) -> None:
        """Let these tokens' texts appear in the output."""
        self._preserved = frozenset(tokens)
        self._pieces.clear()
        self._words.clear()

    def text_of(self, token: int) -> str:
        """Return the token's name as the vocabulary writes it; empty for -1 (there is none)."""
        if token < 0:
            return ""
        return (lib.llama_vocab_get_text(self._vocab, token) or b"").decode("utf-8", errors="replace")

    @property
    def bos_text(self) -> str:
        """The text of the token that begins a sequence."""
        return self.text_of(self._begin)

    @property
    def eos_text(self) -> str:
        """The text of the token that ends a sequence."""
        return self.text_of(self._end)

    def special_texts(self, metadata: Mapping[str, str]) -> dict[str, str]:
        """Return the texts of the other special tokens that a file names, by the names that templates know them by."""
        numbers = {name: metadata.get(f"tokenizer.ggml.{key}_token_id", "") for name, key in _SPECIAL_TOKENS}
        return {name: self.text_of(int(number)) for name, number in numbers.items() if number.isdigit()}

    def tokenize_prompt(self, prompt: str) -> list[int]:
        """Return the tokens of a rendered prompt, whose texts from people went through `guard`.

        The prompt is cut where the guard left its sign and the parts are tokenized apart, so that no marker typed by
        a person becomes one. A token that begins sequences is added if the vocabulary wants it and the template has
        not written it.
        """
        parts = prompt.split(CUT)
        bos = self.bos_text
        wants_bos = self._begin >= 0 and bool(lib.llama_vocab_get_add_bos(self._vocab))
        add_bos = wants_bos and not (bos and parts[0].startswith(bos))
        tokens: list[int] = []
        for index, part in enumerate(parts):
            if part or index == 0:
                tokens += self.tokenize(part, add_special=add_bos and index == 0, parse_special=True)
        end = lib.llama_vocab_eos(self._vocab)
        if add_bos and lib.llama_vocab_get_add_eos(self._vocab) and tokens and tokens[-1] == end:
            tokens.pop()  # a closed sequence cannot be continued
        return tokens

    def tokenize_inner(self, text: str) -> list[int]:
        """Return the tokens of guarded text that stands in the middle of a sequence."""
        tokens: list[int] = []
        for part in text.split(CUT):
            tokens += self.tokenize(part, add_special=False, parse_special=True) if part else []
        return tokens

    def tokenize(self, text: str, *, add_special: bool, parse_special: bool) -> list[int]:
        """Return the tokens of `text`; lone surrogates become question marks."""
        data = text.encode("utf-8", errors="replace")
        room = len(data) + 8
        while True:
            tokens = (lib.llama_token * room)()
            count = lib.llama_tokenize(self._vocab, data, len(data), tokens, room, add_special, parse_special)
            if count >= 0:
                return list(tokens[:count])
            if -count <= room:
                raise ValueError("the text is too long for the tokenizer")
            room = -count

    def single_token(self, text: str) -> int | None:
        """Return the token that is exactly this marker, or `None` if it takes several."""
        tokens = self.tokenize(text, add_special=False, parse_special=True)
        if len(tokens) == 1 and self.piece(tokens[0], special=True).decode("utf-8", errors="replace") == text:
            return tokens[0]
        return None

    def piece(self, token: int, *, special: bool | None = None) -> bytes:
        """Return the token's bytes; hidden ones are empty unless preserved or `special`."""
        if special is None:
            known = self._pieces.get(token)
            if known is None:
                known = self._pieces[token] = self._piece(token, special=token in self._preserved)
            return known
        return self._piece(token, special=special)

    def word(self, token: int) -> str:
        """Return the token's text if it is words, as `is_words` has it; empty for others, and for preserved ones."""
        known = self._words.get(token)
        if known is None:
            text = self.piece(token).decode("utf-8", errors="replace")
            known = self._words[token] = text if is_words(text) and token not in self._preserved else ""
        return known

    def _piece(self, token: int, *, special: bool) -> bytes:
        count = lib.llama_token_to_piece(self._vocab, token, self._buffer, len(self._buffer), 0, special)
        if count < 0:
            self._buffer = ctypes.create_string_buffer(-count)
            count = lib.llama_token_to_piece(self._vocab, token, self._buffer, len(self._buffer), 0, special)
        return self._buffer.raw[: max(0, count)]

    def is_end(self, token: int) -> bool:
        """Whether this token ends a reply."""
        known = self._end_tokens.get(token)
        if known is None:
            is_guess = self._end < 0 and token == lib.llama_vocab_eos(self._vocab)
            known = self._end_tokens[token] = not is_guess and bool(lib.llama_vocab_is_eog(self._vocab, token))
        return known

    def _special(self, token: int, *, is_named: bool) -> int:
        """Return the token, or -1 if nobody but llama.cpp says that it begins or ends anything."""
        is_control = token >= 0 and bool(lib.llama_vocab_get_attr(self._vocab, token) & _SPECIAL)
        return int(token) if is_named or is_control else -1

    def _marker_texts(self) -> frozenset[str]:
        """Return the texts that tokenizing turns into markers: all control tokens, and bracketed user-defined ones.

        User-defined tokens of white space or plain words (Gemma's runs of line breaks, say) are ordinary text.
        """
        texts: set[str] = set()
        for token in range(self.size):
            attributes = lib.llama_vocab_get_attr(self._vocab, token)
            if not attributes & _MARKER:
                continue
            text = self.text_of(token)
            if len(text) > 1 and (attributes & _SPECIAL or _BRACKETS.intersection(text)):
                texts.add(text)
        return frozenset(texts)
