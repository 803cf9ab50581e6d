"""A reply's state and figures in words."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from app.gguf import split_model_name
from app.history.records import MessageState
from app.inference.control_words import saving_words
from app.text import visible_line
from ui.chat.transcript.reply_card import ReplyCard, ReplyPhase
from ui.widgets.spoken_numbers import count_text, decimal_text, seconds_text, spent_text

_MARKS = re.compile(r"[*`$|]+|__+|^[#>]+\s*", re.MULTILINE)


def chip_text(card: ReplyCard) -> str:
    """Return what the chip above the answer says: what goes on, or how long the thought was; empty without one."""
    match card.phase:
        case ReplyPhase.LOADING if card.progress is None:
            return _tr("Loading the model")
        case ReplyPhase.LOADING:
            return _tr("Loading the model · {percent} %").format(percent=int((card.progress or 0) * 100))
        case ReplyPhase.READING if card.progress is None:
            return _tr("Reading")
        case ReplyPhase.READING:
            return _tr("Reading · {percent} %").format(percent=int((card.progress or 0) * 100))
        case ReplyPhase.THINKING:
            return _tr("Thinking · {time}").format(time=seconds_text(card.thinking_s or 0))
        case ReplyPhase.CALLING if any(call.asks for call in card.open_calls):
            return _tr("A tool waits for your answer")
        case ReplyPhase.CALLING:
            return _tr("Tools at work")
    if not card.has_thought:
        return ""
    said = _tr("Thought")
    if card.thinking_tokens and card.thinking_s is not None:
        said = _tr("Thought for {time}").format(time=spent_text(card.thinking_s))
    if card.thinking_tokens:
        said += " · " + _tr("{tokens} tokens").format(tokens=count_text(card.thinking_tokens))
    if card.calls:
        calls = QCoreApplication.translate("ReplyWords", "%Ln calls", "", card.calls)
        said = f"{said} · {calls}" if card.thinking_tokens else calls
    return said + " ›"


def spoken_text(text: str) -> str:
    """Return words as they are read out, without marks of Markdown and formulas."""
    return _MARKS.sub("", text)


def nature_text(card: ReplyCard) -> str:
    """Return what a reply is beside the model's answer: a text that goes on, or one that a person has changed."""
    goes_on = _tr("Goes on with the text") if card.goes_on_with_text else ""
    return " · ".join(part for part in (goes_on, _edited_text(card)) if part)


def _edited_text(card: ReplyCard) -> str:
    if card.is_thought_edited and card.is_answer_edited:
        return _tr("Thought and answer edited")
    if card.is_thought_edited:
        return _tr("Thought edited")
    return _tr("Answer edited") if card.is_answer_edited else ""


def writer_text(card: ReplyCard) -> str:
    """Return which model wrote a reply, called as in the picker; empty where a vote tells that."""
    is_told = card.vote is not None and card.vote.is_of_models
    return "" if is_told else visible_line(" ".join(split_model_name(card.model_name)).rstrip())


def figures_of(card: ReplyCard) -> tuple[str, ...]:
    """Return how a reply ended, if not by itself, and how fast it was; what is most worth room comes first."""
    texts = []
    if card.is_synthesis:
        texts.append(_tr("Synthesis of the other versions"))
    if card.phase is ReplyPhase.STOPPED and card.reply_id is None:
        texts.append(_tr("Not answered yet"))
    elif card.phase is ReplyPhase.STOPPED:
        texts.append(_tr("Stopped while thinking") if card.broke_off_thinking else _tr("Stopped"))
    if card.phase is ReplyPhase.COMPLETE and card.broke_off_thinking:
        texts.append(_tr("Ended without an answer"))
    if card.phase is ReplyPhase.LENGTH:
        texts.append(
            _tr("Reached the length limit while thinking")
            if card.broke_off_thinking
            else _tr("Ended at the length limit")
        )
    if card.tokens_per_s is not None and card.tokens_per_s >= 0.05:  # less would be told as 0.0
        texts.append(_tr("{speed} tokens/s").format(speed=decimal_text(card.tokens_per_s)))
    if card.first_token_s is not None:
        at_least = max(0.1, card.first_token_s)  # nobody tells apart what is shorter
        texts.append(_tr("first token {seconds} s").format(seconds=decimal_text(at_least)))
    if saving := saving_words(card.saved_by_drafts):
        texts.append(QCoreApplication.translate("app", saving).rstrip(".。"))
    return tuple(texts)


def ending_text(state: MessageState) -> str:
    """Return how a reply ended, if not by itself."""
    return {
        MessageState.STOPPED: _tr("Stopped"),
        MessageState.LENGTH: _tr("Ended at the length limit"),
        MessageState.FAILED: _tr("Broke off"),
    }.get(state, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReplyWords", text)
