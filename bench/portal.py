"""A portal as it runs in production, with the made-up entries, on a database that is dropped at the end."""

import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager

from sesec_portal.devserver.environment import ROOT, environment_for, say
from tests.databases import copy, run_manage, url_of

from .servers import free_port, serving

READY = "from tests.browser.serve import make_ready; make_ready('readers')"


@contextmanager
def portal(tls=None):
    """Serve it on 127.0.0.1 with the image's own web server and settings, but without TLS; give its address.

    It starts as tests/browser/serve.py makes a portal ready for readers. Its static files are collected, hashed and
    compressed into var/static. Argument: the files of a certificate for localhost and of its key; with them it is
    served over TLS too, on the ports of the web, which an ordinary account may not use.
    """
    with environment_for("test", "test-postgres", fsync=False) as environment:
        os.environ.update(environment)
        port = 80 if tls else free_port()
        address = "https://localhost" if tls else f"http://127.0.0.1:{port}"
        run_manage("compile_catalogues", database="postgres")
        with copy(f"bench_{port}") as database:
            loading = {**environment, "DATABASE_URL": url_of(database)}
            say("Making a portal with the made-up entries ready ...")
            subprocess.run([sys.executable, "-c", READY], cwd=ROOT, env=loading, check=True, capture_output=True)
            production = {
                **loading,
                "DJANGO_SETTINGS_MODULE": "bench.settings",
                "ALLOWED_HOSTS": "127.0.0.1,localhost",
                "SITE_URL": address,
                "HTTPS": "true" if tls else "false",
                "HSTS": "preload",
            }
            collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
            subprocess.run(collect, cwd=ROOT, env=production, check=True)
            with ExitStack() as servers:
                if tls:
                    servers.enter_context(serving(production, port=443, options=_with(tls), ready=None))
                servers.enter_context(serving(production, port=port))
                yield address


def _with(tls):
    certificate, key = tls
    return ["--ssl-certificate", certificate, "--ssl-keyfile", key]
