"""`aside ask --also`: the same question to several models, each of which says what it says under its own name."""

from __future__ import annotations

import argparse

from app.cli.engine_choice import chosen_model, known_endpoints, tell_what_is_left_out
from app.cli.engine_run import EngineRun, Interrupted
from app.cli.output import Output
from app.cli.reply_output import ReplyOutput
from app.cli.streams import write_error_line
from app.cli.vote_output import VoteOutput
from app.engines.model_ref import NamedModel, Remote
from app.errors import UsageError, UserError
from app.inference.protocol import GenerationRequest, LoadOptions, ModelInfo, RunDelta, RunFinished
from app.paths import AppPaths
from app.settings import SettingsFile
from app.voting.ballot import Ballot

_MOST = 4
_INTERRUPTED = 130
_NOT_BESIDE = ("until_sure", "tools", "draft_model", "mmproj")


def asked_models(arguments: argparse.Namespace, paths: AppPaths) -> list[NamedModel]:
    """Return the models that are named; raises `UsageError` for too many, one twice, and what is for one alone."""
    if arguments.samples > 1 or any(getattr(arguments, name) for name in _NOT_BESIDE):
        given = ["--samples"] if arguments.samples > 1 else []
        given += [f"--{name.replace('_', '-')}" for name in _NOT_BESIDE if getattr(arguments, name)]
        raise UsageError(
            "--also asks each model once, as it is.", "Leave out {options}.", values={"options": ", ".join(given)}
        )
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
        names = [model.name for model in models]
        self._replies: ReplyOutput | VoteOutput = (
            VoteOutput(output, self.ballot, models=names)
            if is_vote
            else ReplyOutput(output, samples=len(models), models=names)
        )

    def ask(self, request: GenerationRequest, options: LoadOptions, paths: AppPaths) -> int:
        """Ask all of them; returns the exit code. Raises the first failure if none has answered."""
        servers = known_endpoints(paths)
        access = servers.access(SettingsFile(paths.settings_file).load)
        try:
            with EngineRun(access=access, adjusted=servers.adjusted) as engine:
                for event in engine.ask_models(request, self._models, self.ballot, options=options, told=self):
                    if isinstance(event, RunDelta):
                        self._replies.add(event)
                    elif isinstance(event, RunFinished):
                        self._replies.end(event.run.sample, event.stats)
                was_interrupted = engine.was_interrupted
        except Interrupted:
            was_interrupted = True
        self._replies.finish()
        return _INTERRUPTED if was_interrupted else 0

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
        if self._output.is_json:
            message, advice = error.message_text(), error.advice_text()
            self._output.event(event="error", sample=sample, kind=error.kind, message=message, advice=advice)
        write_error_line(f"{self._models[sample].name}: {error.message_text()} {error.advice_text()}")
