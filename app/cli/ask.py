"""`aside ask`: one turn without a window. Thinking goes to stderr, the answer to stdout; nothing is stored."""

from __future__ import annotations

import argparse
import contextlib
import sys
from dataclasses import replace
from pathlib import Path

from app.attachments.picture import read_picture
from app.cli.engine_choice import check_capabilities, chosen_model, known_endpoints, model_named, tell_what_is_left_out
from app.cli.engine_run import EngineRun, Interrupted
from app.cli.option_values import Commands, number, refusal, server_address, whole_number
from app.cli.output import Output, storable
from app.cli.reply_output import CirclesOutput, ReplyOutput, VoteOutput
from app.cli.streams import write_error_line
from app.cli.tool_options import CallPermission, add_permission_options, add_tools_option, opened_tools
from app.cli.tool_turn import ToolTurn, follow_samples
from app.engines.model_ref import NamedModel, Remote
from app.errors import UsageError, UserError
from app.hardware.context_choices import CacheType, FlashAttention
from app.inference.protocol import (
    FinishReason,
    GenerationRequest,
    LoadOptions,
    ModelInfo,
    PromptProgress,
    RunDelta,
    RunFinished,
    SpeculationKind,
)
from app.messages import Image, Message, Sampling, Text, Thinking
from app.paths import AppPaths
from app.settings import SettingsFile
from app.tools.errors import ModelTakesNoTools
from app.tools.toolbox import Toolbox
from app.voting.ballot import Ballot

_INTERRUPTED = 130
_MOST_SAMPLES = 64
_LEVELS = ("auto", "off", "on", "low", "medium", "high", "max")
_natural = whole_number(at_least=0)
_positive = whole_number(at_least=1)


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("ask", help="ask a question without a window", allow_abbrev=False)
    parser.set_defaults(run=run)
    add_prompt_options(parser)
    parser.add_argument("--max-tokens", type=_positive, metavar="N", help="bound thinking and answer together")
    parser.add_argument("--seed", type=_natural, metavar="N", help="draw the same tokens again")
    parser.add_argument("--temperature", type=number(at_least=0, at_most=10), metavar="T", help="0 is greedy")
    parser.add_argument(
        "--end-loops",
        action="store_true",
        help="end a thought that goes round in circles, and the answer of a single reply; without it that is told only",
    )
    parser.add_argument(
        "--samples",
        type=whole_number(at_least=1, at_most=_MOST_SAMPLES),
        default=1,
        metavar="N",
        help="write N replies (seed, seed+1, …), side by side as memory allows; each has all of the context",
    )
    parser.add_argument(
        "--also",
        action="append",
        default=[],
        metavar="NAME|PATH|SERVER/NAME",
        help="ask this model, too, files one after another; up to three times; with --vote their answers are counted",
    )
    parser.add_argument(
        "--vote", action="store_true", help="count the answers of the N replies; the one that most agree on is printed"
    )
    parser.add_argument(
        "--until-sure",
        action="store_true",
        help="with --vote: begin with three replies, and write more only until three more agree than disagree",
    )
    parser.add_argument(
        "--speculation",
        choices=[kind.value for kind in SpeculationKind],
        default=SpeculationKind.AUTO.value,
        help="where drafts of the next tokens come from; only the speed depends on it",
    )
    parser.add_argument(
        "--draft-model", metavar="NAME|PATH", help="a smaller model with the same vocabulary that drafts"
    )
    add_permission_options(parser)
    parser.add_argument("--json", action="store_true", help="print events as JSON Lines")


def add_prompt_options(parser: argparse.ArgumentParser) -> None:
    """Declare the question, all that the prompt depends on, and how its model is loaded."""
    parser.add_argument(
        "--model", metavar="NAME|PATH|SERVER/NAME", help="a model of the library, a GGUF file, or a model of a server"
    )
    parser.add_argument(
        "--endpoint",
        type=server_address,
        metavar="URL",
        help="ask the server at this address, which has --model; its key is taken from ASIDE_ENDPOINT_KEY",
    )
    parser.add_argument(
        "--thinking",
        choices=_LEVELS,
        default="auto",
        help="how much to think; the model must have the level",
    )
    parser.add_argument("--think-budget", type=_natural, metavar="N", help="end the thought after N tokens")
    parser.add_argument(
        "--think-seconds", type=number(at_least=0, at_most=86_400), metavar="S", help="end the thought after S seconds"
    )
    parser.add_argument(
        "--prefill-thinking",
        type=storable,
        metavar="TEXT",
        help="the thought begins with TEXT; with --think-budget 0 the answer follows it at once",
    )
    parser.add_argument("--context", type=_positive, metavar="N", help="context size in tokens")
    _add_performance(parser)
    parser.add_argument(
        "--image",
        metavar="PATH",
        action="append",
        default=[],
        help="show the model a picture (PNG, JPEG, GIF, BMP) before the question; may be given again",
    )
    parser.add_argument(
        "--mmproj", metavar="PATH", help="the part of the model that sees images; without it, the one beside the model"
    )
    parser.add_argument("--system", type=storable, metavar="TEXT", default="", help="a system prompt")
    add_tools_option(parser)
    parser.add_argument(
        "--as-text", action="store_true", help="go on with PROMPT as a text instead of answering it, as base models do"
    )
    parser.add_argument(
        "prompt", type=storable, metavar="PROMPT|-", help="the question; - reads it from standard input"
    )


def _add_performance(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--gpu-layers",
        type=_layers,
        metavar="N|auto",
        help="layers on graphics devices; auto takes what fits, 0 the processor",
    )
    parser.add_argument(
        "--experts-on-cpu", type=_natural, metavar="N", help="the experts of the first N layers stay in memory"
    )
    parser.add_argument(
        "--kv-cache",
        choices=[kind.value for kind in (CacheType.F16, CacheType.Q8_0, CacheType.Q4_0)],
        default=CacheType.F16.value,
        help="how the cache is stored; smaller types make room for a longer context",
    )
    parser.add_argument(
        "--flash-attention",
        choices=[choice.value for choice in FlashAttention],
        default=FlashAttention.AUTO.value,
        help="auto uses it where the device can",
    )
    parser.add_argument("--threads", type=_positive, metavar="N", help="processor threads at most")
    parser.add_argument(
        "--batch", type=whole_number(at_least=32, at_most=4096), metavar="N", help="tokens of a prompt computed at once"
    )


def run(arguments: argparse.Namespace, paths: AppPaths, output: Output) -> int:
    """Ask and print; returns the exit code."""
    if arguments.also:
        several = SeveralModels(asked_models(arguments, paths), output, is_vote=arguments.vote)
        return several.ask(_drawn(question_of(arguments), arguments), load_options(arguments), paths)
    ballot = _ballot(arguments)
    request = question_of(arguments)
    choice = chosen_model(arguments, paths)
    is_remote = isinstance(choice.model, Remote)
    if is_remote:
        tell_what_is_left_out(arguments)
    request = replace(_drawn(request, arguments), samples=arguments.samples)
    options = replace(
        load_options(arguments),
        speculation=SpeculationKind(arguments.speculation),
        draft_model=str(model_named(arguments.draft_model, paths).path)
        if arguments.draft_model and not is_remote
        else "",
    )
    servers = known_endpoints(paths)
    access = servers.access(SettingsFile(paths.settings_file).load)
    if ballot is not None:
        replies: ReplyOutput | VoteOutput = VoteOutput(output, ballot)
    else:
        replies = ReplyOutput(output, samples=arguments.samples)
    circles = CirclesOutput(output, samples=arguments.samples)
    at_once = arguments.samples
    try:
        with contextlib.ExitStack() as opened:
            toolbox = opened.enter_context(opened_tools(arguments, paths))
            permission = CallPermission(arguments.allow, allows_all=arguments.allow_all)
            turns = [
                ToolTurn(toolbox, output, question=str(arguments.prompt), allows=permission, sample=sample)
                for sample in (range(arguments.samples) if arguments.samples > 1 else (None,))
            ]
            engine = opened.enter_context(EngineRun(access=access, adjusted=servers.adjusted))
            info = engine.load(choice.model, options, on_progress=lambda _fraction: None)
            for note in info.notes:
                write_error_line(note.text())
            if arguments.system.strip() and not info.wants.system_message:
                write_error_line("This model's template has no place for a system prompt: it begins the question.")
            if is_remote:
                check_capabilities(arguments, info, engine.capabilities, engine.profile)
            request = with_tools(request, toolbox, info)
            if output.is_json:
                _print_loaded(output, info, choice.name, engine.load_s)
            if request.tools and arguments.samples > 1:
                events = follow_samples(turns, engine, request, ballot or Ballot(arguments.samples))
            elif ballot is not None:
                events = engine.vote(request, ballot)
            else:
                events = turns[0].follow(engine, request) if request.tools else engine.answer(request)
            for event in events:
                if circles.hear(event) and arguments.end_loops and arguments.samples == 1:
                    engine.end_answer()
                if isinstance(event, PromptProgress) and not event.run.step and not arguments.until_sure:
                    at_once = event.at_once
                elif isinstance(event, RunDelta):
                    replies.add(event)
                elif isinstance(event, RunFinished):
                    replies.end(event.run.sample, event.stats)
            if at_once < arguments.samples:
                write_error_line(
                    f"Of {arguments.samples} replies, {at_once} at a time could be written with this context."
                )
            was_interrupted = engine.was_interrupted
            replies.steps = sum(turn.steps for turn in turns)
            reason = replies.finish()
    except Interrupted:
        replies.finish()
        return _INTERRUPTED
    except UserError:
        if isinstance(replies, VoteOutput) and replies.ballot.finished:
            replies.print_outcome()
        raise
    return _INTERRUPTED if was_interrupted and reason is FinishReason.STOPPED else 0


def _drawn(request: GenerationRequest, arguments: argparse.Namespace) -> GenerationRequest:
    drawn = Sampling(temperature=arguments.temperature, seed=arguments.seed, max_tokens=arguments.max_tokens)
    return replace(request, sampling=drawn, ends_loops=arguments.end_loops)


def question_of(arguments: argparse.Namespace) -> GenerationRequest:
    """Return the request with all that its prompt depends on."""
    prompt = _prompt(arguments.prompt, arguments.command)
    images = tuple(Image(path.name, read_picture(path)) for path in map(Path, arguments.image))
    return GenerationRequest(
        messages=(*_messages(arguments.system, prompt, images), *_beginning(arguments)),
        thinking=arguments.thinking,
        think_budget=arguments.think_budget,
        think_budget_s=arguments.think_seconds,
        as_text=arguments.as_text,
    )


def with_tools(request: GenerationRequest, toolbox: Toolbox, info: ModelInfo) -> GenerationRequest:
    """Return the request that offers tools; raises `ModelTakesNoTools`."""
    if toolbox.specs and not info.takes_tools:
        raise ModelTakesNoTools(info.name)
    return replace(request, tools=toolbox.specs)


def load_options(arguments: argparse.Namespace) -> LoadOptions:
    """Return how the model is loaded."""
    return LoadOptions(
        context=arguments.context,
        threads=arguments.threads,
        gpu_layers=arguments.gpu_layers,
        experts_on_cpu=arguments.experts_on_cpu,
        cache_type=CacheType(arguments.kv_cache),
        flash_attention=FlashAttention(arguments.flash_attention),
        batch=arguments.batch,
        mmproj=arguments.mmproj,
    )


def _ballot(arguments: argparse.Namespace) -> Ballot | None:
    if arguments.vote and arguments.samples >= 2:
        return Ballot(arguments.samples, until_sure=arguments.until_sure)
    if arguments.vote:
        raise UsageError("A vote takes two replies at least.", "Add: --samples 8")
    if arguments.until_sure:
        raise UsageError("--until-sure says when a vote ends.", "Add: --vote")
    return None


def tell_stopped(output: Output) -> int:
    """End as stopped by Ctrl+C before there was anything to stop; returns the exit code."""
    ReplyOutput(output).finish()
    return _INTERRUPTED


def _print_loaded(output: Output, info: ModelInfo, name: str, load_s: float) -> None:
    output.event(
        event="loaded",
        model=name,
        context=info.context or None,
        backend=info.placement.backend if info.placement is not None else "endpoint",
        load_s=round(load_s, 3),
    )


def _beginning(arguments: argparse.Namespace) -> tuple[Message, ...]:
    if arguments.prefill_thinking is None:
        return ()
    thought = Thinking(arguments.prefill_thinking)
    return (Message("assistant", (thought, Text("")) if arguments.think_budget == 0 else (thought,)),)


def _messages(system: str, prompt: str, images: tuple[Image, ...]) -> tuple[Message, ...]:
    question = Message.user(prompt, images=images)
    return (Message.system(system), question) if system.strip() else (question,)


def _prompt(argument: str, command: str) -> str:
    if argument == "-":
        argument = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    if not argument.strip():
        raise UsageError("The question is empty.", f"See: aside {command} --help")
    return argument


def _layers(text: str) -> int | None:
    if text == "auto":
        return None
    try:
        return _natural(text)
    except argparse.ArgumentTypeError:
        raise refusal(text, "auto or a whole number of 0 or more") from None


# `aside ask --also`: the same question to several models, each of which says what it says under its own name.

_MOST = 4
_NOT_BESIDE = ("until_sure", "tools", "draft_model", "mmproj")


def asked_models(arguments: argparse.Namespace, paths: AppPaths) -> list[NamedModel]:
    """Return the models that are named; raises `UsageError` for too many, one twice, and what is for one alone."""
    if arguments.samples > 1 or any(getattr(arguments, name) for name in _NOT_BESIDE):
        given = ["--samples"] if arguments.samples > 1 else []
        given += [f"--{name.replace('_', '-')}" for name in _NOT_BESIDE if getattr(arguments, name)]
        raise UsageError("--also asks each model once, as it is.", "Leave out {options}.", options=", ".join(given))
    choices = [chosen_model(arguments, paths)]
    for name in arguments.also:
        choices.append(chosen_model(argparse.Namespace(model=name, endpoint=None), paths))
    models = [NamedModel(choice.model, choice.name) for choice in choices]
    if len(models) > _MOST:
        raise UsageError("Four models at most are asked.", "Leave out some of --also.")
    if len({model.model for model in models}) < len(models):
        raise UsageError("A model is named twice.", "Name other models with --also.")
    if any(isinstance(model.model, Remote) for model in models):
        tell_what_is_left_out(arguments)
    return models


class SeveralModels:
    """Prints what each of the models says, and why one of them says nothing."""

    def __init__(self, models: list[NamedModel], output: Output, *, is_vote: bool) -> None:
        self._models = models
        self._output = output
        self.ballot = Ballot(len(models))
        self._has_failure = False
        names = [model.name for model in models]
        self._circles = CirclesOutput(output, models=names)
        self._replies: ReplyOutput | VoteOutput = (
            VoteOutput(output, self.ballot, models=names)
            if is_vote
            else ReplyOutput(output, samples=len(models), models=names)
        )

    def ask(self, request: GenerationRequest, options: LoadOptions, paths: AppPaths) -> int:
        """Ask all of them; returns the exit code, 1 if one failed. Raises the first failure if none has answered."""
        servers = known_endpoints(paths)
        access = servers.access(SettingsFile(paths.settings_file).load)
        try:
            with EngineRun(access=access, adjusted=servers.adjusted) as engine:
                for event in engine.ask_models(request, self._models, self.ballot, options=options, told=self):
                    self._circles.hear(event)
                    if isinstance(event, RunDelta):
                        self._replies.add(event)
                    elif isinstance(event, RunFinished):
                        self._replies.end(event.run.sample, event.stats)
                was_interrupted = engine.was_interrupted
        except Interrupted:
            was_interrupted = True
        self._replies.finish()
        return _INTERRUPTED if was_interrupted else int(self._has_failure)

    def loaded(self, sample: int, info: ModelInfo) -> None:
        """A model is asked now."""
        name = self._models[sample].name
        for note in info.notes:
            write_error_line(f"{name}: {note.text()}")
        if self._output.is_json:
            backend = info.placement.backend if info.placement is not None else "endpoint"
            self._output.event(event="loaded", sample=sample, model=name, context=info.context or None, backend=backend)

    def failed(self, sample: int, error: UserError) -> None:
        """A model cannot answer; the others go on."""
        self._has_failure = True
        if self._output.is_json:
            message, advice = error.message_text(), error.advice_text()
            self._output.event(event="error", sample=sample, kind=error.kind, message=message, advice=advice)
        write_error_line(f"{self._models[sample].name}: {error.message_text()} {error.advice_text()}")
