"""The diagnostic report: versions, the computer, settings, the log's end. No question, answer, title or model path."""

from __future__ import annotations

import getpass
import importlib.metadata
import platform
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from app.diagnostics.log_files import newest_lines
from app.hardware.machine import Machine
from app.paths import AppPaths
from app.text import format_bytes

_LINES = 120
_VERSIONS = ("aside", "llama_cpp_python", "PySide6_Essentials", "huggingface_hub", "numpy")
_TOLD_SETTINGS = (bool, int, float)
"""Texts among the settings hold paths, addresses and names; only whether they are set is told."""


def diagnostic_report(
    paths: AppPaths, *, settings: Mapping[str, object], devices: Iterable[str] = (), private: PrivateText | None = None
) -> str:
    """Return the report in English, for whoever helps. `settings` by name, `devices` as the engine describes them."""
    private = private if private is not None else PrivateText.of_this_person()
    machine = Machine.now()
    sections = [
        ("Versions", [f"{name} {_version(name)}" for name in _VERSIONS] + [f"Python {platform.python_version()}"]),
        (
            "Computer",
            [
                platform.platform(),
                f"{machine.physical_cores} cores",
                f"memory: {format_bytes(machine.total_memory_bytes)}",
                f"free memory: {format_bytes(machine.available_memory_bytes)}",
                *devices,
                f"installed as {'a bundle' if getattr(sys, 'frozen', False) else 'source'}",
            ],
        ),
        ("Files", [_file_line("history", paths.database), _file_line("settings", paths.settings_file), *_room(paths)]),
        ("Settings", [_setting_line(name, value) for name, value in sorted(settings.items())]),
        ("Log", newest_lines(paths.logs, _LINES) or ["nothing"]),
    ]
    text = "\n\n".join(f"{title}\n" + "\n".join(f"  {line}" for line in lines) for title, lines in sections)
    return private.redacted(text) + "\n"


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "?"


def _file_line(what: str, path: Path) -> str:
    try:
        return f"{what}: {format_bytes(path.stat().st_size)}"
    except OSError:
        return f"{what}: not there"


def _room(paths: AppPaths) -> list[str]:
    try:
        return [f"room on that disk: {format_bytes(shutil.disk_usage(paths.data).free)}"]
    except OSError:
        return []


def _setting_line(name: str, value: object) -> str:
    if value is None or isinstance(value, _TOLD_SETTINGS):
        return f"{name}: {value}"
    return f"{name}: {'set' if value else 'empty'}"


# Takes out of a text what tells who somebody is: names in paths, tokens, and addresses with passwords.

_TOKEN = re.compile(r"\bhf_[A-Za-z0-9]{8,}\b|\bsk-[\w-]{8,}|(?i:bearer\s+)[\w.\-]{8,}")
_CREDENTIALS = re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+@")
_QUERY = re.compile(r"(https?://[^\s?\"']+)\?[^\s\"']*")
_HOMES = re.compile(r"(/home/|/Users/|[A-Za-z]:\\Users\\)(?:[^/\\:\"'\n]{1,40}(?=[/\\])|[^/\\\s:\"']+)")
_SHORTEST_NAME = 3


class PrivateText:
    """`redacted` returns a text without it. `names` are the person's: the account's, the computer's."""

    def __init__(self, *, home: Path, names: Sequence[str]) -> None:
        self._home = str(home)
        self._names = [re.compile(rf"\b{re.escape(name)}\b") for name in names if len(name) >= _SHORTEST_NAME]

    @classmethod
    def of_this_person(cls) -> PrivateText:
        """Return what is private on this computer."""
        import platform

        try:
            account = getpass.getuser()
            home = Path.home()
        except (OSError, KeyError, RuntimeError):  # an account without a name or a home
            account, home = "", Path("/nonexistent")
        names = [name for name in (account, platform.node()) if name != "root"]
        return cls(home=home, names=names)

    def redacted(self, text: str) -> str:
        """Return the text with `~` for the home folder and marks in place of names, tokens and passwords."""
        if len(self._home) > 1:
            text = text.replace(self._home, "~")
        text = _HOMES.sub(r"\1<name>", text)
        text = _CREDENTIALS.sub("<password>@", text)
        text = _QUERY.sub(r"\1?<query>", text)
        text = _TOKEN.sub("<token>", text)
        for name in self._names:
            text = name.sub("<name>", text)
        return text
