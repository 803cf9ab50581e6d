"""`aside models search|files|fit`: look before you download."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.cli.models_output import print_json, print_line, print_table
from app.cli.patience import patiently
from app.cli.streams import write_error_line, write_out
from app.errors import UserError
from app.file_facts import full_path, is_file
from app.hardware.context_choices import CacheType
from app.hub.catalogue.hub_address import HubAddress
from app.hub.catalogue.search import HubModel, SearchPage, SearchQuery
from app.hub.connection.errors import NoSuchQuantization
from app.hub.library.errors import ModelFileIsMissing, ModelFileIsUnreadable, ModelIsIncomplete
from app.hub.library.library_model import ModelState
from app.hub.library.model_files import ModelFiles
from app.inference.errors import UnsupportedArchitecture
from app.model_choice.hub_session import HubSession
from app.model_choice.model_chooser import ModelChooser, PageChoice
from app.model_choice.model_fit import ModelFit
from app.text import format_bytes, format_duration, translatable

_LARGEST_PAGE = 100


class _Found(msgspec.Struct):
    repo: str
    downloads: int
    gated: bool
    licence: str


class _File(msgspec.Struct):
    file: str
    quantization: str
    size_bytes: int
    shards: int
    fit: str | None


class _Fit(msgspec.Struct):
    verdict: str
    weights_bytes: int
    kv_bytes: int
    compute_bytes: int
    total_bytes: int
    free_bytes: int
    max_context: int


def search(session: HubSession, text: str, *, limit: int, is_json: bool) -> None:
    """Print repositories that match, most downloaded first."""
    query = SearchQuery(text=text, page_size=min(limit, _LARGEST_PAGE))
    found: list[HubModel] = []
    asked = {cursor := ""}
    while len(found) < limit:
        page = _searched(session, query, cursor)
        found += page.models
        cursor = page.cursor
        if not cursor or cursor in asked or len(asked) > limit:  # a server may lead in circles
            break
        asked.add(cursor)
    if is_json:
        for model in found[:limit]:
            print_json(_Found(model.repo, model.downloads, model.is_gated, model.licence))
        return
    if not found:
        print_line(translatable("Nothing was found. Try fewer words, such as the name of a model."))
        return
    print_table([_search_row(model) for model in found[:limit]])


def _searched(session: HubSession, query: SearchQuery, cursor: str) -> SearchPage:
    return patiently(lambda: session.catalogue.search(query, cursor=cursor))


def files(session: HubSession, repo: str, *, is_json: bool) -> None:
    """Print what a repository offers, with whether it fits here."""
    page = patiently(lambda: session.with_token(lambda: session.catalogue.page(repo, with_card=False)))
    if not page.quantizations:
        raise NoSuchQuantization(page.model.repo, "", available=())
    choice = session.with_token(lambda: _without_problem(session.chooser().choose(page, session.computer())))
    if isinstance(choice.problem, UnsupportedArchitecture):
        say_refusal(choice.problem)
    if is_json:
        for row in choice.rows:
            fit = row.fit.verdict.value if row.fit is not None else None
            print_json(_File(row.row.path, row.row.quantization, row.row.size_bytes, row.row.shards, fit))
        return
    print_table(
        [
            (
                row.row.quantization,
                format_bytes(row.row.size_bytes),
                f"{row.row.bits_per_weight:.1f} bits" if row.row.bits_per_weight is not None else "",
                translatable("{count} files").format(count=row.row.shards) if row.row.shards > 1 else "",
                row.fit.verdict.label if row.fit is not None else "",
                translatable("recommended") if row.is_recommended else "",
                row.row.path,
            )
            for row in choice.rows
        ]
    )


def fit(
    session: HubSession, what: str, *, context: int | None, is_json: bool, cache_type: CacheType | None = None
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
    if is_json:
        print_json(
            _Fit(
                found.verdict.value,
                memory.weights_bytes,
                memory.kv_bytes,
                memory.compute_bytes,
                memory.total_bytes,
                max(0, memory.free_bytes),
                memory.max_context,
            )
        )
        return
    print_line("{name}: {verdict}", name=memory.model_name, verdict=found.verdict.label)
    write_out(memory.arithmetic() + "\n")
    if found.speed is not None:
        print_line(
            translatable("expected speed: {speed} tokens per second; first word of the answer after {wait}"),
            speed=f"{found.speed.tokens_per_s:.1f}",
            wait=format_duration(found.speed.first_answer_s),
        )


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
        translatable("{count} downloads").format(count=model.downloads),
        translatable("thinks") if model.thinks else "",
        translatable("gated") if model.is_gated else "",
        model.licence,
    )
