"""A review, an owner or a day of review, recorded at once and in the history: they belong to no version."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser, User
from django.db import transaction
from django.utils.formats import date_format
from wagtail.log_actions import log
from wagtail.models import Page

from sesec_portal.core.reviewed import Reviewed
from sesec_portal.edtf.clock import today

CONFIRMED, PLANNED = "reviews.confirm", "reviews.plan"


@transaction.atomic
def confirm(thing: Reviewed, user: AbstractBaseUser) -> None:
    """Record that somebody has looked whether it is still true, and found it so; a day that was set is over with it.

    What is true of a page is true of its translations, which show the day as it does.
    """
    _set(thing, reviewed_on=today(), review_by=None)
    log(thing, CONFIRMED, user=user)


@transaction.atomic
def plan(thing: Reviewed, owner: User | None, review_by: date | None, user: AbstractBaseUser) -> None:
    """Record who looks after it, and by when it is to be reviewed if not by the day that follows from the last one."""
    _set(thing, owner=owner, review_by=review_by)
    told = {"owner": owner.get_username() if owner else "", "by": date_format(review_by) if review_by else ""}
    log(thing, PLANNED, user=user, data=told)


def _set(thing: Reviewed, **values: object) -> None:
    rows = type(thing)._base_manager
    is_same = {"translation_key": thing.translation_key} if isinstance(thing, Page) else {"pk": thing.pk}
    rows.filter(**is_same).update(**values)
    for name, value in values.items():
        setattr(thing, name, value)
