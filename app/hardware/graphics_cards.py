"""Which graphics cards are built in, whether or not anything here can compute on them yet."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.file_facts import read_file

_VENDORS = {"0x10de": ("NVIDIA", "cuda"), "0x1002": ("AMD", "vulkan"), "0x8086": ("Intel", "vulkan")}
"""By their PCI numbers: a maker, and which backend computes on its cards."""
_DISPLAYS = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}"
_MOST = 8


@dataclass(frozen=True, slots=True)
class GraphicsCard:
    """A card, as its driver names it or by its maker alone, and the backend that a pack for it brings."""

    name: str
    backend: str


def graphics_cards(root: Path = Path("/")) -> tuple[GraphicsCard, ...]:
    """Return the cards of this computer; none on macOS, where nothing need be installed for them."""
    if sys.platform == "win32":
        names = list(_names_in_the_registry())
        return tuple(GraphicsCard(name, _backend_of(name)) for name in dict.fromkeys(names) if _backend_of(name))
    if sys.platform == "darwin":
        return ()
    named = [GraphicsCard(name, "cuda") for name in _names_of_nvidia(root)]
    vendors = [_VENDORS[vendor] for vendor in _vendors(root) if vendor in _VENDORS]
    return (*named, *(GraphicsCard(maker, backend) for maker, backend in vendors if not (named and backend == "cuda")))


def _backend_of(name: str) -> str:
    return next((backend for maker, backend in _VENDORS.values() if maker.casefold() in name.casefold()), "")


def _vendors(root: Path) -> Iterator[str]:
    for file in sorted(root.glob("sys/class/drm/card[0-9]/device/vendor"))[:_MOST]:
        with contextlib.suppress(OSError):
            yield read_file(file).decode(errors="replace").strip()


def _names_of_nvidia(root: Path) -> Iterator[str]:
    for file in sorted(root.glob("proc/driver/nvidia/gpus/*/information"))[:_MOST]:
        with contextlib.suppress(OSError):
            for line in read_file(file).decode(errors="replace").splitlines():
                if line.startswith("Model:"):
                    yield line.removeprefix("Model:").strip()


def _names_in_the_registry() -> Iterator[str]:
    yield from ()
    if sys.platform == "win32":
        import winreg

        for number in range(_MOST):
            with (
                contextlib.suppress(OSError),
                winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, f"{_DISPLAYS}\\{number:04}") as key,
            ):
                yield str(winreg.QueryValueEx(key, "DriverDesc")[0])
