"""The interface speaks Chinese to the last word."""

import ast
import os
import shutil
import subprocess
import sys

import polib
import pytest
from django.conf import settings

from tests.databases import ROOT


def test_no_text_of_the_interface_lacks_its_chinese():
    catalogue = polib.pofile(str(ROOT / "locale/zh_Hans/LC_MESSAGES/django.po"))

    assert len(catalogue) > 250
    assert not [entry.msgid for entry in catalogue if entry.fuzzy or not entry.translated()]


def test_no_text_is_asked_for_inside_another():
    """`xgettext` does not read inside f-strings: what is asked for there never reaches the catalogue."""
    for package in {app.partition(".")[0] for app in settings.OWN_APPS}:
        for module in (ROOT / package).rglob("*.py"):
            for inside in ast.walk(ast.parse(module.read_text())):
                asked = [part.func for part in ast.walk(inside) if isinstance(part, ast.Call)]
                names = {function.id for function in asked if isinstance(function, ast.Name)}
                assert not isinstance(inside, ast.JoinedStr) or not names & {"_", "gettext", "gettext_lazy"}, module


@pytest.mark.skipif(not shutil.which("xgettext"), reason="needs GNU gettext (Debian: apt install gettext)")
def test_the_catalogue_holds_every_text_of_the_code_and_no_other(tmp_path):
    packages = {app.partition(".")[0] for app in settings.OWN_APPS}
    for name in ("manage.py", "locale", "templates", *packages):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    command = [sys.executable, "manage.py", "makemessages", "--locale", "zh_Hans", "--no-obsolete", "--no-location"]
    # The tests' own settings have an app of the tests.
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "sesec_portal.settings.development"}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)

    def texts(root):
        catalogue = polib.pofile(str(root / "locale/zh_Hans/LC_MESSAGES/django.po"))
        return {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}

    assert texts(ROOT) == texts(tmp_path)
