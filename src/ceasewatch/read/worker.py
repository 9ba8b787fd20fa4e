"""The reading process: takes originals on its standard input, answers with drafts, and is shut in before it sees the first byte.

Started by ``reader.py``, never by a user.
"""

import sys
from typing import Any, BinaryIO

from ceasewatch.read.documents import read_document
from ceasewatch.read.drafts import draft_to_plain
from ceasewatch.read.languages import load_model
from ceasewatch.read.limits import Limits, allow_cpu, shut_in
from ceasewatch.read.wire import receive_request, send_reply


def main() -> None:
    """Read originals until there are no more."""
    limits = Limits(memory_bytes=int(sys.argv[1]), cpu_seconds=int(sys.argv[2]), most_chars=int(sys.argv[3]))
    load_model()  # ahead of the limits: it unpacks itself through a file
    shut_in(limits)
    _serve(sys.stdin.buffer, sys.stdout.buffer, limits)


def _serve(requests: BinaryIO, replies: BinaryIO, limits: Limits) -> None:
    # What a library prints would break into the answers.
    sys.stdout = sys.stderr
    while (request := receive_request(requests)) is not None:
        allow_cpu(limits.cpu_seconds)
        send_reply(replies, _answer(*request, limits))


def _answer(header: dict[str, Any], content: bytes, limits: Limits) -> dict[str, Any]:
    try:
        draft = read_document(content, media_type=header["media_type"], url=header["url"], most_chars=limits.most_chars)
    except MemoryError:
        return {"out_of_memory": True}
    except Exception as fault:  # noqa: BLE001 -- four parsers meet hostile bytes here; whatever they raise is recorded as this report's gap
        return {"failed": f"{type(fault).__name__}: {fault}"[:300]}
    return draft_to_plain(draft)


if __name__ == "__main__":
    main()
