"""The trees of pages and collections, and the addresses of pages."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, Page, get_page_models

from .problem import Problem, listed

_KINDS = (
    "have a path with a character that no path has",
    "have a path of a wrong length",
    "lie below one that is not there",
    "have a wrong depth",
    "have a wrong number of children",
)


def problems() -> Iterator[Problem]:
    """Yield what treebeard finds in the trees, rows without their second half, and addresses that do not fit."""
    for model in (Page, Collection):
        for kind, found in zip(_KINDS, model.find_problems(), strict=True):
            if found:
                yield Problem(f"{model._meta.verbose_name_plural} that {kind}: {listed(found)}", "manage.py fixtree")
    if halves := set(_without_their_second_half()):
        yield Problem(
            f"pages of which the half with their own fields is missing: {listed(halves)}",
            "restore a backup; or else manage.py fixtree, which deletes them",
        )
    if lost := set(_with_another_address()):
        yield Problem(
            f"pages with an address that is not that of their place: {listed(lost)}", "manage.py set_url_paths"
        )


def _without_their_second_half() -> Iterator[int]:
    for model in get_page_models():
        if model is not Page:
            own = Page.objects.filter(content_type=ContentType.objects.get_for_model(model))
            yield from own.exclude(pk__in=model.objects.values("pk")).values_list("pk", flat=True)


def _with_another_address() -> Iterator[int]:
    addresses: dict[str, str] = {}
    pages = Page.objects.order_by("path").values_list("pk", "path", "slug", "url_path")
    for pk, path, slug, address in pages.iterator():
        above = addresses.get(path[: -Page.steplen])
        addresses[path] = "/" if above is None else f"{above}{slug}/"
        if address != addresses[path]:
            yield pk
