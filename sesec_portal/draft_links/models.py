"""A link under which one version of a page can be read without an account."""

import hashlib
import secrets
from datetime import timedelta
from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from sesec_portal.moments.moment import Moment
from sesec_portal.moments.words import in_words
from sesec_portal.moments.zones import BRUSSELS

USUAL_DAYS, MOST_DAYS = 7, 30
MOST_COMMENTS = 50


def new_token() -> str:
    """Return the secret part of an address: 256 bits by chance."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """Return what the portal keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


class DraftLinkQuerySet(models.QuerySet["DraftLink"]):
    """The questions asked about draft links."""

    def at(self, token: str) -> "DraftLink | None":
        """Return the link with this token, whether it still works or not; None where there is none."""
        links = self.select_related("page__locale", "revision__content_type", "created_by")
        return links.filter(token_hash=hash_of(token)).first()

    def of(self, page: Page) -> Self:
        """Return the links to versions of a page."""
        return self.filter(page=page).select_related("revision", "created_by")

    def count_view(self, link: "DraftLink") -> None:
        """Note, in one statement, that a link was followed."""
        self.filter(pk=link.pk).update(views=F("views") + 1, last_viewed_at=timezone.now())

    def take_place_for_comment(self, link: "DraftLink") -> bool:
        """Take one of the places that a link has for comments, in one statement; tell whether one was left."""
        left = self.filter(pk=link.pk, comments__lt=MOST_COMMENTS)
        return bool(left.update(comments=F("comments") + 1))


class DraftLink(models.Model):
    """Shows one version of a page, in its language, until a moment.

    Of its token only the SHA-256 is kept: the address is shown once, to whoever makes the link, and whoever reads the
    database, a backup or a log cannot follow it. A lost address is replaced by a new link, which costs one click; so
    nothing is gained by keeping it signed. The token is 256 bits by chance, so that its hash needs no salt, and a look
    into the index of hashes tells by no time how much of a guess was right.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", editable=False, verbose_name=_("page")
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="+", editable=False, verbose_name=_("version")
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    note = models.CharField(
        _("for whom"), max_length=120, help_text=_("So that you and your colleagues know later. Readers do not see it.")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    ends_at = models.DateTimeField(_("works until"), editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("revoked by"),
    )
    views = models.PositiveIntegerField(_("views"), default=0, editable=False)
    last_viewed_at = models.DateTimeField(_("last viewed"), null=True, editable=False)
    comments = models.PositiveSmallIntegerField(_("comments"), default=0, editable=False)

    objects = models.Manager.from_queryset(DraftLinkQuerySet)()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("draft link")
        verbose_name_plural = _("draft links")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="draft_link_ends_in_time",
                condition=Q(ends_at__gt=F("created_at")) & Q(ends_at__lte=F("created_at") + timedelta(days=MOST_DAYS)),
            ),
            models.CheckConstraint(name="draft_link_comments_are_bounded", condition=Q(comments__lte=MOST_COMMENTS)),
        ]

    def __str__(self) -> str:
        return self.note

    @classmethod
    def make(cls, revision: Revision, note: str, days: int, user: User) -> tuple["DraftLink", str]:
        """Make a link to a version for some days; return it with its token, which nobody can learn later."""
        token, now = new_token(), timezone.now()
        link = cls.objects.create(
            page_id=revision.object_id,
            revision=revision,
            token_hash=hash_of(token),
            note=note,
            created_by=user,
            created_at=now,
            ends_at=now + timedelta(days=days),
        )
        return link, token

    @property
    def works(self) -> bool:
        """Whether it is neither revoked nor at its end."""
        return not self.revoked_at and timezone.now() < self.ends_at

    @property
    def state(self) -> str | Promise:
        """In words, whether it works."""
        if self.revoked_at:
            return _("revoked")
        return _("works") if self.works else _("ended")

    @property
    def until(self) -> str:
        """In words, until when it works: where it was made, and where it may be read."""
        return in_words(Moment.at(self.ends_at, BRUSSELS))

    @property
    def shown_by(self) -> str:
        """The full name of whoever made it, as partners know them; empty where none is recorded."""
        return self.created_by.get_full_name() if self.created_by else ""
