"""A model with its context, template and cache, as long as it is loaded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.gguf import GgufHeader
from app.hardware.cache_type import CacheType
from app.hardware.flash_attention import FlashAttention
from app.hardware.memory_needs import BATCH, sequence_count
from app.hardware.offload_plan import OffloadPlan
from app.inference.chat_template import PLAIN_CHATML, ChatTemplate
from app.inference.errors import CacheTypeNotPossible, OutOfMemoryForContext
from app.inference.llama.binding import LlamaLog, lib, version
from app.inference.llama.drafting import Drafting
from app.inference.llama.image_part import image_reader_for
from app.inference.llama.llama_model import LlamaModel
from app.inference.llama.memory_signs import tells_of_memory
from app.inference.llama.prompt_writer import PromptWriter
from app.inference.llama.sampling_place import MOST_OUTPUTS, SamplingPlace
from app.inference.llama.sequence import LlamaSequence
from app.inference.llama.sequence_store import LEAST_TOKENS, SequenceStore
from app.inference.llama.thinking import ModelThinking
from app.inference.protocol import Backend, LoadOptions, ModelInfo, Note, Placement
from app.inference.sampling_defaults import recommended_sampling
from app.messages import Image

_FLASH_ATTENTION = {
    FlashAttention.AUTO: lib.LLAMA_FLASH_ATTN_TYPE_AUTO,
    FlashAttention.ON: lib.LLAMA_FLASH_ATTN_TYPE_ENABLED,
    FlashAttention.OFF: lib.LLAMA_FLASH_ATTN_TYPE_DISABLED,
}


@dataclass(frozen=True, slots=True)
class ContextSettings:
    """How a context is made, and what is told of where the model is."""

    tokens: int
    """Those of each reply."""
    threads: int
    batch: int
    cache_type: CacheType
    backend: Backend
    device: str
    plan: OffloadPlan
    notes: tuple[Note, ...] = ()


class LoadedLlama:
    """Everything that one loaded model needs to answer. Raises `OutOfMemoryForContext` and `TemplateFailed`.

    Takes over `model` once made; when making it fails, the model stays the caller's to close.
    """

    def __init__(
        self,
        model: LlamaModel,
        header: GgufHeader,
        *,
        settings: ContextSettings,
        log: LlamaLog,
        options: LoadOptions,
        room_for: Callable[[int], int] = lambda _wanted: 1,
    ) -> None:
        """`room_for` says of how many replies, of so many that are wanted, memory holds the cells now."""
        self.model = model
        self._room_for = room_for
        self._conversation = ""
        self._met: set[str] = set()
        """The conversations that memory may hold something of."""
        self._draft_after: int | None = None
        self._store = _store_for(model.path, options, settings.cache_type)
        vocabulary = model.vocabulary
        source = model.chat_template or PLAIN_CHATML
        template = ChatTemplate(source, bos_token=vocabulary.bos_text, eos_token=vocabulary.eos_text)
        self.thinking = ModelThinking(source, vocabulary)
        self._images, images_notes = image_reader_for(
            model,
            options,
            context=settings.tokens,
            threads=settings.threads,
            is_offloaded=settings.backend != "cpu",
            flash_attention=_FLASH_ATTENTION[options.flash_attention],
            log=log,
        )
        try:
            self._make(header, template, settings=settings, log=log, options=options, notes=images_notes)
        except BaseException:
            self._close_images()
            raise

    def _make(
        self,
        header: GgufHeader,
        template: ChatTemplate,
        *,
        settings: ContextSettings,
        log: LlamaLog,
        options: LoadOptions,
        notes: tuple[Note, ...],
    ) -> None:
        model, images, vocabulary = self.model, self._images, self.model.vocabulary
        wants = self.thinking.wants_of(template)
        self.prompts = PromptWriter(
            template, vocabulary, self.thinking, wants=wants, model_name=model.path.name, images=images
        )
        batch = settings.batch
        if images is not None:
            batch = images.batch = max(batch, BATCH) if images.must_read_at_once else batch
        parameters = lib.llama_context_default_params()
        parameters.n_ubatch = batch
        parameters.n_batch = max(batch, int(parameters.n_batch))
        parameters.n_threads = parameters.n_threads_batch = settings.threads
        parameters.type_k = parameters.type_v = settings.cache_type.ggml_type
        parameters.flash_attn_type = _FLASH_ATTENTION[options.flash_attention]
        parameters.swa_full = options.keeps_whole_window
        parameters.no_perf = True
        on_device = options.device_sampling if options.device_sampling is not None else settings.backend != "cpu"
        if on_device:
            parameters.n_outputs_max_per_seq = MOST_OUTPUTS
        self.context: Any = None
        self.replies_at_once = 0
        """How many replies can be written side by side in the context."""
        self._most_wanted = 1

        def make(replies: int) -> None:
            self.context, self.replies_at_once = _made(model, parameters, settings, replies, log)
            self.sequence = LlamaSequence(
                self.context,
                threads=settings.threads,
                is_tuned=not settings.plan.is_whole,
                can_forget_partly=model.can_forget_partly,
                images=images,
            )
            self.sampling_place = SamplingPlace(self.context, vocabulary_size=vocabulary.size, on_device=on_device)
            try:
                self._drafting = Drafting(
                    self.context,
                    self.sequence,
                    model,
                    options=options,
                    context_tokens=settings.tokens,
                    threads=settings.threads,
                    is_offloaded=settings.backend != "cpu",
                    log=log,
                )
            except BaseException:
                lib.llama_free(self.context)
                self.context = None
                raise
            self.speculation = self._drafting.speculation

        self._make_context = make
        make(1)
        self.placement = Placement(
            path=str(model.path),
            architecture=model.metadata.get("general.architecture", ""),
            quantization=header.quantization,
            parameters=model.parameters,
            size_bytes=model.size_bytes,
            backend=settings.backend,
            device=settings.device,
            gpu_layers=settings.plan.gpu_layers,
            total_layers=settings.plan.total_layers,
            experts_on_cpu=settings.plan.offloaded_without_experts,
            cache_type=settings.cache_type,
            batch=batch,
        )
        self.info = ModelInfo(
            name=model.metadata.get("general.name") or model.path.stem,
            context=settings.tokens,
            context_limit=model.context_limit,
            thinks=self.thinking.thinks,
            thinking_format=self.thinking.description,
            thinking_levels=self.thinking.levels,
            thinking_default=self.thinking.default_level,
            wants=wants,
            sampling=recommended_sampling(model.metadata),
            sees_images=images is not None,
            notes=(*settings.notes, *notes, *self._drafting.notes),
            placement=self.placement,
        )

    def make_room_for(self, samples: int) -> None:
        """Let so many replies be written side by side, or as many as memory has room for, in another context.

        What the present one holds goes to the disk, if anything is kept there. Raises `OutOfMemoryForContext` where
        there is no room even for what there was; then nothing can be answered any more.
        """
        if samples <= max(self.replies_at_once, self._most_wanted):
            return
        self._most_wanted = samples
        replies = self._room_for(samples)
        if replies <= self.replies_at_once:
            return
        self.save_cache()
        self._conversation = ""
        self._free_context()
        self._make_context(replies)

    def change_to(self, conversation: str, prompt: Sequence[int]) -> None:
        """Prepare for a prompt of this conversation: save the cache of the last one, take up its own if that helps."""
        if conversation == self._conversation or not self._conversation:
            self._draft_after = None  # what was read ahead becomes part of the prompt
        self._met.add(conversation)
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

    def forget(self, conversations: Collection[str]) -> None:
        """Overwrite what memory holds, if it has ever held something of these conversations.

        All of it: prompts share their beginnings, and cells that were given back keep their numbers until others take
        them. Another conversation that is at hand is saved first, and taken up again when it goes on.
        """
        if self._met.isdisjoint(conversations):
            return
        if self._conversation not in conversations:
            self.save_cache()
        self._conversation, self._draft_after = "", None
        self._met.clear()
        self.sequence.wipe()
        self._drafting.forget()
        if self._images is not None:
            self._images.forget()

    def close(self) -> None:
        """Free context, then model."""
        self._free_context()
        self._close_images()
        self.model.close()

    def _free_context(self) -> None:
        if self.context:
            self._drafting.close()
            self.sampling_place.close()
            lib.llama_free(self.context)
            self.context = None

    def tokens_of_image(self, image: Image) -> int:
        """Return how many tokens an image takes, 0 if the model cannot be shown one. Raises as `ImageReader` does."""
        return len(self._images.tokens_of(image)) if self._images is not None else 0

    def _close_images(self) -> None:
        if self._images is not None:
            self._images.close()
            self._images = None


def _made(
    model: LlamaModel, parameters: Any, settings: ContextSettings, replies: int, log: LlamaLog
) -> tuple[Any, int]:
    """Return a new context, and for how many replies: fewer than wished where there is no memory for their cells."""
    while True:
        log.clear()
        parameters.n_ctx = settings.tokens * replies
        parameters.n_seq_max = sequence_count(replies)
        parameters.kv_unified = replies > 1
        context = lib.llama_init_from_model(model.pointer, parameters)
        if context:
            return context, replies
        if settings.cache_type.is_quantized and not tells_of_memory(log.text()):
            raise CacheTypeNotPossible(cache_type=settings.cache_type.value, details=log.text())
        if replies == 1:
            raise OutOfMemoryForContext(context=settings.tokens, details=log.text())
        replies //= 2


def _store_for(path: Path, options: LoadOptions, cache_type: CacheType) -> SequenceStore | None:
    if not options.cache_folder:
        return None
    stat = path.stat()
    identity = f"{path.resolve()}|{stat.st_size}|{stat.st_mtime_ns}|{version()}"
    # A state holds the numbers as they are stored, and values lie otherwise without flash attention.
    identity += f"|{cache_type}|{options.flash_attention}|{options.keeps_whole_window}"
    return SequenceStore(Path(options.cache_folder), identity=identity, limit_bytes=options.cache_limit_bytes)
