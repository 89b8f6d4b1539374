"""Measure how fast the portal is, in ratios: `make bench`, or some parts of it: `make bench ARGS="cached fresh"`.

A measurement, not a test: it takes about ten minutes, and both processors of a small machine. It talks to
nobody but this machine.
"""

import argparse
import importlib
import os
import sys

from sesec_portal.devserver.account import PostgresError
from sesec_portal.devserver.environment import say

from .parts import Effort
from .programs import program
from .report import table, write
from .stage import stage

PARTS = ("cached", "proxied", "uncached", "fresh", "growth", "start", "visit")
# Measured only when asked for.
MORE = ("servers",)


def main(arguments=None):
    """Measure the parts that the command line names, or all; return the exit status."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__.split("\n\n")[0])
    told = f"some of {', '.join(PARTS + MORE)}; without any, all but the last are measured and written down"
    parser.add_argument("parts", nargs="*", metavar="part", help=told)
    parser.add_argument("--seconds", type=int, default=8, help="of each run under load (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run (default: %(default)s)")
    wanted = parser.parse_args(arguments)
    unknown = set(wanted.parts) - {*PARTS, *MORE}
    if unknown:
        parser.error(f"There is no part {', '.join(sorted(unknown))}. There are: {', '.join(PARTS + MORE)}.")
    program("wrk")
    program("nginx", "nginx-light")
    before = os.getloadavg()[0]
    if before > os.cpu_count() * 0.75:
        say(f"The machine has other work (load {before:.1f}); the ratios will waver.")
    effort = Effort(wanted.seconds, wanted.rounds)
    figures = []
    try:
        with stage() as made:
            for part in wanted.parts or PARTS:
                say(f"Measuring: {part} ...")
                for figure in importlib.import_module(f"bench.parts.{part}").measure(made, effort):
                    say(f"  {figure.what}: {figure.figure}")
                    figures.append(figure)
    except PostgresError as error:
        sys.exit(str(error))
    say(f"\n{table(figures)}")
    if not wanted.parts:
        write(figures, effort, (before, os.getloadavg()[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
