"""Which web addresses may be fetched: public ones only.

An address in a list of reports may point at the machine itself, at its neighbours or at a cloud's internal services. Everything that is
not a public web server is refused, whatever name it hides behind. Python's ``ipaddress.is_global`` alone lets the gateways from IPv6 to
IPv4 through (NAT64, 6to4, Teredo, IPv4-mapped), and multicast.
"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from ceasewatch.errors import AddressRefused

IPAddress = IPv4Address | IPv6Address

_GATEWAYS = {
    "2002::/16": "a 6to4 gateway",
    "2001::/32": "a Teredo gateway",
    "64:ff9b::/96": "a NAT64 gateway",
    "64:ff9b:1::/48": "a NAT64 gateway",
    "::ffff:0:0/96": "an IPv4 address in IPv6 clothes",
    "::/96": "an IPv4 address in IPv6 clothes",
    "::ffff:0:0:0/96": "an IPv4 address in IPv6 clothes",
    "fec0::/10": "a site-local address",
}
_GATEWAY_NETWORKS = tuple((IPv6Network(network), name) for network, name in _GATEWAYS.items())
_REFUSED_V4 = tuple((ip_network(network), name) for network, name in {"192.88.99.0/24": "a 6to4 relay"}.items())
_LONGEST = 2_000
_SCHEMES = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressPolicy:
    """What may be fetched.

    ``ports`` are the web's own two; no site that publishes reports needs another. ``also_allowed`` are servers of one's own (number and
    port) that may be fetched although they are not public; there are none unless a caller says so.
    """

    ports: frozenset[int] = frozenset(_SCHEMES.values())
    also_allowed: frozenset[tuple[str, int]] = frozenset()

    def refuse_ip(self, address: IPAddress, port: int) -> str | None:
        """Say why a numeric address may not be reached; ``None`` where it may."""
        if (str(address), port) in self.also_allowed:
            return None
        if port not in self.ports:
            return f"port {port} is not a web port"
        if isinstance(address, IPv6Address):
            if address.scope_id is not None:
                return "it belongs to one network interface"
            for network, name in _GATEWAY_NETWORKS:
                if address in network:
                    return f"it is {name}"
        elif any(address in network for network, _ in _REFUSED_V4):
            return "it is a 6to4 relay"
        if address.is_multicast:
            return "it is a multicast address"
        return None if address.is_global and not address.is_reserved else "it is not a public address"

    def check_url(self, url: str) -> tuple[str, int]:
        """Return the host and port of a web address.

        Raises:
            AddressRefused: it is not a plain public web address.
        """
        parts, port = _split(url)
        if parts.scheme.lower() not in _SCHEMES:
            raise AddressRefused(f"only http and https addresses are fetched, not {parts.scheme or 'this'!r}")
        if parts.username is not None or parts.password is not None:
            raise AddressRefused("an address with a user name or password in it is not fetched")
        host = (parts.hostname or "").rstrip(".")
        if not host:
            raise AddressRefused("the address names no host")
        port = _SCHEMES[parts.scheme.lower()] if port is None else port
        if port not in self.ports | {allowed for _, allowed in self.also_allowed}:
            raise AddressRefused(f"port {port} is not a web port")
        self._check_literal(host, port)
        return host, port

    def _check_literal(self, host: str, port: int) -> None:
        try:
            address = ip_address(host.partition("%")[0])
        except ValueError:  # a name: it is checked once it has been looked up
            return
        reason = self.refuse_ip(address, port)
        if reason:
            raise AddressRefused(f"{host} is not fetched: {reason}")


def _split(url: str) -> tuple[SplitResult, int | None]:
    if len(url) > _LONGEST or any(ord(letter) <= 32 or ord(letter) == 127 for letter in url) or "\\" in url:  # noqa: PLR2004 -- ASCII controls
        raise AddressRefused("the address is too long or holds characters that no web address has")
    try:
        parts = urlsplit(url)
        return parts, parts.port
    except ValueError as fault:
        raise AddressRefused(f"this is not a web address ({fault})") from fault
