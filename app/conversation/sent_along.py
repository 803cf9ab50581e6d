"""What goes to a model with the next question: told before it is sent to a server."""

from __future__ import annotations

from dataclasses import dataclass

from app.conversation.draft_prompt import DraftPrompt
from app.conversation.session import Session
from app.history.attachments import StoredAttachment

_BYTES_PER_TOKEN = 4


@dataclass(frozen=True, slots=True)
class SentAlong:
    """Counts; `tokens` are estimated from the text alone."""

    turns: int
    """Earlier questions, those with their answers as far as there are any."""
    files: int
    pictures: int
    tokens: int


def sent_along(session: Session, draft: DraftPrompt, text: str, files: tuple[StoredAttachment, ...]) -> SentAlong:
    """Return what the question that is being typed would send. Raises the errors of `app.history`."""
    shown, info, branch = draft.conversation_id, session.model_status.info, draft.branch()
    request = session.requests.for_draft(shown, branch, text, info, files=files)
    exclusions = session.overrides.exclusions(shown)
    gone = {*exclusions.questions, *exclusions.files}
    earlier = [one for key, some in session.overrides.files_of(branch).items() if key not in gone for one in some]
    letters = sum(len(message.text.encode(errors="replace")) for message in request.messages)
    return SentAlong(
        turns=sum(one.role == "user" and one.id not in exclusions.questions for one in branch),
        files=sum(not one.is_picture for one in (*earlier, *files)),
        pictures=sum(len(message.images) for message in request.messages),
        tokens=letters // _BYTES_PER_TOKEN,
    )
