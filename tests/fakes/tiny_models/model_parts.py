"""What a tiny model is made of before it is a file: hyper-parameters and tensors; and writing them, whole or split."""

from __future__ import annotations

import math
from pathlib import Path

import gguf
import numpy as np
import numpy.typing as npt

from tests.fakes.tiny_models.vocabulary_plan import VocabularyPlan

Array = npt.NDArray[np.float32]
Value = int | float | bool | str | list[int] | list[float] | list[bool]


class ModelParts:
    """Collects one model. Shapes are numpy's, rows first: the reverse of what llama.cpp prints.

    Weights are drawn from a seeded generator, so that equal parts give equal files.
    """

    def __init__(self, architecture: str, *, seed: int = 0) -> None:
        self.architecture = architecture
        self.hyperparameters: dict[str, Value] = {}
        self.tensors: dict[str, npt.NDArray[np.generic]] = {}
        self._random = np.random.default_rng(seed)

    def set(self, **values: Value) -> None:
        """Set `{architecture}.{key}`; a double underscore in the keyword is a dot in the key."""
        self.hyperparameters.update({key.replace("__", "."): value for key, value in values.items()})

    def matrix(self, name: str, *shape: int, gain: float = 1.0) -> None:
        """Add a random matrix (or a stack of them) that keeps the size of what it multiplies, times `gain`.

        F32, so that reading token by token and in one go differ by less than any two words do.
        """
        drawn = self._random.standard_normal(shape) * (gain / math.sqrt(shape[-1]))
        self.tensors[name] = drawn.astype(np.float32)

    def vector(self, name: str, *shape: int, around: float = 0.0, spread: float = 0.1) -> None:
        """Add random values that are no matrix: norms, biases, convolutions."""
        self.tensors[name] = (around + spread * self._random.standard_normal(shape)).astype(np.float32)

    def array(self, name: str, values: Array) -> None:
        """Add these values as F32."""
        self.tensors[name] = values.astype(np.float32)

    def write(self, folder: Path, vocabulary: VocabularyPlan, *, name: str, chat_template: str, shards: int) -> Path:
        """Write the file, or `shards` of them, and return the path of the first."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.gguf"
        per_shard = math.ceil(len(self.tensors) / shards) if shards > 1 else 0
        writer = gguf.GGUFWriter(path, self.architecture, split_max_tensors=per_shard)
        writer.add_name(name)
        writer.add_file_type(int(gguf.LlamaFileType.ALL_F32))
        self.add_to(writer)
        vocabulary.write_to(writer)
        if chat_template:
            writer.add_chat_template(chat_template)
        written = len(writer.tensors)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        assert written == shards, f"{len(self.tensors)} tensors do not make {shards} shards"
        return path if shards == 1 else path.with_name(f"{name}-00001-of-{shards:05d}.gguf")

    def add_to(self, writer: gguf.GGUFWriter) -> None:
        """Hand over all hyper-parameters and tensors."""
        for key, value in self.hyperparameters.items():
            _add_value(writer, f"{self.architecture}.{key}", value)
        for tensor, values in self.tensors.items():
            writer.add_tensor(tensor, values)


def _add_value(writer: gguf.GGUFWriter, key: str, value: Value) -> None:
    match value:
        case bool():
            writer.add_bool(key, value)
        case int():
            writer.add_uint32(key, value)
        case float():
            writer.add_float32(key, value)
        case str():
            writer.add_string(key, value)
        case list():
            writer.add_array(key, value)
