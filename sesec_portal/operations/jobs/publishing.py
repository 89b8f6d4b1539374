"""What is due by the clock: a page or a record to publish or to take down, each a task of its own."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from wagtail.models import DraftStateMixin, Page, Revision

from .queue import CLOCK

# Before all else that waits.
FIRST = 50

logger = logging.getLogger(__name__)


class Refused(Exception):
    """What was due is not valid; the text has the sentences that a form would show, one a line."""


@task(queue_name=CLOCK, priority=FIRST)
@transaction.atomic
def publish(number: int) -> None:
    """Publish a version whose hour has come, by its key; one that was published or put off meanwhile is left alone.

    Raises Refused where it is not valid. It keeps its schedule then, and is tried again.
    """
    due = Revision.objects.select_for_update().filter(pk=number, approved_go_live_at__lt=timezone.now())
    for revision in due:
        with _told(f"{revision.object_str} was not published"):
            revision.publish(log_action="wagtail.publish.scheduled")


@task(queue_name=CLOCK, priority=FIRST)
@transaction.atomic
def take_down(kind: str, number: int) -> None:
    """Take down a page or record whose hour has come, by its kind and key. Raises Refused likewise."""
    model: type[DraftStateMixin] = apps.get_model(kind)
    due = model._default_manager.select_for_update(of=("self",))
    for thing in due.filter(pk=number, live=True, expire_at__lt=timezone.now()):
        whole = thing.specific if isinstance(thing, Page) else thing
        with _told(f"{whole} was not taken down"):
            whole.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


@contextmanager
def _told(failure: str) -> Iterator[None]:
    try:
        yield
    except ValidationError as refusal:
        logger.warning("%s: %s It keeps its schedule and is tried again.", failure, " ".join(refusal.messages))
        raise Refused("\n".join(refusal.messages)) from refusal
    except Exception as fault:
        logger.warning("%s: %r It keeps its schedule and is tried again.", failure, fault)
        raise
