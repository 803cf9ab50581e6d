"""What can go wrong with a file that conversations come from or go to.

::

    UserError
    └── ExchangeError           carries the path
        ├── FileIsNotAnExport   nothing that we know
        ├── ExportIsBroken      known, but damaged: cut short, wrong types, impossible links
        ├── ExportIsTooLarge    one conversation in it is beyond all bounds
        └── FileIsOutOfReach    cannot be read or written
"""

from __future__ import annotations

from app.errors import FileProblem
from app.text import translatable


class ExchangeError(FileProblem):
    """A file cannot be imported or exported; the subclasses say why."""


class FileIsNotAnExport(ExchangeError):
    """The file is none of the kinds that can be imported."""

    message = translatable("{name} holds no conversations that Aside can read.")
    advice = translatable(
        "Choose an export of Aside, ChatGPT, Claude, Open WebUI, LM Studio or llama.cpp’s page, a chat of"
        " SillyTavern, or messages.jsonl of a thread in Jan; zips of these are read, too."
    )


class ExportIsBroken(ExchangeError):
    """The file is cut short or holds what no export holds."""

    message = translatable("{name} is damaged, so nothing was imported.")
    advice = translatable("Export the conversations again, and check that the file was copied as a whole.")


class ExportIsTooLarge(ExchangeError):
    """A part of the file is larger than any conversation can be."""

    message = translatable("{name} holds a conversation that is too large to import.")
    advice = translatable("Leave that conversation out of the export.")


class FileIsOutOfReach(ExchangeError):
    """The system does not let us read or write it."""

    message = translatable("{name} cannot be read or written.")
    advice = translatable("Check that the file may be used, and that its disk works and has room.")
