"""What can be wrong with the part of a model that sees images (its `mmproj` file), and with showing it one."""

from __future__ import annotations

from app.errors import UserError
from app.inference.protocol import Note
from app.text import translatable


class ModelSeesNoImages(UserError):
    """An image is to be shown to a model that has no part for it."""

    def __init__(self, *, name: str) -> None:
        super().__init__(
            translatable("{name} cannot look at images."),
            translatable(
                "Choose a model that is marked “sees images”, put its mmproj file beside this one, or take the "
                "images out."
            ),
            values={"name": name},
        )


class ImagePartMissing(UserError):
    """The file that was named is not there."""

    def __init__(self, *, part: str) -> None:
        super().__init__(
            translatable("The part that sees images, {part}, is not there."),
            translatable("Download the model's mmproj file again, or leave it out."),
            values={"part": part},
        )


class ImagePartDoesNotMatch(UserError):
    """It was made for a model of another width."""

    def __init__(self, *, part: str, name: str, details: str) -> None:
        super().__init__(
            translatable("{part} does not belong to {name}: what it sees has another form than the model reads."),
            translatable("Take the mmproj file from the repository that the model comes from."),
            values={"part": part, "name": name},
            details=details,
        )


class ImagePartNotLoadable(UserError):
    """llama.cpp refused the file."""

    def __init__(self, *, part: str, details: str) -> None:
        super().__init__(
            translatable("{part} could not be loaded, so no images can be shown."),
            translatable("Download the model's mmproj file again, or a newer one; the rest of the model works."),
            values={"part": part},
            details=details,
        )


class ImagesNotInThisBuild(UserError):
    """The engine was built without the library for images."""

    def __init__(self, *, details: str) -> None:
        super().__init__(
            translatable("This build of the engine has no part for images."),
            translatable("Update Aside. Everything but images works."),
            details=details,
        )


class ImageNotReadable(UserError):
    """mtmd could not prepare or compute it."""

    def __init__(self, *, image: str, details: str) -> None:
        super().__init__(
            translatable("The model could not look at {image}."),
            translatable("Save it as PNG or JPEG, or make it smaller or less narrow, and send that."),
            values={"image": image},
            details=details,
        )


class ImageNeedsLargerBatch(UserError):
    """Models that see all of an image at once must read it in one batch."""

    def __init__(self, *, image: str, tokens: int, batch: int) -> None:
        super().__init__(
            translatable("{image} takes {tokens} tokens that must be read at once; {batch} can be."),
            translatable("Set “Prompt tokens at once” to {tokens} or more in the settings, or send a smaller image."),
            values={"image": image, "tokens": tokens, "batch": batch},
        )


def no_images_note(part: str, error: UserError) -> Note:
    """Tell that a model is used without the part that lies beside it, and why."""
    return Note(
        translatable("Images cannot be shown to this model: {reason}"), (("part", part), ("reason", str(error)))
    )
