"""A model with its context, template and cache, as long as it is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.gguf import GgufHeader
from app.inference.chat_template import PLAIN_CHATML, ChatTemplate
from app.inference.errors import OutOfMemoryForContext
from app.inference.llama.batch_rounding import BatchRounding
from app.inference.llama.binding import LlamaLog, lib, version
from app.inference.llama.llama_model import LlamaModel
from app.inference.llama.ngram_drafts import NgramDrafts
from app.inference.llama.prompt_writer import PromptWriter
from app.inference.llama.sampling_place import MOST_OUTPUTS, SamplingPlace
from app.inference.llama.sequence import LlamaSequence
from app.inference.llama.sequence_store import LEAST_TOKENS, SequenceStore
from app.inference.llama.speculation import Speculation
from app.inference.llama.thinking import ModelThinking
from app.inference.protocol import Backend, LoadOptions, ModelInfo, SpeculationKind
from app.inference.sampling_defaults import recommended_sampling


class LoadedLlama:
    """Everything that one loaded model needs to answer. Raises `OutOfMemoryForContext` and `TemplateFailed`.

    Takes over `model` once made; when making it fails, the model stays the caller's to close.
    """

    def __init__(
        self,
        model: LlamaModel,
        header: GgufHeader,
        *,
        context_tokens: int,
        threads: int,
        log: LlamaLog,
        backend: Backend,
        device: str,
        options: LoadOptions,
    ) -> None:
        self.model = model
        self._conversation = ""
        self._draft_after: int | None = None
        self._store = _store_for(model.path, options)
        vocabulary = model.vocabulary
        source = model.chat_template or PLAIN_CHATML
        template = ChatTemplate(source, bos_token=vocabulary.bos_text, eos_token=vocabulary.eos_text)
        self.thinking = ModelThinking(source, vocabulary)
        self.prompts = PromptWriter(template, vocabulary, self.thinking)
        log.clear()
        parameters = lib.llama_context_default_params()
        parameters.n_ctx = context_tokens
        parameters.n_threads = parameters.n_threads_batch = threads
        parameters.no_perf = True
        on_device = options.device_sampling if options.device_sampling is not None else backend != "cpu"
        if on_device:
            parameters.n_outputs_max_per_seq = MOST_OUTPUTS
        self.context: Any = lib.llama_init_from_model(model.pointer, parameters)
        if not self.context:
            raise OutOfMemoryForContext(context=context_tokens, details=log.text())
        self.sequence = LlamaSequence(
            self.context, threads=threads, is_tuned=backend == "cpu", can_forget_partly=model.can_forget_partly
        )
        self.sampling_place = SamplingPlace(self.context, vocabulary_size=vocabulary.size, on_device=on_device)
        self.speculation = self._speculation_for(options, vocabulary.size)
        self.info = ModelInfo(
            path=str(model.path),
            name=model.metadata.get("general.name") or model.path.stem,
            architecture=model.metadata.get("general.architecture", ""),
            quantization=header.quantization,
            parameters=model.parameters,
            size_bytes=model.size_bytes,
            context=min(int(lib.llama_n_ctx(self.context)), context_tokens),
            context_limit=model.context_limit,
            backend=backend,
            device=device,
            thinks=self.thinking.thinks,
            thinking_format=self.thinking.description,
            thinking_levels=self.thinking.levels,
            thinking_default=self.thinking.default_level,
            can_keep_thoughts=self.thinking.can_keep_thoughts,
            sampling=recommended_sampling(model.metadata),
        )

    def change_to(self, conversation: str, prompt: Sequence[int]) -> None:
        """Prepare for a prompt of this conversation: save the cache of the last one, take up its own if that helps."""
        if conversation == self._conversation or not self._conversation:
            self._draft_after = None  # what was read ahead becomes part of the prompt
        if self._store is None or conversation == self._conversation:
            return
        self.save_cache()
        self._conversation = conversation
        if not conversation:
            return
        saved = self._store.tokens_of(conversation)
        gain = self.sequence.knows(saved, prompt) - self.sequence.knows(self.sequence.tokens, prompt)
        if gain >= LEAST_TOKENS:
            self.sequence.load(self._store, conversation, saved)

    def save_cache(self) -> None:
        """Save the cache of the conversation at hand, without what was only typed so far."""
        if self._draft_after is not None:
            self.sequence.forget_after(self._draft_after)
            self._draft_after = None
        if self._store is not None and self._conversation:
            self.sequence.save(self._store, self._conversation)

    def note_draft_after(self, length: int) -> None:
        """What the sequence holds after so many tokens will be a draft: it is never saved."""
        self._draft_after = length

    def _speculation_for(self, options: LoadOptions, vocabulary_size: int) -> Speculation | None:
        """Return what drafts the next tokens; `None` if that is off, or memory could not take them back."""
        if options.speculation is SpeculationKind.OFF or not self.sequence.can_hold_drafts:
            return None
        rounding = BatchRounding(self.context, vocabulary_size=vocabulary_size)
        return Speculation(self.context, self.sequence, sources=(NgramDrafts(),), rounding=rounding)

    def close(self) -> None:
        """Free context, then model."""
        if self.context:
            self.sampling_place.close()
            lib.llama_free(self.context)
            self.context = None
        self.model.close()


def _store_for(path: Path, options: LoadOptions) -> SequenceStore | None:
    if not options.cache_folder:
        return None
    stat = path.stat()
    identity = f"{path.resolve()}|{stat.st_size}|{stat.st_mtime_ns}|{version()}"
    return SequenceStore(Path(options.cache_folder), identity=identity, limit_bytes=options.cache_limit_bytes)
