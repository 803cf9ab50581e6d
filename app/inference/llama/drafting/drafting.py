"""What drafts for one loaded model, as its options say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.errors import UserError
from app.inference.draft_errors import DraftModelMissing, draft_model_note
from app.inference.llama.drafting.draft_model import DraftModel
from app.inference.llama.drafting.ngram_drafts import NgramDrafts
from app.inference.llama.drafting.speculation import DraftSource, Speculation
from app.inference.llama.native.binding import LlamaLog, lib
from app.inference.llama.native.llama_model import ALL_LAYERS, LlamaModel
from app.inference.llama.sequences.batch_rounding import BatchRounding
from app.inference.protocol import LoadOptions, Note, SpeculationKind

_LEAST_PARAMETERS = 50_000_000
"""A smaller model writes a token in a millisecond: looking for drafts takes more of that than they give back."""


class Drafting:
    """Makes the speculation of one model and owns its draft model; `close` before the model goes.

    A draft model that cannot be used is an error where drafts of it were asked for, else a note. Raises what
    `DraftModel` raises, and `DraftModelMissing`.
    """

    def __init__(
        self,
        context: Any,
        model: LlamaModel,
        *,
        options: LoadOptions,
        context_tokens: int,
        threads: int,
        is_offloaded: bool,
        log: LlamaLog,
    ) -> None:
        self.speculation: Speculation | None = None
        """`None` if it is off, or the model's memory could not take drafts back."""
        self.notes: tuple[Note, ...] = ()
        self._draft_model: DraftModel | None = None
        self._vocabulary_size = model.vocabulary.size
        kind = options.speculation
        if kind is SpeculationKind.OFF or not model.can_forget_partly:
            return
        if kind is SpeculationKind.AUTO and not options.draft_model and model.parameters < _LEAST_PARAMETERS:
            return
        if not options.keeps_whole_window and lib.llama_model_n_swa(model.pointer) > 0:
            return  # a draft would push tokens out of the window that are needed once it is taken back
        if kind is SpeculationKind.DRAFT and not options.draft_model:
            raise DraftModelMissing
        if options.draft_model and kind is not SpeculationKind.NGRAM:
            try:
                self._draft_model = DraftModel(
                    Path(options.draft_model),
                    model,
                    context_tokens=context_tokens,
                    threads=threads,
                    gpu_layers=ALL_LAYERS if is_offloaded else 0,
                    log=log,
                )
            except UserError as error:
                if kind is SpeculationKind.DRAFT:
                    raise
                self.notes = (draft_model_note(Path(options.draft_model).name, error),)
        sources: list[DraftSource] = [] if kind is SpeculationKind.DRAFT else [NgramDrafts()]
        if self._draft_model is not None:
            sources.append(self._draft_model)
        rounding = BatchRounding(context, vocabulary_size=self._vocabulary_size)
        self.speculation = Speculation(sources=sources, rounding=rounding)

    def move_to(self, context: Any) -> None:
        """The context has been made anew."""
        if self.speculation is not None:
            self.speculation.move_to(BatchRounding(context, vocabulary_size=self._vocabulary_size))

    def forget(self) -> None:
        """Hold nothing of what was read and written."""
        if self.speculation is not None:
            self.speculation.forget()

    def close(self) -> None:
        """Free the draft model."""
        self.speculation = None
        if self._draft_model is not None:
            self._draft_model.close()
            self._draft_model = None
