"""Why there is no word of new releases."""

from __future__ import annotations

from app.errors import UserError
from app.text import translatable


class NewsNotReached(UserError):
    """The address does not answer."""

    message = translatable("Aside could not ask whether there is a newer version.")
    advice = translatable("It asks again tomorrow.")


class NewsAreOld(UserError):
    """What came is signed, but has expired, or older than what was seen before: somebody may hold news back."""

    message = translatable("The word of newer versions that came is an old one, so it was dropped.")
    advice = translatable("If this comes again, look for a new version yourself where you got this one.")


class NewsNotTrusted(UserError):
    """What came is not signed by the makers of Aside, or cannot be read."""

    message = translatable("The word of a newer version is not from the makers of Aside, so it was dropped.")
    advice = translatable("If this comes again, look for a new version yourself where you got this one.")
