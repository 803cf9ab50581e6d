"""The settings of how the window looks, moves and makes itself heard. `schema.py` has the others."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from app.settings.density import Density
from app.settings.language import Language
from app.settings.motion import Motion
from app.settings.remembered_settings import RememberedSettings
from app.settings.settings_group import SettingsGroup
from app.settings.theme import Theme
from app.text import translatable


class AppearanceSettings(RememberedSettings, frozen=True, kw_only=True):
    """Each takes effect at once."""

    theme: Annotated[
        Theme,
        Meta(
            title=translatable("Theme"),
            description=translatable("Light, dark, or as the system."),
            extra={
                "group": SettingsGroup.APPEARANCE,
                "choices": {
                    Theme.SYSTEM: translatable("As the system"),
                    Theme.LIGHT: translatable("Light"),
                    Theme.DARK: translatable("Dark"),
                },
            },
        ),
    ] = Theme.SYSTEM

    language: Annotated[
        Language,
        Meta(
            title=translatable("Language"),
            description=translatable("Of the window; replies are in the language that you write in."),
            extra={
                "group": SettingsGroup.APPEARANCE,
                "choices": {
                    Language.SYSTEM: translatable("As the system"),
                    Language.ENGLISH: "English",
                    Language.GERMAN: "Deutsch",
                    Language.CHINESE: "简体中文",
                },
            },
        ),
    ] = Language.SYSTEM

    text_scale: Annotated[
        float,
        Meta(
            ge=0.5,
            le=3.0,
            title=translatable("Text size"),
            description=translatable("Size of all text, in percent of the usual size."),
            extra={"group": SettingsGroup.APPEARANCE, "unit": "%", "times": 100},
        ),
    ] = 1.0

    density: Annotated[
        Density,
        Meta(
            title=translatable("Density"),
            description=translatable("How much room there is between the things in the window."),
            extra={
                "group": SettingsGroup.APPEARANCE,
                "choices": {
                    Density.COMFORTABLE: translatable("Comfortable"),
                    Density.COMPACT: translatable("Compact"),
                },
            },
        ),
    ] = Density.COMFORTABLE

    motion: Annotated[
        Motion,
        Meta(
            title=translatable("Motion"),
            description=translatable("A soft pulse shows that a reply is being written, and the text cursor blinks."),
            extra={
                "group": SettingsGroup.APPEARANCE,
                "choices": {Motion.SYSTEM: translatable("As the system"), Motion.OFF: translatable("Off")},
            },
        ),
    ] = Motion.SYSTEM

    tells_when_finished: Annotated[
        bool,
        Meta(
            title=translatable("Tell me when a long answer is finished"),
            description=translatable("A notification, if it took more than 20 seconds and I am in another window."),
            extra={"group": SettingsGroup.APPEARANCE},
        ),
    ] = True

    shows_tray_icon: Annotated[
        bool,
        Meta(
            title=translatable("Icon in the system tray"),
            description=translatable("Brings the window forward, where the desktop has a tray."),
            extra={"group": SettingsGroup.APPEARANCE},
        ),
    ] = False
