"""What can be wrong with a model file."""

from __future__ import annotations

from app.errors import UserError
from app.gguf.other_files import told_by_content
from app.text import format_bytes, translatable


class NotAGguf(UserError):
    """The file is something else; the words say what, as far as its first bytes tell."""

    def __init__(self, name: str, *, beginning: bytes, size_bytes: int) -> None:
        message, advice, values = told_by_content(name, beginning, size_bytes)
        super().__init__(
            message,
            advice,
            name=name,
            **values,
            details=f"begins with {bytes(beginning[:8])!r}",
        )


class NotAChatModel(UserError):
    """The file holds no text generator: an encoder, a projector, an adapter, or only a vocabulary."""

    def __init__(
        self,
        *,
        name: str,
        message: str = translatable("{name} cannot write text; it is a part of a model or of another kind."),
        advice: str = translatable("Choose the model file itself."),
    ) -> None:
        super().__init__(message, advice, name=name)


class TruncatedGguf(UserError):
    """The file is shorter than its own header says. `needed_bytes` is a lower bound."""

    def __init__(self, name: str, *, present_bytes: int, needed_bytes: int) -> None:
        super().__init__(
            message=translatable("{name} is cut short: {present} of at least {needed} are there."),
            advice=translatable("Download the file again, or copy it again from where it came."),
            name=name,
            present=format_bytes(present_bytes),
            needed=format_bytes(needed_bytes),
            details=f"{present_bytes} of at least {needed_bytes} bytes",
        )
        self.present_bytes = present_bytes
        self.needed_bytes = needed_bytes


class UnwrittenGguf(UserError):
    """The file has its full size, but a good part of it was never written."""

    def __init__(self, name: str) -> None:
        super().__init__(
            message=translatable("{name} is not whole: its end holds nothing but zeros, as when a download broke off."),
            advice=translatable("Download the file again, or copy it again from where it came."),
            name=name,
        )


class DamagedGguf(UserError):
    """The header contradicts itself or breaks the format's rules; llama.cpp would refuse it."""

    def __init__(self, name: str, *, details: str) -> None:
        super().__init__(
            message=translatable("{name} is damaged: its header makes no sense."),
            advice=translatable("Download the file again, or choose another one."),
            name=name,
            details=details,
        )


class UnsupportedGguf(UserError):
    """A GGUF file of a kind that this version cannot read."""

    def __init__(self, name: str, message: str, advice: str, **values: object) -> None:
        super().__init__(message, advice, name=name, details="", **values)


class UnknownGgufVersion(UnsupportedGguf):
    """The file follows an older or a newer version of the format."""

    def __init__(self, name: str, *, version: int, newest: int) -> None:
        if version > newest:
            message = translatable("{name} is written in version {version} of GGUF, newer than this version of Aside.")
            advice = translatable("Look for an update of Aside, or choose another file of the same model.")
        else:
            message = translatable("{name} is written in version {version} of GGUF, which is read no more.")
            advice = translatable("Look for a newer file of the same model.")
        super().__init__(name, message, advice, version=version)


class UnknownTensorType(UnsupportedGguf):
    """The weights are stored in a way that llama.cpp does not know."""

    def __init__(self, name: str, *, tensor: str, number: int) -> None:
        super().__init__(
            name,
            translatable("{name} stores its weights in a way that this version does not know (type {number})."),
            translatable("It was made for another program, or is too new or too old: choose another quantization."),
            number=number,
        )
        self.details = f"the tensor {tensor!r} has type {number}"


class BigEndianGguf(UnsupportedGguf):
    """The file was written for machines with the other byte order."""

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            translatable("{name} is written for big-endian machines and cannot be used on this one."),
            translatable("Choose the ordinary file of the same model."),
        )
