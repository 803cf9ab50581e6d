"""What can be wrong with a model file."""

from __future__ import annotations

from app.errors import UserError
from app.text import format_bytes, translatable


class NotAGguf(UserError):
    """The file is something else."""

    def __init__(self, name: str, *, details: str = "") -> None:
        super().__init__(
            message=translatable("{name} is not a GGUF model file."),
            advice=translatable("Choose a file that ends in .gguf, or download one from the Hub."),
            values={"name": name},
            details=details,
        )


class TruncatedGguf(UserError):
    """The file is shorter than its own header says. `needed_bytes` is a lower bound."""

    def __init__(self, name: str, *, present_bytes: int, needed_bytes: int) -> None:
        super().__init__(
            message=translatable("{name} is cut short: {present} of at least {needed} are there."),
            advice=translatable("Download the file again, or copy it again from where it came."),
            values={"name": name, "present": format_bytes(present_bytes), "needed": format_bytes(needed_bytes)},
            details=f"{present_bytes} of at least {needed_bytes} bytes",
        )
        self.present_bytes = present_bytes
        self.needed_bytes = needed_bytes


class DamagedGguf(UserError):
    """The header contradicts itself or breaks the format's rules; llama.cpp would refuse it."""

    def __init__(self, name: str, *, details: str) -> None:
        super().__init__(
            message=translatable("{name} is damaged: its header makes no sense."),
            advice=translatable("Download the file again, or choose another one."),
            values={"name": name},
            details=details,
        )


class UnsupportedGguf(UserError):
    """A GGUF file of a kind that this version cannot read."""

    def __init__(self, name: str, *, details: str) -> None:
        super().__init__(
            message=translatable("{name} is a GGUF file of a kind that this version cannot read."),
            advice=translatable("Look for a newer version of the app, or choose another file of the same model."),
            values={"name": name},
            details=details,
        )


class BigEndianGguf(UnsupportedGguf):
    """The file was written for machines with the other byte order."""

    def __init__(self, name: str) -> None:
        super().__init__(name, details="GGUF with big-endian numbers")
        self.message = translatable("{name} is written for big-endian machines and cannot be used on this one.")
        self.advice = translatable("Choose the ordinary file of the same model.")
