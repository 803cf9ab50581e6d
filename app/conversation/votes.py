"""The votes of a session: the turns of their samples, wave by wave, and what is kept of them."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import replace

from app.conversation.errors import ReplyHasNoQuestion
from app.conversation.events import ProblemOccurred, SessionEvent, VoteEnded
from app.conversation.reply_keeper import ReplyKeeper
from app.conversation.running_vote import RunningVote, ballot_of
from app.conversation.turn import Turn
from app.engines.broker import Broker, Client, RunGivenUp, RunStarted, RunWaitsForModel
from app.engines.model_ref import NamedModel
from app.engines.vote import Vote
from app.errors import UserError
from app.history.context_exclusions import ContextExclusions
from app.history.records import MessageState, StoredMessage
from app.history.store import HistoryStore
from app.history.votes import KeptVote
from app.inference.protocol import RunEvent
from app.messages import RunId
from app.voting.ballot import Ballot

FindModel = Callable[[str], NamedModel]
"""Returns the model of this name; raises a `UserError` if it is not there, or may not be asked."""

RunNews = RunWaitsForModel | RunStarted | RunGivenUp | RunEvent


class Votes:
    """Begins votes, hands what happens to their samples on, turn by turn, and keeps what they come to.

    Every sample is a turn among `turns`, which belong to the session, as does `client`.
    """

    def __init__(
        self,
        *,
        client: Client,
        broker: Broker,
        store: HistoryStore,
        replies: ReplyKeeper,
        turns: MutableMapping[int, Turn],
        listener: Callable[[SessionEvent], None],
        find_model: FindModel,
    ) -> None:
        self._find_model = find_model
        self._client = client
        self._broker = broker
        self._store = store
        self._replies = replies
        self._turns = turns
        self._listener = listener
        self._running: dict[int, RunningVote] = {}
        """The running and waiting ones, by the broker's numbers of their turns."""

    def over(self, reply_id: int) -> RunningVote | None:
        """Return the running or waiting vote that this reply is a candidate of."""
        return next((vote for vote in self._running.values() if reply_id in vote.reply_ids), None)

    def of_run(self, run: RunId) -> RunningVote | None:
        """Return the running or waiting vote that a run is of."""
        return self._running.get(run.turn)

    def models_of(self, kept: KeptVote | None) -> tuple[NamedModel, ...]:
        """Return the models of a vote; none where it is the chosen one's. Raises `UserError` for one not to be had."""
        return tuple(map(self._find_model, kept.models if kept is not None else ()))

    def add(
        self,
        kept: KeptVote,
        replies: Sequence[StoredMessage],
        *,
        models: Sequence[NamedModel] = (),
        ballot: Ballot | None = None,
        before: Sequence[StoredMessage] = (),
        exclusions: ContextExclusions | None = None,
        forked: StoredMessage | None = None,
    ) -> RunningVote:
        """Return a vote whose first candidates are kept, or the next after those `before` them; `begin` it.

        `forked` is the reply whose thought they begin with, if the vote has a fork.
        """
        conversation_id = replies[0].conversation_id
        vote = Vote(
            self._broker,
            self._client,
            ballot or ballot_of(kept),
            lane=conversation_id,
            first=len(before),
            models=models,
        )
        running = self._running[vote.turn] = RunningVote(vote, kept, conversation_id, exclusions, forked)
        running.reply_ids.extend(reply.id for reply in before)
        self._begin_turns(running, replies)
        return running

    def add_anew(self, message: StoredMessage, kept: KeptVote) -> RunningVote:
        """Return a vote over further answers to a question, or to that of a reply, whose thought a fork is of."""
        models = self.models_of(kept)
        names = [model.name for model in models] or self._chosen(ballot_of(kept).needed)
        return self.add(kept, self._candidates(message, names, vote=kept), models=models, forked=message)

    def add_rest(self, reply_id: int) -> RunningVote | None:
        """Return what is left to do of the vote that a reply is a candidate of; `None` if it is decided as it is.

        What was finished counts, what was cut is asked anew. Raises `LookupError` where there is no vote.
        """
        kept = self._store.vote_of(reply_id)
        if kept is None:
            raise LookupError(f"no vote over message {reply_id}")
        candidates = [self._replies.message(one) for one in self._store.candidate_ids(reply_id)]
        first, ballot = candidates[0], ballot_of(kept, candidates)
        if not ballot.needed:
            self._keep(first.conversation_id, first.id, replace(kept, outcome=ballot.outcome()))
            return None
        models = self._left_of(kept, candidates)
        names = [model.name for model in models] or self._chosen(ballot.needed)
        added = self._candidates(first, names, group_id=first.id)
        return self.add(kept, added, models=models, ballot=ballot, before=candidates, forked=first)

    def answers_beside(self, reply_id: int) -> tuple[str, ...]:
        """Return what the finished candidates of a group answer. Raises `LookupError` where fewer than two do."""
        candidates = [self._replies.message(one) for one in self._store.candidate_ids(reply_id)]
        complete = [one.answer for one in candidates if one.state is MessageState.COMPLETE and one.answer.strip()]
        if len(complete) < 2:
            raise LookupError(f"message {reply_id} has no other candidates")
        return tuple(complete)

    def hear(
        self, vote: RunningVote, event: RunNews, each: Callable[[Turn, RunNews], None], *, cut: Callable[[Turn], object]
    ) -> None:
        """Take in what happens to a wave or a sample: `each` is called with the turns that it is about.

        `cut` is called with those that the vote does not need any more.
        """
        if isinstance(event, RunWaitsForModel) and not self._begin_wave(vote, event.run):
            return
        told = vote.vote.told(event)
        for turn in vote.turns_of(event):
            each(turn, told)
        vote.vote.hear(event)
        self.settle(vote, cut=cut)

    def settle(self, vote: RunningVote, *, cut: Callable[[Turn], object]) -> None:
        """Cut what a vote that is ending has at work, and keep what has come of it once nothing is."""
        if vote.vote.is_ending:
            for turn in vote.going:
                cut(turn)
        if vote.vote.is_over and self._running.pop(vote.vote.turn, None) is not None:
            self._keep(vote.conversation_id, vote.reply_ids[0], vote.ended, shown_id=vote.shown_id)

    def _begin_wave(self, vote: RunningVote, wave: RunId) -> bool:
        """Begin the candidates of a later wave, whose time has come; returns whether they could be kept."""
        missing = vote.missing(wave)
        if missing <= 0:
            return True
        first_id = vote.reply_ids[0]
        try:
            added = self._candidates(self._store.message(first_id), self._chosen(missing), group_id=first_id)
        except (UserError, LookupError) as error:  # the conversation may be gone
            if isinstance(error, UserError):
                self._listener(ProblemOccurred(error))
            vote.vote.stop()
            return False
        self._begin_turns(vote, added)
        return True

    def _begin_turns(self, vote: RunningVote, replies: Sequence[StoredMessage]) -> None:
        for turn in vote.add(replies, self._replies.begin):
            self._turns[turn.id] = turn

    def _chosen(self, count: int) -> list[str]:
        """Return the name of the chosen model so often."""
        self._broker.require()
        return [self._broker.status.name] * count

    def _left_of(self, kept: KeptVote, candidates: Sequence[StoredMessage]) -> list[NamedModel]:
        """Return the models of a vote that have not answered; those that are not to be had are told."""
        over = {one.model_name for one in candidates if one.state in (MessageState.COMPLETE, MessageState.LENGTH)}
        names = [name for name in kept.models if name not in over]
        found = []
        for name in names:
            try:
                found.append(self._find_model(name))
            except UserError as error:
                if name == names[-1] and not found:
                    raise
                self._listener(ProblemOccurred(error))
        return found

    def _candidates(
        self, of: StoredMessage, names: Sequence[str], *, vote: KeptVote | None = None, group_id: int | None = None
    ) -> list[StoredMessage]:
        """Begin further replies to a question, or to that of a reply: a group of their own, or more of one."""
        question_id = of.parent_id if of.role == "assistant" else of.id
        if question_id is None:
            raise ReplyHasNoQuestion
        return self._store.begin_candidates(of.conversation_id, question_id, names, vote=vote, group_id=group_id)

    def _keep(self, conversation_id: int, group_id: int, vote: KeptVote, *, shown_id: int | None = None) -> None:
        try:
            self._store.keep_vote(group_id, vote, shown_id=shown_id)
        except UserError as error:  # the candidates are kept in any case, and tell what the vote comes to
            self._listener(ProblemOccurred(error))
        self._listener(VoteEnded(conversation_id, group_id, vote))
