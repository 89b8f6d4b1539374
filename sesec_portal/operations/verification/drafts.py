"""Versions that wait to be published, or that a form would open."""

from collections.abc import Iterator

from django.db.models import Q
from wagtail.models import Page, Revision

from sesec_portal.core.revisions import missing_from

from .problem import Problem, listed


def problems() -> Iterator[Problem]:
    """Yield the drafts and scheduled versions of pages that name what has been deleted since."""
    latest = Page.objects.filter(has_unpublished_changes=True).values("latest_revision")
    waiting = Revision.page_revisions.filter(Q(pk__in=latest) | Q(approved_go_live_at__isnull=False))
    if wrong := {int(revision.object_id) for revision in waiting.iterator() if missing_from(revision)}:
        yield Problem(
            f"pages with a draft that names what has been deleted since: {listed(wrong)}",
            "open and save each in the admin, whose form says what is left out",
        )
