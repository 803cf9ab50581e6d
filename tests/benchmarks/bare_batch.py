"""What llama.cpp reaches with a batch of runs, to measure ours against: a bare loop, and its `llama-batched-bench`."""

from __future__ import annotations

import json
import multiprocessing
import statistics
import subprocess
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.messages import Sampling

_CONTEXT = 8192
_PROMPT = 64


class BareBatch:
    """A child of its own that decodes a token of each of several runs, again and again, and does nothing else."""

    def __init__(self, model: Path, *, threads: int, gpu_layers: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._child = context.Process(target=_bare_child, args=(theirs, str(model), threads, gpu_layers), daemon=True)
        self._child.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        if self._child.is_alive():
            self._ours.send(None)
            self._child.join(10)

    def tokens_per_s(self, runs: int, tokens: int, sampling: Sampling | None = None) -> float:
        """Return the tokens per second of all runs together; with `sampling` a device draws them in its graph."""
        self._ours.send((runs, tokens, sampling))
        return float(self._ours.recv())


def _bare_child(connection: Connection, model_path: str, threads: int, gpu_layers: int) -> None:
    from app.inference.llama.native.binding import LlamaLog, lib
    from app.inference.llama.native.llama_model import LlamaModel
    from app.inference.llama.sampling.sampler_chain import SamplerChain
    from app.inference.llama.sequences.token_batch import TokenBatch

    log = LlamaLog()
    lib.llama_backend_init()
    model = LlamaModel(
        Path(model_path), gpu_layers=gpu_layers, log=log, on_progress=lambda _f: None, is_cancelled=lambda: False
    )
    size = model.vocabulary.size
    while (asked := connection.recv()) is not None:
        runs, count, sampling = asked
        parameters = lib.llama_context_default_params()
        parameters.n_ctx, parameters.n_seq_max, parameters.kv_unified = _CONTEXT, runs, True
        parameters.n_threads = parameters.n_threads_batch = threads
        parameters.no_perf = True
        context = lib.llama_init_from_model(model.pointer, parameters)
        chains: list[SamplerChain] = []
        for number in range(runs if sampling is not None else 0):
            chains.append(SamplerChain(sampling, vocabulary_size=size))
            if not lib.llama_set_sampler(context, number, chains[-1].pointer):
                raise SystemExit("this context cannot sample on its device")
        batch = TokenBatch(max(512, runs))
        times: list[float] = []
        tokens = [1000 + number for number in range(runs)]
        for number in range(runs):
            batch.clear()
            batch.add([1000 + step for step in range(_PROMPT)], 0, number, outputs=1)
            _decode(lib, context, batch)
        for step in range(count + 3):
            began = time.perf_counter()
            batch.clear()
            for number, token in enumerate(tokens):
                batch.add([token % size], _PROMPT + step, number, outputs=1)
            _decode(lib, context, batch)
            if chains:
                tokens = [
                    int(lib.llama_sampler_sample(chain.pointer, context, place)) for place, chain in enumerate(chains)
                ]
            else:
                lib.llama_get_logits_ith(context, runs - 1)  # waits for all of them
                tokens = [token + 17 for token in tokens]
            times.append(time.perf_counter() - began)
        connection.send(runs / statistics.median(times[3:]))
        lib.llama_free(context)
        for chain in chains:
            chain.close()
    model.close()


def _decode(lib: Any, context: Any, batch: Any) -> None:
    batch.native.n_tokens = batch.size
    if lib.llama_decode(context, batch.native) != 0:
        raise SystemExit("it cannot be decoded")


def batched_bench(
    program: Path, model: Path, *, runs: Sequence[int], tokens: int, threads: int, gpu_layers: int
) -> dict[int, float]:
    """Return the tokens per second that `llama-batched-bench` writes with each of these counts of runs."""
    command = [str(program), "-m", str(model), "-c", str(_CONTEXT), "-kvu", "--output-format", "jsonl"]
    command += ["-t", str(threads), "-tb", str(threads), "-ngl", str(gpu_layers)]
    command += ["-npp", str(_PROMPT), "-ntg", str(tokens), "-npl", ",".join(map(str, runs))]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [json.loads(line) for line in found.splitlines() if line.startswith("{")]
    return {row["pl"]: float(row["speed_tg"]) for row in rows}
