"""Which part that sees images a load takes, what it costs in memory, and making it."""

from __future__ import annotations

from pathlib import Path

from app.errors import UserError
from app.gguf.projectors import MEMORY_SHARE, projector_beside
from app.inference.image_errors import ImagePartNotLoadable, no_images_note
from app.inference.llama.images.image_reader import ImageReader
from app.inference.llama.native.binding import LlamaLog
from app.inference.llama.native.llama_model import LlamaModel
from app.inference.protocol import LoadOptions, Note


def image_part_path(model: Path, options: LoadOptions) -> Path | None:
    """Return the file of the part: the one that is named, else one beside the model."""
    if options.mmproj is None:
        return projector_beside(model)
    return Path(options.mmproj) if options.mmproj else None


def image_part_bytes(model: Path, options: LoadOptions) -> int:
    """Return about how many bytes of memory it will take, 0 without one."""
    path = image_part_path(model, options)
    try:
        return int(path.stat().st_size * MEMORY_SHARE) if path is not None else 0
    except OSError:
        return 0


def image_reader_for(
    model: LlamaModel,
    options: LoadOptions,
    *,
    context: int,
    threads: int,
    is_offloaded: bool,
    flash_attention: int,
    log: LlamaLog,
) -> tuple[ImageReader | None, tuple[Note, ...]]:
    """Return what sees images for a model, and what the person should know of it.

    A part that was named and cannot be used is an error (that of `ImageReader`); one that only lies beside the model
    is passed over with a note.
    """
    path = image_part_path(model.path, options)
    if path is None:
        return None, ()

    def reader(*, is_offloaded: bool) -> ImageReader:
        return ImageReader(
            path,
            model,
            context=context,
            threads=threads,
            is_offloaded=is_offloaded,
            flash_attention=flash_attention,
            log=log,
        )

    try:
        try:
            return reader(is_offloaded=is_offloaded), ()
        except ImagePartNotLoadable:
            if not is_offloaded:
                raise
            return reader(is_offloaded=False), ()  # the device may be full
    except UserError as error:
        if options.mmproj:
            raise
        return None, (no_images_note(path.name, error),)
