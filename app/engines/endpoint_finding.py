"""Finds out what speaks at an address, and what it says of its models, by what it answers: also behind another path.

Nothing is asked of a model here, and nothing is taken for granted: a server that says nothing is spoken to as most
understand it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import msgspec

from app.engines.endpoint_call import EndpointCall, Page
from app.engines.endpoint_profile import (
    DIALECTS,
    Dialect,
    ModelProfile,
    ServerProfile,
)
from app.engines.errors import EndpointIsSilent

_OWNERS = {
    "llamacpp": Dialect.LLAMA_SERVER,
    "vllm": Dialect.VLLM,
    "sglang": Dialect.SGLANG,
    "library": Dialect.OLLAMA,
    "deepseek": Dialect.DEEPSEEK,
}
"""By what a list of models says of their owner."""
_LM_STUDIO_PAGES = ("/api/v1/models", "/api/v0/models")
_CONTEXT_FIELDS = ("max_model_len", "loaded_context_length", "context_length", "context_window")
_LONGEST_TEMPLATE = 400_000
_LIMIT_FIELDS = ("max_context_length", "n_ctx_train")


@dataclass(frozen=True, slots=True)
class FoundServer:
    """What speaks at an address, and its models in the order in which it lists them."""

    profile: ServerProfile
    models: tuple[ModelProfile, ...] = ()

    def model(self, name: str) -> ModelProfile:
        """Return what is known of a model; of one that is not listed, what holds for all."""
        found = next((model for model in self.models if model.name == name), None)
        return found or ModelProfile(name, self.profile)


def find_server(call: EndpointCall) -> FoundServer:
    """Look what is there. Raises `EndpointProblem` where no server is, and where it will not have us."""
    try:
        api, listed = _listed(call)
        finding = next((found for look in _LOOKS if (found := look(call, listed)) is not None), None)
    except EndpointIsSilent:  # it may be busy: what it is asked will show
        return FoundServer(ServerProfile(api=_usual_api(call.address)))
    profile, models = finding or (DIALECTS[Dialect.OTHER], ())
    if api is not None:
        profile = msgspec.structs.replace(profile, api=api)
    elif profile.dialect is Dialect.OTHER:
        profile = msgspec.structs.replace(profile, api=_usual_api(call.address))
    models = models or tuple(_rows(listed))
    return FoundServer(profile, tuple(_with_server(model, profile) for model in models))


def look_closer(call: EndpointCall, found: FoundServer, name: str) -> ModelProfile:
    """Return what a server tells of one model only when it is asked for that."""
    model = found.model(name)
    if found.profile.dialect is Dialect.LLAMA_SERVER:
        one_of_several = {"model": name, "autoload": "false"} if len(found.models) > 1 else None
        return _of_props(model, call.look("/props", query=one_of_several))
    if found.profile.dialect is Dialect.OLLAMA:
        return _of_show(model, call.look("/api/show", {"model": name}), call.look("/api/ps"))
    return model


def _usual_api(address: str) -> str:
    """Return where the API is if nobody says: an address that names a version is that of the API."""
    last = address.rstrip("/").rpartition("/")[2]
    return "" if last[:1] == "v" and last[1:].isdecimal() else "/v1"


def _listed(call: EndpointCall) -> tuple[str | None, Page]:
    """Return the path of the API and its list of models. Raises the refusal of a server that will not have us."""
    refused: Page | None = None
    for api in dict.fromkeys((_usual_api(call.address), "/v1", "")):
        page = call.look(f"{api}/models")
        if page.status == 200 and isinstance(page.get("data"), list):
            return api, page
        if page.status in (401, 403):
            refused = page
    if refused is not None:
        words = next(
            (
                text
                for path in (("error", "message"), ("error",), ("message",), ("detail",))
                if isinstance(text := refused.get(*path), str)
            ),
            "",
        )
        raise call.refusal_of(refused.status, words)
    return None, Page(404)


# --- what each says of itself ------------------------------------------------------------------------------------

_Finding = tuple[ServerProfile, tuple[ModelProfile, ...]]


def _llama_server(call: EndpointCall, listed: Page) -> _Finding | None:
    owner = _owner(listed)
    if owner not in (None, Dialect.LLAMA_SERVER):
        return None
    page = call.look("/props")
    if owner is Dialect.LLAMA_SERVER or (page.get("default_generation_settings") and page.get("build_info")):
        return _known(Dialect.LLAMA_SERVER, _text(page.get("build_info"))), ()
    return None


def _ollama(call: EndpointCall, listed: Page) -> _Finding | None:
    if _owner(listed) not in (None, Dialect.OLLAMA):
        return None
    version = _text(call.look("/api/version").get("version"))
    return (_known(Dialect.OLLAMA, version), ()) if version else None


def _vllm(call: EndpointCall, listed: Page) -> _Finding | None:
    owner = _owner(listed)
    if owner is Dialect.SGLANG:
        return _known(Dialect.SGLANG, _text(call.look("/get_server_info").get("version"))), ()
    if owner not in (None, Dialect.VLLM):
        return None
    version = _text(call.look("/version").get("version"))
    if owner is None and not (version and listed.get("data", 0, "max_model_len")):
        return None
    return _known(Dialect.VLLM, version), ()


def _lm_studio(call: EndpointCall, listed: Page) -> _Finding | None:
    if _owner(listed) is not None:
        return None
    for path in _LM_STUDIO_PAGES:
        page = call.look(path)
        rows = page.get("models") or page.get("data")
        if isinstance(rows, list) and any(isinstance(row, dict) and ("key" in row or "state" in row) for row in rows):
            return _known(Dialect.LM_STUDIO, ""), tuple(_of_lm_studio(row) for row in rows if isinstance(row, dict))
    return None


def _openrouter(_call: EndpointCall, listed: Page) -> _Finding | None:
    row = listed.get("data", 0)
    is_one = isinstance(row, dict) and "supported_parameters" in row and "architecture" in row
    return (_known(Dialect.OPENROUTER, ""), ()) if is_one else None


def _deepseek(_call: EndpointCall, listed: Page) -> _Finding | None:
    return (_known(Dialect.DEEPSEEK, ""), ()) if _owner(listed) is Dialect.DEEPSEEK else None


_LOOKS: tuple[Callable[[EndpointCall, Page], _Finding | None], ...] = (
    _openrouter,
    _deepseek,
    _llama_server,
    _vllm,
    _ollama,
    _lm_studio,
)


def _owner(listed: Page) -> Dialect | None:
    return _OWNERS.get(_text(listed.get("data", 0, "owned_by")).lower())


def _known(dialect: Dialect, version: str) -> ServerProfile:
    return msgspec.structs.replace(DIALECTS[dialect], version=version[:100])


# --- what they say of their models -------------------------------------------------------------------------------


def _rows(listed: Page) -> Iterator[ModelProfile]:
    rows = listed.get("data")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            yield _of_row(Page(200, row))


def _of_row(row: Page) -> ModelProfile:
    parameters, modalities = row.get("supported_parameters"), row.get("architecture", "input_modalities")
    return ModelProfile(
        _text(row.get("id")),
        context=_first(row, _CONTEXT_FIELDS),
        context_limit=_first(row, _LIMIT_FIELDS) or _number(row.get("meta", "n_ctx_train")),
        thinks="reasoning" in parameters if isinstance(parameters, list) else None,
        takes_tools="tools" in parameters if isinstance(parameters, list) else None,
        sees_images="image" in modalities if isinstance(modalities, list) else None,
    )


def _of_lm_studio(values: object) -> ModelProfile:
    row = Page(200, values)
    kinds = row.get("capabilities")
    vision, tools = row.get("capabilities", "vision"), row.get("capabilities", "trained_for_tool_use")
    if isinstance(kinds, list):
        tools = "tool_use" in kinds
    if row.get("type") in ("vlm", "llm") and vision is None:
        vision = row.get("type") == "vlm" if row.get("key") is None else None
    options = row.get("capabilities", "reasoning", "allowed_options")
    levels = (
        tuple(level for level in ("off", "on", "low", "medium", "high") if level in options)
        if isinstance(options, list)
        else None
    )
    return ModelProfile(
        _text(row.get("key") or row.get("id")),
        context=_number(row.get("loaded_instances", 0, "config", "context_length"))
        or _number(row.get("loaded_context_length")),
        context_limit=_number(row.get("max_context_length")),
        thinks=bool(set(levels) - {"off"}) if levels is not None else None,
        levels=levels,
        sees_images=vision if isinstance(vision, bool) else None,
        takes_tools=tools if isinstance(tools, bool) else None,
    )


def _of_props(model: ModelProfile, page: Page) -> ModelProfile:
    """Return what llama-server tells. Its template is read for its switches, and never rendered here."""
    context, sees = _number(page.get("default_generation_settings", "n_ctx")), page.get("modalities", "vision")
    known = replace(
        model,
        context=context or model.context,
        sees_images=sees if isinstance(sees, bool) else model.sees_images,
    )
    text = _text(page.get("chat_template"))
    if not text or len(text) > _LONGEST_TEMPLATE:
        return known
    from app.reasoning import controls_for_template, format_for_template

    controls = controls_for_template(text)
    takes_tools = page.get("chat_template_caps", "supports_tools")
    return replace(
        known,
        thinks=controls.thinks or format_for_template(text).thinks,
        takes_tools=takes_tools if isinstance(takes_tools, bool) else None,
        controls=controls,
    )


def _of_show(model: ModelProfile, page: Page, running: Page) -> ModelProfile:
    """Return what Ollama tells: of the model, and of how it runs if it does."""
    abilities, facts = page.get("capabilities"), page.get("model_info")
    facts = facts if isinstance(facts, dict) else {}
    limit = next((value for name, value in facts.items() if str(name).endswith(".context_length")), 0)
    rows = running.get("models")
    row = (
        next(
            (
                Page(200, row)
                for row in rows
                if isinstance(row, dict) and model.name in (row.get("name"), row.get("model"))
            ),
            Page(404),
        )
        if isinstance(rows, list)
        else Page(404)
    )
    known = replace(model, context=_number(row.get("context_length")), context_limit=_number(limit))
    if not isinstance(abilities, list):
        return known
    return replace(
        known,
        thinks="thinking" in abilities,
        sees_images="vision" in abilities,
        takes_tools="tools" in abilities,
    )


def _with_server(model: ModelProfile, server: ServerProfile) -> ModelProfile:
    return replace(model, server=server)


def _first(row: Page, names: tuple[str, ...]) -> int:
    return next((number for name in names if (number := _number(row.get(name)))), 0)


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 2**31 else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
