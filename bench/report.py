"""The table: printed, and written to bench/results/ with the machine and the versions."""

import json
import os
import platform
import subprocess
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sesec_portal.devserver.environment import ROOT, say

from .programs import program
from .servers import image_command

_PACKAGES = ("django", "wagtail", "gunicorn", "granian", "psycopg2-binary", "whitenoise", "brotli")


def table(figures):
    """Return the figures as a table in Markdown."""
    lines = ["| Measured | Figure | Aim |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {one.what} | {one.figure} | {one.aim} |" for one in figures)])


def write(figures, effort, loads):
    """Write the table with all that lies behind it as Markdown and as JSON."""
    environment = _environment(effort, loads)
    behind = "\n".join(
        f"- {one.what}: {'; '.join(f'{name}: {value}' for name, value in one.behind.items())}"
        for one in figures
        if one.behind
    )
    told = "\n".join(f"- {name}: {value}" for name, value in environment.items())
    chapters = [f"# Measured on {date.today()}", table(figures), "## With what", told, "## Behind the figures", behind]
    text = "\n\n".join(chapters) + "\n"
    file = ROOT / "bench" / "results" / f"{date.today()}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    contents = {"environment": environment, "figures": [one.as_dict() for one in figures]}
    file.with_suffix(".json").write_text(json.dumps(contents, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    say(f"\nWritten to {file.relative_to(ROOT)}")


def _environment(effort, loads):
    return {
        "machine": f"{os.cpu_count()} × {_processor()}, {_memory()} GB, {platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "packages": ", ".join(filter(None, map(_version, _PACKAGES))),
        "nginx": _first_line([program("nginx"), "-v"]),
        "wrk": _first_line([program("wrk"), "-v"]).partition("Copyright")[0].strip(),
        "server": " ".join(image_command()),
        "runs": f"{effort.rounds} of each in turns, {effort.seconds} s each under load",
        "load of the machine before and after": " and ".join(f"{load:.1f}" for load in loads),
    }


def _version(package):
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return ""


def _first_line(command):
    told = subprocess.run(command, capture_output=True, text=True)
    return (told.stdout or told.stderr).splitlines()[0].strip()


def _processor():
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory():
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
