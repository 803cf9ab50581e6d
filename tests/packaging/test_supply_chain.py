"""What a release is made of is written down with its hashes, and no key is where code of others runs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from packaging.requirements import Requirement

from tests.packaging.conftest import ROOT

CONSTRAINTS = sorted((ROOT / "packaging" / "constraints").glob("*.txt"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
_PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)(?: ; (?P<marker>.+?))? \\$", re.MULTILINE)


def pinned(file: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for match in _PINNED.finditer(file.read_text(encoding="utf-8")):
        found.setdefault(match["name"], []).append(match["version"])
    return found


def asked_for(group: str | None) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = project["project"]["dependencies"] if group is None else project["dependency-groups"][group]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("file", CONSTRAINTS, ids=lambda file: file.stem)
def test_every_release_that_is_taken_has_a_hash_and_no_address(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]

    assert pinned(file)
    assert "://" not in text
    assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) or _PINNED.match(line) for line in lines)


@pytest.mark.parametrize(
    ("file", "groups", "left_out"),
    [
        ("development.txt", (None, "dev"), ()),
        ("release.txt", (None, "release"), ("llama-cpp-python",)),
        ("signing.txt", ("signing",), ()),
    ],
)
def test_what_is_written_down_fits_what_is_asked_for(
    file: str, groups: tuple[str | None, ...], left_out: tuple[str, ...]
) -> None:
    releases = pinned(ROOT / "packaging" / "constraints" / file)

    for requirement in (line for group in groups for line in asked_for(group)):
        name = requirement.name.lower()
        if name not in left_out:
            assert releases[name], requirement
            assert all(version in requirement.specifier for version in releases[name]), requirement
    assert not set(left_out) & set(releases)


def test_the_engine_is_built_from_the_one_archive_that_is_known() -> None:
    (file,) = [file for file in CONSTRAINTS if file.stem == "engine"]
    (requirement,) = [line for line in asked_for(None) if line.name == "llama-cpp-python"]
    releases = pinned(file)

    assert list(releases) == ["llama-cpp-python"]
    assert releases["llama-cpp-python"][0] in requirement.specifier
    assert file.read_text(encoding="utf-8").count("--hash=") == 1


def steps_of(workflow: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(name, step) for name, job in workflow["jobs"].items() for step in job.get("steps", ())]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_an_action_is_named_by_the_hash_of_its_source(file: Path) -> None:
    used = re.findall(r"uses: (\S+)", file.read_text(encoding="utf-8"))

    assert used
    assert all(name.startswith("./") or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name in used)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_job_with_a_secret_installs_nothing_that_has_no_hash(file: Path) -> None:
    workflow = msgspec.yaml.decode(file.read_bytes())
    with_secret = {name for name, step in steps_of(workflow) if "secrets." in str(step)}

    for name, step in steps_of(workflow):
        if name not in with_secret:
            continue
        assert workflow["jobs"][name]["environment"] == "release", name
        for line in str(step.get("run", "")).replace("\\\n", " ").splitlines():
            assert "pip install" not in line or "--require-hashes" in line, line
            assert not re.search(r"uv (sync|run|pip)|build\.(py|sh|ps1)|\.ci/run", line), line


def test_a_release_is_made_only_of_what_passed() -> None:
    jobs = msgspec.yaml.decode((ROOT / ".github" / "workflows" / "release.yml").read_bytes())["jobs"]

    assert jobs["check"]["uses"] == "./.github/workflows/check.yml"
    assert all("check" in jobs[job]["needs"] for job in ("linux", "macos", "windows"))
