"""What the machine has, and what a container leaves of it."""

from __future__ import annotations

import mmap
import os
import sys
from pathlib import Path

import pytest

from app.hardware.machine import Machine, container_memory, held_memory_bytes


def test_this_machine_has_memory_and_cores() -> None:
    machine = Machine.now()

    assert 0 < machine.available_memory_bytes <= machine.total_memory_bytes
    assert machine.physical_cores >= 1


@pytest.fixture
def cgroup(tmp_path: Path) -> Path:
    (tmp_path / "own").write_text("1:name=systemd:/\n0::/user.slice/aside.scope\n")
    (tmp_path / "root" / "user.slice" / "aside.scope").mkdir(parents=True)
    return tmp_path


def _set(folder: Path, *, limit: str, used: int, file_pages: int) -> None:
    (folder / "memory.max").write_text(f"{limit}\n")
    (folder / "memory.current").write_text(f"{used}\n")
    (folder / "memory.stat").write_text(f"anon 5\nactive_file {file_pages // 2}\ninactive_file {file_pages // 2}\n")


def test_a_containers_limit_counts_and_its_file_pages_are_free(cgroup: Path) -> None:
    _set(cgroup / "root" / "user.slice" / "aside.scope", limit="1000", used=700, file_pages=200)

    assert container_memory(cgroup / "root", cgroup / "own") == (1000, 500)


def test_the_tightest_of_all_enclosing_limits_holds(cgroup: Path) -> None:
    _set(cgroup / "root" / "user.slice" / "aside.scope", limit="max", used=700, file_pages=0)
    _set(cgroup / "root" / "user.slice", limit="900", used=950, file_pages=0)

    assert container_memory(cgroup / "root", cgroup / "own") == (900, 0)


@pytest.mark.parametrize("content", ["", "4:memory:/old\n", "0::/gone\n"])
def test_without_a_limit_there_is_none(cgroup: Path, content: str) -> None:
    (cgroup / "own").write_text(content)

    assert container_memory(cgroup / "root", cgroup / "own") == (sys.maxsize, sys.maxsize)
    assert container_memory(cgroup / "root", cgroup / "nowhere") == (sys.maxsize, sys.maxsize)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count pages of files otherwise")
def test_pages_of_a_file_are_not_held_and_own_memory_is(tmp_path: Path) -> None:
    size = 64 << 20
    (tmp_path / "weights").write_bytes(bytes(size))
    before = held_memory_bytes(os.getpid())
    with (tmp_path / "weights").open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as weights:
        assert sum(weights[place] for place in range(0, size, 4096)) == 0
        assert held_memory_bytes(os.getpid()) - before < size // 2
    own = bytearray(b"x") * size
    assert held_memory_bytes(os.getpid()) - before > size // 2
    assert len(own) == size
    assert held_memory_bytes(2**31 - 1) == 0
