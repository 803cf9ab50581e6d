"""What a server offers beside tools: resources to send along with a question, and prompts to ask."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.text import visible_line
from app.tools.server_process.messages import ServerListing, ServerPrompt, ServerResource
from ui.widgets.layouts import clear, column, row
from ui.widgets.schema_form import SchemaForm
from ui.widgets.styled import button, label

_MOST_ROWS = 50


class ServerOffers(QWidget):
    """Hidden for a server that has neither.

    Signals:
        resource_wanted(ServerResource): it should be sent along with the question that is being written.
        prompt_wanted(ServerPrompt, dict): it should be put into the question, filled in with these texts.
    """

    resource_wanted = Signal(object)
    prompt_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: ServerListing | None = None
        self._rows = column(of=self, spacing=8)

    def show_listing(self, listing: ServerListing | None) -> None:
        """Show what is offered; what is being filled in stays while that is the same."""
        if listing == self._shown:
            return
        self._shown = listing
        clear(self._rows)
        resources: Sequence[ServerResource] = listing.resources if listing is not None else ()
        prompts: Sequence[ServerPrompt] = listing.prompts if listing is not None else ()
        if resources:
            words = self.tr("Resources: sent along with the next question, as files are")
            self._rows.addWidget(label(words, tone="soft", scale="small", wraps=True))
        for resource in resources[:_MOST_ROWS]:
            self._rows.addWidget(self._resource(resource))
        if prompts:
            words = self.tr("Prompts: put into the question, which you can change before you send it")
            self._rows.addWidget(label(words, tone="soft", scale="small", wraps=True))
        for prompt in prompts[:_MOST_ROWS]:
            self._rows.addWidget(self._prompt(prompt))
        self.setVisible(bool(resources or prompts))

    # --- private ----------------------------------------------------------------------------------------------

    def _resource(self, resource: ServerResource) -> QWidget:
        name = visible_line(resource.name or resource.uri)
        about = visible_line(resource.description or resource.uri)
        attach = button(self.tr("Send along"), resource.uri, name=self.tr("Send {name} along").format(name=name))
        attach.clicked.connect(lambda: self.resource_wanted.emit(resource))
        return _line(name, about, attach)

    def _prompt(self, prompt: ServerPrompt) -> QWidget:
        name = visible_line(prompt.name)
        use = button(
            self.tr("Use"),
            self.tr("Put this prompt into the question"),
            name=self.tr("Use the prompt {name}").format(name=name),
        )
        line = _line(name, visible_line(prompt.description), use)
        form = SchemaForm(_schema_of(prompt))

        def fill_in() -> None:
            content = form.read()
            if content is not None:
                self.prompt_wanted.emit(prompt, json.loads(content))

        use.clicked.connect(fill_in)
        form.submitted.connect(fill_in)
        whole = QWidget()
        column(line, form, of=whole, spacing=4)
        form.setVisible(not form.is_empty)
        return whole


def _line(name: str, about: str, wish: QWidget) -> QWidget:
    line = QWidget()
    words = column(label(name, wraps=True), label(about, tone="soft", scale="small", wraps=True), spacing=0)
    row((words, 1), wish, of=line, spacing=8)
    return line


def _schema_of(prompt: ServerPrompt) -> str:
    fields = {one.name: {"type": "string", "description": one.description} for one in prompt.arguments}
    return json.dumps({"properties": fields, "required": [one.name for one in prompt.arguments if one.is_required]})
