"""`aside show-prompt`: what a model would get for a question, who put what there, and what each control changes."""

from __future__ import annotations

import argparse

from app.cli.ask import add_prompt_options, load_options, question_of, with_tools
from app.cli.engine_choice import chosen_model
from app.cli.engine_run import EngineRun, Interrupted
from app.cli.option_values import Commands
from app.cli.output import Output
from app.cli.tool_options import opened_tools
from app.engines.model_ref import Remote
from app.errors import UserError
from app.inference.control_words import effect_of
from app.inference.image_errors import ModelSeesNoImages
from app.inference.protocol import PromptAccount
from app.paths import AppPaths
from app.text import visible_line

_INTERRUPTED = 130


class PromptIsTheServers(UserError):
    """A server renders prompts by itself and does not show them."""

    message = "This model's server puts the prompt together by itself, and does not show it."
    advice = "Name a model on this computer with --model."


def add_parser(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser("show-prompt", help="show what a model would get for a question", allow_abbrev=False)
    parser.set_defaults(run=run)
    parser.add_argument("--json", action="store_true", help="print one object with the pieces of the prompt")
    add_prompt_options(parser)


def run(arguments: argparse.Namespace, paths: AppPaths, output: Output) -> int:
    """Render, count and print; returns the exit code."""
    request = question_of(arguments)
    choice = chosen_model(arguments, paths)
    if isinstance(choice.model, Remote):
        raise PromptIsTheServers
    try:
        with opened_tools(arguments, paths) as toolbox, EngineRun() as engine:
            info = engine.load(choice.model, load_options(arguments), on_progress=lambda _fraction: None)
            if arguments.image and not info.sees_images:
                raise ModelSeesNoImages(name=info.name)
            account = engine.account(with_tools(request, toolbox, info))
    except Interrupted:
        return _INTERRUPTED
    if output.is_json:
        _print_json(output, account)
    else:
        _print(output, account)
    return 0


def _print_json(output: Output, account: PromptAccount) -> None:
    output.event(
        text=account.text,
        tokens=account.tokens,
        pieces=[{"source": piece.source.value, "text": piece.text} for piece in account.pieces],
        controls=[
            {"name": control.name, "value": control.value, "effect": effect_of(control, longest_quote=None)}
            for control in account.controls
        ],
    )


def _print(output: Output, account: PromptAccount) -> None:
    """Print each piece below its source, then the count and the controls."""
    for piece in account.pieces:
        output.line(f"[{piece.source}]")
        for line in piece.text.split("\n"):
            output.line(f"  {line}")
    output.line("")
    output.line(f"{account.tokens} tokens")
    for control in account.controls:
        named = control.name if control.is_text else f"{control.name} {control.value}"
        output.line(visible_line(f"{named}: {effect_of(control)}".replace("\n", "↵")))
