"""Child processes that never outlive the launcher.

On Linux the kernel sends each child a signal when the thread that started it ends, even by SIGKILL. So
children must be started from the main thread. On other systems a killed launcher leaves its children behind.
"""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

PR_SET_PDEATHSIG = 1
PATIENCE = 10  # seconds between the request to stop and SIGKILL

# Loaded here, because a forked child should not import or load anything.
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def spawn(command: Sequence[str | Path], *, farewell: int = signal.SIGTERM, **options) -> subprocess.Popen:
    """Start `command`; the kernel sends it the signal `farewell` when this process ends.

    `options` go to `subprocess.Popen`.
    """
    return subprocess.Popen(command, preexec_fn=_bound_to_us(farewell), **options)  # noqa: S603


@contextmanager
def background(command: Sequence[str | Path], **options) -> Iterator[subprocess.Popen]:
    """Run `command` beside the `with` block and stop it, with all it has started, at the end.

    It gets a session of its own, so that Ctrl-C in the terminal reaches the launcher alone.
    """
    with stopping(spawn(command, start_new_session=True, **options)) as child:
        yield child


@contextmanager
def stopping(child: subprocess.Popen) -> Iterator[subprocess.Popen]:
    """Stop `child`, a session of its own, and all it has started when the `with` block ends."""
    try:
        yield child
    finally:
        if child.poll() is None:
            _signal_group(child, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                child.wait(PATIENCE)
        _signal_group(child, signal.SIGKILL)
        child.wait()


def foreground(command: Sequence[str | Path], **options) -> int:
    """Run `command` in the terminal as if we were not there, and return its exit status.

    Ctrl-C reaches it from the terminal; SIGTERM and SIGHUP are handed on. The handlers stay in place.
    """
    child = spawn(command, **options)
    signal.signal(signal.SIGINT, lambda *_: None)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: child.send_signal(received))
    return exit_status(child.wait())


def exit_status(returncode: int) -> int:
    """Return what a shell would report for a child's `returncode`, which is negative after a signal."""
    return 128 - returncode if returncode < 0 else returncode


def command_line(pid: int) -> str:
    """Return the arguments of the running process `pid`, or nothing when there is no such process."""
    if sys.platform != "linux":
        listing = ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)]
        return subprocess.run(listing, capture_output=True, text=True).stdout  # noqa: S603
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def _bound_to_us(farewell: int) -> Callable[[], None] | None:
    if _libc is None:
        return None
    parent = os.getpid()

    def bind():
        _libc.prctl(PR_SET_PDEATHSIG, farewell)
        if os.getppid() != parent:  # the parent was gone before it could be watched
            os._exit(1)

    return bind


def _signal_group(child: subprocess.Popen, number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):  # macOS answers EPERM for a group of zombies
        os.killpg(child.pid, number)
