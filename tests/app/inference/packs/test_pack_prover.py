"""A pack is proved once for each version and driver, and a trial that dies or hangs is an answer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.inference.packs import pack_prover
from app.inference.packs.pack_prover import PackProver, driver_mark, try_in_own_process
from app.inference.packs.pack_store import InstalledPack, PackManifest
from app.inference.packs.proof_record import Proof, ProofRecord
from tests.fakes.engine_packs import installed_pack


def pack_in(folder: Path) -> InstalledPack:
    return InstalledPack(folder, PackManifest("cuda", "cuda", "1", "Linux", "x86_64", ("m.so",), {"m.so": ""}), "d1")


def counting(results: list[Proof]) -> tuple[Callable[[InstalledPack], Proof], list[str]]:
    asked: list[str] = []

    def trial(pack: InstalledPack) -> Proof:
        asked.append(pack.digest)
        return results[len(asked) - 1]

    return trial, asked


def test_a_proof_is_asked_once_and_again_after_a_new_driver(tmp_path: Path) -> None:
    trial, asked = counting([Proof(works=False, reason="old driver"), Proof(works=True, device="GPU")])
    marks = ["driver 1"]

    def prover() -> PackProver:
        return PackProver(ProofRecord(tmp_path / "p.json"), engine="1", trial=trial, mark=lambda: marks[-1])

    first = [prover().proof_of(pack_in(tmp_path)) for _ in range(3)]
    marks.append("driver 2")
    second = prover().proof_of(pack_in(tmp_path))

    assert [proof.reason for proof in first] == ["old driver"] * 3
    assert second.works
    assert len(asked) == 2


def test_another_version_of_the_engine_needs_a_proof_of_its_own(tmp_path: Path) -> None:
    trial, asked = counting([Proof(works=True), Proof(works=True)])
    for engine in ("1", "1", "2"):
        PackProver(ProofRecord(tmp_path / "p.json"), engine=engine, trial=trial, mark=lambda: "m").proof_of(
            pack_in(tmp_path)
        )

    assert len(asked) == 2


def test_a_damaged_record_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text("{broken", encoding="utf-8")
    trial, asked = counting([Proof(works=True)])

    PackProver(ProofRecord(tmp_path / "p.json"), engine="1", trial=trial, mark=lambda: "m").proof_of(pack_in(tmp_path))

    assert len(asked) == 1


def test_the_mark_changes_with_what_the_driver_is_told(tmp_path: Path) -> None:
    plain = driver_mark({}, root=tmp_path)

    assert plain == driver_mark({"LANG": "de_DE"}, root=tmp_path)
    for told in ({"CUDA_VISIBLE_DEVICES": ""}, {"CUDA_VISIBLE_DEVICES": "1"}, {"LD_LIBRARY_PATH": "/other"}):
        assert plain != driver_mark(told, root=tmp_path)
    if sys.platform == "linux":
        (tmp_path / "proc" / "driver" / "nvidia").mkdir(parents=True)
        (tmp_path / "proc" / "driver" / "nvidia" / "version").write_text("590.1", encoding="utf-8")
        assert plain != driver_mark({}, root=tmp_path)


def test_a_trial_that_crashes_is_a_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crash = "import os, signal; os.kill(os.getpid(), signal.SIGILL)"
    monkeypatch.setattr(pack_prover, "own_command", lambda *_arguments: [sys.executable, "-c", crash])

    proof = try_in_own_process(pack_in(tmp_path))

    assert not proof.works
    assert "-4" in proof.reason


def test_a_trial_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pack_prover, "own_command", lambda *_arguments: [sys.executable, "-c", "import time; time.sleep(60)"]
    )

    proof = try_in_own_process(pack_in(tmp_path), time_limit_s=0.5)

    assert not proof.works
    assert "no answer" in proof.reason


@pytest.mark.skipif(sys.platform != "linux", reason="the pack's module is built with the system's compiler")
def test_a_library_that_is_no_backend_is_refused_by_the_real_engine(aside_home: Path) -> None:
    pack = installed_pack(aside_home, source="int nothing_of_ggml;\n")

    proof = try_in_own_process(pack)

    assert not proof.works
    assert proof.reason


@pytest.mark.skipif(sys.platform != "linux", reason="the pack's module is built with the system's compiler")
def test_an_answer_says_which_pack_is_not_used(aside_home: Path) -> None:
    installed_pack(aside_home, source="extern int cuInit(int); int start(void) { return cuInit(0); }\n")
    command = [sys.executable, "-m", "ui", "engine", "list", "--json"]

    listed = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ), timeout=90, check=True)

    assert '"works":false' in listed.stdout
    assert "undefined symbol: cuInit" in listed.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="the pack's module is built with the system's compiler")
def test_a_model_loads_on_the_processor_and_says_why_where_a_pack_does_not_work(aside_home: Path) -> None:
    installed_pack(aside_home, source="extern int cuInit(int); int start(void) { return cuInit(0); }\n")
    command = [sys.executable, "-m", "ui", "ask", "--temperature", "0", "What is 2 + 3?"]

    asked = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ), timeout=90, check=True)

    assert "5" in asked.stdout
    assert "The engine pack cuda does not work here" in asked.stderr
    assert "cuInit" in asked.stderr
