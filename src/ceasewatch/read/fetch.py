"""Fetches one page from the public web, and nothing else from anywhere.

Three locks, one behind the other: the address itself is checked (``addresses.py``); its name is looked up and refused if *any* of its
numbers is not public, ahead of any connection; and ``httpx-secure`` checks the number that is really connected to, so that a name that
changes its answer between the two gets at most an empty connection and never a request. Every redirect starts again at the first lock.
"""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import urljoin

from ceasewatch.errors import AddressRefused, FetchFailed
from ceasewatch.model.reading import Original
from ceasewatch.read.addresses import AddressPolicy, IPAddress

LookUp = Callable[[str, int], list[str]]

_OK = range(200, 300)
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "ceasewatch (reads public reports of ceasefire incidents)",
    "Accept": "text/html,application/xhtml+xml,text/plain,text/markdown;q=0.9",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """What fetching one page may take."""

    most_bytes: int = 100_000_000
    seconds: float = 60.0
    connect_seconds: float = 10.0
    redirects: int = 5


def look_up(host: str, port: int) -> list[str]:
    """The numbers of a host, as the system's resolver gives them."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def fetch_original(
    url: str, *, policy: AddressPolicy | None = None, limits: FetchLimits | None = None, names: LookUp = look_up
) -> Original:
    """Fetch a public web page.

    Args:
        url: an http or https address.
        policy: which addresses are public.
        limits: how large and how slow a page may be.
        names: looks up the numbers of a host name.

    Returns:
        The page's bytes with the address that they came from in the end.

    Raises:
        AddressRefused: the address, or one that it leads on to, is not a public web address.
        FetchFailed: the page could not be had.
    """
    fetcher = _Fetcher(policy or AddressPolicy(), limits or FetchLimits(), names)
    return asyncio.run(fetcher.fetch(url))


class _Fetcher:
    def __init__(self, policy: AddressPolicy, limits: FetchLimits, names: LookUp) -> None:
        self.policy = policy
        self.limits = limits
        self.names = names

    async def fetch(self, url: str) -> Original:
        # Here and not at the top: a run over files needs none of it.
        import httpx  # noqa: PLC0415
        from httpx_secure import SSRFProtectionError  # noqa: PLC0415

        try:
            async with asyncio.timeout(self.limits.seconds):
                return await self._follow(url)
        except SSRFProtectionError as refusal:
            raise AddressRefused(f"{refusal.hostname} is not fetched: it is not a public address") from refusal
        except TimeoutError as fault:
            raise FetchFailed(f"no whole answer within {self.limits.seconds:g} seconds") from fault
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, OSError) as fault:
            raise FetchFailed(f"the page could not be fetched ({type(fault).__name__}: {fault})") from fault

    async def _follow(self, url: str) -> Original:
        address = url
        for _ in range(self.limits.redirects + 1):
            await self._check(address)
            answer = await self._get(address, name=url)
            if isinstance(answer, Original):
                return answer
            address = urljoin(address, answer)
        raise FetchFailed(f"the address leads on more than {self.limits.redirects} times")

    async def _check(self, address: str) -> None:
        host, port = self.policy.check_url(address)
        for number in await asyncio.to_thread(self.names, host, port):
            reason = self.policy.refuse_ip(ip_address(number), port)
            if reason:
                raise AddressRefused(f"{host} is not fetched: {reason}")

    async def _get(self, address: str, *, name: str) -> Original | str:
        """One request: the page, or the address that it leads on to."""
        async with self._make_client() as client, client.stream("GET", address) as response:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                return str(response.headers["location"])
            if response.status_code not in _OK:
                raise FetchFailed(f"the server answered {response.status_code} {response.reason_phrase}".strip())
            return Original(
                content=await self._receive(response),
                name=name,
                retrieved_at=datetime.now(UTC),
                url=address,
                media_type=response.headers.get("content-type"),
            )

    def _make_client(self) -> Any:
        import httpx  # noqa: PLC0415
        from httpx_secure import httpx_ssrf_protection  # noqa: PLC0415

        timeout = httpx.Timeout(self.limits.seconds, connect=self.limits.connect_seconds)
        # No proxy and no password file from the environment: they would carry the request past the checks.
        client = httpx.AsyncClient(timeout=timeout, follow_redirects=False, trust_env=False, headers=_HEADERS)
        # The library's own check of public addresses stands beside ours, unless a server of one's own is allowed.
        return httpx_ssrf_protection(client, custom_validator=self._validate, check_globally_reachable=not self.policy.also_allowed)

    def _validate(self, _host: str, address: IPAddress, port: int) -> bool:
        return self.policy.refuse_ip(address, port) is None

    async def _receive(self, response: Any) -> bytes:
        received = bytearray()
        async for chunk in response.aiter_bytes():
            received += chunk
            if len(received) > self.limits.most_bytes:
                raise FetchFailed(f"the page is larger than {self.limits.most_bytes // 1_000_000:,} MB")
        return bytes(received)
