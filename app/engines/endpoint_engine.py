"""Models that a server has, asked by chat completions over HTTP."""

from __future__ import annotations

import contextlib
import threading
import time
import traceback
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from app.engines.capabilities import Capabilities
from app.engines.endpoint_call import ChunkChoice, ChunkUsage, EndpointAccess, EndpointCall, Patience
from app.engines.endpoint_finding import find_server, look_closer
from app.engines.endpoint_profile import FIELDS, ModelProfile, ThoughtsOut
from app.engines.endpoint_reply import EndpointReply
from app.engines.endpoint_request import Json, body_of, without_what_is_refused
from app.engines.engine import Listener, Steer
from app.engines.errors import EndpointBrokeOff, EndpointRefused, EndpointWritesTooMuch
from app.engines.model_ref import ModelRef, Remote
from app.errors import UserError
from app.hardware.machine import HeldMemory
from app.inference.errors import EngineBug, report_of
from app.inference.protocol import (
    CountTokens,
    EndThinking,
    ErrorReport,
    Event,
    ForgetConversations,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    LoadOptions,
    LoopNoticed,
    ModelInfo,
    ModelLoaded,
    RunDelta,
    RunFailed,
    RunFinished,
    StartRun,
    ThinkingEnd,
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


# One request for one reply or several: asks, reports what comes, and tells how each ended.
#
# Where a server goes on from a given beginning, a running thought can be steered: the connection is hung up, and the
# server is asked again with what was thought so far, a hint behind it, or with the thought closed. What it has read
# already lies in its cache.

_MOST_DETAILS = 64


class ThoughtMemory:
    """Where the thoughts of each model have come from, and what came with them that is sent back as it was.

    Any thread may call.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places: dict[Remote, ThoughtsOut] = {}
        self._details: OrderedDict[str, tuple[object, ...]] = OrderedDict()

    def place_of(self, model: Remote, profile: ModelProfile) -> ThoughtsOut:
        """Return where a thought of this model will be looked for."""
        return self._places.get(model, profile.server.thoughts)

    def details_of(self, thought: str) -> object:
        """Return what came with a thought; `None` if nothing did."""
        return self._details.get(thought.strip())

    def note(self, model: Remote, reply: EndpointReply) -> None:
        """Take note of a reply. One that seems to have begun within a thought may only speak of tags."""
        seen = reply.seen
        if seen is None or seen.place is ThoughtsOut.OPENED:
            return
        with self._lock:
            self._places[model] = seen.place
            if seen.details:
                self._details[seen.text.strip()] = seen.details
                while len(self._details) > _MOST_DETAILS:
                    self._details.popitem(last=False)

    def forget(self) -> None:
        """Keep the text of no thought."""
        with self._lock:
            self._details.clear()


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is asked, and what."""

    model: Remote
    profile: ModelProfile
    request: GenerationRequest


class EndpointTurn:
    """Asks for these samples on the thread of a job. Any thread may `steer`, and `end` what is stopped."""

    def __init__(
        self,
        asking: Asking,
        samples: Sequence[RunId],
        *,
        job: EndpointJob,
        memory: ThoughtMemory,
        emit: Callable[[Event], None],
    ) -> None:
        self._asking = asking
        self._job = job
        self._memory = memory
        self._emit = emit
        self._lock = threading.RLock()
        self._orders: list[Steer] = []
        self._call: EndpointCall | None = None
        place = memory.place_of(asking.model, asking.profile)
        beginning = asking.request.beginning
        self._replies = [EndpointReply(sample, thoughts=place, beginning=beginning) for sample in samples]

    def run(self) -> tuple[RunId, ...]:
        """Ask, and tell the end of each reply but of those that the server left out, which are returned."""
        usage: ChunkUsage | None = None
        failure: Exception | None = None
        try:
            usage = self._hear()
        except Exception as error:  # whatever it is, who waits for the reply is told
            failure = error
        is_alone = len(self._replies) == 1
        left_out = [reply for reply in self._replies if reply.is_empty and not self._job.is_stopped(reply.run)]
        if failure is not None or len(left_out) == len(self._replies):
            left_out = []
        for reply in self._replies:
            if reply in left_out or not self._job.leave(reply.run):
                continue
            self._tell_rest(reply)
            if reply.reason is None:
                endpoint = self._asking.model.endpoint
                failed = failure or EndpointBrokeOff(endpoint=endpoint, details="no finish_reason")
                self._emit(RunFailed(reply.run, error_report(failed)))
            else:
                self._emit(RunFinished(reply.run, reply.stats(usage, is_stopped=False, is_alone=is_alone)))
        return tuple(reply.run for reply in left_out)

    def end(self, sample: RunId) -> None:
        """Tell the end of a reply that was stopped."""
        reply = next(one for one in self._replies if one.run == sample)
        with self._lock:
            self._tell_rest(reply)
            self._emit(RunFinished(sample, reply.stats(None, is_stopped=True, is_alone=len(self._replies) == 1)))

    def steer(self, order: Steer) -> bool:
        """Reach into the running thought, if there is one and the server can; return whether that is done."""
        with self._lock:
            can = self._asking.profile.capabilities
            is_able = can.ends_thoughts if isinstance(order, EndThinking) else can.nudges
            if not is_able or len(self._replies) > 1 or not self._replies[0].is_thinking or self._call is None:
                return False
            self._orders.append(order)
            call = self._call
        call.stop()
        return True

    def _hear(self) -> ChunkUsage | None:
        """Ask, and again whenever the thought is steered; returns what was counted, if that is of the whole."""
        model, request = self._asking.model, self._asking.request
        body = self._body(request)
        if request.beginning is not None and request.told_beginning is None:
            for reply in self._replies:
                self._tell(reply, reply.told_beginning(request.beginning))
        runs = [reply.run for reply in self._replies]
        usage: ChunkUsage | None = None
        steered = 0
        while not all(map(self._job.is_stopped, runs)):
            try:
                with self._job.call(model.endpoint, runs) as call:
                    with self._lock:
                        self._call = call
                    usage = self._read(call, body)
            except UserError:
                if not self._orders:
                    raise
            with self._lock:
                self._call = None
                orders, self._orders = self._orders, []
            if not orders or self._replies[0].reason is not None:
                return usage if not steered else None
            steered += 1
            body = self._body(self._steered(orders))
        return None

    def _steered(self, orders: Sequence[Steer]) -> GenerationRequest:
        """Put the orders into the thought, and return the request that goes on from there."""
        reply, request = self._replies[0], self._asking.request
        with self._lock:
            for order in orders:
                self._tell(reply, reply.steer(order))
        most = request.sampling.max_tokens
        left = max(1, most - reply.pieces) if most is not None else None
        is_over = reply.so_far.is_past_thought
        return replace(
            request,
            messages=(*request.asked, reply.so_far),
            sampling=structs.replace(request.sampling, max_tokens=left),
            think_budget=None if is_over else request.think_budget,
        )

    def _read(self, call: EndpointCall, body: Json) -> ChunkUsage | None:
        """Ask by one connection, without what the server turns out not to take."""
        path = f"{self._asking.profile.server.api}/chat/completions"
        usage: ChunkUsage | None = None
        while True:
            try:
                for chunk in call.ask(path, body):
                    usage = chunk.usage or usage
                    for choice in chunk.choices or ():
                        self._take(choice)
                return usage
            except EndpointRefused as refusal:
                again = without_what_is_refused(body, str(refusal.values["words"]))
                if again is None:
                    raise
                body = again

    def _take(self, choice: ChunkChoice) -> None:
        at = choice.index or 0
        if not 0 <= at < len(self._replies):
            return
        reply = self._replies[at]
        with self._lock:
            self._tell(reply, reply.take(choice))
        if reply.is_too_long:
            raise EndpointWritesTooMuch(endpoint=self._asking.model.endpoint)
        limit_s = self._asking.request.think_budget_s
        began = reply.thought_began
        if limit_s is not None and began is not None and time.monotonic() - began > limit_s and reply.is_thinking:
            self._end_thought(reply, ThinkingEnd.BUDGET)
        if reply.begins_to_circle() and not (
            reply.is_thinking and self._asking.request.ends_loops and self._end_thought(reply, ThinkingEnd.LOOP)
        ):
            self._emit(LoopNoticed(reply.run, is_answer=not reply.is_thinking))

    def _end_thought(self, reply: EndpointReply, end: ThinkingEnd) -> bool:
        reply.ends_as = end
        return self.steer(EndThinking(reply.run))

    def _tell(self, reply: EndpointReply, delta: RunDelta | None) -> None:
        if delta is not None and not self._job.is_stopped(reply.run):
            self._emit(delta)

    def _tell_rest(self, reply: EndpointReply) -> None:
        self._memory.note(self._asking.model, reply)
        rest = reply.end()
        if rest is not None:
            self._emit(rest)

    def _body(self, request: GenerationRequest) -> Json:
        profile = self._asking.profile
        place = self._memory.place_of(self._asking.model, profile)
        return body_of(
            profile,
            request,
            sample=self._replies[0].run.sample,
            samples=len(self._replies),
            field=profile.server.back_field or (place.value if place in FIELDS else FIELDS[0].value),
            details=self._memory.details_of,
        )


def error_report(error: Exception) -> ErrorReport:
    """Return what is told of an error, also of one that nobody has foreseen."""
    if isinstance(error, UserError):
        return report_of(error)
    return report_of(EngineBug(what=type(error).__name__, details="".join(traceback.format_exception(error))))


# A thread that asks a server for some replies, or looks what is there, and can be told to leave any of them.

_PATIENCE_S = 2.0


class EndpointJob:
    """Runs `work` for what has these keys. Any thread may `stop` a key; a call that nobody wants is hung up."""

    def __init__(
        self,
        keys: Sequence[Hashable],
        work: Callable[[EndpointJob], None],
        *,
        access: EndpointAccess,
        patience: Patience,
        on_end: Callable[[], None],
    ) -> None:
        self._keys = tuple(keys)
        self._work = work
        self._access = access
        self._patience = patience
        self._on_end = on_end
        self._lock = threading.Lock()
        self._stopped: set[Hashable] = set()
        self._call: EndpointCall | None = None
        self._called_for: frozenset[Hashable] = frozenset()
        self._thread = threading.Thread(target=self._run, name="endpoint", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def join(self) -> None:
        """Wait for the thread's end, but not for the system that looks up a name or knocks where nobody is."""
        if self._thread is not threading.current_thread():
            self._thread.join(_PATIENCE_S)

    def is_stopped(self, key: Hashable) -> bool:
        """Whether nobody wants this any more."""
        return key in self._stopped

    def leave(self, key: Hashable) -> bool:
        """Return whether the end of this is the caller's to tell: it is told once, by the work or by who stops it."""
        with self._lock:
            is_first = key not in self._stopped
            self._stopped.add(key)
        return is_first

    def stop(self, *keys: Hashable) -> None:
        """Leave these; without any, all."""
        with self._lock:
            self._stopped.update(keys or self._keys)
            call = self._call if self._called_for <= self._stopped else None
        if call is not None:
            call.stop()

    @contextlib.contextmanager
    def call(self, address: str, keys: Sequence[Hashable]) -> Iterator[EndpointCall]:
        """Give a connection to an address, for these."""
        with EndpointCall(address, self._access, self._patience) as call:
            with self._lock:
                self._call, self._called_for = call, frozenset(keys)
                is_unwanted = self._called_for <= self._stopped
            if is_unwanted:
                call.stop()
            try:
                yield call
            finally:
                with self._lock:
                    self._call = None

    def _run(self) -> None:
        try:
            self._work(self)
        finally:
            self._on_end()
