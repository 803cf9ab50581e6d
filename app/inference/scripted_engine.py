"""A real engine child without a model: replays scripts of pieces, pauses, stalls and crashes, several side by side.

For tests and benchmarks of everything around the engine: the window under a long thought, the client when the child
dies. It goes through the same worker, splitter and pipe as the real one.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import UserError
from app.inference.delta_stream import DeltaStream
from app.inference.engine import Emit, Interrupts, LoadWasCancelled
from app.inference.errors import PromptTooLong, report_of
from app.inference.image_errors import ModelSeesNoImages
from app.inference.protocol import (
    CountTokens,
    FinishReason,
    GenerationRequest,
    LoadModel,
    LoadProgress,
    ModelInfo,
    ModelLoaded,
    Placement,
    PromptAccount,
    PromptPiece,
    PromptProgress,
    PromptSource,
    ReadAhead,
    RunFailed,
    RunFinished,
    RunStats,
    StartRun,
    TemplateWants,
    ThinkingEnd,
    TokensCounted,
)
from app.messages import RunId, ToolResult
from app.reasoning import StreamSplitter, format_for_template
from app.reasoning.tool_calls import NO_CALLS, CallReader

_IMAGE_TOKENS = 256
_LONGEST_WAIT_S = 0.02
"""Interrupts are looked at as often as that."""
_TOKENS_AT_ONCE = 64
"""Where tokens are as fast as possible, others have their turn after so many."""


@dataclass(frozen=True, slots=True)
class Say:
    """Write `text` as one token."""

    text: str


@dataclass(frozen=True, slots=True)
class SayMany:
    """Write the tokens `count` times over in turn, at `tokens_per_s` (0: as fast as possible)."""

    tokens: tuple[str, ...]
    count: int
    tokens_per_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait, but heed a stop."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Stall:
    """Hang for ever without heeding anything; `silent` also stops the heartbeat, as a stopped process would."""

    silent: bool = False


@dataclass(frozen=True, slots=True)
class Crash:
    """End the process at once."""

    exit_code: int = 1
    abort: bool = False


@dataclass(frozen=True, slots=True)
class Fail:
    """Raise an error a person can act on."""

    message: str
    advice: str


Step = Say | SayMany | Pause | Stall | Crash | Fail


@dataclass(frozen=True, slots=True)
class Script:
    """What the child does: on loading, and for each turn in order (the last one is repeated)."""

    turns: tuple[tuple[Step, ...], ...] = ((Say("<think>\nHm.\n</think>\n\n"), Say("Yes.")),)
    load: tuple[Step, ...] = ()
    device: str = ""
    """The graphics device that it pretends to use unless told not to; then `device_load` is played as well."""
    device_load: tuple[Step, ...] = ()
    template: str = "<think>"
    context: int = 131_072
    trained_context: int = 0
    """How long a context can be asked for; 0: no longer than it is."""
    sees_images: bool = False
    wants: TemplateWants = field(default_factory=TemplateWants)
    """What its template is said to want back."""
    goes_on_with_text: bool = False
    """Whether it is said to be a base model."""
    refuses: str = ""
    """A model of this name cannot be loaded."""


@dataclass(frozen=True, slots=True)
class ScriptedEngineFactory:
    """Makes a `ScriptedEngine` in the child."""

    script: Script = Script()

    def __call__(self, emit: Emit, interrupts: Interrupts) -> ScriptedEngine:
        return ScriptedEngine(self.script, emit, interrupts)


@dataclass(slots=True)
class _Played:
    """A turn of the script at work."""

    moments: Iterator[float]
    """When it wants to go on, on the monotonic clock, after each bit of work."""
    due: float = 0.0


class ScriptedEngine:
    """Plays a `Script`."""

    name = "scripted engine"

    def __init__(self, script: Script, emit: Emit, interrupts: Interrupts) -> None:
        self._script = script
        self._emit = emit
        self._interrupts = interrupts
        self._played, self._context = 0, script.context
        self._runs: dict[RunId, _Played] = {}

    def load(self, command: LoadModel) -> None:
        """Play the load's steps, then report a model made up from the file name."""
        began = time.monotonic()
        name = Path(command.path).stem or "scripted"
        if name == self._script.refuses:
            raise UserError(f"{name} cannot be read.", "Download it again.")
        device = self._script.device if command.options.gpu_layers != 0 else ""
        steps = (*self._script.load, *(self._script.device_load if device else ()))
        for index, step in enumerate(steps):
            self._emit(LoadProgress(command.load_id, index / len(steps), device=device))
            for until in self._do(step, is_over=lambda: self._interrupts.is_load_cancelled(command.load_id)):
                time.sleep(min(_LONGEST_WAIT_S, max(0.0, until - time.monotonic())))
            if self._interrupts.is_load_cancelled(command.load_id):
                raise LoadWasCancelled
        self._context = command.options.context or self._script.context
        info = ModelInfo(
            name=name,
            context=self._context,
            context_limit=self._script.trained_context or self._script.context,
            thinks=not self._script.goes_on_with_text,
            goes_on_with_text=self._script.goes_on_with_text,
            wants=self._script.wants,
            takes_tools=self._script.wants.can_use_tools,
            sees_images=self._script.sees_images,
            thinking_format="<think> tags",
            placement=Placement(
                path=command.path,
                architecture="scripted",
                quantization="F16",
                parameters=0,
                size_bytes=0,
                backend="cuda" if device else "cpu",
                device=device,
                gpu_layers=5 if device else 0,
                total_layers=5 if self._script.device else 0,
            ),
        )
        self._emit(ModelLoaded(command.load_id, info, time.monotonic() - began))

    def unload(self) -> None:
        """Nothing is held."""

    def close(self) -> None:
        """Nothing is held."""

    def rest(self, is_wanted: Callable[[], bool]) -> None:
        """Nothing is to be done."""

    def read_ahead(self, command: ReadAhead, is_wanted: Callable[[], bool]) -> None:
        """Nothing is to be done."""

    def forget(self, conversations: Collection[str]) -> None:
        """Nothing is held."""

    def count(self, command: CountTokens) -> TokensCounted:
        """Count four characters as a token, as a turn does."""
        request = command.request
        texts = tuple(len(text) // 4 for text in command.texts)
        cost = _IMAGE_TOKENS if self._script.sees_images else 0
        prompt_tokens = 0
        if request is not None and request.asked:
            prompt_tokens = _tokens_of(request) + cost * sum(len(message.images) for message in request.asked)
        account = _account_of(request, prompt_tokens) if request is not None and command.accounts else None
        return TokensCounted(
            command.count_id, prompt_tokens, texts, tuple(cost for _ in command.images), account=account
        )

    def start(self, command: StartRun) -> None:
        """Begin the next turn of the script; each sample is one."""
        if not self._script.sees_images and any(message.images for message in command.request.messages):
            raise ModelSeesNoImages(name="Scripted")
        for run in command.runs:
            steps = self._script.turns[min(self._played, len(self._script.turns) - 1)]
            self._played += 1
            self._runs[run] = _Played(self._play(run, command.request, steps))

    @property
    def runs(self) -> Collection[RunId]:
        """Those that have not ended."""
        return self._runs.keys()

    def step(self) -> None:
        """Let the run go on that is due first, or wait a little for it."""
        run, played = min(self._runs.items(), key=lambda item: item[1].due)
        wait_s = played.due - time.monotonic()
        if wait_s > 0:
            time.sleep(min(wait_s, _LONGEST_WAIT_S))
            if wait_s > _LONGEST_WAIT_S:
                run = next(filter(self._interrupts.is_stopped, self._runs), run)
                if not self._interrupts.is_stopped(run):
                    return
                played = self._runs[run]
        try:
            played.due = max(next(played.moments), time.monotonic())
        except StopIteration:
            self._runs.pop(run, None)
        except UserError as error:
            del self._runs[run]
            self._emit(RunFailed(run, report_of(error)))

    def give_up(self) -> None:
        """Hold no runs any more."""
        self._runs.clear()

    def _play(self, run: RunId, request: GenerationRequest, steps: tuple[Step, ...]) -> Iterator[float]:
        """Play a turn, and tell after each bit of it when to go on."""
        began = time.monotonic()
        beginning, told = request.beginning, request.told_beginning
        splitter = StreamSplitter.continuing(
            format_for_template(self._script.template),
            prompt_tail="",
            written=told.raw if told is not None else "",
            told_thinking=told.thinking if told is not None else "",
            told_answer=told.text if told is not None and not request.tools else "",
            tools_offered=bool(request.tools),
        )
        calls = CallReader.continuing(
            (self._script.wants.call_format if request.tools else None) or NO_CALLS,
            request.tools,
            given=splitter.given,
            told=told.text if told is not None else "",
        )
        stream = DeltaStream(self._emit, run)
        prompt_tokens = _tokens_of(request)
        if prompt_tokens >= self._context:
            raise PromptTooLong(prompt_tokens=prompt_tokens, context=self._context)
        self._emit(PromptProgress(run, prompt_tokens, prompt_tokens, 0))
        first: float | None = None
        thought_until: float | None = None
        if beginning is not None and told is None:
            raw = f"<think>{beginning.thinking}" + ("</think>" if beginning.is_past_thought else "") + beginning.text
            stream.add(raw, calls.feed(splitter.feed(raw)), is_thinking=splitter.is_thinking)

        def say(text: str) -> None:
            nonlocal first, thought_until
            if first is None:
                first = time.monotonic()
            if splitter.is_thinking:
                stream.thinking_tokens += 1
                thought_until = time.monotonic()
            else:
                stream.answer_tokens += 1
            parts = calls.feed(splitter.feed(text))
            stream.add(text, parts, is_thinking=splitter.is_thinking)

        def is_over() -> bool:
            return self._interrupts.is_stopped(run)

        for step in steps:
            if is_over():
                break
            if isinstance(step, Say):
                say(step.text)
            elif isinstance(step, SayMany):
                yield from self._say_many(step, say, is_over)
            else:
                stream.flush()
                yield from self._do(step, is_over=is_over)
        was_thinking = splitter.is_thinking
        stopped = is_over()
        stream.add("", [*calls.feed(splitter.finish()), *calls.finish(is_cut=stopped)], is_thinking=was_thinking)
        stream.flush()
        reason = FinishReason.TOOL_CALLS if stream.calls else FinishReason.STOP
        count = stream.thinking_tokens + stream.answer_tokens
        elapsed = time.monotonic() - (first or began)
        ended = ThinkingEnd.NONE
        if stream.thinking_tokens:
            ended = ThinkingEnd.STOPPED if stopped and was_thinking else ThinkingEnd.MODEL
        self._emit(
            RunFinished(
                run,
                RunStats(
                    reason=FinishReason.STOPPED if stopped else reason,
                    thinking_ended=ended,
                    prompt_tokens=prompt_tokens,
                    cached_tokens=0,
                    thinking_tokens=stream.thinking_tokens,
                    answer_tokens=stream.answer_tokens,
                    time_to_first_token_s=first - began if first else None,
                    thinking_s=thought_until - first if thought_until and first else None,
                    tokens_per_s=count / elapsed if count and elapsed > 0 else None,
                    context=self._script.context,
                ),
            )
        )

    def _say_many(self, step: SayMany, say: Callable[[str], None], is_over: Callable[[], bool]) -> Iterator[float]:
        began = time.monotonic()
        for index in range(step.count):
            if is_over():
                return
            if step.tokens_per_s:
                yield began + index / step.tokens_per_s
            elif index % _TOKENS_AT_ONCE == 0:
                yield 0.0
            if is_over():
                return
            say(step.tokens[index % len(step.tokens)])

    def _do(self, step: Step, *, is_over: Callable[[], bool]) -> Iterator[float]:
        match step:
            case Pause(seconds):
                until = time.monotonic() + seconds
                while time.monotonic() < until and not is_over():
                    yield until
            case Stall(silent):
                if silent:
                    os.kill(os.getpid(), signal.SIGSTOP)
                while True:
                    time.sleep(3600)
            case Crash(exit_code, abort):
                if abort:
                    os.abort()
                os._exit(exit_code)
            case Fail(message, advice):
                raise UserError(message, advice)
            case _:
                raise ValueError(f"a {type(step).__name__} makes no sense here")


def _tokens_of(request: GenerationRequest) -> int:
    """Return the tokens of a prompt without its images: of the messages and of the tools declared."""
    tools = [text for tool in request.tools for text in (tool.name, tool.description, tool.parameters)]
    return sum(map(len, [*(message.text for message in request.asked), *tools])) // 4 + 1


def _account_of(request: GenerationRequest, tokens: int) -> PromptAccount:
    """Return the account of a prompt that is nothing but its messages."""
    sources = {"system": PromptSource.SYSTEM, "tool": PromptSource.TOOLS}
    question = next((one for one in reversed(request.asked) if one.role == "user"), None)
    pieces = [
        PromptPiece(PromptSource.QUESTION if one is question else sources.get(one.role, PromptSource.HISTORY), text)
        for one in request.asked
        if (text := one.text or "".join(part.content for part in one.parts if isinstance(part, ToolResult)))
    ]
    if request.told_beginning is not None:
        pieces.append(PromptPiece(PromptSource.THINKING, request.told_beginning.raw))
    length = sum(len(piece.text) for piece in pieces)
    return PromptAccount(tuple(pieces), tuple(min(4 * (one + 1), length) for one in range(tokens)))
