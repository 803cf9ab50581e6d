"""Which files of a repository are models: size decides, and a word in a name only where the size agrees."""

from __future__ import annotations

import pytest

from app.hub.connection.remote_file import HubFile
from app.hub.quantization_row import RepositoryFiles, sorted_files

G, M = 1 << 30, 1 << 20


def _sorted(*files: tuple[str, int], parameters: int | None = 8_000_000_000) -> RepositoryFiles:
    return sorted_files([HubFile(path, size) for path, size in files], parameters=parameters)


@pytest.mark.parametrize("parameters", [8_000_000_000, None])
@pytest.mark.parametrize(
    "name",
    [
        "My-Draft-Writer-7B-Q4_K_M.gguf",
        "Drafter-Q4_K_M.gguf",
        "eagle-7b-Q4_K_M.gguf",
        "MTP-GGUF/M-Q4_K_M.gguf",
        "Qwen3-MTP-Q4_K_M.gguf",
        "M-imatrix-Q4_K_M.gguf",
        "M-heretic-Q4_K_M.gguf",
        # kept aside while the code was written
        "assistant-Q4_K_M.gguf",
        "Llama-Vision-8B-Q4_K_M.gguf",
        "imatrix/M-Q4_K_M.gguf",
        "CLIP-Chat-8B-Q4_K_M.gguf",
        "M-merged-lora-Q4_K_M.gguf",
        "M-Draft.Q4_K_M.gguf",
        "M-vocab-extended-Q4_K_M.gguf",
        "Speculator-8B-Q4_K_M.gguf",
    ],
)
def test_a_whole_model_is_a_row_whatever_its_name(name: str, parameters: int | None) -> None:
    found = _sorted((name, 5 * G), ("other/plain-Q8_0.gguf", 9 * G), parameters=parameters)

    assert name in [row.path for row in found.rows]
    assert _sorted((name, 5 * G), parameters=parameters).rows, "also where it is alone"


@pytest.mark.parametrize(
    ("name", "size", "kind"),
    [
        ("Eagle3-Llama-draft-Q4_K_M.gguf", 1 * G, "draft model"),
        ("M-mmproj-f16.gguf", 800 * M, "image projector"),
        ("mmproj-model-f16.gguf", 800 * M, "image projector"),
        ("M-vision-clip-f16.gguf", 800 * M, "image projector"),
        ("M.projector.gguf", 800 * M, "image projector"),
        ("imatrix.dat", 5 * M, "importance matrix"),
        ("lora-adapter-F16.gguf", 100 * M, "adapter"),
        ("ggml-vocab.gguf", 5 * M, "vocabulary"),
        # kept aside while the code was written
        ("M.imatrix.gguf", 12 * M, "importance matrix"),
        ("imatrix_unsloth.gguf_file", 12 * M, "importance matrix"),
        ("M-MTP-Q8_0.gguf", 900 * M, "draft model"),
        ("drafts/M-0.5B-draft-Q8_0.gguf", 600 * M, "draft model"),
        ("M-dflash-BF16.gguf", 1 * G, "draft model"),
        ("my-LoRA-Q8_0.gguf", 200 * M, "adapter"),
        ("M-control-vector.gguf", 1 * M, "adapter"),
        ("mmproj/M-BF16.gguf", 900 * M, "image projector"),
    ],
)
@pytest.mark.parametrize("parameters", [8_000_000_000, None])
def test_what_accompanies_a_model_is_no_row(name: str, size: int, kind: str, parameters: int | None) -> None:
    found = _sorted((name, size), ("M-Q4_K_M.gguf", 5 * G), ("M-Q8_0.gguf", 9 * G), parameters=parameters)

    assert [row.path for row in found.rows] == ["M-Q4_K_M.gguf", "M-Q8_0.gguf"]
    assert [(companion.kind, companion.file.path) for companion in found.companions] == [(kind, name)]


@pytest.mark.parametrize(
    "names",
    [
        ("Big.Q6_K.gguf.part1of2", "Big.Q6_K.gguf.part2of2"),
        ("Big.Q8_0.gguf-split-a", "Big.Q8_0.gguf-split-b"),
        ("Big.Q8_0.gguf.a", "Big.Q8_0.gguf.b", "Big.Q8_0.gguf.c"),
        # kept aside while the code was written
        ("Big.Q8_0.gguf.001", "Big.Q8_0.gguf.002"),
        ("Big.Q8_0.gguf.part0", "Big.Q8_0.gguf.part1"),
        ("Q8_0/Big.Q8_0.gguf.partaa", "Q8_0/Big.Q8_0.gguf.partab"),
        ("Big.Q8_0.part1of2.gguf", "Big.Q8_0.part2of2.gguf"),
        ("Big.Q8_0.gguf-part-a", "Big.Q8_0.gguf-part-b"),
        ("Big.Q8_0.gguf.split-00", "Big.Q8_0.gguf.split-01"),
    ],
)
def test_parts_of_a_cut_file_are_one_row(names: tuple[str, ...]) -> None:
    found = _sorted(*((name, 4 * G) for name in reversed(names)), ("README.md", 10))

    [row] = found.rows
    assert row.is_cut
    assert tuple(file.path for file in row.files) == names
    assert row.size_bytes == 4 * G * len(names)
    assert row.quantization in ("Q6_K", "Q8_0")
    assert row.whole_path.endswith(".gguf")
    assert "part" not in row.whole_path.rsplit("/", 1)[-1].lower()


@pytest.mark.parametrize(
    "names",
    [
        ("Big.Q6_K.gguf.part1of3", "Big.Q6_K.gguf.part3of3"),
        ("Big.Q8_0.gguf.b", "Big.Q8_0.gguf.c"),
        ("Big.Q8_0.gguf.a",),
        ("Big.Q8_0.gguf.001", "Big.Q8_0.gguf.003"),
    ],
)
def test_parts_of_which_some_are_missing_are_told(names: tuple[str, ...]) -> None:
    found = _sorted(*((name, 4 * G) for name in names))

    assert found.rows == ()
    assert found.incomplete == (names[0].split(".gguf")[0] + ".gguf",)


@pytest.mark.parametrize("name", ["M-Q4_K_M.gguf.md", "M-Q4_K_M.gguf.sha256", "M-Q4_K_M.gguf.json", "M-Q4_K_M.gguf.gz"])
def test_files_about_a_model_are_nothing(name: str) -> None:
    assert _sorted((name, 100)) == RepositoryFiles()


@pytest.mark.parametrize(
    ("name", "quantization"),
    [
        ("M-IQ4_KS.gguf", "IQ4_KS"),
        ("M-IQ2_KT.gguf", "IQ2_KT"),
        ("M-Q4_0_4_4.gguf", "Q4_0_4_4"),
        ("M-Q6_K_L.gguf", "Q6_K_L"),
        ("M-IQ5_K.gguf", "IQ5_K"),
        ("M.i1-Q4_K_M.gguf", "Q4_K_M"),
        ("M-Q8_K_XL.gguf", "Q8_K_XL"),
        ("M-Q4_0_8_8.gguf", "Q4_0_8_8"),
    ],
)
def test_quantizations_of_other_programs_have_their_names(name: str, quantization: str) -> None:
    [row] = _sorted((name, 4 * G)).rows
    assert row.quantization == quantization


def test_a_set_of_shards_counts_together() -> None:
    found = _sorted(*((f"M-MTP-Q4_K_M-0000{n}-of-00004.gguf", G * 5 // 4) for n in range(1, 5)))

    assert [row.shards for row in found.rows] == [4]
