"""Turns a picture that a person brings into what is kept and sent: small enough, upright, in a format the engine reads.

Runs on a thread. Nothing is decoded before its header has said how large it is.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from app.attachments.attached_file import FileKind
from app.attachments.errors import FileIsMissing, FileIsTooLarge
from app.attachments.picture import ENGINE_KINDS, LARGEST_PICTURE_BYTES, MOST_PIXELS, checked_picture
from app.attachments.picture_errors import PictureHasTooManyPixels, PictureIsDamaged
from app.attachments.picture_header import PictureKind, picture_header
from app.file_facts import open_file, read_file
from app.history.attachments import StoredAttachment

LONGEST_SIDE = 2048
"""Pixels; models see less than that."""
PREVIEW_SIDE = 320
_LARGEST_PNG_BYTES = 3_000_000
_QUALITY = 90
_PREVIEW_QUALITY = 80
_ENDINGS = frozenset((".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".bmp", ".tif", ".tiff"))
_LOOK_BYTES = 64
_FLAT = (PictureKind.PNG, PictureKind.GIF, PictureKind.BMP)
_TIFF = (b"II*\x00", b"MM\x00*")
_NOT_TURNED = QImageIOHandler.Transformation.TransformationNone


def is_picture_file(path: Path) -> bool:
    """Whether a file is a picture, by its first bytes or its ending."""
    try:
        with open_file(path) as file:
            begins = file.read(_LOOK_BYTES)
    except OSError:
        return False
    return picture_header(begins + bytes(_LOOK_BYTES)) is not None or path.suffix.lower() in _ENDINGS


def picture_of_file(path: Path) -> StoredAttachment:
    """Return a picture file as it is kept. Raises the errors of `app.attachments` and `PictureIsDamaged`."""
    try:
        size_bytes = path.stat().st_size
        if size_bytes > LARGEST_PICTURE_BYTES:
            raise FileIsTooLarge(path, size_bytes=size_bytes, limit_bytes=LARGEST_PICTURE_BYTES)
        data = read_file(path)
    except OSError as error:
        raise FileIsMissing(path, details=str(error)) from error
    return picture_of_bytes(path.name, data)


def picture_of_bytes(name: str, data: bytes) -> StoredAttachment:
    """Return a picture as it is kept: as it came if that is small, upright and read by the engine, else made anew."""
    path = Path(name)
    header = picture_header(data)
    if header is not None:
        checked_picture(name, data)
    form = header.kind.value if header is not None else "tiff" if data[:4] in _TIFF else ""
    if not form:
        raise PictureIsDamaged(path)
    image, is_as_it_came = _decoded(path, data, form)
    is_kept = (
        header is not None
        and header.kind in ENGINE_KINDS
        and len(data) <= _LARGEST_PNG_BYTES
        and is_as_it_came
        and not image.hasAlphaChannel()
        and header.kind is not PictureKind.BMP
    )
    return _stored(name, image, data if is_kept else b"", is_flat=header is not None and header.kind in _FLAT)


def decoded_picture(name: str, data: bytes) -> QImage:
    """Return a picture of a question, upright. An import may bring any: raises like `picture_of_bytes`."""
    return _decoded(Path(name), data, checked_picture(name, data).kind.value)[0]


def _decoded(path: Path, data: bytes, form: str) -> tuple[QImage, bool]:
    """Return a picture upright and at most `LONGEST_SIDE` large, and whether it was so already.

    Only this format is tried: Qt reads others, too, SVG among them, which may name other files.
    """
    store = QByteArray(data)
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, form.encode())
    try:
        reader.setAutoDetectImageFormat(False)
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid() and size.width() * size.height() > MOST_PIXELS:
            raise PictureHasTooManyPixels(path, width=size.width(), height=size.height(), limit=MOST_PIXELS)
        is_large = max(size.width(), size.height()) > LONGEST_SIDE
        if size.isValid() and is_large:
            reader.setScaledSize(size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
        is_upright = reader.transformation() == _NOT_TURNED
        image = reader.read()
        if image.isNull():
            raise PictureIsDamaged(path, details=reader.errorString())
        return image, is_upright and not is_large
    finally:
        del reader  # before its buffer: some formats look at that once more when they are closed


def picture_of_image(name: str, image: QImage) -> StoredAttachment:
    """Return a picture from the clipboard as it is kept."""
    if image.width() * image.height() > MOST_PIXELS:
        raise PictureHasTooManyPixels(Path(name), width=image.width(), height=image.height(), limit=MOST_PIXELS)
    if image.isNull():
        raise PictureIsDamaged(Path(name))
    return _stored(name, image, b"", is_flat=True)


def _stored(name: str, image: QImage, data: bytes, *, is_flat: bool) -> StoredAttachment:
    shown = _on_white(_within(image, LONGEST_SIDE))
    content = data or _encoded(shown, is_flat=is_flat)
    preview = _file_bytes(_within(shown, PREVIEW_SIDE), "JPG", _PREVIEW_QUALITY)
    return StoredAttachment(name, FileKind.IMAGE.value, len(content), "", content=content, preview=preview)


def _encoded(image: QImage, *, is_flat: bool) -> bytes:
    """Return PNG for drawings and pictures of screens, JPEG for photographs and what PNG makes large."""
    if is_flat:
        png = _file_bytes(image, "PNG", -1)
        if len(png) <= _LARGEST_PNG_BYTES:
            return png
    return _file_bytes(image, "JPG", _QUALITY)


def _within(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    size = image.size().scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _on_white(image: QImage) -> QImage:
    """Return it without transparency: the engine would see what the transparent parts hide."""
    if not image.hasAlphaChannel():
        return image
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


def _file_bytes(image: QImage, form: str, quality: int) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form, quality)  # type: ignore[call-overload]
    return bytes(store.data())
