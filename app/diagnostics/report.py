"""The diagnostic report: versions, the computer, settings, the log's end. No question, answer, title or model path."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.diagnostics.log_files import newest_lines
from app.diagnostics.private_text import PrivateText
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
