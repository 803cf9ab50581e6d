"""Which cards are built in is read from what the system says of them, whether or not anything computes there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.hardware.graphics_cards import GraphicsCard, graphics_cards

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="as Linux says it")


def computer(root: Path, *vendors: str, nvidia: str = "") -> Path:
    for number, vendor in enumerate(vendors):
        device = root / f"sys/class/drm/card{number}/device"
        device.mkdir(parents=True)
        (device / "vendor").write_text(f"{vendor}\n")
    if nvidia:
        folder = root / "proc/driver/nvidia/gpus/0000:01:00.0"
        folder.mkdir(parents=True)
        (folder / "information").write_text(f"Model: \t\t {nvidia}\nIRQ: 1\n")
    return root


@pytest.mark.parametrize(
    ("vendors", "nvidia", "found"),
    [
        ((), "", ()),
        (("0x10de",), "NVIDIA H100", (GraphicsCard("NVIDIA H100", "cuda"),)),
        (("0x10de",), "", (GraphicsCard("NVIDIA", "cuda"),)),
        (("0x8086", "0x10de"), "RTX", (GraphicsCard("RTX", "cuda"), GraphicsCard("Intel", "vulkan"))),
        (("0x1002", "0x1234"), "", (GraphicsCard("AMD", "vulkan"),)),
    ],
)
def test_cards_are_found_by_their_makers(
    tmp_path: Path, vendors: tuple[str, ...], nvidia: str, found: tuple[GraphicsCard, ...]
) -> None:
    assert graphics_cards(computer(tmp_path, *vendors, nvidia=nvidia)) == found
