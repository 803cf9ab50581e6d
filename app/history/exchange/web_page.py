"""A conversation as one HTML file: no scripts, nothing loaded from anywhere, light or dark as the reader's system."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from app.attachments.picture_header import picture_header
from app.documents.html_writer import html_of
from app.history.exchange.conversation_tree import ConversationTree, TreeAttachment, TreeMessage, picture_address
from app.history.exchange.markdown import ShownStep, day_of, shown_step
from app.history.records import ModelStep

_STYLE = """
:root { color-scheme: light dark; --ground: #fbfbfa; --text: #1c1f1e; --soft: #575d5b; --line: #e2e3df;
  --bubble: #eceeed; --thought: #f5f4ee; --accent: #0b6665; }
@media (prefers-color-scheme: dark) { :root { --ground: #161817; --text: #e8ebea; --soft: #a9b0ae; --line: #2d3130;
  --bubble: #242928; --thought: #1b1d1a; --accent: #57cbc1; } }
body { background: var(--ground); color: var(--text); font: 16px/1.6 Inter, system-ui, sans-serif; margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } .day, .who { color: var(--soft); font-size: .85rem; }
.question { background: var(--bubble); border-radius: 10px; padding: .75rem 1rem; margin: 2rem 0 1rem 15%;
  white-space: pre-wrap; }
.question img { display: block; max-width: 100%; max-height: 24rem; border-radius: 6px; margin: .25rem 0 .5rem; }
details { background: var(--thought); border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem;
  color: var(--soft); margin: .75rem 0; } details p { white-space: pre-wrap; } summary { cursor: pointer; }
.tool { border-left: 3px solid var(--line); color: var(--soft); font-size: .9rem; margin: .75rem 0;
  padding-left: 1rem; } .tool p { margin: .25rem 0; } .tool pre { white-space: pre-wrap; }
pre { overflow-x: auto; background: var(--thought); border: 1px solid var(--line); border-radius: 8px;
  padding: .75rem; }
code { font-family: "JetBrains Mono", ui-monospace, monospace; font-size: .9em; }
svg { fill: currentColor; overflow: visible; } .formula { text-align: center; overflow-x: auto; margin: 1rem 0; }
li.task { list-style: none; position: relative; } li.task::before { content: attr(data-mark); position: absolute;
  left: -1.4rem; } li > p { margin: .25rem 0; }
.footnote { color: var(--soft); font-size: .9rem; display: flex; gap: .5rem; align-items: baseline; }
.footnote p { margin: .15rem 0; } .picture { color: var(--soft); border-bottom: 1px dotted; }
.drawing img { background: #fff; border-radius: 8px; padding: .5rem; max-width: 100%; box-sizing: border-box; }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .3rem .6rem; }
a { color: var(--accent); } blockquote { border-left: 3px solid var(--line); margin-left: 0; padding-left: 1rem; }
"""
_WIDEST_PX = 560
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def web_page_of(tree: ConversationTree, *, with_thoughts: bool) -> str:
    """Return the branch shown as an HTML document. Whatever people and models wrote is escaped.

    Pictures of questions are in the page; those that an answer names are left out.
    """
    parts = []
    if tree.system_prompt():
        parts.append(f'<blockquote dir="auto">{escape(tree.system_prompt())}</blockquote>')
    for message in tree.branch():
        parts += _message(message, with_thoughts=with_thoughts)
    return page_of(tree.title, tree.created_at, parts)


def page_of(title: str, created_at: float, parts: Iterable[str], *, style: str = "") -> str:
    """Return a page of these parts of HTML, with its title and its day above them."""
    title = escape(title or "Untitled")
    head = [
        "<!doctype html>",
        '<html><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title><style>{_STYLE}{style}</style></head><body><main>",
        f'<h1 dir="auto">{title}</h1><p class="day">{day_of(created_at)}</p>',
    ]
    return "\n".join([*head, *parts, "</main></body></html>\n"])


def _message(message: TreeMessage, *, with_thoughts: bool) -> list[str]:
    if message.role == "user":
        files = "".join(map(_file, message.attachments))
        return [f'<div class="question" dir="auto">{files}{escape(message.answer)}</div>']
    parts = [f'<p class="who">{escape(message.model_name)}</p>'] if message.model_name else []
    for step in message.made_of():
        if not isinstance(step, ModelStep):
            parts.append(_other(shown_step(step)))
            continue
        if with_thoughts and step.thinking.strip():
            thought = escape(step.thinking.strip())
            parts.append(f'<details><summary>Thinking</summary><p dir="auto">{thought}</p></details>')
        parts.append(f'<div class="answer">{html_of(step.answer)}</div>')
    return parts


def _other(step: ShownStep) -> str:
    texts = "".join(
        f"<p>{label}</p>" + (f'<pre dir="auto">{escape(text)}</pre>' if text else "") for label, text in step.texts
    )
    pictures = "".join(_picture(one.name, one.data, picture_address(one.data)) for one in step.pictures)
    return f'<div class="tool"><p dir="auto">{escape(step.heading)}</p>{texts}{pictures}</div>'


def _file(attachment: TreeAttachment) -> str:
    return _picture(attachment.name, attachment.content, attachment.data_uri())


def _picture(name: str, content: bytes, address: str) -> str:
    name, header = escape(name), picture_header(content)
    if not address or header is None:
        return f"<em>{name}</em>\n"
    # Printing knows no greatest width of a style sheet.
    return f'<div><img src="{address}" alt="{name}" width="{min(header.width, _WIDEST_PX)}"></div>'
