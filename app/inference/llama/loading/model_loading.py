"""One load: look at the file, plan what goes where, and step back one thing at a time when an allocation fails."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.gguf import GgufHeader
from app.hardware.context_choices import CacheType, FlashAttention
from app.hardware.load_attempt import LoadAttempt
from app.hardware.machine import Gpu, Machine, held_memory_bytes
from app.hardware.memory_fit import FitWishes
from app.hardware.memory_needs import BATCH, usable_cache_type
from app.hardware.side_by_side import shares_cells, with_replies
from app.inference.engine import Emit
from app.inference.errors import CacheTypeNotPossible, OutOfMemoryForContext, OutOfMemoryForWeights
from app.inference.llama.images.image_part import image_part_bytes
from app.inference.llama.loading.load_notes import cache_type_note, no_room_note, step_notes
from app.inference.llama.loading.loaded_llama import ContextSettings, LoadedLlama
from app.inference.llama.loading.packs_in_use import use_packs
from app.inference.llama.native.binding import LlamaLog
from app.inference.llama.native.context_plan import check_weights, checked_headers, planned_fit
from app.inference.llama.native.devices import ComputeDevice, gpu_devices
from app.inference.llama.native.llama_model import LlamaModel
from app.inference.llama.native.placement import Placement
from app.inference.protocol import LoadModel, LoadOptions, LoadProgress, LoadStage, Note, SpeculationKind
from app.paths import AppPaths

_PROGRESS_S = 0.1
_TINY_PARAMETERS = 50_000_000
_DRAFT_SHARE = 1.3
"""A draft model takes its file's size, and this times it with its cache and buffers."""


class ModelLoading:
    """Carries out one `LoadModel`. `run` raises `UserError`, and `LoadWasCancelled` when told to give up."""

    def __init__(self, command: LoadModel, *, log: LlamaLog, emit: Emit, is_cancelled: Callable[[], bool]) -> None:
        self._command = command
        self._options = command.options
        self._log = log
        self._emit = emit
        self._is_cancelled = is_cancelled
        self._progress_sent_at = 0.0
        self._device_name = ""

    def run(self) -> LoadedLlama:
        """Load, and return what can answer."""
        self._emit(LoadProgress(self._command.load_id, 0.0, LoadStage.OPENING))
        options, path = self._options, Path(self._command.path)
        headers, size_bytes = checked_headers(path)
        devices = gpu_devices() if options.gpu_layers != 0 else ()
        gpus = self._gpus(devices)
        reserved_bytes = _draft_bytes(options) + image_part_bytes(path, options)
        if gpus:
            gpus = (replace(gpus[0], free_bytes=max(0, gpus[0].free_bytes - reserved_bytes)), *gpus[1:])
        cache_type = usable_cache_type(headers[0], options.cache_type)
        notes = list(use_packs(AppPaths.from_environment())) if options.gpu_layers != 0 else []
        if cache_type is not options.cache_type:
            notes.append(cache_type_note(options.cache_type, cache_type))
        if cache_type.is_quantized and options.flash_attention is FlashAttention.OFF:
            raise CacheTypeNotPossible(cache_type=cache_type.value)
        wishes = FitWishes(
            cache_type=cache_type,
            batch=options.batch or BATCH,
            keeps_whole_window=options.keeps_whole_window,
            layers=options.gpu_layers,
            experts_in_memory=options.experts_on_cpu,
        )
        fit = planned_fit(
            headers,
            name=path.name,
            size_bytes=size_bytes,
            requested=options.context,
            gpus=gpus,
            wishes=wishes,
            reserved_bytes=0 if gpus else reserved_bytes,
        )
        check_weights(path, headers)
        if gpus and not fit.plan.gpu_layers:
            notes.append(no_room_note(gpus))
        attempt = LoadAttempt(fit.needs, fit.plan, fit.context, wishes.batch)

        def room_for(used: LoadAttempt, wanted: int) -> int:
            """Return for how many replies there is room beside what the model took; it gives its context back first."""
            free_bytes = Machine.now().available_memory_bytes + held_memory_bytes(os.getpid())
            now = replace(
                fit,
                needs=used.needs,
                plan=used.plan,
                context=used.context,
                free_memory_bytes=min(fit.free_memory_bytes, free_bytes),
            )
            return with_replies(now, headers, wanted=wanted, wishes=replace(wishes, batch=used.batch)).replies

        return self._first_that_works(headers[0], attempt, cache_type, devices, notes, room_for)

    def _first_that_works(
        self,
        header: GgufHeader,
        attempt: LoadAttempt,
        cache_type: CacheType,
        devices: tuple[ComputeDevice, ...],
        notes: list[Note],
        room_for: Callable[[LoadAttempt, int], int],
    ) -> LoadedLlama:
        while True:
            try:
                return self._load(header, attempt, cache_type, devices, (*notes, *step_notes(attempt)), room_for)
            except (OutOfMemoryForWeights, OutOfMemoryForContext):
                # Never a shorter context than was asked for: only one that nobody asked for is shortened.
                gpus = self._gpus(gpu_devices()) if devices else ()
                fallback = attempt.stepped_back(gpus, may_shorten=self._options.context is None)
                if fallback is None:
                    raise
                attempt = fallback
            except CacheTypeNotPossible:
                # Flash attention was left open, and the device lacks it for this model.
                if cache_type is CacheType.F16:
                    raise
                notes.append(cache_type_note(cache_type, CacheType.F16))
                cache_type = CacheType.F16

    def _load(
        self,
        header: GgufHeader,
        attempt: LoadAttempt,
        cache_type: CacheType,
        devices: tuple[ComputeDevice, ...],
        notes: tuple[Note, ...],
        room_for: Callable[[LoadAttempt, int], int],
    ) -> LoadedLlama:
        plan = attempt.plan
        used = [device for device, count in zip(devices, plan.layers_per_gpu, strict=False) if count]
        self._device_name = " + ".join(device.description or device.name for device in used)
        # Told before anything of the device is used: if it takes the child down, the app knows what to leave out.
        self._emit(LoadProgress(self._command.load_id, 0.0, LoadStage.READING, self._device_name))
        model = LlamaModel(
            Path(self._command.path),
            placement=Placement(plan, devices),
            log=self._log,
            on_progress=self._report,
            is_cancelled=self._is_cancelled,
        )
        self._emit(LoadProgress(self._command.load_id, 1.0, LoadStage.PREPARING, self._device_name))
        try:
            return LoadedLlama(
                model,
                header,
                settings=ContextSettings(
                    tokens=attempt.context,
                    threads=_threads(self._options.threads, header),
                    batch=attempt.batch,
                    cache_type=cache_type,
                    backend=used[0].backend if used else "cpu",
                    device=self._device_name,
                    plan=plan,
                    notes=notes,
                ),
                log=self._log,
                options=self._options,
                room_for=partial(room_for, attempt),
                shares_cells=shares_cells(header),
            )
        except BaseException:
            model.close()
            raise

    def _gpus(self, devices: tuple[ComputeDevice, ...]) -> tuple[Gpu, ...]:
        """Return the devices with no more free than may be used."""
        gpus = tuple(device.as_gpu() for device in devices)
        limit = self._options.gpu_memory_bytes
        return gpus if limit is None else tuple(replace(gpu, free_bytes=min(gpu.free_bytes, limit)) for gpu in gpus)

    def _report(self, fraction: float) -> None:
        """Pass the progress on, at most ten times a second."""
        now = time.monotonic()
        if now - self._progress_sent_at >= _PROGRESS_S:
            self._progress_sent_at = now
            self._emit(LoadProgress(self._command.load_id, min(1.0, fraction), LoadStage.READING, self._device_name))


def _threads(wanted: int | None, header: GgufHeader) -> int:
    """Return one thread for each physical core, but one alone where threads would mostly wait for each other.

    Never more than can run at once: threads of llama.cpp that wait for a processor make each step thousands of times
    slower.
    """
    if wanted is not None:
        return min(wanted, os.cpu_count() or wanted)
    return 1 if header.parameter_count < _TINY_PARAMETERS else Machine.now().physical_cores


def _draft_bytes(options: LoadOptions) -> int:
    """Return about what the draft model will take; one that is not there is told of when it is loaded."""
    if not options.draft_model or options.speculation not in (SpeculationKind.AUTO, SpeculationKind.DRAFT):
        return 0
    try:
        return int(Path(options.draft_model).stat().st_size * _DRAFT_SHARE)
    except OSError:
        return 0
