"""Weights on disk: half precision, by GGUF name, in parts small enough to be carried one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from gguf import GGUFReader
from gguf.quants import dequantize

if TYPE_CHECKING:
    from pathlib import Path

    from network import Network
    from numpy.typing import NDArray

PARTS = 3


def save_weights(network: Network, folder: Path) -> None:
    """Write weights-0.npz, weights-1.npz, …"""
    tensors = sorted(network.gguf_tensors().items())
    for part in range(PARTS):
        chosen = {name: value.half().numpy() for name, value in tensors[part::PARTS]}
        np.savez(folder / f"weights-{part}.npz", **chosen)  # type: ignore[arg-type]


def read_weights(folder: Path) -> dict[str, NDArray[np.float32]]:
    """All tensors by GGUF name, from a folder or from a GGUF."""
    if folder.is_file():
        return {one.name: dequantize(one.data, one.tensor_type) for one in GGUFReader(folder).tensors}
    found: dict[str, NDArray[np.float32]] = {}
    for path in sorted(folder.glob("weights-*.npz")):
        with np.load(path) as part:
            found.update({name: part[name].astype(np.float32) for name in part.files})
    return found


def load_weights(network: Network, folder: Path) -> None:
    """Put saved weights into a network of the same shape."""
    import torch

    state = {name.removesuffix(".weight"): torch.from_numpy(value) for name, value in read_weights(folder).items()}
    network.load_state_dict(state)
