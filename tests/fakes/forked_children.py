"""Engine children forked from a process that has imported what they need: they are there in a tenth of the time.

They are processes like any other, heard through a pipe, killed and waited for in the same way. How Aside starts its
own is left to the tests of the client and of the whole app.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Mapping
from functools import cache, partial
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

import pytest

from app.inference import client
from app.inference.engine import EngineFactory
from app.inference.worker import run_child
from app.model_choice import engine_probe
from app.processes import spawn_context

_ROOT = Path(__file__).resolve().parents[2]
_IMPORTED = ("app.inference.worker", "app.inference.scripted_engine", "app.model_choice.engine_probe")
_LLAMA = ("app.inference.llama.llama_engine",)
"""On a Mac it brings Metal, which bears no forking."""
Answer = Callable[[engine_probe.ProbeQuestion], engine_probe.ProbeAnswer]


def fork_children(patch: pytest.MonkeyPatch) -> None:
    """Have engine children and those who ask for devices forked, with the environment that this process has now."""
    for module in (client, engine_probe):
        patch.setattr(module, "spawn_context", _forking_context)
    patch.setattr(client, "run_child", partial(_run_child_in, dict(os.environ)))
    patch.setattr(engine_probe, "_serve", partial(_serve_in, dict(os.environ)))


def _run_child_in(environment: Mapping[str, str], connection: Connection, factory: EngineFactory) -> None:
    _live_in(environment)
    run_child(connection, factory)


def _serve_in(environment: Mapping[str, str], connection: Connection, answer: Answer) -> None:
    _live_in(environment)
    engine_probe._serve(connection, answer)


def _live_in(environment: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)


@cache
def _forking_context() -> ForkServerContext | SpawnContext:
    """Return what forks such children, or where nothing can be forked what Aside uses itself."""
    usual = spawn_context()
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return usual
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*_IMPORTED, *(_LLAMA if sys.platform == "linux" else ())])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(_ROOT))
        forkserver.ensure_running()
    return context
