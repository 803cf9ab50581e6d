"""Brings files into the composer: chosen, dropped or pasted, read beside the window, counted, refused if too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from app.attachments.attached_file import AttachedFile, FileKind
from app.attachments.errors import FileDoesNotFit
from app.attachments.picture_header import picture_header
from app.attachments.reading import attachment_of, read_attachment
from app.cancellation import StopSignal
from app.conversation.prompt import images_of, question_text
from app.conversation.prompt_count import PromptCount
from app.conversation.session import Session
from app.engines.model_status import ModelPhase, ModelStatus
from app.errors import UserError
from app.history.attachments import StoredAttachment
from app.inference.image_errors import ModelSeesNoImages
from app.inference.protocol import TokensCounted
from app.tools.resource_file import WantedResource
from ui.bridges.background import Background
from ui.bridges.window_events import WindowEvents
from ui.chat.composer.composer import Composer
from ui.chat.composer.next_prompt import NextPrompt
from ui.chat.composer.picture_files import is_picture_file, picture_of_bytes, picture_of_file, picture_of_image
from ui.chat.transcript.file_text_dialog import FileTextDialog
from ui.chat.transcript.picture_dialog import PictureDialog
from ui.widgets.file_questions import ask_for_files
from ui.widgets.notice_bar import Subject
from ui.widgets.spoken_numbers import count_text

_MOST_AT_ONCE = 20
_SHOWN_COST = 200
_OF_WHAT_FITS = 0.8
"""How much of a file is sent where not all of it fits: the reply needs room, and tokens are not spread evenly."""


def _told(file: AttachedFile) -> str:
    """Return in the person's language what should be known of a file."""
    sentences = (QCoreApplication.translate("app", note.template).format_map(note.values) for note in file.notes)
    return "\n".join(sentences)


class AttachmentsPresenter(QObject):
    """Fills the composer's files and says what they cost."""

    def __init__(
        self,
        composer: Composer,
        *,
        session: Session,
        next_prompt: NextPrompt,
        background: Background,
        events: WindowEvents,
    ) -> None:
        super().__init__(composer)
        self._composer = composer
        self._files = composer.files
        self._session = session
        self._next = next_prompt
        self._background = background
        self._events = events
        self._pasted = 0
        self._blind_path = ""
        """The model of which it was told that it cannot see what waits."""
        self._phase: ModelPhase | None = None
        self._refused: tuple[StoredAttachment, float] | None = None
        """The file that did not fit last, and how much of it would have."""
        composer.attach.clicked.connect(self.choose_files)
        composer.edit.files_pasted.connect(self.add_paths)
        composer.edit.long_text_pasted.connect(self.add_pasted)
        composer.edit.picture_pasted.connect(self.add_picture)
        self._files.opened.connect(self.show_text)
        self._files.file_added.connect(self._count)
        self._files.changed.connect(self._follow_files)
        next_prompt.counted.connect(self._show_cost)
        QShortcut(QKeySequence("Ctrl+U"), composer).activated.connect(self.choose_files)
        events.conversation_shown.connect(self._count_all)
        events.model_changed.connect(self._show_model)

    def choose_files(self) -> None:
        """Ask which files to send along."""
        chosen = ask_for_files(self._composer.window(), self.tr("Send files along"))
        self.add_paths(str(path) for path in chosen)
        self._composer.setFocus()

    def add_paths(self, paths: Iterable[str]) -> None:
        """Read files and put them into the composer."""
        self._events.subject_changed.emit(Subject.FILES)
        for path in [Path(path) for path in paths][:_MOST_AT_ONCE]:
            self._read(path)

    def add_resource(self, wanted: WantedResource) -> None:
        """Read what a server has, and put it into the composer."""
        self._events.subject_changed.emit(Subject.FILES)
        key = self._files.begin(wanted.name)

        def work(stop: StopSignal) -> tuple[StoredAttachment, str]:
            file = wanted.read(stop)
            if picture_header(file.content) is not None:
                return picture_of_bytes(file.name, file.content), ""
            found = attachment_of(Path(file.name), file.content)
            return StoredAttachment(found.name, found.kind.value, found.size_bytes, found.text), _told(found)

        def done(kept: tuple[StoredAttachment, str]) -> None:
            file, note = kept
            if file.is_picture:
                self._put_picture(key, file)
            else:
                self._files.put(key, file, note=note)

        self._background.run(work, done, self._failure_of(key), owner=self)

    def add_pasted(self, text: str) -> None:
        """Keep a long pasted text as a file; it can be put into the question instead."""
        self._pasted += 1
        name = self.tr("Pasted text {number}.txt").format(number=self._pasted)
        file = StoredAttachment(name, FileKind.TEXT.value, len(text.encode("utf-8", "replace")), text)
        self._files.put(self._files.begin(name), file)

    def attach_again(self) -> None:
        """Put the file that was refused last back: there is more room now, or soon."""
        if self._refused is not None:
            file, _ = self._refused
            self._events.subject_changed.emit(Subject.FILES)
            self._files.put(self._files.begin(file.name), file)

    def attach_beginning(self) -> None:
        """Send as much of the file that was refused last as fits, to the end of a line."""
        if self._refused is None:
            return
        file, share = self._refused
        text = file.text[: int(len(file.text) * share * _OF_WHAT_FITS)]
        text = text[: text.rfind("\n") + 1] or text
        name = self.tr("{name} (beginning)").format(name=file.name)
        note = self.tr("Only the first {percent} % of it.").format(percent=100 * len(text) // max(1, len(file.text)))
        self._events.subject_changed.emit(Subject.FILES)
        cut = replace(file, name=name, size_bytes=len(text.encode("utf-8", "replace")), text=text)
        self._files.put(self._files.begin(name), cut, note=note)

    def show_text(self, key: int) -> None:
        """Show the text of a file in the composer; it may be put into the question instead."""
        file = self._files.file(key)
        if file is None:
            return
        if file.is_picture:
            self._show(PictureDialog(file.head.name, file.content, self._composer.window()))
            return
        dialog = FileTextDialog(file, self._composer.window(), offers_insertion=True)
        dialog.exec()
        if dialog.is_insertion_wanted:
            self._files.remove(key)
            self._composer.edit.insertPlainText(file.text)
            self._composer.setFocus()
        dialog.deleteLater()

    def _show_model(self, status: ModelStatus) -> None:
        if status.phase is self._phase:
            self._tell_if_blind()
        else:
            self._phase = status.phase
            self._count_all()

    def _count_all(self) -> None:
        """Another model is loaded, or none: count anew."""
        self._tell_if_blind()
        if self._next.can_count:
            for key in self._files.known():
                self._count(key)
        else:
            self._files.show_estimates()

    def _tell_if_blind(self) -> None:
        """Tell, once for each model, that it cannot look at the pictures that wait: another one may."""
        status = self._session.model_status
        is_blind = self._has_pictures() and status.model is not None and not status.sees_images
        told, self._blind_path = self._blind_path, status.path if is_blind else ""
        if is_blind and status.path != told:
            self._events.report(ModelSeesNoImages(name=status.name))

    # --- private ----------------------------------------------------------------------------------------------

    def _read(self, path: Path) -> None:
        key = self._files.begin(path.name, str(path))

        def done(file: AttachedFile) -> None:
            stored = StoredAttachment(file.name, file.kind.value, file.size_bytes, file.text)
            self._files.put(key, stored, note=_told(file))

        failed = self._failure_of(key)
        if is_picture_file(path):
            self._background.run(
                lambda _stop: picture_of_file(path), lambda one: self._put_picture(key, one), failed, owner=self
            )
        else:
            self._background.run(lambda _stop: read_attachment(path), done, failed, owner=self)

    def _failure_of(self, key: int) -> Callable[[UserError], None]:
        def failed(error: UserError) -> None:
            self._files.remove(key)
            self._events.report(error)

        return failed

    def _put_picture(self, key: int, picture: StoredAttachment) -> None:
        """Keep a picture, and tell at once if the chosen model cannot look at it: another one may."""
        self._blind_path = ""
        self._files.put(key, picture)
        self._tell_if_blind()

    def _has_pictures(self) -> bool:
        return any(file.is_picture for file in self._files.files)

    def _follow_files(self) -> None:
        if not self._has_pictures():
            self._blind_path = ""
            self._events.subject_changed.emit(Subject.PICTURES)

    def _count(self, key: int) -> None:
        """Count a file together with all the rest; refuse it if it does not fit beside that."""
        file = self._files.file(key)
        info = self._session.model_status.info
        if file is None or info is None or not self._next.can_count:
            return
        others = [self._files.file(other) for other in self._files.known() if other != key]
        try:
            rest = self._next.request(self._composer.draft, [one for one in others if one is not None])
        except UserError:
            rest = None
        context = info.context

        def take(counted: TokensCounted) -> None:
            needed = counted.text_tokens[0] + sum(counted.image_tokens)
            if file.is_picture and not sum(counted.image_tokens):
                return  # the model cannot see it
            self._files.show_tokens(key, needed)
            free = PromptCount(counted.prompt_tokens, 0, context).free
            if needed > free and self._files.file(key) is not None:
                self._files.remove(key)
                self._refused = file, max(0, free) / needed
                self._events.report(FileDoesNotFit(Path(file.name), needed_tokens=needed, free_tokens=free))

        self._next.counting.ask(
            f"file {key}", take, request=rest, texts=(question_text((file,), ""),), images=images_of((file,))
        )

    def _show_cost(self, count: PromptCount | None) -> None:
        is_dear = count is not None and (count.question > _SHOWN_COST or 2 * count.prompt > count.context)
        if count is None or not count.question or not is_dear:
            self._composer.show_cost("")
            return
        text = self.tr("{count} tokens, {free} left for the reply")
        left = max(0, count.context - count.prompt)
        self._composer.show_cost(text.format(count=count_text(count.question), free=count_text(left)))

    def add_picture(self, image: QImage) -> None:
        """Keep a picture that was pasted, or dropped without a file."""
        self._events.subject_changed.emit(Subject.FILES)
        self._pasted += 1
        name = self.tr("Pasted picture {number}.png").format(number=self._pasted)
        key = self._files.begin(name)
        self._background.run(
            lambda _stop: picture_of_image(name, image),
            lambda one: self._put_picture(key, one),
            self._failure_of(key),
            owner=self,
        )

    def _show(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
