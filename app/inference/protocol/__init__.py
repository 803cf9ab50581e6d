"""What crosses the pipe between the app and the engine child: commands down, events up.

All values are frozen and picklable. Every value of a run carries its `RunId`, every value of a load its `load_id`:
late ones are dropped by identity, never by position. Errors cross as `ErrorReport`, not as exceptions.
"""

from app.inference.protocol.commands import (
    CancelLoad as CancelLoad,
    Command as Command,
    CountTokens as CountTokens,
    EndThinking as EndThinking,
    FavourConversation as FavourConversation,
    ForgetConversations as ForgetConversations,
    LoadModel as LoadModel,
    NudgeThinking as NudgeThinking,
    ReadAhead as ReadAhead,
    Shutdown as Shutdown,
    StartRun as StartRun,
    StopRun as StopRun,
    UnloadModel as UnloadModel,
)
from app.inference.protocol.events import (
    Candidate as Candidate,
    DrawnToken as DrawnToken,
    EngineReady as EngineReady,
    EngineStopped as EngineStopped,
    Event as Event,
    Heartbeat as Heartbeat,
    LoadCancelled as LoadCancelled,
    LoadFailed as LoadFailed,
    LoadProgress as LoadProgress,
    LoopNoticed as LoopNoticed,
    ModelLoaded as ModelLoaded,
    ModelUnloaded as ModelUnloaded,
    NudgeRefused as NudgeRefused,
    PromptProgress as PromptProgress,
    RunDelta as RunDelta,
    RunEvent as RunEvent,
    RunFailed as RunFailed,
    RunFinished as RunFinished,
    RunStats as RunStats,
    RunWaits as RunWaits,
    TokensCounted as TokensCounted,
)
from app.inference.protocol.model_info import ModelInfo as ModelInfo, Note as Note, Placement as Placement
from app.inference.protocol.prompt_account import (
    PromptAccount as PromptAccount,
    PromptControl as PromptControl,
    PromptEdit as PromptEdit,
    PromptPiece as PromptPiece,
    PromptSource as PromptSource,
)
from app.inference.protocol.template_wants import (
    PastThoughts as PastThoughts,
    TemplateWants as TemplateWants,
    ThoughtField as ThoughtField,
)
from app.inference.protocol.values import (
    Backend as Backend,
    ErrorReport as ErrorReport,
    FinishReason as FinishReason,
    GenerationRequest as GenerationRequest,
    LoadOptions as LoadOptions,
    LoadStage as LoadStage,
    SpeculationKind as SpeculationKind,
    ThinkingEnd as ThinkingEnd,
)
