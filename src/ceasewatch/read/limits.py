"""What the reading process may use, and how it is shut in.

Bytes from strangers are parsed in a process that may not eat the machine's memory, compute without end, write files, start programs or open
a connection. What a system cannot limit (macOS keeps no limit on memory, only Linux has private networks) is left out there; the clock of
the parent always holds.
"""

import ctypes
import os
import resource
import sys
from dataclasses import dataclass

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_MOST_WRITTEN_BYTES = 1_000_000
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.spawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading one report may take."""

    memory_bytes: int = 1_000_000_000
    cpu_seconds: int = 30
    wall_seconds: float = 45.0
    most_chars: int = 1_000_000


def shut_in(limits: Limits) -> None:
    """Give up, for the rest of this process, what reading a report does not need."""
    _set_limit(resource.RLIMIT_AS, limits.memory_bytes)
    _set_limit(resource.RLIMIT_FSIZE, _MOST_WRITTEN_BYTES)
    _set_limit(resource.RLIMIT_CORE, 0)
    _leave_network()
    sys.addaudithook(_forbid)


def allow_cpu(seconds: int) -> None:
    """Let this process compute for so much longer; when the time is up, the system ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _set_limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + seconds, keep_hard=True)


def _set_limit(kind: int, most: int, *, keep_hard: bool = False) -> None:
    _, hard = resource.getrlimit(kind)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(kind, (allowed, hard if keep_hard else allowed))
    except (ValueError, OSError):
        # macOS refuses some of these; the parent's clock is the limit that always holds.
        return


def _leave_network() -> None:
    """Move into a network of our own that has no way out, where the system lets an ordinary process do that (most Linuxes)."""
    if sys.platform != "linux":
        return
    unshare = getattr(ctypes.CDLL(None, use_errno=True), "unshare", None)
    if unshare is not None and unshare(_CLONE_NEWNET) != 0:
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _forbid(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN) and event not in ("socket.gethostname",):
        raise PermissionError(f"the reading process may not do this: {event} ({os.getpid()})")
