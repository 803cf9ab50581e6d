"""An engine that goes on reporting of a run that has ended, and reports of runs that nobody has asked for."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from app.inference.engine import Emit, Interrupts
from app.inference.protocol import FinishReason, RunDelta, RunFinished, RunStats, StartRun, ThinkingEnd
from app.inference.scripted_engine import Script, ScriptedEngine
from app.messages import RunId, Text


class MuddledEngine(ScriptedEngine):
    """Plays a script, and says *late* of each run that it must not speak of."""

    def __init__(self, emit: Emit, interrupts: Interrupts) -> None:
        super().__init__(Script(), emit, interrupts)
        self._report = emit

    def start(self, command: StartRun) -> None:
        """Answer, and do not leave it at that."""
        super().start(command)
        while command.run in self.runs:
            self.step()
        ended = RunStats(FinishReason.STOP, ThinkingEnd.NONE, 0, 0, 0, 0)
        for run in (command.run, replace(command.run, step=1), replace(command.run, sample=1), RunId(99)):
            self._report(RunDelta(run, "late", (Text("late"),), 0, 1, False))
            self._report(RunFinished(run, ended))


@dataclass(frozen=True, slots=True)
class MuddledEngineFactory:
    """Makes a `MuddledEngine` in the child."""

    def __call__(self, emit: Emit, interrupts: Interrupts) -> MuddledEngine:
        """Return a new engine."""
        return MuddledEngine(emit, interrupts)
