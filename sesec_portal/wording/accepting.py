"""What somebody lets stand, with the reason."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page

from .findings import Finding
from .models import AcceptedWording


def type_of(thing: Model) -> ContentType:
    """Return the type under which a thing is named: that of all pages, whatever page it is."""
    return ContentType.objects.get_for_model(Page if isinstance(thing, Page) else thing)


def accepted_in(thing: Model) -> dict[str, AcceptedWording]:
    """Return what was accepted in a page or entry, by the keys of findings."""
    known = AcceptedWording.objects.filter(content_type=type_of(thing), object_id=str(thing.pk))
    return {one.finding: one for one in known.select_related("accepted_by")}


def unaccepted(thing: Model, found: Iterable[Finding]) -> list[Finding]:
    """Return what nobody has accepted, each sentence once."""
    known = accepted_in(thing)
    return list({one.key: one for one in found if one.key not in known}.values())


def accept(thing: Model, reasons: Mapping[Finding, str], user: User) -> None:
    """Keep why each of them stays."""
    rows = (
        AcceptedWording(
            content_type=type_of(thing),
            object_id=str(thing.pk),
            finding=finding.key,
            reason=reason,
            accepted_by=user,
        )
        for finding, reason in reasons.items()
    )
    AcceptedWording.objects.bulk_create(rows, ignore_conflicts=True)
