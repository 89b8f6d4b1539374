"""nginx behind a CDN and a load balancer: whom it takes for the visitor, and what it believes of TLS."""

import http.client
import os
import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from bench.servers import nginx

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
pytestmark = pytest.mark.skipif(not NGINX and "CI" not in os.environ, reason="needs nginx (apt install nginx-light)")
# The load balancer asks from this machine; others ask past it.
BALANCER, STRANGER, CDN = "127.0.0.1", "127.0.0.2", "198.51.100.7"
TOLD = ("X-Forwarded-For", "X-Forwarded-Proto")


class Portal(BaseHTTPRequestHandler):
    """Answers with what it is told of the visitor."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write("|".join(self.headers[name] for name in TOLD).encode())

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    """nginx before such a portal, behind a load balancer of this machine and a CDN of two networks."""
    portal = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    threading.Thread(target=portal.serve_forever, daemon=True).start()
    folder = str(tmp_path_factory.mktemp("folder"))
    proxies = f"{BALANCER},198.51.100.0/24, 2001:db8:7::/48"
    with nginx(f"http://127.0.0.1:{portal.server_port}", media=folder, run=folder, proxies=proxies) as address:
        yield address
    portal.shutdown()


def told(front, source, forwarded):
    """Ask nginx from an address; return what the portal is told of the visitor, and how the visitor came."""
    connection = http.client.HTTPConnection(urlsplit(front).netloc, source_address=(source, 0))
    connection.request("GET", "/", headers={"X-Forwarded-For": forwarded, "X-Forwarded-Proto": "https"})
    return tuple(connection.getresponse().read().decode().split("|"))


@pytest.mark.parametrize(
    ("source", "forwarded", "visitor"),
    [
        (BALANCER, f"203.0.113.7, {CDN}", ("203.0.113.7", "https")),
        (BALANCER, "203.0.113.8, 2001:db8:7::1", ("203.0.113.8", "https")),
        # Past the CDN, with a chain that looks like one.
        (BALANCER, f"203.0.113.7, {CDN}, 192.0.2.66", ("192.0.2.66", "https")),
        # Past both.
        (STRANGER, f"203.0.113.7, {CDN}", (STRANGER, "http")),
    ],
)
def test_the_visitor_is_the_last_address_that_is_no_proxy(front, source, forwarded, visitor):
    assert told(front, source, forwarded) == visitor
