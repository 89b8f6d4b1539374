"""What is done about links each night."""

import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page

from sesec_portal.core.placed_texts import texts_of
from sesec_portal.core.records import Record
from sesec_portal.edtf.clock import day_of

from .fetching import Answer, Asker
from .found import Link, is_external, is_internal, links_in
from .internal import Wrong, wrong_with
from .models import ExternalLink, LinkUse

# Each is asked once a week: a seventh of them each night.
WEEK = 7
# Seconds between two questions.
PAUSE = 2
_PRIVATE = Wrong.PRIVATE


def check_links() -> None:
    """Write down the links of all that is published, and ask those that are due, where the portal may."""
    gather()
    if settings.CHECK_EXTERNAL_LINKS:
        ask(due())


@transaction.atomic
def gather() -> None:
    """Write anew where links to elsewhere stand, and which inside the portal are wrong, since when."""
    placed = [(thing, link) for thing in _published() for link in links_in(texts_of(thing))]
    wrong = dict(wrong_with({link for _thing, link in placed if is_internal(link)}))
    outward = {link.address for _thing, link in placed if is_external(link)}
    ExternalLink.objects.exclude(url__in=outward).delete()
    ExternalLink.objects.bulk_create([ExternalLink(url=url) for url in sorted(outward)], ignore_conflicts=True)
    known = {link.url: link for link in ExternalLink.objects.all()}
    since = {(use.content_type_id, use.object_id, use.aim): use.wrong_since for use in LinkUse.objects.all()}
    LinkUse.objects.all().delete()
    LinkUse.objects.bulk_create(_uses(placed, wrong, known, since))


def due() -> list[ExternalLink]:
    """Return the links to ask tonight: those that failed on another day, then those asked longest ago."""
    now = timezone.now()
    may = ExternalLink.objects.filter(Q(not_before=None) | Q(not_before__lte=now))
    failed = may.filter(failing_since__lt=day_of(now), broken_since=None)
    longest_ago = may.exclude(pk__in=failed).filter(
        Q(checked_at=None) | Q(checked_at__lt=now - timedelta(days=WEEK - 1, hours=12))
    )
    number = -(-ExternalLink.objects.count() // WEEK)
    return [*failed[:number], *longest_ago.order_by(F("checked_at").asc(nulls_first=True), "pk")[:number]]


def ask(links: Iterable[ExternalLink], asker: Asker | None = None, pause: float = PAUSE) -> None:
    """Ask these links one after the other, and write down what came of it; a host that asks for patience gets it."""
    asker = asker or Asker()
    waiting = ExternalLink.objects.filter(not_before__gt=timezone.now())
    patient = {urlsplit(url).netloc for url in waiting.values_list("url", flat=True)}
    for link in links:
        host = urlsplit(link.url).netloc
        if host in patient:
            continue
        answer = asker.ask(link.url)
        record(link, answer)
        if answer.not_before:
            patient.add(host)
        time.sleep(pause)


def record(link: ExternalLink, answer: Answer) -> None:
    """Write down what asking came to: the second failure on a day of its own makes a link a broken one."""
    now = timezone.now()
    today = day_of(now)
    link.checked_at, link.status, link.not_before = now, answer.status, answer.not_before
    link.fault = answer.fault or ""
    if not answer.fault:
        link.failing_since = link.broken_since = None
    elif not link.failing_since:
        link.failing_since = today
    elif link.failing_since < today and not link.broken_since:
        link.broken_since = link.failing_since
    link.save()


def _published() -> Iterator[models.Model]:
    yield from Page.objects.live().filter(alias_of=None, depth__gt=1).specific()
    for model in Record.__subclasses__():
        yield from model.objects.live()


def _uses(
    placed: Iterable[tuple[models.Model, Link]],
    wrong: dict[Link, Wrong],
    known: dict[str, ExternalLink],
    since: dict[tuple[int, str, str], date | None],
) -> Iterator[LinkUse]:
    today = day_of(timezone.now())
    for thing, link in placed:
        kind = ContentType.objects.get_for_model(thing)
        fault = wrong.get(link)
        external = known.get(link.address) if is_external(link) else None
        if not external and fault in {None, _PRIVATE}:
            continue
        yield LinkUse(
            link=external,
            aim=link.aim,
            words=link.words,
            place=link.place,
            wrong=fault or "",
            wrong_since=(since.get((kind.pk, str(thing.pk), link.aim)) or today) if fault else None,
            content_type=kind,
            object_id=str(thing.pk),
        )
