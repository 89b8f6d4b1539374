"""Reads the text of a PDF; a program of its own, so that no file can take down or hold up what asks for it.

`python -m sesec_portal.media.pdf_text` reads a PDF from its input and prints its text.
"""

import logging
import resource
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import IO

MOST_PAGES = 300
LONGEST_TEXT = 100_000
SECONDS = 30
MEMORY = 1024**3
ROOT = Path(__file__).resolve().parents[2]


class Unreadable(Exception):
    """No text can be read in the file: a sentence with the reason."""


def text_of(file: IO[bytes]) -> str:
    """Return the text of a PDF, of at most 300 pages and 100,000 characters.

    Arguments: the open file. Raises Unreadable for one that is broken, locked, or takes too long.
    """
    program = [sys.executable, "-m", __spec__.name]
    try:
        reading = subprocess.run(  # noqa: S603
            program, cwd=ROOT, env={}, input=file.read(), capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"reading it took longer than {SECONDS} seconds") from error
    if reading.returncode:
        reason = reading.stderr.decode(errors="replace").strip().splitlines()
        raise Unreadable(reason[-1] if reason else f"the reader ended with status {reading.returncode}")
    return reading.stdout.decode()


def _print_text() -> None:
    from pypdf import PdfReader

    logging.disable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    text = ""
    for number, page in enumerate(PdfReader(BytesIO(sys.stdin.buffer.read())).pages):
        if number == MOST_PAGES or len(text) >= LONGEST_TEXT:
            break
        text += page.extract_text() + "\n"
    text = text[:LONGEST_TEXT].replace("\x00", "")
    sys.stdout.buffer.write(text.encode(errors="replace"))


if __name__ == "__main__":
    _print_text()
