from ipaddress import ip_address

import pytest

from ceasewatch.errors import AddressRefused
from ceasewatch.read.addresses import AddressPolicy

POLICY = AddressPolicy()


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.1.1", "198.18.0.1",
        "192.0.2.1", "192.88.99.1", "224.0.0.1", "233.252.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::808:808",
        "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::1", "2001:0:4136:e378::1", "2001:db8::1", "fc00::1", "fd12::1", "fe80::1",
        "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1",
    ],
)  # fmt: skip
def test_what_is_not_a_public_web_server_is_refused(number: str) -> None:
    assert POLICY.refuse_ip(ip_address(number), 443) is not None


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e"])
@pytest.mark.parametrize("port", [80, 443])
def test_a_public_number_is_allowed_on_the_ports_of_the_web(number: str, port: int) -> None:
    assert POLICY.refuse_ip(ip_address(number), port) is None


@pytest.mark.parametrize("port", [0, 22, 25, 81, 6379, 8080, 8443])
def test_other_ports_are_refused(port: int) -> None:
    assert POLICY.refuse_ip(ip_address("8.8.8.8"), port) is not None


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a", "file:///etc/passwd", "gopher://example.org", "//example.org", "example.org", "http://", "http:///a",
        "http://user@example.org/", "http://user:word@example.org/", "http://:@example.org/", "https://example.org:8443/",
        "http://example.org:0/", "http://example.org:99999/", "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1%25eth0]/", "http://127.0.0.1./", "http://exa mple.org/", "http://example.org/\na", "http://example.org\\@x/",
        "http://[::1", "http://" + "a" * 3000,
    ],
)  # fmt: skip
def test_an_address_that_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused):
        POLICY.check_url(url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://example.org/a?b#c", ("example.org", 80)),
        ("HTTPS://Example.org", ("example.org", 443)),
        ("https://example.org:443/", ("example.org", 443)),
        ("https://8.8.8.8/", ("8.8.8.8", 443)),
    ],
)
def test_a_plain_web_address_gives_host_and_port(url: str, expected: tuple[str, int]) -> None:
    assert POLICY.check_url(url) == expected
