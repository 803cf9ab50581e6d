"""Pictures in the composer and the transcript: made small enough, shown, sent, kept, and refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.attachments.picture_errors import PictureHasTooManyPixels, PictureIsDamaged
from app.attachments.picture_header import PictureKind, picture_header
from app.history.store import HistoryStore
from app.inference.scripted_engine import Script
from app.paths import AppPaths
from tests.fakes.pictures import bmp, png, png_that_claims
from tests.ui.conftest import DEFAULT_TURN, OpenWindow, session_of
from tests.ui.test_attachments import chips, load, notice, paste
from tests.ui.window_actions import ask, field, has_ended, press
from ui.assembly import Assembly
from ui.chat.composer.attached_chip import AttachedChip
from ui.chat.composer.picture_files import (
    LONGEST_SIDE,
    PREVIEW_SIDE,
    is_picture_file,
    picture_of_bytes,
    picture_of_image,
)
from ui.chat.transcript.picture_button import PictureButton, pixmap_within
from ui.chat.transcript.picture_dialog import PictureDialog

SEEING = Script(turns=(DEFAULT_TURN,), sees_images=True)


def image(width: int, height: int, colour: str = "#c03020") -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def encoded(made: QImage, form: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert made.save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def drop(assembly: Assembly, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assembly.content.files_dropped.emit((str(path),))


def test_a_small_picture_is_kept_as_it_is() -> None:
    for data in (png(40, 30, (255, 0, 0)), encoded(image(300, 200), "JPG")):
        kept = picture_of_bytes("a.png", data)
        assert kept.content == data
        assert kept.size_bytes == len(data)
        assert picture_header(kept.preview) is not None


@pytest.mark.parametrize("form", ["PNG", "JPG", "WEBP", "TIFF", "BMP"])
def test_a_large_or_foreign_picture_is_made_one_that_the_engine_reads(form: str) -> None:
    kept = picture_of_bytes(f"a.{form}", encoded(image(4000, 1000), form))
    header = picture_header(kept.content)
    assert header is not None
    assert (header.width, header.height) == (LONGEST_SIDE, LONGEST_SIDE // 4)
    assert header.kind in (PictureKind.PNG, PictureKind.JPEG)
    preview = picture_header(kept.preview)
    assert preview is not None
    assert preview.width == PREVIEW_SIDE


def test_what_is_transparent_becomes_white_and_a_bitmap_becomes_small() -> None:
    clear = QImage(10, 10, QImage.Format.Format_ARGB32)
    clear.fill(0)
    kept = QImage.fromData(picture_of_bytes("clear.png", encoded(clear, "PNG")).content)
    assert kept.pixelColor(5, 5) == QColor("white")
    heavy = bmp(400, 400, (1, 2, 3))
    assert len(picture_of_bytes("a.bmp", heavy).content) < len(heavy) // 10


def test_a_picture_that_lies_on_its_side_is_set_upright() -> None:
    jpeg = encoded(image(60, 20), "JPG")
    turned = (
        b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00"
    )
    data = jpeg[:2] + b"\xff\xe1" + (len(turned) + 2).to_bytes(2, "big") + turned + jpeg[2:]
    header = picture_header(picture_of_bytes("a.jpg", data).content)
    assert header is not None
    assert (header.width, header.height) == (20, 60)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (png_that_claims(60_000, 60_000), PictureHasTooManyPixels),
        (png(30, 30, (1, 2, 3))[:-30], PictureIsDamaged),
        (b"\xff\xd8\xff no picture", PictureIsDamaged),
        (b"", PictureIsDamaged),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_decoded_is_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        picture_of_bytes("odd.png", data)
    assert pixmap_within(data, QSize(10, 10)).isNull()
    with pytest.raises(PictureIsDamaged):
        picture_of_image("odd.png", QImage())


def test_pictures_are_told_from_texts(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(png(4, 4, (0, 0, 0)))
    (tmp_path / "b.TIF").write_bytes(b"II*\x00")
    (tmp_path / "BM.txt").write_bytes(b"text")
    assert [is_picture_file(tmp_path / name) for name in ("a", "b.TIF", "BM.txt", "none")] == [True, True, False, False]


def test_a_dropped_picture_is_shown_sent_kept_and_opened_large(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paths: AppPaths
) -> None:
    assembly = open_window(script=SEEING)
    load(assembly, qtbot)
    drop(assembly, tmp_path / "cat.png", png(640, 480, (200, 90, 30)))
    qtbot.waitUntil(lambda: "256 tokens" in "".join(chips(assembly)) and "about" not in chips(assembly)[0])
    (chip,) = assembly.content.page.composer.findChildren(AttachedChip)
    assert any(not label.pixmap().isNull() for label in chip.findChildren(QLabel))

    ask(assembly, "What is in there?")
    qtbot.waitUntil(has_ended(assembly))

    assert notice(assembly) == ""
    question = assembly.content.page.transcript.question(1)
    assert question is not None
    (button,) = question.findChildren(PictureButton)
    assert button.accessibleName() == "Picture cat.png"
    assert not button.icon().isNull()
    shown: list[tuple[str, bool]] = []

    def look_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PictureDialog)
        shown.append((dialog.findChildren(QLabel)[0].text(), dialog.picture.pixmap().isNull()))
        dialog.accept()

    QTimer.singleShot(100, look_and_close)
    press(button)
    assert "640 × 480 pixels" in shown[0][0]
    assert shown[0][1] is False
    store = HistoryStore.open(paths.database)
    assert store.attachments.of_message(1)[0].content == png(640, 480, (200, 90, 30))
    store.close()


def test_a_pasted_picture_comes_along(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    data = QMimeData()
    data.setImageData(image(50, 40))
    paste(assembly, data)
    qtbot.waitUntil(lambda: "about" in "".join(chips(assembly)))
    assert chips(assembly)[0].startswith("Pasted picture 1.png")
    assert assembly.content.page.composer.files.files[0].is_picture


def test_a_picture_that_is_no_file_can_be_dropped(open_window: OpenWindow, qtbot: QtBot) -> None:
    assembly = open_window()
    window = assembly.content
    data = QMimeData()
    data.setImageData(image(50, 40))
    place, buttons, keys = window.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()

    window.dropEvent(QDropEvent(place.toPointF(), Qt.DropAction.CopyAction, data, buttons, keys))

    qtbot.waitUntil(lambda: "about" in "".join(chips(assembly)))
    assert chips(assembly)[0].startswith("Pasted picture 1.png")


def test_a_model_that_cannot_see_says_so_and_nothing_is_lost(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assembly = open_window()
    load(assembly, qtbot)
    drop(assembly, tmp_path / "cat.png", png(64, 48, (200, 90, 30)))
    qtbot.waitUntil(lambda: "cannot look at images" in notice(assembly))
    assert len(chips(assembly)) == 1

    ask(assembly, "What is it?")

    assert "sees images" in notice(assembly)
    assert field(assembly).toPlainText() == "What is it?"
    assert len(chips(assembly)) == 1
    assert session_of(assembly).running_turn is None


def test_a_picture_that_is_none_is_refused_in_the_window(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assembly = open_window()
    drop(assembly, tmp_path / "bomb.png", png_that_claims(50_000, 50_000))
    qtbot.waitUntil(lambda: "2500 million; at most 50 million" in notice(assembly))
    assert chips(assembly) == []
