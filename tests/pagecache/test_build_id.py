"""Pages of another release are not taken for this one's: the build id follows every file that shapes a page."""

import os

import pytest

from sesec_portal.pagecache.build_id import build_id


@pytest.fixture
def house(settings, tmp_path):
    """A portal in a folder of its own, with one more app than today's."""
    settings.ROOT = tmp_path
    settings.OWN_APPS = ["newsroom", "sesec_portal.core"]
    settings.TEMPLATES = [{"DIRS": [tmp_path / "templates"]}]
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    for name in ("newsroom/models.py", "sesec_portal/urls.py", "templates/x.html", "static/x.css", "locale/x.mo"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    return tmp_path


@pytest.mark.parametrize(
    "name", ["newsroom/models.py", "sesec_portal/urls.py", "templates/x.html", "static/x.css", "locale/x.mo"]
)
def test_a_change_in_any_app_that_is_installed_makes_another_build(house, name):
    before = build_id()
    os.utime(house / name, ns=(1, 1))

    assert build_id() != before


def test_what_shapes_no_page_changes_nothing(house):
    before = build_id()
    (house / "newsroom" / "notes.txt").write_text("")

    assert build_id() == before
