"""Models that a server has, asked by chat completions over HTTP."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Sequence

from app.engines.capabilities import Capabilities
from app.engines.endpoint_call import EndpointAccess, Patience
from app.engines.endpoint_finding import find_server, look_closer
from app.engines.endpoint_job import EndpointJob
from app.engines.endpoint_profile import ModelProfile, ThoughtsOut
from app.engines.endpoint_reply import EndpointReply
from app.engines.endpoint_turn import Asking, EndpointTurn, ThoughtMemory, error_report
from app.engines.engine import Listener, Steer
from app.engines.model_ref import ModelRef, Remote
from app.hardware.machine import HeldMemory
from app.inference.protocol import (
    CountTokens,
    Event,
    ForgetConversations,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    LoadOptions,
    ModelInfo,
    ModelLoaded,
    RunFinished,
    StartRun,
)
from app.messages import RunId

_MOST_AT_ONCE = 4
"""Requests that are open for one turn: servers without `n` as a rule have few places."""
_PATIENCE = Patience()
_ACCESS = EndpointAccess()

Adjust = Callable[[str, ModelProfile], ModelProfile]
"""Puts what is kept of an address in the place of what was found there."""


class EndpointEngine:
    """Implements `Engine` with a thread for each load and each request; the listener hears on those.

    `adjusted` returns what a person has set by hand, or a test turn has shown.
    """

    def __init__(
        self,
        on_event: Listener,
        *,
        access: EndpointAccess = _ACCESS,
        patience: Patience = _PATIENCE,
        adjusted: Adjust = lambda _address, found: found,
    ) -> None:
        self._listener = on_event
        self._is_closed = False
        self._access = access
        self._patience = patience
        self._adjusted = adjusted
        self._lock = threading.Lock()
        self._model: Remote | None = None
        self._profile = ModelProfile("")
        self._jobs: dict[Hashable, EndpointJob] = {}
        """What is going on, by the number of the load or each sample's run."""
        self._turns: dict[RunId, EndpointTurn] = {}
        self._memory = ThoughtMemory()

    @property
    def capabilities(self) -> Capabilities:
        """What the server of the loaded model lets it be asked for."""
        return self._profile.capabilities

    @property
    def profile(self) -> ModelProfile:
        """What is known of the loaded model."""
        return self._profile

    def warm_up(self) -> None:
        """Nobody is asked before a model is chosen."""

    def load(self, load_id: int, model: ModelRef, options: LoadOptions) -> None:
        """Find out what speaks there; it loads by itself. Raises `TypeError` for a model that is on no server."""
        if not isinstance(model, Remote):
            raise TypeError(f"{model} is on no server")

        def work(job: EndpointJob) -> None:
            began = time.monotonic()
            try:
                with job.call(model.endpoint, (load_id,)) as call:
                    found = self._adjusted(model.endpoint, look_closer(call, find_server(call), model.name))
            except Exception as error:  # whatever it is, who waits for the load is told
                if job.leave(load_id):
                    self._on_event(LoadFailed(load_id, error_report(error)))
                return
            if job.leave(load_id):
                self._profile, self._model = found, model
                self._on_event(ModelLoaded(load_id, _info_of(found), time.monotonic() - began))

        self._begin((load_id,), work)

    def cancel_load(self, load_id: int) -> None:
        """Wait no longer, not even for a connection."""
        if self._leave(load_id):
            self._on_event(LoadCancelled(load_id))

    def unload(self) -> None:
        """Its memory is the server's."""

    def start(self, run: RunId, request: GenerationRequest) -> None:
        """Answer: several samples by one request where the server takes that, else by one each, some at a time."""
        model, profile = self._model, self._profile
        if model is None:
            raise RuntimeError("no model is loaded")
        samples = StartRun(run, request).runs
        asking = Asking(model, profile, request)
        if profile.server.takes_n:
            self._begin(samples, lambda job: self._ask(job, asking, [samples]))
            return
        for lane in range(min(_MOST_AT_ONCE, len(samples))):
            self._ask_in_turn(asking, samples[lane::_MOST_AT_ONCE])

    def stop(self, run: RunId) -> None:
        """Hang up. The end is told at once: the thread may still wait for a connection, or for its place."""
        if not self._leave(run):
            return
        with self._lock:
            turn = self._turns.get(run)
        if turn is not None:
            turn.end(run)
        else:
            nothing = EndpointReply(run, thoughts=ThoughtsOut.UNKNOWN)
            self._on_event(RunFinished(run, nothing.stats(None, is_stopped=True, is_alone=False)))

    def steer(self, order: Steer) -> None:
        """Reach into a running thought, where the server goes on from a given beginning."""
        with self._lock:
            turn = self._turns.get(order.run)
        if turn is not None:
            turn.steer(order)

    def favour(self, conversation: str) -> None:
        """The server decides."""

    def read_ahead(self, request: GenerationRequest) -> None:
        """Nothing is sent before it is asked."""

    def count(self, question: CountTokens) -> None:
        """The server's vocabulary is not known."""

    def forget(self, order: ForgetConversations) -> None:
        """Let nothing be left of any thought: they are not kept by conversation."""
        self._memory.forget()

    def held(self) -> HeldMemory:
        """Return that nothing is held here."""
        return HeldMemory()

    def close(self) -> None:
        """Hang up everywhere and join the threads; nothing is reported any more."""
        self._is_closed = True
        with self._lock:
            jobs = set(self._jobs.values())
        for job in jobs:
            job.stop()
        for job in jobs:
            job.join()

    # --- private -------------------------------------------------------------------------------------------------

    def _on_event(self, event: Event) -> None:
        if not self._is_closed:
            self._listener(event)

    def _begin(self, keys: Sequence[Hashable], work: Callable[[EndpointJob], None]) -> None:
        def end() -> None:
            with self._lock:
                for key in keys:
                    self._jobs.pop(key, None)

        job = EndpointJob(keys, work, access=self._access, patience=self._patience, on_end=end)
        with self._lock:
            self._jobs.update(dict.fromkeys(keys, job))
        job.start()

    def _leave(self, key: Hashable) -> bool:
        with self._lock:
            job = self._jobs.get(key)
            if job is None or not job.leave(key):
                return False
        job.stop(key)
        return True

    def _ask_in_turn(self, asking: Asking, samples: Sequence[RunId]) -> None:
        self._begin(samples, lambda job: self._ask(job, asking, [(sample,) for sample in samples]))

    def _ask(self, job: EndpointJob, asking: Asking, groups: Sequence[Sequence[RunId]]) -> None:
        """Ask for each group by one request; what a server leaves out of one is asked for alone."""
        for group in groups:
            with self._lock:
                samples = [sample for sample in group if not job.is_stopped(sample)]
                turn = EndpointTurn(asking, samples, job=job, memory=self._memory, emit=self._on_event)
                self._turns.update(dict.fromkeys(samples, turn))
            if not samples:
                continue
            left_out = turn.run()
            with self._lock:
                for sample in samples:
                    self._turns.pop(sample, None)
            self._ask(job, asking, [(sample,) for sample in left_out])


def _info_of(profile: ModelProfile) -> ModelInfo:
    levels = profile.thinking_levels
    return ModelInfo(
        profile.name,
        context=profile.context,
        context_limit=profile.context_limit,
        thinks=len(levels) > 1 or (profile.thinks is True and levels != ("off",)),
        thinking_levels=levels,
        thinking_default=profile.controls.default.value if profile.controls is not None else "",
        sees_images=profile.sees_images is not False,
        takes_tools=profile.takes_tools is not False,
    )
