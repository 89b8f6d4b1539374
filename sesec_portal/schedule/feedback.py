"""What is said to who has published a page whose hour is set."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from sesec_portal.moments.moment import Moment
from sesec_portal.moments.words import in_words
from sesec_portal.moments.zones import BRUSSELS


def sentences(page: Page) -> Iterator[str]:
    """Yield in words when the version just published goes live and is unpublished, where either is still to come."""
    scheduled = page.scheduled_revision
    version = scheduled.as_object() if scheduled else page
    now = timezone.now()
    for moment, sentence in (
        (scheduled and scheduled.approved_go_live_at, _("This version goes live on %(moment)s.")),
        (version.expire_at, _("This page is unpublished on %(moment)s.")),
    ):
        if moment and moment > now:
            yield sentence % {"moment": in_words(Moment.at(moment, BRUSSELS))}
