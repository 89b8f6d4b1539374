"""What lies on the desk of draft links: what readers without an account have written."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Comment

from sesec_portal.desk.rules import DeskItem, DeskRule
from sesec_portal.edtf.clock import day_of

from .comments import READER


class CommentsOfReaders(DeskRule):
    """Comments on drafts that nobody has resolved, from those to whom the drafts were shown."""

    name = "comments"
    heading = gettext_lazy("Comments on drafts that were shown")
    urgency = 30

    def items(self, user: User) -> Iterator[DeskItem]:
        unanswered = Comment.objects.filter(user__username=READER, resolved_at=None).select_related("page")
        for comment in unanswered.order_by("created_at"):
            said = _("a comment: “%(words)s”") % {"words": comment.text}
            yield DeskItem(said, day_of(comment.created_at), comment.page)
