"""A call of a tool that waits for the person, or is carried out: what is asked of whom, and what may become of it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from app.conversation.tool_runner import Allowed, Refused
from app.text import visible, visible_line
from ui.chat.calls.call_requests import CallRequests
from ui.chat.calls.shown_call import CallDecision, InputGiven, ShownCall, Standing
from ui.documents.server_question import ServerQuestion
from ui.widgets.escape_key import EscapeKey
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import clear, column, grid, row
from ui.widgets.menu_button import MenuButton
from ui.widgets.menus import open_at, passing_menu
from ui.widgets.schema_form import SchemaForm, argument_lines
from ui.widgets.spoken_numbers import seconds_text
from ui.widgets.styled import BY_MOUSE_AND_KEYS, button, label, line_field, show_text
from ui.widgets.timers import every

_SHOWN_CHARACTERS = 2_000
"""Of one argument; all of it is there when it is edited."""
_TICK_MS = 1_000


class CallCard(QFrame):
    """Shows a `ShownCall`. Nothing is lost when its state changes: what is being edited stays open."""

    def __init__(self, call: ShownCall, asks: CallRequests) -> None:
        super().__init__()
        self.setObjectName("callCard")
        self.setProperty("spokenRole", "item")
        self.call = call
        """What is shown."""
        self._asks = asks
        self._form: SchemaForm | None = None
        self._input: ServerQuestion | None = None
        self._extra_s = 0.0
        self._title = label(weight="strong", wraps=True)
        self._state = label(tone="soft", scale="small")
        self._where = label(tone="soft", scale="small", wraps=True)
        self._arguments = QWidget()
        self._lines = grid(of=self._arguments, across_px=10, down_px=4)
        self._lines.setColumnStretch(1, 1)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._message = label(tone="soft", scale="small", wraps=True)
        self._build_answers()
        self._question = QWidget()
        self._asked = column(of=self._question, spacing=8)
        self._place = column(
            row((self._title, 1), (self._state, Qt.AlignmentFlag.AlignTop), spacing=8),
            self._where,
            self._arguments,
            self._bar,
            self._message,
            self._question,
            self._answers,
            (self._stop, Qt.AlignmentFlag.AlignLeft),
            self._word_row,
            of=self,
            margins=(12, 10, 12, 10),
            spacing=6,
        )
        self._ticks = every(self, _TICK_MS, self._tick)
        self._show_arguments()
        self.show_call(call)

    @property
    def is_edited(self) -> bool:
        """Whether something was written here that would be lost."""
        return self._form is not None or not self._word_row.isHidden() or self._input is not None

    def show_call(self, call: ShownCall) -> None:
        """Show how far the same call has come."""
        had_asked = self.call.question
        self.call, self._extra_s = call, 0.0
        tool, progress = call.tool, call.progress
        name = visible_line(tool.name)
        self._title.setText(f"{name} · {visible_line(tool.server)}" if tool.server else name)
        show_text(self._where, self._where_text())
        self._show_state()
        is_running = call.seconds is not None
        self._answers.setVisible(not is_running and self._word_row.isHidden())
        self._stop.setVisible(is_running)
        if is_running:
            self._word_row.setVisible(False)
            self._end_editing()
            self._ticks.start()
        fraction = progress.fraction if progress is not None else None
        self._bar.setVisible(fraction is not None)
        self._bar.setValue(round((fraction or 0.0) * 100))
        show_text(self._message, visible_line(progress.message) if progress is not None else "")
        if call.question != had_asked or (call.question is not None and self._asked.isEmpty()):
            self._show_question()
        self.setAccessibleName(self._spoken())

    def take_keyboard(self) -> None:
        """Put the keyboard where the answer is given."""
        if self._input is not None:
            self._input.take_keyboard()
        elif not self._answers.isHidden():
            self._allow.setFocus(Qt.FocusReason.TabFocusReason)

    # --- private ----------------------------------------------------------------------------------------------

    def _build_answers(self) -> None:
        self._allow = button(
            self.tr("Allow once"), self.tr("Let this call go"), kind="smallPrimary", clicked=lambda: self._decide(None)
        )
        always = MenuButton(self.tr("Always"), self)
        always.setProperty("kind", "small")
        always.setToolTip(self.tr("Let this call go, and all that are like it"))
        always.clicked.connect(lambda: self._open_menu(always, is_for_good=True))
        refuse = button(self.tr("Deny…"), self.tr("Do not let it go, with a word to the model"), clicked=self._ask_word)
        never = MenuButton(self.tr("Never"), self)
        never.setProperty("kind", "small")
        never.setToolTip(self.tr("Let no call of this tool go"))
        never.clicked.connect(lambda: self._open_menu(never, is_for_good=False))
        self._edit = button(
            self.tr("Edit"), self.tr("Change what the tool is given, before it goes"), clicked=self._toggle_editing
        )
        self._answers = FlowRow(self._allow, always, refuse, never, self._edit)
        self._stop = button(
            self.tr("Stop this call"),
            self.tr("Give it up; the model is told, and goes on"),
            clicked=lambda: self._asks.decided.emit(CallDecision(self.call, Refused())),
        )
        self._word = line_field(
            self.tr("A word to the model"),
            hint=self.tr("A word to the model, if you like · Enter denies, Esc goes back"),
        )
        self._word.returnPressed.connect(self._deny)
        EscapeKey(self._word, self._leave_word)
        deny = button(self.tr("Deny"), self.tr("The model is told, and goes on without it"), clicked=self._deny)
        self._word_row = QWidget()
        row((self._word, 1), deny, of=self._word_row, spacing=8)
        self._word_row.setVisible(False)

    def _where_text(self) -> str:
        tool = self.call.tool
        if not tool.where:
            return self.tr("Stays in Aside")
        where = visible_line(tool.where)
        if tool.is_elsewhere:
            return self.tr("Goes to {address}").format(address=where)
        return self.tr("Goes to a program on this computer: {program}").format(program=where)

    def _show_state(self) -> None:
        self._state.setText(self._state_text())

    def _state_text(self) -> str:
        seconds = self.call.seconds
        if self.call.question is not None:
            return self.tr("asks you")
        if seconds is None:
            return self.tr("waits for you")
        return self.tr("runs · {time}").format(time=seconds_text(seconds + self._extra_s))

    def _spoken(self) -> str:
        lines = (f"{name} {value[:200]}" for name, value in argument_lines(self.call.call.arguments))
        first = self.tr("Call of {tool}, {state}").format(tool=self._title.text(), state=self._state_text())
        return ". ".join((first, *lines))

    def _tick(self) -> None:
        self._extra_s += _TICK_MS / 1000
        self._show_state()

    def _show_arguments(self) -> None:
        clear(self._lines)
        for place, (name, value) in enumerate(argument_lines(self.call.call.arguments)):
            words = visible(value if len(value) <= _SHOWN_CHARACTERS else value[:_SHOWN_CHARACTERS] + " …")
            said = label(words, wraps=True, selected=BY_MOUSE_AND_KEYS)
            said.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            said.setAccessibleName(f"{name} {words}".strip())
            self._lines.addWidget(label(name, tone="soft", scale="small"), place, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(said, place, 1)

    # --- editing ----------------------------------------------------------------------------------------------

    def _toggle_editing(self) -> None:
        if self._form is not None:
            self._end_editing()
            return
        self._form = SchemaForm(self.call.tool.schema, self.call.call.arguments)
        self._form.submitted.connect(lambda: self._decide(None))
        self._place.insertWidget(self._place.indexOf(self._arguments), self._form)
        self._arguments.setVisible(False)
        self._edit.setText(self.tr("As it was"))
        self._form.take_keyboard()

    def _end_editing(self) -> None:
        if self._form is None:
            return
        self._place.removeWidget(self._form)
        self._form.hide()
        self._form.deleteLater()
        self._form = None
        self._arguments.setVisible(True)
        self._edit.setText(self.tr("Edit"))

    def _decide(self, standing: Standing | None) -> None:
        call = self.call
        edited: str | None = None
        if self._form is not None:
            edited = self._form.read()
            if edited is None:
                return
            if _same(edited, call.call.arguments):
                edited = None
        if edited is not None:
            call = replace(call, step=replace(call.step, call=structs.replace(call.call, arguments=edited)))
        self._asks.decided.emit(CallDecision(call, Allowed(edited), standing))

    # --- denying, and what holds for good -------------------------------------------------------------------------

    def _ask_word(self) -> None:
        self._answers.setVisible(False)
        self._word_row.setVisible(True)
        self._word.setFocus()

    def _leave_word(self) -> None:
        self._word_row.setVisible(False)
        self._answers.setVisible(True)
        self._allow.setFocus()

    def _deny(self) -> None:
        self._asks.decided.emit(CallDecision(self.call, Refused(self._word.text())))

    def _open_menu(self, at: MenuButton, *, is_for_good: bool) -> None:
        menu = passing_menu(self)
        if is_for_good:
            choices = (
                (Standing.ALWAYS_HERE, self.tr("In this conversation, with arguments of these kinds")),
                (Standing.ALWAYS, self.tr("Everywhere, with arguments of these kinds")),
            )
        else:
            choices = (
                (Standing.NEVER_HERE, self.tr("Never in this conversation")),
                (Standing.NEVER, self.tr("Never anywhere")),
            )
        for standing, words in choices:
            menu.addAction(words, partial(self._say_for_good, standing))
        open_at(menu, at)

    def _say_for_good(self, standing: Standing) -> None:
        if standing in (Standing.ALWAYS_HERE, Standing.ALWAYS):
            self._decide(standing)
        else:
            self._asks.decided.emit(CallDecision(self.call, Refused(), standing))

    # --- what a server asks ---------------------------------------------------------------------------------------

    def _show_question(self) -> None:
        clear(self._asked)
        self._input = None
        question = self.call.question
        if question is not None:
            self._input = ServerQuestion(question)
            self._input.answered.connect(lambda content: self._asks.answered.emit(InputGiven(question, content)))
            self._asked.addWidget(self._input)


def _same(one: str, other: str) -> bool:
    try:
        return bool(json.loads(one) == json.loads(other))
    except (ValueError, RecursionError):
        return one == other
