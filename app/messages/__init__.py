"""The vocabulary of all rooms: messages, their parts, and how replies are named and drawn. Imports nothing of ours."""

from app.messages.message import (
    Count as Count,
    Image as Image,
    Measure as Measure,
    Message as Message,
    Part as Part,
    Permission as Permission,
    ReplyPart as ReplyPart,
    Role as Role,
    RunId as RunId,
    Sampling as Sampling,
    Text as Text,
    Thinking as Thinking,
    ToolCall as ToolCall,
    ToolChoices as ToolChoices,
    ToolResult as ToolResult,
    ToolRule as ToolRule,
    ToolSpec as ToolSpec,
)
