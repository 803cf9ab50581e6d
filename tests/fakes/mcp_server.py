"""An MCP server written with the SDK: `python mcp_server.py` speaks over stdio, `python mcp_server.py PORT` over HTTP.

Run without Aside on its path, as servers of others are.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated

from mcp.server.elicitation import AcceptedElicitation, ElicitationResult
from mcp.server.mcpserver import Context, Image, MCPServer
from mcp.server.mcpserver.resolve import Elicit, Resolve
from pydantic import BaseModel

server = MCPServer("fake")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
    "18dd8db00000000049454e44ae426082"
)


@server.tool()
def add(a: int, b: int) -> str:
    """Adds two numbers."""
    return str(a + b)


@server.tool(name="say hello")
def hello(to: str) -> str:
    """Greets."""
    return f"Hello, {to}!"


@server.tool()
def fail() -> str:
    """Fails."""
    raise ValueError("it is raining")


@server.tool()
async def slow(seconds: float, context: Context) -> str:
    """Takes its time and tells of it."""
    await context.report_progress(1, 2, "half way")
    await asyncio.sleep(seconds)
    return "done"


@server.tool()
def die() -> str:
    """Ends the program in mid-call."""
    print("out of cheese", file=sys.stderr, flush=True)
    os._exit(3)


@server.tool()
def flood(megabytes: int) -> str:
    """Returns a lot."""
    return "x" * (megabytes << 20)


@server.tool()
def picture() -> Image:
    """Draws."""
    return Image(data=PNG, format="png")


@server.tool()
def variables() -> str:
    """Tells of its environment."""
    return " ".join(sorted(os.environ)) + " " + os.environ.get("FAKE_TOKEN", "")


@server.tool()
def start_another() -> str:
    """Starts a program that would outlive it; returns the ids of both."""
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    return f"{os.getpid()} {other.pid}"


class Name(BaseModel):
    name: str


async def asked_name() -> Elicit[Name]:
    return Elicit("What is your name?", Name)


@server.tool()
async def ask(name: Annotated[ElicitationResult[Name], Resolve(asked_name)]) -> str:
    """Asks the person."""
    return f"accept {name.data.name}" if isinstance(name, AcceptedElicitation) else name.action


@server.tool()
async def grow(context: Context) -> str:
    """Offers one tool more from now on."""
    server.tool(name="new")(hello)
    await context.notify_tools_changed()
    return "grown"


@server.tool()
async def pester(context: Context) -> str:
    """Tells of progress and of changes without end, and writes to stderr."""
    for number in range(3000):
        await context.report_progress(number, 3000, "x" * 1000)
        await context.notify_tools_changed()
        print("y" * 200, file=sys.stderr)
    return "enough"


@server.resource("fake://note")
def note() -> str:
    """A note."""
    return "noted"


@server.resource("fake://picture", mime_type="image/png")
def drawn() -> bytes:
    """A picture."""
    return PNG


@server.prompt()
def greet(name: str) -> str:
    """Greets somebody."""
    return f"Greet {name}."


def _many(count: int) -> None:
    for number in range(count):
        server.tool(name=f"tool {number}")(hello)


if __name__ == "__main__":
    _many(int(os.environ.get("FAKE_TOOLS", "0")))
    if os.environ.get("FAKE_DELAY"):
        time.sleep(float(os.environ["FAKE_DELAY"]))
    if os.environ.get("FAKE_NOISE"):
        print("Listening!", flush=True)
    if len(sys.argv) > 1:
        server.run("streamable-http", port=int(sys.argv[1]))
    else:
        Path(os.environ.get("FAKE_STARTED", os.devnull)).write_text("started", encoding="utf-8")
        server.run()
