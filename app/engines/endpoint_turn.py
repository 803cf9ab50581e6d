"""One request for one reply or several: asks, reports what comes, and tells how each ended.

Where a server goes on from a given beginning, a running thought can be steered: the connection is hung up, and the
server is asked again with what was thought so far, a hint behind it, or with the thought closed. What it has read
already lies in its cache.
"""

from __future__ import annotations

import threading
import time
import traceback
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.engines.endpoint_call import EndpointCall
from app.engines.endpoint_chunk import ChunkChoice, ChunkUsage
from app.engines.endpoint_job import EndpointJob
from app.engines.endpoint_profile import FIELDS, ModelProfile, ThoughtsOut
from app.engines.endpoint_reply import EndpointReply
from app.engines.endpoint_request import Json, body_of, without_what_is_refused
from app.engines.engine import Steer
from app.engines.errors import EndpointBrokeOff, EndpointRefused, EndpointWritesTooMuch
from app.engines.model_ref import Remote
from app.errors import UserError
from app.inference.errors import EngineBug, report_of
from app.inference.protocol import (
    EndThinking,
    ErrorReport,
    Event,
    GenerationRequest,
    RunDelta,
    RunFailed,
    RunFinished,
    ThinkingEnd,
)
from app.messages import RunId

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

    def steer(self, order: Steer) -> None:
        """Reach into the running thought, if there is one."""
        with self._lock:
            can = self._asking.profile.capabilities
            is_able = can.ends_thoughts if isinstance(order, EndThinking) else can.nudges
            if not is_able or len(self._replies) > 1 or not self._replies[0].is_thinking or self._call is None:
                return
            self._orders.append(order)
            call = self._call
        call.stop()

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
            sampling=replace(request.sampling, max_tokens=left),
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
            reply.ends_as = ThinkingEnd.BUDGET
            self.steer(EndThinking(reply.run))

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
