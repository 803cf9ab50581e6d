"""What can be wrong with the part of a model that sees images (its `mmproj` file), and with showing it one."""

from __future__ import annotations

from app.errors import UserError
from app.inference.protocol import Note
from app.text import translatable


class ModelSeesNoImages(UserError):
    """An image is to be shown to a model that has no part for it."""

    message = translatable("{name} cannot look at images.")
    advice = translatable(
        "Choose a model that is marked “sees images”, put its mmproj file beside this one, or take the images out."
    )


class ImagePartMissing(UserError):
    """The file that was named is not there."""

    message = translatable("The part that sees images, {part}, is not there.")
    advice = translatable("Download the model's mmproj file again, or leave it out.")


class ImagePartDoesNotMatch(UserError):
    """It was made for a model of another width."""

    message = translatable("{part} does not belong to {name}: what it sees has another form than the model reads.")
    advice = translatable("Take the mmproj file from the repository that the model comes from.")


class ImagePartNotLoadable(UserError):
    """llama.cpp refused the file."""

    message = translatable("{part} could not be loaded, so no images can be shown.")
    advice = translatable("Download the model's mmproj file again, or a newer one; the rest of the model works.")


class ImagesNotInThisBuild(UserError):
    """The engine was built without the library for images."""

    message = translatable("This build of the engine has no part for images.")
    advice = translatable("Update Aside. Everything but images works.")


class ImageNotReadable(UserError):
    """mtmd could not prepare or compute it."""

    message = translatable("The model could not look at {image}.")
    advice = translatable("Save it as PNG or JPEG, or make it smaller or less narrow, and send that.")


class ImageNeedsLargerBatch(UserError):
    """Models that see all of an image at once must read it in one batch."""

    message = translatable("{image} takes {tokens} tokens that must be read at once; {batch} can be.")
    advice = translatable("Set “Prompt tokens at once” to {tokens} or more in the settings, or send a smaller image.")


def no_images_note(part: str, error: UserError) -> Note:
    """Tell that a model is used without the part that lies beside it, and why."""
    return Note(
        translatable("Images cannot be shown to this model: {reason}"), (("part", part), ("reason", str(error)))
    )
