"""The pictures in results of tools, as JSON in a step's payload: they go wherever it goes, also into exports."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from typing import Any

from app.attachments.errors import AttachmentError
from app.attachments.picture import checked_picture
from app.history.rows import storable
from app.messages import Image

KEY = "pictures"
_MOST = 16


def pictures_payload(images: Iterable[Image]) -> dict[str, Any]:
    """Return what a payload has of pictures: nothing if there are none."""
    told = [{"name": storable(one.name), "data": base64.b64encode(one.data).decode()} for one in images]
    return {KEY: told} if told else {}


def pictures_from(payload: Mapping[str, Any]) -> tuple[Image, ...]:
    """Return the pictures that a payload tells of; what is none, or would take too much to show, is left out."""
    told = payload.get(KEY)
    found = [_picture(one) for one in told[:_MOST]] if isinstance(told, list) else []
    return tuple(one for one in found if one is not None)


def _picture(told: object) -> Image | None:
    if not isinstance(told, dict) or not isinstance(told.get("name"), str) or not isinstance(told.get("data"), str):
        return None
    try:
        data = base64.b64decode(told["data"], validate=True)
        checked_picture(told["name"], data)
    except (ValueError, AttachmentError):
        return None
    return Image(told["name"], data)
