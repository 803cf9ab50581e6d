"""The vocabulary of all rooms: messages, their parts, and how replies are named and drawn. Imports nothing of ours."""

from app.messages.message import Message as Message, Role as Role
from app.messages.parts import (
    Image as Image,
    Part as Part,
    ReplyPart as ReplyPart,
    Text as Text,
    Thinking as Thinking,
    ToolCall as ToolCall,
    ToolResult as ToolResult,
)
from app.messages.run_id import RunId as RunId
from app.messages.sampling import Count as Count, Measure as Measure, Sampling as Sampling
from app.messages.tool_choices import Permission as Permission, ToolChoices as ToolChoices, ToolRule as ToolRule
from app.messages.tool_spec import ToolSpec as ToolSpec
