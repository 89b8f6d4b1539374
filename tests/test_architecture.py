"""The shape of the house, checked."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from modelcluster.fields import ParentalKey
from wagtail.images.models import AbstractRendition

from tests.pages import OWN_PAGES

ROOT = Path(__file__).resolve().parents[1]
FLOORS = settings.OWN_APPS[::-1]
MODELS = [model for app in apps.get_app_configs() if app.name in FLOORS for model in app.get_models()]


@cache
def _imports(package):
    """Return every module that the code of a package imports, migrations aside."""
    found = set()
    for path in (ROOT / package.replace(".", "/")).rglob("*.py"):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and not node.level:
                found |= {f"{node.module}.{name.name}" for name in node.names}
            elif isinstance(node, ast.Import):
                found |= {name.name for name in node.names}
    return found


def _of(app, modules):
    return {module for module in modules if module == app or module.startswith(f"{app}.")}


@pytest.mark.parametrize("app", FLOORS)
def test_apps_import_only_from_the_floors_below(app):
    above = FLOORS[FLOORS.index(app) + 1 :]

    assert not set().union(*(_of(other, _imports(app)) for other in above))


@pytest.mark.parametrize("app", FLOORS)
@pytest.mark.parametrize("tools", ["sesec_portal.devserver", "tests", "bench"])
def test_nothing_imports_the_development_server_the_tests_or_the_measurements(app, tools):
    assert not _of(tools, _imports(app))


def test_no_test_imports_from_another():
    """What tests share has a module of its own, so that a test can be moved or go."""
    assert not [module for module in _imports("tests") if re.search(r"\.test_\w+", module)]


@pytest.mark.parametrize("model", OWN_PAGES, ids=lambda model: model.__name__)
def test_every_page_type_says_what_it_is_and_where_it_may_live(model):
    assert "parent_page_types" in vars(model)
    assert "subpage_types" in vars(model)
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_that_an_editor_fills_in_has_a_help_text(model):
    if issubclass(model, AbstractRendition):
        return  # no editor fills one in
    filled_in = [field for field in model._meta.local_fields if field.editable and not isinstance(field, ParentalKey)]
    told_by_wagtail = {"id", "page_ptr", "sort_order", "latest_revision", *_inherited_from_wagtail(model)}

    assert not [field.name for field in filled_in if not field.help_text and field.name not in told_by_wagtail]


def _inherited_from_wagtail(model):
    bases = [base for base in model.__mro__ if base.__module__.startswith("wagtail.") and hasattr(base, "_meta")]
    return {field.name for base in bases for field in base._meta.local_fields}
