"""What can go wrong with the settings.

::

    UserError
    ├── SettingsNotSaved     the file cannot be written; the change is lost at exit
    ├── SettingsNotRead      the file, or a value that forbids, cannot be read; what forbids holds
    ├── CommentsNotKept      they stood in the file, and stand now in a copy beside it
    ├── SettingIsInvalid     a value outside what its declaration allows
    └── AddressIsInvalid     a mirror or a proxy that cannot be one
"""

from __future__ import annotations

from pathlib import Path

from app.errors import FileProblem, UserError
from app.text import translatable


class SettingsNotSaved(FileProblem):
    """The settings file, or its folder, cannot be written."""

    message = translatable("The settings cannot be saved.")
    advice = translatable("Check that {path} may be written and that its disk has room.")


class SettingsNotRead(UserError):
    """The settings cannot be read as a whole, or one that forbids cannot."""

    def __init__(self, path: Path, *, stays_offline: bool) -> None:
        """`path` is the file as it was found."""
        if stays_offline:
            message = translatable("The settings could not be read as a whole, so “Stay offline” is on.")
        else:
            message = translatable("The settings could not be read as a whole.")
        super().__init__(
            message,
            translatable("Look through your settings. The file as it was: {path}"),
            path=str(path),
        )


class CommentsNotKept(UserError):
    """The settings were written anew without the comments that the file held."""

    def __init__(self, path: Path) -> None:
        """`path` is the copy with the comments."""
        super().__init__(
            translatable("The comments in your settings file are not kept when it is saved."),
            translatable("The file as it was: {path}"),
            path=str(path),
        )


class SettingIsInvalid(UserError):
    """The value is not one that the setting's declaration allows."""

    message = translatable("“{label}” cannot have this value.")
    advice = translatable("Choose a value in the range shown beside it.")

    def __init__(self, name: str, label: str, *, details: str = "") -> None:
        super().__init__(label=label, details=details)
        self.name = name


class AddressIsInvalid(UserError):
    """What was entered as a mirror or a proxy is no address that can be used as one."""
