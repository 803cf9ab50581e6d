"""Which file beside a model lets it see images."""

from __future__ import annotations

from pathlib import Path

from app.gguf.projectors import projector_beside
from tests.app.hub.tiny_gguf import write_gguf


def part(folder: Path, name: str, *, sees: bool = True) -> Path:
    return write_gguf(folder / name, architecture="clip", extra={"has_vision_encoder": 1} if sees else {})


def test_the_part_is_found_by_its_header_in_the_same_folder(tmp_path: Path) -> None:
    model = write_gguf(tmp_path / "m" / "gemma-3-4b-it-Q4_K_M.gguf")
    assert projector_beside(model) is None
    part(tmp_path, "mmproj-model-f16.gguf")
    write_gguf(model.parent / "mmproj-but-a-model.gguf")
    (model.parent / "mmproj-cut.gguf").write_bytes(b"GGUF")
    part(model.parent, "mmproj-that-hears.gguf", sees=False)
    assert projector_beside(model) is None
    found = part(model.parent, "gemma-3-4b-it.mmproj-Q8_0.gguf")
    assert projector_beside(model) == found
    assert projector_beside(tmp_path / "no folder" / "m.gguf") is None


def test_of_several_the_one_named_like_the_model_comes_first_then_the_best_quantization(tmp_path: Path) -> None:
    model = write_gguf(tmp_path / "Qwen2.5-VL-7B-Instruct-Q4_K_M.gguf")
    part(tmp_path, "mmproj-F32.gguf")
    part(tmp_path, "mmproj-Q8_0.gguf")
    plain = part(tmp_path, "mmproj-F16.gguf")
    assert projector_beside(model) == plain
    part(tmp_path, "mmproj-gemma-3-4b-it-f16.gguf")
    assert projector_beside(model) == plain
    own = part(tmp_path, "mmproj-Qwen2.5-VL-7B-Instruct-Q8_0.gguf")
    assert projector_beside(model) == own


def test_a_file_that_has_changed_is_looked_at_again(tmp_path: Path) -> None:
    model = write_gguf(tmp_path / "m.gguf")
    found = part(tmp_path, "mmproj-F16.gguf", sees=False)
    assert projector_beside(model) is None
    part(tmp_path, "mmproj-F16.gguf")
    assert projector_beside(model) == found
