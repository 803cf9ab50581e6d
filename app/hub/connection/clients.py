"""What every download shares: the two clients, the patience, and the limit."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.hub.connection.access import HubAccess
from app.hub.connection.hugging_face import HuggingFace
from app.hub.connection.policies import BandwidthLimit, RangePolicy, RetryPolicy
from app.hub.connection.ranged_client import RangedClient


@dataclass(frozen=True, slots=True)
class HubClients:
    """`hub` asks for facts, `bytes` fetches; close it when the program ends."""

    access: HubAccess
    hub: HuggingFace
    bytes: RangedClient
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    bandwidth: BandwidthLimit = field(default_factory=BandwidthLimit)
    ranges: RangePolicy = field(default_factory=RangePolicy)

    @classmethod
    def over(
        cls,
        access: HubAccess,
        *,
        retries: RetryPolicy | None = None,
        ranges: RangePolicy | None = None,
        bytes_per_s: int = 0,
        stall_timeout_s: float = 30.0,
        timeout_s: float = 15.0,
    ) -> HubClients:
        """Return clients for one way of reaching the Hub; nothing connects yet."""
        return cls(
            access,
            HuggingFace(access, timeout_s=timeout_s),
            RangedClient(access, stall_timeout_s=stall_timeout_s),
            retries or RetryPolicy(),
            BandwidthLimit(bytes_per_s),
            ranges or RangePolicy(),
        )

    def close(self) -> None:
        """Close the connections kept open."""
        self.hub.close()
