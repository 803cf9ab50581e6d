"""Models that are split over several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.gguf import parse_shard_name, shard_set


def test_any_shard_leads_to_the_whole_set(tmp_path: Path) -> None:
    names = [f"big-Q4_K_M-0000{number}-of-00003.gguf" for number in (1, 2, 3)]

    for name in names:
        assert [path.name for path in shard_set(tmp_path / name).paths] == names
        assert shard_set(tmp_path / name).first == tmp_path / names[0]


def test_missing_shards_are_named(tmp_path: Path) -> None:
    (tmp_path / "m-00002-of-00003.gguf").touch()

    missing = shard_set(tmp_path / "m-00002-of-00003.gguf").missing()

    assert [path.name for path in missing] == ["m-00001-of-00003.gguf", "m-00003-of-00003.gguf"]


def test_a_whole_model_is_a_set_of_one(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.touch()

    assert shard_set(path).paths == (path,)
    assert shard_set(path).missing() == ()


@pytest.mark.parametrize(
    "name",
    ["model.gguf", "m-00004-of-00003.gguf", "m-00000-of-00003.gguf", "m-1-of-3.gguf", "m-00001-of-99999.gguf", ""],
)
def test_an_ordinary_name_is_no_shard(name: str) -> None:
    assert parse_shard_name(name) is None


def test_the_spelling_of_the_file_at_hand_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "M-00001-OF-00002.GGUF"

    assert shard_set(path).first == path
