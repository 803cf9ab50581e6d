"""Servers of `mcp_server.py` at hand, over stdio and over HTTP."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from app.tools.built_in.built_in_tool import CallAtWork
from app.tools.kept_servers import KeptServer
from app.tools.tool_servers import ToolServers

ODD_SCRIPT = Path(__file__).with_name("odd_mcp_server.py")
SIGN_IN_SCRIPT = Path(__file__).with_name("mcp_sign_in_server.py")
SCRIPT = Path(__file__).with_name("mcp_server.py")
_PATIENCE_S = 30.0
T = TypeVar("T")


def program(**environment: str) -> KeptServer:
    """Return a server that is a program, with these variables set for it."""
    return KeptServer("fake", (sys.executable, SCRIPT.name), environment=environment, folder=str(SCRIPT.parent))


@contextlib.contextmanager
def served(script: Path = SCRIPT, *options: str) -> Iterator[KeptServer]:
    """Yield a server that is an address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    process = subprocess.Popen(
        [sys.executable, str(script), str(port), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    try:
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield KeptServer("fake", url=f"http://127.0.0.1:{port}/mcp")
    finally:
        process.kill()
        process.wait()


def called(servers: ToolServers, server: KeptServer, tool: str, **arguments: object) -> str:
    """Call a tool and return what it says."""
    return servers.call(server, tool, json.dumps(arguments), CallAtWork()).text


def wait_for(look: Callable[[], T]) -> T:
    """Return what a look finds as soon as it finds something."""
    deadline = time.monotonic() + _PATIENCE_S
    while not (found := look()):
        assert time.monotonic() < deadline, "it has not come"
        time.sleep(0.02)
    return found
