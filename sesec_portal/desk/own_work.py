"""What waits between people: approvals, what was sent back, drafts that nobody has finished, what happens by itself."""

from collections.abc import Iterator
from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import StringTranslation

from sesec_portal.core.records import Record
from sesec_portal.edtf.clock import day_of
from sesec_portal.languages.models import BehindOriginal
from sesec_portal.schedule.schedule import done_by_itself

from .rules import DeskItem, DeskRule

# A draft that nobody has touched for so long was forgotten, or needs help.
OLD = timedelta(days=7)
# What happens by itself within this time is listed.
SOON = timedelta(days=14)


class AwaitingReview(DeskRule):
    """What this person can approve; never what they have written last themselves, where that takes another."""

    name = "review"
    heading = gettext_lazy("Awaiting your review")
    urgency = 10
    personal = True

    def items(self, user: User) -> Iterator[DeskItem]:
        states = TaskState.objects.reviewable_by(user).select_related("revision__user")
        for state in states.prefetch_related("revision__content_object"):
            if thing := state.revision.content_object:
                who = state.revision.user or _("somebody")
                yield DeskItem(_("%(who)s asks for approval") % {"who": who}, day_of(state.started_at), thing)


class SentBack(DeskRule):
    """What a reviewer has returned to this person, with the reason."""

    name = "sent-back"
    heading = gettext_lazy("Sent back to you")
    urgency = 10
    personal = True

    def items(self, user: User) -> Iterator[DeskItem]:
        returned = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user)
        returned = returned.select_related("current_task_state__finished_by").prefetch_related("content_object")
        for workflow in returned:
            state, thing = workflow.current_task_state, workflow.content_object
            if not thing or not state:
                continue
            told = {"who": state.finished_by or _("somebody"), "why": state.comment or _("no reason given")}
            since = day_of(state.finished_at) if state.finished_at else None
            yield DeskItem(_("%(who)s sent it back: %(why)s") % told, since, thing)


class OldDrafts(DeskRule):
    """What this person has drafted and left for a week; what waits for others, or for its hour, is theirs no more."""

    name = "drafts"
    heading = gettext_lazy("Your drafts older than a week")
    personal = True

    def items(self, user: User) -> Iterator[DeskItem]:
        for model in (Page, *Record.__subclasses__()):
            left = model.objects.filter(
                has_unpublished_changes=True,
                latest_revision__user=user,
                latest_revision__created_at__lt=timezone.now() - OLD,
                latest_revision__approved_go_live_at=None,
            )
            for thing in left.exclude(latest_revision__in=_under_review()).select_related("latest_revision"):
                since = day_of(thing.latest_revision.created_at)
                yield DeskItem(_("saved, and neither published nor submitted"), since, thing)


class Scheduled(DeskRule):
    """What goes live or is taken down by itself soon; what should have been by now is told by the same list."""

    name = "scheduled"
    heading = gettext_lazy("Happens by itself within two weeks")

    def items(self, user: User) -> Iterator[DeskItem]:
        now = timezone.now()
        for each in done_by_itself(user):
            if each.instant <= now + SOON:
                late = _("set for this time, and not done yet: %(what)s") if each.state else "%(what)s"
                yield DeskItem(late % {"what": each.what}, each.day, each.thing, url=each.edit_url)


class BehindTheirOriginals(DeskRule):
    """Translations that lack words of their originals."""

    name = "translations"
    heading = gettext_lazy("Translations behind their originals")
    urgency = 20

    def items(self, user: User) -> Iterator[DeskItem]:
        for behind in BehindOriginal.objects.select_related("page__locale"):
            yield DeskItem(_("the English page has words that it lacks"), behind.since, behind.page)


class TranslationsToPublish(DeskRule):
    """Translations in which texts were written since they were published: who wrote them may not be able to publish."""

    name = "translated"
    heading = gettext_lazy("Translations to publish")
    urgency = 10

    def items(self, user: User) -> Iterator[DeskItem]:
        if not page_permission_policy.user_has_permission(user, "publish"):
            return
        texts = StringTranslation.objects.filter(
            locale=OuterRef("locale"), context__object=OuterRef("translation_key")
        ).order_by("-updated_at")
        pages = Page.objects.annotate(translated_at=Subquery(texts.values("updated_at")[:1]))
        is_newer = Q(translated_at__gt=F("last_published_at")) | Q(last_published_at=None)
        for page in pages.filter(is_newer, translated_at__isnull=False).select_related("locale"):
            yield DeskItem(_("texts are translated, and not published yet"), day_of(page.translated_at), page)


def _under_review() -> QuerySet:
    """Return the versions that await a review, or were sent back by one."""
    return TaskState.objects.filter(workflow_state__in=WorkflowState.objects.active()).values("revision")
