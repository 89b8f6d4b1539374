"""What people are told by mail of reviews that are due: each of them once, in one mail a night at most."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext
from wagtail.users.models import UserProfile

from sesec_portal.core.admin_titles import admin_title_of
from sesec_portal.core.mails import send
from sesec_portal.core.reviewed import Reviewed
from sesec_portal.edtf.clock import today

from .due import due_by
from .models import ReviewSettings, Told
from .panel import address_of


@dataclass
class _Mail:
    own: list[dict[str, object]] = field(default_factory=list)
    ownerless: list[dict[str, object]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


@transaction.atomic
def send_digests() -> int:
    """Tell each owner what of theirs is due for review, and the lead what has none; return how many mails that are."""
    mails: defaultdict[User, _Mail] = defaultdict(_Mail)
    before = Told.objects.values_list("pk", "person_id", "content_type_id", "object_id", "due_on")
    known = {tuple(told): pk for pk, *told in before}
    lead = ReviewSettings.load().lead
    due = set()
    for thing, day in due_by(today()):
        owner = thing.owner  # type: ignore[attr-defined]  # pages and records have one
        is_kept = owner is not None and owner.is_active
        person = owner if is_kept else lead
        what = ContentType.objects.get_for_model(thing).pk, str(thing.pk), day
        due.add(what)
        if not person or not person.is_active or not person.email or (person.pk, *what) in known:
            continue
        mail = mails[person]
        mail.told.append(Told(person=person, content_type_id=what[0], object_id=what[1], due_on=day))
        listed = mail.own if is_kept else mail.ownerless
        listed.append({"title": admin_title_of(thing), "due": day, "owner": owner, "address": _address(thing)})
    for person, mail in mails.items():
        _send(person, mail)
        Told.objects.bulk_create(mail.told)
    over = [pk for (_person, *what), pk in known.items() if tuple(what) not in due]
    Told.objects.filter(pk__in=over).delete()
    return len(mails)


def _send(person: User, mail: _Mail) -> None:
    number = len(mail.told)
    with translation.override(UserProfile.get_for_user(person).get_preferred_language()):
        subject = ngettext("%(number)s review is due", "%(number)s reviews are due", number) % {"number": number}
        desk = settings.WAGTAILADMIN_BASE_URL + reverse("desk")
        text = render_to_string("reviews/digest.txt", {"own": mail.own, "ownerless": mail.ownerless, "desk": desk})
    send.enqueue(subject, text, [person.email])


def _address(thing: Reviewed) -> str:
    return settings.WAGTAILADMIN_BASE_URL + address_of("plan", thing)
