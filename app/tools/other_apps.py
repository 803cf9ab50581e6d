"""Tool servers in the settings of other apps on this computer. Only read, and only when the person wants it.

Where each app keeps them is in its documentation; the shape is that of `pasted_servers`.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.environment import variable
from app.file_facts import full_path, is_file, open_file
from app.tools.errors import NoToolServersFound
from app.tools.kept_servers import KeptServer, pasted_servers

_LARGEST_BYTES = 16 << 20


@dataclass(frozen=True, slots=True)
class FoundServers:
    """The servers in one file of an app, with what is secret of them."""

    app: str
    path: Path
    servers: tuple[KeptServer, ...]


def servers_of_other_apps(
    *, home: Path | None = None, environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> tuple[FoundServers, ...]:
    """Return what other apps of this user have. Never raises: what cannot be read is not there."""
    found = []
    for app, path in _places(home or Path.home(), environment, platform):
        with contextlib.suppress(OSError, NoToolServersFound):
            if is_file(path):
                found.append(FoundServers(app, path, _read(path)))
    return tuple(found)


def _places(home: Path, environment: Mapping[str, str], platform: str) -> Iterator[tuple[str, Path]]:
    def told(name: str, usual: Path) -> Path:
        value = variable(environment, name)
        return full_path(Path(value)) if value else usual

    match platform:
        case "win32":
            settings = data = told("APPDATA", home / "AppData" / "Roaming")
        case "darwin":
            settings = data = home / "Library" / "Application Support"
        case _:
            settings = told("XDG_CONFIG_HOME", home / ".config")
            data = told("XDG_DATA_HOME", home / ".local" / "share")
    yield "Claude Desktop", settings / "Claude" / "claude_desktop_config.json"
    yield "Claude Code", told("CLAUDE_CONFIG_DIR", home) / ".claude.json"
    yield "Cursor", home / ".cursor" / "mcp.json"
    yield "VS Code", settings / "Code" / "User" / "mcp.json"
    yield "VS Code", settings / "Code" / "User" / "settings.json"
    yield "VSCodium", settings / "VSCodium" / "User" / "mcp.json"
    yield "Cline", settings / "Code" / "User" / "globalStorage" / "saoudrizwan.claude-dev" / "settings" / _CLINE
    yield "LM Studio", told("LMSTUDIO_HOME", home / ".lmstudio") / "mcp.json"
    yield "Jan", told("JAN_DATA_FOLDER", data / "Jan" / "data") / "mcp_config.json"
    yield "Windsurf", home / ".codeium" / "windsurf" / "mcp_config.json"
    yield "Gemini CLI", home / ".gemini" / "settings.json"
    yield "Zed", (settings if platform == "win32" else home / ".config") / "zed" / "settings.json"
    yield "Codex", told("CODEX_HOME", home / ".codex") / "config.toml"


_CLINE = "cline_mcp_settings.json"


def _read(path: Path) -> tuple[KeptServer, ...]:
    with open_file(path) as file:
        content = file.read(_LARGEST_BYTES)
    text = content.decode("utf-8", "replace")
    if path.suffix == ".toml":
        try:
            told = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise NoToolServersFound from error
        text = msgspec.json.encode({"mcpServers": told.get("mcp_servers")}).decode()
    return pasted_servers(text, is_whole=True)
