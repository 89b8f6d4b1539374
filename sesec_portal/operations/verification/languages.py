"""Pages and their translations."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import F, QuerySet
from wagtail.models import Page

from .problem import Problem, listed


def problems() -> Iterator[Problem]:
    """Yield pages without the page in the first language that has their facts, or without one in the others."""
    pages = Page.objects.filter(depth__gt=1)
    originals = pages.filter(locale__language_code=settings.LANGUAGE_CODE)
    others = pages.exclude(locale__language_code=settings.LANGUAGE_CODE)
    if alone := _pks(others.exclude(translation_key__in=originals.values("translation_key"))):
        yield Problem(
            f"translations of a page that is not there: {listed(alone)}",
            "delete them in the admin, or restore a backup",
        )
    for code, _name in settings.LANGUAGES:
        same = others.filter(locale__language_code=code)
        lacking = _pks(originals.exclude(translation_key__in=same.values("translation_key")))
        if code != settings.LANGUAGE_CODE and lacking:
            yield Problem(f"pages that lack a page in {code}: {listed(lacking)}", "manage.py sync_locale_trees")
    stale = others.filter(live=True, translation_key__in=originals.filter(live=False).values("translation_key"))
    odd = others.filter(alias_of__isnull=False).exclude(alias_of__translation_key=F("translation_key"))
    if wrong := _pks(stale) | _pks(odd):
        yield Problem(
            f"pages that stand in for one that is not published, or for another one: {listed(wrong)}",
            "publish the page they stand in for, or unpublish them, in the admin",
        )


def _pks(pages: QuerySet) -> set[int]:
    return set(pages.values_list("pk", flat=True))
