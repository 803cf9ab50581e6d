"""Draws the app's icon in the sizes and formats of each system from `resources/icons/aside.svg`.

    python packaging/make_icons.py OUTPUT_FOLDER

Writes `aside-SIZE.png`, `aside.ico` (Windows) and `aside.icns` (macOS). Needs PySide6.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}
_SOURCE = Path(__file__).resolve().parents[1] / "resources" / "icons" / "aside.svg"


def draw(output: Path) -> dict[int, bytes]:
    """Write the PNG files and return them by size in pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(_SOURCE))
    pictures: dict[int, bytes] = {}
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        pictures[size] = bytes(buffer.data().data())
        (output / f"aside-{size}.png").write_bytes(pictures[size])
    del application
    return pictures


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon file with PNG pictures inside."""
    chosen = [(size, pictures[size]) for size in _ICO_SIZES]
    offset = 6 + 16 * len(chosen)
    entries = b""
    for size, picture in chosen:
        side = 0 if size == 256 else size  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(chosen)) + entries + b"".join(picture for _, picture in chosen)


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return a macOS icon file with PNG pictures inside."""
    parts = [kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for size, kind in _ICNS_TYPES.items()]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> int:
    """Write all icons."""
    output = Path(sys.argv[1])
    output.mkdir(parents=True, exist_ok=True)
    pictures = draw(output)
    (output / "aside.ico").write_bytes(ico(pictures))
    (output / "aside.icns").write_bytes(icns(pictures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
