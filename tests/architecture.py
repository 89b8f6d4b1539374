"""The drawing of the house in docs/architecture.md, made from the imports of the code."""

import grimp
from django.conf import settings

FLOORS = settings.OWN_APPS


def import_graph():
    """Return every import between the portal's modules, those of the tests and the measurements too, as a graph."""
    return grimp.build_graph(*sorted({app.partition(".")[0] for app in FLOORS}), "tests", "bench", cache_dir=None)


def drawing(graph):
    """Return one line for each app, the top floor first: its name, and the apps that it imports itself."""
    names = {app: app.rpartition(".")[2] for app in FLOORS}
    width = max(map(len, names.values()))
    lines = []
    for app in FLOORS:
        imported = set()
        for module in {app, *graph.find_descendants(app)} - _migrations(graph):
            imported |= {_app_of(other) for other in graph.find_modules_directly_imported_by(module)}
        below = [names[other] for other in FLOORS if other in imported - {app}]
        lines.append(f"{names[app]:{width}}  {'→ ' + ' '.join(below) if below else '·'}")
    return "\n".join(lines)


def _app_of(module):
    return next((app for app in FLOORS if module == app or module.startswith(f"{app}.")), None)


def _migrations(graph):
    return {module for module in graph.modules if ".migrations" in module}
