"""Takes calls of tools out of an answer: the second stage, behind the splitter.

`CALL_FORMATS` are the syntaxes that are known, as data; `CallReader` reads one of them from a stream.
"""

from app.reasoning.tool_calls.call_format import CallFormat as CallFormat
from app.reasoning.tool_calls.call_reader import CallReader as CallReader
from app.reasoning.tool_calls.known_call_formats import (
    CALL_FORMATS as CALL_FORMATS,
    NO_CALLS as NO_CALLS,
    TOOL_CALL_JSON as TOOL_CALL_JSON,
)
