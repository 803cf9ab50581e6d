"""Greedy decoding of many prompts at once through llama.cpp's own functions, for the evaluation."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import llama_cpp.llama_cpp as llama
import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

CONTEXT = 2048


@dataclass
class _Slot:
    index: int
    pending: list[int]
    at: int = 0
    made: list[int] = field(default_factory=list)


class BatchedModel:
    """A GGUF held open with room for several sequences. `close()` frees it."""

    def __init__(self, path: Path, *, sequences: int = 32, threads: int = 1) -> None:
        llama.llama_backend_init()
        self._silent = llama.llama_log_callback(lambda _level, _text, _data: None)
        llama.llama_log_set(self._silent, ctypes.c_void_p(0))
        self.model = llama.llama_model_load_from_file(str(path).encode(), llama.llama_model_default_params())
        if not self.model:
            raise FileNotFoundError(path)
        self.vocab = llama.llama_model_get_vocab(self.model)
        self.size = llama.llama_vocab_n_tokens(self.vocab)
        params = llama.llama_context_default_params()
        params.n_ctx, params.n_batch, params.n_ubatch = CONTEXT * sequences, 2048, 512
        params.n_seq_max, params.n_threads, params.n_threads_batch = sequences, threads, threads
        self.context = llama.llama_init_from_model(self.model, params)
        self.sequences = sequences
        self.batch = llama.llama_batch_init(2048, 0, 1)

    def close(self) -> None:
        """Free the context and the model."""
        llama.llama_batch_free(self.batch)
        llama.llama_free(self.context)
        llama.llama_model_free(self.model)

    def template(self) -> str:
        """The chat template in the file."""
        found: bytes = llama.llama_model_chat_template(self.model, None)
        return found.decode()

    def tokenize(self, text: str, *, special: bool = True) -> list[int]:
        """Token ids, markers as markers if `special`."""
        data = text.encode()
        room = (llama.llama_token * (len(data) + 8))()
        count = llama.llama_tokenize(self.vocab, data, len(data), room, len(room), False, special)
        return list(room[:count])

    def detokenize(self, ids: list[int]) -> str:
        """Text with markers shown."""
        out = b""
        room = ctypes.create_string_buffer(256)
        for token in ids:
            count = llama.llama_token_to_piece(self.vocab, token, room, 256, 0, True)
            out += room.raw[:count]
        return out.decode(errors="replace")

    def complete(self, prompts: list[list[int]], limit: int = 1100) -> list[list[int]]:
        """The greedy continuation of each prompt, up to an end-of-generation token (included) or the limit."""
        memory = llama.llama_get_memory(self.context)
        llama.llama_memory_clear(memory, True)
        results: list[list[int]] = [[] for _ in prompts]
        waiting = sorted(range(len(prompts)), key=lambda i: -len(prompts[i]))
        free = list(range(self.sequences))
        active: dict[int, _Slot] = {}
        while waiting or active:
            while waiting and free:
                index = waiting.pop()
                active[free.pop()] = _Slot(index, list(prompts[index]))
            asked = self._fill(active)
            if llama.llama_decode(self.context, self.batch):
                raise RuntimeError("llama_decode failed")
            for row, seq in asked:
                slot = active[seq]
                logits = llama.llama_get_logits_ith(self.context, row)
                token = int(np.argmax(np.ctypeslib.as_array(logits, shape=(self.size,))))
                slot.made.append(token)
                slot.pending = [token]
                over = slot.at + 1 >= CONTEXT or len(slot.made) >= limit
                if over or llama.llama_vocab_is_eog(self.vocab, token):
                    results[slot.index] = slot.made
                    llama.llama_memory_seq_rm(memory, seq, -1, -1)
                    del active[seq]
                    free.append(seq)
        return results

    def _fill(self, active: dict[int, _Slot]) -> list[tuple[int, int]]:
        """Put what every sequence still has to read into the batch; the rows whose logits count, with their sequence."""
        n, asked = 0, []
        for seq, slot in active.items():
            take = slot.pending[: 2048 - n]
            for offset, token in enumerate(take):
                self.batch.token[n] = token
                self.batch.pos[n] = slot.at + offset
                self.batch.n_seq_id[n] = 1
                self.batch.seq_id[n][0] = seq
                last = offset == len(slot.pending) - 1
                self.batch.logits[n] = int(last)
                if last:
                    asked.append((n, seq))
                n += 1
            slot.at += len(take)
            slot.pending = slot.pending[len(take) :]
            if n >= 2048:
                break
        self.batch.n_tokens = n
        return asked
