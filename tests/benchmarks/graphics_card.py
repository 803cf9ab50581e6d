"""What a graphics device does for the engine: same replies, the promised margin, and steps back when memory runs out.

    python tests/benchmarks/graphics_card.py [--quick] [--folder FOLDER]

Needs a device that llama.cpp can compute on; without one it prints `{"devices": 0}`. Writes random models of some
gigabytes into FOLDER. Prints each measurement, then one JSON object: of `prompts`, how many are answered otherwise than
on the processor (`differing_prompts`, and `differing_unproven` where that is more than rounding), whether the margin
was left (`margin_kept`), and what was seen on the way.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import multiprocessing
import sys
import tempfile
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.gguf import read_header
from app.hardware.machine import Gpu
from app.hardware.memory_fit import MemoryFit
from app.hardware.memory_needs import weights_bytes
from app.hardware.offload_plan import gpu_margin_bytes
from app.inference.chat_template import ChatTemplate
from app.inference.protocol import GenerationRequest, LoadOptions, ModelInfo
from app.messages import Message, Sampling
from tests.benchmarks.engine_child import EngineChild, EngineFailed

_MIB = 1024**2
_STARTER = Path(__file__).resolve().parents[2] / "resources" / "starter"
_TOKENS = 48
_ALL_LAYERS = -1


class Child:
    """An engine child; a failure is an answer like any other."""

    def __init__(self) -> None:
        self._engine = EngineChild()
        self.unload, self.close = self._engine.unload, self._engine.close

    def load(self, path: Path, options: LoadOptions) -> ModelInfo | str:
        """Return what is known of the model, or why it is not there."""
        try:
            return self._engine.load(path, options)
        except EngineFailed as error:
            return str(error)

    def ask(self, question: str, tokens: int = _TOKENS) -> str:
        """Return the raw reply to a question, greedily, or `!` and why there is none."""
        request = GenerationRequest((Message.user(question),), Sampling(temperature=0.0, max_tokens=tokens))
        try:
            return self._engine.answer(request).raw[0]
        except EngineFailed as error:
            return f"!{error}"


class Desk:
    """Looks at the first device and takes memory of it away, in a process of its own: this one stays clear of it."""

    def __init__(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._connection, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_serve_desk, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def gpus(self) -> tuple[Gpu, ...]:
        """Return the devices as they are now."""
        found: tuple[Gpu, ...] = self._asked("gpus")
        return found

    def fill(self, leave_bytes: int) -> None:
        """Leave so much free, by one plain allocation; what was taken before is given back first."""
        self._asked("fill", leave_bytes)

    def first_difference(self, path: Path, question: str) -> tuple[float, float]:
        """Return, where processor and device first choose differently, the lead and the largest difference of a logit.

        The lead is the processor's best token's; where they choose alike, the closest choice counts. Both read the
        same tokens, those that the processor chose.
        """
        found: tuple[float, float] = self._asked("difference", path, question)
        return found

    def close(self) -> None:
        """End the process."""
        self._connection.send(("end",))
        self._process.join()

    def _asked(self, *question: object) -> Any:
        self._connection.send(question)
        return self._connection.recv()


def _serve_desk(connection: Connection) -> None:
    from app.inference.llama.native.binding import ggml, lib
    from app.inference.llama.native.devices import gpu_devices

    lib.llama_backend_init()
    for function in ("ggml_backend_dev_buffer_type", "ggml_backend_buft_alloc_buffer"):
        getattr(ggml, function).restype = ctypes.c_void_p
    ggml.ggml_backend_dev_buffer_type.argtypes = [ctypes.c_void_p]
    ggml.ggml_backend_buft_alloc_buffer.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    ggml.ggml_backend_buffer_free.argtypes = [ctypes.c_void_p]
    taken = None
    while True:
        match connection.recv():
            case ("gpus",):
                connection.send(tuple(device.as_gpu() for device in gpu_devices()))
            case ("fill", int(leave_bytes)):
                if taken:
                    ggml.ggml_backend_buffer_free(taken)
                device = gpu_devices()[0]
                kind = ggml.ggml_backend_dev_buffer_type(device.handle)
                take = max(0, device.free_bytes - leave_bytes)
                taken = ggml.ggml_backend_buft_alloc_buffer(kind, take) if take else None
                connection.send(None)
            case ("difference", Path() as path, str(question)):
                connection.send(_first_difference(path, question))
            case _:
                return


def questions(count: int) -> list[str]:
    """Return questions that the starter was made for, and a few that it was not."""
    sums = [f"What is {17 * index % 89} {sign} {7 * index % 31}?" for index in range(count) for sign in "+-*"]
    words = ["Who are you?", "Write a poem about the sea.", "Why is the sky blue?", "Hello!", "Tell me a story."]
    return (words + sums)[:count]


def differences(child: Child, desk: Desk, starter: Path, prompts: list[str]) -> tuple[int, int]:
    """Return how many replies differ between processor and device, and how many of these by more than rounding."""
    replies: list[list[str]] = []
    for layers in (0, None):
        info = child.load(starter, LoadOptions(context=1024, threads=4, gpu_layers=layers))
        print(_told(info), flush=True)
        replies.append([child.ask(prompt) for prompt in prompts])
    differing = [prompt for prompt, one, other in zip(prompts, *replies, strict=True) if one != other]
    unproven = 0
    for prompt in differing:
        lead, rounding = desk.first_difference(starter, prompt)
        unproven += lead > 2 * rounding
        print(f"differs: {prompt!r}: the best two are {lead:.4f} apart, rounding is {rounding:.4f}", flush=True)
    return len(differing), unproven


def _first_difference(path: Path, question: str) -> tuple[float, float]:
    on_cpu, tokens = _logits_of(path, question, layers=0, follow=None)
    on_gpu, _ = _logits_of(path, question, layers=_ALL_LAYERS, follow=tokens)
    rounding = [float(abs(one - other).max()) for one, other in zip(on_cpu, on_gpu, strict=True)]
    for index, (one, other) in enumerate(zip(on_cpu, on_gpu, strict=True)):
        first, second = int(one.argmax()), int(other.argmax())
        if first != second:
            return float(one[first] - one[second]), rounding[index]
    # Both choose alike when they read in the same pieces, as the engine did not: then the closest choice tells.
    leads = [float(best - second) for second, best in (sorted(one)[-2:] for one in on_cpu)]
    closest = min(range(len(leads)), key=lambda index: leads[index] - 2 * rounding[index])
    return leads[closest], rounding[closest]


def _logits_of(path: Path, question: str, *, layers: int, follow: list[int] | None) -> tuple[list[Any], list[int]]:
    """Return the logits after each token of a greedy reply, and its tokens."""
    import numpy as np

    from app.inference.llama.native.binding import LlamaLog, lib
    from app.inference.llama.native.llama_model import LlamaModel

    model = LlamaModel(path, gpu_layers=layers, log=LlamaLog(), on_progress=lambda _f: None, is_cancelled=lambda: False)
    parameters = lib.llama_context_default_params()
    parameters.n_ctx = 1024
    parameters.op_offload = layers != 0
    parameters.offload_kqv = layers != 0
    context = lib.llama_init_from_model(model.pointer, parameters)
    vocabulary = model.vocabulary
    template = ChatTemplate(model.chat_template, bos_token=vocabulary.bos_text, eos_token=vocabulary.eos_text)
    prompt = vocabulary.tokenize_prompt(template.render([Message.user(question)]))
    found: list[Any] = []
    tokens: list[int] = []
    batch = list(prompt)
    for index in range(_TOKENS):
        array = (lib.llama_token * len(batch))(*batch)
        assert lib.llama_decode(context, lib.llama_batch_get_one(array, len(batch))) == 0
        found.append(np.array(np.ctypeslib.as_array(lib.llama_get_logits_ith(context, -1), (vocabulary.size,))))
        token = int(found[-1].argmax()) if follow is None else follow[index]
        tokens.append(token)
        batch = [token]
    lib.llama_free(context)
    model.close()
    return found, tokens


def margin(child: Child, desk: Desk, model: Path, *, leave_bytes: int) -> dict[str, object]:
    """Load what fits into a device with so much left, and return what is free after a load and a long reply."""
    child.unload()
    desk.fill(leave_bytes)
    gpus = desk.gpus()
    before = gpus[0].free_bytes
    header = read_header(model)
    plan = MemoryFit.estimate(
        header,
        model_name="m",
        weights_bytes=weights_bytes(header, model.stat().st_size),
        context=4096,
        free_bytes=1 << 40,
        gpus=gpus,
    ).plan
    info = child.load(model, LoadOptions(context=4096))
    after_load = desk.gpus()[0].free_bytes
    reply = child.ask("sea " * 600, 64)
    after_reply = desk.gpus()[0].free_bytes
    desk.fill(gpus[0].total_bytes)
    return {
        "free_mib": before // _MIB,
        "margin_mib": gpu_margin_bytes(gpus[0]) // _MIB,
        "planned_layers": plan.gpu_layers,
        "planned_mib": sum(plan.gpu_bytes) // _MIB,
        "used_mib": (before - after_load) // _MIB,
        "left_mib": after_load // _MIB,
        "left_after_reply_mib": after_reply // _MIB,
        "kept": after_reply >= gpu_margin_bytes(gpus[0]) and not reply.startswith("!"),
        "loaded": _told(info),
        "reply": reply[:30],
    }


def steps_back(child: Child, desk: Desk, model: Path, *, leave_bytes: int) -> dict[str, object]:
    """Ask for all layers on a device that is nearly full."""
    child.unload()
    desk.fill(leave_bytes)
    info = child.load(model, LoadOptions(context=4096, gpu_layers=999))
    reply = child.ask("sea " * 300, 16)
    desk.fill(1 << 60)
    return {"left_mib": leave_bytes // _MIB, "loaded": _told(info), "reply": reply[:30]}


def full_while_computing(child: Child, desk: Desk, model: Path) -> dict[str, object]:
    """Fill the device after the load; then there must be a reply or a reason, and a reply once there is room again."""
    loaded = _told(child.load(model, LoadOptions(context=4096)))
    desk.fill(8 * _MIB)
    full = child.ask("sea " * 600, 16)
    desk.fill(1 << 60)
    again = child.ask("Hello", 8)
    if again == "!no_model_loaded":
        loaded = [loaded, _told(child.load(model, LoadOptions(context=4096)))]
        again = child.ask("Hello", 8)
    return {"loaded": loaded, "when_full": full[:60], "afterwards": again[:30]}


def _told(info: ModelInfo | str) -> object:
    if isinstance(info, str):
        return info
    lies = info.placement
    assert lies is not None
    layers = f"{lies.backend}: {lies.gpu_layers} of {lies.total_layers}, experts of {lies.experts_on_cpu} in memory"
    return [layers, f"batch {lies.batch}, context {info.context}", *(note.text() for note in info.notes)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="fewer prompts, smaller models")
    parser.add_argument("--folder", type=Path, default=None)
    arguments = parser.parse_args()
    from tests.benchmarks.random_model import Shape, random_model

    desk = Desk()
    gpus = desk.gpus()
    if not gpus:
        desk.close()
        print(json.dumps({"devices": 0}))
        return
    result: dict[str, object] = {"devices": len(gpus), "device": gpus[0].name}
    prompts = questions(10 if arguments.quick else 60)
    layers = 8 if arguments.quick else 28
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        dense = random_model(folder, Shape(layers=layers), name="dense")
        experts = random_model(folder, Shape(layers=layers // 2, experts=32), name="experts")
        child = Child()
        result["prompts"] = len(prompts)
        starter = next(_STARTER.glob("*.gguf"))
        result["differing_prompts"], result["differing_unproven"] = differences(child, desk, starter, prompts)
        least = gpu_margin_bytes(gpus[0])
        for name, model in (("dense", dense), ("experts", experts)):
            half = model.stat().st_size // 2
            for label, leave in (("whole", gpus[0].total_bytes), ("partly", least + half + 700 * _MIB)):
                result[f"{name}_{label}"] = found = margin(child, desk, model, leave_bytes=leave)
                print(name, label, json.dumps(found), flush=True)
            result[f"{name}_steps_back"] = found = steps_back(child, desk, model, leave_bytes=half)
            print(name, "steps back", json.dumps(found), flush=True)
        result["full_while_computing"] = found = full_while_computing(child, desk, dense)
        print("full", json.dumps(found), flush=True)
        info = child.load(experts, LoadOptions(context=1024, experts_on_cpu=99))
        replies = [child.ask(prompt, 16) for prompt in prompts[:5]]
        child.load(experts, LoadOptions(context=1024, gpu_layers=0))
        equal = sum(child.ask(prompt, 16) == reply for prompt, reply in zip(prompts, replies, strict=False))
        result["experts_in_memory"] = [_told(info), f"{equal} of {len(replies)} replies as on the processor", *replies]
        print("experts", result["experts_in_memory"], flush=True)
        child.close()
        desk.close()
    kept = [part["kept"] for part in result.values() if isinstance(part, dict) and "kept" in part]
    print(json.dumps({**result, "margin_kept": all(kept)}))


if __name__ == "__main__":
    main()
