"""How a vote stands, in words: each case is one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.conversation.shown_vote import MarkState, ShownVote, VoteMark
from app.text import quoted
from app.voting.answer import AnswerGroup

_LONGEST = 60
_LONGEST_NAME = 22
_LONGEST_MARK = 12


def vote_text(vote: ShownVote) -> str:
    """Return what the votes come to so far, or have come to."""
    if vote.is_running:
        return _running_text(vote)
    parts = [_outcome_of_models(vote) if vote.is_of_models else _outcome_text(vote)]
    if vote.count(MarkState.CUT):
        parts.append(_tr("{count} cut by length, without a vote").format(count=vote.count(MarkState.CUT)))
    without = vote.samples - vote.outcome.finished - vote.count(MarkState.CUT)
    if vote.is_of_models and without > 0 and vote.outcome.finished:
        parts.append(_tr("{count} gave no answer").format(count=without))
    spared = vote.outcome.cut
    if spared and vote.outcome.finished:
        parts.append(_tr("{count} not needed").format(count=spared))
    return " · ".join(parts)


def mark_text(mark: VoteMark) -> str:
    """Return what stands on the mark of a reply, with who writes it if there are several."""
    words = _mark_text(mark)
    return _of_model(quoted(mark.model, longest=_LONGEST_NAME), words) if mark.model else words


def _of_model(name: str, words: str) -> str:
    return _tr("{name}: {words}").format(name=name, words=words)


def _mark_text(mark: VoteMark) -> str:
    if mark.answer is not None:
        return quoted(mark.answer, longest=_LONGEST_MARK)
    return {
        MarkState.WAITING: "·",
        MarkState.THINKING: "…",
        MarkState.ANSWERING: "…",
        MarkState.FINISHED: "✓",
        MarkState.CUT: _tr("cut"),
        MarkState.SPARED: "–",
        MarkState.STOPPED: "–",
        MarkState.FAILED: "!",
    }[mark.state]


def mark_explanation(mark: VoteMark, number: int) -> str:
    """Return what has become of a reply, and who writes it if there are several; `number` counts from 1."""
    words = _mark_explanation(mark, number)
    return _of_model(quoted(mark.model, longest=_LONGEST), words) if mark.model else words


def _mark_explanation(mark: VoteMark, number: int) -> str:
    if mark.answer is not None:
        words = _tr("Reply {number}: answers {answer}")
        return words.format(number=number, answer=quoted(mark.answer, longest=_LONGEST))
    words = {
        MarkState.WAITING: _tr("Reply {number}: waits"),
        MarkState.THINKING: _tr("Reply {number}: is thinking"),
        MarkState.ANSWERING: _tr("Reply {number}: is answering"),
        MarkState.FINISHED: _tr("Reply {number}: has no answer that could be compared"),
        MarkState.CUT: _tr("Reply {number}: was cut by its length, and has no vote"),
        MarkState.SPARED: _tr("Reply {number}: was ended, because it was not needed any more"),
        MarkState.STOPPED: _tr("Reply {number}: was stopped"),
        MarkState.FAILED: _tr("Reply {number}: broke off"),
    }[mark.state]
    return words.format(number=number)


def _running_text(vote: ShownVote) -> str:
    if vote.is_of_models:
        return _running_text_of_models(vote)
    outcome = vote.outcome
    if outcome.winner is not None:
        words = _tr("{answer} leads with {agreeing} of {finished}")
        answer, agreeing = quoted(outcome.winner, longest=_LONGEST), len(outcome.agreeing)
        return words.format(answer=answer, agreeing=agreeing, finished=outcome.finished)
    if outcome.finished:
        return _tr("{count} finished; no answer leads yet").format(count=outcome.finished)
    if vote.until_sure:
        return _tr("Thinks up to {count} times, until sure").format(count=vote.samples)
    return _tr("Thinks {count} times").format(count=vote.samples)


def _outcome_text(vote: ShownVote) -> str:
    outcome, finished = vote.outcome, vote.outcome.finished
    agreeing = len(outcome.agreeing)
    answered = [group for group in outcome.groups if group.answer is not None]
    if not finished:
        return _tr("None was finished")
    if finished == 1:
        return _tr("Only one was finished")
    if outcome.is_by_likeness:
        words = _tr("No vote is possible: {count} of {finished} say nearly the same")
        return words.format(count=len(outcome.groups[0].samples), finished=finished)
    if not answered:
        return _tr("No vote is possible: the answers have no common form")
    if outcome.winner is not None:
        if agreeing == 1 and finished > 1:
            return _tr("Only one of {count} has an answer that can be compared").format(count=finished)
        if vote.can_continue and agreeing == finished:
            return _tr("All {count} that were finished agree").format(count=finished)
        if vote.can_continue:
            return _tr("{count} of the {finished} that were finished agree").format(count=agreeing, finished=finished)
        if agreeing == finished == 2:
            return _tr("Both agree")
        if agreeing == finished:
            return _tr("All {count} agree").format(count=finished)
        return _tr("{count} of {finished} agree").format(count=agreeing, finished=finished)
    most = len(answered[0].samples)
    if most == 1 and len(answered) == 2:
        return _tr("The two answers differ")
    if most == 1:
        return _tr("All {count} answers differ").format(count=len(answered))
    return _tr("A tie: {answers} have {count} votes each").format(answers=_tied(answered), count=most)


def _running_text_of_models(vote: ShownVote) -> str:
    outcome = vote.outcome
    if outcome.winner is not None:
        words = _tr("{answer} leads with {agreeing} of {finished} models")
        answer, agreeing = quoted(outcome.winner, longest=_LONGEST), len(outcome.agreeing)
        return words.format(answer=answer, agreeing=agreeing, finished=outcome.finished)
    if outcome.finished:
        words = _tr("Answered by {finished} of {count} models; no answer leads yet")
        return words.format(finished=outcome.finished, count=vote.samples)
    return _tr("Asks {count} models").format(count=vote.samples)


def _outcome_of_models(vote: ShownVote) -> str:
    outcome, finished, agreeing = vote.outcome, vote.outcome.finished, len(vote.outcome.agreeing)
    answered = [group for group in outcome.groups if group.answer is not None]
    if not finished:
        return _tr("No model has answered")
    if finished == 1:
        return _tr("Only one model has answered")
    if outcome.is_by_likeness:
        words = _tr("No vote is possible: {count} of {finished} models say nearly the same")
        return words.format(count=len(outcome.groups[0].samples), finished=finished)
    if not answered:
        return _tr("No vote is possible: the answers of the models have no common form")
    if outcome.winner is not None:
        if finished < vote.samples and agreeing == finished:
            return _tr("All {count} models that answered agree").format(count=finished)
        if finished < vote.samples:
            words = _tr("{count} of the {finished} models that answered agree")
            return words.format(count=agreeing, finished=finished)
        if agreeing == finished == 2:
            return _tr("Both models agree")
        if agreeing == finished:
            return _tr("All {count} models agree").format(count=finished)
        return _tr("{count} of {finished} models agree").format(count=agreeing, finished=finished)
    most = len(answered[0].samples)
    if most == 1 and len(answered) == 2:
        return _tr("The two models answer differently")
    if most == 1:
        return _tr("All {count} models answer differently").format(count=len(answered))
    return _tr("A tie: {answers} are each the answer of {count} models").format(answers=_tied(answered), count=most)


def _tied(answered: Sequence[AnswerGroup]) -> str:
    most = len(answered[0].samples)
    return ", ".join(quoted(one.answer or "", longest=_LONGEST // 2) for one in answered if len(one.samples) == most)


def _tr(text: str) -> str:
    return QCoreApplication.translate("VoteWords", text)
