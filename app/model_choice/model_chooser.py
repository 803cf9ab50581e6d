"""Joins catalogue, header, memory, speed and library: which quantization of which model suits this computer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.cancellation import StopSignal
from app.errors import UserError
from app.file_facts import open_file
from app.gguf import GgufHeader, not_a_chat_model, read_header
from app.gguf.projectors import MEMORY_SHARE, projector_beside
from app.hardware.memory_fit import FitWishes
from app.hardware.memory_needs import usable_cache_type, weights_bytes
from app.hub.catalogue.catalogue import Catalogue
from app.hub.catalogue.model_page import ModelPage, image_part_of
from app.hub.connection.errors import NoSuchQuantization
from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel
from app.hub.library.model_files import ModelFiles
from app.hub.quantization_row import QuantizationRow
from app.inference.errors import UnsupportedArchitecture
from app.model_choice.computer import Computer
from app.model_choice.engine_probe import EngineProbe, LeadingBytes
from app.model_choice.local_facts import LocalFacts, takes_tools, thinks
from app.model_choice.model_fit import FitVerdict, ModelFit, ideal_bits
from app.model_choice.speed import SpeedEstimator

_MOST_HEADERS = 4
"""How many files of a page may turn out to be no models before that is said."""
_MOST_SHARDS_ASKED = 12
_MOST_JUDGED = 1000
"""Of a repository's quantizations, the smallest first; nobody reads further, and a stranger says how many there are."""
_GPU_VERDICTS = (FitVerdict.FITS_GPU, FitVerdict.FITS_PARTLY_GPU)


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A quantization with all that a person decides by."""

    row: QuantizationRow
    fit: ModelFit | None
    is_recommended: bool
    downloaded: LibraryModel | None


@dataclass(frozen=True, slots=True)
class PageChoice:
    """A model's page for this computer.

    `problem` says why no fit could be found out, for example a gated model, or why nothing here can be loaded.
    """

    page: ModelPage
    rows: tuple[ChoiceRow, ...]
    header: GgufHeader | None = None
    problem: UserError | None = None

    @property
    def recommended(self) -> QuantizationRow | None:
        """The row to take here; `None` if none fits."""
        return next((row.row for row in self.rows if row.is_recommended), None)


class ModelChooser:
    """Looks at models for this computer. Calls about the Hub connect and block; any thread may call.

    `wishes` are how models will be loaded: the type of the cache changes what fits.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        library: Library,
        *,
        speeds: SpeedEstimator | None = None,
        probe: EngineProbe | None = None,
        wishes: FitWishes | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._library = library
        self._speeds = speeds
        self._probe = probe
        self._wishes = wishes or FitWishes()

    def choose(
        self, page: ModelPage, computer: Computer, *, context: int | None = None, stop: StopSignal | None = None
    ) -> PageChoice:
        """Return the page's rows with their fits. One header is read; all rows share its shape.

        A file whose header says that it is no chat model is no row; another header is read then.

        Raises `Cancelled`; what the Hub refuses is in `problem`.
        """
        rows, header, problem = self._models_among(page, stop)
        room = _beside_eyes(page, computer)
        fits = [
            (row, self._row_fit(row, header if number < _MOST_JUDGED else None, room, context))
            for number, row in enumerate(rows)
        ]
        can_load = not isinstance(problem, UnsupportedArchitecture)
        best = recommended_row(fits, parameters=page.model.parameters) if can_load else None
        here = self._library.list()
        choices = tuple(ChoiceRow(row, fit, row is best, _downloaded(page.model.repo, row, here)) for row, fit in fits)
        return PageChoice(page, choices, header, problem)

    def _models_among(
        self, page: ModelPage, stop: StopSignal | None
    ) -> tuple[tuple[QuantizationRow, ...], GgufHeader | None, UserError | None]:
        problem: UserError | None = None
        for number, row in enumerate(page.quantizations[:_MOST_HEADERS]):
            try:
                header = self._catalogue.header(page.model, row.leading_file, stop=stop)
            except UserError as error:
                return page.quantizations[number:], None, error
            problem = not_a_chat_model(header, row.path.rsplit("/", 1)[-1])
            if problem is None:
                return page.quantizations[number:], header, self._refusal_of(header)
        return page.quantizations, None, problem

    def _refusal_of(self, header: GgufHeader) -> UnsupportedArchitecture | None:
        return self._probe.refusal_of(header.architecture) if self._probe is not None else None

    def refusal_of_row(self, page: ModelPage, row: QuantizationRow) -> UnsupportedArchitecture | None:
        """Return why a row cannot be loaded here once it is downloaded; `None` if it can, or nobody knows."""
        try:
            return self._refusal_of(self._catalogue.header(page.model, row.leading_file))
        except UserError:  # the download itself will tell
            return None

    def recommended(self, repo: str, computer: Computer) -> tuple[ModelPage, QuantizationRow]:
        """Return a repository's row to take here; the smallest if none fits.

        Raises `NoSuchQuantization`, and `UnsupportedArchitecture` if none can be loaded.
        """
        page = self._catalogue.page(repo, with_card=False)
        if not page.quantizations:
            raise NoSuchQuantization(repo, "", available=())
        choice = self.choose(page, computer)
        if isinstance(choice.problem, UnsupportedArchitecture):
            raise choice.problem
        return page, choice.recommended or page.quantizations[0]

    def fit_of_row(
        self,
        page: ModelPage,
        row: QuantizationRow,
        computer: Computer,
        *,
        context: int | None = None,
        stop: StopSignal | None = None,
    ) -> ModelFit:
        """Return the fit of one row from its own header, confirmed by a dry run where there is a probe.

        Raises `HubProblem`, `Cancelled`, `UnsupportedArchitecture` and the errors of `app.gguf`.
        """
        header = self._catalogue.header(page.model, row.leading_file, stop=stop)
        _require_chat_model(header, row.path)
        computer = _beside_eyes(page, computer)
        fit = self._judged(header, row.path, row.size_bytes, computer, context)
        leading = (row.leading_file,) if row.is_cut else row.files
        if self._probe is None or len(leading) > _MOST_SHARDS_ASKED:
            return fit
        files = [
            LeadingBytes(file.name, self._catalogue.header_bytes(page.model, file, stop=stop), file.size_bytes)
            for file in leading
        ]
        return self._confirmed(fit, header, files, computer)

    def fit_of_file(self, path: Path, computer: Computer, *, context: int | None = None) -> ModelFit:
        """Return the fit of a model on the disk.

        Raises the errors of `app.gguf`, `UnsupportedArchitecture` and `OSError`.
        """
        files = ModelFiles.of(path)
        headers = [read_header(file) for file in files.paths]
        _require_chat_model(headers[0], files.first.name)
        computer = _beside_part(files.first, computer)
        fit = self._judged(headers[0], files.stem, files.size_bytes(), computer, context)
        if self._probe is None or len(headers) > _MOST_SHARDS_ASKED:
            return fit
        leading = [
            LeadingBytes(file.name, _beginning(file, header.header_bytes), file.stat().st_size)
            for file, header in zip(files.paths, headers, strict=True)
        ]
        return self._confirmed(fit, headers[0], leading, computer)

    def facts_of_file(
        self, path: Path, computer: Computer, *, context: int | None = None, layers: int | None = None
    ) -> LocalFacts:
        """Return what a model on the disk can do, and its fit by the arithmetic alone; quick enough for lists.

        Raises the errors of `app.gguf` and `OSError`.
        """
        files = ModelFiles.of(path)
        header = read_header(files.first)
        fit = self._judged(header, files.stem, files.size_bytes(), _beside_part(files.first, computer), context, layers)
        template = header.chat_template
        return LocalFacts(
            thinks(template), takes_tools(template), header.context_length or 0, header.block_count or 0, fit
        )

    def _row_fit(
        self, row: QuantizationRow, header: GgufHeader | None, computer: Computer, context: int | None
    ) -> ModelFit | None:
        if header is None:
            return None
        return self._judged(header, row.path, row.size_bytes, computer, context)

    def _judged(
        self,
        header: GgufHeader,
        name: str,
        files_bytes: int,
        computer: Computer,
        context: int | None,
        layers: int | None = None,
    ) -> ModelFit:
        weights = weights_bytes(header, files_bytes)
        wishes = replace(self._wishes_for(header), layers=layers)
        fit = ModelFit.judge(
            header,
            name=name.rsplit("/", 1)[-1],
            weights_bytes=weights,
            computer=computer,
            context=context,
            wishes=wishes,
        )
        if self._speeds is None or not fit.verdict.fits:
            return fit
        backend = computer.gpus[0].backend if computer.gpus and fit.verdict in _GPU_VERDICTS else "cpu"
        speed = self._speeds.estimate(
            header,
            weights_bytes=weights,
            kv_bytes=fit.memory.kv_bytes,
            thinks=thinks(header.chat_template),
            backend=backend,
        )
        return fit.with_speed(speed)

    def _wishes_for(self, header: GgufHeader) -> FitWishes:
        """Return how this model will be loaded: not every one can store its cache in every type."""
        return replace(self._wishes, cache_type=usable_cache_type(header, self._wishes.cache_type))

    def _confirmed(
        self, fit: ModelFit, header: GgufHeader, files: Sequence[LeadingBytes], computer: Computer
    ) -> ModelFit:
        assert self._probe is not None, "callers ask only with a probe"
        found = self._probe.dry_run(files, context=fit.memory.context, wishes=self._wishes_for(header))
        if found is None or found.kv_bytes is None:
            return fit
        return fit.confirmed(
            kv_bytes=found.kv_bytes,
            compute_bytes=found.compute_bytes,
            gpus=computer.free_gpus or found.gpus,
        )


def _require_chat_model(header: GgufHeader, path: str) -> None:
    unfit = not_a_chat_model(header, path.rsplit("/", 1)[-1])
    if unfit is not None:
        raise unfit


def _beside_part(path: Path, computer: Computer) -> Computer:
    """Return what is free beside the part that sees images which lies beside a model."""
    part = projector_beside(path)
    return computer.reserving(int(part.stat().st_size * MEMORY_SHARE)) if part is not None else computer


def _beside_eyes(page: ModelPage, computer: Computer) -> Computer:
    """Return what is free beside the part that sees images, which comes along unless the person leaves it out."""
    part = image_part_of(page)
    return computer.reserving(int(part.size_bytes * MEMORY_SHARE)) if part is not None else computer


def _beginning(path: Path, length: int) -> bytes:
    with open_file(path) as file:
        return file.read(length)


def _downloaded(repo: str, row: QuantizationRow, models: Sequence[LibraryModel]) -> LibraryModel | None:
    for model in models:
        if model.source is not None and model.source.repo == repo and model.source.paths[:1] == (row.path,):
            return model
        if model.sha256 and model.sha256 == row.files[0].sha256:
            return model
    return None


# Which quantization of a model to take on this computer.

_LEAST_BITS = 3.3
_UNQUANTIZED = ("F16", "BF16", "F32")
_OLD = ("Q4_0", "Q4_1", "Q5_0", "Q5_1")
_TIERS = (
    (frozenset({FitVerdict.FITS_GPU}), _LEAST_BITS),
    (frozenset({FitVerdict.FITS_GPU, FitVerdict.FITS_PARTLY_GPU, FitVerdict.FITS_MEMORY}), _LEAST_BITS),
    (frozenset({FitVerdict.FITS_GPU, FitVerdict.FITS_PARTLY_GPU, FitVerdict.FITS_MEMORY}), 0.0),
)


def recommended_row(
    rows: Sequence[tuple[QuantizationRow, ModelFit | None]], *, parameters: int | None
) -> QuantizationRow | None:
    """Return the row to take: the best quality for its size that fits well; `None` if none fits.

    A row whose fit is unknown counts as fitting only where nothing is known of any.
    """
    if all(fit is None for _, fit in rows):
        candidates = [row for row, _ in rows]
        return min(candidates, key=lambda row: _distance(row, parameters)) if candidates else None
    for verdicts, least_bits in _TIERS:
        candidates = [
            row
            for row, fit in rows
            if fit is not None and fit.verdict in verdicts and (row.bits_per_weight or ideal_bits(None)) >= least_bits
        ]
        if candidates:
            return min(candidates, key=lambda row: _distance(row, parameters))
    return None


def _distance(row: QuantizationRow, parameters: int | None) -> tuple[float, int]:
    """Return how far a row is from the ideal; less than ideal counts double."""
    ideal = ideal_bits(parameters)
    name = row.quantization.upper().removeprefix("UD-")
    bits = row.bits_per_weight if row.bits_per_weight is not None else _bits_of(name)
    distance = (ideal - bits) * 2 if bits < ideal else bits - ideal
    distance += 20 if name in _UNQUANTIZED else 0.3 if name in _OLD else 0
    return round(distance, 2), row.size_bytes


def _bits_of(name: str) -> float:
    """Return the usual bits per weight of a quantization's name."""
    digits = [int(character) for character in name if character.isdigit()]
    return digits[0] + 0.8 if digits and "F" not in name[:2] else 16.0
