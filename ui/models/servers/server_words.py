"""A server in words: its line in the list, and what the panel says of it and of one of its models."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.engines.endpoint_profile import Dialect, ModelProfile, Prefill, SendsBack, ThinkingSwitch, ThoughtsOut
from app.text import visible_line
from ui.bridges.servers import ListedServer
from ui.models.parts.badge import BadgeText, BadgeTone
from ui.models.parts.entry_list import ResultEntry
from ui.widgets.spoken_numbers import count_text


def entry_of_server(server: ListedServer) -> ResultEntry:
    """Return a server's line."""
    kept = server.kept
    badge = None if server.is_here else BadgeText(_tr("not on this computer"), BadgeTone.PLAIN)
    if server.problem is not None:
        badge = BadgeText(_tr("not reached"), BadgeTone.WARM)
    return ResultEntry(
        key=kept.url,
        name=kept.name,
        subtitle=f"{_dialect(kept.dialect)} · {kept.url}",
        detail=_tr("asking …") if server.is_asked else model_count(len(server.models)) if server.models else "",
        badge=badge,
        hint=kept.url,
    )


def facts_of(server: ListedServer, model: ModelProfile | None) -> tuple[tuple[str, str], ...]:
    """Return what is known of a server, and of one of its models."""
    kept = server.kept
    profile = model.server if model is not None else None
    speaks = _dialect(kept.dialect) + (f" {visible_line(profile.version)}" if profile is not None else "")
    facts = (
        (_tr("Address"), kept.url),
        (_tr("Speaks"), speaks.rstrip()),
        (_tr("Key"), _tr("in the system's keyring") if kept.has_key else _tr("none")),
        (_tr("Models"), count_text(len(server.models)) if server.models else ""),
    )
    if model is None or profile is None:
        return facts
    can = model.capabilities
    return (
        *facts,
        (_tr("Context"), _tr("{count} tokens").format(count=count_text(model.context)) if model.context else ""),
        (_tr("Thoughts"), thoughts_words(profile.thoughts)),
        (_tr("Switched by"), switch_words(profile.switch) if profile.thoughts is not ThoughtsOut.NONE else ""),
        (_tr("Levels"), ", ".join(model.thinking_levels)),
        (_tr("Sent back"), sends_back_words(profile.sends_back)),
        (_tr("Images"), {True: _tr("sees images"), False: _tr("sees none"), None: ""}[model.sees_images]),
        (_tr("A running thought"), _steering(ends=can.ends_thoughts, nudges=can.nudges)),
    )


def model_count(count: int) -> str:
    """Return how many models there are."""
    return QCoreApplication.translate("ServerWords", "%n models", "", count)


def thoughts_words(place: ThoughtsOut) -> str:
    """Return where thoughts stand in what a server sends."""
    words = {
        ThoughtsOut.UNKNOWN: _tr("wherever they are found"),
        ThoughtsOut.INLINE: _tr("in the answer, between tags"),
        ThoughtsOut.OPENED: _tr("in the answer, up to a closing tag"),
        ThoughtsOut.NONE: _tr("it does not think"),
    }
    return words.get(place) or _tr("in the field {field}").format(field=place.value)


def sends_back_words(rule: SendsBack) -> str:
    """Return which thoughts a server is sent again."""
    return {
        SendsBack.NEVER: _tr("no thoughts"),
        SendsBack.IN_LOOP: _tr("thoughts of a turn that goes on"),
        SendsBack.ALWAYS: _tr("all thoughts"),
    }[rule]


def switch_words(switch: ThinkingSwitch) -> str:
    """Return the field that says how much to think."""
    return switch.value if switch is not ThinkingSwitch.NONE else _tr("nothing")


def prefill_words(prefill: Prefill) -> str:
    """Return how a server is given a reply's beginning."""
    return {
        Prefill.NONE: _tr("not at all"),
        Prefill.LAST_MESSAGE: _tr("as the last message"),
        Prefill.CONTINUE: _tr("with continue_final_message"),
    }[prefill]


def _steering(*, ends: bool, nudges: bool) -> str:
    if nudges:
        return _tr("can be ended, nudged and edited")
    return _tr("can be ended and edited") if ends else _tr("cannot be reached into")


def _dialect(dialect: Dialect) -> str:
    return _tr("a server of a kind that is not known") if dialect is Dialect.OTHER else dialect.value


def _tr(text: str) -> str:
    return QCoreApplication.translate("ServerWords", text)
