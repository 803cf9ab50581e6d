"""What can go wrong with a turn before anything is asked.

::

    UserError
    └── ReplyHasNoQuestion      a reply that an import has brought without one
"""

from __future__ import annotations

from app.errors import UserError
from app.text import translatable


class ReplyHasNoQuestion(UserError):
    """There is nothing that could be answered anew."""

    message = translatable("This reply was imported without its question, so there is nothing to answer anew.")
    advice = translatable("Ask a question below it.")
