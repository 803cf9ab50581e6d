"""Makes the llama.cpp engine, in the child only: nothing here imports llama.cpp until it is called there."""

from __future__ import annotations

from dataclasses import dataclass

from app.inference.engine import Emit, Engine, Interrupts


@dataclass(frozen=True, slots=True)
class LlamaEngineFactory:
    """Crosses to the child by pickling and makes a `LlamaEngine` there."""

    def __call__(self, emit: Emit, interrupts: Interrupts) -> Engine:
        from app.inference.llama.llama_engine import LlamaEngine
        from app.inference.llama.loading.packs_in_use import use_packs
        from app.paths import AppPaths

        use_packs(AppPaths.from_environment())  # before the engine asks for devices; it tells what is not used
        return LlamaEngine(emit, interrupts)
