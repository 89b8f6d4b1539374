"""What is due by the clock: pages and records to publish and to take down; one that is refused holds up no other."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from sesec_portal.core.records import Record

T = TypeVar("T")

logger = logging.getLogger(__name__)


def run() -> list[str]:
    """Publish and take down what is due; return a sentence for each page or record that was refused.

    What is refused keeps its schedule, so that it is tried again once its editor has put it right.
    """
    now = timezone.now()
    kinds: list[type[DraftStateMixin]] = [Page, *Record.__subclasses__()]
    expired = [
        thing
        for kind in kinds
        for thing in kind._default_manager.filter(live=True, expire_at__lt=now).order_by("expire_at")
    ]
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    refusals = [_try(f"{thing} was not taken down", thing, _take_down) for thing in expired]
    refusals += [_try(f"{revision.object_str} was not published", revision, _publish) for revision in due]
    return [refusal for refusal in refusals if refusal]


def _take_down(thing: DraftStateMixin) -> None:
    whole = thing.specific if isinstance(thing, Page) else thing
    whole.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")


def _try(failure: str, subject: T, action: Callable[[T], None]) -> str:
    try:
        with transaction.atomic():
            action(subject)
    except ValidationError as refusal:
        return f"{failure}: {' '.join(refusal.messages)}"
    except Exception as fault:
        # Whatever is wrong with one of them, the others have their hour too.
        logger.exception("%s.", failure)
        return f"{failure}: {fault}"
    return ""
