"""A model's part that sees images (llama.cpp's mtmd): from a picture's bytes to what the model reads of it.

mtmd gives, for one picture, words that stand around it and one or more images (large ones are cut into tiles, by some
models). Each image is computed only when the cache does not hold it yet; what is prepared of the last few is kept.
"""

from __future__ import annotations

import ctypes
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from app.attachments.picture import ENGINE_KINDS, checked_picture
from app.attachments.picture_errors import PictureIsDamaged, PictureIsOfOtherKind
from app.attachments.picture_header import UPRIGHT, picture_orientation
from app.file_facts import is_file
from app.inference.image_errors import (
    ImageNeedsLargerBatch,
    ImageNotReadable,
    ImagePartDoesNotMatch,
    ImagePartMissing,
    ImagePartNotLoadable,
    ImagesNotInThisBuild,
)
from app.inference.llama.images.image_runs import image_run, run_positions
from app.inference.llama.native.binding import LlamaLog, lib
from app.inference.llama.native.llama_model import LlamaModel
from app.messages import Image

_MOST_PREPARED = 3
"""A prepared picture takes up to tens of megabytes."""
_MOST_KNOWN = 256
_SHORT_CONTEXT = 8192
_LEAST_TOKENS = 256
_NODES_AT_ONCE = 16
_PART = 64
"""Tokens of an image that are decoded at once beside replies."""
ABORTED = 2
"""What `llama_decode` returns when it was told to stop."""


@dataclass(frozen=True, slots=True)
class _KnownImage:
    image: Image
    tokens: tuple[int, ...]


class ImageReader:
    """Owns one `mtmd_context` for a loaded model; `close` before the model goes.

    Raises `ImagePartMissing`, `ImagePartDoesNotMatch`, `ImagePartNotLoadable`, `ImagesNotInThisBuild`.
    """

    def __init__(
        self,
        path: Path,
        model: LlamaModel,
        *,
        context: int,
        threads: int,
        is_offloaded: bool,
        flash_attention: int,
        log: LlamaLog,
    ) -> None:
        """In a short `context` (tokens) images are looked at less closely, where the model can: else one fills it."""
        if not is_file(path):
            raise ImagePartMissing(part=path.name)
        self._is_stopped: Callable[[], bool] = lambda: False
        self._meanwhile: Callable[[], None] | None = None
        self._asked = 0
        self._mtmd = _library()
        self._log = log
        log.hear(self._mtmd.mtmd_helper_log_set)
        stat = path.stat()
        self._identity = f"{path.resolve()}|{stat.st_size}|{stat.st_mtime_ns}|".encode("utf-8", "surrogateescape")
        parameters = self._mtmd.mtmd_context_params_default()
        parameters.use_gpu = is_offloaded
        parameters.n_threads = threads
        parameters.flash_attn_type = flash_attention
        parameters.print_timings = False
        parameters.warmup = False
        parameters.cb_eval = self._callback = lib.ggml_backend_sched_eval_callback(self._observe)
        if context < _SHORT_CONTEXT:
            parameters.image_max_tokens = max(_LEAST_TOKENS, context // 8)
        log.clear()
        name = str(path).encode("utf-8", "surrogateescape")
        self._context: Any = self._mtmd.mtmd_init_from_file(name, model.pointer, parameters)
        if not self._context:
            details = log.text()
            if "n_embd" in details and "mismatch" in details:
                raise ImagePartDoesNotMatch(part=path.name, name=model.path.name, details=details)
            raise ImagePartNotLoadable(part=path.name, details=details)
        if not self._mtmd.mtmd_support_vision(self._context):
            self._mtmd.mtmd_free(self._context)
            raise ImagePartNotLoadable(part=path.name, details="it hears, but sees nothing")
        self.must_read_at_once: bool = self._mtmd.mtmd_decode_use_non_causal(self._context, None)
        """Whether all of an image must be in one batch, since its parts see each other."""
        self._part_decoded = self._mtmd.mtmd_helper_post_decode_callback(self._note_part)
        self.batch = 0
        """How many tokens the model's context computes at once; set when that is made."""
        self._known: OrderedDict[bytes, _KnownImage] = OrderedDict()
        self._prepared: OrderedDict[bytes, Any] = OrderedDict()
        self._places: dict[int, tuple[bytes, int]] = {}
        """The digest of a picture and the number of the chunk, by the first number of a run."""

    def tokens_of(self, image: Image) -> tuple[int, ...]:
        """Return how a picture stands in the prompt: words and runs (see `image_runs`).

        Raises `FileIsTooLarge`, `PictureIsDamaged`, `PictureHasTooManyPixels`, `PictureIsOfOtherKind`,
        `ImageNotReadable`, `ImageNeedsLargerBatch`.
        """
        digest = hashlib.sha256(image.data).digest()
        known = self._known.get(digest)
        if known is not None:
            self._known.move_to_end(digest)
            return known.tokens
        tokens = self._layout(image, digest, self._prepare(image, digest))
        self._known[digest] = _KnownImage(image, tokens)
        while len(self._known) > _MOST_KNOWN:
            forgotten, _ = self._known.popitem(last=False)
            self._places = {start: place for start, place in self._places.items() if place[0] != forgotten}
        return tokens

    def read(
        self,
        context: Any,
        run: Sequence[int],
        position: int,
        *,
        sequence: int = 0,
        is_stopped: Callable[[], bool],
        meanwhile: Callable[[], None] | None = None,
    ) -> int:
        """Compute the image of a run and let a `sequence` of `context` hold it from `position` on.

        Returns llama_decode's code, `ABORTED` once it `is_stopped`: an image may take a processor minutes. So it is
        done in parts, and between them `meanwhile` may decode other sequences, unless the parts of the image see each
        other. The run comes from `tokens_of`. Raises `ImageNotReadable`.
        """
        digest, index = self._places[run[0]]
        image = self._known[digest].image
        chunks = self._prepare(image, digest)
        chunk = self._mtmd.mtmd_input_chunks_get(chunks, index)
        self._log.clear()
        self._is_stopped, self._meanwhile = is_stopped, meanwhile
        code: int = self._mtmd.mtmd_encode_chunk(self._context, chunk)
        if is_stopped():
            return ABORTED
        if code != 0:
            raise ImageNotReadable(image=image.name, details=self._log.text())
        end = lib.llama_pos(0)
        code = self._mtmd.mtmd_helper_decode_image_chunk(
            self._context,
            context,
            chunk,
            self._mtmd.mtmd_get_output_embd(self._context),
            position,
            sequence,
            self.batch if meanwhile is None or self.must_read_at_once else min(_PART, self.batch),
            ctypes.byref(end),
            self._part_decoded if meanwhile is not None else self._mtmd.mtmd_helper_post_decode_callback(),
            None,
        )
        if code != 0 and is_stopped():
            return ABORTED
        if code == 0 and end.value != position + run_positions(run):
            raise ImageNotReadable(image=image.name, details=f"it ends at {end.value}, not where its run says")
        return code

    def forget(self) -> None:
        """Hold no picture any more."""
        for chunks in self._prepared.values():
            self._mtmd.mtmd_input_chunks_free(chunks)
        self._prepared.clear()
        self._known.clear()
        self._places.clear()

    def close(self) -> None:
        """Free everything."""
        self.forget()
        if self._context:
            self._mtmd.mtmd_free(self._context)
            self._context = None

    def _observe(self, _tensor: Any, is_question: bool, _data: Any) -> bool:
        """Let the encoder pause now and then, and give up once it is told to stop."""
        if is_question:
            self._asked += 1
            return self._asked % _NODES_AT_ONCE == 0
        if self._meanwhile is not None:
            self._meanwhile()
        return not self._is_stopped()

    def _note_part(self, _part: Any, _data: Any) -> int:
        """Between two parts of an image the model may decode something else."""
        if self._meanwhile is not None and not self.must_read_at_once:
            self._meanwhile()
        return 0

    def _prepare(self, image: Image, digest: bytes) -> Any:
        """Return mtmd's chunks of a picture; those of the last few are kept."""
        chunks = self._prepared.get(digest)
        if chunks is not None:
            self._prepared.move_to_end(digest)
            return chunks
        bitmap = self._decoded(image)
        try:
            chunks = self._cut(image, bitmap)
        finally:
            self._mtmd.mtmd_bitmap_free(bitmap)
        self._prepared[digest] = chunks
        while len(self._prepared) > _MOST_PREPARED:
            self._mtmd.mtmd_input_chunks_free(self._prepared.popitem(last=False)[1])
        return chunks

    def _decoded(self, image: Image) -> Any:
        """Return the picture's pixels, once its header has said that they are few enough."""
        path = Path(image.name)
        if checked_picture(image.name, image.data).kind not in ENGINE_KINDS:
            raise PictureIsOfOtherKind(path)
        self._log.clear()
        buffer = (ctypes.c_uint8 * len(image.data)).from_buffer_copy(image.data)
        bitmap = self._mtmd.mtmd_helper_bitmap_init_from_buf(self._context, buffer, len(image.data), False)
        if not bitmap:
            raise PictureIsDamaged(path, details=self._log.text())
        orientation = picture_orientation(image.data)
        return self._turned(bitmap, orientation) if orientation != UPRIGHT else bitmap

    def _turned(self, bitmap: Any, orientation: int) -> Any:
        """Return the same picture upright; a photograph may lie on its side."""
        mtmd = self._mtmd
        width, height = int(mtmd.mtmd_bitmap_get_nx(bitmap)), int(mtmd.mtmd_bitmap_get_ny(bitmap))
        try:
            data = ctypes.string_at(mtmd.mtmd_bitmap_get_data(bitmap), width * height * 3)
        finally:
            mtmd.mtmd_bitmap_free(bitmap)
        pixels = upright(np.frombuffer(data, np.uint8).reshape(height, width, 3), orientation)
        buffer = (ctypes.c_uint8 * pixels.size).from_buffer_copy(pixels.tobytes())
        return mtmd.mtmd_bitmap_init(pixels.shape[1], pixels.shape[0], buffer)

    def _cut(self, image: Image, bitmap: Any) -> Any:
        mtmd = self._mtmd
        marker = mtmd.mtmd_default_marker()
        text = mtmd.mtmd_input_text(text=marker, text_len=len(marker), add_special=False, parse_special=True)
        bitmaps = (mtmd.mtmd_bitmap_p_ctypes * 1)(bitmap)
        chunks = mtmd.mtmd_input_chunks_init()
        self._log.clear()
        if mtmd.mtmd_tokenize(self._context, chunks, ctypes.byref(text), bitmaps, 1) != 0:
            mtmd.mtmd_input_chunks_free(chunks)
            raise ImageNotReadable(image=image.name, details=self._log.text())
        return chunks

    def _layout(self, image: Image, digest: bytes, chunks: Any) -> tuple[int, ...]:
        mtmd = self._mtmd
        tokens: list[int] = []
        places: dict[int, tuple[bytes, int]] = {}
        for index in range(mtmd.mtmd_input_chunks_size(chunks)):
            chunk = mtmd.mtmd_input_chunks_get(chunks, index)
            count = int(mtmd.mtmd_input_chunk_get_n_tokens(chunk))
            if mtmd.mtmd_input_chunk_get_type(chunk) == mtmd.MTMD_INPUT_CHUNK_TYPE_TEXT:
                length = ctypes.c_size_t()
                words = mtmd.mtmd_input_chunk_get_tokens_text(chunk, ctypes.byref(length))
                tokens += words[: length.value]
                continue
            if self.must_read_at_once and count > self.batch:
                raise ImageNeedsLargerBatch(image=image.name, tokens=count, batch=self.batch)
            identity = self._identity + digest + index.to_bytes(4, "big")
            run = image_run(identity, tokens=count, positions=int(mtmd.mtmd_input_chunk_get_n_pos(chunk)))
            places[run[0]] = (digest, index)
            tokens += run
        self._places |= places
        return tuple(tokens)


def upright(pixels: npt.NDArray[np.uint8], orientation: int) -> npt.NDArray[np.uint8]:
    """Return pixels (rows, columns, colours) as they are to be seen, for an orientation of Exif, 1 to 8."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.transpose(1, 0, 2)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return pixels


def _library() -> Any:
    """Return the binding of mtmd; a build may lack the library."""
    try:
        from llama_cpp import mtmd_cpp
    except (ImportError, OSError, RuntimeError) as error:
        raise ImagesNotInThisBuild(details=str(error)) from error
    return mtmd_cpp
