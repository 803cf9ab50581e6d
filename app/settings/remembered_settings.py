"""What the window remembers by itself: where it was, what was shown and chosen last. On no page of the settings."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from app.settings.settings_group import SettingsGroup
from app.text import translatable


class RememberedSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Written a moment after it changes."""

    thinking_pane_width: Annotated[
        int,
        Meta(
            ge=120,
            le=4000,
            title=translatable("Width of the thinking pane"),
            description=translatable("In pixels; set by dragging its edge."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = 380

    thinking_pane_collapsed: Annotated[
        bool,
        Meta(
            title=translatable("Thinking pane collapsed"),
            description=translatable("Show the thought as a thin rail."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = False

    last_model_path: Annotated[
        str,
        Meta(
            title=translatable("Last model"),
            description=translatable("The model file used last; empty for none."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ""

    last_conversation_id: Annotated[
        int | None,
        Meta(
            title=translatable("Last conversation"),
            description=translatable("The conversation shown last."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = None

    has_history: Annotated[
        bool,
        Meta(
            title=translatable("There are conversations"),
            description=translatable("A file with conversations was there: it is missed if it is gone."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = False

    broken_settings: Annotated[
        str,
        Meta(
            title=translatable("Broken settings"),
            description=translatable(
                "Name of a settings file that could not be read; the person has not been told yet."
            ),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ""

    window_geometry: Annotated[
        str,
        Meta(
            title=translatable("Place of the window"),
            description=translatable("Size and place of the window, as the window wrote it."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ""

    recent_commands: Annotated[
        tuple[str, ...],
        Meta(
            title=translatable("Recent commands"),
            description=translatable("What was chosen last in the command palette."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ()

    closed_folders: Annotated[
        tuple[int, ...],
        Meta(
            title=translatable("Closed folders"),
            description=translatable("Folders of conversations that were closed."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = ()

    is_archive_open: Annotated[
        bool,
        Meta(
            title=translatable("Archive open"),
            description=translatable("Show the archived conversations in the list."),
            extra={"group": SettingsGroup.REMEMBERED},
        ),
    ] = False
