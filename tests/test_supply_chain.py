"""What the portal is made of is known, free to use, and looked after."""

import os
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from tests.databases import ROOT

# By their names in SPDX, in classifiers of PyPI, and in the words of some packages.
ALLOWED = re.compile(
    r"Apache|BSD|MIT\b|MIT-0|ISC|MPL-2\.0|Mozilla Public License 2\.0|PSF|Python Software Foundation"
    r"|LGPL|Lesser General Public License"
)
FORBIDDEN = re.compile(r"(?<!L)GPL|(?<!Lesser )General Public License|SSPL|Commons Clause")
LOCK = (ROOT / "requirements.txt").read_text()
LOCKED = sorted(set(re.findall(r"^([a-z][\w.-]*)==", LOCK, re.M)))


@pytest.mark.parametrize("package", LOCKED)
def test_every_package_of_a_running_portal_has_a_licence_that_is_allowed(package):
    try:
        known = metadata(package)
    except PackageNotFoundError:
        pytest.skip("not for this machine")
    classifiers = [line for line in known.get_all("Classifier") or [] if line.startswith("License")]
    # Some have their whole licence there; its title says which.
    licence = [(known["License"] or "")[:60]]
    said = [known["License-Expression"]] if known["License-Expression"] else classifiers + licence

    assert any(ALLOWED.search(words) for words in said), said
    assert not any(FORBIDDEN.search(words) for words in said), said


def test_the_library_under_the_gpl_that_wagtail_asks_for_stays_out():
    """The wheels of pillow-heif say BSD, and have x265 in them."""
    assert "pillow-heif" not in LOCK
    assert "--no-deps" in (ROOT / "Dockerfile").read_text()
    with pytest.raises(PackageNotFoundError):
        metadata("pillow-heif")


def test_the_bill_of_materials_differs_from_what_is_installed_only_where_the_lock_does(tmp_path):
    other = re.sub(r"^django==[\d.]+", "django==1.0", LOCK, flags=re.M)
    other = re.sub(r"^redis==(?:.*\\\n)*.*\n", "", other, flags=re.M)
    (tmp_path / "requirements.txt").write_text(other)

    told = _run(".ci/sbom", str(tmp_path / "requirements.txt"))

    assert told.returncode == 1
    assert [line.split(",")[0] for line in told.stderr.splitlines()[1:]] == ["django: 1.0 listed", "redis: not listed"]


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        (
            '{"dependencies": [{"name": "django", "version": "1.0", "vulns": [{"id": "PYSEC-1"}]}]}',
            1,
            "django 1.0: PYSEC-1",
        ),
        ('{"dependencies": [{"name": "django", "version": "1.0", "vulns": []}]}', 0, "1 dependencies asked about"),
        ('{"dependencies": [{"name": "django", "skip_reason": "not found"}]}', 0, "skipped"),
        ("", 0, "skipped"),
    ],
)
def test_the_audit_fails_on_a_known_fault_and_never_calls_silence_good_news(tmp_path, answer, status, said):
    (tmp_path / "pip_audit.py").write_text(f"print({answer!r})")

    told = _run(".ci/audit", PYTHONPATH=str(tmp_path))

    assert told.returncode == status
    assert said in told.stdout + told.stderr


def _run(*command, **changes):
    environment = {**os.environ, **changes}
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True)
