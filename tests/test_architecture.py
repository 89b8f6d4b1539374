"""The shape of the house, checked."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from modelcluster.fields import ParentalKey
from wagtail.models import get_page_models

ROOT = Path(__file__).resolve().parents[1]
FLOORS = [*reversed(settings.OWN_APPS)]
OWN_PAGES = [model for model in get_page_models() if model._meta.app_config.name in settings.OWN_APPS]
APPS = {model._meta.app_config for model in OWN_PAGES}


def _imports(app):
    """Yield every module that an app's own code imports, migrations aside."""
    for path in (ROOT / app.replace(".", "/")).rglob("*.py"):
        if "migrations" in path.parts:
            continue
        package = path.relative_to(ROOT).parent.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                near = package[: len(package) - node.level + 1] if node.level else ()
                module = ".".join([*near, *filter(None, [node.module])])
                yield from (f"{module}.{name.name}" for name in node.names)
            elif isinstance(node, ast.Import):
                yield from (name.name for name in node.names)


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


@pytest.mark.parametrize("model", OWN_PAGES, ids=lambda model: model.__name__)
def test_every_page_type_says_what_it_is_and_where_it_may_live(model):
    assert "parent_page_types" in vars(model)
    # The child names its parents and nobody the children: one list for one idea, and a new type needs no other file.
    assert "subpage_types" not in vars(model)
    assert all("parent_page_types" in vars(child) for child in model.creatable_subpage_models())
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")


@pytest.mark.parametrize(
    "model", [model for model in apps.get_models() if model._meta.app_config in APPS], ids=lambda model: model.__name__
)
def test_every_field_that_an_editor_fills_in_has_a_help_text(model):
    filled_in = [field for field in model._meta.local_fields if field.editable and not isinstance(field, ParentalKey)]
    told_by_wagtail = {"id", "page_ptr", "sort_order", "latest_revision"}

    assert not [field.name for field in filled_in if not field.help_text and field.name not in told_by_wagtail]
