"""Publications that were cut off in the middle, as former releases left them: what is public, and little else."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import CharField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from wagtail.log_actions import log, registry
from wagtail.models import DraftStateMixin, Page
from wagtail.query import PageQuerySet

from sesec_portal.core.records import Record
from sesec_portal.languages.pages import without_fallbacks
from sesec_portal.languages.together import stand_in

from .problem import Problem, listed

_PUBLISHED = ["wagtail.publish", "wagtail.publish.scheduled"]
_REMEDY = "manage.py mend_publications"
# What is copied into a fallback page has lost what is less than a thousandth of a second.
_SAME = timedelta(seconds=1)


def problems() -> Iterator[Problem]:
    """Yield what is public without a line in its history, and fallback pages that are older than their originals."""
    for model in (Page, *Record.__subclasses__()):
        if silent := set(_without_history(model).values_list("pk", flat=True)):
            yield Problem(f"{model._meta.label} published without a line in the history: {listed(silent)}", _REMEDY)
    if outdated := set(_outdated_fallbacks().values_list("pk", flat=True)):
        yield Problem(f"pages that stand in for an original that is newer: {listed(outdated)}", _REMEDY)


def mend() -> int:
    """Write the missing lines, as of the publication, and the fallback pages anew; return how many there were."""
    count = 0
    for model in (Page, *Record.__subclasses__()):
        for thing in _without_history(model):
            whole = thing.specific if isinstance(thing, Page) else thing
            log(whole, "wagtail.publish", revision=whole.live_revision, timestamp=whole.last_published_at)
            count += 1
    for page in _outdated_fallbacks().specific():
        stand_in(page, page.get_translations().get(locale__language_code=settings.LANGUAGE_CODE).specific)
        count += 1
    return count


def _without_history(model: type[DraftStateMixin]) -> QuerySet:
    """Return what was published by its own version, of which no line tells that it was published."""
    log_of = registry.get_log_model_for_model(model)
    told = log_of.objects.filter(action__in=_PUBLISHED, revision__isnull=False).values("revision")
    own = model._default_manager.filter(live=True, last_published_at__isnull=False)
    own = own.filter(live_revision__object_id=Cast("pk", CharField()))
    return own.exclude(live_revision__in=told)


def _outdated_fallbacks() -> PageQuerySet:
    original = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE, live=True
    )
    fallbacks = Page.objects.filter(live=True).exclude(pk__in=without_fallbacks(Page.objects.all()).values("pk"))
    fallbacks = fallbacks.annotate(renewed=Subquery(original.values("last_published_at")[:1]))
    return fallbacks.filter(last_published_at__lt=F("renewed") - _SAME)
