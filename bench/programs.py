"""The programs that a measurement needs: found, or a sentence that says what to install."""

import os
import shutil
import sys

_DEBIAN = "On Debian and Ubuntu: apt install {}"
# Debian keeps nginx out of the PATH of ordinary accounts.
_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])


def program(name, package=""):
    """Return the path of a program; end with what to install where it is missing."""
    found = shutil.which(name, path=_PATH)
    if not found:
        sys.exit(f"The measurement needs {name}. {_DEBIAN.format(package or name)}")
    return found
