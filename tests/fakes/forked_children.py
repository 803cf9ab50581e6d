"""Engine children forked from a process that has imported what they need: they are there in a tenth of the time.

They are processes like any other, heard through a pipe, killed and waited for in the same way. How Aside starts its
own is left to the tests of the client and of the whole app. Their environment is that of this process when the first
one was made, which nothing that a script plays reads.
"""

from __future__ import annotations

import multiprocessing
from functools import cache
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

import pytest

from app.processes import spawn_context

_ROOT = Path(__file__).resolve().parents[2]
_IMPORTED = ("app.inference.worker", "app.inference.scripted_engine")


@cache
def forking_context() -> ForkServerContext | SpawnContext:
    """Return what forks such children, or where nothing can be forked what Aside uses itself."""
    usual = spawn_context()
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return usual
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_IMPORTED))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(_ROOT))
        forkserver.ensure_running()
    return context
