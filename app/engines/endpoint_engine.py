"""Models that a server has, asked by chat completions over HTTP."""

from __future__ import annotations

import threading
import time
import traceback
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from app.engines.capabilities import Capabilities
from app.engines.endpoint_call import EndpointAccess, Patience
from app.engines.endpoint_chunk import ChunkUsage
from app.engines.endpoint_finding import find_server, look_closer
from app.engines.endpoint_job import EndpointJob
from app.engines.endpoint_profile import FIELDS, ModelProfile, ThoughtsOut
from app.engines.endpoint_reply import EndpointReply
from app.engines.endpoint_request import body_of, without_what_is_refused
from app.engines.engine import Listener, Steer
from app.engines.errors import EndpointBrokeOff, EndpointRefused, EndpointWritesTooMuch
from app.engines.model_ref import ModelRef, Remote
from app.errors import UserError
from app.hardware.machine import HeldMemory
from app.inference.errors import EngineBug, report_of
from app.inference.protocol import (
    CountTokens,
    ErrorReport,
    ForgetConversations,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    LoadOptions,
    ModelInfo,
    ModelLoaded,
    RunFailed,
    RunFinished,
    StartRun,
)
from app.messages import RunId

_MOST_AT_ONCE = 4
"""Requests that are open for one turn: servers without `n` as a rule have few places."""
_MOST_DETAILS = 64
_PATIENCE = Patience()
_ACCESS = EndpointAccess()

Adjust = Callable[[str, ModelProfile], ModelProfile]
"""Puts what is kept of an address in the place of what was found there."""


@dataclass(frozen=True, slots=True)
class _Asking:
    model: Remote
    profile: ModelProfile
    request: GenerationRequest


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
        self._on_event = on_event
        self._access = access
        self._patience = patience
        self._adjusted = adjusted
        self._lock = threading.Lock()
        self._model: Remote | None = None
        self._profile = ModelProfile("")
        self._jobs: dict[Hashable, EndpointJob] = {}
        """What is going on, by the number of the load or each sample's run."""
        self._places: dict[Remote, ThoughtsOut] = {}
        """Where thoughts have come from."""
        self._details: OrderedDict[str, tuple[object, ...]] = OrderedDict()
        """What came with a thought and is sent back with it, by its text."""

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
                is_given_up = job.is_stopped(load_id)
                self._on_event(LoadCancelled(load_id) if is_given_up else LoadFailed(load_id, _report_of(error)))
                return
            if job.is_stopped(load_id):
                self._on_event(LoadCancelled(load_id))
                return
            self._profile, self._model = found, model
            self._on_event(ModelLoaded(load_id, _info_of(found), time.monotonic() - began))

        self._begin((load_id,), work)

    def cancel_load(self, load_id: int) -> None:
        """Wait no longer."""
        self._stop(load_id)

    def unload(self) -> None:
        """Its memory is the server's."""

    def start(self, run: RunId, request: GenerationRequest) -> None:
        """Answer: several samples by one request where the server takes that, else by one each, some at a time."""
        model, profile = self._model, self._profile
        if model is None:
            raise RuntimeError("no model is loaded")
        samples = StartRun(run, request).runs
        asking = _Asking(model, profile, request)
        if profile.server.takes_n:
            self._begin(samples, lambda job: self._ask(job, asking, samples))
            return
        for lane in range(min(_MOST_AT_ONCE, len(samples))):
            self._ask_one_by_one(asking, samples[lane::_MOST_AT_ONCE])

    def stop(self, run: RunId) -> None:
        """Hang up."""
        self._stop(run)

    def steer(self, order: Steer) -> None:
        """What the server writes is out of reach."""

    def favour(self, conversation: str) -> None:
        """The server decides."""

    def read_ahead(self, request: GenerationRequest) -> None:
        """Nothing is sent before it is asked."""

    def count(self, question: CountTokens) -> None:
        """The server's vocabulary is not known."""

    def forget(self, order: ForgetConversations) -> None:
        """Let nothing be left of any thought: they are not kept by conversation."""
        with self._lock:
            self._details.clear()

    def held(self) -> HeldMemory:
        """Return that nothing is held here."""
        return HeldMemory()

    def close(self) -> None:
        """Hang up everywhere and join the threads."""
        with self._lock:
            jobs = set(self._jobs.values())
        for job in jobs:
            job.stop()
        for job in jobs:
            job.join()

    # --- private -------------------------------------------------------------------------------------------------

    def _begin(self, keys: Sequence[Hashable], work: Callable[[EndpointJob], None]) -> None:
        def end() -> None:
            with self._lock:
                for key in keys:
                    self._jobs.pop(key, None)

        job = EndpointJob(keys, work, access=self._access, patience=self._patience, on_end=end)
        with self._lock:
            self._jobs.update(dict.fromkeys(keys, job))
        job.start()

    def _stop(self, key: Hashable) -> None:
        with self._lock:
            job = self._jobs.get(key)
        if job is not None:
            job.stop(key)

    def _ask_one_by_one(self, asking: _Asking, samples: Sequence[RunId]) -> None:
        def work(job: EndpointJob) -> None:
            for sample in samples:
                self._ask(job, asking, (sample,))

        self._begin(samples, work)

    def _ask(self, job: EndpointJob, asking: _Asking, samples: Sequence[RunId]) -> None:
        """Ask for these by one request, and tell the end of each. What a server leaves out is asked for again alone."""
        place = self._places.get(asking.model, asking.profile.server.thoughts)
        beginning = asking.request.beginning
        replies = [EndpointReply(sample, thoughts=place, beginning=beginning) for sample in samples]
        usage: ChunkUsage | None = None
        failure: Exception | None = None
        try:
            usage = self._hear(job, asking, replies)
        except Exception as error:  # whatever it is, who waits for the reply is told
            failure = error
        is_alone = len(replies) == 1
        left_out = [reply for reply in replies if reply.is_empty and failure is None and not is_alone]
        for reply in replies:
            if len(left_out) < len(replies) and reply in left_out and not job.is_stopped(reply.run):
                continue
            self._note(asking.model, reply)
            is_stopped = job.is_stopped(reply.run)
            rest = reply.end()
            if rest is not None:
                self._on_event(rest)
            if reply.reason is None and not is_stopped:
                failed = failure or EndpointBrokeOff(endpoint=asking.model.endpoint, details="no finish_reason")
                self._on_event(RunFailed(reply.run, _report_of(failed)))
            else:
                self._on_event(RunFinished(reply.run, reply.stats(usage, is_stopped=is_stopped, is_alone=is_alone)))
        if len(left_out) < len(replies):
            for reply in left_out:
                if not job.is_stopped(reply.run):
                    self._ask(job, asking, (reply.run,))

    def _hear(self, job: EndpointJob, asking: _Asking, replies: Sequence[EndpointReply]) -> ChunkUsage | None:
        """Ask, and report the text of replies as it comes; returns what was counted."""
        model, profile, request = asking.model, asking.profile, asking.request
        place = self._places.get(model, profile.server.thoughts)
        body = body_of(
            profile,
            request,
            sample=replies[0].run.sample,
            samples=len(replies),
            field=profile.server.back_field or (place.value if place in FIELDS else FIELDS[0].value),
            details=self._details.get,
        )
        if request.beginning is not None and request.told_beginning is None:
            for reply in replies:
                self._on_event(reply.told_beginning(request.beginning))
        usage: ChunkUsage | None = None
        runs = [reply.run for reply in replies]
        if all(map(job.is_stopped, runs)):
            return None
        with job.call(model.endpoint, runs) as call:
            while True:
                try:
                    for chunk in call.ask(f"{profile.server.api}/chat/completions", body):
                        usage = chunk.usage or usage
                        for choice in chunk.choices or ():
                            at = choice.index or 0
                            if not 0 <= at < len(replies):
                                continue
                            delta = replies[at].take(choice)
                            if delta is not None and not job.is_stopped(replies[at].run):
                                self._on_event(delta)
                            if replies[at].is_too_long:
                                raise EndpointWritesTooMuch(endpoint=model.endpoint)
                    return usage
                except EndpointRefused as refusal:
                    body_again = without_what_is_refused(body, str(refusal.values["words"]))
                    if body_again is None:
                        raise
                    body = body_again

    def _note(self, model: Remote, reply: EndpointReply) -> None:
        seen = reply.seen
        if seen is None or seen.place is ThoughtsOut.OPENED:  # an answer may speak of tags: only a test turn is sure
            return
        with self._lock:
            self._places[model] = seen.place
            if seen.details:
                self._details[seen.text] = seen.details
                while len(self._details) > _MOST_DETAILS:
                    self._details.popitem(last=False)


def _report_of(error: Exception) -> ErrorReport:
    if isinstance(error, UserError):
        return report_of(error)
    return report_of(EngineBug(what=type(error).__name__, details="".join(traceback.format_exception(error))))


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
    )
