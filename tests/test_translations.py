"""The interface speaks Chinese to the last word."""

import polib

from tests.databases import ROOT


def test_no_text_of_the_interface_lacks_its_chinese():
    catalogue = polib.pofile(str(ROOT / "locale/zh_Hans/LC_MESSAGES/django.po"))

    assert len(catalogue) > 250
    assert not [entry.msgid for entry in catalogue if entry.fuzzy or not entry.translated()]
