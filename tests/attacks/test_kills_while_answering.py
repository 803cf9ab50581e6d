"""The app is killed while it answers: no question is lost, the history is whole, and no engine child is left."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from app.history.store import HistoryStore
from tests.fakes.ended_processes import ends

ROOT = Path(__file__).resolve().parents[2]

_ASK_UNTIL_KILLED = """
import sys
from pathlib import Path
from tests.fakes.session_at_work import SessionAtWork

if __name__ == "__main__":
    with SessionAtWork(Path(sys.argv[1]), Path(sys.argv[2])) as work:
        for number in range(1000):
            turn = work.session.send(None, f"What is {number} * {number + 7} * 13?")
            print(turn.question_id, flush=True)
            work.until(lambda: turn.raw or turn.has_ended)
            print("it writes", flush=True)
            work.until(lambda: turn.has_ended)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_kill_while_it_answers_loses_no_question(attacks: int, dice: random.Random, tmp_path: Path) -> None:
    script = tmp_path / "ask.py"
    script.write_text(_ASK_UNTIL_KILLED, encoding="utf-8")
    (starter,) = (ROOT / "resources" / "starter").glob("*.gguf")
    database = tmp_path / "history.sqlite3"
    asked: list[int] = []
    cut = begun = 0
    for _ in range(max(2, attacks * 3 // 10)):
        command = [sys.executable, str(script), str(database), str(starter)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout is not None
            asked.append(int(running.stdout.readline()))
            if dice.random() < 0.7:  # else while the model is being loaded
                assert running.stdout.readline() == "it writes\n"
            time.sleep(dice.random() * dice.choice((0.02, 0.1, 1.0)))
            children = psutil.Process(running.pid).children(recursive=True)
            running.send_signal(signal.SIGKILL)
            asked += [int(line) for line in running.stdout.read().splitlines() if line.strip().isdecimal()]
        assert ends(*(child.pid for child in children))
        store = HistoryStore.open(database)
        try:
            store.check_integrity()
            found = store.recover_interrupted()
            cut += len(found)
            begun += sum(bool(reply.raw) for reply in found)
            assert [store.message(question).id for question in asked] == asked
        finally:
            store.close()
    print(f"{len(asked)} questions, {cut} replies cut, {begun} of them in their midst")
    assert cut
