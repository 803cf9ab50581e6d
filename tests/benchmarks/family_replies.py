"""Asks tiny scripted models of every family for replies of real shape, through the session as the window does.

    uv run python tests/benchmarks/family_replies.py [--quick]

Each reply must come out as it was scripted: nothing of the thought in the answer, nothing of the answer in the thought,
no marker anywhere. Prints what did not, then one JSON object: `replies`, `right`, and `wrong` by name. `--quick` asks
for one reply of each family.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.conversation.turn import Turn
from tests.fakes.family_replies import BODIES, model_writing, replies
from tests.fakes.session_at_work import SessionAtWork


def _has_ended(turn: Turn) -> bool:
    return turn.has_ended


def main() -> None:
    """Ask and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="one reply of each family")
    is_quick: bool = parser.parse_args().quick
    asked, wrong = 0, []
    for number, (family, body) in enumerate(replies()):
        if is_quick and number % len(BODIES) != number // len(BODIES) % len(BODIES):
            continue
        with tempfile.TemporaryDirectory() as folder:
            model = model_writing(Path(folder), family, body)
            with SessionAtWork(Path(folder) / "history.sqlite3", model) as work:
                turn = work.session.send(None, "Why?")
                work.until(partial(_has_ended, turn))
                said = (turn.thinking.rstrip(), turn.answer.rstrip())
        asked += 1
        if said != (body.thought, body.answer):
            wrong.append(f"{family.name}/{BODIES.index(body)}")
            print(wrong[-1], *map(repr, said))
    print(json.dumps({"replies": asked, "right": asked - len(wrong), "wrong": wrong}))


if __name__ == "__main__":
    main()
