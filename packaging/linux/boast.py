"""Lets every processor module of an engine say that it runs anywhere, to try what happens when one is wrong.

    python packaging/linux/boast.py ENGINE_FOLDER

`ggml_backend_score` returns 0 for a processor that lacks something. Its first instructions are replaced by the return
of a number that grows with the module's needs, as it does in truth.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from pathlib import Path

_ORDER = (
    "x64", "sse42", "sandybridge", "ivybridge", "piledriver", "haswell", "alderlake", "skylakex", "cannonlake",
    "cascadelake", "icelake", "cooperlake", "zen4", "sapphirerapids",
)  # fmt: skip


def score_place(module: Path) -> int:
    """Return where in the file the function begins."""
    symbols = subprocess.run(["readelf", "-W", "--dyn-syms", str(module)], capture_output=True, text=True, check=True)
    address = next(int(line.split()[1], 16) for line in symbols.stdout.splitlines() if "ggml_backend_score" in line)
    segments = subprocess.run(["readelf", "-W", "-l", str(module)], capture_output=True, text=True, check=True).stdout
    for match in re.finditer(r"LOAD\s+0x(\w+)\s+0x(\w+)\s+0x\w+\s+0x(\w+)", segments):
        offset, start, size = (int(number, 16) for number in match.groups())
        if start <= address < start + size:
            return offset + address - start
    raise SystemExit(f"{module}: no segment has the function")


def main() -> int:
    """Change the modules in place."""
    for points, variant in enumerate(_ORDER, start=1):
        module = Path(sys.argv[1]) / f"libggml-cpu-{variant}.so"
        content = bytearray(module.read_bytes())
        code = b"\xb8" + struct.pack("<I", points) + b"\xc3"  # mov eax, points; ret
        place = score_place(module)
        content[place : place + len(code)] = code
        module.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
