"""Servers on this machine, each stopped at the end of its `with` block."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory

from sesec_portal.devserver.children import background
from sesec_portal.devserver.environment import ROOT

from .programs import program

PORTAL = "sesec_portal.wsgi"
_NGINX = """
{user}
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
daemon off;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/portal.conf;
    {more}
}}
"""


def free_port():
    """Return a port of 127.0.0.1 that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def image_command():
    """Return the command that the image serves the portal with, as its Dockerfile says."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    return json.loads(next(line for line in reversed(lines) if line.startswith("CMD ")).removeprefix("CMD "))


@contextmanager
def serving(environment, *, application=PORTAL, command=None, workers=2, ready="/livez", port=None, options=()):
    """Serve a WSGI module with the image's own command, or another; give its address and the server's process.

    `ready` is the path that is asked until it answers 200, None not to wait; `port` one to serve on instead of any that
    is free; `options` more words for the command.
    """
    port = port or free_port()
    swaps = {"0.0.0.0:8000": f"127.0.0.1:{port}", "0.0.0.0": "127.0.0.1", "8000": str(port)}  # noqa: S104
    command = command or image_command()[2:]
    command = [swaps.get(word, word.replace(PORTAL, application)) for word in command]
    command[command.index("--workers") + 1] = str(workers)
    command += ["--log-level", "warning", *options]
    with background([sys.executable, "-m", *command], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        if ready:
            wait_for(port, ready, server)
        yield f"http://127.0.0.1:{port}", server


@contextmanager
def nginx(upstream, *, media, run, views=None, more="", port=None, proxies="127.0.0.1"):
    """Serve through nginx as deploy/ configures it; give its address.

    `media` and `run` are the portal's MEDIA_ROOT and RUN_DIR; `views`: its VIEWS_DIR, if somebody looks there; `more`:
    further servers of this nginx; `port` one to listen on instead of any that is free; `proxies`: TRUSTED_PROXIES.
    """
    port = port or free_port()
    with TemporaryDirectory(prefix="bench-nginx-") as folder:
        Path(folder).chmod(0o755)
        configuration = Template((ROOT / "deploy/nginx/portal.conf.template").read_text(encoding="utf-8"))
        variables = {"UPSTREAM": upstream.removeprefix("http://"), "PORT": f"127.0.0.1:{port}", "MEDIA_DIR": media}
        variables |= {"RUN_DIR": run, "CACHE_DIR": folder, "VIEWS_DIR": views or folder, **_trusted(proxies)}
        text = configuration.safe_substitute(variables).replace("/dev/stdout", f"{folder}/access.log")
        Path(folder, "portal.conf").write_text(text, encoding="utf-8")
        more = more.replace("/dev/stdout", f"{folder}/access.log")
        # Its processes would else change to an account that cannot enter the folder.
        user = "user root;" if os.geteuid() == 0 else ""
        Path(folder, "nginx.conf").write_text(_NGINX.format(user=user, folder=folder, more=more), encoding="utf-8")
        command = [program("nginx"), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]
        with background(command, cwd=folder) as server:
            wait_for(port, "/livez", server)
            yield f"http://127.0.0.1:{port}"


def _trusted(proxies):
    script = '. deploy/nginx/trusted.envsh; printf "%s\\n%s" "$REAL_IP_FROM" "$PROXIED_FROM"'
    told = subprocess.check_output(["/bin/sh", "-c", script], cwd=ROOT, env={"TRUSTED_PROXIES": proxies}, text=True)
    return dict(zip(("REAL_IP_FROM", "PROXIED_FROM"), told.split("\n"), strict=True))


def wait_for(port, path, server):
    """Wait until a server answers 200; return the seconds since the call, or end the program where it never does."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < 120:
        if server.poll() is not None:
            sys.exit(f"A server ended at once: {server.args}")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return time.perf_counter() - begun
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.01)
    return sys.exit(f"A server does not answer at {path}: {server.args}")
