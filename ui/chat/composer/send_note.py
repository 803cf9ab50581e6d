"""Says in the composer what is special of sending now: where it goes, or that a base model goes on with a text."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.conversation.sent_along import SentAlong, sent_along
from app.conversation.session import Session
from app.engines.model_ref import Remote
from app.errors import UserError
from app.settings.addresses import is_this_computer
from app.text import visible_line
from ui.bridges.servers import Servers
from ui.bridges.settings_store import SettingsStore
from ui.bridges.window_events import WindowEvents
from ui.chat.composer.composer import Composer
from ui.chat.composer.next_prompt import NextPrompt
from ui.widgets.spoken_numbers import count_text
from ui.widgets.timers import after

_SOON_MS = 300


class SendNote(QObject):
    """Shown while the chosen model is on a server, or no model that answers.

    What goes along to a server is counted a moment after it has changed.
    """

    def __init__(
        self,
        composer: Composer,
        *,
        session: Session,
        next_prompt: NextPrompt,
        servers: Servers,
        kept: SettingsStore,
        events: WindowEvents,
    ) -> None:
        super().__init__(composer)
        self._composer = composer
        self._session = session
        self._next_prompt = next_prompt
        self._servers = servers
        self._kept = kept
        self._soon = after(self, _SOON_MS, self._show)
        composer.draft_changed.connect(self._note_change)
        events.choices_changed.connect(self._note_change)
        events.turn_ended.connect(self._note_change)
        events.conversation_shown.connect(self._show)
        events.model_changed.connect(self._show)
        servers.changed.connect(self._show)
        kept.changed.connect(self._show)

    def close(self) -> None:
        """Say nothing more: history is about to be closed."""
        self._soon.stop()

    def _note_change(self) -> None:
        if isinstance(self._session.model_status.model, Remote):
            self._soon.start()

    def _show(self) -> None:
        self._soon.stop()
        status = self._session.model_status
        model, goes_on = status.model, status.info is not None and status.info.goes_on_with_text
        self._composer.set_goes_on(goes_on=goes_on)
        if not isinstance(model, Remote):
            words = self.tr(
                "This is a base model: it goes on with your text instead of answering. What you write next is added to "
                "what stands there."
            )
            self._composer.show_note(words if goes_on else "")
            self._composer.set_blocked("")
            return
        address, is_here = visible_line(model.endpoint), is_this_computer(model.endpoint)
        if self._kept.now().stay_offline and not is_here:
            words = self.tr("Aside is set to stay offline: nothing is sent to {address}.").format(address=address)
            self._composer.show_note(words)
            self._composer.set_blocked(words)
            return
        self._composer.set_blocked("")
        kept = self._servers.at(model.endpoint)
        where = f"{kept.name} ({address})" if kept is not None else address
        line = (
            self.tr("Is sent to {server}, on this computer: {what}.")
            if is_here
            else self.tr("Is sent to {server}: {what}.")
        )
        words = line.format(server=where, what=self._what())
        if not is_here and address.startswith("http:"):
            words += " " + self.tr("The address begins with http://: whoever is on the way can read it.")
        self._composer.show_note(words)

    def _what(self) -> str:
        try:
            along = None
            if not self._next_prompt.is_reading():
                along = sent_along(
                    self._session, self._next_prompt.draft, self._composer.draft, tuple(self._composer.files.files)
                )
        except UserError:  # told where the messages are shown
            along = None
        return self._words(along) if along is not None else self.tr("this question and what was before")

    def _words(self, along: SentAlong) -> str:
        counted = (
            (along.turns, self.tr("%n turns before", "", along.turns)),
            (along.files, self.tr("%n files", "", along.files)),
            (along.pictures, self.tr("%n pictures", "", along.pictures)),
        )
        parts = [self.tr("this question"), *(words for count, words in counted if count)]
        if along.tokens:
            parts.append(self.tr("about {count} tokens").format(count=count_text(along.tokens)))
        return ", ".join(parts)
