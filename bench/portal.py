"""A portal as it runs in production, with the made-up entries, on a database that is dropped at the end."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

from sesec_portal.devserver.children import background
from sesec_portal.devserver.surroundings import ROOT, say, surroundings
from tests.databases import copy, run_manage, url_of

READY = "from tests.browser.serve import make_ready; make_ready('readers')"


@contextmanager
def portal():
    """Serve it on 127.0.0.1 with the image's own web server and settings, but without TLS; give its address.

    It starts as tests/browser/serve.py makes a portal ready for readers. Its static files are collected, hashed and
    compressed into var/static.
    """
    with surroundings("test", "test-postgres", fsync=False) as environment:
        os.environ.update(environment)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        address = f"http://127.0.0.1:{port}"
        run_manage("compile_catalogues", database="postgres")
        with copy(f"bench_{port}") as database:
            planting = {**environment, "DATABASE_URL": url_of(database)}
            say("Making a portal with the made-up entries ready ...")
            subprocess.run([sys.executable, "-c", READY], cwd=ROOT, env=planting, check=True, capture_output=True)
            production = {
                **planting,
                "DJANGO_SETTINGS_MODULE": "bench.settings",
                "ALLOWED_HOSTS": "127.0.0.1",
                "SITE_URL": address,
                "HTTPS": "false",
            }
            collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
            subprocess.run(collect, cwd=ROOT, env=production, check=True)
            serve = [sys.executable, "-m", "granian", "sesec_portal.wsgi:application", "--interface", "wsgi"]
            serve += ["--port", str(port), "--workers", "2", "--blocking-threads", "4", "--log-level", "warning"]
            with background(serve, cwd=ROOT, env=production) as server:
                _wait_for(address, server)
                yield address


def _wait_for(address, server):
    for _ in range(300):
        if server.poll() is not None:
            sys.exit("The web server ended at once.")
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit("The web server does not answer.")
