"""Models that a server has, asked by chat completions over HTTP: text in, text out."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec

from app.engines.capabilities import Capabilities
from app.engines.engine import Listener, Steer
from app.engines.errors import EndpointBrokeOff, EndpointNotReached, EndpointRefused
from app.engines.model_ref import ModelRef, Remote
from app.errors import UserError
from app.hardware.machine import HeldMemory
from app.inference.errors import report_of
from app.inference.protocol import (
    CountTokens,
    FinishReason,
    ForgetConversations,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    LoadOptions,
    ModelInfo,
    ModelLoaded,
    RunDelta,
    RunFailed,
    RunFinished,
    RunStats,
    ThinkingEnd,
)
from app.messages import RunId, Text

if TYPE_CHECKING:
    import httpx2

_CAPABILITIES = Capabilities()
_CONNECT_S = 10.0
_SILENCE_S = 300.0
"""A server may read a long prompt before it says anything."""
_LONGEST_LINE_BYTES = 2 * 2**20
_LONGEST_REFUSAL_BYTES = 64 * 1024
_REASONS = {"stop": FinishReason.STOP, "length": FinishReason.LENGTH, "tool_calls": FinishReason.TOOL_CALLS}


class _Delta(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    delta: _Delta = msgspec.field(default_factory=_Delta)
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Chunk(msgspec.Struct):
    choices: list[_Choice] = msgspec.field(default_factory=list)
    usage: _Usage | None = None


class CompletionsEngine:
    """Implements `Engine` with a thread for each load and each run; the listener hears on those."""

    def __init__(self, on_event: Listener, *, connect_s: float = _CONNECT_S, silence_s: float = _SILENCE_S) -> None:
        self._on_event = on_event
        self._patience = (connect_s, silence_s)
        self._lock = threading.Lock()
        self._model: Remote | None = None
        self._calls: dict[RunId | int, _Call] = {}
        """What is going on, by run or by the number of the load."""

    @property
    def capabilities(self) -> Capabilities:
        """Text in, text out."""
        return _CAPABILITIES

    def warm_up(self) -> None:
        """Nobody is asked before a model is chosen."""

    def load(self, load_id: int, model: ModelRef, options: LoadOptions) -> None:
        """See whether the server is there; it loads by itself. Raises `TypeError` for a model that is none of one."""
        if not isinstance(model, Remote):
            raise TypeError(f"{model} is on no server")
        self._model = model

        def work(call: _Call) -> None:
            began = time.monotonic()
            try:
                call.see()
            except UserError as error:
                self._on_event(LoadCancelled(load_id) if call.is_stopped else LoadFailed(load_id, report_of(error)))
                return
            info = ModelInfo(model.name, context=0)
            self._on_event(LoadCancelled(load_id) if call.is_stopped else ModelLoaded(load_id, info, _since(began)))

        self._begin(load_id, model, work)

    def cancel_load(self, load_id: int) -> None:
        """Wait no longer."""
        self._stop(load_id)

    def unload(self) -> None:
        """Its memory is the server's."""

    def start(self, run: RunId, request: GenerationRequest) -> None:
        """Answer with one sample."""
        model = self._model
        if model is None:
            raise RuntimeError("no model is loaded")

        def work(call: _Call) -> None:
            reply = _Reply(run)
            try:
                for chunk in call.ask(_body(model, request)):
                    delta = reply.take(chunk)
                    if delta is not None and not call.is_stopped:
                        self._on_event(delta)
                if reply.reason is None and not call.is_stopped:
                    raise EndpointBrokeOff(endpoint=model.endpoint, details="no finish_reason")
            except UserError as error:
                if not call.is_stopped:
                    self._on_event(RunFailed(run, report_of(error)))
                    return
            self._on_event(RunFinished(run, reply.stats(is_stopped=call.is_stopped)))

        self._begin(run, model, work)

    def stop(self, run: RunId) -> None:
        """Hang up."""
        self._stop(run)

    def steer(self, order: Steer) -> None:
        """What the server writes is out of reach."""

    def read_ahead(self, request: GenerationRequest) -> None:
        """Nothing is sent before it is asked."""

    def count(self, question: CountTokens) -> None:
        """The server's vocabulary is not known."""

    def forget(self, order: ForgetConversations) -> None:
        """Nothing is kept here."""

    def held(self) -> HeldMemory:
        """Return that nothing is held here."""
        return HeldMemory()

    def close(self) -> None:
        """Hang up everywhere and join the threads."""
        with self._lock:
            calls = list(self._calls.values())
        for call in calls:
            call.stop()
        for call in calls:
            call.join()

    def _begin(self, key: RunId | int, model: Remote, work: Callable[[_Call], None]) -> None:
        def end() -> None:
            with self._lock:
                self._calls.pop(key, None)

        call = _Call(model.endpoint, work, end, self._patience)
        with self._lock:
            self._calls[key] = call
        call.start()

    def _stop(self, key: RunId | int) -> None:
        with self._lock:
            call = self._calls.get(key)
        if call is not None:
            call.stop()


class _Reply:
    """A reply as its chunks come in. A server sends one for each token as a rule: they are counted as such."""

    def __init__(self, run: RunId) -> None:
        self._run = run
        self._began = time.monotonic()
        self._first: float | None = None
        self._tokens = 0
        self._usage: _Usage | None = None
        self.reason: FinishReason | None = None

    def take(self, chunk: _Chunk) -> RunDelta | None:
        """Take in a chunk and return its text, if it has some; what comes after the end is none."""
        self._usage = chunk.usage or self._usage
        if not chunk.choices or self.reason is not None:
            return None
        choice = chunk.choices[0]
        if choice.finish_reason is not None:
            self.reason = _REASONS.get(choice.finish_reason, FinishReason.STOP)
        text = choice.delta.content
        if not text:
            return None
        self._tokens += 1
        if self._first is None:
            self._first = time.monotonic()
        return RunDelta(self._run, text, (Text(text),), 0, self._tokens, is_thinking=False)

    def stats(self, *, is_stopped: bool) -> RunStats:
        """Return the figures; the server's own, where it tells them."""
        reason = FinishReason.STOPPED if is_stopped or self.reason is None else self.reason
        elapsed = _since(self._first) if self._first is not None else 0.0
        return RunStats(
            reason,
            ThinkingEnd.NONE,
            prompt_tokens=self._usage.prompt_tokens if self._usage is not None else 0,
            cached_tokens=0,
            thinking_tokens=0,
            answer_tokens=(self._usage.completion_tokens if self._usage is not None else 0) or self._tokens,
            time_to_first_token_s=self._first - self._began if self._first is not None else None,
            tokens_per_s=(self._tokens - 1) / elapsed if self._tokens > 1 and elapsed > 0 else None,
        )


class _Call:
    """A thread with a connection that can be hung up from another."""

    def __init__(
        self, endpoint: str, work: Callable[[_Call], None], end: Callable[[], None], patience: tuple[float, float]
    ) -> None:
        self._endpoint = endpoint
        self._work = work
        self._end = end
        self._patience = patience
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, name="completions", daemon=True)
        self.is_stopped = False

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Hang up: what waits for the server wakes."""
        with self._lock:
            self.is_stopped = True
            line = self._socket
        if line is not None:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def join(self) -> None:
        """Wait for the thread's end."""
        if self._thread is not threading.current_thread():
            self._thread.join()

    def see(self) -> None:
        """Raise `EndpointNotReached` where no server answers, `EndpointRefused` where it will not have us."""
        with self._client() as client, self._answer(client, "GET", "/v1/models", None) as response:
            if response.status_code in (401, 403):
                raise self._refusal(response)

    def ask(self, body: dict[str, object]) -> Iterator[_Chunk]:
        """Ask and yield the chunks as they come. Raises `UserError`."""
        with self._client() as client, self._answer(client, "POST", "/v1/chat/completions", body) as response:
            if response.status_code != 200:
                raise self._refusal(response)
            for line in self._lines(response):
                if not line.startswith(b"data:"):
                    continue
                data = line[5:].strip()
                if data == b"[DONE]":
                    return
                try:
                    yield msgspec.json.decode(data, type=_Chunk)
                except msgspec.MsgspecError as error:
                    raise EndpointBrokeOff(endpoint=self._endpoint, details=str(error)) from error

    def _client(self) -> httpx2.Client:
        import httpx2

        connect_s, silence_s = self._patience
        return httpx2.Client(timeout=httpx2.Timeout(silence_s, connect=connect_s), follow_redirects=False)

    @contextlib.contextmanager
    def _answer(
        self, client: httpx2.Client, method: str, path: str, body: dict[str, object] | None
    ) -> Iterator[httpx2.Response]:
        import httpx2

        has_answered = False
        url = self._endpoint.rstrip("/") + path
        try:
            with client.stream(method, url, json=body, extensions={"trace": self._trace}) as response:
                has_answered = True
                yield response
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            failure = EndpointBrokeOff if has_answered else EndpointNotReached
            raise failure(endpoint=self._endpoint, details=str(error)) from error

    def _trace(self, name: str, info: dict[str, object]) -> None:
        """Take hold of the connection as soon as there is one."""
        stream = info.get("return_value")
        if name == "connection.connect_tcp.complete" and stream is not None:
            with self._lock:
                self._socket = stream.get_extra_info("socket")  # type: ignore[attr-defined]
                is_stopped = self.is_stopped
            if is_stopped:
                self.stop()

    def _lines(self, response: httpx2.Response) -> Iterator[bytes]:
        rest = b""
        for piece in response.iter_bytes():
            *lines, rest = (rest + piece).split(b"\n")
            yield from lines
            if len(rest) > _LONGEST_LINE_BYTES:
                raise EndpointBrokeOff(endpoint=self._endpoint, details="a line without an end")
        yield rest

    def _refusal(self, response: httpx2.Response) -> EndpointRefused:
        said = b""
        for piece in response.iter_bytes():
            said += piece
            if len(said) > _LONGEST_REFUSAL_BYTES:
                break
        words = said.decode(errors="replace")
        with contextlib.suppress(ValueError, KeyError, TypeError):
            words = str(json.loads(words)["error"]["message"])
        return EndpointRefused(endpoint=self._endpoint, status=response.status_code, words=words)

    def _run(self) -> None:
        try:
            self._work(self)
        finally:
            self._end()


def _body(model: Remote, request: GenerationRequest) -> dict[str, object]:
    sampling = request.sampling
    wishes = {name: getattr(sampling, name) for name in ("temperature", "top_p", "seed", "max_tokens")}
    return {
        "model": model.name,
        "messages": [{"role": message.role, "content": message.text} for message in request.asked],
        "stream": True,
        **{name: value for name, value in wishes.items() if value is not None},
    }


def _since(moment: float) -> float:
    return time.monotonic() - moment
