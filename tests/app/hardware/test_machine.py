"""What the machine has, and what a container leaves of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.hardware.machine import Machine, container_memory


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
