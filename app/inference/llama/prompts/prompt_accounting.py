"""Accounts for a prompt: who put what there, where its tokens end, and what each control has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.llama.prompts.prompt_writer import PromptWriter
from app.inference.llama.prompts.thinking import ModelThinking
from app.inference.marker_guard import CUT, IMAGE_SIGN
from app.inference.prompt_edits import edits_between, spans_between
from app.inference.protocol import GenerationRequest
from app.inference.protocol.prompt_account import PromptAccount, PromptControl, PromptSource
from app.inference.sourced_text import SourcedText, joined

_CONTINUES = 0x80
_CONTINUED = 0xC0


def account_for(
    request: GenerationRequest, writer: PromptWriter, thinking: ModelThinking, vocabulary: Vocabulary
) -> PromptAccount:
    """Return the account of the prompt that `writer` writes for this request. Raises as `PromptWriter.write` does."""
    written = writer.write(request)
    text = writer.sourced(request)
    if text.plain != written.text.replace(
        CUT, ""
    ):  # a template that tells such texts from others: rather all than none
        text = SourcedText.by(written.text.replace(CUT, ""), PromptSource.QUESTION)
    by_itself = writer.sourced(request, by_itself=True)
    is_told = not request.as_text or request.thinking != "auto"  # what nobody has asked for says nothing there
    controls = [_thinking_control(request, text, by_itself, writer, thinking)] if is_told else []
    controls += _others(request, text, writer)
    spans = [(start, end) for _, _, start, end in spans_between(by_itself.plain, text.plain)]
    text = text.claimed(PromptSource.THINKING, spans)
    shown, image_ends = _with_names(text, [image.name for message in request.asked for image in message.all_images])
    return PromptAccount(
        shown.pieces(), _token_ends(written.tokens, shown.plain, image_ends, vocabulary), tuple(controls)
    )


def _thinking_control(
    request: GenerationRequest, text: SourcedText, by_itself: SourcedText, writer: PromptWriter, thinking: ModelThinking
) -> PromptControl:
    control = PromptControl("thinking", request.thinking, edits_between(by_itself, text))
    if control.edits:
        return control
    levels = sorted(thinking.levels, key=lambda level: level != "off")
    for level in levels:
        if edits := edits_between(text, writer.sourced(replace(request, thinking=level))):
            return replace(control, edits=edits, other_value=level)
    return replace(control, is_moot=request.as_text or request.beginning is not None)


def _others(request: GenerationRequest, text: SourcedText, writer: PromptWriter) -> Iterator[PromptControl]:
    """Yield the controls that a request has besides the level."""
    system = request.messages[0] if request.messages[0].role == "system" else None
    beginning = request.beginning
    without: list[tuple[str, str, GenerationRequest]] = []
    if system is not None and len(request.asked) > 1:
        without.append(("system", system.text, replace(request, messages=request.messages[1:])))
    if request.think_budget is not None:
        without.append(("think-budget", str(request.think_budget), replace(request, think_budget=None)))
    if request.think_budget_s is not None:
        without.append(("think-seconds", f"{request.think_budget_s:g}", replace(request, think_budget_s=None)))
    if request.tools:
        without.append(("tools", ", ".join(tool.name for tool in request.tools), replace(request, tools=())))
    if beginning is not None:
        told = beginning.thinking or beginning.text
        without.append(("prefill-thinking", told, replace(request, messages=request.asked, think_budget=None)))
    if request.keeps_thoughts is not None:
        kept = "on" if request.keeps_thoughts else "off"
        without.append(("keep-thoughts", kept, replace(request, keeps_thoughts=None)))
    for name, value, other in without:
        edits = edits_between(writer.sourced(other), text)
        is_budget = name.startswith("think-") and not request.as_text
        yield PromptControl(
            name, value, edits, is_moot=not (edits or is_budget), is_kept_by_aside=is_budget and not edits
        )


def _with_names(text: SourcedText, names: list[str]) -> tuple[SourcedText, list[int]]:
    """Return the text with the names of pictures in the place of their signs, and where those end."""
    pieces: list[str] = []
    ends: list[int] = []
    done = 0
    for sign in IMAGE_SIGN.finditer(text.plain):
        number = int(sign[1])
        name = f"[{names[number]}]" if number < len(names) else ""
        pieces += [text[done : sign.start()], SourcedText.by(name, PromptSource.FILE)]
        ends.append(sum(map(len, pieces)))
        done = sign.end()
    return joined([*pieces, text[done:]]), ends


def _token_ends(tokens: list[int], text: str, image_ends: list[int], vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return where each token ends in the text; one that the text does not hold (the vocabulary's first) takes none."""
    data = text.encode("utf-8", errors="replace")
    ends: list[int] = []
    at = at_byte = 0
    for token in tokens:
        if token < 0:
            end = next((end for end in image_ends if end > at), at)
            at_byte += len(text[at:end].encode("utf-8", errors="replace"))
            at = end
        else:
            piece = vocabulary.piece(token, special=True)
            if not data.startswith(piece, at_byte):
                piece = piece.lstrip(b" ")  # some vocabularies put a space before a text
            if data.startswith(piece, at_byte):
                at_byte += len(piece)
                at += sum(byte & _CONTINUED != _CONTINUES for byte in piece)
        ends.append(at)
    return tuple(ends)
