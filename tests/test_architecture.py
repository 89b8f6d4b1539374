"""The shape of the house, checked."""

import ast
import re

import pytest
from django.apps import apps
from django.conf import settings
from modelcluster.fields import ParentalKey

from sesec_portal.core.pages import BasePage
from sesec_portal.languages.fields import OriginalPageKey, OriginalPageOneToOne
from sesec_portal.media.models import PortalRendition
from tests.architecture import FLOORS, drawing, import_graph
from tests.pages import OWN_PAGES

ROOT = settings.ROOT
TOOLS = ("sesec_portal.devserver", "tests", "bench")
OWN_CONFIGS = [config for config in apps.get_app_configs() if config.name in FLOORS]


@pytest.fixture(scope="module")
def graph():
    """Every import between the portal's modules, relative ones too."""
    return import_graph()


def test_apps_import_only_from_the_floors_below(graph):
    assert set(FLOORS) <= graph.modules
    wrong = graph.find_illegal_dependencies_for_layers(layers=FLOORS)

    assert not [(one.importer, one.imported) for one in wrong]


def test_nothing_that_readers_are_served_by_imports_the_development_server_the_tests_or_the_measurements(graph):
    for tool in TOOLS:
        importers = graph.find_modules_that_directly_import(tool)
        for module in graph.find_descendants(tool):
            importers |= graph.find_modules_that_directly_import(module)

        assert not {name for name in importers if not name.startswith(TOOLS)}, tool


def test_the_drawing_of_the_house_is_what_the_code_imports(graph):
    assert f"```text\n{drawing(graph)}\n```" in (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_no_app_takes_what_another_keeps_to_itself():
    taken = []
    for app in FLOORS:
        for path in (ROOT / app.replace(".", "/")).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and not node.level and node.module.startswith(tuple(FLOORS)):
                    taken += [(path, alias.name) for alias in node.names if alias.name.startswith("_")]

    assert not taken


@pytest.mark.parametrize("app", FLOORS)
def test_every_app_says_what_it_is_for_what_it_imports_and_where_to_enter(app):
    docstring = ast.get_docstring(ast.parse((ROOT / app.replace(".", "/") / "__init__.py").read_text(encoding="utf-8")))

    assert docstring
    assert re.search(r"\b(imports?|know)\b", docstring, re.I)
    assert "Enter at" in docstring


def test_only_the_wiring_of_an_app_is_done_by_its_own_config():
    for config in OWN_CONFIGS:
        path = ROOT / config.name.replace(".", "/") / "apps.py"
        if not path.exists():
            continue
        imports = [
            node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)
        ]
        assert not [node.module for node in imports if not node.level and node.module.startswith(tuple(FLOORS))], path


def test_third_parties_names_are_replaced_in_one_module():
    """An assignment to an attribute of something imported from another package, `patches` and our settings aside."""
    found = set()
    for app in FLOORS:
        for path in (ROOT / app.replace(".", "/")).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            foreign = {
                alias.asname or alias.name.partition(".")[0]
                for node in ast.walk(tree)
                if isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and not node.level)
                for alias in node.names
                if not (getattr(node, "module", "") or "").startswith(tuple(FLOORS))
            }
            for node in ast.walk(tree):
                for target in getattr(node, "targets", []):
                    owner = getattr(target, "value", None) if isinstance(target, ast.Attribute) else None
                    if isinstance(owner, ast.Name) and owner.id in foreign:
                        found.add(str(path.relative_to(ROOT)))

    assert found == {"sesec_portal/core/patches.py"}


@pytest.mark.parametrize("app", FLOORS)
def test_public_is_said_in_one_way(app):
    code = {path: path.read_text(encoding="utf-8") for path in (ROOT / app.replace(".", "/")).rglob("*.py")}

    # Wagtail's own asks for all private pages each time anew, and says nothing of what is not published.
    assert not [path for path, text in code.items() if ".public()" in text]


def test_no_test_imports_from_another(graph):
    """What tests share has a module of its own, so that a test can be moved or go."""
    tests = [module for module in graph.find_descendants("tests") if module.rpartition(".")[2].startswith("test_")]

    assert not [module for module in tests if graph.find_modules_that_directly_import(module)]


@pytest.mark.parametrize("model", OWN_PAGES, ids=lambda model: model.__name__)
def test_every_page_type_says_what_it_is_and_where_it_may_live(model):
    assert "parent_page_types" in vars(model)
    # The child names its parents and nobody the children: one list for one idea, and a new type needs no other file.
    assert "subpage_types" not in vars(model)
    assert all("parent_page_types" in vars(child) for child in model.creatable_subpage_models())
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")


@pytest.mark.parametrize(
    "model",
    [model for config in OWN_CONFIGS for model in config.get_models() if model is not PortalRendition],
    ids=lambda model: model.__name__,
)
def test_every_field_that_an_editor_fills_in_has_a_help_text(model):
    filled_in = [field for field in model._meta.local_fields if field.editable and not isinstance(field, ParentalKey)]
    abstract = [base for base in model.__mro__ if base.__module__.startswith("wagtail") and hasattr(base, "_meta")]
    told_by_wagtail = {"id", "page_ptr", *(field.name for base in abstract for field in base._meta.local_fields)}

    assert not [field.name for field in filled_in if not field.help_text and field.name not in told_by_wagtail]


def test_every_key_to_a_page_with_facts_keeps_the_page_in_the_first_language():
    fields = [field for config in OWN_CONFIGS for model in config.get_models() for field in model._meta.local_fields]
    keys = [field for field in fields if field.is_relation and issubclass(field.related_model, BasePage)]
    # What is edited in the form of a page belongs to that very page.
    chosen = [key for key in keys if not isinstance(key, ParentalKey)]

    assert len(chosen) > 5
    assert not [str(key) for key in chosen if not isinstance(key, OriginalPageKey | OriginalPageOneToOne)]
