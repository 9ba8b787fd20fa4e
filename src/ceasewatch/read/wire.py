"""How the program and its reading process talk: a length, then so many bytes of JSON, and behind a request the original's bytes."""

import json
import os
import selectors
import struct
import time
from typing import IO, Any

_LENGTHS = struct.Struct(">II")
_LENGTH = struct.Struct(">I")
_CHUNK = 1 << 16
_MOST_REPLY = 64_000_000


class WireBroken(Exception):
    """The other process ended, or sent what is no answer."""


class WireTimeout(Exception):
    """The other process did not answer in time."""


def pack_request(header: dict[str, Any], content: bytes) -> bytes:
    """One request as bytes."""
    words = json.dumps(header).encode("ascii")
    return _LENGTHS.pack(len(words), len(content)) + words + content


def receive_request(stream: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """The next request, or ``None`` when there will be no more."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    header_length, content_length = _LENGTHS.unpack(lengths)
    header = stream.read(header_length)
    return json.loads(header), stream.read(content_length)


def send_reply(stream: IO[bytes], reply: dict[str, Any]) -> None:
    """Answer a request."""
    words = json.dumps(reply).encode("ascii")
    stream.write(_LENGTH.pack(len(words)) + words)
    stream.flush()


def exchange(to_child: IO[bytes], from_child: IO[bytes], request: bytes, seconds: float) -> dict[str, Any]:
    """Send a request and wait for its answer, never longer than ``seconds``.

    Raises:
        WireTimeout: there was no answer in time.
        WireBroken: the process ended, or its answer is none.
    """
    deadline = time.monotonic() + seconds
    _send_all(to_child, memoryview(request), deadline)
    (length,) = _LENGTH.unpack(_receive(from_child, _LENGTH.size, deadline))
    if length > _MOST_REPLY:
        raise WireBroken("the answer is longer than any report")
    try:
        reply = json.loads(_receive(from_child, length, deadline))
    except ValueError as fault:
        raise WireBroken("the answer is not JSON") from fault
    if not isinstance(reply, dict):
        raise WireBroken("the answer is not an object")
    return reply


def _send_all(stream: IO[bytes], rest: memoryview, deadline: float) -> None:
    os.set_blocking(stream.fileno(), False)
    with selectors.DefaultSelector() as ready:
        ready.register(stream, selectors.EVENT_WRITE)
        while rest:
            _wait(ready, deadline)
            try:
                rest = rest[os.write(stream.fileno(), rest[:_CHUNK]) :]
            except BlockingIOError:
                continue
            except OSError as fault:
                raise WireBroken("the process no longer listens") from fault


def _receive(stream: IO[bytes], count: int, deadline: float) -> bytes:
    received = bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(stream, selectors.EVENT_READ)
        while len(received) < count:
            _wait(ready, deadline)
            chunk = os.read(stream.fileno(), min(count - len(received), 1 << 20))
            if not chunk:
                raise WireBroken("the process ended")
            received += chunk
    return bytes(received)


def _wait(ready: selectors.BaseSelector, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0 or not ready.select(left):
        raise WireTimeout
