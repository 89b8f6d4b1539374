"""The ticker: puts what is due into the queue, once, however many workers there are and however often they tick."""

import logging
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from sesec_portal.core.records import Record

from . import parts, publishing, queue, recovery

# Any number that nothing else locks.
_LOCK = 2026_12_02
_HOUR, _MINUTE = 3, 30

logger = logging.getLogger(__name__)


@transaction.atomic
def tick() -> None:
    """Have done what is due, and again what has failed or was cut off; nothing while another worker ticks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        if not cursor.fetchone()[0]:
            return
    for part in (recovery.give_back, recovery.try_again, _take_down, _publish, _each_minute, _each_night):
        try:
            with transaction.atomic():
                part()
        except Exception:
            # Whatever is wrong with one of them, the others have their turn.
            logger.exception("A part of the clockwork failed, and has its turn again in a minute.")


def bring_the_night_forward() -> None:
    """Have all the work of the night done now, and not at its hour."""
    queue.forget_waiting(queue.NIGHT)
    _want_the_night(timezone.now() - timedelta(minutes=1))


def _take_down() -> None:
    now = timezone.now()
    kinds: list[type[DraftStateMixin]] = [Page, *Record.__subclasses__()]
    for kind in kinds:
        expired = kind._default_manager.filter(live=True, expire_at__lt=now).order_by("expire_at")
        calls = [(kind._meta.label, number) for number in expired.values_list("pk", flat=True)]
        queue.want(publishing.take_down, calls, now)


def _publish() -> None:
    now = timezone.now()
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    queue.want(publishing.publish, [(number,) for number in due.values_list("pk", flat=True)], now)


def _each_minute() -> None:
    queue.want(parts.of_the_minute, [(part,) for part in parts.EACH_MINUTE], timezone.now())


def _each_night() -> None:
    # A night for which no worker was there has passed, and is made up once.
    now = timezone.localtime()
    night = now.replace(hour=_HOUR, minute=_MINUTE, second=0, microsecond=0)
    _want_the_night(night if night > now else night + timedelta(days=1))


def _want_the_night(at: datetime) -> None:
    # A second apart, for their order.
    for number, part in enumerate(parts.EACH_NIGHT):
        queue.want(parts.of_the_night, [(part,)], at + timedelta(seconds=number))
