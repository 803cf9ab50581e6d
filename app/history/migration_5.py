"""The fifth step of the database: pictures of questions, with a small copy of each that is shown in the transcript."""

from __future__ import annotations

PICTURES: tuple[str, ...] = (
    "ALTER TABLE attachment ADD COLUMN content BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE attachment ADD COLUMN preview BLOB NOT NULL DEFAULT x''",
)
