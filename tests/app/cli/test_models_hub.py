"""`aside models search|files|fit|pull` against a fake Hub, as scripts and people see them."""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cli import models
from app.cli.output import Output
from app.hub.connection.errors import (
    ModelIsGated,
    NoNetwork,
    NoSuchQuantization,
    OfflineSwitchIsOn,
    RepositoryNotFound,
)
from app.inference.errors import UnsupportedArchitecture
from app.paths import AppPaths
from app.settings import SettingsFile
from tests.app.hub.tiny_gguf import write_gguf, write_shards
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_files import BytesFile, EndlessFile

ROOT = Path(__file__).resolve().parents[3]
REPO = "org/tiny-GGUF"


@pytest.fixture
def tiny(tmp_path: Path) -> bytes:
    return write_gguf(tmp_path / "source" / "tiny-Q8_0.gguf", weights=4096).read_bytes()


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tiny: bytes) -> Iterator[FakeHub]:
    monkeypatch.setattr("app.hub.library.library.resources_directory", lambda: tmp_path / "resources")
    monkeypatch.setattr("app.model_choice.engine_probe.EngineProbe.devices", lambda _self: ())
    monkeypatch.setattr("app.model_choice.engine_probe.EngineProbe.dry_run", lambda *_a, **_k: None)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "HF_HOME"):
        monkeypatch.delenv(name, raising=False)
    shards = [path.read_bytes() for path in write_shards(tmp_path / "source", "tiny-F16", count=3)]
    files: dict[str, Any] = {"README.md": b"# Tiny\n\nA model that is only there to be downloaded in tests.\n"}
    files["tiny-Q8_0.gguf"] = tiny
    files |= {f"F16/tiny-F16-{n:05}-of-00003.gguf": data for n, data in enumerate(shards, start=1)}
    files["mmproj-tiny-F16.gguf"] = tiny
    with FakeHub() as hub:
        hub.add(REPO, files, gguf={"total": 16_384, "architecture": "llama", "context_length": 32_768})
        hub.add("org/other-GGUF", {"other-Q4_K_M.gguf": tiny}, downloads=9, gated="manual")
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        yield hub


def _run(*arguments: str) -> int:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    models.add_parser(parser.add_subparsers(dest="command", required=True))
    output = Output(is_json="--json" in arguments)
    return models.run(parser.parse_args(["models", *arguments]), AppPaths.from_environment(), output)


def _rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_search_prints_what_the_design_promises(hub: FakeHub, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("search", "gguf", "--json") == 0

    assert _rows(capsys) == [
        {"repo": REPO, "downloads": 1234, "gated": False, "licence": "apache-2.0"},
        {"repo": "org/other-GGUF", "downloads": 9, "gated": True, "licence": "apache-2.0"},
    ]
    assert _run("search", "gguf", "--limit", "1") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_files_joins_shards_and_leaves_companions_out(hub: FakeHub, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("files", REPO, "--json") == 0

    rows = {row["quantization"]: row for row in _rows(capsys)}
    assert set(rows) == {"Q8_0", "F16"}
    assert list(rows["Q8_0"]) == ["file", "quantization", "size_bytes", "shards", "fit"]
    assert rows["F16"]["file"] == "F16/tiny-F16-00001-of-00003.gguf"
    assert rows["F16"]["shards"] == 3
    assert {row["fit"] for row in rows.values()} == {"fits_memory"}

    assert _run("files", REPO) == 0
    assert "recommended" in capsys.readouterr().out


def test_fit_tells_the_sum_for_a_repository_and_for_a_path(
    hub: FakeHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "source" / "tiny-Q8_0.gguf"
    for what in (f"{REPO}:q8_0", REPO, str(path)):
        assert _run("fit", what, "--context", "4096", "--json") == 0
    of_quantization, of_recommended, of_path = _rows(capsys)

    assert {**of_quantization, "free_bytes": 0} == {**of_recommended, "free_bytes": 0}
    assert list(of_path) == [
        "verdict",
        "weights_bytes",
        "kv_bytes",
        "compute_bytes",
        "total_bytes",
        "free_bytes",
        "max_context",
    ]
    assert of_path["kv_bytes"] == 4096 * 2 * 2 * 32 * 2
    assert of_path["total_bytes"] == of_path["weights_bytes"] + of_path["kv_bytes"] + of_path["compute_bytes"]
    assert of_path["max_context"] == 32_768
    assert _run("fit", REPO, "--context", "4096") == 0
    assert "KV cache for 4096 tokens" in capsys.readouterr().out


def test_pull_downloads_registers_and_verifies(
    hub: FakeHub, tiny: bytes, aside_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("pull", f"{REPO}:Q8_0", "--json") == 0

    *progress, done = _rows(capsys)
    path = aside_home / "models" / "org" / "tiny-GGUF" / "tiny-Q8_0.gguf"
    sha256 = hub.repositories[REPO].files["tiny-Q8_0.gguf"].sha256
    assert done == {"event": "done", "path": str(path), "sha256": sha256}
    assert progress[-1] == {"event": "progress", "bytes": len(tiny), "total_bytes": len(tiny)}
    assert path.read_bytes() == tiny
    assert _run("list", "--json") == 0
    [listed] = _rows(capsys)
    assert (listed["name"], listed["state"], listed["origin"]) == ("tiny-Q8_0", "ready", "downloaded")
    assert _run("verify", "--json") == 0
    assert _run("remove", "tiny-Q8_0") == 0
    assert not path.parent.exists()


def test_pull_of_a_shard_set_names_shard_one_and_all_files(
    hub: FakeHub, aside_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("pull", f"{REPO}/F16/tiny-F16-00002-of-00003.gguf", "--json") == 0

    done = _rows(capsys)[-1]
    assert done["path"].endswith("F16/tiny-F16-00001-of-00003.gguf")
    assert len(done["files"]) == 3
    assert all(Path(file).is_file() for file in done["files"])
    assert _run("list", "--json") == 0
    assert [row["name"] for row in _rows(capsys)] == ["tiny-F16"]


def test_pull_without_a_quantization_takes_the_recommended_one(
    hub: FakeHub, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("pull", REPO) == 0

    out = capsys.readouterr().out
    assert "tiny-Q8_0 is ready" in out


def test_a_gated_model_is_told_with_its_page_and_opens_with_a_token(
    hub: FakeHub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ModelIsGated) as caught:
        _run("pull", "org/other-GGUF", "--json")
    assert f"{hub.endpoint}/org/other-GGUF" in caught.value.advice_text()
    assert not any("authorization" in request.headers for request in hub.faults.seen)

    hub.allowed.add("hf_x")
    monkeypatch.setenv("HF_TOKEN", "hf_x")
    assert _run("pull", "org/other-GGUF") == 0


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["files", "nobody/nothing"], RepositoryNotFound),
        (["pull", f"{REPO}:Q2_K"], NoSuchQuantization),
        (["pull", f"{REPO}/gone.gguf"], NoSuchQuantization),
        (["fit", "nobody/nothing"], RepositoryNotFound),
    ],
)
def test_problems_are_told_in_words(hub: FakeHub, arguments: list[str], expected: type[Exception]) -> None:
    with pytest.raises(expected) as caught:
        _run(*arguments)

    assert re.search(r"\w", str(caught.value))


@pytest.mark.parametrize("action", ["search", "files", "fit", "pull"])
def test_the_offline_switch_makes_every_connection_impossible(hub: FakeHub, action: str) -> None:
    SettingsFile(AppPaths.from_environment().settings_file).update(stay_offline=True)

    with pytest.raises(OfflineSwitchIsOn):
        _run(action, REPO)

    assert hub.faults.seen == []


def test_without_a_network_the_library_still_works(
    hub: FakeHub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _run("pull", f"{REPO}:Q8_0")
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    connections: list[object] = []
    monkeypatch.setattr("socket.socket.connect", lambda _self, address: connections.append(address))

    assert _run("list") == 0
    assert _run("verify") == 0
    assert connections == []
    monkeypatch.undo()
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(NoNetwork):
        _run("search", "x")


def _aside(*arguments: str, env: dict[str, str]) -> subprocess.Popen[str]:
    code = "import sys; from app.cli import main; sys.exit(main(sys.argv[1:], check_window=lambda: None))"
    return subprocess.Popen(
        [sys.executable, "-c", code, "models", *arguments],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_download_that_was_cut_goes_on(hub: FakeHub, aside_home: Path, tiny: bytes, how: signal.Signals) -> None:
    size = 6_000_000
    hub.add("org/large-GGUF", {"large-Q4_0.gguf": EndlessFile(size, head=tiny)})
    hub.pause_s = 0.05
    env = {**os.environ, "HF_ENDPOINT": hub.endpoint}
    part = aside_home / "models" / "org" / "large-GGUF" / "large-Q4_0.gguf.part"
    running = _aside("pull", "org/large-GGUF:Q4_0", "--json", env=env)
    deadline = time.monotonic() + 30
    while (not part.exists() or part.stat().st_size < 1_500_000) and time.monotonic() < deadline:
        time.sleep(0.02)

    running.send_signal(how)
    _, told = running.communicate(timeout=20)

    kept = part.stat().st_size
    assert 1_500_000 <= kept < size
    assert running.returncode == (130 if how is signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in told
    listing = _aside("list", "--json", env=env)
    assert '"large' not in listing.communicate(timeout=20)[0]

    hub.pause_s = 0
    again = _aside("pull", "org/large-GGUF:Q4_0", "--json", env=env)
    printed, _ = again.communicate(timeout=30)

    assert again.returncode == 0
    assert json.loads(printed.splitlines()[-1])["sha256"] == hub.repositories["org/large-GGUF"].etag("large-Q4_0.gguf")
    assert hub.faults.requests(port="storage")[-1].headers["range"] == f"bytes={kept}-"


def test_the_part_that_sees_images_comes_along_when_asked_for(
    hub: FakeHub, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    eyes = write_gguf(tmp_path / "eyes.gguf", architecture="clip", extra={"has_vision_encoder": 1}).read_bytes()
    hub.repositories[REPO].files["mmproj-tiny-F16.gguf"] = BytesFile(eyes)

    assert _run("pull", f"{REPO}:Q8_0", "--with-images", "--json") == 0
    done = _rows(capsys)[-1]
    assert (done["event"], Path(done["path"]).name) == ("done", "tiny-Q8_0.gguf")
    assert _run("list", "--json") == 0
    (row,) = _rows(capsys)
    assert row["sees_images"] is True
    assert _run("list") == 0
    assert "ready, sees images" in capsys.readouterr().out


def test_models_that_are_too_new_are_said_to_be_that_before_anything_is_downloaded(
    hub: FakeHub, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    new = write_gguf(tmp_path / "new.gguf", architecture="fancy9000", weights=4096).read_bytes()
    hub.add("org/new-GGUF", {"new-Q8_0.gguf": new, "new-Q4_0.gguf": new})

    assert _run("files", "org/new-GGUF") == 0
    said = capsys.readouterr()
    assert "new-Q8_0.gguf" in said.out
    assert "recommended" not in said.out
    with pytest.raises(UnsupportedArchitecture):
        _run("pull", "org/new-GGUF")
    assert _run("pull", "org/new-GGUF:Q8_0") == 0  # who names the file may want it for another program

    for sentence in (said.err, capsys.readouterr().err):
        assert "fancy9000" in sentence
        assert "Look for an update of Aside" in sentence
    assert _run("files", REPO) == 0
    assert capsys.readouterr().err == ""
