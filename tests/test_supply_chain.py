"""What the portal is made of is known, free to use, and looked after."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from tests.databases import ROOT

LOCK = (ROOT / "requirements.txt").read_text()
VERSIONS = dict(re.findall(r"^([a-z][\w.-]*)==([\w.]+)", LOCK, re.M))


def test_every_package_of_a_running_portal_has_a_licence_under_which_the_portal_may_be_passed_on():
    told = _run(".ci/sbom")

    assert told.returncode == 0, told.stderr
    assert "licences allowed" in told.stdout
    bill = json.loads((ROOT / "var" / "sbom.json").read_text())
    said = {one["name"]: one["licenses"][0]["license"]["name"] for one in bill["components"]}
    assert said["django"] == "BSD-3-Clause"
    assert said["psycopg2-binary"] == "GNU Library or Lesser General Public License (LGPL)"


def test_a_package_whose_licence_is_not_allowed_is_named_with_it(tmp_path):
    told_of = {
        "polib": "License-Expression: AGPL-3.0-only",
        "pypdf": "License-Expression: MIT AND GPL-2.0-or-later",
        "pyyaml": "License-Expression: GPL-3.0-only OR MIT",
        "redis": "Classifier: License :: OSI Approved :: MIT License\nClassifier: License :: Other/Proprietary License",
        "rjieba": "License: Server Side Public License",
        "tzdata": "Summary: says nothing of a licence",
    }
    for name, said in told_of.items():
        folder = tmp_path / f"{name}-{VERSIONS[name]}.dist-info"
        folder.mkdir()
        about = f"Metadata-Version: 2.4\nName: {name}\nVersion: {VERSIONS[name]}\n{said}\n"
        (folder / "METADATA").write_text(about)

    told = _run(".ci/sbom", PYTHONPATH=str(tmp_path))

    assert told.returncode == 1
    assert told.stderr.splitlines()[1:] == [
        "polib is under “AGPL-3.0-only”, which .ci/sbom does not allow",
        "pypdf is under “MIT AND GPL-2.0-or-later”, which .ci/sbom does not allow",
        "redis is under “MIT License AND Other/Proprietary License”, which .ci/sbom does not allow",
        "rjieba is under “Server Side Public License”, which .ci/sbom does not allow",
        "tzdata is under “no licence named”, which .ci/sbom does not allow",
    ]


def test_the_licence_of_the_portal_is_the_eupl_and_goes_into_the_image_with_it():
    text = (ROOT / "LICENSE").read_text()

    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text
    assert "!LICENSE" in (ROOT / ".dockerignore").read_text().splitlines()
    assert 'org.opencontainers.image.licenses="EUPL-1.2"' in (ROOT / "Dockerfile").read_text()


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
