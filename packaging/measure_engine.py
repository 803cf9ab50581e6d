"""Compares the release engine, with its module for this processor, to one built on and for this machine.

    python packaging/measure_engine.py RELEASE_LIB_FOLDER MODEL.gguf [--rounds N]

Both run in turn in processes of their own, so that a noisy machine disturbs both alike. Prints each round's tokens per
second, for reading a prompt and for writing, and one JSON object whose ratios are medians (release ÷ own build).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

_PROMPT_TOKENS = 512
_WRITTEN_TOKENS = 96


def measure_here(model: str, threads: int) -> dict[str, float]:
    """Read a prompt and write, in this process; returns tokens per second of each."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from app.inference.llama.native.binding import LlamaLog, lib

    _log = LlamaLog()
    lib.llama_backend_init()
    loaded = lib.llama_model_load_from_file(model.encode(), lib.llama_model_default_params())
    parameters = lib.llama_context_default_params()
    parameters.n_ctx = 1024
    parameters.n_threads = parameters.n_threads_batch = threads
    context = lib.llama_init_from_model(loaded, parameters)
    prompt = (lib.llama_token * _PROMPT_TOKENS)(*(100 + index for index in range(_PROMPT_TOKENS)))
    began = time.perf_counter()
    assert lib.llama_decode(context, lib.llama_batch_get_one(prompt, _PROMPT_TOKENS)) == 0
    read_s = time.perf_counter() - began
    one = (lib.llama_token * 1)(100)
    began = time.perf_counter()
    for _ in range(_WRITTEN_TOKENS):
        assert lib.llama_decode(context, lib.llama_batch_get_one(one, 1)) == 0
    return {"read": _PROMPT_TOKENS / read_s, "write": _WRITTEN_TOKENS / (time.perf_counter() - began)}


def main() -> int:
    """Measure in turn and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("release", type=Path, help="folder with libllama of build_engine.py")
    parser.add_argument("model")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=max(1, (os.cpu_count() or 2) // 2))
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        print(json.dumps(measure_here(arguments.model, arguments.threads)))
        return 0
    ratios: dict[str, list[float]] = {"read": [], "write": []}
    for _ in range(arguments.rounds):
        speeds: dict[str, dict[str, float]] = {}
        for name, folder in (("own", None), ("release", arguments.release)):
            environment = dict(os.environ)
            if folder is not None:
                environment["LLAMA_CPP_LIB_PATH"] = str(folder.resolve())
            command = [sys.executable, __file__, str(arguments.release), arguments.model, "--here"]
            command += ["--threads", str(arguments.threads)]
            ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            speeds[name] = json.loads(ran.stdout.splitlines()[-1])
        for kind, found in ratios.items():
            found.append(speeds["release"][kind] / speeds["own"][kind])
            print(f"{kind}: own {speeds['own'][kind]:.1f}, release {speeds['release'][kind]:.1f} tokens/s", flush=True)
    print(json.dumps({f"{kind}_ratio": round(statistics.median(found), 3) for kind, found in ratios.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
