"""Why an engine pack is refused, or is not used."""

from __future__ import annotations

from app.errors import UserError
from app.text import format_bytes, translatable


class NotAPack(UserError):
    """The file is no engine pack, or is cut short."""

    message = translatable("{file} is not an engine pack, or it is incomplete.")
    advice = translatable("Download it again from the place where you got Aside.")


class PackDoesNotFit(UserError):
    """The pack is for another system or another version of the engine."""

    message = translatable("This pack is for {made_for}; this Aside needs one for {needed}.")
    advice = translatable("Get the pack that belongs to your version of Aside and your system.")


class PackIsDamaged(UserError):
    """A file in the pack is not what the manifest says."""

    message = translatable("{file} in this pack is damaged or was changed.")
    advice = translatable("Download the pack again. Nothing was installed.")


class PackIsNotSigned(UserError):
    """Nobody whom Aside trusts signed the pack."""

    message = translatable("This pack is not signed by the makers of Aside.")
    advice = translatable("A pack is a program: install it with --trust only if you built it yourself.")


class PackIsOld(UserError):
    """The pack may no longer be installed."""

    message = translatable("This pack could be installed until {day}; there is a newer one by now.")
    advice = translatable("Get the newest pack from the place where you got Aside.")

    def __init__(self, *, expires_on: str) -> None:
        super().__init__(day=expires_on)


class PackIsOlder(UserError):
    """A newer pack of the same name is installed."""

    message = translatable(
        "The pack {name} that is installed is newer: it was made on {installed}, this one on {made}."
    )
    advice = translatable("To go back to the older one, remove the newer one first: aside engine remove {name}")

    def __init__(self, *, name: str, made_on: str, installed_on: str) -> None:
        super().__init__(name=name, made=made_on, installed=installed_on)


class NoRoomForPack(UserError):
    """The disk is full, or the folder cannot be written."""

    message = translatable("The pack could not be unpacked into {folder}; it needs {size}.")
    advice = translatable("Free some space there, or check that you may write there, and install it again.")

    def __init__(self, *, folder: str, size_bytes: int, details: str) -> None:
        super().__init__(folder=folder, size=format_bytes(size_bytes), details=details)


class NoSuchPack(UserError):
    """There is no installed pack of that name."""

    message = translatable("There is no engine pack named {name}.")
    advice = translatable("See: aside engine list")
