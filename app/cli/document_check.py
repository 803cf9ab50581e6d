"""Whether what documents need came with this copy: formulas, colours of code, the text of a PDF.

Each stands on data files or a library beside the Python code, which a bundle may lack without failing to start.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.attachments.reading import read_attachment
from app.documents.blocks import CodePart, FormulaBlock
from app.documents.growing_document import GrowingDocument
from app.documents.lexers import lexer_of
from app.documents.set_formula import set_formula
from app.errors import UserError

_FORMULA = r"\int_0^1 \frac{\sqrt{x}}{2}\,dx = \begin{pmatrix} a & b \\ c & d \end{pmatrix}"
_DOCUMENT = f"A text with a formula\n\n$$\n{_FORMULA}\n$$\n\nand code:\n\n```python\nfor n in range(3): print(n)\n```\n"
_LANGUAGES = ("python", "c++", "rust", "javascript", "html", "sql", "bash", "lean", "haskell", "latex")
_WORD = "Aside"
_PDF_OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
    b"<< /Length %d >>\nstream\nBT /F1 24 Tf 20 90 Td (%s) Tj ET\nendstream" % (34 + len(_WORD), _WORD.encode()),
)


def missing_part() -> str:
    """Return what of a document cannot be shown or read here, with the reason; nothing if all can. Takes a second."""
    document = GrowingDocument()
    document.append(_DOCUMENT)
    document.finish()
    while document.is_behind:
        document.advance()
    kinds = {type(block) for block in document.blocks}
    if not {CodePart, FormulaBlock} <= kinds:
        return f"documents ({', '.join(sorted(kind.__name__ for kind in kinds))})"
    if set_formula(_FORMULA, is_display=True) is None:
        return "formulas"
    missing = [language for language in _LANGUAGES if lexer_of(language) is None]
    if missing:
        return f"colours of {', '.join(missing)}"
    return _problem_with_pdf()


def _problem_with_pdf() -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "check.pdf"
        file.write_bytes(_small_pdf())
        try:
            text = read_attachment(file).text
        except UserError as error:
            return f"PDF files ({error.details or error})"
    return "" if _WORD in text else f"PDF files ({text!r})"


def _small_pdf() -> bytes:
    content = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(_PDF_OBJECTS, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(_PDF_OBJECTS) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(_PDF_OBJECTS) + 1, start)
    return bytes(content)
