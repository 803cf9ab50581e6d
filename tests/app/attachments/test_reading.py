"""Files of every kind: read, refused with a sentence, bounded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.attachments.attached_file import AttachedFile, FileKind, prompt_text
from app.attachments.errors import (
    AttachmentError,
    FileIsEmpty,
    FileIsMissing,
    FileIsNotText,
    FileIsPicture,
    FileIsTooLarge,
    PdfHasNoText,
    PdfIsDamaged,
    PdfIsLocked,
    PdfTakesTooLong,
)
from app.attachments.pdf import PdfLimits
from app.attachments.reading import LARGEST_TEXT_BYTES, read_attachment

SENTENCE = "Größe: “naïve” – 3 €. Straße und Äpfel."


def pdf(*pages: str, content: bytes | None = None) -> bytes:
    """Return a PDF with a line of text on each page, written by hand."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for text in pages:
        stream = content if content is not None else f"BT /F1 24 Tf 72 700 Td ({text}) Tj ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_whatever_way_it_was_written(tmp_path: Path, encoding: str) -> None:
    content = (SENTENCE + "\r\nand more\rand more").encode(encoding)

    assert read_attachment(written(tmp_path, "a.txt", content)).text == SENTENCE + "\nand more\nand more"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("两列火车在中午从两个车站出发，什么时候相遇？请一步一步地思考。", "gb18030"),
        ("これは日本語の文章です。電車はいつ出会いますか。ひらがなとカタカナ。", "shift_jis"),
        ("Поезда встретятся в полдень, если выйдут одновременно из разных городов.", "cp1251"),
    ],
)
def test_old_encodings_of_other_scripts_are_recognized(tmp_path: Path, text: str, encoding: str) -> None:
    assert read_attachment(written(tmp_path, "a.txt", text.encode(encoding))).text == text


@pytest.mark.parametrize(
    ("name", "kind", "fence"),
    [
        ("a.py", FileKind.CODE, "python"),
        ("A.PY", FileKind.CODE, "python"),
        ("a.md", FileKind.MARKDOWN, "markdown"),
        ("a.csv", FileKind.CSV, "csv"),
        ("a.json", FileKind.JSON, "json"),
        ("README", FileKind.TEXT, ""),
        ("a.weird", FileKind.TEXT, ""),
    ],
)
def test_the_ending_says_how_text_is_fenced(tmp_path: Path, name: str, kind: FileKind, fence: str) -> None:
    attached = read_attachment(written(tmp_path, name, b"x = 1\n"))

    assert (attached.kind, attached.language, attached.size_bytes) == (kind, fence, 6)


@pytest.mark.parametrize(
    "content",
    [os.urandom(4096), b"\x7fELF" + b"\0" * 100, b"PK\x03\x04" + os.urandom(500)],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FileIsNotText):
        read_attachment(written(tmp_path, "a.txt", content))


@pytest.mark.parametrize("name", ["a.txt", "photo.png"])
def test_a_picture_is_refused_as_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileIsPicture):
        read_attachment(written(tmp_path, name, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))


def test_empty_missing_and_too_large_files_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileIsEmpty):
        read_attachment(written(tmp_path, "empty.txt", b" \n"))
    with pytest.raises(FileIsMissing):
        read_attachment(tmp_path / "nothing.txt")
    with pytest.raises(FileIsMissing):
        read_attachment(tmp_path)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileIsMissing):
        read_attachment(pipe)
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(LARGEST_TEXT_BYTES + 1)
    with pytest.raises(FileIsTooLarge) as caught:
        read_attachment(tmp_path / "large.txt")
    assert "4.2 MB" in caught.value.message_text()


def test_the_text_of_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    attached = read_attachment(written(tmp_path, "a.pdf", pdf("Two trains", "leave at noon")))

    assert attached.kind is FileKind.PDF
    assert attached.text == "Two trains\n\nleave at noon"
    assert attached.note == ""


def test_a_pdf_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    assert read_attachment(written(tmp_path, "a.txt", pdf("Trains"))).kind is FileKind.PDF


def test_pages_beyond_the_limit_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "a.pdf", pdf(*(f"page {number}" for number in range(10))))

    attached = read_attachment(path, pdf_limits=PdfLimits(pages=3))

    assert attached.text == "page 0\n\npage 1\n\npage 2"
    assert attached.note == "Only the first 3 of 10 pages were read."


@pytest.mark.parametrize("cut", [20, 200])
def test_a_damaged_pdf_is_told(tmp_path: Path, cut: int) -> None:
    with pytest.raises((PdfIsDamaged, PdfHasNoText)):
        read_attachment(written(tmp_path, "a.pdf", pdf("Trains")[:cut]))


def test_a_pdf_with_a_password_is_told(tmp_path: Path) -> None:
    encryption = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>] /Root"
    locked = pdf("Trains").replace(b"/Root", encryption % (b"ab" * 32, b"cd" * 32))

    with pytest.raises(PdfIsLocked):
        read_attachment(written(tmp_path, "a.pdf", locked))


def test_a_pdf_of_pictures_is_told(tmp_path: Path) -> None:
    with pytest.raises(PdfHasNoText):
        read_attachment(written(tmp_path, "a.pdf", pdf("", content=b"0 0 100 100 re f")))


def test_a_pdf_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = written(tmp_path, "a.pdf", pdf("x", content=b"BT /F1 9 Tf (word) Tj " * 3_000_000))

    with pytest.raises(PdfTakesTooLong) as caught:
        read_attachment(path, pdf_limits=PdfLimits(time_s=0.05))
    assert caught.value.message_text().endswith(".")


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    file = AttachedFile("a\nb.md", FileKind.MARKDOWN, 9, "````\ncode\n````\n", "markdown")

    assert prompt_text((file,), "Why?") == "a b.md:\n`````markdown\n````\ncode\n````\n`````\n\nWhy?"
    assert prompt_text((), "Why?") == "Why?"
    assert file.estimated_tokens() >= 16


def test_every_refusal_is_a_sentence_with_an_advice(tmp_path: Path) -> None:
    for name, content in (("a.bin", b"\0\0"), ("b.txt", b""), ("c.pdf", b"%PDF-1.4 nothing")):
        with pytest.raises(AttachmentError) as caught:
            read_attachment(written(tmp_path, name, content))
        assert name in caught.value.message_text()
        assert caught.value.advice_text().endswith(".")
