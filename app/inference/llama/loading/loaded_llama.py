"""A model with its context, template and cache, as long as it is loaded."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from app.gguf import GgufHeader, is_taught_to_chat
from app.hardware.context_choices import CacheType, FlashAttention
from app.hardware.machine import Machine
from app.hardware.memory_needs import BATCH, compute_bytes, kv_bytes, sequence_count
from app.hardware.offload_plan import OffloadPlan
from app.hardware.side_by_side import counts_cells
from app.inference.chat_template import PLAIN_CHATML, ChatTemplate
from app.inference.errors import CacheTypeNotPossible, OutOfMemoryForContext
from app.inference.llama.drafting.drafting import Drafting
from app.inference.llama.images.image_part import image_reader_for
from app.inference.llama.images.tool_pictures import with_tool_pictures
from app.inference.llama.loading.load_notes import BASE_MODEL_NOTE, NO_TEMPLATE_NOTE
from app.inference.llama.native.binding import LlamaLog, lib, version
from app.inference.llama.native.llama_model import LlamaModel, tells_of_memory
from app.inference.llama.prompts.prompt_writer import PromptWriter
from app.inference.llama.prompts.thinking import ModelThinking
from app.inference.llama.sampling.sampling_place import MOST_OUTPUTS, SamplingPlace
from app.inference.llama.sequences.second_context import SecondContext
from app.inference.llama.sequences.sequence_pool import SequencePool
from app.inference.llama.sequences.sequence_store import SequenceStore
from app.inference.llama.sequences.token_batch import Decoder
from app.inference.protocol import Backend, GenerationRequest, LoadOptions, ModelInfo, Note, Placement
from app.inference.sampling_defaults import recommended_sampling
from app.messages import Image

_SEQUENCES = 32
"""Of a context where a sequence takes no memory but for its tokens. A power of two: llama.cpp plans for batches that
are a multiple of it."""
_SECOND_BYTES = 192 << 20
"""The most of cells in a second context: making it takes a tenth of a second then, and nobody goes on meanwhile."""
_SECOND_CELLS = 1024
"""It is as large as it must be, in steps."""
_SECOND_BATCH = 32
"""Prompts are read in the first one."""
_STATE_SHARE = 0.5
"""How much of the free memory what a context holds may take while another one is made."""

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
        shares_cells: bool = True,
    ) -> None:
        """`room_for` says of how many replies, of so many that are wanted, memory holds the cells now.

        Without `shares_cells` the model cannot hold several sequences in one set of cells.
        """
        self.model = model
        self._room_for = room_for
        self._store = _store_for(model.path, options, settings.cache_type)
        vocabulary = model.vocabulary
        source = model.chat_template or PLAIN_CHATML
        template = ChatTemplate(
            source,
            bos_token=vocabulary.bos_text,
            eos_token=vocabulary.eos_text,
            special_tokens=vocabulary.special_texts(model.metadata),
        )
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
            self._make(
                header,
                template,
                settings=settings,
                log=log,
                options=options,
                notes=images_notes,
                shares_cells=shares_cells,
            )
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
        shares_cells: bool,
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
        self._replies = 0
        """The replies that there are cells for if each takes the whole context."""
        is_light = (
            shares_cells
            and not on_device
            and model.can_forget_partly
            and (options.keeps_whole_window or not model.has_window)
        )
        least_sequences = _SEQUENCES if is_light and min(batch, settings.tokens) >= _SEQUENCES else 1
        self.decoder = Decoder(None, threads=settings.threads, is_tuned=not settings.plan.is_whole)
        self.pool = SequencePool(
            self.decoder, can_forget_partly=model.can_forget_partly, images=images, store=self._store
        )
        self.second: SecondContext | None = None
        # What a sequence is moved with leaves out what its windows no longer see; it could not go back then.
        if settings.backend == "cpu" and settings.threads > 1 and not model.has_window:
            make_second = partial(_second_context, model, parameters, header, settings)
            self.second = SecondContext(self.decoder, make_second, threads=settings.threads)
        self._drafting: Drafting | None = None

        def make(replies: int) -> None:
            self.context, self._replies = _made(model, parameters, settings, replies, log, least_sequences)
            self.decoder.move_to(self.context)
            self.pool.grow(int(lib.llama_n_seq_max(self.context)))
            self.sampling_place = SamplingPlace(self.context, vocabulary_size=vocabulary.size, on_device=on_device)
            if self._drafting is not None:
                self._drafting.move_to(self.context)

        self._make_context = make
        make(1)
        try:
            self._drafting = Drafting(
                self.context,
                model,
                options=options,
                context_tokens=settings.tokens,
                threads=settings.threads,
                is_offloaded=settings.backend != "cpu",
                log=log,
            )
        except BaseException:
            self._free_context()
            raise
        self.speculation = self._drafting.speculation
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
            cache_bytes=kv_bytes(header, settings.tokens, cache_type=settings.cache_type),
            replies_at_once=self._room_for(_SEQUENCES),
        )
        is_base = not model.chat_template and not is_taught_to_chat(_names_of(model))
        self.info = ModelInfo(
            name=model.metadata.get("general.name") or model.path.stem,
            context=settings.tokens,
            context_limit=model.context_limit,
            thinks=self.thinking.thinks,
            thinking_format=self.thinking.description,
            thinking_levels=self.thinking.levels,
            takes_tools=wants.can_use_tools,
            thinking_default=self.thinking.default_level,
            wants=wants,
            sampling=recommended_sampling(model.metadata),
            sees_images=images is not None,
            goes_on_with_text=is_base,
            notes=(*settings.notes, *notes, *self._drafting.notes, *_notes_without_template(model, is_base=is_base)),
            placement=self.placement,
        )

    def as_asked(self, request: GenerationRequest) -> GenerationRequest:
        """Return a request as this model can be asked: a base model goes on with a text, what it cannot see is gone."""
        request = with_tool_pictures(request, self.tokens_of_image, context=self.info.context)
        return replace(request, as_text=True) if self.info.goes_on_with_text else request

    @property
    def free_cells(self) -> int:
        """How many tokens memory has room for beside those that it holds."""
        return int(lib.llama_n_ctx(self.context)) - self.pool.used_cells

    @property
    def has_room_at_home(self) -> bool:
        """Whether those in the second context can come back, and go on by a token, with all others."""
        return self.pool.busy_tokens + self.pool.count <= int(lib.llama_n_ctx(self.context))

    def has_memory_for(self, replies: int) -> bool:
        """Whether a context with more cells than this one can be made now, up to those of so many replies."""
        if replies <= self._replies or self._room_for(replies) <= self._replies:
            return False
        size = int(lib.llama_state_get_size(self.context))
        return size <= _STATE_SHARE * Machine.now().available_memory_bytes

    def make_more_room(self, replies: int) -> bool:
        """Make the context anew with the cells of so many replies, or as many as memory has room for.

        Returns whether there are more than before; what sequences hold stays. No logits are left. Raises
        `OutOfMemoryForContext` where there is no room even for what there was; then nothing can be answered any more.
        """
        size = int(lib.llama_state_get_size(self.context))
        state = (ctypes.c_uint8 * size)()
        written = lib.llama_state_get_data(self.context, state, size)
        before = self._replies
        self.rest()
        self._free_context()
        self._make_context(self._room_for(replies))
        if not written or lib.llama_state_set_data(self.context, state, written) != written:
            lib.llama_memory_clear(self.decoder.memory, False)
            self.pool.note_cleared()
        return self._replies > before

    def forget(self, conversations: Collection[str]) -> None:
        """Overwrite what memory holds, if it has ever held something of these conversations; see `SequencePool`."""
        self.pool.forget(conversations)
        self.wipe_if_due()

    def wipe_if_due(self) -> None:
        """Overwrite what was to be forgotten while runs were going."""
        if self.pool.wipe_if_due():
            if self._drafting is not None:
                self._drafting.forget()
            if self._images is not None:
                self._images.forget()

    def rest(self) -> None:
        """Give back what only several runs at once need."""
        if self.second is not None:
            self.second.close()

    def close(self) -> None:
        """Free contexts, then model."""
        self.rest()
        if self._drafting is not None:
            self._drafting.close()
        self._free_context()
        self._close_images()
        self.model.close()

    def _free_context(self) -> None:
        if self.context:
            self.sampling_place.close()
            lib.llama_free(self.context)
            self.context = None
            self.decoder.move_to(None)

    def tokens_of_image(self, image: Image) -> int:
        """Return how many tokens an image takes, 0 if the model cannot be shown one. Raises as `ImageReader` does."""
        return len(self._images.tokens_of(image)) if self._images is not None else 0

    def _close_images(self) -> None:
        if self._images is not None:
            self._images.close()
            self._images = None


def _names_of(model: LlamaModel) -> tuple[str, ...]:
    return (model.path.stem, *(model.metadata.get(f"general.{key}", "") for key in ("name", "basename", "finetune")))


def _notes_without_template(model: LlamaModel, *, is_base: bool) -> tuple[Note, ...]:
    if model.chat_template:
        return ()
    return (BASE_MODEL_NOTE,) if is_base else (NO_TEMPLATE_NOTE,)


def _made(
    model: LlamaModel, parameters: Any, settings: ContextSettings, replies: int, log: LlamaLog, least_sequences: int
) -> tuple[Any, int]:
    """Return a new context, and for how many replies: fewer than wished where there is no memory for their cells."""
    while True:
        log.clear()
        parameters.n_ctx = settings.tokens * replies
        parameters.n_seq_max = max(sequence_count(replies), least_sequences)
        parameters.kv_unified = True
        context = lib.llama_init_from_model(model.pointer, parameters)
        if context:
            return context, replies
        if settings.cache_type.is_quantized and not tells_of_memory(log.text()):
            raise CacheTypeNotPossible(cache_type=settings.cache_type.value, details=log.text())
        if replies == 1:
            raise OutOfMemoryForContext(context=settings.tokens, details=log.text())
        replies //= 2


def _second_context(
    model: LlamaModel, parameters: Any, header: GgufHeader, settings: ContextSettings, tokens: int
) -> Any:
    """Return a context for one sequence of so many tokens or more beside the first; nothing where memory is short."""
    cells = settings.tokens
    if not counts_cells(header):
        cells = min(cells, -(-tokens // _SECOND_CELLS) * _SECOND_CELLS)
    size = kv_bytes(header, cells, cache_type=settings.cache_type)
    needed = size + compute_bytes(header, cells, batch=_SECOND_BATCH)
    if tokens > cells or size > _SECOND_BYTES or needed > _STATE_SHARE * Machine.now().available_memory_bytes:
        return None
    second = type(parameters).from_buffer_copy(parameters)
    second.n_ctx, second.n_seq_max = cells, 1
    second.n_batch = second.n_ubatch = _SECOND_BATCH
    return lib.llama_init_from_model(model.pointer, second)


def _store_for(path: Path, options: LoadOptions, cache_type: CacheType) -> SequenceStore | None:
    if not options.cache_folder:
        return None
    stat = path.stat()
    identity = f"{path.resolve()}|{stat.st_size}|{stat.st_mtime_ns}|{version()}"
    # A state holds the numbers as they are stored, and values lie otherwise without flash attention.
    identity += f"|{cache_type}|{options.flash_attention}|{options.keeps_whole_window}"
    return SequenceStore(Path(options.cache_folder), identity=identity, limit_bytes=options.cache_limit_bytes)
