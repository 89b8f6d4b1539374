"""Starts granian, with granian's own arguments, and has it put up with workers that die: `python -m deploy.serve …`.

granian 2.8 replaces a worker that has died, and ends where the same one dies within 5.5 seconds again. Two bad requests
in a row would so end a server whose other workers answer. Here it ends where a worker dies five times in a row at once,
as it does where a setting is wrong.
"""

import time
from collections import Counter

from granian import cli
from granian.server import Server

# Seconds within which a worker that died is taken for one that never worked.
_AT_ONCE = 5.5
_MOST = 5


class Patience(dict):
    """When each worker was replaced, as granian keeps it; it tells so only of one that has died at once too often."""

    def __init__(self):
        super().__init__()
        self.deaths = Counter()

    def get(self, worker, default=0):
        """Return when a worker was replaced that has died just now, or the default while it is put up with."""
        replaced = super().get(worker, default)
        self.deaths[worker] = self.deaths[worker] + 1 if time.monotonic() - replaced <= _AT_ONCE else 0
        return replaced if self.deaths[worker] >= _MOST else default


class PatientServer(Server):
    """granian's server, with patience."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.respawned_wrks = Patience()


if __name__ == "__main__":
    cli.Server = PatientServer
    cli.entrypoint()
