"""The long trials of a download: random faults in sequences, and a process killed at random moments.

    python -m tests.fakes.fake_hub_storms faults [--sequences 20] [--faults 10] [--seed N] [--parallel]
    python -m tests.fakes.fake_hub_storms kills [--kills 100] [--size MB] [--seed N] [--parallel]

The test suite runs small versions. Each prints what it saw and ends with an error if a wrong file was ever taken.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import gguf
import numpy as np

from app.cancellation import StopSignal
from app.errors import UserError
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.policies import RangePolicy, RetryPolicy
from app.hub.transfer.model_download import FileDownload, WantedFile
from app.hub.transfer.part_file import PartFile
from tests.fakes.fake_hub import FakeHub
from tests.fakes.fake_hub_faults import Fault
from tests.fakes.fake_hub_files import EndlessFile

REPO = "org/storm-GGUF"
NAME = "storm-Q4_K_M.gguf"
EAGER = RangePolicy(
    least_file_bytes=1_000_000,
    least_missing_bytes=500_000,
    segment_bytes=700_000,
    least_split_bytes=300_000,
    settle_s=0.05,
    fast_enough_bytes_per_s=math.inf,
    pause_s=0.05,
)
"""Several connections for small files, as early as can be and whether they are worth it or not."""
_HEADER = f"bytes=0-{2 * 2**20 - 1}"
"""What is looked at before a download."""
ROOT = Path(__file__).resolve().parents[2]
_PULL = "import sys; from app.cli import main; sys.exit(main(sys.argv[1:], check_window=lambda: None))"


@dataclass
class StormReport:
    """What happened."""

    complete: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    wrong: int = 0
    most_connections: int = 0


def run_faults(
    *, sequences: int, faults: int, seed: int, size: int = 2_000_000, in_parallel: bool = False
) -> StormReport:
    """Run sequences of random faults of every kind; each must end with the right file or a sentence."""
    chance = random.Random(seed)
    report = StormReport()
    for _ in range(sequences):
        with FakeHub() as hub, tempfile.TemporaryDirectory() as folder:
            hub.add(REPO, {NAME: EndlessFile(size)})
            hub.faults.after_bytes = chance.randrange(1, size // 2)
            drawn = [chance.choice(list(Fault)) for _ in range(faults)]
            hub.faults.order(*drawn)
            hub.pause_s = 0.03 if in_parallel else 0.0
            target = Path(folder) / NAME
            clients = HubClients.over(
                HubAccess(HubConnection(endpoint=hub.endpoint)),
                retries=RetryPolicy(attempts=30, first_s=0.001, longest_s=0.01),
                ranges=EAGER if in_parallel else None,
                stall_timeout_s=0.3,
                timeout_s=5,
            )
            try:
                _until_complete(clients, target, report)
            finally:
                clients.close()
            report.most_connections = max(report.most_connections, hub.peak_connections)
            if target.exists() and target.read_bytes() != hub.repositories[REPO].files[NAME].read(0, size):
                report.wrong += 1
                print("a wrong file after", [fault.value for fault in drawn])
    return report


def _until_complete(clients: HubClients, target: Path, report: StormReport) -> None:
    """Do as a person would: read the sentence and try again, a few times."""
    for _ in range(15):
        try:
            FileDownload(
                clients,
                WantedFile(REPO, NAME, "main", target),
                stop=StopSignal(),
                on_progress=lambda _progress: None,
                check_room=lambda _remote, _present: None,
            ).run()
        except UserError as error:
            if not error.message_text() or not error.advice_text():
                report.wrong += 1
            report.refused[error.kind] = report.refused.get(error.kind, 0) + 1
            continue
        part = PartFile(target)
        with part.opened():
            part.put_in_place()
        report.complete += 1
        return


def run_kills(*, kills: int, size: int, seed: int, in_parallel: bool = False) -> dict[str, object]:
    """Kill `aside models pull` at random moments until it was killed often enough; then let it finish.

    After each kill: no more than the last MB is lost, and nothing half is listed as ready. In parallel each connection
    is slow, and each run long enough for several.
    """
    chance = random.Random(seed)
    with FakeHub() as hub, tempfile.TemporaryDirectory() as home:
        served = hub.add(REPO, {NAME: EndlessFile(size, head=_tiny_gguf(Path(home) / "head.gguf"))}).files[NAME]
        env = {**os.environ, "HF_ENDPOINT": hub.endpoint, "ASIDE_HOME": str(Path(home) / "aside")}
        target = Path(home) / "aside" / "models" / REPO / NAME
        part = target.with_name(target.name + ".part")
        killed = restarts = requests = resumed = with_holes = 0
        most_lost = 0
        while killed < kills:
            kept = _kept(part)
            with_holes += len(kept) > 1
            before = sum(end - start for start, end in kept)
            hub.pause_s = (
                2**18 / chance.uniform(8e6, 30e6) if in_parallel else 0.3 * 2**18 / size * chance.uniform(2, 20)
            )
            more = chance.random() * size / (1.5 if in_parallel else 4)
            running = _start(env)
            wants_hole = in_parallel and killed % 2 == 0
            _wait_for_a_moment(running, part, before + more, size=size, chance=chance, wants_hole=wants_hole)
            running.send_signal(signal.SIGKILL)
            running.communicate()
            killed += 1
            seen = [request.headers["range"] for request in hub.faults.requests(port="storage")][requests:]
            requests += len(seen)
            asked = [_asked(told, size) for told in seen if told != _HEADER]
            if asked:
                resumed += before > 0
                most_lost = max(most_lost, *(_overlap(one, other) for one in asked for other in kept), 0)
            if target.exists():
                if hashlib.sha256(target.read_bytes()).hexdigest() != served.sha256:
                    raise SystemExit(f"kill {killed}: a wrong file is in place")
                target.unlink()
                restarts += 1
                continue
            left = sum(end - start for start, end in _kept(part))
            if killed % max(2, kills // 10) == 0 and _is_listed_as_ready(env):
                raise SystemExit(f"kill {killed}: a half file is listed as ready")
            print(f"kill {killed}: {left / 1e6:.1f} MB are kept", flush=True)
        hub.pause_s = 0
        final = _start(env)
        printed, told = final.communicate(timeout=300)
        done = json.loads(printed.splitlines()[-1])
        if final.returncode or done.get("sha256") != served.sha256:
            raise SystemExit(f"the end was wrong: {told}")
        return {
            "kills": killed,
            "size_mb": size / 1e6,
            "completed_meanwhile": restarts,
            "most_lost_bytes": most_lost,
            "resumed": resumed,
            "with_holes": with_holes,
            "most_connections": hub.peak_connections,
            "sha256_right": True,
        }


def _kept(part: Path) -> list[tuple[int, int]]:
    """Return the ranges of the file that are on the disk, apart from each other and in order."""
    pieces = [(0, part.stat().st_size)] if part.exists() else []
    for path in part.parent.glob("*.part.*"):
        if path.suffix[1:].isdecimal():
            start = int(path.suffix[1:])
            pieces.append((start, start + path.stat().st_size))
    found: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        elif end > start:
            found.append((start, end))
    return found


def _asked(header: str, size: int) -> tuple[int, int]:
    start, _, last = header.removeprefix("bytes=").partition("-")
    return int(start), int(last) + 1 if last else size


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _wait_for_a_moment(
    running: subprocess.Popen[str], part: Path, at_bytes: float, *, size: int, chance: random.Random, wants_hole: bool
) -> None:
    """Wait until so much has arrived; if that is all of it, until some moment of the checking and renaming."""
    deadline = time.monotonic() + 60
    late_s: float | None = None
    while running.poll() is None and time.monotonic() < deadline:
        try:
            kept = _kept(part)
        except FileNotFoundError:  # moved into the part, or put in place, at this moment
            continue
        at = sum(end - start for start, end in kept)
        if at >= size and late_s is None:
            late_s = time.monotonic() + chance.random() * 2.5
        if at_bytes <= at < size and (len(kept) > 1 or not wants_hole):
            return
        if late_s is not None and time.monotonic() > late_s:
            return
        time.sleep(0.002)


def _start(env: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _PULL, "models", "pull", f"{REPO}:Q4_K_M", "--json"]
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _is_listed_as_ready(env: dict[str, str]) -> bool:
    command = [sys.executable, "-c", _PULL, "models", "list", "--json"]
    listed = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    if listed.returncode:
        raise SystemExit(f"the library could not be listed ({listed.returncode}): {listed.stdout}{listed.stderr}")
    return any("storm" in line and '"ready"' in line for line in listed.stdout.splitlines())


def _tiny_gguf(path: Path) -> bytes:
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_block_count(1)
    writer.add_tensor("token_embd.weight", np.zeros((8, 32), dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path.read_bytes()


def main() -> None:
    """Run one of the trials."""
    parser = argparse.ArgumentParser()
    parser.add_argument("trial", choices=["faults", "kills"])
    parser.add_argument("--sequences", type=int, default=20)
    parser.add_argument("--faults", type=int, default=10)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--size", type=int, default=200, help="MB")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parallel", action="store_true", help="over several connections")
    arguments = parser.parse_args()
    if arguments.trial == "faults":
        report = run_faults(
            sequences=arguments.sequences,
            faults=arguments.faults,
            seed=arguments.seed,
            in_parallel=arguments.parallel,
        )
        print(json.dumps(asdict(report)))
        sys.exit(report.wrong)
    size = arguments.size * 1_000_000
    print(json.dumps(run_kills(kills=arguments.kills, size=size, seed=arguments.seed, in_parallel=arguments.parallel)))


if __name__ == "__main__":
    main()
