"""Every connection of these tests goes to listeners of their own on 127.0.0.1."""

import contextlib
import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from ceasewatch.errors import AddressRefused, FetchFailed
from ceasewatch.read.addresses import AddressPolicy
from ceasewatch.read.fetch import FetchLimits, fetch_original


class Canary:
    """A listener that nobody may reach: it counts connections and keeps what they send."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.socket.getsockname()[1]
        self.connections = 0
        self.received = b""
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self) -> None:
        while True:
            connection, _ = self.socket.accept()
            with connection:
                connection.settimeout(1)
                words = b""
                with contextlib.suppress(OSError):
                    words = connection.recv(1000)
                if words == b"stop":
                    return
                self.connections += 1
                self.received += words

    def stop(self) -> None:
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            connection.sendall(b"stop")
        self.thread.join()
        self.socket.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    listener = Canary()
    yield listener
    if listener.thread.is_alive():
        listener.stop()


class Site(BaseHTTPRequestHandler):
    """A small site with a page, a packed page, an endless one and ways out of it."""

    target = ""

    def do_GET(self) -> None:
        if self.path.startswith("/to"):
            location = {"/to-canary": self.target, "/to-file": "file:///etc/hosts", "/to-page": "/page", "/to-itself": "/to-itself"}[
                self.path
            ]
            self.send_response(302)
            self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        pages = {"/page": b"<p>Shots fell.</p>", "/packed": gzip.compress(b"A" * 300_000), "/large": b"A" * 300_000}
        content = pages.get(self.path)
        self.send_response(200 if content else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content or b"")))
        if self.path == "/packed":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(content or b"")

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[HTTPServer]:
    with HTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def allow(server: HTTPServer, *, ports: frozenset[int] = frozenset()) -> AddressPolicy:
    return AddressPolicy(ports=frozenset({80, 443}) | ports, also_allowed=frozenset({("127.0.0.1", server.server_port)}))


def address(server: HTTPServer, path: str) -> str:
    return f"http://127.0.0.1:{server.server_port}{path}"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "127.1", "0x7f000001", "2130706433"])
def test_a_local_address_is_refused_and_never_connected_to(canary: Canary, host: str) -> None:
    with pytest.raises(AddressRefused):
        fetch_original(f"http://{host}:{canary.port}/", policy=AddressPolicy(ports=frozenset({canary.port})))
    canary.stop()
    assert canary.connections == 0


def test_the_canary_would_have_noticed(canary: Canary) -> None:
    policy = AddressPolicy(also_allowed=frozenset({("127.0.0.1", canary.port)}))
    with pytest.raises(FetchFailed):
        fetch_original(f"http://127.0.0.1:{canary.port}/", policy=policy)
    canary.stop()
    assert canary.connections == 1
    assert canary.received.startswith(b"GET / ")


def test_a_name_with_one_local_number_among_public_ones_is_refused(canary: Canary) -> None:
    with pytest.raises(AddressRefused):
        fetch_original(
            f"http://localhost:{canary.port}/",
            policy=AddressPolicy(ports=frozenset({canary.port})),
            names=lambda host, port: ["93.184.216.34", "127.0.0.1"],
        )
    canary.stop()
    assert canary.connections == 0


def test_a_name_that_changes_its_number_gets_no_request(canary: Canary) -> None:
    """The first look-up is answered with a public number, the connection would go to this machine."""
    with pytest.raises(AddressRefused):
        fetch_original(
            f"http://localhost:{canary.port}/",
            policy=AddressPolicy(ports=frozenset({canary.port})),
            names=lambda host, port: ["93.184.216.34"],
        )
    canary.stop()
    assert canary.received == b""


def test_a_redirect_to_a_local_address_is_refused_and_never_followed(
    canary: Canary, site: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Site, "target", f"http://127.0.0.1:{canary.port}/")
    with pytest.raises(AddressRefused):
        fetch_original(address(site, "/to-canary"), policy=allow(site, ports=frozenset({canary.port})))
    canary.stop()
    assert canary.connections == 0


def test_a_redirect_to_a_file_is_refused(site: HTTPServer) -> None:
    with pytest.raises(AddressRefused):
        fetch_original(address(site, "/to-file"), policy=allow(site))


def test_a_page_comes_with_the_address_it_was_found_at(site: HTTPServer) -> None:
    original = fetch_original(address(site, "/to-page"), policy=allow(site))
    assert original.content == b"<p>Shots fell.</p>"
    assert original.name == address(site, "/to-page")
    assert original.url == address(site, "/page")
    assert original.media_type == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", ["/large", "/packed", "/to-itself", "/missing"])
def test_a_page_too_large_in_circles_or_missing_fails(site: HTTPServer, path: str) -> None:
    with pytest.raises(FetchFailed):
        fetch_original(address(site, path), policy=allow(site), limits=FetchLimits(most_bytes=100_000))


def test_a_server_that_does_not_answer_fails_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        policy = AddressPolicy(also_allowed=frozenset({("127.0.0.1", port)}))
        with pytest.raises(FetchFailed, match="within"):
            fetch_original(f"http://127.0.0.1:{port}/", policy=policy, limits=FetchLimits(seconds=0.3))


def test_a_port_that_nobody_listens_on_fails() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    policy = AddressPolicy(also_allowed=frozenset({("127.0.0.1", port)}))
    with pytest.raises(FetchFailed):
        fetch_original(f"http://127.0.0.1:{port}/", policy=policy)
