"""`aside models search|files|fit`: look before you download."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import Output
from app.cli.progress_line import patiently
from app.cli.streams import write_error_line, write_out
from app.errors import UserError
from app.file_facts import full_path, is_file
from app.hardware.context_choices import CacheType
from app.hub.catalogue.hub_address import HubAddress
from app.hub.catalogue.search import HubModel, SearchQuery
from app.hub.connection.errors import NoSuchQuantization
from app.hub.library.errors import ModelFileIsMissing, ModelFileIsUnreadable, ModelIsIncomplete
from app.hub.library.library_model import ModelState
from app.hub.library.model_files import ModelFiles
from app.inference.errors import UnsupportedArchitecture
from app.model_choice.hub_session import HubSession
from app.model_choice.model_chooser import ModelChooser, PageChoice
from app.model_choice.model_fit import ModelFit
from app.text import format_bytes, format_duration

_LARGEST_PAGE = 100


def search(session: HubSession, text: str, output: Output, *, limit: int) -> None:
    """Print repositories that match, most downloaded first."""
    query = SearchQuery(text=text, page_size=min(limit, _LARGEST_PAGE))
    found: list[HubModel] = []
    asked = {cursor := ""}
    while len(found) < limit:
        page = patiently(lambda: session.catalogue.search(query, cursor=cursor))  # noqa: B023 - called at once
        found += page.models
        cursor = page.cursor
        if not cursor or cursor in asked or len(asked) > limit:  # a server may lead in circles
            break
        asked.add(cursor)
    if output.is_json:
        for model in found[:limit]:
            output.event(repo=model.repo, downloads=model.downloads, gated=model.is_gated, licence=model.licence)
        return
    if not found:
        output.line("Nothing was found. Try fewer words, such as the name of a model.")
    output.table([_search_row(model) for model in found[:limit]])


def files(session: HubSession, repo: str, output: Output) -> None:
    """Print what a repository offers, with whether it fits here."""
    page = patiently(lambda: session.with_token(lambda: session.catalogue.page(repo, with_card=False)))
    if not page.quantizations:
        raise NoSuchQuantization(page.model.repo, "", available=())
    choice = session.with_token(lambda: _without_problem(session.chooser().choose(page, session.computer())))
    if isinstance(choice.problem, UnsupportedArchitecture):
        say_refusal(choice.problem)
    if output.is_json:
        for row in choice.rows:
            output.event(
                file=row.row.path,
                quantization=row.row.quantization,
                size_bytes=row.row.size_bytes,
                shards=row.row.shards,
                fit=row.fit.verdict.value if row.fit is not None else None,
            )
        return
    output.table(
        [
            (
                row.row.quantization,
                format_bytes(row.row.size_bytes),
                f"{row.row.bits_per_weight:.1f} bits" if row.row.bits_per_weight is not None else "",
                f"{row.row.shards} files" if row.row.shards > 1 else "",
                row.fit.verdict.label if row.fit is not None else "",
                "recommended" if row.is_recommended else "",
                row.row.path,
            )
            for row in choice.rows
        ]
    )


def fit(
    session: HubSession, what: str, output: Output, *, context: int | None, cache_type: CacheType | None = None
) -> None:
    """Print whether a model of the Hub, or a file, fits here, with the sum."""
    path = full_path(Path(what))
    address = HubAddress.parse_name(what, endpoint=session.clients.access.connection.endpoint)
    chooser = session.chooser(cache_type=cache_type)
    if is_file(path) or address is None or (path.suffix.lower() == ".gguf" and not address.file):
        found = _fit_of_path(session, chooser, what, context)
    else:
        found = patiently(lambda: session.with_token(lambda: _fit_of_address(session, chooser, address, context)))
    memory = found.memory
    if output.is_json:
        output.event(
            verdict=found.verdict.value,
            weights_bytes=memory.weights_bytes,
            kv_bytes=memory.kv_bytes,
            compute_bytes=memory.compute_bytes,
            total_bytes=memory.total_bytes,
            free_bytes=max(0, memory.free_bytes),
            max_context=memory.max_context,
        )
        return
    output.line(f"{memory.model_name}: {found.verdict.label}")
    write_out(memory.arithmetic() + "\n")
    if found.speed is not None:
        speed, wait = f"{found.speed.tokens_per_s:.1f}", format_duration(found.speed.first_answer_s)
        output.line(f"expected speed: {speed} tokens per second; first word of the answer after {wait}")


def _fit_of_path(session: HubSession, chooser: ModelChooser, what: str, context: int | None) -> ModelFit:
    model = session.library.resolve(what)
    missing = ModelFiles.of(model.path).missing()
    if missing and model.state is ModelState.INCOMPLETE:
        raise ModelIsIncomplete(model.name, [path.name for path in missing])
    try:
        return chooser.fit_of_file(model.path, session.computer(), context=context)
    except FileNotFoundError as error:
        raise ModelFileIsMissing(model.path) from error
    except OSError as error:
        raise ModelFileIsUnreadable(model.path, details=str(error)) from error


def _fit_of_address(session: HubSession, chooser: ModelChooser, address: HubAddress, context: int | None) -> ModelFit:
    computer = session.computer()
    if address.wanted:
        page = session.catalogue.page(address.repo, with_card=False)
        row = page.row(address.wanted)
    else:
        page, row = chooser.recommended(address.repo, computer)
    return chooser.fit_of_row(page, row, computer, context=context)


def _without_problem(choice: PageChoice) -> PageChoice:
    """Return the choice; a model that only a token opens is raised so that the saved one is tried."""
    if isinstance(choice.problem, UserError) and choice.problem.kind in ("model_is_gated", "token_refused"):
        raise choice.problem
    return choice


def say_refusal(refusal: UnsupportedArchitecture) -> None:
    """Say on stderr why a model cannot be loaded here, and what to do."""
    write_error_line(f"{refusal.message_text()} {refusal.advice_text()}")


def _search_row(model: HubModel) -> tuple[str, ...]:
    size = f"{model.parameters / 1e9:.1f}B" if model.parameters else ""
    return (
        model.repo,
        size,
        f"{model.downloads} downloads",
        "thinks" if model.thinks else "",
        "gated" if model.is_gated else "",
        model.licence,
    )
